/** Times of one or two sides: `2024..2026`, `2026年1月至6月`, `M4-M9`, or a single time. */
import { type CalendarDays, partDays } from "./calendar-literal.ts";
import { dateParts } from "./days.ts";
import { readSingle } from "./single-time.ts";
import type { TimeExpression } from "./time.ts";
import { faultAt, found, type Reading, type Written } from "./time-reading.ts";

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
