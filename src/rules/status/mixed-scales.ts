/**
 * Scores that are put together count on one scale.
 *
 * Looks at: dimensions, and the plan, whose weighted indicators are scored on different scales (0..1, −5..5, marks): there is no
 * score of the whole. The plan is told where no dimension is, since what mixes a dimension mixes the plan.
 * Reports: the dimension, at its id; the plan, at its id.
 * Source: ENGINE.md section 7 (score by weight; refused where it would lie).
 */
import type { IndicatorRow } from "../../indicators/results.ts";
import { itemById } from "../../plan/item-by-id.ts";
import { defineStatusRule } from "../define-rule.ts";

type Args = {
  /** The dimension; null for the plan. */
  readonly id: string | null;
  readonly name: string;
  readonly scales: string;
};

export const statusMixedScales = defineStatusRule<Args>({
  code: "status/mixed-scales",
  severity: "info",
  text: {
    en: {
      title: "Scores of different scales",
      message: (a) =>
        `${a.id === null ? "the plan" : a.id} has no score: its indicators are scored on different scales (${a.scales})`,
      why: "Three of three marks and 0.8 of 1 have no mean.",
      fix: "Judge the indicators that carry weight by methods of one scale (`assess`), or read their scores one by one.",
    },
    zhHans: {
      title: "得分分制不同",
      message: (a) =>
        `${a.id === null ? "本方案" : `维度“${a.name}”`}没有综合得分：所属指标的分制不同（${a.scales}）`,
      why: "分制不同的得分不能加权平均。",
      fix: "对有权重的指标采用分制相同的评定方法（`assess`），或分别查看各指标得分。",
    },
  },
  check({ results, plan, report }) {
    const mixed = results.dimensions.filter(({ scoreReason }) => scoreReason === "different-scales");
    for (const { id } of mixed) {
      const dimension = itemById(plan.dimensions, id ?? undefined);
      if (id === null || dimension === undefined) continue;
      const args = { id, name: dimension.name?.text ?? id, scales: scalesOf(results.rows, id) };
      report(dimension.id.span, args, { on: dimension });
    }
    if (mixed.length > 0 || results.plan.scoreReason !== "different-scales") return;
    report(plan.id?.span ?? plan.span, { id: null, name: "", scales: scalesOf(results.rows, null) });
  },
});

/** The scales of the scores of a dimension, or of the plan, as the JSON has them. */
function scalesOf(rows: readonly IndicatorRow[], dimension: string | null): string {
  const scales = rows.flatMap((row) => {
    const isOwn = dimension === null || row.indicator.dimension?.value === dimension;
    return row.entity === null && isOwn && row.indicator.weight.length > 0 ? (row.scoreScale ?? []) : [];
  });
  return [...new Set(scales)].join(", ");
}
