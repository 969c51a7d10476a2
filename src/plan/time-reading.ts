/** What reading a time gives: the expression, or the fault that stands in its way. */
import type { TimeExpression } from "./time.ts";

/**
 * Why a text is no time. `empty`; `too-long`; `impossible-date`: no calendar has it (2026-02-30, 2026-13);
 * `day-first`: day, month and year in an order that cannot be told; `before`: 2024年前, which `{ before: 2024 }` states;
 * `relative`: 三年内, which a month number states; `soft`: 约2026年; `unreadable`: anything else.
 */
export type TimeFaultCode =
  | "empty"
  | "too-long"
  | "impossible-date"
  | "day-first"
  | "before"
  | "relative"
  | "soft"
  | "unreadable";

/** A fault at offsets of the text; `hint` is the text that would be right, where one is sure. */
export interface TimeFault {
  readonly code: TimeFaultCode;
  readonly start: number;
  readonly end: number;
  readonly hint: string | null;
}

/** What was read although it was written unusually: full-width figures; 20260630 without separators. */
export interface TimeNote {
  readonly code: "full-width" | "compact-date";
  readonly start: number;
  readonly end: number;
  readonly hint: string | null;
}

export type TimeReading =
  | { readonly ok: true; readonly expression: TimeExpression; readonly notes: readonly TimeNote[] }
  | { readonly ok: false; readonly fault: TimeFault };

/** A text as written and in plain forms; equal lengths. */
export interface Written {
  readonly text: string;
  readonly plain: string;
}

/** A reading without notes. */
export type Reading =
  | { readonly ok: true; readonly expression: TimeExpression }
  | { readonly ok: false; readonly fault: TimeFault };

/** A reading that succeeded. */
export function found(expression: TimeExpression): Reading {
  return { ok: true, expression };
}

/** A reading that failed. */
export function faultAt(
  code: TimeFaultCode,
  start: number,
  end: number,
  hint: string | null,
): { ok: false; fault: TimeFault } {
  return { ok: false, fault: { code, start, end, hint } };
}
