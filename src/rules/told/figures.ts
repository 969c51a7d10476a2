/**
 * The levels that a sentence tells of indicators, beside their names, in other words or after the sentence before; and figures that look like
 * levels and are none. Shared by a rule; not a rule.
 */
import type { PlanCalendar } from "../../plan/parse-time.ts";
import type { Plan } from "../../plan/plan.ts";
import { wholeNumber } from "../../plan/whole-number.ts";
import { chinese } from "../../text/chinese.ts";
import type { Figures } from "../target/levels.ts";
import { datesIn, isWholeYear, type TextDate } from "../texts/dates.ts";
import { levelsIn, type TextFigure } from "../texts/figures.ts";
import { inOwnUnits } from "../texts/figures-over.ts";
import { wholeMentionsIn } from "../texts/indicator-mentions.ts";
import type { ToldSentence } from "../texts/sentences.ts";
import { levelsTold, mayTellLevel, stepsOnTheWay } from "./levels.ts";
import { levelsToldOtherwise, type ToldOtherwise } from "./otherwise.ts";
import { inUnitOf } from "./stated-figures.ts";
import { doneIn, yearlyToldIn } from "./yearly.ts";

/** All levels of a sentence; `before`: the sentence before it in its text, empty for none. */
export function levelsToldIn(
  sentence: string,
  before: string,
  plan: Plan,
  calendar: PlanCalendar,
): readonly ToldOtherwise[] {
  const told = [...levelsOf(sentence, plan, calendar), ...levelsInTurn(sentence, before, plan, calendar)];
  if (told.length === 0 || !chinese.test(sentence)) return told;
  const whole = /每年|年均/u.test(sentence) ? withTotals(told, sentence) : told;
  return whole.flatMap((one) => {
    const end = isUndatedTotal(one) ? endOfYears(sentence, one.figure, calendar) : null;
    if (end === null) return [one];
    const bases = one.figures.baselines.map(({ value }) => value);
    if (bases.every((base) => base.eq(0))) return [{ ...one, date: end }];
    return isMadeSince(one, sentence) ? [] : [one];
  });
}

function isUndatedTotal({ figures, date }: ToldOtherwise): boolean {
  return date === null && figures.indicator.value.value === "running-total";
}

/** 两年共完成120所, from 40 to 160: what comes to the baseline; 力争两年完成125所 more of it. */
function isMadeSince({ figures, figure }: ToldOtherwise, sentence: string): boolean {
  const isHope = /力争|争取/u.test(sentence.slice(Math.max(0, figure.at - 30), figure.at));
  const value = inUnitOf(figure, figures.unit, figures.indicator);
  return (
    value !== null &&
    figures.baselines.some((base) =>
      figures.levels.some((level) => {
        const side = base.value.plus(value).cmp(level.value);
        return side === 0 || (isHope && side > 0);
      }),
    )
  );
}

const inYears = new RegExp(
  `(?<![近前后首头末到至第每\\d])(([一二两三四五六七八九十]|\\d{1,2})年)(?:来|间|内|期间)?(?:计划|力争|拟|要|将)?(?:共计?|累计|总共|合计|总计|(?=${doneIn.source}))[^，。；、\\d]{0,24}$`,
  "u",
);

/** 五年共培育50家, of a plan of five years: by its end. */
function endOfYears(sentence: string, { at }: TextFigure, { start, end }: PlanCalendar): TextDate | null {
  const head = sentence.slice(0, at);
  const [, shown = "", number = ""] = inYears.exec(head) ?? [];
  if (shown === "" || start === null || end === null) return null;
  const years = wholeNumber(number);
  if (years !== Math.round((end - start + 1) / 365.25)) return null;
  const from = head.lastIndexOf(shown);
  return { shown, at: from, end: from + shown.length, start: end, last: end };
}

/** 每年培育10家，五年共培育50家 of a running total: what is done in every year is none of its levels, all of it is. */
function withTotals(told: readonly ToldOtherwise[], sentence: string): readonly ToldOtherwise[] {
  const yearly = yearlyToldIn(sentence);
  const each = yearly?.each?.figure.at;
  const total = yearly?.isOfSome === true ? undefined : yearly?.total?.figure;
  return told.flatMap((one): readonly ToldOtherwise[] => {
    if (one.figures.indicator.value.value !== "running-total" || one.figure.at !== each) return [one];
    return total === undefined ? [] : [{ figures: one.figures, figure: total, date: null }];
  });
}

/** The levels that a sentence tells beside the names of indicators, and those that it tells in other words. */
function levelsOf(sentence: string, plan: Plan, calendar: PlanCalendar): readonly ToldOtherwise[] {
  const levels = inOwnUnits(levelsIn(sentence), sentence, plan);
  if (!mayTellLevel(sentence, levels)) return [];
  const dates = datesIn(sentence, calendar);
  const beside = wholeMentionsIn(sentence, plan).flatMap((mention) =>
    levelsTold(sentence, mention, levels, dates).map((told) => ({ ...told, figures: mention.figures })),
  );
  const taken = new Set(beside.map(({ figure }) => figure.at));
  const told = [...beside, ...levelsToldOtherwise(sentence, plan, levels, dates, taken)];
  const [first] = told;
  const steps = chinese.test(sentence) ? [] : stepsOnTheWay(sentence, dates);
  if (steps.length === 0) return told;
  const named = first === undefined ? wholeMentionsIn(sentence, plan) : told;
  const all = new Set(named.map(({ figures }) => figures));
  const known = new Set(told.map(({ figure }) => figure.at));
  // Of several it is open whose steps they are.
  const [only] = all.size === 1 ? all : [];
  const further = steps.filter(({ figure }) => !known.has(figure.at));
  return [...told, ...further.flatMap((one) => (only === undefined ? [] : [{ ...one, figures: only }]))];
}

const inTurnAlone =
  /^\s*(?:其中，?)?(?:[到至])?((?:19|20)\d\d年(?:年?[底末]|上半年|下半年|\d{1,2}月[底末]?)?)(?:之?前)?，?(?:要|将|须|应|力争)?分别(?:再)?(?:达到?|提[高升][到至]|[升增][到至]|[降减]低?[到至]|为|不低于|不超过)/u;

/** 2026年回收利用率达到34%、准确率达到77%；2027年分别达到37%和84%: whose levels they are stands in the sentence before. */
function levelsInTurn(
  sentence: string,
  before: string,
  plan: Plan,
  calendar: PlanCalendar,
): readonly ToldOtherwise[] {
  if (!inTurnAlone.test(sentence)) return [];
  const [date, second] = datesIn(sentence, calendar);
  const row = levelsIn(sentence);
  const named = levelsOf(before, plan, calendar).filter(
    ({ figures }, i, all) => all.findIndex((one) => one.figures === figures) === i,
  );
  if (date === undefined || second !== undefined || row.length < 2 || row.length !== named.length) return [];
  return named.flatMap(({ figures }, i) => (row[i] === undefined ? [] : [{ figures, figure: row[i], date }]));
}

const leadBefore =
  /^\s*(?:[（(]?[一二三四五六七八九十\d]{1,3}[)）、.．]\s?)?(?:力争|确保|争取|计划)?(?:[到至]|截[至止]|(?:By|In|Until|At) (?:the )?(?:end of )?)?\s?$/u;
const leadBehind = /^(?:年?[底末])?(?:之?前|以前)?[，,]/u;
const ofOwnTime =
  /[一二两三四五六七八九十]年(?:来|内|间|期间)?(?:共|累计|总共|合计)|最终|远期|长期|今后|此后|随后|目前|当前|现有|已|曾|每年|常年|始终|同期|\b(?:later|eventually|now|today|already|every year|was|were)\b/iu;

/** 到2026年底，覆盖率达到85%；满意度达到90%: the date at the head of a row holds for what follows behind semicolons. */
export function dateOfRow({ plain, head }: ToldSentence, calendar: PlanCalendar): TextDate | null {
  if (head === null || ofOwnTime.test(plain) || datesIn(plain, calendar).length > 0) return null;
  const [first, second] = datesIn(head, calendar);
  if (first === undefined || second !== undefined) return null;
  const isLead = leadBefore.test(head.slice(0, first.at)) && leadBehind.test(head.slice(first.end));
  return isLead ? first : null;
}

/** What a sentence tells beside an indicator with a date is a sum so far, one year of a total or a season, not its level. */
export function isOfOtherTime(
  sentence: string,
  figures: Figures,
  figure: TextFigure,
  date: TextDate,
  plan: Plan,
): boolean {
  return (
    isOfOneYear(sentence, figures, figure, date) ||
    isSoFar(sentence, figures, figure, date, plan) ||
    isOfFormerPlan(figures, date, plan) ||
    ofSeason.test(sentence.slice(date.end))
  );
}

/** 2025年累计完成420户, of what this plan counts from nothing: what was done before it is none of it. */
function isOfFormerPlan({ indicator }: Figures, { last }: TextDate, { period }: Plan): boolean {
  const start = period?.start?.value ?? null;
  if (indicator.value.value !== "running-total" || start === null || last >= start) return false;
  return indicator.baseline.some(({ is }) => is.value.quantity.value.eq(0));
}

/** 到2028年累计达到85平方公里: what a flow makes up to a date before the end of the plan is not the amount of that year. */
function isSoFar(
  sentence: string,
  { indicator }: Figures,
  { at }: TextFigure,
  date: TextDate,
  { period }: Plan,
): boolean {
  const end = period?.end?.value ?? null;
  if (indicator.value.value !== "flow" || end === null || date.last >= end) return false;
  return /累计|合计/u.test(sentence.slice(Math.max(0, at - 8), at));
}

/** 2025年春季为86%: what holds in a season is not the value of the year. */
const ofSeason = /^年?的?(?:[春夏秋冬]季|[春秋]季?学期|[上下]学期|汛期|枯水期|丰水期|采暖[季期])/u;

/** 2027年完成改造60所: what is done in one year of what a running total counts from the beginning. */
function isOfOneYear(sentence: string, { indicator }: Figures, { at }: TextFigure, date: TextDate): boolean {
  if (indicator.value.value !== "running-total" || !isWholeYear(date)) return false;
  const before = sentence.slice(Math.max(0, date.at - 3), date.at);
  const between = sentence.slice(date.end, Math.max(date.end, at));
  if (/[到至]$/u.test(before) || /累计|共达|达到/u.test(between)) return false;
  return doneIn.test(between) || (between === "" && rowOfYears.test(sentence.slice(0, date.at)));
}

/** 2026年培育15家，2027年25家: what is done stands in a row of years only once. */
const rowOfYears = new RegExp(
  `(?<![到至])(?:19|20)\\d\\d年(?![底末])[^，。；、：\\d]{0,12}(?:${doneIn.source})[^，。；、\\d]{0,16}\\d[^。；]{0,120}[，、]$`,
  "u",
);

/** 连续两个季度低于30%的，启动专项督导: what sets something off is no level to reach. */
export function isTrigger(sentence: string, { at, end }: TextFigure): boolean {
  const [head, tail] = [sentence.slice(Math.max(0, at - 60), at), sentence.slice(end, end + 12)];
  if (setOffBefore.test(head) && /^(?:时|的|，(?:即|则|应))/u.test(tail)) return true;
  return /\b(?:if|when|whenever|once|should)\b/iu.test(head) && setOffInEnglish.test(head);
}

const setOffBefore = /(?:低于|高于|超过|超出|不足|未达到?|跌破|降至)\s?$/u;
const setOffInEnglish =
  /\b(?:below|under|above|over|exceeds?|less than|more than|fewer than)(?: [a-z]+)? $/iu;
