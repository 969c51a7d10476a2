/**
 * An objective needs work that leads to it.
 *
 * Looks at: every objective. An action belongs to it by `objective`.
 * Reports: the objective without action, at its id; a note where a mechanism governs one of its indicators, for then some
 * work leads to it. A plan that lists no action at all gets one note, at its first objective; the others are related places.
 * Source: DESIGN.md section 4 (objective without action).
 */
import type { Objective, Plan } from "../../plan/plan.ts";
import { defineRule } from "../define-rule.ts";
import { nameOf } from "../name-of.ts";
import { objectivesWithoutAction } from "./dangling.ts";

type Args = {
  readonly id: string;
  readonly statement: string;
  readonly anyAction: number;
  /** Name of a mechanism that governs one of its indicators; null where none does. */
  readonly mechanism: string | null;
};

export const objectiveNoAction = defineRule<Args>({
  code: "objective/no-action",
  severity: "warning",
  named: ["id"],
  text: {
    en: {
      title: "Objective without action",
      message: (a) =>
        a.anyAction > 0
          ? `${a.id}: no action leads to the objective "${a.statement}"${a.mechanism === null ? "" : `, only mechanisms do ("${a.mechanism}"): when is it worked on?`}`
          : `${a.id}: the plan has objectives and lists no action that leads to them`,
      why: "An objective that no work leads to is a wish.",
      fix: "Set `objective` on the action that serves it, or add such an action.",
    },
    zhHans: {
      title: "目标任务没有对应的重点任务",
      message: (a) =>
        a.anyAction > 0
          ? `目标任务“${a.statement}”没有对应的重点任务${a.mechanism === null ? "" : `，仅有工作机制（如“${a.mechanism}”）与之对应，何时推进未列明`}`
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
      report(first.id.span, argsOf(first, 0, null), { severity: "info", related, on: first });
      return;
    }
    const lacking = objectivesWithoutAction(plan, index);
    const governing = lacking.length === 0 ? new Map<string, string>() : mechanismsByObjective(plan);
    for (const objective of lacking) {
      const mechanism = governing.get(objective.id.value) ?? null;
      const severity = mechanism === null ? "warning" : "info";
      report(objective.id.span, argsOf(objective, plan.actions.length, mechanism), {
        on: objective,
        severity,
      });
    }
  },
});

/** The first mechanism of the plan that governs an indicator of each objective, by the objective's id. */
function mechanismsByObjective({ indicators, mechanisms }: Plan): ReadonlyMap<string, string> {
  const objectives = new Map(indicators.map(({ id, objective }) => [id.value, objective?.value ?? null]));
  const found = new Map<string, string>();
  for (const mechanism of mechanisms) {
    if (mechanism.origin !== "plan") continue;
    for (const { value } of mechanism.governs) {
      const objective = objectives.get(value) ?? null;
      if (objective !== null && !found.has(objective)) found.set(objective, nameOf(mechanism));
    }
  }
  return found;
}

function argsOf(objective: Objective, anyAction: number, mechanism: string | null): Args {
  const statement = objective.statement?.text ?? objective.id.value;
  return { id: objective.id.value, statement, anyAction, mechanism };
}
