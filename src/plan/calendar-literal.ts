/** Times that name days by themselves (`2026`, `2026-Q2`, `2026年6月底`) or within an unnamed year (`上半年`, `6月30日`). */
import { own } from "../text/own.ts";
import { chineseInteger, digitsOf } from "./chinese-number.ts";
import { addMonths, dateParts, dayOf, daysInMonth, monthsOfYear } from "./days.ts";
import type { Day, Grain, YearPart } from "./time.ts";

/** Days that a literal names; one day has `start` = `end`. */
export interface CalendarDays {
  readonly start: Day;
  readonly end: Day;
  readonly grain: Grain;
}

/** A literal with the shape of a date that no calendar holds (2026-02-30, 2026-13), with the nearest one that it does. */
export interface ImpossibleDate {
  readonly impossible: true;
  readonly hint: string | null;
}

const yearFirst = /^(\d{4})(?:年度?)?(.*)$/;
const chineseYear = /^([〇零一二三四五六七八九]{4})(?=年)/;
const monthRest = /^[-/.]?(\d{1,2}|[一二三四五六七八九十]{1,2})(?:月份?)?(底|末|初|上旬|中旬|下旬|中)?$/;
const dayRest =
  /^[-/.]?(\d{1,2}|[一二三四五六七八九十]{1,2})[-/.月](\d{1,2}|[一二三四五六七八九十]{1,3})[日号]?$/;
const halfRest = /^-?(?:H(\d)|([上下])半年)$/;
const quarterRest = /^-?(?:Q(\d)|第?([一二三四五六七八九]|\d)季度?)(底|末)?$/;
const compact = /^(\d{4})(\d{2})(\d{2})$/;

const monthNames = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec";
const monthWord = `(${monthNames})[a-z]*\\.?`;
const englishMonth = new RegExp(`^${monthWord},? (\\d{4})$`, "i");
const englishDayFirst = new RegExp(`^(\\d{1,2})(?:st|nd|rd|th)? ${monthWord},? (\\d{4})$`, "i");
const englishMonthFirst = new RegExp(`^${monthWord} (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})$`, "i");
const englishPart = /^(q[1-4]|h[12]|first half|second half|end|mid|middle)(?:[- ]of[- ]|[- ])?(\d{4})$/i;

/** Days of a literal with a year; `impossible` when only the figures are wrong; null when it is no such literal. */
export function parseCalendarLiteral(plain: string): CalendarDays | ImpossibleDate | null {
  const text = withLatinYear(plain);
  const match = yearFirst.exec(text);
  if (match === null) return /[a-z].*\d/i.test(text) ? parseEnglish(text) : null;
  const year = Number(match[1]);
  const rest = match[2] ?? "";
  if (year === 0) return { impossible: true, hint: null };
  if (rest === "" || rest === "全年" || rest === "内") return { grain: "year", ...monthsOfYear(year, 1, 12) };
  const packed = compact.exec(text);
  if (packed !== null) return oneDay(year, Number(packed[2]), Number(packed[3]));
  if (/^\d/.test(rest) && !/^\d{4}年/.test(text)) return null;
  return restOfYear(year, rest);
}

function withLatinYear(plain: string): string {
  const match = chineseYear.exec(plain);
  return match === null ? plain : `${digitsOf(match[1] ?? "")}${plain.slice(4)}`;
}

function restOfYear(year: number, rest: string): CalendarDays | ImpossibleDate | null {
  const half = halfRest.exec(rest);
  if (half !== null) {
    if (half[1] !== undefined && half[1] !== "1" && half[1] !== "2") return { impossible: true, hint: null };
    return partDays(year, half[1] === "1" || half[2] === "上" ? "first-half" : "second-half");
  }
  const quarter = quarterRest.exec(rest);
  if (quarter !== null) {
    const part = quarterPart(quarter[1] ?? quarter[2]);
    if (part === null) return { impossible: true, hint: null };
    const days = partDays(year, part);
    return quarter[3] === undefined ? days : { start: days.end, end: days.end, grain: "day" };
  }
  if (/^(?:年?[底末]|年?终)$/.test(rest)) return partDays(year, "year-end");
  if (/^年?中$/.test(rest)) return partDays(year, "mid-year");
  if (/^年?初$/.test(rest)) return oneDay(year, 1, 1);
  const month = monthRest.exec(rest);
  if (month !== null) return ofMonth(year, figureOf(month[1]), month[2]);
  const day = dayRest.exec(rest);
  return day === null ? null : oneDay(year, figureOf(day[1]), figureOf(day[2]));
}

/** Figure of one or two digits, Latin or Chinese; 0 (no month, no day) when it is neither. */
function figureOf(text: string | undefined): number {
  if (text === undefined) return 0;
  return /^\d/.test(text) ? Number(text) : (chineseInteger(text) ?? 0);
}

function oneDay(year: number, month: number, day: number): CalendarDays | ImpossibleDate {
  const found = dayOf(year, month, day);
  if (found !== null) return { start: found, end: found, grain: "day" };
  if (month < 1 || month > 12 || day < 1) return { impossible: true, hint: null };
  return { impossible: true, hint: `${padded(year, 4)}-${padded(month, 2)}-${daysInMonth(year, month)}` };
}

function padded(value: number, width: number): string {
  return String(value).padStart(width, "0");
}

function ofMonth(year: number, month: number, part: string | undefined): CalendarDays | ImpossibleDate {
  if (month < 1 || month > 12) return { impossible: true, hint: null };
  const { start, end } = monthsOfYear(year, month, month);
  if (part === undefined) return { start, end, grain: "month" };
  if (part === "底" || part === "末") return { start: end, end, grain: "day" };
  if (part === "初") return { start, end: start, grain: "day" };
  if (part === "上旬") return { start, end: start + 9, grain: "month" };
  if (part === "下旬") return { start: start + 20, end, grain: "month" };
  return { start: start + 10, end: start + 19, grain: "month" }; // 中旬; 月中 is read the same
}

function quarterPart(figure: string | undefined): YearPart | null {
  const parts = ["q1", "q2", "q3", "q4"] as const;
  return parts[figureOf(figure) - 1] ?? null;
}

function parseEnglish(text: string): CalendarDays | ImpossibleDate | null {
  const month = englishMonth.exec(text);
  if (month !== null) return ofMonth(Number(month[2]), monthNumber(month[1]), undefined);
  const dayFirst = englishDayFirst.exec(text);
  if (dayFirst !== null) return oneDay(Number(dayFirst[3]), monthNumber(dayFirst[2]), Number(dayFirst[1]));
  const monthFirst = englishMonthFirst.exec(text);
  if (monthFirst !== null)
    return oneDay(Number(monthFirst[3]), monthNumber(monthFirst[1]), Number(monthFirst[2]));
  const part = englishPart.exec(text);
  return part === null
    ? null
    : partDays(Number(part[2]), own(englishParts, (part[1] ?? "").toLowerCase()) ?? "year-end");
}

const englishParts: Readonly<Record<string, YearPart>> = {
  q1: "q1",
  q2: "q2",
  q3: "q3",
  q4: "q4",
  h1: "first-half",
  h2: "second-half",
  "first half": "first-half",
  "second half": "second-half",
  end: "year-end",
  mid: "mid-year",
  middle: "mid-year",
};

function monthNumber(word: string | undefined): number {
  return monthNames.split("|").indexOf((word ?? "").slice(0, 3).toLowerCase()) + 1;
}

const halfWithin = /^([上下])半年$/;
const quarterWithin = /^第?([一二三四1-4])季度(底|末)?$/;
const monthWithin = /^(\d{1,2}|[一二三四五六七八九十]{1,2})月份?(底|末)?$/;
const dayWithin = /^(\d{1,2}|[一二三四五六七八九十]{1,2})月(\d{1,2}|[一二三四五六七八九十]{1,3})[日号]$/;

/** The part of an unnamed year that a literal names; null when it is none. A day that no year has is none. */
export function parseYearPart(plain: string): YearPart | null {
  if (plain === "year-end") return "year-end";
  if (plain === "mid-year") return "mid-year";
  if (!/[年度月]/.test(plain) || plain.length > 12) return null;
  if (plain === "年底" || plain === "年末" || plain === "年终") return "year-end";
  if (plain === "年中") return "mid-year";
  const half = halfWithin.exec(plain);
  if (half !== null) return half[1] === "上" ? "first-half" : "second-half";
  const quarter = quarterWithin.exec(plain);
  if (quarter !== null) {
    const number = figureOf(quarter[1]);
    return quarter[2] === undefined ? quarterPart(quarter[1]) : `--${padded(number * 3, 2)}-end`;
  }
  const month = monthWithin.exec(plain);
  if (month !== null) {
    const number = figureOf(month[1]);
    if (number < 1 || number > 12) return null;
    return `--${padded(number, 2)}${month[2] === undefined ? "" : "-end"}`;
  }
  const day = dayWithin.exec(plain);
  if (day === null || dayOf(2000, figureOf(day[1]), figureOf(day[2])) === null) return null;
  return `--${padded(figureOf(day[1]), 2)}-${padded(figureOf(day[2]), 2)}`;
}

/** The days of a part in a year; a 29 February of a common year is its 28th. */
export function partDays(year: number, part: YearPart): CalendarDays {
  if (part === "first-half") return { grain: "half", ...monthsOfYear(year, 1, 6) };
  if (part === "second-half") return { grain: "half", ...monthsOfYear(year, 7, 12) };
  if (part === "year-end") return lastDayOf(monthsOfYear(year, 12, 12));
  if (part === "mid-year") return lastDayOf(monthsOfYear(year, 6, 6));
  const first = ["q1", "q2", "q3", "q4"].indexOf(part) * 3 + 1;
  if (first > 0) return { grain: "quarter", ...monthsOfYear(year, first, first + 2) };
  const [, , month = "1", day] = part.split("-");
  const whole = monthsOfYear(year, Number(month), Number(month));
  if (day === undefined) return { grain: "month", ...whole };
  if (day === "end") return lastDayOf(whole);
  const found = Math.min(whole.start + Number(day) - 1, whole.end);
  return { start: found, end: found, grain: "day" };
}

function lastDayOf(period: { readonly end: Day }): CalendarDays {
  return { start: period.end, end: period.end, grain: "day" };
}

/** The calendar month that is the `number`-th of a plan (M1 is the month of its first day). */
export function planMonth(start: Day, number: number): CalendarDays {
  const { year, month } = dateParts(addMonths(start, number - 1));
  return { grain: "month", ...monthsOfYear(year, month, month) };
}
