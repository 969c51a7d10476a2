/** From problems over objectives to indicators and actions: what answers what. */
import type { Item, Objective } from "../../plan/plan.ts";
import { anchorOf } from "./anchors.ts";
import type { ViewContext } from "./context.ts";
import { itemTitle } from "./item-text.ts";
import type { AnchoredText, AnnexHead, LogicAnnex } from "./plan-view.ts";

/** One row an objective in plan order, then the problems that no objective answers; null when there is nothing to relate. */
export function logicAnnex(context: ViewContext): Omit<LogicAnnex, keyof AnnexHead> | null {
  const { plan } = context;
  if (plan.objectives.length === 0 && plan.problems.length === 0) return null;
  const placed = new Set<string>();
  const rows = plan.objectives.map((objective) => objectiveRow(objective, placed, context));
  const unanswered = plan.problems.filter(({ id }) => !placed.has(id.value));
  const rest = unanswered.map((problem) => ({
    problems: [placedText(problem, context)],
    objective: null,
    indicators: [],
    actions: [],
  }));
  return { rows: [...rows, ...rest], hasProblems: plan.problems.length > 0 };
}

function objectiveRow(
  objective: Objective,
  placed: Set<string>,
  context: ViewContext,
): LogicAnnex["rows"][number] {
  const { plan } = context;
  const id = objective.id.value;
  const problems = plan.problems.filter(({ objectives }) => objectives.some(({ value }) => value === id));
  const serves = plan.indicators.filter(
    ({ objective: own, serves: others }) => own?.value === id || others.some(({ value }) => value === id),
  );
  return {
    problems: problems.map((problem) => {
      // A problem with several objectives has its place at the first of them.
      const first = !placed.has(problem.id.value);
      placed.add(problem.id.value);
      return first ? placedText(problem, context) : linkedText(problem, context);
    }),
    objective: placedText(objective, context),
    indicators: serves.map((indicator) => linkedText(indicator, context)),
    actions: plan.actions
      .filter((action) => action.objective?.value === id)
      .map((action) => linkedText(action, context)),
  };
}

function placedText(item: Item, context: ViewContext): AnchoredText {
  return { text: itemTitle(item, context), anchor: anchorOf(item.kind, item.id.value), link: null };
}

function linkedText(item: Item, context: ViewContext): AnchoredText {
  return { text: itemTitle(item, context), anchor: null, link: anchorOf(item.kind, item.id.value) };
}
