/**
 * Every figure and day that an item of the plan states, with the words by which an English text may tell it: for the rule on values
 * that no text tells. Not a rule.
 */

import { isoDay } from "../../plan/days.ts";
import type { Given, Statements } from "../../plan/given.ts";
import { labelOf, type ParameterMap, wordsAt } from "../../plan/parameters.ts";
import { plainQuantity } from "../../plan/plain-quantity.ts";
import type { Indicator, Item, Mechanism, Plan } from "../../plan/plan.ts";
import type { Quantity } from "../../plan/quantity.ts";
import type { Day, When } from "../../plan/time.ts";
import type { Span } from "../../text/source.ts";
import { nameOf } from "../name-of.ts";
import { readRuleFigure } from "../rule-figure.ts";
import { figuresOf } from "../target/levels.ts";
import { contentStems } from "../texts/subjects.ts";
import { statedPeriod } from "../times-of.ts";
import { statedBy } from "./stated-figures.ts";

/** A value with the words of what states it. */
export interface HeldValue {
  readonly item: Item;
  readonly name: string;
  /** Of an entry (a line, a level, a component) what it is called. */
  readonly label: string | null;
  readonly own: ReadonlySet<string>;
  readonly labelled: ReadonlySet<string>;
  /** Words of its definition, its unit and what it is counted by. */
  readonly beside: ReadonlySet<string>;
  readonly is:
    | {
        readonly kind: "figure";
        readonly quantity: Quantity;
        readonly day: Day | null;
        readonly isBase: boolean;
      }
    | { readonly kind: "day"; readonly day: Day; readonly side: "start" | "end" | "point" };
  readonly span: Span;
  readonly shown: string;
  /** What sets something off. */
  readonly isCondition?: true;
  /** The size of a change, not a level. */
  readonly isMove?: true;
}

type Words = Pick<HeldValue, "item" | "name" | "label" | "own" | "labelled" | "beside">;

/** More are not looked for. */
const mostValues = 2000;

/** All values of a plan that a text may tell. */
export function heldValues(plan: Plan): readonly HeldValue[] {
  return [
    ...figuresOf(plan).flatMap((figures): readonly HeldValue[] => {
      const { indicator, unit } = figures;
      const { definition, counted } = indicator;
      const beside = `${definition?.value ?? ""} ${unit?.text ?? ""} ${counted?.of?.value ?? ""}`;
      const words = wordsOf(indicator, nameOf(indicator), beside);
      const moves = indicator.targets.flatMap(({ kind, quantity }): HeldValue[] =>
        quantity === null || (kind !== "change" && kind !== "relative")
          ? []
          : [{ ...figureOf(words, quantity), isMove: true }],
      );
      const levels = statedBy(figures).map(({ value, shown, day, span, isLevel }) => ({
        ...words,
        is: { kind: "figure" as const, quantity: plainQuantity(value, unit, shown), day, isBase: !isLevel },
        span,
        shown,
      }));
      return [...levels, ...moves];
    }),
    ...plan.resources.flatMap((resource) => {
      const words = wordsOf(resource, nameOf(resource), "");
      return resource.amount.map(({ is }) => figureOf(words, is));
    }),
    ...plan.mechanisms
      .filter(({ origin }) => origin === "plan")
      .flatMap((one) => ofMechanism(one, watchedBy(one, plan))),
    ...daysOf(plan),
  ].slice(0, mostValues);
}

function wordsOf(item: Item, name: string, beside: string): Words {
  return {
    item,
    name,
    label: null,
    own: new Set(contentStems(name)),
    labelled: new Set(),
    beside: new Set(contentStems(beside)),
  };
}

function figureOf(words: Words, { value, span }: Given<Quantity>): HeldValue {
  return {
    ...words,
    is: { kind: "figure", quantity: value, day: null, isBase: false },
    span,
    shown: value.text.trim(),
  };
}

/** The indicator by which an alarm is set off. */
function watchedBy({ parameters }: Mechanism, { indicators }: Plan): Indicator | null {
  const ids = new Set(wordsAt(parameters, "when").flatMap(({ value }) => value.match(/[\w-]+/g) ?? []));
  return indicators.find(({ id }) => ids.has(id.value)) ?? null;
}

function ofMechanism(mechanism: Mechanism, watched: Indicator | null): readonly HeldValue[] {
  const { parameters } = mechanism;
  const keys = ["cohort", "over", "subjects", "when", "rule"].flatMap((key) => wordsAt(parameters, key));
  const unit = watched?.unit?.value ?? null;
  const ofWatched = watched === null ? [] : [nameOf(watched), unit?.text ?? ""];
  const beside = [...keys.map(({ value }) => value), ...ofWatched].join(" ");
  return ofMap(parameters, wordsOf(mechanism, nameOf(mechanism), beside)).map((one) =>
    one.is.kind === "figure" && one.is.quantity.unit === null && unit !== null && one.isCondition === true
      ? { ...one, is: { ...one.is, quantity: { ...one.is.quantity, unit } } }
      : one,
  );
}

/** The figures of a map and of the entries below it; conditions and rules are read as figures. */
function ofMap(map: ParameterMap, words: Words): readonly HeldValue[] {
  return [...map.values].flatMap(([key, value]): readonly HeldValue[] => {
    if (value.kind === "quantity") return value.statements.map(({ is }) => figureOf(words, is));
    if (value.kind === "map") return ofMap(value.map, words);
    if (value.kind === "list")
      return value.entries.flatMap((entry) => {
        const label = labelOf(entry) ?? wordsAt(entry, "then")[0]?.value ?? null;
        const labelled = new Set(label === null ? [] : contentStems(label));
        return ofMap(entry, { ...words, label, labelled });
      });
    if (!/^(?:if|when|rule)$/.test(key)) return [];
    return wordsAt(map, key).flatMap((one) => {
      const read = readRuleFigure(one.value);
      if (read === null) return [];
      const beside = new Set([...words.beside, ...contentStems(read.subject)]);
      const figure = figureOf({ ...words, beside }, { ...one, value: read.quantity });
      return [{ ...figure, shown: one.value.trim(), ...(key === "rule" ? {} : { isCondition: true }) }];
    });
  });
}

function daysOf({ milestones, deliverables, actions, phases }: Plan): readonly HeldValue[] {
  const held: HeldValue[] = [];
  const add = (item: Item, name: string, statements: Statements<When>, isPoint: boolean): void => {
    const words = wordsOf(item, name, "");
    for (const { is } of statements) {
      const { start = null, end = null } = statedPeriod(is) ?? {};
      const sides = isPoint
        ? ([["point", end]] as const)
        : ([
            ["start", start],
            ["end", end],
          ] as const);
      for (const [side, day] of sides)
        if (day !== null)
          held.push({ ...words, is: { kind: "day", day, side }, span: is.span, shown: isoDay(day) });
    }
  };
  for (const one of milestones) add(one, nameOf(one), one.by, true);
  for (const one of deliverables) add(one, nameOf(one), one.due, true);
  for (const one of actions) add(one, nameOf(one), one.period, false);
  for (const one of phases) add(one, nameOf(one), one.period, false);
  return held;
}
