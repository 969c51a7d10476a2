/**
 * Bands of a scorecard must not overlap.
 *
 * Looks at: bands by rank, where the largest share from the top and the largest from the bottom are together more than all, and two for one and the same rank; and
 * bands by score, where two share more than an end. Bounds of one side that grow or fall from band to band (≥90, ≥70, <70)
 * are read in their order and do not overlap; one that turns back in that order (≥90, ≥70, ≥80) takes what the one before it has.
 * Reports: the later of the two bands; related: the other.
 * Source: FORMAT.md section 7 (scorecard).
 */
import Big from "big.js";
import type { Given } from "../../../plan/given.ts";
import { entriesAt, type ParameterMap, quantitiesAt, wordsAt } from "../../../plan/parameters.ts";
import { parseRank } from "../../../plan/rank.ts";
import { defineRule } from "../../../rules/define-rule.ts";
import { nameOf } from "../../../rules/name-of.ts";
import type { Span } from "../../../text/source.ts";
import { entryName, ofType } from "../../of-type.ts";

type Args = { readonly id: string; readonly name: string; readonly band: string; readonly other: string };

export const scorecardBandOverlap = defineRule<Args>({
  code: "scorecard/band-overlap",
  severity: "error",
  text: {
    en: {
      title: "Bands overlap",
      message: (a) => `${a.id}: the bands "${a.other}" and "${a.band}" overlap`,
      why: "Whoever falls into both bands is praised and blamed for one result.",
      fix: "Correct the shares or scores so that every result falls into one band.",
    },
    zhHans: {
      title: "等次划分重叠",
      message: (a) => `考核评价“${a.name}”的等次“${a.other}”与“${a.band}”重叠`,
      why: "同一结果落入两个等次，奖惩无从适用。",
      fix: "更正名次比例或得分区间，使每个结果只归入一个等次。",
    },
  },
  check({ plan, report }) {
    for (const scorecard of ofType(plan, "scorecard")) {
      const bands = entriesAt(scorecard.parameters, "bands").map(readBand);
      for (const [i, band] of bands.entries()) {
        const earlier = bands.slice(0, Math.min(i, mostCompared));
        const other = earlier.find((one) => overlap(one, band)) ?? turnedFrom(earlier, band);
        if (other === undefined) continue;
        const args = { id: scorecard.id.value, name: nameOf(scorecard), band: band.name, other: other.name };
        const related = [{ span: other.span, note: { en: "the other band", zhHans: "另一等次" } }];
        report(band.span, args, { on: scorecard, related });
      }
    }
  },
});

/** Bands that a later one is held against: the work grows with their square. */
const mostCompared = 200;

interface Band {
  readonly name: string;
  readonly span: Span;
  /** From the top or bottom of the ranking, in percent. */
  readonly rank: { readonly end: "first" | "last"; readonly percent: Big } | null;
  /** Scores from one to the other, either side open. */
  readonly score: Range | null;
}

interface Range {
  readonly low: Big | null;
  readonly high: Big | null;
}

function readBand(entry: ParameterMap, index: number): Band {
  const [word] = wordsAt(entry, "rank");
  const [score] = quantitiesAt(entry, "score");
  const span = word?.span ?? score?.is.span ?? entry.span;
  return {
    name: entryName(entry, index),
    span,
    rank: rankOf(word),
    score: score === undefined ? null : rangeOf(score.is.value),
  };
}

function rankOf(word: Given<string> | undefined): Band["rank"] {
  const rank = word === undefined ? null : parseRank(word.value);
  if (rank === null || rank.quantity.unit?.dimension !== "percent") return null;
  return {
    end: rank.end,
    percent: (rank.quantity.upper ?? rank.quantity.value).times(rank.quantity.unit.factor),
  };
}

function rangeOf({
  value,
  upper,
  relation,
}: {
  value: Big;
  upper: Big | null;
  relation: string | null;
}): Range {
  if (upper !== null) return { low: value, high: upper };
  if (relation?.startsWith(">")) return { low: value, high: null };
  return relation?.startsWith("<") ? { low: null, high: value } : { low: value, high: value };
}

/** 90 分以上为优秀、70 分以上为合格: each bound takes what the one before it leaves. */
function isNested(a: Range, b: Range): boolean {
  if (a.low !== null && b.low !== null && a.high === null && b.high === null) return !a.low.eq(b.low);
  return a.high !== null && b.high !== null && a.low === null && b.low === null && !a.high.eq(b.high);
}

/** The band before, where floors that fell so far rise again, or ceilings that rose fall again. */
function turnedFrom(earlier: readonly Band[], band: Band): Band | undefined {
  const key = openSideOf(band);
  if (key === null) return undefined;
  const [last, first] = [...earlier].reverse().filter((one) => openSideOf(one) === key);
  const [a, b, c] = [first, last, band].map((one) => one?.score?.[key] ?? null);
  if (a === null || b === null || c === null || a === undefined || b === undefined || c === undefined)
    return undefined;
  // Floors that rise, or ceilings that fall, are in no order of precedence: 合格≥60, 优秀≥90, 良好≥80.
  const [further, back] = key === "low" ? [a.gt(b), c.gt(b)] : [a.lt(b), c.lt(b)];
  return further && back ? last : undefined;
}

/** The side on which a band of one bound has it. */
function openSideOf({ score }: Band): keyof Range | null {
  if (score === null || (score.low === null) === (score.high === null)) return null;
  return score.low === null ? "high" : "low";
}

function overlap(a: Band, b: Band): boolean {
  // First 10% within first 30% is a grade within a grade; two bands for one rank are not.
  if (a.rank !== null && b.rank !== null && a.rank.end === b.rank.end && a.rank.percent.eq(b.rank.percent))
    return true;
  if (a.rank !== null && b.rank !== null && a.rank.end !== b.rank.end)
    return a.rank.percent.plus(b.rank.percent).gt(new Big(100));
  if (a.score === null || b.score === null) return false;
  if (isNested(a.score, b.score)) return false;
  const below = (low: Big | null, high: Big | null): boolean => low === null || high === null || low.lt(high);
  return below(a.score.low, b.score.high) && below(b.score.low, a.score.high);
}
