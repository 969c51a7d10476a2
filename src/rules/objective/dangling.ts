/**
 * Which of several objectives without a counterpart lack it only because a mention of an objective leads nowhere: that
 * mention is told as an unknown reference. Not a rule.
 */
import { makeSuggester } from "../../diagnostics/suggest.ts";
import type { ItemKind, Objective, Plan } from "../../plan/plan.ts";
import type { PlanIndex } from "../../plan/plan-index.ts";

/** The objectives of `lacking` that no unknown mention, made by items of the kind, can account for. */
export function withoutDangling(
  lacking: readonly Objective[],
  by: ItemKind,
  plan: Plan,
  index: PlanIndex,
): readonly Objective[] {
  if (lacking.length === 0) return lacking;
  const unknown = plan.references.filter(
    ({ from, kinds, name }) =>
      from?.kind === by && kinds.includes("objective") && index.findAny(kinds, name.value) === undefined,
  );
  if (unknown.length >= lacking.length) return [];
  const nearest = makeSuggester(() => lacking.map((objective) => objective.id.value));
  const meant = new Set(unknown.map(({ name }) => nearest(name.value)));
  return lacking.filter((objective) => !meant.has(objective.id.value));
}
