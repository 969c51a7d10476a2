/** Readings of literals in the notation of the tables in `test/fixtures/literals`. */

import { isoDay, parseIsoDay } from "../../src/plan/days.ts";
import { formatDecimal } from "../../src/plan/decimal.ts";
import { parseQuantity } from "../../src/plan/parse-quantity.ts";
import { type PlanCalendar, parseTime, resolveTime } from "../../src/plan/parse-time.ts";
import type { Quantity } from "../../src/plan/quantity.ts";
import type { Period, TimeExpression } from "../../src/plan/time.ts";

const pilot = { start: parseIsoDay("2026-03-15"), end: parseIsoDay("2026-06-30") };

/** The plan that the tables of times speak of. */
export const calendar: PlanCalendar = {
  start: parseIsoDay("2026-03-15"),
  end: parseIsoDay("2026-12-31"),
  phases: (id) => (id === "pilot" ? pilot : null),
};

/** `2026-01-01..2026-06-30`, one day alone, an open side left out. */
export function shownDays({ start, end }: Period): string {
  if (start !== null && start === end) return isoDay(start);
  return `${start === null ? "" : isoDay(start)}..${end === null ? "" : isoDay(end)}`;
}

function shownTime(expression: TimeExpression): string {
  const days = resolveTime(expression, calendar);
  return days === null ? expression.kind : shownDays(days);
}

function withNotes(text: string, notes: readonly { readonly code: string }[]): string {
  return notes.length === 0 ? text : `${text} (${notes.map(({ code }) => code).join(" ")})`;
}

function shownQuantity({ relation, value, upper, unit, signed, level, per, soft, at }: Quantity): string {
  const parts = [
    relation,
    formatDecimal(value) + (upper === null ? "" : `..${formatDecimal(upper)}`),
    unit && `[${unit.key}]`,
    signed && "signed",
    level && "level",
    per && `per=${per}`,
    soft && `soft=${soft}`,
    at && `at=${shownTime(at)}`,
  ];
  return parts.filter((part) => typeof part === "string").join(" ");
}

/** What a quantity is read as; `refused: FAULT` when it is not. */
export function readQuantity(text: string): string {
  const reading = parseQuantity(text);
  if (!reading.ok) return `refused: ${reading.fault.code}`;
  return withNotes(shownQuantity(reading.quantity), reading.notes);
}

/** What a time is read as in the plan of the tables; `refused: FAULT` when it is not. */
export function readTime(text: string): string {
  const reading = parseTime(text);
  return reading.ok
    ? withNotes(shownTime(reading.expression), reading.notes)
    : `refused: ${reading.fault.code}`;
}

/** A reading without its notes. */
export function withoutNotes(reading: string): string {
  return reading.replace(/ \([a-z -]+\)$/, "");
}
