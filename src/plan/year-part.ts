/** Parts of a year that is not named (上半年, 6月底, 6月30日) and the days that they are in a year. */
import { chineseInteger } from "./chinese-number.ts";
import { dayOf, monthsOfYear } from "./days.ts";
import type { Day, Grain, YearPart } from "./time.ts";

/** Days that a literal names; one day has `start` = `end`. */
export interface CalendarDays {
  readonly start: Day;
  readonly end: Day;
  readonly grain: Grain;
}

const halfWithin = /^([上下])半年(底|末)?$/;
const quarterWithin = /^第?([一二三四五六七八九]|\d)季度(底|末)?$/;
const monthWithin = /^(\d{1,2}|[一二三四五六七八九十]{1,2})月份?(底|末|初|上旬|中旬|下旬|中)?$/;
const dayWithin = /^(\d{1,2}|[一二三四五六七八九十]{1,2})月(\d{1,2}|[一二三四五六七八九十]{1,3})[日号]$/;

/** What stands behind a month within a year, in the recurring form. */
const monthParts: Readonly<Record<string, string>> = {
  底: "-end",
  末: "-end",
  初: "-01",
  上旬: "-early",
  中旬: "-mid",
  中: "-mid",
  下旬: "-late",
};

/** True for the shape of a part of a year that no year has: 13月, 第五季度, 2月30日. */
export function isImpossiblePart(plain: string): boolean {
  const hasShape = [quarterWithin, monthWithin, dayWithin].some((pattern) => pattern.test(plain));
  return hasShape && parseYearPart(plain) === null;
}

/** The part of an unnamed year that a literal names; null when it is none. A day that no year has is none. */
export function parseYearPart(plain: string): YearPart | null {
  if (plain === "year-end") return "year-end";
  if (plain === "mid-year") return "mid-year";
  if (!/[年度月]/.test(plain) || plain.length > 12) return null;
  if (plain === "年底" || plain === "年末" || plain === "年终") return "year-end";
  if (plain === "年中") return "mid-year";
  const half = halfWithin.exec(plain);
  if (half !== null) return halfPart(half[1] === "上", half[2] !== undefined);
  const quarter = quarterWithin.exec(plain);
  if (quarter !== null) {
    const part = quarterPart(quarter[1]);
    return part === null || quarter[2] === undefined ? part : `--${padded(figureOf(quarter[1]) * 3, 2)}-end`;
  }
  const month = monthWithin.exec(plain);
  if (month !== null) {
    const number = figureOf(month[1]);
    if (number < 1 || number > 12) return null;
    return `--${padded(number, 2)}${monthParts[month[2] ?? ""] ?? ""}`;
  }
  const day = dayWithin.exec(plain);
  if (day === null || dayOf(2000, figureOf(day[1]), figureOf(day[2])) === null) return null;
  return `--${padded(figureOf(day[1]), 2)}-${padded(figureOf(day[2]), 2)}`;
}

function halfPart(isFirst: boolean, isEnd: boolean): YearPart {
  if (isEnd) return isFirst ? "--06-end" : "year-end";
  return isFirst ? "first-half" : "second-half";
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
  const third = monthThirds[day ?? ""];
  if (third !== undefined) return thirdOfMonth(year, Number(month), third);
  const whole = monthsOfYear(year, Number(month), Number(month));
  if (day === undefined) return { grain: "month", ...whole };
  if (day === "end") return lastDayOf(whole);
  const found = Math.min(whole.start + Number(day) - 1, whole.end);
  return { start: found, end: found, grain: "day" };
}

type MonthThird = "first" | "middle" | "last";
const monthThirds: Readonly<Record<string, MonthThird>> = { early: "first", mid: "middle", late: "last" };

/** 上旬 and 中旬 have ten days each, 下旬 the rest. */
export function thirdOfMonth(year: number, month: number, third: MonthThird): CalendarDays {
  const { start, end } = monthsOfYear(year, month, month);
  if (third === "first") return { start, end: start + 9, grain: "month" };
  if (third === "last") return { start: start + 20, end, grain: "month" };
  return { start: start + 10, end: start + 19, grain: "month" };
}

/** The quarter of a figure; null when there is none such. */
export function quarterPart(figure: string | undefined): YearPart | null {
  const parts = ["q1", "q2", "q3", "q4"] as const;
  return parts[figureOf(figure) - 1] ?? null;
}

/** Figure of one or two digits, Latin or Chinese; 0 (no month, no day) when it is neither. */
export function figureOf(text: string | undefined): number {
  if (text === undefined) return 0;
  return /^\d/.test(text) ? Number(text) : (chineseInteger(text) ?? 0);
}

/** Digits with zeros before them. */
export function padded(value: number, width: number): string {
  return String(value).padStart(width, "0");
}

/** The last day of a period alone. */
export function lastDayOf(period: { readonly end: Day }): CalendarDays {
  return { start: period.end, end: period.end, grain: "day" };
}
