/** The items for which somebody answers. */
import type { Given, Statements } from "./given.ts";
import type { Item, Owner, Plan } from "./plan.ts";

interface OwnedItem extends Item {
  readonly owner: Statements<Owner>;
  readonly section: Given<string> | null;
}

/** All of a plan, kind after kind; also those whose owner is not stated. */
export function ownedItems(plan: Plan): readonly OwnedItem[] {
  return [
    ...plan.indicators,
    ...plan.actions,
    ...plan.milestones,
    ...plan.deliverables,
    ...plan.risks,
    ...plan.mechanisms,
  ];
}
