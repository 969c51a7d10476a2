/** Times of one or two sides: `2024..2026`, `2026年1月至6月`, `M4-M9`, or a single time. */

import { dateParts } from "./days.ts";
import { readSingle } from "./single-time.ts";
import type { TimeExpression } from "./time.ts";
import { faultAt, found, type Reading, type Written } from "./time-reading.ts";
import { type CalendarDays, partDays } from "./year-part.ts";

/** Reads the time between two offsets of a text; neither end is blank. */
export function readTimeSpan(written: Written, start: number, end: number): Reading {
  const range = written.plain.indexOf("..", start);
  if (range >= 0 && range < end) return readRange(written, { start, end }, { start: range, end: range + 2 });
  const single = readSingle(written, start, end);
  if (single !== null && (!single.ok || single.expression.kind !== "name")) {
    return single.ok ? single : (readWordRange(written, start, end) ?? single);
  }
  return readWordRange(written, start, end) ?? single ?? faultAt("unreadable", start, end, null);
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

const rangeSigns = /~+|起至|至|到|—+|―+|-| to | through /gi;
const chinese = "[一二三四五六七八九十百]";
const sharedYear = new RegExp(
  `^(\\d{4}年)?(\\d{1,2}|${chinese}{1,2})(?:月份?)?(?:-|~|至|到|—+)(\\d{1,2}|${chinese}{1,2})月(?:份)?([底末]?)$`,
);
const sharedMonths = new RegExp(
  `^第(\\d{1,4}|${chinese}{1,5})(?:个月)?(?:-|~|至|到|—+)第?(\\d{1,4}|${chinese}{1,5})个月$`,
);
const sharedQuarters =
  /^(\d{4}年)?第?([一二三四1-4])(?:季度)?(?:-|~|至|到|—+)第?([一二三四1-4])季度([底末]?)$/;
const firstQuarters = /^(\d{4}年)?前([两二三])季度$/;
const englishMonths = /^months (\d{1,4})(?: to | through | ?[-~] ?)(\d{1,4})$/i;

/** Ranges with another sign: read only where both sides are times by themselves, since ids hold `-` and 至 too. */
function readWordRange(written: Written, start: number, end: number): Reading | null {
  const plain = written.plain.slice(start, end);
  const text = written.text.slice(start, end);
  return readOpen(written, start, end) ?? sharedSides(plain, text) ?? signedRange(written, { start, end });
}

type Times = readonly [left: string, right: string];

/** 1—6月, 第二至四季度, 第4-9个月: the left side leaves out what the right one says. */
function sharedSides(plain: string, text: string): Reading | null {
  const sides = monthSides(plain) ?? quarterSides(plain);
  return sides === null ? null : sidesOf(text, ...sides);
}

function monthSides(plain: string): Times | null {
  const shared = sharedYear.exec(plain);
  if (shared !== null) {
    const [, year = "", first = "", last = "", part = ""] = shared;
    return [`${year}${first}月`, `${last}月${part}`];
  }
  const months = sharedMonths.exec(plain);
  if (months !== null) return [`第${months[1]}个月`, `第${months[2]}个月`];
  const english = englishMonths.exec(plain);
  return english === null ? null : [`M${english[1]}`, `M${english[2]}`];
}

function quarterSides(plain: string): Times | null {
  const quarters = sharedQuarters.exec(plain);
  if (quarters !== null) {
    const [, year = "", first = "", last = "", part = ""] = quarters;
    return [`${year}${first}季度`, `${last}季度${part}`];
  }
  const firsts = firstQuarters.exec(plain);
  return firsts === null ? null : [`${firsts[1] ?? ""}一季度`, `${firsts[2] === "三" ? "三" : "二"}季度`];
}

const openForm = /^(自|从|from |since |)(.+?)(起|以来|开始| onwards?|)$/i;
const throughForm = /^(through |up to )(.+)$/i;

/** 2026年7月起, `since 2026`, `through 2028`: one side is open. */
function readOpen(written: Written, start: number, end: number): Reading | null {
  const plain = written.plain.slice(start, end);
  const text = written.text.slice(start, end);
  const through = throughForm.exec(plain);
  if (through !== null) {
    const to = timeIn(written, start + (through[1] ?? "").length, end);
    return to === null ? null : found({ kind: "range", text, from: null, to });
  }
  const open = openForm.exec(plain);
  if (open === null || (open[1] === "" && open[3] === "")) return null;
  const from = timeIn(written, start + (open[1] ?? "").length, end - (open[3] ?? "").length);
  return from === null ? null : found({ kind: "range", text, from, to: null });
}

/** The single time, no name, between two offsets; null when there is none. */
function timeIn(written: Written, start: number, end: number): TimeExpression | null {
  const side = readSide(written, start, end);
  return side?.ok && side.expression.kind !== "name" ? side.expression : null;
}

/** `2024-2026`, 自2026年1月起至12月止: the first sign that has a time on both sides. */
function signedRange(written: Written, { start, end }: Offsets): Reading | null {
  const plain = written.plain.slice(start, end);
  const text = written.text.slice(start, end);
  const lead = /^(?:自|从|from )/i.exec(plain)?.[0].length ?? 0;
  const tail = plain.endsWith("止") ? 1 : 0;
  let impossible: Reading | null = null;
  for (const sign of plain.matchAll(rangeSigns)) {
    const from = readSide(written, start + lead, start + sign.index);
    const to = readSide(written, start + sign.index + sign[0].length, end - tail);
    if (from?.ok && to?.ok && from.expression.kind !== "name" && to.expression.kind !== "name")
      return found(joined(text, from.expression, to.expression));
    impossible ??= oneImpossible(from, to) ?? oneImpossible(to, from);
  }
  return impossible;
}

/** The fault of a side that no calendar has, beside one that is a date. */
function oneImpossible(one: Reading | null, other: Reading | null): Reading | null {
  if (one === null || one.ok || one.fault.code !== "impossible-date") return null;
  return other?.ok && other.expression.kind === "calendar" ? one : null;
}

function sidesOf(text: string, left: string, right: string): Reading | null {
  const from = readSingle({ text: left, plain: left }, 0, left.length);
  const to = readSingle({ text: right, plain: right }, 0, right.length);
  return from?.ok && to?.ok ? found(joined(text, from.expression, to.expression)) : null;
}
