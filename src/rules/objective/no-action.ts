/**
 * An objective needs work that leads to it.
 *
 * Looks at: every objective. An action belongs to it by `objective`.
 * Reports: the objective without action, at its id. A plan that lists no action at all gets one note, at its first
 * objective; the others are related places.
 * Source: DESIGN.md section 4 (objective without action).
 */
import type { Objective } from "../../plan/plan.ts";
import { defineRule } from "../define-rule.ts";
import { withoutDangling } from "./dangling.ts";

export const objectiveNoAction = defineRule<{ id: string; statement: string; anyAction: number }>({
  code: "objective/no-action",
  severity: "warning",
  text: {
    en: {
      title: "Objective without action",
      message: (a) =>
        a.anyAction > 0
          ? `${a.id}: no action leads to the objective "${a.statement}"`
          : `${a.id}: the plan has objectives and lists no action that leads to them`,
      why: "An objective that no work leads to is a wish.",
      fix: "Set `objective` on the action that serves it, or add such an action.",
    },
    zhHans: {
      title: "目标任务没有对应的重点任务",
      message: (a) =>
        a.anyAction > 0
          ? `目标任务“${a.statement}”没有对应的重点任务`
          : `方案列有目标任务（如“${a.id}”），但未列任何重点任务`,
      why: "没有重点任务支撑，目标任务无法落地。",
      fix: "在对应的重点任务上填写 `objective`，或补充重点任务。",
    },
  },
  check({ plan, index, report }) {
    const [first, ...others] = plan.objectives;
    if (first === undefined) return;
    if (plan.actions.length === 0) {
      const related = others.map((o) => ({ span: o.id.span, note: { en: "also", zhHans: "同类情形" } }));
      report(first.id.span, argsOf(first, 0), { severity: "info", related, on: first });
      return;
    }
    const served = new Set(plan.actions.flatMap((a) => (a.objective === null ? [] : [a.objective.value])));
    const lacking = plan.objectives.filter(({ id }) => !served.has(id.value));
    for (const objective of withoutDangling(lacking, "action", plan, index)) {
      report(objective.id.span, argsOf(objective, plan.actions.length), { on: objective });
    }
  },
});

function argsOf(
  objective: Objective,
  anyAction: number,
): { id: string; statement: string; anyAction: number } {
  return { id: objective.id.value, statement: objective.statement?.text ?? objective.id.value, anyAction };
}
