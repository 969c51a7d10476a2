/** Fills placeholders of section texts: which statement of the plan a section means by `{{target coverage-rate}}`. */
import { countableKinds, makeIsWithin, sectionsOfItems } from "./citations.ts";
import { type PlacedValue, type PlaceholderVerb, placeholderVerbs } from "./placeholder.ts";
import { valuesFor } from "./placeholder-values.ts";
import type { Item, Plan, Section } from "./plan.ts";
import type { PlanIndex } from "./plan-index.ts";

/** What a text asks for. */
export interface Asked {
  readonly verb: string;
  readonly id: string | null;
  readonly which: string | null;
}

/**
 * `here`: the section, or one below it, states the value (or the plan does not say where it is stated).
 * `ambiguous`: the section states several. `elsewhere`: only other sections state it, and only one value.
 * `several-elsewhere`: other sections state several. `nothing`: the plan states none. `records`: reported values tell.
 * `unknown`: no such verb, id or kind of thing; told by other rules.
 */
export type ResolutionState =
  | "here"
  | "ambiguous"
  | "elsewhere"
  | "several-elsewhere"
  | "nothing"
  | "records"
  | "unknown";

export interface Resolution {
  readonly state: ResolutionState;
  /** The one value of `here` and `elsewhere`; all values in question of the others. */
  readonly values: readonly PlacedValue[];
}

export type Resolve = (section: Section, asked: Asked) => Resolution;

/** Makes the resolver of a plan; the work that all placeholders share is done once. */
export function makeResolve(plan: Plan, index: PlanIndex): Resolve {
  const isWithin = makeIsWithin(plan);
  let cited: ReadonlyMap<Item, ReadonlySet<string>> | null = null;
  return (section, { verb, id, which }) => {
    const known = placeholderVerbs.find((one) => one === verb);
    if (known === undefined || id === null) return { state: "unknown", values: [] };
    const isHere = (own: string): boolean => isWithin(own, section.id.value);
    if (known === "count") {
      cited ??= sectionsOfItems(plan);
      return countIn(section, id, { plan, index, cited, isHere });
    }
    const values = valuesFor({ plan, index }, known, id);
    if (values === null) return { state: stateWithout(known, plan, id), values: [] };
    return choose(which === null ? values : values.filter((one) => one.called.includes(which)), isHere);
  };
}

function stateWithout(verb: PlaceholderVerb, plan: Plan, id: string): ResolutionState {
  const fromRecords = verb === "actual" || verb === "status" || verb === "value";
  return fromRecords && plan.indicators.some((one) => one.id.value === id) ? "records" : "unknown";
}

function choose(values: readonly PlacedValue[], isHere: (section: string) => boolean): Resolution {
  const here = values.filter(({ sections }) => sections.some(isHere));
  if (here.length > 0) return oneOf(here, "here", "ambiguous");
  // Where the plan does not say what is stated where, nothing speaks against this section.
  const anywhere = values.filter(({ sections }) => sections.length === 0);
  if (anywhere.length > 0) return oneOf(anywhere, "here", "ambiguous");
  return values.length === 0 ? { state: "nothing", values } : oneOf(values, "elsewhere", "several-elsewhere");
}

/** The one value of several statements: they agree, or one of them is due after all others (the target proper). */
function oneOf(values: readonly PlacedValue[], one: ResolutionState, several: ResolutionState): Resolution {
  const [first] = values;
  if (first === undefined || values.every(({ key }) => key === first.key)) {
    return { state: one, values: values.slice(0, 1) };
  }
  const last = one === "here" ? lastDue(values) : null;
  return last === null ? { state: several, values } : { state: one, values: [last] };
}

function lastDue(values: readonly PlacedValue[]): PlacedValue | null {
  const days = values.flatMap(({ due }) => due ?? []);
  if (days.length < values.length) return null;
  const latest = values.filter(({ due }) => due === Math.max(...days));
  return latest.every(({ key }) => key === latest[0]?.key) ? (latest[0] ?? null) : null;
}

/** The number of things: as the section announces it, else those that cite it, else all of the plan. */
function countIn(
  section: Section,
  of: string,
  from: {
    readonly plan: Plan;
    readonly index: PlanIndex;
    readonly cited: ReadonlyMap<Item, ReadonlySet<string>>;
    isHere(section: string): boolean;
  },
): Resolution {
  const kind = countableKinds.get(of);
  if (kind === undefined) return { state: "unknown", values: [] };
  const announced = section.announces.find((one) => one.of.value === of)?.count;
  const items = from.index.items.filter((item) => item.kind === kind);
  const citing = items.filter((item) => [...(from.cited.get(item) ?? [])].some(from.isHere));
  const count = announced?.value ?? (citing.length > 0 ? citing : items).length;
  const span = announced?.span ?? section.id.span;
  const value = { kind: "count", count } as const;
  const rest = { wording: null, sections: [], called: [], due: null };
  return { state: "here", values: [{ value, key: `${count}`, span, ...rest }] };
}
