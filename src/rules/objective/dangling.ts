/**
 * Which of several objectives or dimensions without a counterpart lack it only because a mention of one leads nowhere: that
 * mention is told as an unknown reference. Not a rule.
 */
import { makeSuggester } from "../../diagnostics/suggest.ts";
import type { Item, ItemKind, Objective, Plan } from "../../plan/plan.ts";
import type { PlanIndex } from "../../plan/plan-index.ts";

/** Objectives that no action of the plan serves; none where it lists no action, or where a mention leads nowhere. */
export function objectivesWithoutAction(plan: Plan, index: PlanIndex): readonly Objective[] {
  if (plan.actions.length === 0) return [];
  const served = new Set(plan.actions.flatMap((a) => (a.objective === null ? [] : [a.objective.value])));
  const lacking = plan.objectives.filter(({ id }) => !served.has(id.value));
  return withoutDangling(lacking, ["action"], plan, index);
}

/** Those of `lacking`, items of one kind, that no unknown mention, made by items of the kinds `by`, can account for. */
export function withoutDangling<T extends Item>(
  lacking: readonly T[],
  by: readonly ItemKind[],
  plan: Plan,
  index: PlanIndex,
): readonly T[] {
  const [first] = lacking;
  if (first === undefined) return lacking;
  const unknown = new Set(
    plan.references.flatMap(({ from, kinds, name }) =>
      from !== null &&
      by.includes(from.kind) &&
      kinds.includes(first.kind) &&
      index.findAny(kinds, name.value) === undefined
        ? [name.value]
        : [],
    ),
  );
  if (unknown.size >= lacking.length) return [];
  const nearest = makeSuggester(() => lacking.map(({ id }) => id.value));
  const meant = new Set([...unknown].map((name) => nearest(name)));
  return lacking.filter(({ id }) => !meant.has(id.value));
}
