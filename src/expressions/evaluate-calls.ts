/** The values of functions (`functions.ts` lists them): over several figures of a period, or one over several periods. */
import Big from "big.js";
import {
  asValue,
  type Evaluation,
  type Failure,
  type FigureValue,
  failed,
  figure,
  figureOf,
  type Moment,
  type Value,
} from "./evaluation.ts";
import { compare, type Fraction, isNothing, negative, over, plus, whole } from "./fraction.ts";
import { momentsOf, refsIn } from "./moments.ts";
import type { CallTree, Tree } from "./tree.ts";

/** The value of a call in a period. */
export function callValue(tree: CallTree, moment: Moment, evaluation: Evaluation): Value {
  const [first, second] = tree.arguments;
  if (first === undefined) return failed("not-a-figure", tree);
  switch (tree.name.toLowerCase()) {
    case "latest": {
      const ref = evaluation.checked.operands.get(first);
      if (ref === undefined) return failed("not-a-figure", first);
      return asValue(evaluation.values.latestAt(ref, moment), first);
    }
    case "previous":
      return earlier(first, moment, evaluation);
    case "change":
      return changeOf(tree, first, moment, evaluation);
    case "share":
      return second === undefined
        ? shareOfPeriods(first, moment, evaluation)
        : shareOfWhole(tree, first, second, moment, evaluation);
    case "count":
      return second === undefined
        ? countPeriods(first, moment, evaluation)
        : countHere(tree, moment, evaluation);
    default:
      return aggregate(tree, moment, evaluation);
  }
}

function earlier(of: Tree, moment: Moment, evaluation: Evaluation): FigureValue {
  const before = evaluation.values.before(refsIn(of, evaluation.checked), moment);
  if (before === null) return failed("no-earlier-value", of);
  const value = figureOf(of, before, evaluation);
  return !value.ok && value.reason === "no-observation" ? failed("no-earlier-value", value.at) : value;
}

function changeOf(tree: CallTree, of: Tree, moment: Moment, evaluation: Evaluation): Value {
  const now = figureOf(of, moment, evaluation);
  if (!now.ok) return now;
  const before = earlier(of, moment, evaluation);
  return before.ok ? figure(plus(now.value, negative(before.value)), tree, evaluation) : before;
}

function shareOfWhole(tree: CallTree, part: Tree, base: Tree, moment: Moment, evaluation: Evaluation): Value {
  const a = figureOf(part, moment, evaluation);
  if (!a.ok) return a;
  const b = figureOf(base, moment, evaluation);
  if (!b.ok) return b;
  return isNothing(b.value)
    ? failed("divides-by-zero", base)
    : figure(over(a.value, b.value), tree, evaluation);
}

/** The values of a part in the periods looked at; those without value are left out. */
function valuesOf(
  argument: Tree,
  moment: Moment,
  evaluation: Evaluation,
): readonly (Fraction | boolean)[] | Failure {
  const isWindow = argument.kind === "lasting";
  const of = isWindow ? argument.of : argument;
  const { moments } = momentsOf(of, isWindow ? argument.span : null, moment, evaluation);
  const values: (Fraction | boolean)[] = [];
  for (const one of moments) {
    const value = evaluation.valueIn(of, one);
    if (value.ok) values.push(value.value);
    else if (value.reason !== "no-observation" && value.reason !== "no-earlier-value") return value;
  }
  return values.length === 0 ? failed("no-observation", of) : values;
}

function number(count: number): Fraction {
  return whole(new Big(count));
}

function countPeriods(argument: Tree, moment: Moment, evaluation: Evaluation): Value {
  const values = valuesOf(argument, moment, evaluation);
  if ("ok" in values) return values;
  return { ok: true, value: number(values.filter((value) => value !== false).length) };
}

function shareOfPeriods(argument: Tree, moment: Moment, evaluation: Evaluation): Value {
  const values = valuesOf(argument, moment, evaluation);
  if ("ok" in values) return values;
  const held = values.filter((value) => value === true).length;
  return { ok: true, value: over(number(held), number(values.length)) };
}

/** How many of several hold, or have a value, in this period; a condition that is not known makes the count unknown. */
function countHere(tree: CallTree, moment: Moment, evaluation: Evaluation): Value {
  let count = 0;
  for (const argument of tree.arguments) {
    const value = evaluation.valueIn(argument, moment);
    if (value.ok) count += value.value === false ? 0 : 1;
    else if (value.reason !== "no-observation" || argument.kind !== "name") return value;
  }
  return { ok: true, value: number(count) };
}

/** sum, mean, min, max: over several figures of the period, or one over time. */
function aggregate(tree: CallTree, moment: Moment, evaluation: Evaluation): Value {
  const values = figuresOf(tree, moment, evaluation);
  if ("ok" in values) return values;
  const [first, ...others] = values;
  if (first === undefined) return failed("not-a-figure", tree);
  const name = tree.name.toLowerCase();
  if (name === "min" || name === "max") return figure(extreme(first, others, name), tree, evaluation);
  let sum = first;
  for (const value of others) {
    const next = figure(plus(sum, value), tree, evaluation);
    if (!next.ok || typeof next.value === "boolean") return next;
    sum = next.value;
  }
  return figure(name === "sum" ? sum : over(sum, number(values.length)), tree, evaluation);
}

/** What is put together: each argument in this period, or the only one in every period looked at. */
function figuresOf(tree: CallTree, moment: Moment, evaluation: Evaluation): readonly Fraction[] | Failure {
  const [first, second] = tree.arguments;
  if (first === undefined) return [];
  const figures: Fraction[] = [];
  if (second === undefined) {
    const series = valuesOf(first, moment, evaluation);
    if ("ok" in series) return series;
    for (const value of series) if (typeof value !== "boolean") figures.push(value);
    return figures;
  }
  for (const argument of tree.arguments) {
    const value = figureOf(argument, moment, evaluation);
    if (!value.ok) return value;
    figures.push(value.value);
  }
  return figures;
}

function extreme(first: Fraction, others: readonly Fraction[], wanted: "min" | "max"): Fraction {
  const side = wanted === "min" ? -1 : 1;
  return others.reduce((best, value) => (compare(value, best) * side > 0 ? value : best), first);
}
