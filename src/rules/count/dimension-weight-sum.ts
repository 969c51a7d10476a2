/**
 * Weights of dimensions must sum to 100%.
 *
 * Looks at: weights of dimensions as shares of the plan. Too little while some dimension has no weight is
 * `count/missing-weight` instead.
 * Reports: the first weight; related: the others.
 * Source: FORMAT.md section 5, "Weights"; DESIGN.md section 4 (shares and weights that do not sum).
 */
import { defineRule } from "../define-rule.ts";
import { isSumWrong, printSum, relatedWeights, weightGroups } from "../weights.ts";

type Args = { readonly sum: string; readonly during: string | null };

export const countDimensionWeightSum = defineRule<Args>({
  code: "count/dimension-weight-sum",
  severity: "error",
  text: {
    en: {
      title: "Weights of dimensions do not sum to 100%",
      message: (a) =>
        `weights of the dimensions${a.during === null ? "" : ` during ${a.during}`} sum to ${a.sum}, not 100%`,
      why: "A score is only comparable when its weights make up the whole.",
      fix: "Correct the weights of the dimensions.",
    },
    zhHans: {
      title: "维度权重合计不为 100%",
      message: (a) =>
        `各维度${a.during === null ? "" : `在“${a.during}”期间`}的权重合计为 ${a.sum}，应为 100%`,
      why: "权重合计不等于整体时，得分无法比较。",
      fix: "更正各维度的权重。",
    },
  },
  check({ plan, report }) {
    for (const group of weightGroups(plan)) {
      const place = group.weights[0];
      if (group.kind !== "dimensions" || place === undefined || !isSumWrong(group)) continue;
      const args = { sum: printSum(group), during: group.during };
      report(place.given.span, args, { on: place.item, related: relatedWeights(group, place) });
    }
  },
});
