/** Times that names and titles tell in words: spans of years and months, numbers of years, a place in an order. Not a rule. */
import { numeralClass } from "../../plan/chinese-number.ts";
import { addMonths, dateParts, monthStart } from "../../plan/days.ts";
import type { Plan } from "../../plan/plan.ts";
import type { Day } from "../../plan/time.ts";
import { wholeNumber } from "../../plan/whole-number.ts";

// Each of these takes up to a millisecond and a half to make: a cheap look for a word of theirs stands before them.
/** A year stands in a text. */
export const anyYear = /(?:19|20)\d\d/;
const yearWord = /年|year/i;
const monthWord = /月|month/i;
const orderWord = /第|phase/i;
const years = /((?:19|20)\d\d)\s?年?\s?(?:[-–—~～]{1,2}|至|到|\bto\b)\s?((?:19|20)\d\d)\s?年?/u;
const allYears = new RegExp(years.source, "gu");
const length = new RegExp(
  `([${numeralClass}]{1,3}|\\d{1,2})(?:年行动|年计划|年规划|年方案|年攻坚|年工作)|\\b(two|three|four|five|six)[- ]year\\b`,
  "iu",
);
const months =
  /第?\s?(\d{1,3})\s?(?:[-–—~～]{1,2}|至|到)\s?第?\s?(\d{1,3})\s?个?月(?!\d|日)|\bmonths? (\d{1,3})\s?(?:[-–—]|to)\s?(\d{1,3})\b/iu;
const oneYear = /[（(]\s?((?:19|20)\d\d)年?\s?[）)]/u;
const order = new RegExp(
  `第([${numeralClass}]{1,2})(?:阶段|步)|\\bphase (\\d{1,2}|one|two|three|four|five)\\b`,
  "iu",
);

/** A span that a name tells, with its words; `years`: by whole years. */
export interface Named {
  readonly words: string;
  readonly start: Day;
  readonly end: Day;
  readonly years: boolean;
}

/** Every span of years in a text: its words, its first and last year. */
export function yearSpans(
  text: string,
): readonly { readonly words: string; readonly from: number; readonly to: number }[] {
  if (!anyYear.test(text)) return [];
  return [...text.matchAll(allYears)].map(([words, a, b]) => ({ words, from: Number(a), to: Number(b) }));
}

/** The years or months of the plan that a name tells; null where it tells none. */
export function spanNamed(name: string, plan: Plan): Named | null {
  return yearsIn(name) ?? monthsIn(name, plan);
}

/** The place in an order that a name tells: 第二阶段, phase 2. */
export function placeNamed(name: string): { readonly words: string; readonly place: number } | null {
  if (!orderWord.test(name)) return null;
  const [words = "", chinese = "", english = ""] = order.exec(name) ?? [];
  const place = wholeNumber(chinese === "" ? english : chinese);
  return words === "" || place === null || !Number.isInteger(place) || place < 1 ? null : { words, place };
}

/** A number of years that a name tells: 三年 in 三年行动方案. */
export function yearsNamed(text: string): { readonly words: string; readonly count: number } | null {
  const [words = "", chinese = "", english = ""] = yearWord.test(text) ? (length.exec(text) ?? []) : [];
  if (words === "") return null;
  const count = wholeNumber(english === "" ? chinese : english);
  return count === null || count === 0 ? null : { words, count };
}

/** A number of years from one day to another; a year begun counts as one. */
export function lasts(count: number, start: Day, end: Day): boolean {
  const years = dateParts(end).year - dateParts(start).year + 1;
  return count === years || count === Math.ceil(monthsOf(start, end) / 12);
}

/** Calendar months that a time touches. */
export function monthsOf(start: Day, end: Day): number {
  const [from, to] = [dateParts(start), dateParts(end)];
  return (to.year - from.year) * 12 + to.month - from.month + 1;
}

const day = (year: number, month: number, date: number): Day =>
  Math.round(Date.UTC(year, month - 1, date) / 86_400_000);

function yearsIn(name: string): Named | null {
  if (!anyYear.test(name)) return null;
  const [words = "", a = "", b = ""] = years.exec(name) ?? [];
  const [single = "", year = ""] = words === "" ? (oneYear.exec(name) ?? []) : [];
  if (words === "" && single === "") return null;
  const [from, to] = words === "" ? [Number(year), Number(year)] : [Number(a), Number(b)];
  return { words: words === "" ? single : words, start: day(from, 1, 1), end: day(to, 12, 31), years: true };
}

/** Months counted from the start of the plan; where it is unknown nothing. 4-9月 of a calendar year are left alone. */
function monthsIn(name: string, plan: Plan): Named | null {
  if (!monthWord.test(name)) return null;
  const [words = "", a = "", b = "", c = "", d = ""] = months.exec(name) ?? [];
  const start = plan.period?.start?.value ?? null;
  if (words === "" || start === null || !/个月|month/i.test(words)) return null;
  const [from, to] = [Number(a === "" ? c : a), Number(b === "" ? d : b)];
  if (from < 1 || to < from) return null;
  const first = monthStart(start);
  return {
    words,
    start: from === 1 ? start : addMonths(first, from - 1),
    end: addMonths(first, to) - 1,
    years: false,
  };
}
