/** Items that have an owner, and who leads them. Shared by a rule; not a rule. */
import { wordsAt } from "../../plan/parameters.ts";
import type { Item, Mechanism, Name, Owner, Plan } from "../../plan/plan.ts";
import type { CalledByKind } from "../texts/called-by-kind.ts";

/** An item under a name, with its owners. */
export interface Owned {
  readonly item: Item;
  readonly name: Pick<Name, "text"> | null;
  readonly owners: readonly Owner[];
}

/** All items of the plan that state one. */
export function ownedThings(plan: Plan): readonly Owned[] {
  const items = [
    ...plan.indicators,
    ...plan.actions,
    ...plan.milestones,
    ...plan.deliverables,
    ...plan.risks,
    ...plan.mechanisms.filter(({ origin }) => origin === "plan"),
  ];
  return items.flatMap((item) => {
    const owners = "parameters" in item ? ownersOf(item) : item.owner.map(({ is }) => is.value);
    return owners.length === 0 ? [] : [{ item, name: item.name, owners }];
  });
}

/** The one mechanism of a kind; of a review, whoever holds it answers for it. */
export function ownedByKind({ mechanism, name }: CalledByKind): readonly Owned[] {
  const owners = ownersOf(mechanism);
  return owners.length === 0 ? [] : [{ item: mechanism, name, owners }];
}

function ownersOf({ owner, parameters }: Mechanism): readonly Owner[] {
  const stated = owner.map(({ is }) => is.value);
  if (stated.length > 0) return stated;
  return [...wordsAt(parameters, "by"), ...wordsAt(parameters, "lead")].map((lead) => ({
    lead,
    with: [],
    leader: null,
    person: null,
  }));
}
