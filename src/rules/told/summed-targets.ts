/**
 * What the totals of an indicator state, as figures that a text can be held against: each total, and for totals of years that follow
 * each other what they come to so far. Shared by rules on texts; not a rule.
 */
import { sumOf } from "../../plan/decimal.ts";
import type { Target } from "../../plan/plan.ts";
import { convert } from "../../plan/units.ts";
import type { Figures } from "../target/levels.ts";
import type { TextFigure } from "../texts/figures.ts";
import type { ToldSentence } from "../texts/sentences.ts";
import { type Stated, statedBy } from "./stated-figures.ts";

/** The levels and baselines of an indicator; of one that asks totals only, those beside its baselines. */
export function statedOrSummed(figures: Figures): readonly Stated[] {
  const stated = statedBy(figures);
  return stated.some(({ isLevel }) => isLevel) ? stated : [...totalsOf(figures), ...stated];
}

/** True where an indicator is asked totals and no level. */
export function asksTotals({ levels, indicator }: Figures): boolean {
  return levels.length === 0 && indicator.targets.some(({ kind }) => kind === "total");
}

interface Total {
  readonly stated: Stated;
  readonly start: number;
  readonly end: number;
}

function totalsOf({ indicator, unit }: Figures): readonly Stated[] {
  const totals = indicator.targets.flatMap((target): Total[] => {
    const { quantity, over } = target;
    const { start = null, end = null } = over?.value.period ?? {};
    if (!isPlain(target) || quantity === null || start === null || end === null) return [];
    const value = convert(quantity.value.value, quantity.value.unit, unit);
    const { upper, text } = quantity.value;
    if (value === null || upper !== null) return [];
    const section = target.section ?? indicator.section;
    const shown = text.trim();
    const stated = { value, high: null, shown, day: end, isLevel: true, span: target.stated.span, section };
    return [{ stated, start, end }];
  });
  // The widest first: without a date it is what is told of the whole.
  const wide = [...totals].sort((a, b) => b.end - b.start - (a.end - a.start));
  return [...wide.map(({ stated }) => stated), ...soFar(totals)];
}

function isPlain({ kind, place, scope }: Target): boolean {
  return kind === "total" && place === null && scope === null;
}

/** 300 in the first year and 400 in the second: 700 by the end of the second. */
function soFar(totals: readonly Total[]): readonly Stated[] {
  const inOrder = [...totals].sort((a, b) => a.start - b.start || a.end - b.end);
  const chain: Total[] = [];
  const sums: Stated[] = [];
  for (const total of inOrder) {
    const last = chain.at(-1);
    if (last !== undefined && total.start !== last.end + 1) continue;
    chain.push(total);
    if (last === undefined) continue;
    const value = sumOf(chain.map(({ stated }) => stated.value));
    sums.push({ ...total.stated, value, shown: chain.map(({ stated }) => stated.shown).join(" + ") });
  }
  return sums;
}

const inYears =
  /每[年季月]|年均|逐年|各年|\b(?:a|per|each|every) (?:year|month|quarter)\b|\b(?:yearly|annual(?:ly)?|monthly)\b/iu;
const inPart =
  /分年|首批|第[一二三四]批|其中|\b(?:of which|including|first|another|further|more than half|with (?:more|fewer|less|at least|over|under))\b/iu;
const partOfYear = /[上下]半年|季度|\b(?:first|second) half\b|\bquarter\b/iu;
const untilNow =
  /目前|现已|已(?:累计|完成|经)|迄今|过去|近[两三四五]年|\b(?:so far|to date|already|(?:has|have|had) been)\b/iu;
const inWhole =
  /[一二两三四五六七八九十\d]年(?:期间|内|间)?(?:共|总|累计|合计|计划)|累计|总计|合计|总共|\b(?:in all|in total|altogether|over the (?:whole|plan|programme|\w+ years)|throughout the (?:plan|programme)|during the (?:plan|programme))\b/iu;

/** The figure is one of a part of the time or of the things (每年培训400人次, another 200 homes), or of what was done before the plan. */
export function isOfPart({ plain }: ToldSentence, { at, end }: TextFigure): boolean {
  const from = Math.max(...["，", "；", ", ", "; "].map((sign) => plain.lastIndexOf(sign, at - 1)));
  const rest = plain.slice(end).search(/[，；]|[,;] /u);
  const clause = plain.slice(from + 1, rest < 0 ? plain.length : end + rest);
  return (
    untilNow.test(clause) ||
    inPart.test(clause) ||
    inYears.test(plain.slice(0, at)) ||
    partOfYear.test(plain.slice(0, at)) ||
    inYears.test(clause)
  );
}

/** The figure is told of the whole time: 三年累计, in all. */
export function isOfWholeTime({ plain }: ToldSentence, figures: Figures): boolean {
  return asksTotals(figures) && inWhole.test(plain);
}
