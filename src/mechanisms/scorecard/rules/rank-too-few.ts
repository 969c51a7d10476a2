/**
 * A share of the ranked must be somebody, and no more than all.
 *
 * Looks at: bands and consequences by rank of a scorecard whose subjects are the plan's entities (`entities`, or the word for their level):
 * a share that comes to less than one of them, and numbers from both ends that are together more than all.
 * Reports: the rank; related: the rank from the other end, or the others that come to less than one. Less than one is a
 * note that asks how it is rounded, more than all an error.
 * Source: FORMAT.md section 7 (scorecard), DESIGN.md section 4 (impossible values; what only may be a conflict).
 */
import Big from "big.js";
import { formatDecimal } from "../../../plan/decimal.ts";
import type { Given } from "../../../plan/given.ts";
import { entriesAt, wordsAt } from "../../../plan/parameters.ts";
import type { Mechanism, Plan } from "../../../plan/plan.ts";
import { parseRank, type Rank } from "../../../plan/rank.ts";
import { asTerm } from "../../../rules/bound-words.ts";
import { defineRule } from "../../../rules/define-rule.ts";
import { nameOf } from "../../../rules/name-of.ts";
import { ofType } from "../../of-type.ts";

type Args = {
  readonly id: string;
  readonly name: string;
  /** The rank from one end; the shares of less than one, joined with `|`. */
  readonly rank: string;
  /** The rank from the other end; null for shares of less than one. */
  readonly other: string | null;
  readonly ranked: number;
  readonly sum: string;
};

export const scorecardRankTooFew = defineRule<Args>({
  code: "scorecard/rank-too-few",
  severity: "warning",
  text: {
    en: {
      title: "Ranks that do not fit the number ranked",
      message: (a) =>
        a.other === null
          ? `${a.id}: of ${a.ranked} that are ranked, ${fewOf(a, (rank, sum) => `"${rank}" is ${sum}`).join(" and ")}, less than one: who is it?`
          : `${a.id}: "${a.rank}" and "${a.other}" are ${a.sum} of ${a.ranked} that are ranked`,
      why: "A band into which nobody falls has no effect, and one that takes in the other's members praises and blames at once.",
      fix: "State the rank as a number of subjects that fits, or say how it is rounded.",
    },
    zhHans: {
      title: "名次与考核对象数量不符",
      message: (a) =>
        a.other === null
          ? `考核评价“${a.name}”按 ${a.ranked} 个考核对象计，${fewOf(a, (rank, sum) => `“${rank}”为 ${sum} 个`).join("，")}，不足一个，如何取整未写明`
          : `考核评价“${a.name}”的“${a.rank}”与“${a.other}”合计 ${a.sum}，超过考核对象 ${a.ranked} 个`,
      why: "无人落入的等次没有作用；名额超过对象总数，同一单位既受表扬又受惩戒。",
      fix: "按考核对象数量写明名额，或写明如何取整。",
    },
  },
  check({ plan, report }) {
    for (const scorecard of ofType(plan, "scorecard")) {
      const ranked = rankedBy(scorecard, plan);
      if (ranked === 0) continue;
      const base = { id: scorecard.id.value, name: nameOf(scorecard), ranked };
      const ranks = ranksOf(scorecard);
      const few = ranks.flatMap((one) => {
        const sum = sumBelowOne(one.rank, ranked);
        return sum === null ? [] : [{ word: one.word, sum }];
      });
      const [fewest, ...others] = few;
      if (fewest !== undefined) {
        const rank = few.map(({ word }) => word.value).join("|");
        const sum = few.map((one) => one.sum).join("|");
        const note = { en: "the same here", zhHans: "此处同样" };
        report(
          fewest.word.span,
          { ...base, rank, other: null, sum },
          {
            on: scorecard,
            severity: "info",
            related: others.map(({ word }) => ({ span: word.span, note })),
          },
        );
      }
      const numbers = ranks.filter(({ rank }) => rank.quantity.unit?.dimension !== "percent");
      const first = numbers.find(({ rank }) => rank.end === "first");
      const last = numbers.find(({ rank }) => rank.end === "last");
      if (first === undefined || last === undefined) continue;
      const [a, b] = [first.rank.quantity.value, last.rank.quantity.value];
      if (!a.plus(b).gt(new Big(ranked))) continue;
      const sum = `${formatDecimal(a)} + ${formatDecimal(b)} = ${formatDecimal(a.plus(b))}`;
      const related = [{ span: first.word.span, note: { en: "from the other end", zhHans: "另一端" } }];
      const args = { ...base, rank: last.word.value, other: first.word.value, sum };
      report(last.word.span, args, { on: scorecard, related, severity: "error" });
    }
  },
});

/** The shares of less than one in words, each with its sum. */
function fewOf({ rank, sum }: Args, words: (rank: string, sum: string) => string): readonly string[] {
  const sums = sum.split("|");
  return rank.split("|").map((one, i) => words(one, sums[i] ?? ""));
}

interface Ranked {
  readonly word: Given<string>;
  readonly rank: Rank;
}

function ranksOf({ parameters }: Mechanism): readonly Ranked[] {
  return entriesAt(parameters, "bands").flatMap((band) =>
    wordsAt(band, "rank").flatMap((word) => {
      const rank = parseRank(word.value);
      return rank === null ? [] : [{ word, rank }];
    }),
  );
}

/** How many of the ranked a share comes to, with its sum, where that is less than one; else null. */
function sumBelowOne({ quantity: { value, unit, text } }: Rank, ranked: number): string | null {
  if (unit?.dimension !== "percent") return null;
  const count = value.times(unit.factor).times(ranked).div(100);
  if (count.gte(1) || count.lte(0)) return null;
  return `${asTerm(text)} × ${ranked} = ${formatDecimal(count.round(4))}`;
}

/** How many are ranked; 0 where the plan does not list them. */
function rankedBy({ parameters }: Mechanism, { entities }: Plan): number {
  const words = wordsAt(parameters, "subjects");
  const subjects = words[0]?.value.trim() ?? "";
  if (words.length !== 1) return 0;
  return subjects === "entities"
    ? entities.length
    : entities.filter(({ level }) => level?.value === subjects).length;
}
