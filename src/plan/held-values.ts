/** Values that mechanisms state, for placeholders: standing figures and entries with an id. */
import type { Statement } from "./given.ts";
import { type Parameter, type ParameterMap, walkParameters, wordsAt } from "./parameters.ts";
import { placed, quantityValues, type Sections, timeValues, unplaced } from "./placed-values.ts";
import type { PlacedValue } from "./placeholder.ts";
import type { Item, Mechanism } from "./plan.ts";
import type { PlanIndex } from "./plan-index.ts";
import type { Rhythm } from "./time.ts";

/** The value of a standing figure of a mechanism, of an entry with an id, or of the mechanism that has the id. */
export function heldValues(index: PlanIndex, id: string): readonly PlacedValue[] | null {
  const holder = index.holderOf(id);
  if (holder === undefined) {
    const mechanism = index.items.find(isMechanismCalled(id));
    return mechanism === undefined ? null : ownValues(mechanism);
  }
  const around = sectionsOf(holder);
  const figure = holder.figures.find((one) => one.id.value === id);
  if (figure !== undefined) return quantityValues(figure.values, around);
  const entry = entryCalled(holder, id);
  if (entry === null) return null;
  return firstValues(entry, entry.section === null ? around : [entry.section]);
}

function isMechanismCalled(id: string): (item: Item) => item is Mechanism {
  return (item): item is Mechanism => item.kind === "mechanism" && item.id.value === id;
}

/** What a mechanism comes to as a whole: the amount of a fund, the hours of a training; else how often it takes place. */
function ownValues(mechanism: Mechanism): readonly PlacedValue[] {
  const around = sectionsOf(mechanism);
  const values = firstValues(mechanism.parameters, around);
  return values.length > 0 ? values : mechanism.cadence.map((one) => rhythmValue(one, around));
}

function firstValues(entry: ParameterMap, around: Sections): readonly PlacedValue[] {
  for (const kind of valueKinds) {
    const found = [...entry.values].find(([key, value]) => value.kind === kind && !conditionKeys.has(key));
    if (found !== undefined) return parameterValues(found[1], around);
  }
  return [];
}

function rhythmValue(one: Statement<Rhythm>, around: Sections): PlacedValue {
  return placed(one, around, { value: { kind: "rhythm", rhythm: one.is.value }, key: one.is.value });
}

/** What an entry is asked for first: its figure, else how often, a condition, a number of things, a time. */
const valueKinds = ["quantity", "rhythm", "expression", "announced", "time"] as const;

/** Keys that say when or where the entry applies, not what it comes to. */
const conditionKeys: ReadonlySet<string> = new Set(["if", "when", "where"]);

/** Sections that tell of a mechanism. */
export function sectionsOf(holder: Mechanism | undefined): Sections {
  return holder === undefined ? [] : [holder.section, ...holder.alsoIn];
}

/** The statements of one key. */
export function parameterValues(value: Parameter, around: Sections): readonly PlacedValue[] {
  switch (value.kind) {
    case "quantity":
      return quantityValues(value.statements, around);
    case "time":
      return timeValues(value.statements, around, "end");
    case "rhythm":
      return value.statements.map((one) => rhythmValue(one, around));
    case "expression":
      return value.statements.map((one) =>
        placed(one, around, { value: { kind: "expression", text: one.is.value }, key: one.is.value }),
      );
    case "announced":
      return value.counts.slice(0, 1).map(({ count }) => ({
        ...unplaced({ kind: "count", count: count.value }, `${count.value}`, count.span),
        sections: around.flatMap((one) => one?.value ?? []),
      }));
    default:
      return [];
  }
}

/** The entry of a mechanism that has an id. */
export function entryCalled(holder: Mechanism | undefined, id: string): ParameterMap | null {
  if (holder === undefined) return null;
  const found: ParameterMap[] = [];
  walkParameters(holder.parameters, (_, value) => {
    if (value.kind === "list")
      found.push(...value.entries.filter((one) => wordsAt(one, "id")[0]?.value === id));
  });
  return found[0] ?? null;
}
