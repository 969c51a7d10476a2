/**
 * Problems, objectives, indicators and actions form one chain.
 *
 * Looks at: indicators (but for context) and actions that serve no objective, where most do; objectives that no problem
 * leads to, where problems lead to most. A part of an action serves the objective of the action above.
 * Reports: one note per kind, at the first; related: the others, and where the list begins in which it has no counterpart.
 * Source: DESIGN.md section 4 (objectives, indicators, actions without counterpart).
 */
import type { Action, Indicator, Objective, Plan } from "../../plan/plan.ts";
import { defineRule } from "../define-rule.ts";
import { statesKey } from "../indicator/states-key.ts";
import { nameOf } from "../name-of.ts";
import { kindsInChinese, kindsInEnglish } from "../words.ts";

type Args = {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly count: number;
  readonly of: number;
};

export const objectiveUnlinked = defineRule<Args>({
  code: "objective/unlinked",
  severity: "info",
  named: ["name"],
  text: {
    en: {
      title: "Not part of the chain of objectives",
      message: (a) =>
        `${a.id}: ${a.kind === "objective" ? "no problem leads to this objective" : `this ${kindsInEnglish(a.kind)} serves no objective`}${a.count > 1 ? ` (one of ${a.count}, out of ${a.of})` : ""}`,
      why: "What stands outside the chain from problem to action is work without a reason, or a reason without work.",
      fix: "Set `objective`, or list the objective with its problem; leave it where the document says nothing.",
    },
    zhHans: {
      title: "未与目标任务对应",
      message: (a) =>
        `${kindsInChinese(a.kind)}“${a.name}”${a.kind === "objective" ? "没有对应的问题" : "没有对应的目标任务"}${a.count > 1 ? `（${a.of} 项中有 ${a.count} 项如此）` : ""}`,
      why: "问题、目标、指标、任务应环环相扣，脱节之处要么无的放矢，要么无人落实。",
      fix: "填写 `objective`，或在问题中列出该目标任务；原文确未写明的不必补。",
    },
  },
  check({ plan, report }) {
    if (plan.objectives.length === 0) return;
    const tell = (lacking: readonly Link[], of: number): void => {
      const [first, ...others] = lacking;
      // Where most are left without, the document draws no such chain.
      if (first === undefined || lacking.length * 2 >= of) return;
      const listed = first.kind === "objective" ? plan.problems[0] : plan.objectives[0];
      const related = [
        ...others.map((item) => ({ span: item.id.span, note: { en: "likewise", zhHans: "同类情形" } })),
        ...(listed === undefined ? [] : [{ span: listed.id.span, note: listNotes[listed.kind] }]),
      ];
      report(
        first.id.span,
        { id: first.id.value, name: calledOf(first), kind: first.kind, count: lacking.length, of },
        { on: first, related },
      );
    };
    const measured = plan.indicators.filter(
      ({ role, partOf }) => role?.value !== "context" && partOf === null,
    );
    tell(
      measured.filter(
        (one) => one.objective === null && one.serves.length === 0 && !statesKey(one, "objective"),
      ),
      measured.length,
    );
    tell(unservingActions(plan), plan.actions.length);
    const led = new Set(plan.problems.flatMap(({ objectives }) => objectives.map(({ value }) => value)));
    if (led.size > 0)
      tell(
        plan.objectives.filter(({ id }) => !led.has(id.value)),
        plan.objectives.length,
      );
  },
});

const listNotes = {
  objective: { en: "the objectives are listed from here", zhHans: "目标任务自此处列起" },
  problem: { en: "the problems are listed from here", zhHans: "问题自此处列起" },
} as const;

type Link = Action | Indicator | Objective;

function calledOf(link: Link): string {
  return link.kind === "objective" ? link.id.value : nameOf(link);
}

function unservingActions(plan: Plan): readonly Action[] {
  const byId = new Map(plan.actions.map((action) => [action.id.value, action]));
  return plan.actions.filter((action) => {
    const above = action.parent === null ? undefined : byId.get(action.parent.value);
    return action.objective === null && (above?.objective ?? null) === null && action.parent === null;
  });
}
