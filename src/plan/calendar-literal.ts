/** Times that name days by themselves (`2026`, `2026-Q2`, `2026年6月底`) or within an unnamed year (`上半年`, `6月30日`). */
import { own } from "../text/own.ts";
import { digitsOf } from "./chinese-number.ts";
import { addMonths, dateParts, dayOf, daysInMonth, monthsOfYear } from "./days.ts";
import type { Day, YearPart } from "./time.ts";
import {
  type CalendarDays,
  figureOf,
  lastDayOf,
  padded,
  partDays,
  quarterPart,
  thirdOfMonth,
} from "./year-part.ts";

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
const halfRest = /^[- ]?(?:H(\d)|([上下])半年)(底|末)?$/i;
const quarterRest = /^[- ]?(?:Q(\d)|第?([一二三四五六七八九]|\d)季度?)(底|末)?$/i;
const compact = /^(\d{4})(\d{2})(\d{2})$/;

const monthNames = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec";
const monthWord = `(${monthNames})[a-z]*\\.?`;
const englishMonth = new RegExp(`^${monthWord},? (\\d{4})$`, "i");
const englishDayFirst = new RegExp(`^(\\d{1,2})(?:st|nd|rd|th)? ${monthWord},? (\\d{4})$`, "i");
const englishMonthFirst = new RegExp(`^${monthWord} (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})$`, "i");
const englishPart =
  /^(q[1-4]|h[12]|(?:first|second|third|fourth) quarter|first half|second half|end|mid|middle)(?:[- ]of[- ]|[- ])?(\d{4})$/i;

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
    const days = partDays(year, half[1] === "1" || half[2] === "上" ? "first-half" : "second-half");
    return half[3] === undefined ? days : lastDayOf(days);
  }
  const quarter = quarterRest.exec(rest);
  if (quarter !== null) {
    const part = quarterPart(quarter[1] ?? quarter[2]);
    if (part === null) return { impossible: true, hint: null };
    const days = partDays(year, part);
    return quarter[3] === undefined ? days : lastDayOf(days);
  }
  if (/^(?:年?[底末]|年?终)$/.test(rest)) return partDays(year, "year-end");
  if (/^年?中$/.test(rest)) return partDays(year, "mid-year");
  if (/^年?初$/.test(rest)) return oneDay(year, 1, 1);
  const month = monthRest.exec(rest);
  if (month !== null) return ofMonth(year, figureOf(month[1]), month[2]);
  const day = dayRest.exec(rest);
  return day === null ? null : oneDay(year, figureOf(day[1]), figureOf(day[2]));
}

function oneDay(year: number, month: number, day: number): CalendarDays | ImpossibleDate {
  const found = dayOf(year, month, day);
  if (found !== null) return { start: found, end: found, grain: "day" };
  if (month < 1 || month > 12 || day < 1) return { impossible: true, hint: null };
  return { impossible: true, hint: `${padded(year, 4)}-${padded(month, 2)}-${daysInMonth(year, month)}` };
}

function ofMonth(year: number, month: number, part: string | undefined): CalendarDays | ImpossibleDate {
  if (month < 1 || month > 12) return { impossible: true, hint: null };
  const { start, end } = monthsOfYear(year, month, month);
  if (part === undefined) return { start, end, grain: "month" };
  if (part === "底" || part === "末") return { start: end, end, grain: "day" };
  if (part === "初") return { start, end: start, grain: "day" };
  return thirdOfMonth(year, month, part === "上旬" ? "first" : part === "下旬" ? "last" : "middle"); // 月中 is read as 中旬
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
  if (part !== null)
    return partDays(Number(part[2]), own(englishParts, (part[1] ?? "").toLowerCase()) ?? "year-end");
  const within = /^end of (?!end)(.+)$/i.exec(text);
  const days = within === null ? null : parseCalendarLiteral(within[1] ?? "");
  return days === null || "impossible" in days ? days : lastDayOf(days);
}

const englishParts: Readonly<Record<string, YearPart>> = {
  q1: "q1",
  q2: "q2",
  q3: "q3",
  q4: "q4",
  "first quarter": "q1",
  "second quarter": "q2",
  "third quarter": "q3",
  "fourth quarter": "q4",
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

/** The calendar month that is the `number`-th of a plan (M1 is the month of its first day). */
export function planMonth(start: Day, number: number): CalendarDays {
  const { year, month } = dateParts(addMonths(start, number - 1));
  return { grain: "month", ...monthsOfYear(year, month, month) };
}
