/**
 * The value of a checked tree in one period. Everything is reckoned in base units as exact fractions; what cannot be
 * computed has a reason and never becomes zero. `and`, `or` are decided by one side where that is enough.
 */
import Big from "big.js";
import { addMonths, addYears } from "../plan/days.ts";
import { expressionLimits } from "../plan/limits.ts";
import type { Day } from "../plan/time.ts";
import type { Checked } from "./check.ts";
import { calculate } from "./constant.ts";
import {
  bounded,
  compare,
  type Fraction,
  isNothing,
  negative,
  over,
  plus,
  times,
  whole,
} from "./fraction.ts";
import { type CallTree, partsOf, type Span, type Tree } from "./tree.ts";

/**
 * Why there is no value. `no-observation`: a name has none in the period; `no-earlier-value`; `divides-by-zero`;
 * `too-few-values`: the periods do not reach back far enough; `different-periods`: amounts of unlike spans;
 * `not-a-figure`; `too-large`: figures beyond all measure; `too-many-steps`.
 */
export type WhyNot =
  | "no-observation"
  | "no-earlier-value"
  | "divides-by-zero"
  | "too-few-values"
  | "different-periods"
  | "not-a-figure"
  | "too-large"
  | "too-many-steps";

export interface Failure {
  readonly ok: false;
  readonly reason: WhyNot;
  /** The part that has no value, or the one that is nothing below a line. */
  readonly at: Tree;
}

export type Value = { readonly ok: true; readonly value: Fraction | boolean } | Failure;

/** A reporting period as the values are kept by: `start` is the first day, `end` the last. */
export interface Moment {
  readonly start: Day;
  readonly end: Day;
}

/** Where the values of names come from. */
export interface Values {
  /** In base units. */
  valueAt(ref: string, moment: Moment): Fraction | WhyNot;
  /** The last value at or before the end of a period. */
  latestAt(ref: string, moment: Moment): Fraction | WhyNot;
  /** Periods up to one in which any of the names has a value, oldest first. */
  momentsUpTo(refs: readonly string[], moment: Moment): readonly Moment[];
  /** The period before; null where none is known. */
  before(refs: readonly string[], moment: Moment): Moment | null;
  /** First day that belongs to the plan; null where it has none. */
  readonly start: Day | null;
}

/** Operations left for all formulas of a plan. */
export interface Budget {
  steps: number;
}

interface Evaluation {
  readonly checked: Checked;
  readonly values: Values;
  readonly budget: Budget;
}

export function newBudget(): Budget {
  return { steps: expressionLimits.steps };
}

/** Evaluates a tree without faults in a period. */
export function evaluateExpression(
  tree: Tree,
  moment: Moment,
  { checked, values, budget }: Evaluation,
): Value {
  return valueIn(tree, moment, { checked, values, budget });
}

function failed(reason: WhyNot, at: Tree): Failure {
  return { ok: false, reason, at };
}

function found(value: boolean): Value {
  return { ok: true, value };
}

/** A result within measure. Long figures cost more than short ones, by the square of their digits. */
function figure(value: Fraction, tree: Tree, { budget }: Evaluation): Value {
  const digits = value.top.c.length + value.over.c.length;
  budget.steps -= (digits * digits) >> 10;
  const kept = bounded(value);
  return kept === null ? failed("too-large", tree) : { ok: true, value: kept };
}

function valueIn(tree: Tree, moment: Moment, evaluation: Evaluation): Value {
  evaluation.budget.steps--;
  if (evaluation.budget.steps < 0) return failed("too-many-steps", tree);
  const own = plainValue(tree, moment, evaluation);
  const factor = evaluation.checked.adopted.get(tree);
  if (factor === undefined || !own.ok || typeof own.value === "boolean") return own;
  return figure(times(own.value, factor), tree, evaluation);
}

function plainValue(tree: Tree, moment: Moment, evaluation: Evaluation): Value {
  switch (tree.kind) {
    case "literal":
      return { ok: true, value: evaluation.checked.literals.get(tree) ?? whole(tree.value) };
    case "name": {
      const ref = evaluation.checked.operands.get(tree);
      return ref === undefined
        ? failed("not-a-figure", tree)
        : asValue(evaluation.values.valueAt(ref, moment), tree);
    }
    case "minus":
      return negated(figureOf(tree.of, moment, evaluation), tree, evaluation);
    case "each":
      return valueIn(tree.of, moment, evaluation);
    case "not": {
      const of = valueIn(tree.of, moment, evaluation);
      return of.ok ? found(of.value === false) : of;
    }
    case "arithmetic":
      return arithmetic(tree, moment, evaluation);
    case "comparison":
      return comparison(tree, moment, evaluation);
    case "logic":
      return logic(tree, moment, evaluation);
    case "lasting":
      return lasting(tree, moment, evaluation);
    case "call":
      return call(tree, moment, evaluation);
    case "range":
      return failed("not-a-figure", tree);
  }
}

function asValue(value: Fraction | WhyNot, tree: Tree): Value {
  return typeof value === "string" ? failed(value, tree) : { ok: true, value };
}

type FigureValue = { readonly ok: true; readonly value: Fraction } | Failure;

function figureOf(tree: Tree, moment: Moment, evaluation: Evaluation): FigureValue {
  const of = valueIn(tree, moment, evaluation);
  if (!of.ok) return of;
  return typeof of.value === "boolean" ? failed("not-a-figure", tree) : { ok: true, value: of.value };
}

function negated(of: FigureValue, tree: Tree, evaluation: Evaluation): Value {
  return of.ok ? figure(negative(of.value), tree, evaluation) : of;
}

function arithmetic(tree: Tree & { kind: "arithmetic" }, moment: Moment, evaluation: Evaluation): Value {
  const a = figureOf(tree.left, moment, evaluation);
  if (!a.ok) return a;
  const b = figureOf(tree.right, moment, evaluation);
  if (!b.ok) return b;
  const value = calculate(tree.operator, a.value, b.value);
  return value === null ? failed("divides-by-zero", tree.right) : figure(value, tree, evaluation);
}

function comparison(tree: Tree & { kind: "comparison" }, moment: Moment, evaluation: Evaluation): Value {
  const { operator, right } = tree;
  const left = figureOf(tree.left, moment, evaluation);
  if (!left.ok) return left;
  if (right.kind === "range") return within(left.value, right, operator === "=", moment, evaluation);
  const other = figureOf(right, moment, evaluation);
  if (!other.ok) return other;
  const order = compare(left.value, other.value);
  switch (operator) {
    case "=":
      return found(order === 0);
    case "≠":
      return found(order !== 0);
    case "<":
      return found(order < 0);
    case "≤":
      return found(order <= 0);
    case ">":
      return found(order > 0);
    case "≥":
      return found(order >= 0);
  }
}

function within(
  value: Fraction,
  range: Tree & { kind: "range" },
  wanted: boolean,
  moment: Moment,
  evaluation: Evaluation,
): Value {
  let inside = true;
  for (const [end, side] of [[range.low, -1] as const, [range.high, 1] as const]) {
    if (end === null) continue;
    const limit = figureOf(end, moment, evaluation);
    if (!limit.ok) return limit;
    if (compare(value, limit.value) * side > 0) inside = false;
  }
  return found(inside === wanted);
}

function logic(tree: Tree & { kind: "logic" }, moment: Moment, evaluation: Evaluation): Value {
  const deciding = tree.operator === "or";
  const a = valueIn(tree.left, moment, evaluation);
  if (a.ok && a.value === deciding) return a;
  const b = valueIn(tree.right, moment, evaluation);
  if (b.ok && b.value === deciding) return b;
  return a.ok ? b : a;
}

/** Names whose values a part reads. */
function refsIn(tree: Tree, checked: Checked): readonly string[] {
  const refs = new Set<string>();
  const waiting: Tree[] = [tree];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const ref = checked.operands.get(next);
    if (ref !== undefined) refs.add(ref);
    waiting.push(...partsOf(next));
  }
  return [...refs];
}

/** The day before the first that a time back from a period's end covers. */
function dayBefore(end: Day, { count, unit }: Span): Day {
  if (unit === "years") return addYears(end, -count);
  if (unit === "months") return lastOfMonthKept(end, count);
  return end - count * (unit === "weeks" ? 7 : 1);
}

/** Three months back from 30 June is 31 March: the ends of months go with the ends of months. */
function lastOfMonthKept(end: Day, months: number): Day {
  return addMonths(end + 1, -months) - 1;
}

/** Periods with values of a part that a time back covers; all of the plan so far without one. */
function momentsOf(
  of: Tree,
  span: Span | null,
  moment: Moment,
  { checked, values, budget }: Evaluation,
): { readonly moments: readonly Moment[]; readonly covered: boolean } {
  const all = values.momentsUpTo(refsIn(of, checked), moment);
  // Looking for the periods costs time as well, though less than reckoning with them.
  budget.steps -= all.length >> 3;
  if (span === null) {
    const { start } = values;
    return { moments: start === null ? all : all.filter((m) => m.end >= start), covered: true };
  }
  if (span.unit === "periods") return { moments: all.slice(-span.count), covered: all.length >= span.count };
  const before = dayBefore(moment.end, span);
  const moments = all.filter((m) => m.end > before);
  const [first] = moments;
  return { moments, covered: first !== undefined && first.start <= before + 1 };
}

/** A condition that held in every period of a time; not known where the values do not reach back so far. */
function lasting(tree: Tree & { kind: "lasting" }, moment: Moment, evaluation: Evaluation): Value {
  const { moments, covered } = momentsOf(tree.of, tree.span, moment, evaluation);
  for (const one of moments) {
    const held = valueIn(tree.of, one, evaluation);
    if (!held.ok) return held;
    if (held.value === false) return found(false);
  }
  return covered ? found(true) : failed("too-few-values", tree);
}

function call(tree: CallTree, moment: Moment, evaluation: Evaluation): Value {
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
    const value = valueIn(of, one, evaluation);
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
    const value = valueIn(argument, moment, evaluation);
    if (value.ok) count += value.value === false ? 0 : 1;
    else if (value.reason !== "no-observation" || argument.kind !== "name") return value;
  }
  return { ok: true, value: number(count) };
}

/** sum, mean, min, max: over several figures of the period, or one over time. */
function aggregate(tree: CallTree, moment: Moment, evaluation: Evaluation): Value {
  const [first, second] = tree.arguments;
  if (first === undefined) return failed("not-a-figure", tree);
  const values: Fraction[] = [];
  if (second === undefined) {
    const series = valuesOf(first, moment, evaluation);
    if ("ok" in series) return series;
    for (const value of series) if (typeof value !== "boolean") values.push(value);
  } else {
    for (const argument of tree.arguments) {
      const value = figureOf(argument, moment, evaluation);
      if (!value.ok) return value;
      values.push(value.value);
    }
  }
  const [one, ...others] = values;
  if (one === undefined) return failed("not-a-figure", tree);
  const name = tree.name.toLowerCase();
  if (name === "min" || name === "max") {
    const wanted = name === "min" ? -1 : 1;
    return figure(
      others.reduce((best, value) => (compare(value, best) * wanted > 0 ? value : best), one),
      tree,
      evaluation,
    );
  }
  let sum = one;
  for (const value of others) {
    const next = figure(plus(sum, value), tree, evaluation);
    if (!next.ok || typeof next.value === "boolean") return next;
    sum = next.value;
  }
  return figure(name === "sum" ? sum : over(sum, number(values.length)), tree, evaluation);
}
