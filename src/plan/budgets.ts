/** What may be spent: budgets of actions, amounts of funds. */
import type { Given } from "./given.ts";
import { itemById } from "./item-by-id.ts";
import { quantitiesAt } from "./parameters.ts";
import type { Action, Mechanism, Plan } from "./plan.ts";
import type { Quantity } from "./quantity.ts";

/** Mechanisms of type `fund`. */
export function fundsOf(plan: Plan): readonly Mechanism[] {
  return plan.mechanisms.filter((one) => one.type.value === "fund");
}

/** The action or fund that an id means; an action before a fund where the kind is not said. Null for none. */
export function budgetHolder(
  plan: Plan,
  kind: "action" | "fund" | null,
  id: string,
): Action | Mechanism | null {
  const action = kind === "fund" ? undefined : itemById(plan.actions, id);
  const fund = kind === "action" || action !== undefined ? undefined : itemById(plan.mechanisms, id);
  return action ?? (fund?.type.value === "fund" ? fund : null) ?? null;
}

/** The budget of an action or the amount of a fund, as first stated; null where none is. */
export function budgetOf(holder: Action | Mechanism): Given<Quantity> | null {
  const stated = holder.kind === "action" ? holder.budget : quantitiesAt(holder.parameters, "amount");
  return stated[0]?.is ?? null;
}
