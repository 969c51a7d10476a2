/**
 * A dimension holds objectives or indicators.
 *
 * Looks at: every dimension.
 * Reports: the dimension that no objective and no indicator names, at its id.
 * Source: FORMAT.md section 5 (`dimensions`).
 */
import { defineRule } from "../define-rule.ts";
import { nameOf } from "../name-of.ts";

export const objectiveEmptyDimension = defineRule<{ id: string; name: string }>({
  code: "objective/empty-dimension",
  severity: "info",
  text: {
    en: {
      title: "Dimension without content",
      message: (a) => `${a.id}: no objective and no indicator belongs to the dimension "${a.name}"`,
      why: "A dimension without content has no result, and its weight counts for nothing.",
      fix: "Set `dimension` on the objectives or indicators that belong to it, or remove it.",
    },
    zhHans: {
      title: "维度下无内容",
      message: (a) => `维度“${a.name}”下没有目标任务，也没有指标`,
      why: "没有内容的维度得不出结果，其权重也落空。",
      fix: "在所属的目标任务或指标上填写 `dimension`，或删去该维度。",
    },
  },
  check({ plan, report }) {
    const used = new Set(
      [...plan.objectives, ...plan.indicators].flatMap((o) =>
        o.dimension === null ? [] : [o.dimension.value],
      ),
    );
    for (const dimension of plan.dimensions) {
      if (used.has(dimension.id.value)) continue;
      report(dimension.id.span, { id: dimension.id.value, name: nameOf(dimension) }, { on: dimension });
    }
  },
});
