/** Dates in running text, in both languages, as days. Shared by rules; not a rule. */
import { dateParts, dayOf, monthEnd } from "../../plan/days.ts";
import { type PlanCalendar, parseTime, resolveTime } from "../../plan/parse-time.ts";
import type { Plan } from "../../plan/plan.ts";
import type { Day, Period } from "../../plan/time.ts";
import { chinese } from "../../text/chinese.ts";
import { fiveYearPlan, lastYearOf } from "./five-year-plans.ts";

/** A date with its place in the text. */
export interface TextDate {
  readonly shown: string;
  readonly at: number;
  readonly end: number;
  readonly start: Day;
  readonly last: Day;
}

const monthNames = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const written =
  /(?:19|20)\d\d年(?:(?:上半年|下半年|年?底|年?末|第?[一二三四1-4]季度)|\d{1,2}月(?:\d{1,2}日|底|末)?)?|(?:19|20)\d\d-(?:Q[1-4]|H[12]|\d\d(?:-\d\d)?)(?![\d-])|\bQ[1-4] (?:19|20)\d\d\b|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6} (?:19|20)\d\d\b|(?<![\d.,%-])(?:19|20)\d\d(?![\d.,%-]*[\d%％]|\/\d\d|[个人名户家元万处件所台套株棵亩吨千米次辆张份座支场间床头]|公[里顷斤]|平方|小时|[课学]时|项(?!目)|条(?!例|件))|\bM\d{1,2}\b|第\d{1,3}个月|(?:规划|实施|方案|计划)?期末|\bend of the (?:plan|programme|project|strategy)\b|\b[Mm]id-?(?:19|20)\d\d\b/u;
const pattern = new RegExp(`${written.source}|${fiveYearPlan}(?:时期|期间?)?末`, "gu");
/** By the end of December: the month names no year. */
const yearless =
  /\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b(?!,? (?:19|20)\d\d| ?(?:to|and|until|till|through|–|—|-) ?(?:the end of )?[A-Z][a-z]{2,8} (?:19|20)\d\d)/gu;
const whenBefore =
  /\b(?:by|in|until|till|before|from|since|during|between|end of|start of|beginning of) (?:the )?(?:early |late |mid-)?(?:\d{1,2} )?$/iu;
const anyMonth = /[JFMASOND][a-z]{2,8}/u;
const repeated = /\b(?:each|every|annual(?:ly)?|yearly|(?:a|per) year)\b/iu;

/** Fewest days from the first of a date to its last that are a year, not a month or a half. */
const daysOfYear = 360;

/** The date is a whole year: 2027年, in 2027. */
export function isWholeYear({ start, last }: TextDate): boolean {
  return last - start >= daysOfYear;
}

/** The calendar of a plan, for dates that count from its start. */
export function calendarOf(plan: Plan): PlanCalendar {
  return {
    start: plan.period?.start?.value ?? null,
    end: plan.period?.end?.value ?? null,
    phases: () => null,
  };
}

/** All dates of a sentence that lead to days, in order; at most 50. A month without year is one where the plan has it only once. */
export function datesIn(text: string, calendar: PlanCalendar): readonly TextDate[] {
  const dated = datesWithYear(text, calendar);
  const months = [...monthsBeforeYear(text), ...monthsWithoutYear(text, calendar)];
  return months.length === 0 ? dated : [...dated, ...months].sort((a, b) => a.at - b.at);
}

const beforeYear =
  /\b([A-Z][a-z]{2,8})(?= ?(?:to|and|until|till|through|–|—|-) ?(?:the end of )?[A-Z][a-z]{2,8} ((?:19|20)\d\d)\b)/gu;

/** From January to September 2026: the year stands behind the second month. */
function monthsBeforeYear(text: string): readonly TextDate[] {
  if (!anyMonth.test(text)) return [];
  return [...text.matchAll(beforeYear)].flatMap(({ 1: shown = "", 2: year = "", index: at }): TextDate[] => {
    const month = monthNames.indexOf(shown.slice(0, 3).toLowerCase());
    const first = month < 0 ? null : dayOf(Number(year), month + 1, 1);
    return first === null ? [] : [{ shown, at, end: at + shown.length, start: first, last: monthEnd(first) }];
  });
}

function monthsWithoutYear(text: string, { start, end }: PlanCalendar): readonly TextDate[] {
  // Most texts name none: a cheap look before the others.
  if (!anyMonth.test(text) || start === null || end === null || end - start > 2 * 366) return [];
  return yearlessMonths(text).flatMap(({ month, ...place }): TextDate[] => {
    const found = [0, 1, 2].flatMap((i) => {
      const first = dayOf(dateParts(start).year + i, month, 1);
      return first === null || first > end || monthEnd(first) < start ? [] : [first];
    });
    const [only, second] = found;
    return only === undefined || second !== undefined
      ? []
      : [{ ...place, start: only, last: monthEnd(only) }];
  });
}

/** A month whose year is not told: 1 to 12. */
export interface YearlessMonth extends Pick<TextDate, "shown" | "at" | "end"> {
  readonly month: number;
}

/** In May, by the end of December: English months of which the sentence tells no year, and no habit (every May). */
export function yearlessMonths(text: string): readonly YearlessMonth[] {
  if (!anyMonth.test(text) || chinese.test(text) || repeated.test(text)) return [];
  return [...text.matchAll(yearless)].flatMap(({ 0: shown, index: at }): YearlessMonth[] => {
    if (!whenBefore.test(text.slice(Math.max(0, at - 24), at))) return [];
    const month = monthNames.indexOf(shown.slice(0, 3).toLowerCase()) + 1;
    return [{ shown, at, end: at + shown.length, month }];
  });
}

function datesWithYear(text: string, calendar: PlanCalendar): readonly TextDate[] {
  const dates: TextDate[] = [];
  for (const match of text.matchAll(pattern)) {
    const [shown] = match;
    const days = daysOf(shown, calendar);
    if (days?.start == null || days.end === null) continue;
    dates.push({
      shown,
      at: match.index,
      end: match.index + shown.length,
      start: days.start,
      last: days.end,
    });
    if (dates.length >= 50) break;
  }
  return dates;
}

function daysOf(shown: string, calendar: PlanCalendar): Period | null {
  if (shown.includes("五")) {
    const last = dayOf(lastYearOf(shown), 12, 31);
    return { start: last, end: last };
  }
  if (shown.endsWith("期末") || shown.startsWith("end of the"))
    return calendar.end === null ? null : { start: calendar.end, end: calendar.end };
  const middle = /^mid-?(\d{4})$/iu.exec(shown)?.[1];
  if (middle !== undefined) return { start: dayOf(Number(middle), 6, 1), end: dayOf(Number(middle), 7, 31) };
  const month = monthNames.indexOf(shown.slice(0, 3).toLowerCase());
  if (month >= 0 && !/^M\d/.test(shown)) {
    const first = dayOf(Number(shown.slice(-4)), month + 1, 1);
    return first === null ? null : { start: first, end: monthEnd(first) };
  }
  const quarter = /^Q([1-4]) (\d{4})$/.exec(shown);
  const counted = /^第(\d{1,3})个月$/.exec(shown);
  const literal =
    quarter !== null ? `${quarter[2]}-Q${quarter[1]}` : counted !== null ? `M${counted[1]}` : shown;
  const reading = parseTime(literal);
  return reading.ok && reading.expression !== null ? resolveTime(reading.expression, calendar) : null;
}
