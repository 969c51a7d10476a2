/**
 * Where some items of a group carry a weight, all must.
 *
 * Looks at: dimensions of the plan, and indicators of a weighted dimension or of the plan, whose weights sum to less than
 * the whole while some have none. Items without weight beside a full sum count for nothing and are not blamed.
 * Reports: one finding per group at the first item without weight; related: the others.
 * Source: FORMAT.md section 5, "Weights".
 */
import { defineRule } from "../define-rule.ts";
import { nameOf } from "../name-of.ts";
import { printPercent, printSum, sharesEqual, type WeightGroup, weightGroups } from "../weights.ts";

type Args = {
  readonly id: string;
  readonly name: string;
  readonly others: number;
  readonly dimension: string | null;
  /** Its name; empty for none. */
  readonly dimensionName: string;
  readonly sum: string;
  readonly expected: string;
};

const mostRelated = 20;

export const countMissingWeight = defineRule<Args>({
  code: "count/missing-weight",
  severity: "warning",
  text: {
    en: {
      title: "Weight missing beside other weights",
      message: (a) =>
        `${a.id}${a.others > 0 ? ` and ${a.others} more have` : " has"} no weight; the weights given${a.dimension === null ? "" : ` in ${a.dimension}`} sum to ${a.sum}, not ${a.expected}`,
      why: "What has no weight counts for nothing in the score, and the rest does not make up the whole.",
      fix: "Give every item of the group a weight, or let the others make up the whole.",
    },
    zhHans: {
      title: "部分未设权重",
      message: (a) =>
        `“${a.name}”${a.others > 0 ? `等 ${a.others + 1} 项` : ""}未设权重，${a.dimension === null ? "" : `维度“${a.dimensionName}”内`}已设权重合计 ${a.sum}，应为 ${a.expected}`,
      why: "未设权重的不计入得分，其余权重又不足整体。",
      fix: "为同组各项都设定权重，或调整其余权重使合计相符。",
    },
  },
  check({ plan, report }) {
    const anyIndicator = plan.indicators.some(({ weight }) => weight.length > 0);
    for (const group of weightGroups(plan)) {
      const [first, ...others] = group.missing;
      if (first === undefined || !fallsShort(group, anyIndicator)) continue;
      report(
        first.id.span,
        {
          id: first.id.value,
          name: nameOf(first),
          others: others.length,
          dimension: group.dimension?.item.id.value ?? null,
          dimensionName: group.dimension === null ? "" : nameOf(group.dimension.item),
          sum: printSum(group),
          expected: printPercent(group.expected),
        },
        {
          on: first,
          related: others.slice(0, mostRelated).map((item) => ({
            span: item.id.span,
            note: { en: "no weight either", zhHans: "同样未设权重" },
          })),
        },
      );
    }
  },
});

/** A dimension without any weighted indicator is only blamed when indicators elsewhere carry weights. */
function fallsShort(group: WeightGroup, anyIndicator: boolean): boolean {
  if (group.kind === "indicators" && !anyIndicator) return false;
  return group.sum.lt(group.expected) && !sharesEqual(group.sum, group.expected);
}
