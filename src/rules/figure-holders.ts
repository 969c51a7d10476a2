/** Resources, mechanisms and their named figures and rules, by the names under which texts tell them. Shared by a rule; not a rule. */
import type { Given } from "../plan/given.ts";
import { entriesAt, quantitiesAt, walkParameters } from "../plan/parameters.ts";
import type { Item, Mechanism, Name, Plan } from "../plan/plan.ts";
import type { Quantity } from "../plan/quantity.ts";
import { chinese } from "../text/chinese.ts";
import { askedBy, readRuleFigure } from "./rule-figure.ts";

/** A resource or mechanism with what it states. */
export interface Holder {
  readonly item: Item;
  readonly name: Name | null;
  readonly values: readonly Given<Quantity>[];
}

/** All that state a figure under a name that no indicator bears. */
export function holdersOf({ resources, mechanisms, indicators }: Plan): readonly Holder[] {
  // A name that an indicator bears as well is told by `narrative/figure-conflict`.
  const measured = new Set(indicators.map(({ name }) => name?.text.trim()));
  const ofResources = resources.map(
    (item): Holder => ({ item, name: item.name, values: item.amount.map(({ is }) => is) }),
  );
  const own = mechanisms.filter(({ origin }) => origin === "plan");
  const ofMechanisms = own.map((item): Holder => {
    // The amount of a fund is what its name stands for; caps and awards are other figures.
    const amount = quantitiesAt(item.parameters, "amount").map(({ is }) => is);
    if (amount.length > 0) return { item, name: item.name, values: amount };
    const values = item.figures.flatMap((figure) => figure.values.map(({ is }) => is));
    walkParameters(item.parameters, (_, value) => {
      if (value.kind === "quantity") values.push(...value.statements.map(({ is }) => is));
    });
    return { item, name: item.name, values };
  });
  const wholes = [...ofResources, ...ofMechanisms];
  const parts = own.flatMap(partsOf);
  // Of two figures of one name nothing tells which is meant.
  const times = new Map<string, number>();
  for (const { name } of [...wholes, ...parts])
    times.set(plainName(name), (times.get(plainName(name)) ?? 0) + 1);
  return [...wholes, ...parts.filter(({ name }) => times.get(plainName(name)) === 1)].filter(
    ({ values, name }) => values.length > 0 && !measured.has(name?.text.trim()),
  );
}

function plainName(name: Name | null): string {
  return name?.text.trim() ?? "";
}

/** The figures and the rules of a mechanism that have a name of their own, long enough to be told from other words. */
function partsOf(item: Mechanism): readonly Holder[] {
  const figures = item.figures.map(
    (figure): Holder => ({ item, name: figure.name, values: figure.values.map(({ is }) => is) }),
  );
  const rules = entriesAt(item.parameters, "rules").flatMap((entry): readonly Holder[] => {
    const named = entry.get("name");
    if (named?.kind !== "name") return [];
    const rule = entry.get("rule");
    const stated = rule?.kind === "expression" ? rule.statements : [];
    const values = stated.flatMap(({ is: { value, span, origin }, wording }): readonly Given<Quantity>[] => {
      const quantity = readRuleFigure(value.trim())?.quantity;
      const text = wording?.value ?? askedBy(value);
      return quantity?.unit == null ? [] : [{ value: { ...quantity, text }, span, origin }];
    });
    return [{ item, name: named.name, values }];
  });
  return [...figures, ...rules].filter(({ name }) => isLong(plainName(name)));
}

const fewest = { characters: 4, words: 2 };

function isLong(name: string): boolean {
  return chinese.test(name) ? name.length >= fewest.characters : name.split(" ").length >= fewest.words;
}
