/** Resources, mechanisms and their named figures and rules, by the names under which texts tell them. Shared by a rule; not a rule. */
import type { Given } from "../../plan/given.ts";
import { entriesAt, quantitiesAt, walkParameters } from "../../plan/parameters.ts";
import type { Item, Mechanism, Name, Plan } from "../../plan/plan.ts";
import type { Quantity } from "../../plan/quantity.ts";
import { chinese } from "../../text/chinese.ts";
import { askedBy, readRuleFigure } from "../rule-figure.ts";

/** A resource or mechanism, or a figure or rule of one, with what it states. */
export interface Holder {
  readonly item: Item;
  readonly name: Name | null;
  readonly values: readonly Given<Quantity>[];
  /** True of a figure or rule: a short name, which stands in longer ones. */
  readonly isPart?: true;
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
    // Nor is what it pays for each case what all of it comes to.
    if (item.type.value === "fund")
      return { item, name: item.name, values: quantitiesAt(item.parameters, "cap").map(({ is }) => is) };
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
    (figure): Holder => ({
      item,
      name: figure.name,
      values: figure.values.map(({ is }) => is),
      isPart: true,
    }),
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
    return [{ item, name: named.name, values, isPart: true }];
  });
  return [...figures, ...rules].filter(({ name }) => isLong(plainName(name)));
}

const fewest = { characters: 4, words: 2 };

function isLong(name: string): boolean {
  return chinese.test(name) ? name.length >= fewest.characters : name.split(" ").length >= fewest.words;
}

/**
 * The short name of a figure or rule means that one where no word before narrows it (党员志愿者, 新建小区协商议事场所), and where the clause
 * tells neither a step by a date nor on what something follows (达到8%的，评为示范社区).
 */
export function isOfItself(
  sentence: string,
  { at }: { readonly at: number },
  figure: { readonly at: number; readonly end: number },
): boolean {
  const lead = sentence.slice(0, at);
  return (
    plainBefore.test(lead) &&
    !ofStep.test(sentence.slice(0, figure.at)) &&
    !/^[^，。；\d]{0,4}的(?![标比要])/u.test(sentence.slice(figure.end))
  );
}

const plainBefore =
  /(?:^|[^\u4e00-\u9fff\w]|[将把使和与及设建备置立保]|要求|其中|每个?社区|\b(?:the|our|and|a|an|for))\s*$/iu;
const ofStep = /(?:19|20)\d\d|力争|\b(?:aim|hope)/iu;
