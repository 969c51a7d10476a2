/**
 * A weight in a text must be the weight that is stated.
 *
 * Looks at: sentences of section texts that speak of weights (权重, 占比, weight), with the name of a dimension, an indicator or a component of a
 * scorecard and a share right behind it, or several of them and as many shares in turn (权重分别为30%、50%和20%).
 * Reports: the share; related: the stated weight. An error where every statement of the weight is another.
 * Source: DESIGN.md section 4 (two statements that cannot both hold), FORMAT.md section 5 (weights).
 */
import type Big from "big.js";
import type { Given } from "../../plan/given.ts";
import { entriesAt, labelOf, quantitiesAt } from "../../plan/parameters.ts";
import { parseQuantity } from "../../plan/parse-quantity.ts";
import type { Plan } from "../../plan/plan.ts";
import type { Quantity } from "../../plan/quantity.ts";
import { chinese } from "../../text/chinese.ts";
import { defineRule } from "../define-rule.ts";
import { nameOf } from "../name-of.ts";
import { partSpan } from "../plan-words.ts";
import { textInChinese, textInEnglish } from "../section-words.ts";
import { plainSharesIn, rowInEnglish } from "../texts/english-weights.ts";
import { figuresIn, type TextFigure } from "../texts/figures.ts";
import { inTurn } from "../texts/in-turn.ts";
import { isAtUnknownPlace, isOtherScore, tellsOfBefore } from "../texts/not-of-plan.ts";
import { isOfDivided, isOfOthers } from "../texts/of-others.ts";
import { placeOf, sentencesTold, toldTexts } from "../texts/sentences.ts";

type Args = {
  readonly section: string | null;
  readonly of: string;
  readonly name: string;
  readonly said: string;
  readonly stated: string;
};

export const narrativeWeightConflict = defineRule<Args>({
  code: "narrative/weight-conflict",
  severity: "error",
  named: ["of"],
  text: {
    en: {
      title: "Weight in the text against the stated weight",
      message: (a) =>
        `${textInEnglish(a)} gives "${a.name}" a weight of ${a.said}, but its weight is ${a.stated}`,
      why: "Whoever scores by the text comes to another result than whoever scores by the plan.",
      fix: "Correct the text or the weight.",
    },
    zhHans: {
      title: "正文权重与填写不符",
      message: (a) => `${textInChinese(a)}写“${a.name}”的权重为“${a.said}”，而填写的权重为“${a.stated}”`,
      why: "按正文计分与按填写的权重计分，结果不同。",
      fix: "更正正文或权重。",
    },
  },
  check({ plan, report }) {
    const texts = toldTexts(plan).filter(({ text }) => anyWeight.test(text));
    if (texts.length === 0) return;
    const weighed = weighedIn(plan);
    for (const text of texts) {
      for (const sentence of sentencesTold(text)) {
        if (!anyWeight.test(sentence.text) || isNotOfPlan(sentence.text, plan)) continue;
        const shares = sharesIn(sentence.text);
        const inTurn = sharesInTurn(sentence.text, weighed, shares);
        // A ratio stands for all of them: it is told of the first.
        const told = new Set<number>();
        for (const one of weighed) {
          const share = inTurn.get(one) ?? shareOf(sentence.text, one, shares, longerNames(one, weighed));
          if (share === null || one.weights.some(({ value }) => inPercent(value)?.eq(share.quantity.value)))
            continue;
          const [stated] = one.weights;
          if (stated === undefined || told.has(share.at)) continue;
          if (isOfOthers(sentence.text, share.at, plan) || isOfDivided(sentence.text, share.at)) continue;
          told.add(share.at);
          const args = {
            ...placeOf(text),
            name: one.name,
            said: share.shown.trim(),
            stated: stated.value.text.trim(),
          };
          const related = [{ span: stated.span, note: { en: "the stated weight", zhHans: "填写的权重" } }];
          const span = partSpan(text.span, args.said, sentence.at + share.at);
          report(span, args, { on: text.item, related });
        }
      }
    }
  },
});

/** The regulator scores providers too; until 2025 completion counted for 70%; in Kirkby it is 60%. */
function isNotOfPlan(sentence: string, plan: Plan): boolean {
  return isOtherScore(sentence, plan) || tellsOfBefore(sentence, plan) || isAtUnknownPlace(sentence, plan);
}

/** 由过程、成效、评价三部分组成，权重分别为30%、50%和20%: as many names as shares, in one order. */
function sharesInTurn(
  sentence: string,
  weighed: readonly Weighed[],
  shares: readonly TextFigure[],
): ReadonlyMap<Weighed, TextFigure> {
  if (!chinese.test(sentence))
    return speaksOfWeights.test(sentence) ? rowInEnglish(sentence, weighed, shares) : new Map();
  return inTurn(sentence, weighed, shares, (one) => one.name);
}

function sharesIn(sentence: string): readonly TextFigure[] {
  const shares = [...figuresIn(sentence), ...marksIn(sentence)]
    .filter(({ quantity: { unit, soft } }) => soft === null && unit?.dimension === "percent")
    .sort((a, b) => a.at - b.at);
  return chinese.test(sentence) || !speaksOfWeights.test(sentence)
    ? shares
    : [...shares, ...plainSharesIn(sentence, shares)];
}

/** Marks of a hundred (占40分) weigh as a share; figures of other rules leave marks out. */
const marks = /(?<![\d.])(\d{1,3}(?:\.\d)?)分(?!钟|[之别为批类级步组])/gu;

function marksIn(sentence: string): readonly TextFigure[] {
  return [...sentence.matchAll(marks)].flatMap(({ 0: shown, 1: value = "", index }): TextFigure[] => {
    const reading = parseQuantity(`${value}%`);
    return reading.ok ? [{ shown, at: index, end: index + shown.length, quantity: reading.quantity }] : [];
  });
}

/** Names of other things that end with this one's: customer service beside service. */
function longerNames({ name }: Weighed, weighed: readonly Weighed[]): readonly string[] {
  const own = name.toLowerCase();
  return weighed.map((other) => other.name.toLowerCase()).filter((one) => one !== own && one.endsWith(own));
}

function withoutNames(text: string, names: readonly string[]): string {
  return names.reduce((left, one) => left.replaceAll(one, "\u0000".repeat(one.length)), text);
}

/** The share that the sentence gives to what is weighed; null for none. */
function shareOf(
  sentence: string,
  { names, isPart }: Weighed,
  shares: readonly TextFigure[],
  longer: readonly string[],
): TextFigure | null {
  // Two letters are a name only in a row of names.
  if ((names[0]?.length ?? 0) < shortestName) return null;
  const speaks = speaksOfWeights.test(sentence) || isRowOfParts.test(sentence);
  if (!speaks && ofMeans.test(sentence)) return null;
  const text = withoutNames(sentence.toLowerCase(), longer);
  // A shortened name stands for its component only where the text speaks of weights.
  for (const name of speaks ? names : names.slice(0, 1)) {
    const share = shareBeside(text, name.toLowerCase(), shares, { speaks, isPart });
    if (share !== null) return share;
  }
  return null;
}

function shareBeside(
  text: string,
  wanted: string,
  shares: readonly TextFigure[],
  { speaks, isPart }: { readonly speaks: boolean; readonly isPart: boolean },
): TextFigure | null {
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
    const end = at + wanted.length;
    if (/[a-z]/.test(text.charAt(at - 1)) || joined.test(text.slice(Math.max(0, at - 16), at))) continue;
    const isTold = (one: TextFigure): boolean => {
      if (one.at > end + farthest || one.end < at - farthest) return false;
      if (one.at >= end) {
        const between = text.slice(end, one.at);
        if (givesTo.test(between)) return isPart && toScore.test(text.slice(one.end, one.end + 60));
        const isScore = speaks || scoreBehind.test(text.slice(one.end, one.end + 30));
        return isPart || speaks ? weighs.test(between) || (isScore && beside.test(between)) : false;
      }
      const before = text.slice(one.end, at);
      return (
        one.end <= at &&
        (((isPart || speaks) && cameFrom.test(before)) || (isPart && speaks && isFor.test(before)))
      );
    };
    const share = shares.find(isTold);
    if (share !== undefined) return share;
  }
  return null;
}

const shortestName = 3;
/** A share further away from the name belongs to something else. */
const farthest = 60;

/** What a share of money or staff goes to is no weight. */
const ofMeans =
  /资金|经费|支出|投入|预算|收入|投资|补助|编制|人员|岗位|\b(?:funds?|budget|spending|grants?|money|staff|cost)\b/iu;
/** The share of several together is none of one: 上级评价、群众评议占80%. */
const joined = /(?:[^%％分）)\s\d][、和与及]|(?<!%|per cent|percent|\d|\))(?:,| and)(?: the)? )$/u;
const weighs =
  /^(?:在[^，。；]{2,20}[中里])?(?:的)?(?:得分|分值|成绩|结果|部分|评分)?[（(]?(?:所?占(?!比重大)|计|权重|比重|占比)(?:总分|总成绩|总评|总分值)?(?:的)?(?:权重|比重|占比)?(?:提高|调整|设定|确定|增加|降低|提升)?(?:为|到|至|是|不低于|[：:\s])*$|^(?:'s)? (?:component |part |score )?(?:counts?(?: for)?|accounts? for|makes? up|carr(?:y|ies)|(?:has|have) a weight of|is weighted(?: at| with)?|weighs|is worth|gets?) (?:up )?$/u;
/** These verbs are of weights only with what they give to: contributes 40% of the score. */
const givesTo = /^ (?:contributes?|determines?|forms?|represents?|constitutes?|decides?) (?:up to )?$/u;
const toScore =
  /^ (?:of|to|towards) (?:the|a|an|each|every|its|their|our|any) [^.,;]{0,40}\b(?:scores?|ratings?|marks|results?|totals?|grades?|rankings?|accreditation)\b/u;
/** In a sentence on weights the share may stand right behind: 上级评价40%、群众评议30%. */
const beside = /^(?:[（(：:\s]|为|是){0,3}$|^ (?:for|at|with|by|is|to) $/u;
const scoreBehind = /^ of the (?:score|marks|result|points|total)\b/u;
const cameFrom =
  /^ of (?:the |all )?(?:score|marks|result|total|points|final score) (?:comes? from|is for|goes? to|depends? on|rests? on|falls? to) (?:the )?$/u;

/** In a row of what is scored: 50% for compliance. */
const isFor = /^ (?:is )?for (?:the )?$/u;

const anyWeight =
  /\b(?:scored|rated|assessed|ranked|graded|judged)\b|[（(]\d{1,3}分[）)]|权重|比重|占|[满总]分|分别[赋计给]|\bweigh(?:t(?:s|ed|ings?)?|s|ed|ing)?\b|\b(?:counts? for|accounts? for|makes? up|is worth|rests? on|consists? of|made up of|combines|adds up|draws on|based on|contributes?|determines?|forms?|represents?|constitutes?|decides?|carr(?:y|ies)|of the (?:score|marks|result|points)|(?:score|marks|result|total) (?:comes?|is|goes|depends|rests))\b/iu;

/** Rests on observed care (50%), patient feedback (25%) and record keeping (25%). */
const isRowOfParts =
  /\b(?:rests? on|consists? of|is made up of|combines|adds up|draws on|is based on|(?:assessed|scored|rated|judged|graded|ranked) (?:[a-z]+ ){0,4}(?:on|by|for))\b[^.;]{0,120}?[a-z] \(\d{1,3} ?(?:%|per ?cent)\)(?:,| and|, and) [a-z ]{1,60} \(\d{1,3} ?(?:%|per ?cent)\)/iu;
/** 考核中，师资配备占50% speaks of weights as well. */
const speaksOfWeights =
  /权重|比重|[（(]\d{1,3}分[）)][、，][^。；\d]{2,20}[（(]\d{1,3}分[）)]|(?:考核|考评|评价|评分|计分|评比|测评)[^。；]{0,20}[满总]分(?:为)?100分|(?:考核|评价|评分|计分|评定)(?:[中内里]|得分|成绩|总分|结果)?[，：:]?[^。；]{0,60}占|\bweigh(?:t(?:s|ed|ings?)?|s|ed|ing)?\b|\b(?:scor|rat|grad|assess|judg)(?:e|es|ed|ing|ecard)\b[^.]{0,80}\b(?:counts? (?:for|\d+)|accounts? for|makes? up)\b|\b(?:scored|rated|assessed|ranked)\b[^.;%]{0,60}: \d{1,3}(?:%| per ?cent) for [^.;%]{2,40}\d{1,3}(?:%| per ?cent) for |\b(?:counts? for|accounts? for|makes? up)\b[^.]{0,40}\b(?:scor|rat)(?:e|es|ing|ecard)\b/iu;

interface Weighed {
  readonly name: string;
  /** The name, and its last word where no other has it. */
  readonly names: readonly string[];
  /** A component of a scorecard: its share is its weight. */
  readonly isPart: boolean;
  readonly weights: readonly Given<Quantity>[];
}

/** Everything with a weight by its name; names that are too short to be known again are left out. */
function weighedIn(plan: Plan): readonly Weighed[] {
  const items = [...plan.dimensions, ...plan.indicators].map((one) => ({
    name: nameOf(one),
    isPart: false,
    weights: one.weight.map(({ is }) => is),
  }));
  const components = plan.mechanisms
    .filter(({ type, origin }) => type.value === "scorecard" && origin !== "cited")
    .flatMap(({ parameters }) => entriesAt(parameters, "components"))
    .map((one) => ({
      name: labelOf(one) ?? "",
      isPart: true,
      weights: quantitiesAt(one, "weight").map(({ is }) => is),
    }));
  const byName = new Map<string, Omit<Weighed, "names">>();
  for (const one of [...items, ...components]) {
    const known = byName.get(one.name);
    const weights = [...(known?.weights ?? []), ...one.weights];
    byName.set(one.name, { ...one, isPart: one.isPart || known?.isPart === true, weights });
  }
  const all = [...byName.values()].filter(({ name, weights }) => name.length >= 2 && weights.length > 0);
  const many = new Map<string, number>();
  for (const { name } of all) many.set(lastWord(name), (many.get(lastWord(name)) ?? 0) + 1);
  return all.map((one) => {
    const end = lastWord(one.name);
    const isAlone = end.length >= 5 && many.get(end) === 1;
    return { ...one, names: isAlone && end !== one.name.toLowerCase() ? [one.name, end] : [one.name] };
  });
}

function lastWord(name: string): string {
  return /(?<![a-z])[a-z]{1,40}$/.exec(name.toLowerCase())?.[0] ?? "";
}

function inPercent({ value, unit }: Quantity): Big | null {
  if (unit === null) return value.lte(1) ? value.times(100) : value;
  return unit.dimension === "percent" || unit.dimension === "marks" ? value.times(unit.factor) : null;
}
