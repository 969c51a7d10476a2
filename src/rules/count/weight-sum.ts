/**
 * Weights of indicators must sum.
 *
 * Looks at: weights of indicators as shares of the plan. Where dimensions carry weights, those of a dimension's
 * indicators sum to it, otherwise all sum to 100%. Weights for one `during` are summed with those that hold in general.
 * Too little while some indicator has no weight is `count/missing-weight` instead, and a dimension's weight that explains both sums is left to `count/dimension-weight-sum`. Parts of a weighted indicator do not
 * count, unless the weights sum with them; indicators of role `context` never do. Nothing is asked while none is given.
 * Reports: the first weight, or the dimension's; related: the weights that were added.
 * Source: FORMAT.md section 5, "Weights".
 */
import { defineRule } from "../define-rule.ts";
import { nameOf } from "../name-of.ts";
import {
  isSumWrong,
  printPercent,
  printSum,
  relatedWeights,
  slipOfDimension,
  weightGroups,
} from "../weights.ts";

type Args = {
  readonly dimension: string | null;
  /** Its name; empty for none. */
  readonly dimensionName: string;
  readonly sum: string;
  readonly expected: string;
  readonly during: string | null;
};

export const countWeightSum = defineRule<Args>({
  code: "count/weight-sum",
  severity: "error",
  text: {
    en: {
      title: "Weights do not add up",
      message: (a) =>
        `weights of the indicators${a.dimension === null ? "" : ` of ${a.dimension}`}${a.during === null ? "" : ` during ${a.during}`} sum to ${a.sum}, not ${a.expected}`,
      why: "A score is only comparable when its weights make up the whole.",
      fix: "Correct the weights, or the weight of the dimension.",
    },
    zhHans: {
      title: "权重合计不符",
      message: (a) =>
        `${a.dimension === null ? "各指标" : `维度“${a.dimensionName}”下各指标`}${a.during === null ? "" : `在“${a.during}”期间`}的权重合计为 ${a.sum}，应为 ${a.expected}`,
      why: "权重合计不等于整体时，得分无法比较。",
      fix: "更正指标权重或维度权重。",
    },
  },
  check({ plan, report }) {
    for (const group of weightGroups(plan)) {
      if (group.kind !== "indicators" || !isSumWrong(group)) continue;
      const place = group.dimension ?? group.weights[0];
      if (place === undefined || slipOfDimension(plan, group.during)?.dimension === place) continue;
      report(
        place.given.span,
        {
          dimension: group.dimension?.item.id.value ?? null,
          dimensionName: group.dimension === null ? "" : nameOf(group.dimension.item),
          sum: printSum(group),
          expected: printPercent(group.expected),
          during: group.during,
        },
        { on: place.item, related: relatedWeights(group, place) },
      );
    }
  },
});
