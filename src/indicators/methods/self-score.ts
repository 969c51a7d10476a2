/**
 * `self-score`: the marks that a performance self-assessment (绩效自评) gives.
 *
 * ratio = v ÷ T, T ÷ v for a decrease, at most 1, and 1 where v meets T; score = `marks` (10) × ratio, unrounded.
 * `steps: { every, minus }`: each begun `every` by which v falls short of T costs `minus` marks, not below 0. `bands:
 * [{ within, marks }, …]`: the marks of the first band that holds the distance between v and T on either side, its limit
 * included; beyond all of them 0. With either, ratio = score ÷ marks. Distances in percent are points where the indicator is in percent,
 * else a share of T; bare numbers are in the unit.
 * Words: met → achieved, not_met → off-track. With `grades` the share of the marks: ≥ 80 % full → achieved, ≥ 60 %
 * partial → at-risk, below poor → off-track (`grades: true`, or other limits `[85%, 60%]`); a map gives observed words their share
 * (`grades: { 达成: 100%, 部分达成: 70% }`).
 * Missing: no baseline needed; without T not computable; where v and T have no common sense as a share (negative) not
 * computable unless v meets T.
 * Source: ENGINE.md section 6; METHODS.md section 5 (项目支出绩效自评表). Departs: nothing is rounded before the marks are given (310.2 → 154.74 gives
 * 4.988…, not 5); marks for going too far beyond T are not taken off.
 */
import Big from "big.js";
import { divide, formatDecimal } from "../../plan/decimal.ts";
import type { Status } from "../statuses.ts";
import {
  type DatedTarget,
  type Ground,
  type Method,
  type MethodInput,
  refused,
  type Verdict,
} from "./method.ts";
import { type SelfScoreSettings, selfScoreSettings } from "./self-score-settings.ts";

const one = new Big(1);
const zero = new Big(0);

export const selfScore: Method = {
  name: "self-score",
  needs: ["target"],
  parameters: ["marks", "steps", "bands", "grades"],
  check: selfScoreSettings,
  assess(input) {
    const settings = selfScoreSettings(input.parameters);
    const scored = scoreOf(input, settings);
    return "reason" in scored ? refused(scored.reason) : verdict(scored, input.meetsTarget, settings);
  },
  withoutValue: byWord,
};

/** A state or a grade: full marks where it is reached, else the share that `grades` gives to the word. */
function byWord({ word, meetsWord, parameters }: Ground): Verdict {
  if (word === null || meetsWord === null) return refused("no-observation");
  const settings = selfScoreSettings(parameters);
  const ratio = settings.shareOfWord.get(word) ?? (meetsWord ? one : zero);
  const { marks } = settings;
  const scored = { ratio, formula: "share", score: marks.times(ratio), scoreFormula: "marks × ratio" };
  return verdict({ ...scored, named: { share: ratio, marks } }, meetsWord, settings);
}

type Scored = Required<Pick<Verdict, "formula" | "scoreFormula" | "named">> & {
  readonly ratio: Big;
  readonly score: Big;
};

type Scoring = Scored | { readonly reason: string };

function verdict(scored: Scored, met: boolean, { limits, marks }: SelfScoreSettings): Verdict {
  const [methodStatus, status] = limits === null ? metWord(met) : gradeOf(scored.ratio, limits);
  return { ...scored, scale: `0..${formatDecimal(marks)}`, methodStatus, status, reason: null, basis: null };
}

type Word = readonly [word: string, status: Status];

function metWord(met: boolean): Word {
  return met ? ["met", "achieved"] : ["not_met", "off-track"];
}

function gradeOf(ratio: Big, { full, partial }: { readonly full: Big; readonly partial: Big }): Word {
  if (ratio.gte(full)) return ["full", "achieved"];
  return ratio.gte(partial) ? ["partial", "at-risk"] : ["poor", "off-track"];
}

function scoreOf(input: MethodInput, settings: SelfScoreSettings): Scoring {
  if (settings.bands.length > 0) return byBands(input, settings);
  return settings.steps === null ? byShare(input, settings) : bySteps(input, settings);
}

function byShare(input: MethodInput, { marks }: SelfScoreSettings): Scoring {
  const share = shareOf(input);
  if ("reason" in share) return share;
  return { ...share, score: marks.times(share.ratio), scoreFormula: "marks × ratio", named: { marks } };
}

type Share = { readonly ratio: Big; readonly formula: string } | { readonly reason: string };

function shareOf({ value, target, sign, meetsTarget }: MethodInput): Share {
  if (target === null) return { reason: "no-target" };
  const { value: v } = value;
  // Of a range the end that v has passed; where only an exact value will do, what lies on the other side of it.
  const level = target.upper !== null && v.gt(target.upper) ? target.upper : target.value;
  const falls = sign < 0 || (sign === 0 && v.gt(level));
  const [top, bottom] = falls ? [level, v] : [v, level];
  const formula = falls ? "min(1, T ÷ v)" : "min(1, v ÷ T)";
  const computable = bottom.gt(zero) && top.gte(zero);
  if (meetsTarget) return { ratio: one, formula: computable && target.upper === null ? formula : "1" };
  if (!computable) return { reason: "not-positive" };
  const ratio = divide(top, bottom);
  return { ratio: ratio.gt(one) ? one : ratio, formula };
}

function bySteps(input: MethodInput, { marks, steps }: SelfScoreSettings): Scoring {
  if (steps === null || input.target === null) return { reason: "no-target" };
  const every = inUnit(steps.every, input.target.value);
  if (every.lte(zero)) return { reason: "zero-target" };
  const short = shortOf(input);
  const left = marks.minus(steps.minus.times(stepsIn(short, every)));
  const score = left.lt(zero) ? zero : left;
  return {
    ratio: divide(score, marks),
    formula: "score ÷ marks",
    score,
    scoreFormula: `max(0, marks − minus × ceil(${shortFormula(input.sign, input.target)} ÷ every))`,
    named: { score, marks, minus: steps.minus, short, every },
  };
}

/** How many steps have begun: 5 short is one step of 5, anything more two. */
function stepsIn(short: Big, every: Big): Big {
  const whole = divide(short, every).round(0, 0);
  return whole.times(every).lt(short) ? whole.plus(1) : whole;
}

function byBands(input: MethodInput, { marks, bands }: SelfScoreSettings): Scoring {
  const { target, value } = input;
  if (target === null) return { reason: "no-target" };
  const short = shortOf(input);
  const distance = target.upper === null ? value.value.minus(target.value).abs() : short;
  const band = bands.find(({ within }) => distance.lte(inUnit(within, target.value)));
  const score = band?.marks ?? zero;
  return {
    ratio: divide(score, marks),
    formula: "score ÷ marks",
    score,
    scoreFormula: target.upper === null ? "band(|v − T|)" : "band(short)",
    named: { score, short, marks },
  };
}

/** By how much v misses T on the worse side; 0 where it does not. */
function shortOf({ value, target, sign }: MethodInput): Big {
  if (target === null) return zero;
  const below = target.value.minus(value.value);
  const above = value.value.minus(target.upper ?? target.value);
  const short =
    target.upper !== null || sign === 0 ? (below.gt(above) ? below : above) : sign > 0 ? below : above;
  return short.lt(zero) ? zero : short;
}

/** The same as a formula; of a range, and where both sides are worse, by the name of the number. */
function shortFormula(sign: MethodInput["sign"], { upper }: DatedTarget): string {
  if (sign === 0 || upper !== null) return "short";
  return sign > 0 ? "max(0, T − v)" : "max(0, v − T)";
}

function inUnit({ value, relative }: { readonly value: Big; readonly relative: boolean }, level: Big): Big {
  return relative ? value.times(level.abs()) : value;
}
