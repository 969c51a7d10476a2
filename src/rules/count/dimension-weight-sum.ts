/**
 * Weights of dimensions must sum to 100%.
 *
 * Looks at: weights of dimensions as shares of the plan. Too little while some dimension has no weight is
 * `count/missing-weight` instead.
 * Reports: the first weight, or that of the one dimension whose indicators sum to what would make it right; related: the
 * others.
 * Source: FORMAT.md section 5, "Weights"; DESIGN.md section 4 (shares and weights that do not sum).
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
  readonly sum: string;
  readonly during: string | null;
  /** The dimension whose weight is the slip, with its weight and the sum of its indicators' weights; null for none. */
  readonly dimension: string | null;
  readonly dimensionName: string;
  readonly written: string;
  readonly right: string;
};

export const countDimensionWeightSum = defineRule<Args>({
  code: "count/dimension-weight-sum",
  severity: "error",
  text: {
    en: {
      title: "Weights of dimensions do not sum to 100%",
      message: (a) =>
        `weights of the dimensions${a.during === null ? "" : ` during ${a.during}`} sum to ${a.sum}, not 100%${a.dimension === null ? "" : `; with ${a.right} for ${a.dimension}, to which its indicators sum, in place of ${a.written} it would be 100%`}`,
      why: "A score is only comparable when its weights make up the whole.",
      fix: "Correct the weights of the dimensions.",
    },
    zhHans: {
      title: "维度权重合计不为 100%",
      message: (a) =>
        `各维度${a.during === null ? "" : `在“${a.during}”期间`}的权重合计为 ${a.sum}，应为 100%${a.dimension === null ? "" : `；维度“${a.dimensionName}”下各指标的权重合计为 ${a.right}，该维度权重由 ${a.written} 改为 ${a.right}，合计即为 100%`}`,
      why: "权重合计不等于整体时，得分无法比较。",
      fix: "更正各维度的权重。",
    },
  },
  check({ plan, report }) {
    for (const group of weightGroups(plan)) {
      const [first] = group.weights;
      if (group.kind !== "dimensions" || first === undefined || !isSumWrong(group)) continue;
      const slip = slipOfDimension(plan, group.during);
      const place = group.weights.find(({ item }) => item === slip?.dimension.item) ?? first;
      const args = {
        sum: printSum(group),
        during: group.during,
        dimension: slip === null ? null : place.item.id.value,
        dimensionName: nameOf(place.item),
        written: printPercent(place.share),
        right: printPercent(slip?.right ?? place.share),
      };
      const suggestion = slip === null ? null : args.right;
      report(place.given.span, args, { on: place.item, related: relatedWeights(group, place), suggestion });
    }
  },
});
