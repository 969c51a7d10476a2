/** What the plan states that a placeholder of a section text can ask for: every statement, with the sections that say it. */
import { entryCalled, heldValues, parameterValues, sectionsOf } from "./held-values.ts";
import { ownedItems } from "./owned-items.ts";
import { labelOf } from "./parameters.ts";
import { figureKey, placed, quantityValues, timeValues, unplaced } from "./placed-values.ts";
import type { PlacedValue, PlaceholderVerb } from "./placeholder.ts";
import type { Indicator, Item, Name, Plan } from "./plan.ts";
import type { PlanIndex } from "./plan-index.ts";

/** The statements that a verb asks for of an item; null for what only records can tell, or an unknown id. */
export function valuesFor(
  { plan, index }: { readonly plan: Plan; readonly index: PlanIndex },
  verb: PlaceholderVerb,
  id: string,
): readonly PlacedValue[] | null {
  const indicator = plan.indicators.find(isCalled(id));
  switch (verb) {
    case "target":
      return indicator === undefined ? null : targetValues(indicator);
    case "baseline":
      return indicator === undefined ? null : baselineValues(indicator);
    case "unit":
      return indicator === undefined ? null : unitValues(indicator);
    case "value":
      return indicator === undefined ? (amountValues(plan, id) ?? heldValues(index, id)) : null;
    case "name":
    case "title":
      return nameValues(index, id);
    case "weight":
      return weightValues(plan, index, id);
    case "owner":
      return ownerValues(plan, id);
    case "date":
      return dateValues(plan, id);
    case "period":
      return periodValues(plan, id);
    case "actual":
    case "status":
    case "count":
      return null;
  }
}

function isCalled(id: string): (item: Item) => boolean {
  return (item) => item.id.value === id;
}

function targetValues(indicator: Indicator): readonly PlacedValue[] {
  return indicator.targets.map((target) => {
    const at = target.by ?? target.over ?? target.from;
    // Bounds that hold from a day on are in force until another follows: their day is the first.
    const due = (target.by ?? target.over)?.value.period?.end ?? target.from?.value.period?.start ?? null;
    const value = { kind: "target", target, indicator } as const;
    return placed(target, [indicator.section], { value, key: target.stated.value, at, due });
  });
}

function baselineValues(indicator: Indicator): readonly PlacedValue[] {
  return indicator.baseline.map((one) => {
    const { quantity, at } = one.is.value;
    const value = { kind: "quantity", quantity, of: indicator } as const;
    return placed(one, [indicator.section], { value, key: figureKey(quantity), at });
  });
}

function amountValues(plan: Plan, id: string): readonly PlacedValue[] | null {
  const resource = plan.resources.find(isCalled(id));
  return resource === undefined ? null : quantityValues(resource.amount, [resource.section]);
}

function unitValues({ unit }: Indicator): readonly PlacedValue[] {
  return unit === null ? [] : [unplaced({ kind: "words", text: unit.text }, unit.text, unit.span)];
}

function nameValues(index: PlanIndex, id: string): readonly PlacedValue[] | null {
  const item = index.items.find(isCalled(id));
  if (item === undefined) {
    const entry = entryCalled(index.holderOf(id), id);
    if (entry === null) return null;
    const label = labelOf(entry);
    return label === null ? [] : [unplaced({ kind: "words", text: label }, label, entry.span)];
  }
  const { name, title, statement }: Named = item;
  const found = name ?? title ?? statement ?? null;
  return found === null ? [] : [unplaced({ kind: "name", name: found }, found.text, found.span)];
}

interface Named extends Item {
  readonly name?: Name | null;
  readonly title?: Name | null;
  readonly statement?: Name | null;
}

function weightValues(plan: Plan, index: PlanIndex, id: string): readonly PlacedValue[] | null {
  const item = [...plan.indicators, ...plan.dimensions].find(isCalled(id));
  if (item !== undefined) return quantityValues(item.weight, [item.section]);
  const holder = index.holderOf(id);
  const weight = entryCalled(holder, id)?.get("weight");
  return weight === undefined ? null : parameterValues(weight, sectionsOf(holder));
}

function ownerValues(plan: Plan, id: string): readonly PlacedValue[] | null {
  const item = ownedItems(plan).find(isCalled(id));
  if (item === undefined) return null;
  return item.owner.map((one) => {
    const { lead, with: others, leader, person } = one.is.value;
    const names = [lead, ...others, leader, person].map((name) => name?.value ?? "");
    const value = { kind: "owner", statement: one } as const;
    return placed(one, [item.section], { value, key: names.join("|") });
  });
}

function dateValues(plan: Plan, id: string): readonly PlacedValue[] | null {
  const milestone = plan.milestones.find(isCalled(id));
  if (milestone !== undefined) return timeValues(milestone.by, [milestone.section], "end");
  const deliverable = plan.deliverables.find(isCalled(id));
  if (deliverable !== undefined) return timeValues(deliverable.due, [deliverable.section], "end");
  const source = plan.sources.find(isCalled(id));
  if (source === undefined) return null;
  const { date } = source;
  if (date === null || date.value.state !== "dated") return [];
  return [unplaced({ kind: "time", when: date.value, side: "end" }, date.value.text, date.span)];
}

function periodValues(plan: Plan, id: string): readonly PlacedValue[] | null {
  const item = [...plan.phases, ...plan.actions].find(isCalled(id));
  return item === undefined ? null : timeValues(item.period, [item.section], "both");
}
