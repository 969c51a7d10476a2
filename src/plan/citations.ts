/** Which items and statements stand in which section: citations, counted kinds, what lies below what. */
import type { Item, ItemKind, Plan } from "./plan.ts";

/** Things that a section can announce and a plan lists as items (`announces: { indicators: 15 }`), by their key. */
export const countableKinds: ReadonlyMap<string, ItemKind> = new Map<string, ItemKind>([
  ["indicators", "indicator"],
  ["dimensions", "dimension"],
  ["objectives", "objective"],
  ["problems", "problem"],
  ["phases", "phase"],
  ["milestones", "milestone"],
  ["deliverables", "deliverable"],
  ["actions", "action"],
  ["risks", "risk"],
  ["resources", "resource"],
  ["mechanisms", "mechanism"],
]);

const sectionsOfPlan = new WeakMap<Plan, ReadonlyMap<Item, ReadonlySet<string>>>();

/** Sections that items cite, themselves or in a statement of theirs; found once for all who ask. */
export function sectionsOfItems(plan: Plan): ReadonlyMap<Item, ReadonlySet<string>> {
  const known = sectionsOfPlan.get(plan) ?? findSections(plan);
  sectionsOfPlan.set(plan, known);
  return known;
}

function findSections(plan: Plan): ReadonlyMap<Item, ReadonlySet<string>> {
  const cited = new Map<Item, Set<string>>();
  const cite = (item: Item, section: { readonly value: string } | null | undefined): void => {
    if (section === null || section === undefined) return;
    const known = cited.get(item);
    if (known === undefined) cited.set(item, new Set([section.value]));
    else known.add(section.value);
  };
  for (const list of [plan.problems, plan.dimensions, plan.objectives, plan.phases, plan.milestones]) {
    for (const item of list) cite(item, item.section);
  }
  for (const list of [plan.deliverables, plan.actions, plan.risks, plan.resources, plan.mechanisms]) {
    for (const item of list) cite(item, item.section);
  }
  for (const mechanism of plan.mechanisms) for (const section of mechanism.alsoIn) cite(mechanism, section);
  for (const indicator of plan.indicators) {
    cite(indicator, indicator.section);
    for (const target of indicator.targets) cite(indicator, target.section);
  }
  for (const fact of plan.facts) {
    for (const statement of fact.statements) cite(fact.subject, statement.section);
  }
  citeUnreadable(plan, cite);
  return cited;
}

/** A target whose value cannot be read is not in the plan, but the section that it cites is noted. */
function citeUnreadable(plan: Plan, cite: (item: Item, section: { readonly value: string }) => void): void {
  if (plan.unusable === 0) return;
  const byId = new Map(plan.indicators.map((indicator) => [indicator.id.value, indicator]));
  for (const { name, from, field } of plan.references) {
    const indicator = from?.kind === "indicator" && field === "section" ? byId.get(from.id.value) : undefined;
    if (indicator !== undefined) cite(indicator, name);
  }
}

/** Tells whether a section is the given one or stands below it in the outline. */
export function makeIsWithin(plan: Plan): (section: string, top: string) => boolean {
  const parents = new Map(plan.sections.map((section) => [section.id.value, section.parent]));
  return (section, top) => {
    let current: string | null | undefined = section;
    // A broken outline may lead round in a circle; no outline is deeper than it has sections.
    for (let depth = 0; depth <= parents.size && current !== null && current !== undefined; depth++) {
      if (current === top) return true;
      current = parents.get(current);
    }
    return section.startsWith(`${top}.`);
  };
}
