/**
 * A problem that the plan names should be taken up by an objective.
 *
 * Looks at: every problem.
 * Reports: the problem that names no objective, at its id; a note where a mechanism of the plan governs it, for then
 * something is done, and only what is to be reached is open. Names of unknown objectives are another rule's.
 * Source: DESIGN.md section 4 (problem without objective).
 */
import type { Plan } from "../../plan/plan.ts";
import { defineRule } from "../define-rule.ts";
import { nameOf } from "../name-of.ts";

type Args = {
  readonly id: string;
  readonly statement: string;
  /** Name of a mechanism that governs it; null where none does. */
  readonly mechanism: string | null;
};

export const objectiveProblemWithoutObjective = defineRule<Args>({
  code: "objective/problem-without-objective",
  severity: "warning",
  text: {
    en: {
      title: "Problem without objective",
      message: (a) =>
        `${a.id}: no objective takes up the problem "${a.statement}"${a.mechanism === null ? "" : `, only mechanisms do ("${a.mechanism}"): what is to be reached?`}`,
      why: "A problem that is described and then dropped stays unsolved.",
      fix: "List the objectives that take it up under `objectives`.",
    },
    zhHans: {
      title: "问题缺少对应目标任务",
      message: (a) =>
        `问题“${a.statement}”没有对应的目标任务${a.mechanism === null ? "" : `，仅有工作机制（如“${a.mechanism}”）与之对应，要达到什么程度未列明`}`,
      why: "只提出问题、不设目标任务，问题得不到解决。",
      fix: "在 `objectives` 中列出针对该问题的目标任务。",
    },
  },
  check({ plan, report }) {
    for (const problem of plan.problems) {
      if (problem.objectives.length > 0) continue;
      const id = problem.id.value;
      const mechanism = governing(plan, id);
      const args = { id, statement: problem.statement?.text ?? id, mechanism };
      report(problem.id.span, args, { on: problem, severity: mechanism === null ? "warning" : "info" });
    }
  },
});

/** The first mechanism that the plan sets up against a problem. */
function governing({ mechanisms }: Plan, problem: string): string | null {
  const found = mechanisms.find(
    ({ origin, governs }) => origin === "plan" && governs.some(({ value }) => value === problem),
  );
  return found === undefined ? null : nameOf(found);
}
