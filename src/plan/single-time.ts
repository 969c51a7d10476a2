/** One time without a range sign: a calendar literal, a plan month, a part of a year, `undated`, or a name. */
import { parseCalendarLiteral, parseYearPart } from "./calendar-literal.ts";
import { chineseInteger } from "./chinese-number.ts";
import { dateParts } from "./days.ts";
import { faultAt, found, type Reading, type TimeFaultCode, type Written } from "./time-reading.ts";

/** Highest month number: `M1200` is a hundred years after the plan's start. */
const highestMonth = 1200;

/** Names that no literal looks like. */
const latinName = /^[a-z][a-z_-]*$/;

/** Ids in Latin and Chinese, before the expression for all scripts: its first use costs a millisecond. */
const commonIdShape = /^[A-Za-z0-9\u3400-\u9fff][A-Za-z0-9\u3400-\u9fff._-]*$/;
const idShape = /^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u;
const dateShape = /^(?:\d+[-/.]?$|\d{1,4}[-/.年]\d|\d{4}年|M\d+$)/;
const dayFirst = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/;
const undatedWords: ReadonlySet<string> = new Set(["undated", "未注明", "未注明日期", "未明确"]);

/** One time without a range sign; null when it is not even an id. */
export function readSingle(written: Written, start: number, end: number): Reading | null {
  const plain = written.plain.slice(start, end);
  const text = written.text.slice(start, end);
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
  if (undatedWords.has(plain)) return found({ kind: "undated", text });
  const fault = knownFault(plain);
  if (fault !== null) return faultAt(fault.code, start, end, fault.hint);
  return commonIdShape.test(plain) || idShape.test(plain) ? found({ kind: "name", text }) : null;
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
  const stamp = /^(\d{4}-\d{2}-\d{2})[Tt ]\d/.exec(plain);
  if (stamp?.[1] !== undefined) return { code: "unreadable", hint: stamp[1] };
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
