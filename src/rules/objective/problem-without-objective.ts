/**
 * A problem that the plan names should be taken up by an objective.
 *
 * Looks at: every problem.
 * Reports: the problem that names no objective, at its id. Names of unknown objectives are another rule's.
 * Source: DESIGN.md section 4 (problem without objective).
 */
import { defineRule } from "../define-rule.ts";

export const objectiveProblemWithoutObjective = defineRule<{ id: string; statement: string }>({
  code: "objective/problem-without-objective",
  severity: "warning",
  text: {
    en: {
      title: "Problem without objective",
      message: (a) => `${a.id}: no objective takes up the problem "${a.statement}"`,
      why: "A problem that is described and then dropped stays unsolved.",
      fix: "List the objectives that take it up under `objectives`.",
    },
    zhHans: {
      title: "问题缺少对应目标任务",
      message: (a) => `问题“${a.statement}”没有对应的目标任务`,
      why: "只提出问题、不设目标任务，问题得不到解决。",
      fix: "在 `objectives` 中列出针对该问题的目标任务。",
    },
  },
  check({ plan, report }) {
    for (const problem of plan.problems) {
      if (problem.objectives.length > 0) continue;
      const statement = problem.statement?.text ?? problem.id.value;
      report(problem.id.span, { id: problem.id.value, statement }, { on: problem });
    }
  },
});
