/**
 * Whole and parts in the words of an English sentence: 120 mentors, 70 in the first round and 50 in the second; 31 schools, of which 14 are in the valley and 19
 * in town; 90 nurses over three years, 30 each year. Shared by a rule; not a rule.
 */
import Big from "big.js";
import { englishCount, englishNumber } from "../../plan/english-number.ts";

/** A whole whose parts make another sum. */
export interface PartsTold {
  readonly whole: { readonly shown: string; readonly at: number };
  readonly part: { readonly shown: string; readonly at: number };
  readonly sum: Big;
  /** The parts are all of it: they are told behind a colon, or year by year. */
  readonly isAll: boolean;
}

const counted = new RegExp(
  `(?<![\\d.,£$€-])\\b(${englishCount}) (?!per ?cent|in |of |to |or |and )([a-z-]{3,20})\\b`,
  "giu",
);
const opening =
  /: |, of (?:which|whom|them) |, (?=(?:\d{1,6}|[a-z]{3,9}) of (?:which|them|whom) (?:in|from|for|at|on) )/u;
const aPart = new RegExp(
  `^(?:and )?(?:of (?:which|whom|them) )?(${englishCount})(?: of (?:which|them|whom))?(?= (?:(?:is|are|will be) )?(?:more )?(?:(?:[a-z-]+ ){0,2})?(?:in|for|from|at|on|by|to|with|rural|urban|are|is|the|[a-z]+$)|$)(?! ?(?:%|per ?cent))[^£$€%\\d]{0,60}$`,
  "iu",
);
const soft =
  /\b(?:about|around|some|roughly|nearly|almost|at least|at most|up to|more than|less than|over(?! (?:two|three|four|five|six|\d))|including|such as|among them|or)\b/iu;
/** 35 in each of the next two years is more than one part. */
const repeated = /\b(?:each|every|both|per)\b/iu;
/** What is measured has no members that could be counted. */
const notCounted =
  /^(?:[a-z]*met(?:re|er)s?|miles?|hectares?|acres?|tonnes?|degrees|per|percent|million|billion|January|February|March|April|May|June|July|August|September|October|November|December|years?|months?|weeks?|days?|hours?|minutes?|times|points?|marks)$/iu;

function numberOf(words: string): Big | null {
  const value = englishNumber(words) ?? words.replaceAll(",", "");
  return /^\d+$/u.test(`${value}`) ? new Big(value) : null;
}

/** The whole with its parts, where they do not fit; null for none. */
export function partsTold(text: string): PartsTold | null {
  return rowTold(text) ?? yearsTold(text);
}

function rowTold(text: string): PartsTold | null {
  const match = opening.exec(text);
  if (match === null) return null;
  const [sign] = match;
  const head = text.slice(0, match.index);
  const wholes = [...head.matchAll(counted)].flatMap(({ 1: shown = "", 2: noun = "", index: at }) => {
    const value = notCounted.test(noun) || /^(?:19|20)\d\d$/u.test(shown) ? null : numberOf(shown);
    return value === null ? [] : [{ shown, at, value }];
  });
  const [whole, another] = wholes;
  if (whole === undefined || another !== undefined || soft.test(text.slice(whole.at)) || repeated.test(text))
    return null;
  const from = match.index + sign.length;
  const row = text.slice(from).split(/,? and |, /u);
  const values = row.map((one) => numberOf(aPart.exec(one.trim())?.[1] ?? ""));
  if (values.length < 2 || values.some((one) => one === null)) return null;
  const sum = values.reduce((all: Big, one) => all.plus(one ?? 0), new Big(0));
  const isAll = sign === ": ";
  if (isAll ? sum.eq(whole.value) : sum.lte(whole.value)) return null;
  const [first = ""] = row;
  const [shown = ""] = new RegExp(englishCount, "iu").exec(first) ?? [];
  return { whole, part: { shown, at: from + first.indexOf(shown) }, sum, isAll };
}

const overYears = new RegExp(
  `\\b(${englishCount})((?: [a-z-]{2,20}){0,4}) (?:over|in|within) (?:the |its )?(${englishCount}) years[^.;\\d]{0,20}?, (?:that is |or |which is )?(${englishCount})((?: [a-z-]{2,20}){0,2}) (?:a|each|per|every|in each) year\\b`,
  "iu",
);
const yearsOver = new RegExp(
  `\\b(${englishCount})((?: [a-z-]{2,20}){0,4}) (?:a|each|per|every) year[^.;\\d]{0,20}?, (?:that is |or |which is |making )?(${englishCount})((?: [a-z-]{2,20}){0,2}) (?:over|in) (?:the |its )?(${englishCount}) years\\b`,
  "iu",
);

/** So many in all and so many a year. */
function yearsTold(text: string): PartsTold | null {
  if (!/\byears?\b/iu.test(text) || soft.test(text)) return null;
  const inAll = overYears.exec(text);
  const yearly = inAll === null ? yearsOver.exec(text) : null;
  const match = inAll ?? yearly;
  if (match === null) return null;
  const [all = "", years = "", each = ""] =
    inAll === null ? [match[3], match[5], match[1]] : [match[1], match[3], match[4]];
  const [a, b, c] = [numberOf(all), numberOf(years), numberOf(each)];
  if (a == null || b == null || c == null) return null;
  const sum = b.times(c);
  if (sum.eq(a)) return null;
  const at = (shown: string, isFirst: boolean): number =>
    match.index + (isFirst ? match[0].indexOf(shown) : match[0].lastIndexOf(shown));
  return {
    whole: { shown: all, at: at(all, inAll !== null) },
    part: { shown: each, at: at(each, inAll === null) },
    sum,
    isAll: true,
  };
}
