/** One time without a range sign: a calendar literal, a plan month, a part of a year, `undated`, or a name. */

import { late } from "../text/late.ts";
import { parseCalendarLiteral } from "./calendar-literal.ts";
import { chineseInteger } from "./chinese-number.ts";
import { dayOf, monthsOfYear } from "./days.ts";
import { literalFault } from "./time-fault.ts";
import { faultAt, found, type Reading, type Written } from "./time-reading.ts";
import { isImpossiblePart, parseYearPart } from "./year-part.ts";

/** Highest month number: `M1200` is a hundred years after the plan's start. */
const highestMonth = 1200;

/** Names that no literal looks like. */
const latinName = /^[a-z][a-z_-]*$/;

/** Ids in Latin and Chinese, before the expression for all scripts: its first use costs a millisecond. */
const commonIdShape = /^[A-Za-z0-9\u3400-\u9fff][A-Za-z0-9\u3400-\u9fff._-]*$/;
const idShape = late(() => /^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u);
const undatedWords: ReadonlySet<string> = new Set(["undated", "未注明", "未注明日期", "未明确"]);

/** How nearly all times are written; what they are is found without the expressions for all other forms. */
const commonForm = /^(?:(\d{4})-(\d{2})(?:-(\d{2}))?|M(\d{1,3}))$/;

/** A day, a month or a month of the plan in its usual form; null for all else, also for impossible ones. */
function readCommon(plain: string, text: string): Reading | null {
  const match = commonForm.exec(plain);
  if (match === null) return null;
  if (match[4] !== undefined) return found({ kind: "month", text, month: Number(match[4]) });
  const [year, month] = [Number(match[1]), Number(match[2])];
  const day = dayOf(year, month, match[3] === undefined ? 1 : Number(match[3]));
  if (day === null || year === 0) return null;
  return match[3] === undefined
    ? found({ kind: "calendar", text, grain: "month", ...monthsOfYear(year, month, month) })
    : found({ kind: "calendar", text, start: day, end: day, grain: "day" });
}

/** One time without a range sign; null when it is not even an id. */
export function readSingle(written: Written, start: number, end: number): Reading | null {
  const plain = written.plain.slice(start, end);
  const text = written.text.slice(start, end);
  const common = readCommon(plain, text);
  if (common !== null) return common;
  if (latinName.test(plain) && !undatedWords.has(plain) && parseYearPart(plain) === null) {
    return found({ kind: "name", text });
  }
  const body = withoutBy(plain);
  const month = monthNumber(body);
  if (month !== null) return found({ kind: "month", text, month });
  const days = parseCalendarLiteral(body);
  if (days !== null && "impossible" in days) return faultAt("impossible-date", start, end, days.hint);
  if (days !== null) return found({ kind: "calendar", text, ...days });
  const part = parseYearPart(body);
  if (part !== null) return found({ kind: "within-year", text, part });
  if (undatedWords.has(plain.toLowerCase())) return found({ kind: "undated", text });
  if (isImpossiblePart(body)) return faultAt("impossible-date", start, end, null);
  const fault = literalFault(plain);
  if (fault !== null) return faultAt(fault.code, start, end, fault.hint);
  if (plain.includes("..")) return null;
  return commonIdShape.test(plain) || idShape().test(plain) ? found({ kind: "name", text }) : null;
}

/** 年底前, 6月30日之前 name the last admissible day, as officials write it; 到, 截至 and `by` before a date add nothing. */
function withoutBy(plain: string): string {
  const bare = plain
    .replace(/^(?:截止到|截至|截止|到|至)(?=[\d〇一二年])/, "")
    .replace(/^(?:(?:by|in|on|during) )?(?:the )?(?=[a-z\d])/i, "");
  return bare.replace(/(?<=[日号底末])(?:之前|以前|前)$/, "");
}

const planMonthForm =
  /^(?:M(\d{1,4})|[Mm]onth (\d{1,4})|第(\d{1,4}|[一二三四五六七八九十百]{1,5})个月(?:[底末])?)$/;

function monthNumber(plain: string): number | null {
  const match = planMonthForm.exec(plain);
  if (match === null) return null;
  const figure = match[1] ?? match[2] ?? match[3] ?? "";
  const month = /^\d/.test(figure) ? Number(figure) : (chineseInteger(figure) ?? highestMonth + 1);
  // Only M0 names the day before the plan; a first month is counted as 1.
  return month <= highestMonth && (month > 0 || match[1] !== undefined) ? month : null;
}
