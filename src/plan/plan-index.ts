/** Indexes of a plan by id, built once and shared by rules, engine and reports. */
import { walkParameters, wordsAt } from "./parameters.ts";
import type { Indicator, Item, ItemKind, Mechanism, Name, Plan } from "./plan.ts";

/** Kinds that share one id space: `needs`, `mitigations` and time literals name ids of it. */
export const sharedIdKinds: readonly ItemKind[] = ["action", "milestone", "deliverable", "phase"];

/** Kinds on which a mechanism may work. */
export const governedKinds: readonly ItemKind[] = [
  "indicator",
  "problem",
  "objective",
  "dimension",
  "action",
  "milestone",
  "deliverable",
  "phase",
  "mechanism",
  "resource",
  "risk",
];

export interface PlanIndex {
  /** First item of a kind with an id; undefined when there is none. */
  find(kind: ItemKind, id: string): Item | undefined;
  /** First item with an id among several kinds. */
  findAny(kinds: readonly ItemKind[], id: string): Item | undefined;
  /** All ids of a kind, in plan order. */
  ids(kind: ItemKind): readonly string[];
  /** All items of the plan in order of kind, then of the plan. */
  readonly items: readonly Item[];
  /** The mechanism that states a figure: one of its `figures`, or an entry of its type with that id. */
  holderOf(figure: string): Mechanism | undefined;
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
    ...plan.mechanisms.flatMap(({ figures }) => figures),
  ];
  const byKind = new Map<ItemKind, Map<string, Item>>();
  for (const item of items) {
    const ofKind = byKind.get(item.kind) ?? new Map<string, Item>();
    byKind.set(item.kind, ofKind);
    if (!ofKind.has(item.id.value)) ofKind.set(item.id.value, item);
  }
  const entries = entriesOnDemand(plan);
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
  const find = (kind: ItemKind, id: string): Item | undefined =>
    byKind.get(kind)?.get(id) ?? (kind === "figure" ? entries().get(id)?.entry : undefined);
  return {
    items,
    find,
    findAny: (kinds, id) => {
      for (const kind of kinds) {
        const found = find(kind, id);
        if (found !== undefined) return found;
      }
      return undefined;
    },
    ids: (kind) => [...(byKind.get(kind)?.keys() ?? [])],
    holderOf: (figure) =>
      plan.mechanisms.find(({ figures }) => figures.some(({ id }) => id.value === figure)) ??
      entries().get(figure)?.mechanism,
    indicatorsOf: (objective) => measuring.get(objective) ?? [],
  };
}

interface HeldEntry {
  readonly entry: Item & { readonly name: Name | null };
  readonly mechanism: Mechanism;
}

/** Entries of mechanisms that have an id (components, lines, rules …), the first of each; looked for at the first call. */
function entriesOnDemand(plan: Plan): () => ReadonlyMap<string, HeldEntry> {
  let known: Map<string, HeldEntry> | null = null;
  return () => {
    if (known !== null) return known;
    known = new Map();
    for (const mechanism of plan.mechanisms) {
      for (const { id, name, span } of entriesWithId(mechanism)) {
        const entry: HeldEntry["entry"] = { kind: "figure", id, name, span };
        if (!known.has(id.value)) known.set(id.value, { entry, mechanism });
      }
    }
    return known;
  };
}

function entriesWithId(mechanism: Mechanism): readonly Pick<HeldEntry["entry"], "id" | "name" | "span">[] {
  const found: Pick<HeldEntry["entry"], "id" | "name" | "span">[] = [];
  walkParameters(mechanism.parameters, (_, value) => {
    if (value.kind !== "list") return;
    for (const entry of value.entries) {
      const [id] = wordsAt(entry, "id");
      const name = entry.get("name");
      if (id !== undefined)
        found.push({ id, name: name?.kind === "name" ? name.name : null, span: entry.span });
    }
  });
  return found;
}
