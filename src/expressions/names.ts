/**
 * What expressions may name: indicators by id or by name, figures of mechanisms by id, facts of the plan's entities, and
 * `elapsed`, the share of the plan's period that has passed. An id goes before a name.
 */
import { makeSuggester } from "../diagnostics/suggest.ts";
import type { Given } from "../plan/given.ts";
import { measuredUnit } from "../plan/measured-unit.ts";
import { parseQuantity } from "../plan/parse-quantity.ts";
import type { Indicator, Plan } from "../plan/plan.ts";
import type { Quantity, Unit } from "../plan/quantity.ts";
import { findUnit } from "../plan/units.ts";
import { type Fault, faultAt } from "./fault.ts";
import type { NameTree } from "./tree.ts";
import { figureIn, type ValueType } from "./types.ts";

/** What a name stands for. */
export type Named =
  | { readonly kind: "indicator"; readonly indicator: Indicator; readonly unit: Unit | null }
  | { readonly kind: "figure"; readonly value: Given<Quantity>; readonly unit: Unit | null }
  | { readonly kind: "fact"; readonly fact: string; readonly unit: Unit | null }
  | { readonly kind: "elapsed"; readonly unit: Unit }
  /** A fact that is no figure (kind = kitchen), an indicator of grades. */
  | { readonly kind: "words" };

/** The names of a plan; `ref` of a meaning is the name under which `find` gives it. */
export interface PlanNames {
  find(name: string): Named | undefined;
  has(name: string): boolean;
  /** The fault of a name that is not there, with what was likely meant. */
  unknown(name: NameTree): Fault;
  /** The known name nearest to one that is not there; null for none. */
  near(name: string): string | null;
}

/** Reads the names of a plan. */
export function planNames(plan: Plan): PlanNames {
  const names = new Map<string, Named>();
  const add = (name: string, named: Named): void => {
    if (name !== "" && !names.has(name)) names.set(name, named);
  };
  for (const indicator of plan.indicators) add(indicator.id.value, indicatorNamed(indicator));
  for (const mechanism of plan.mechanisms) {
    for (const { id, values } of mechanism.figures) {
      const value = values[0]?.is;
      if (value !== undefined) add(id.value, { kind: "figure", value, unit: value.value.unit });
    }
  }
  for (const [fact, named] of factsOf(plan)) add(fact, named);
  add("elapsed", { kind: "elapsed", unit: findUnit("%") });
  for (const [name, indicator] of calledOnce(plan)) add(name, indicatorNamed(indicator));
  const suggest = makeSuggester(() => [...names.keys()]);
  return {
    find: (name) => names.get(name),
    has: (name) => names.has(name),
    near: suggest,
    unknown: (tree) => unknownName(tree, names, suggest),
  };
}

function indicatorNamed(indicator: Indicator): Named {
  const unit = measuredUnit(indicator);
  const { targets } = indicator;
  const words = targets.length > 0 && targets.every(({ kind }) => kind === "grade" || kind === "done");
  return words && unit === null ? { kind: "words" } : { kind: "indicator", indicator, unit };
}

/** Facts of entities by name; one is a figure where its first value is. */
function factsOf(plan: Plan): ReadonlyMap<string, Named> {
  const facts = new Map<string, Named>();
  for (const { facts: own } of plan.entities) {
    for (const [fact, { value }] of own) {
      if (facts.has(fact) || value.trim() === "") continue;
      const reading = parseQuantity(value);
      facts.set(fact, reading.ok ? { kind: "fact", fact, unit: reading.quantity.unit } : { kind: "words" });
    }
  }
  return facts;
}

/** Names of indicators that only one of them has. */
function calledOnce(plan: Plan): ReadonlyMap<string, Indicator> {
  const called = new Map<string, Indicator | null>();
  for (const indicator of plan.indicators) {
    const own = [indicator.name?.text ?? "", ...indicator.alsoCalled.map(({ value }) => value)];
    for (const name of new Set(own.map((one) => one.trim()))) {
      called.set(name, called.has(name) ? null : indicator);
    }
  }
  const once = new Map<string, Indicator>();
  for (const [name, indicator] of called) if (indicator !== null) once.set(name, indicator);
  return once;
}

/** The type of what a name stands for. */
export function namedType(named: Named): ValueType {
  return named.kind === "words" ? { kind: "text" } : figureIn(named.unit);
}

/** Longest name that is looked through for minus signs. */
const longestName = 200;

function unknownName(
  tree: NameTree,
  names: ReadonlyMap<string, Named>,
  suggest: (name: string) => string | null,
): Fault {
  const { name } = tree;
  const apart = name.length > longestName ? null : splitAtMinus(name, names);
  if (apart !== null) return faultAt("name", "minus-in-name", tree, { text: name, suggestion: apart });
  const near = suggest(name);
  return faultAt("name", "unknown-name", tree, { text: name, suggestion: near });
}

/** `a-b` where there are `a` and `b`: a minus without spaces. */
function splitAtMinus(name: string, names: ReadonlyMap<string, Named>): string | null {
  const known = (part: string): boolean => names.has(part) || /^\d+(?:\.\d+)?$/.test(part);
  for (let at = name.indexOf("-"); at > 0; at = name.indexOf("-", at + 1)) {
    const [left, right] = [name.slice(0, at), name.slice(at + 1)];
    if (known(left) && known(right)) return `${left} - ${right}`;
  }
  return null;
}
