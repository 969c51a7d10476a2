/** Indexes of a plan by id, built once and shared by rules, engine and reports. */
import type { Indicator, Item, ItemKind, Plan } from "./plan.ts";

/** Kinds that share one id space: `needs`, `mitigations` and time literals name ids of it. */
export const sharedIdKinds: readonly ItemKind[] = ["action", "milestone", "deliverable", "phase"];

export interface PlanIndex {
  /** First item of a kind with an id; undefined when there is none. */
  find(kind: ItemKind, id: string): Item | undefined;
  /** First item with an id among several kinds. */
  findAny(kinds: readonly ItemKind[], id: string): Item | undefined;
  /** All ids of a kind, in plan order. */
  ids(kind: ItemKind): readonly string[];
  /** All items of the plan in order of kind, then of the plan. */
  readonly items: readonly Item[];
  /** Indicators that measure an objective (`objective` or `serves`). */
  indicatorsOf(objective: string): readonly Indicator[];
}

/** Builds the index of a plan. */
export function indexPlan(plan: Plan): PlanIndex {
  const items: readonly Item[] = [
    ...plan.sections,
    ...plan.sources,
    ...plan.actors,
    ...plan.entities,
    ...plan.problems,
    ...plan.dimensions,
    ...plan.objectives,
    ...plan.indicators,
    ...plan.phases,
    ...plan.milestones,
    ...plan.deliverables,
    ...plan.actions,
    ...plan.risks,
    ...plan.evidence,
    ...plan.resources,
    ...plan.mechanisms,
  ];
  const byKind = new Map<ItemKind, Map<string, Item>>();
  for (const item of items) {
    const ofKind = byKind.get(item.kind) ?? new Map<string, Item>();
    byKind.set(item.kind, ofKind);
    if (!ofKind.has(item.id.value)) ofKind.set(item.id.value, item);
  }
  const measuring = new Map<string, Indicator[]>();
  for (const indicator of plan.indicators) {
    const served = new Set(
      [indicator.objective, ...indicator.serves].flatMap((o) => (o === null ? [] : [o.value])),
    );
    for (const objective of served) {
      const known = measuring.get(objective);
      if (known === undefined) measuring.set(objective, [indicator]);
      else known.push(indicator);
    }
  }
  return {
    items,
    find: (kind, id) => byKind.get(kind)?.get(id),
    findAny: (kinds, id) => {
      for (const kind of kinds) {
        const found = byKind.get(kind)?.get(id);
        if (found !== undefined) return found;
      }
      return undefined;
    },
    ids: (kind) => [...(byKind.get(kind)?.keys() ?? [])],
    indicatorsOf: (objective) => measuring.get(objective) ?? [],
  };
}
