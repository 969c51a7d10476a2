/** What a sentence tells of the time of a phase right behind its name. Shared by rules of texts; not a rule. */
import { numeralClass } from "../../plan/chinese-number.ts";
import { englishNumberWords } from "../../plan/english-number.ts";
import { type PlanCalendar, parseTime, resolveTime } from "../../plan/parse-time.ts";
import type { Period } from "../../plan/time.ts";
import { wholeNumber } from "../../plan/whole-number.ts";
import { datesIn, type TextDate } from "./dates.ts";

/** The words with their place, and the days on which the phase begins and ends by them, or how many months it lasts. */
export interface PhaseTold {
  readonly shown: string;
  readonly at: number;
  readonly from: Period | null;
  readonly to: Period | null;
  readonly months: number | null;
}

const lead =
  "(?:\\s?[（(]|为期?|是|[：:]|即|，?(?:自|从)|\\s(?:is|covers|(?:will run|runs)(?: over| from)?|(?:lasts|takes)(?: from)?|extends from|goes from)|,(?: from)?)?\\s?";
const to = "\\s?(?:至|到|—|–|-|～|~|to)\\s?";
const months = new RegExp(
  `^(${lead}(?:the )?)(第?(\\d{1,2})(?:个月)?${to}第?(\\d{1,2})个月|[Mm]onths (\\d{1,2})${to}(\\d{1,2})|M(\\d{1,2})${to}M(\\d{1,2}))`,
  "u",
);
const calendarMonths = new RegExp(
  `^(${lead})((?:19|20)\\d\\d年\\d{1,2}月${to}(?:(?:19|20)\\d\\d年)?\\d{1,2}月(?!\\d|[1-3]?\\d日))`,
  "u",
);
/** April 2026 to March 2027. */
const englishMonths = new RegExp(
  `^(${lead}(?:from )?)((?:[A-Z][a-z]{2,8})(?: (?:19|20)\\d\\d)?(?:\\s?(?:to|until|–|—|-)\\s?(?:the end of )?)(?:[A-Z][a-z]{2,8}) (?:19|20)\\d\\d)`,
  "u",
);
const yearsTold = new RegExp(`^(${lead})(((?:19|20)\\d\\d)年?${to}((?:19|20)\\d\\d)年?)(?![\\d.月])`, "u");
const monthsOfCalendar = /^((?:19|20)\d\d)年(\d{1,2})月\D*?(?:((?:19|20)\d\d)年)?(\d{1,2})月$/u;
const lengthInYears = "(?:半年|[一两二三四五]年半?)";
const length = new RegExp(
  `^(\\s?(?:为期|历时|持续|共|,? ?(?:lasts|takes|runs for|will last|will take|will run for|takes up) (?:the (?:first|opening|last|final|closing) |all of |the whole of )?))\\s?((\\d{1,3}|${englishNumberWords}|[${numeralClass}]{1,3})(?:个月| months)|${lengthInYears}(?:时间)?(?=[，。；）)]|$))(?!\\s?(?:以|内|左右|前|后))`,
  "u",
);
const whenIn = "(?: (?:in|on|at|by|with|from))?(?: the)?(?: (?:start|beginning|end) of)?\\s";
const beginning = new RegExp(
  `^(?:\\s?(?:自|从|于|在)|\\s(?:begins|starts|opens|kicks off|is to start|(?:will|shall|must) (?:begin|start|open))${whenIn})`,
  "u",
);
const beginningEnd = /^(?:\s?(?:起|开始|启动)|(?=[\s,.;]|$))/u;
const ending = new RegExp(
  `^(?:\\s?(?:于|在|至|到)|\\s(?:ends|closes|finishes|concludes|is over|is (?:completed|finished|closed)|(?:will|shall|must) (?:end|close|finish|conclude|be (?:over|completed|finished|closed))|(?:runs|lasts|goes on|continues) (?:until|to))${whenIn})`,
  "u",
);
const endingEnd = /^(?:\s?(?:结束|完成|截止)|(?=[\s,.;]|$))/u;

/** What stands behind the name of a phase; null where no time of it as a whole does. */
export function phaseTold(sentence: string, end: number, calendar: PlanCalendar): PhaseTold | null {
  const rest = sentence.slice(end, end + 60);
  const counted = months.exec(rest);
  if (counted !== null) {
    const [, before = "", shown = "", ...figures] = counted;
    const [first, last] = figures.filter((one) => one !== undefined);
    const [from, until] = [periodOf(`M${first}`, calendar), periodOf(`M${last}`, calendar)];
    return spanOf(shown, end + before.length, from, until);
  }
  const dated = calendarMonths.exec(rest);
  if (dated !== null) {
    const [, before = "", shown = ""] = dated;
    const [, year = "", first = "", other, last = ""] = monthsOfCalendar.exec(shown) ?? [];
    const from = periodOf(`${year}-${first.padStart(2, "0")}`, calendar);
    const until = periodOf(`${other ?? year}-${last.padStart(2, "0")}`, calendar);
    return spanOf(shown, end + before.length, from, until);
  }
  const english = englishMonths.exec(rest);
  const [from, until] = english === null ? [] : datesIn(english[2] ?? "", calendar);
  if (english !== null && from !== undefined && until !== undefined) {
    const [, before = "", shown = ""] = english;
    const [first, last] = [from, until].map((one) => ({ start: one.start, end: one.last }));
    return spanOf(shown, end + before.length, first ?? null, last ?? null);
  }
  const inYears = yearsTold.exec(rest);
  if (inYears !== null) {
    const [, before = "", shown = "", first = "", last = ""] = inYears;
    return spanOf(shown, end + before.length, periodOf(first, calendar), periodOf(last, calendar));
  }
  const lasting = length.exec(rest);
  if (lasting !== null) {
    const [, before = "", shown = "", figure] = lasting;
    return { shown, at: end + before.length, from: null, to: null, months: monthsIn(shown, figure) };
  }
  return edgeTold(sentence, end, calendar);
}

/** 一年半 are 18 months. */
function monthsIn(shown: string, figure: string | undefined): number | null {
  if (figure !== undefined) return wholeNumber(figure);
  const years = /^([一两二三四五])年/u.exec(shown)?.[1];
  const whole = years === undefined ? 0 : (wholeNumber(years) ?? 0);
  return 12 * whole + (shown.includes("半") ? 6 : 0);
}

const lengthBehind = /^(?:底|末)?(?:止|为止|结束)?[）)]?(?:，|,)?\s?/u;

/** 自2026年7月至2028年6月，历时两年: how long it lasts, behind from when to when. */
export function lengthTold(sentence: string, end: number): PhaseTold | null {
  const rest = sentence.slice(end, end + 40);
  const [words = ""] = lengthBehind.exec(rest) ?? [];
  const lasting = length.exec(rest.slice(words.length));
  if (lasting === null) return null;
  const [, before = "", shown = "", figure] = lasting;
  const at = end + words.length + before.length;
  return { shown, at, from: null, to: null, months: monthsIn(shown, figure) };
}

/** 自2026年3月起, begins in March 2026; 于2026年9月结束, ends in September 2026. */
function edgeTold(sentence: string, end: number, calendar: PlanCalendar): PhaseTold | null {
  const rest = sentence.slice(end, end + 60);
  for (const [before, behind, edge] of [
    [beginning, beginningEnd, "from"],
    [ending, endingEnd, "to"],
  ] as const) {
    const [words] = before.exec(rest) ?? [];
    if (words === undefined) continue;
    const date = datesIn(sentence.slice(end), calendar).find(({ at }) => at === words.length);
    if (date === undefined || !behind.test(rest.slice(date.end))) continue;
    // A date alone, without a word behind it, is an edge only in English, where the word stands before.
    if (!/[a-z]/.test(words) && !/^\s?[起开启结完截]/u.test(rest.slice(date.end))) continue;
    const period = { start: date.start, end: date.last };
    const at = end + date.at;
    const until = edge === "from" ? endBehind(sentence, end + date.end, calendar) : null;
    if (until !== null) {
      const shown = sentence.slice(at, until.end);
      return { shown, at, from: period, to: { start: until.start, end: until.last }, months: null };
    }
    return {
      shown: date.shown,
      at,
      from: edge === "from" ? period : null,
      to: edge === "to" ? period : null,
      months: null,
    };
  }
  return null;
}

const untilBehind = /^(?:\s?(?:起|开始|启动))?，?\s?(?:至|到)/u;

/** 自2026年10月起，到2028年12月结束: the end behind the beginning; null for none. */
function endBehind(sentence: string, from: number, calendar: PlanCalendar): TextDate | null {
  const rest = sentence.slice(from, from + 40);
  const [words] = untilBehind.exec(rest) ?? [];
  if (words === undefined) return null;
  const date = datesIn(rest, calendar).find(({ at }) => at === words.length);
  if (
    date === undefined ||
    !/^\s?(?:底|末)?(?:结束|完成|截止|止|为止)(?=[，。；、）)]|$)/u.test(rest.slice(date.end))
  )
    return null;
  return { ...date, at: from + date.at, end: from + date.end };
}

function spanOf(shown: string, at: number, from: Period | null, until: Period | null): PhaseTold | null {
  return from === null || until === null ? null : { shown, at, from, to: until, months: null };
}

function periodOf(literal: string, calendar: PlanCalendar): Period | null {
  const reading = parseTime(literal);
  return reading.ok && reading.expression !== null ? resolveTime(reading.expression, calendar) : null;
}
