/** What reading a quantity gives: the quantity, or the fault that stands in its way. */
import type Big from "big.js";
import type { TimeFault } from "./parse-time.ts";
import type { Quantity, Relation, Unit } from "./quantity.ts";

/**
 * Why a text is no quantity.
 * `empty`, `too-long`; `null-word`: null, N/A, 无; `no-number`: words without a figure; `no-value`: a bound without figure;
 * `decimal-comma`: 30,6; `grouping`: 1,00 or 10,0000; `exponent`: beyond ±100; `zero-denominator`;
 * `two-relations`: the words bound from both sides; `relation-on-range`; `reversed-range`; `range-units`: ends in units
 * that do not convert; `double-sign`: 下降-5%; `doubling`: 翻一番; `tenths`: 三成, 八折; `share-word`: 过半, 全覆盖;
 * `unreadable`: something behind the figure is no unit, or the whole is a date; `time`: the part behind `@` (see `time`).
 */
export type QuantityFaultCode =
  | "empty"
  | "too-long"
  | "null-word"
  | "no-number"
  | "no-value"
  | "decimal-comma"
  | "grouping"
  | "exponent"
  | "zero-denominator"
  | "two-relations"
  | "relation-on-range"
  | "reversed-range"
  | "range-units"
  | "double-sign"
  | "doubling"
  | "tenths"
  | "share-word"
  | "unreadable"
  | "time";

/** A fault at offsets of the text; `hint` is what would be right in its place, where one is sure. */
export interface QuantityFault {
  readonly code: QuantityFaultCode;
  readonly start: number;
  readonly end: number;
  readonly hint: string | null;
  /** The fault of the time, for code `time`; null for every other. */
  readonly time: TimeFault | null;
}

/**
 * What was read but is worth telling; `hint` is the plainer text for the same place, or null.
 * `full-width`: figures in full width; `scaled-bare`: 3万 without unit was multiplied; `double-relation`: two words for
 * one bound (超过85%以上), the stricter counts; `force`: 力争, 确保 … stand in the value (hint: the word of the format's
 * `force`).
 */
export interface QuantityNote {
  readonly code: "full-width" | "scaled-bare" | "double-relation" | "force";
  readonly start: number;
  readonly end: number;
  readonly hint: string | null;
}

export type QuantityReading =
  | { readonly ok: true; readonly quantity: Quantity; readonly notes: readonly QuantityNote[] }
  | { readonly ok: false; readonly fault: QuantityFault };

/** A fault of the body, which never is one of time. */
export interface BodyFault {
  readonly ok: false;
  readonly fault: Omit<QuantityFault, "time">;
}

/** Makes a fault of the body. */
export function bodyFault(
  code: QuantityFaultCode,
  start: number,
  end: number,
  hint: string | null = null,
): BodyFault {
  return { ok: false, fault: { code, start, end, hint } };
}

/** A literal without its time: as written, and in plain forms at the same offsets. */
export interface BodyText {
  readonly text: string;
  readonly plain: string;
  readonly start: number;
  readonly end: number;
}

/** What the words around the figure say, gathered while reading. */
export interface Words {
  relation: Relation | null;
  /** 控制在: bounds only if nothing else does. */
  weakRelation: Relation | null;
  soft: string | null;
  change: 1 | -1 | null;
  /** 增至, 降到: the figure is where the move ends. */
  level: boolean;
  per: string | null;
  /** What the figure is counted over: `万人` of 每万人. */
  over: string | null;
  currency: string | null;
  readonly notes: QuantityNote[];
}

/** What the body of a literal gives. */
export interface ReadBody {
  readonly ok: true;
  readonly value: Big;
  readonly upper: Big | null;
  readonly unit: Unit | null;
  readonly relation: Relation | null;
  readonly signed: boolean;
  readonly level: boolean;
  readonly per: string | null;
  readonly soft: string | null;
  readonly notes: readonly QuantityNote[];
}
