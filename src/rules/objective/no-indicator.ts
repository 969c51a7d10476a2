/**
 * An objective that nothing measures can be neither reached nor missed.
 *
 * Looks at: every objective; an indicator measures it by `objective` or `serves`.
 * Reports: the objective without indicator, at its id; that it has no action either is told with it.
 * Source: DESIGN.md section 4 (objective without indicator).
 */
import { defineRule } from "../define-rule.ts";
import { objectivesWithoutAction, withoutDangling } from "./dangling.ts";

type Args = {
  readonly id: string;
  readonly statement: string;
  /** No action leads to it either, though the plan lists actions. */
  readonly alone: boolean;
};

export const objectiveNoIndicator = defineRule<Args>({
  code: "objective/no-indicator",
  severity: "warning",
  text: {
    en: {
      title: "Objective without indicator",
      message: (a) =>
        a.alone
          ? `${a.id}: no indicator measures the objective "${a.statement}", and no action leads to it`
          : `${a.id}: no indicator measures the objective "${a.statement}"`,
      why: "Without a measure nobody can say whether the objective has been reached.",
      fix: "Add an indicator with `objective` set to this id, or name it under `serves` of one that measures it.",
      help: (a) =>
        a.alone
          ? "Set `objective` to this id on the indicator that measures it and on the action that leads to it, or add them; take the objective out if nothing is meant to follow."
          : null,
    },
    zhHans: {
      title: "目标任务缺少指标",
      message: (a) =>
        a.alone
          ? `目标任务“${a.statement}”既没有指标衡量，也没有对应的重点任务`
          : `目标任务“${a.statement}”没有指标衡量`,
      why: "没有指标，就无法判断目标任务是否完成。",
      fix: "增设 `objective` 为该编号的指标，或在已有指标的 `serves` 中列出该编号。",
      help: (a) =>
        a.alone
          ? "在衡量它的指标和落实它的重点任务上填写 `objective`，或予以补充；并无后续安排的，删去该目标任务。"
          : null,
    },
  },
  check({ plan, index, report }) {
    const lacking = plan.objectives.filter(({ id }) => index.indicatorsOf(id.value).length === 0);
    if (lacking.length === 0) return;
    const idle = new Set(objectivesWithoutAction(plan, index));
    for (const objective of withoutDangling(lacking, ["indicator"], plan, index)) {
      const statement = objective.statement?.text ?? objective.id.value;
      report(
        objective.id.span,
        { id: objective.id.value, statement, alone: idle.has(objective) },
        { on: objective },
      );
    }
  },
});
