/**
 * Civil days as integers (days since 1970-01-01, proleptic Gregorian calendar, years 1–9999) and the arithmetic of
 * months, years and reporting periods on them. No clock and no time zone.
 */
import Big from "big.js";
import { divide } from "./decimal.ts";
import type { Day, Frequency } from "./time.ts";

/** Year, month 1–12, day of the month 1–31. */
export interface DateParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** A period with both ends, both included. */
export interface ClosedPeriod {
  readonly start: Day;
  readonly end: Day;
}

/** Most periods that `periodsBetween` lists: a century of days. */
const mostPeriods = 40_000;

const daysPer400Years = 146_097;
const isoPattern = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Number of days of a month (1–12). */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** The day of a date; null when there is no such date (2026-02-30) or the year is outside 1–9999. */
export function dayOf(year: number, month: number, day: number): Day | null {
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month))
    return null;
  return countDays(year, month, day);
}

/** Counts from March, so that a leap day is the last of its year. */
function countDays(year: number, month: number, day: number): Day {
  const marchYear = month > 2 ? year : year - 1;
  const marchMonth = (month + 9) % 12;
  const leaps = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400);
  return marchYear * 365 + leaps + Math.floor((marchMonth * 153 + 2) / 5) + day - 719_469;
}

/** Year, month and day of a day. */
export function dateParts(day: Day): DateParts {
  const sinceMarch0 = day + 719_468;
  const era = Math.floor(sinceMarch0 / daysPer400Years);
  const ofEra = sinceMarch0 - era * daysPer400Years;
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365,
  );
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * ofYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: ofYear - Math.floor((153 * marchMonth + 2) / 5) + 1,
  };
}

/** `2026-06-30`. */
export function isoDay(day: Day): string {
  const { year, month, day: ofMonth } = dateParts(day);
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(ofMonth).padStart(2, "0")}`;
}

/** The day of a strict `YYYY-MM-DD`; null for anything else, impossible dates included. */
export function parseIsoDay(text: string): Day | null {
  const match = isoPattern.exec(text);
  return match === null ? null : dayOf(Number(match[1]), Number(match[2]), Number(match[3]));
}

/** The same day of the month `months` later (negative: earlier), or the last of a shorter month. */
export function addMonths(day: Day, months: number): Day {
  const { year, month, day: ofMonth } = dateParts(day);
  const count = year * 12 + month - 1 + months;
  const toYear = Math.floor(count / 12);
  const toMonth = count - toYear * 12 + 1;
  return countDays(toYear, toMonth, Math.min(ofMonth, daysInMonth(toYear, toMonth)));
}

/** The same date `years` later; 29 February becomes the 28th in common years. */
export function addYears(day: Day, years: number): Day {
  return addMonths(day, years * 12);
}

/** First day of the month that holds a day. */
export function monthStart(day: Day): Day {
  return day - dateParts(day).day + 1;
}

/** Last day of the month that holds a day. */
export function monthEnd(day: Day): Day {
  const { year, month, day: ofMonth } = dateParts(day);
  return day - ofMonth + daysInMonth(year, month);
}

/** The months `first`–`last` (1–12) of a year, as a period. */
export function monthsOfYear(year: number, first: number, last: number): ClosedPeriod {
  return { start: countDays(year, first, 1), end: countDays(year, last, daysInMonth(year, last)) };
}

/**
 * Years from one day to another (ENGINE.md section 2): whole calendar years plus the remaining days over the days of the
 * year that follows them. 2026-06-30 → 2027-12-31 is 1 + 184/366. Negative when `to` is before `from`.
 */
export function yearsBetween(from: Day, to: Day): Big {
  if (to < from) return yearsBetween(to, from).neg();
  let whole = dateParts(to).year - dateParts(from).year;
  if (addYears(from, whole) > to) whole -= 1;
  const anniversary = addYears(from, whole);
  const following = addYears(from, whole + 1) - anniversary;
  return divide(new Big(to - anniversary), new Big(following)).plus(whole);
}

/**
 * The calendar period of a frequency that holds a day. Weeks run from Monday to Sunday. Several years, months, weeks or days
 * are counted off from the first day of the calendar, so that spans of five years end in 2025 and 2030 as five-year plans do.
 */
export function periodContaining(day: Day, frequency: Frequency): ClosedPeriod {
  const { count, unit } = lengthOf(frequency);
  if (unit === "days") return runOfDays(day, firstMonday, count);
  const { year, month } = dateParts(day);
  const index = (year - 1) * 12 + month - 1;
  const first = index - (index % count);
  return { start: firstOfMonth(first), end: firstOfMonth(first + count) - 1 };
}

/** 0001-01-01, a Monday in the proleptic calendar. */
const firstMonday = -719_162;

function runOfDays(day: Day, from: Day, count: number): ClosedPeriod {
  const start = day - ((((day - from) % count) + count) % count);
  return { start, end: start + count - 1 };
}

/** First day of the month with this index, counted from January of the year 1. */
function firstOfMonth(index: number): Day {
  return countDays(Math.floor(index / 12) + 1, (index % 12) + 1, 1);
}

interface PeriodLength {
  readonly count: number;
  readonly unit: "days" | "months";
}

const lengths: ReadonlyMap<string, PeriodLength> = new Map<string, PeriodLength>([
  ["daily", { count: 1, unit: "days" }],
  ["weekly", { count: 7, unit: "days" }],
  ["monthly", { count: 1, unit: "months" }],
  ["quarterly", { count: 3, unit: "months" }],
  ["half-yearly", { count: 6, unit: "months" }],
  ["yearly", { count: 12, unit: "months" }],
]);

function lengthOf(frequency: Frequency): PeriodLength {
  const known = lengths.get(frequency);
  if (known !== undefined) return known;
  const [, number, word] = frequency.split(" ");
  const count = Number(number);
  if (word === "years" || word === "months")
    return { count: word === "years" ? count * 12 : count, unit: "months" };
  return { count: word === "weeks" ? count * 7 : count, unit: "days" };
}

/** The period of the same frequency that follows. */
export function nextPeriod(period: ClosedPeriod, frequency: Frequency): ClosedPeriod {
  return periodContaining(period.end + 1, frequency);
}

/**
 * All calendar periods that share a day with `from`..`to`, oldest first: the first and the last may reach beyond the
 * ends. Empty when `to` is before `from`; at most `mostPeriods` (the oldest).
 */
export function periodsBetween(from: Day, to: Day, frequency: Frequency): readonly ClosedPeriod[] {
  const periods: ClosedPeriod[] = [];
  if (to < from) return periods;
  for (let p = periodContaining(from, frequency); p.start <= to && periods.length < mostPeriods; ) {
    periods.push(p);
    p = nextPeriod(p, frequency);
  }
  return periods;
}

/** Spreadsheets count days from here. */
const serialStart = countDays(1899, 12, 30);

/** The date that a spreadsheet's day number of the years 1982 to 2091 stands for, as ISO day; null for other texts. */
export function daySerial(text: string): string | null {
  return /^[3-6]\d{4}$/.test(text) ? isoDay(serialStart + Number(text)) : null;
}
