/**
 * Reads the times of a plan (FORMAT.md section 4) and places them on its calendar.
 *
 * A calendar literal whose figures name no day is a fault, never a name. What is neither a literal nor shaped like one is
 * a name (a phase id), if it can be an id.
 */
import {
  type CalendarDays,
  parseCalendarLiteral,
  parseYearPart,
  partDays,
  planMonth,
} from "./calendar-literal.ts";
import { chineseInteger, toSimplified } from "./chinese-number.ts";
import { dateParts } from "./days.ts";
import { firstFullWidth, toHalfWidth } from "./half-width.ts";
import type { Day, Period, TimeExpression } from "./time.ts";

/** Longest time literal, in UTF-16 units. */
export const longestTime = 200;

/** Highest month number: `M1200` is a hundred years after the plan's start. */
export const highestMonth = 1200;

/**
 * Why a text is no time. `empty`; `too-long`; `impossible-date`: no calendar has it (2026-02-30, 2026-13);
 * `day-first`: day, month and year in an order that cannot be told; `before`: 2024年前, which `{ before: 2024 }` states;
 * `relative`: 三年内, which a month number states; `unreadable`: anything else.
 */
export type TimeFaultCode =
  | "empty"
  | "too-long"
  | "impossible-date"
  | "day-first"
  | "before"
  | "relative"
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

/** What times are placed on: the plan's first and last day (null when not stated) and its phases. */
export interface PlanCalendar {
  readonly start: Day | null;
  readonly end: Day | null;
  /** Period of a phase; null when there is no such phase or it has no period. */
  phases(id: string): Period | null;
}

const noNotes: readonly TimeNote[] = [];
const idShape = /^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u;
const dateShape = /^(?:\d+$|\d{1,4}[-/.年]\d|\d{4}年)/;
const dayFirst = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/;
const undatedWords: ReadonlySet<string> = new Set(["undated", "未注明", "未注明日期", "未明确"]);

/** Reads a time. Never throws; text around may be blank. */
export function parseTime(text: string): TimeReading {
  if (text.length > longestTime) return faultAt("too-long", 0, text.length, null);
  const plain = toSimplified(toHalfWidth(text));
  const start = plain.length - plain.trimStart().length;
  const end = plain.trimEnd().length;
  if (end <= start) return faultAt("empty", 0, text.length, null);
  const read = readSpan({ text, plain }, start, end);
  if (!read.ok) return read;
  const notes: TimeNote[] = [];
  const wide = firstFullWidth(text);
  if (wide >= 0)
    notes.push({ code: "full-width", start: wide, end: wide + 1, hint: plain.slice(start, end) });
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

/** A text as written and in plain forms; equal lengths. */
interface Written {
  readonly text: string;
  readonly plain: string;
}

type Reading =
  | { readonly ok: true; readonly expression: TimeExpression }
  | { readonly ok: false; readonly fault: TimeFault };

function readSpan(written: Written, start: number, end: number): Reading {
  const range = written.plain.indexOf("..", start);
  if (range >= 0 && range < end) return readRange(written, { start, end }, { start: range, end: range + 2 });
  const single = readSingle(written, start, end);
  if (single !== null && (!single.ok || single.expression.kind !== "name")) {
    return single.ok ? single : (readWordRange(written, start, end) ?? single);
  }
  return readWordRange(written, start, end) ?? single ?? faultAt("unreadable", start, end, null);
}

/** One time without a range sign; null when it is not even an id. */
function readSingle(written: Written, start: number, end: number): Reading | null {
  const plain = written.plain.slice(start, end);
  const text = written.text.slice(start, end);
  const body = withoutBy(plain);
  const days = parseCalendarLiteral(body);
  if (days !== null && "impossible" in days) return faultAt("impossible-date", start, end, days.hint);
  if (days !== null) return found({ kind: "calendar", text, ...days });
  const month = monthNumber(body);
  if (month !== null) return found({ kind: "month", text, month });
  const part = parseYearPart(body);
  if (part !== null) return found({ kind: "within-year", text, part });
  if (undatedWords.has(plain)) return found({ kind: "undated", text });
  const fault = knownFault(plain);
  if (fault !== null) return faultAt(fault.code, start, end, fault.hint);
  return idShape.test(plain) ? found({ kind: "name", text }) : null;
}

/** 年底前, 6月30日之前 name the last admissible day, as officials write it; 到 and 截至 before a date add nothing. */
function withoutBy(plain: string): string {
  const bare = plain.replace(/^(?:截止到|截至|截止|到)(?=[\d〇一二年])/, "");
  return bare.replace(/(?<=[日号底末])(?:之前|以前|前)$/, "");
}

const planMonthForm = /^(?:M(\d{1,4})|第(\d{1,4}|[一二三四五六七八九十百]{1,5})个月(?:[底末])?)$/;

function monthNumber(plain: string): number | null {
  const match = planMonthForm.exec(plain);
  if (match === null) return null;
  const figure = match[1] ?? match[2] ?? "";
  const month = /^\d/.test(figure) ? Number(figure) : (chineseInteger(figure) ?? highestMonth + 1);
  return month <= highestMonth ? month : null;
}

function knownFault(plain: string): { code: TimeFaultCode; hint: string | null } | null {
  const swapped = dayFirst.exec(plain);
  if (swapped !== null) return { code: "day-first", hint: isoHint(swapped) };
  const before = /^(.*\d{4}.*?)(?:之前|以前|前)$/.exec(plain);
  if (before !== null) return { code: "before", hint: beforeHint(before[1] ?? "") };
  const within = /^(\d{1,3}|[一二两三四五六七八九十]{1,3})(个月|年)[以之]?内$/.exec(plain);
  if (within !== null) return { code: "relative", hint: withinHint(within[1] ?? "", within[2] === "年") };
  return dateShape.test(plain) ? { code: "unreadable", hint: null } : null;
}

/** ISO form of day/month/year where only one of the first two can be the month. */
function isoHint([, first = "", second = "", year = ""]: RegExpExecArray): string | null {
  const [day, month] = Number(first) > 12 ? [first, second] : [second, first];
  if (Number(day) <= 12 && day !== month) return null;
  const days = parseCalendarLiteral(`${year}-${month}-${day}`);
  return days === null || "impossible" in days
    ? null
    : `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
}

function beforeHint(inner: string): string | null {
  const days = parseCalendarLiteral(inner);
  if (days === null || "impossible" in days) return null;
  const { year, month } = dateParts(days.start);
  if (days.grain === "year") return `{ before: ${year} }`;
  return days.grain === "month" ? `{ before: ${year}-${String(month).padStart(2, "0")} }` : null;
}

function withinHint(figure: string, years: boolean): string | null {
  const count = /^\d/.test(figure) ? Number(figure) : chineseInteger(figure);
  return count === null ? null : `M${years ? count * 12 : count}`;
}

interface Offsets {
  readonly start: number;
  readonly end: number;
}

/** A range with `..`: either side may be open, both may be names. */
function readRange(written: Written, whole: Offsets, sign: Offsets): Reading {
  const left = readSide(written, whole.start, sign.start);
  const right = readSide(written, sign.end, whole.end);
  if (left !== null && !left.ok) return left;
  if (right !== null && !right.ok) return right;
  if (left === null && right === null) return faultAt("unreadable", whole.start, whole.end, null);
  const text = written.text.slice(whole.start, whole.end);
  return found(joined(text, left?.expression ?? null, right?.expression ?? null));
}

function readSide(written: Written, from: number, to: number): Reading | null {
  const side = written.plain.slice(from, to);
  const start = from + side.length - side.trimStart().length;
  const end = from + side.trimEnd().length;
  if (end <= start) return null;
  return readSingle(written, start, end) ?? faultAt("unreadable", start, end, null);
}

/** `2026年1月至12月`: the right side is in the year of the left one. */
function joined(text: string, from: TimeExpression | null, to: TimeExpression | null): TimeExpression {
  if (from?.kind !== "calendar" || to?.kind !== "within-year") return { kind: "range", text, from, to };
  const days: CalendarDays = partDays(dateParts(from.start).year, to.part);
  return { kind: "range", text, from, to: { kind: "calendar", text: to.text, ...days } };
}

const rangeSigns = /~+|至|到|—+|―+|-/g;
const sharedYear = /^(\d{4}年)?(\d{1,2})(?:月份?)?(?:-|~|至|到|—+)(\d{1,2})月(?:份)?([底末]?)$/;
const sharedMonths = /^第(\d{1,4})(?:个月)?(?:-|~|至|到|—+)第?(\d{1,4})个月$/;

/** Ranges with another sign: read only where both sides are times by themselves, since ids hold `-` and 至 too. */
function readWordRange(written: Written, start: number, end: number): Reading | null {
  const plain = written.plain.slice(start, end);
  const text = written.text.slice(start, end);
  const open = /^(.+?)(?:起|以来)$/.exec(plain);
  if (open?.[1] !== undefined) {
    const from = readSingle(written, start, start + open[1].length);
    if (from?.ok && from.expression.kind !== "name")
      return found({ kind: "range", text, from: from.expression, to: null });
  }
  const shared = sharedYear.exec(plain);
  if (shared !== null) {
    const [, year = "", first = "", last = "", part = ""] = shared;
    return sidesOf(text, `${year}${first}月`, `${last}月${part}`);
  }
  const months = sharedMonths.exec(plain);
  if (months !== null) return sidesOf(text, `M${months[1]}`, `M${months[2]}`);
  for (const sign of plain.matchAll(rangeSigns)) {
    const from = readSide(written, start, start + sign.index);
    const to = readSide(written, start + sign.index + sign[0].length, end);
    if (!from?.ok || !to?.ok || from.expression.kind === "name" || to.expression.kind === "name") continue;
    return found(joined(text, from.expression, to.expression));
  }
  return null;
}

function sidesOf(text: string, left: string, right: string): Reading | null {
  const from = readSingle({ text: left, plain: left }, 0, left.length);
  const to = readSingle({ text: right, plain: right }, 0, right.length);
  return from?.ok && to?.ok ? found(joined(text, from.expression, to.expression)) : null;
}

function found(expression: TimeExpression): Reading {
  return { ok: true, expression };
}

function faultAt(
  code: TimeFaultCode,
  start: number,
  end: number,
  hint: string | null,
): { ok: false; fault: TimeFault } {
  return { ok: false, fault: { code, start, end, hint } };
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

function resolveYearPart(part: Parameters<typeof partDays>[1], { start, end }: PlanCalendar): Period | null {
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
