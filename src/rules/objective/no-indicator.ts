/**
 * An objective that nothing measures can be neither reached nor missed.
 *
 * Looks at: every objective; an indicator measures it by `objective` or `serves`.
 * Reports: the objective without indicator, at its id.
 * Source: DESIGN.md section 4 (objective without indicator).
 */
import { defineRule } from "../define-rule.ts";
import { withoutDangling } from "./dangling.ts";

export const objectiveNoIndicator = defineRule<{ id: string; statement: string }>({
  code: "objective/no-indicator",
  severity: "warning",
  text: {
    en: {
      title: "Objective without indicator",
      message: (a) => `${a.id}: no indicator measures the objective "${a.statement}"`,
      why: "Without a measure nobody can say whether the objective has been reached.",
      fix: "Add an indicator with `objective` set to this id, or name it under `serves` of one that measures it.",
    },
    zhHans: {
      title: "目标任务缺少指标",
      message: (a) => `目标任务“${a.statement}”没有指标衡量`,
      why: "没有指标，就无法判断目标任务是否完成。",
      fix: "增设 `objective` 为该编号的指标，或在已有指标的 `serves` 中列出该编号。",
    },
  },
  check({ plan, index, report }) {
    const lacking = plan.objectives.filter(({ id }) => index.indicatorsOf(id.value).length === 0);
    for (const objective of withoutDangling(lacking, ["indicator"], plan, index)) {
      const statement = objective.statement?.text ?? objective.id.value;
      report(objective.id.span, { id: objective.id.value, statement }, { on: objective });
    }
  },
});
