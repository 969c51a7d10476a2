/**
 * Reads the times of a plan (FORMAT.md section 4) and places them on its calendar.
 *
 * A calendar literal whose figures name no day is a fault, never a name. What is neither a literal nor shaped like one is
 * a name (a phase id), if it can be an id.
 */
import { planMonth } from "./calendar-literal.ts";
import { toSimplified } from "./chinese-number.ts";
import { closeUp } from "./close-up.ts";
import { dateParts } from "./days.ts";
import { firstFullWidth, toHalfWidth } from "./half-width.ts";
import type { Day, Period, TimeExpression, YearPart } from "./time.ts";
import { readTimeSpan } from "./time-range.ts";
import { faultAt, type Reading, type TimeNote, type TimeReading, type Written } from "./time-reading.ts";
import { partDays } from "./year-part.ts";

export type { TimeFault, TimeFaultCode, TimeReading } from "./time-reading.ts";

/** Longest time literal, in UTF-16 units. */
const longestTime = 200;

/** What times are placed on: the plan's first and last day (null when not stated) and its phases. */
export interface PlanCalendar {
  readonly start: Day | null;
  readonly end: Day | null;
  /** Period of a phase; null when there is no such phase or it has no period. */
  phases(id: string): Period | null;
}

const noNotes: readonly TimeNote[] = [];

/** Plans and tables repeat their dates: each is read once, up to this number of different ones. */
const mostKept = 10_000;
const kept = new Map<string, TimeReading>();

/** Reads a time. Never throws; text around may be blank. */
export function parseTime(text: string): TimeReading {
  if (text.length > longestTime) return faultAt("too-long", 0, text.length, null);
  const known = kept.get(text);
  if (known !== undefined) return known;
  const reading = readTime(text);
  if (kept.size >= mostKept) kept.clear();
  kept.set(text, reading);
  return reading;
}

function readTime(text: string): TimeReading {
  const plain = toSimplified(toHalfWidth(text));
  const start = plain.length - plain.trimStart().length;
  const end = plain.trimEnd().length;
  if (end <= start) return faultAt("empty", 0, text.length, null);
  const read = readClosedUp({ text, plain }, start, end);
  if (!read.ok) return read;
  const notes: TimeNote[] = [];
  const wide = firstFullWidth(text);
  if (wide >= 0) notes.push({ code: "full-width", start, end, hint: plain.slice(start, end) });
  const body = plain.slice(start, end);
  if (/^\d{8}$/.test(body)) {
    notes.push({
      code: "compact-date",
      start,
      end,
      hint: `${body.slice(0, 4)}-${body.slice(4, 6)}-${body.slice(6)}`,
    });
  }
  return { ok: true, expression: read.expression, notes: notes.length === 0 ? noNotes : notes };
}

/** Reads a time without the blanks beside Chinese characters; a name is never put together that way. */
function readClosedUp(written: Written, start: number, end: number): Reading {
  const text = written.text.slice(start, end);
  const closed = closeUp(text, written.plain.slice(start, end));
  if (closed === null) return readTimeSpan(written, start, end);
  const read = readTimeSpan(closed, 0, closed.plain.length);
  if (!read.ok) {
    const { code, hint } = read.fault;
    return faultAt(
      code,
      start + closed.startOf(read.fault.start),
      start + closed.endOf(read.fault.end),
      hint,
    );
  }
  return namesIn(read.expression).every((name) => text.includes(name))
    ? { ok: true, expression: { ...read.expression, text } }
    : readTimeSpan(written, start, end);
}

function namesIn(expression: TimeExpression | null): readonly string[] {
  if (expression?.kind === "range") return [...namesIn(expression.from), ...namesIn(expression.to)];
  return expression?.kind === "name" ? [expression.text] : [];
}

/**
 * The days that a time stands for; null when it needs a start that the plan does not state, names an unknown phase, is
 * undated, or is a part of a year while the plan covers several.
 */
export function resolveTime(expression: TimeExpression, calendar: PlanCalendar): Period | null {
  switch (expression.kind) {
    case "calendar":
      return { start: expression.start, end: expression.end };
    case "month":
      return resolveMonth(expression.month, calendar);
    case "within-year":
      return resolveYearPart(expression.part, calendar);
    case "range":
      return resolveRange(expression, calendar);
    case "name":
      return calendar.phases(expression.text);
    case "undated":
      return null;
  }
}

function resolveMonth(month: number, { start }: PlanCalendar): Period | null {
  if (start === null) return null;
  if (month === 0) return { start: start - 1, end: start - 1 };
  const days = planMonth(start, month);
  return { start: days.start, end: days.end };
}

function resolveYearPart(part: YearPart, { start, end }: PlanCalendar): Period | null {
  if (start === null || end === null) return null;
  const { year } = dateParts(start);
  if (dateParts(end).year !== year) return null;
  const days = partDays(year, part);
  return { start: days.start, end: days.end };
}

function resolveRange(range: TimeExpression & { kind: "range" }, calendar: PlanCalendar): Period | null {
  let start: Day | null = null;
  let end: Day | null = null;
  if (range.from !== null) {
    // A span from M0 begins with the plan: M0 is the state of things before it.
    const atStart = range.from.kind === "month" && range.from.month === 0;
    start = atStart ? calendar.start : (resolveTime(range.from, calendar)?.start ?? null);
    if (start === null) return null;
  }
  if (range.to !== null) {
    end = resolveTime(range.to, calendar)?.end ?? null;
    if (end === null) return null;
  }
  return { start, end };
}

/** A period used as a start is its first day; null when that side is open. */
export function firstDay(period: Period): Day | null {
  return period.start;
}

/** A period used as a point or an end is its last day; null when that side is open. */
export function lastDay(period: Period): Day | null {
  return period.end;
}
