/**
 * Standing figures of mechanisms by their id: the figures that stand apart, and entries (a role, a line, a rule) with the
 * first value that they state. Shared by rules; not a rule.
 */
import type { Given } from "../plan/given.ts";
import { labelOf, type Parameter, type ParameterMap, walkParameters, wordsAt } from "../plan/parameters.ts";
import type { Plan } from "../plan/plan.ts";
import type { Quantity } from "../plan/quantity.ts";
import { nameOf } from "./name-of.ts";
import { askedBy, readRuleFigure } from "./rule-figure.ts";

/** A figure with its first value. */
export interface StandingFigure {
  readonly id: string;
  readonly name: string;
  readonly target: Given<Quantity>;
}

/** All standing figures of a plan; of two with one id the first. What is told of another place is none. */
export function standingFigures(plan: Plan): ReadonlyMap<string, StandingFigure> {
  const known = new Map<string, StandingFigure>();
  const add = (id: string, name: string, target: Given<Quantity> | undefined): void => {
    if (target !== undefined && !known.has(id)) known.set(id, { id, name, target });
  };
  for (const mechanism of plan.mechanisms) {
    if (mechanism.origin === "cited") continue;
    for (const figure of mechanism.figures) add(figure.id.value, nameOf(figure), figure.values[0]?.is);
    walkParameters(mechanism.parameters, (_, value) => {
      if (value.kind !== "list") return;
      for (const entry of value.entries) {
        const [id] = wordsAt(entry, "id");
        if (id !== undefined)
          add(id.value, wordsAt(entry, "role")[0]?.value ?? labelOf(entry) ?? id.value, firstValue(entry));
      }
    });
  }
  return known;
}

function firstValue(entry: ParameterMap): Given<Quantity> | undefined {
  for (const value of entry.values.values()) {
    const found = figureIn(value);
    if (found !== undefined) return found;
  }
  return undefined;
}

function figureIn(value: Parameter): Given<Quantity> | undefined {
  if (value.kind === "quantity") return value.statements[0]?.is;
  const rule = value.kind === "expression" ? value.statements[0]?.is : undefined;
  const read = rule === undefined ? null : readRuleFigure(rule.value);
  if (rule === undefined || read === null) return undefined;
  return { value: { ...read.quantity, text: askedBy(rule.value) }, span: rule.span, origin: rule.origin };
}
