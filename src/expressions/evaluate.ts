/**
 * The value of a checked tree in one period. Everything is reckoned in base units as exact fractions; what cannot be
 * computed has a reason and never becomes zero. `and`, `or` are decided by one side where that is enough.
 */
import type { Checked } from "./checker.ts";
import { calculate } from "./constant.ts";
import { callValue } from "./evaluate-calls.ts";
import {
  asValue,
  type Budget,
  type Evaluation,
  type FigureValue,
  failed,
  figure,
  figureOf,
  type Moment,
  type Value,
  type Values,
} from "./evaluation.ts";
import { compare, type Fraction, negative, times, whole } from "./fraction.ts";
import { momentsOf } from "./moments.ts";
import type { Tree } from "./tree.ts";

/** Evaluates a tree without faults in a period. */
export function evaluateExpression(
  tree: Tree,
  moment: Moment,
  {
    checked,
    values,
    budget,
  }: { readonly checked: Checked; readonly values: Values; readonly budget: Budget },
): Value {
  const evaluation: Evaluation = {
    checked,
    values,
    budget,
    valueIn: (part, at) => valueIn(part, at, evaluation),
  };
  return valueIn(tree, moment, evaluation);
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
      return callValue(tree, moment, evaluation);
    case "range":
      return failed("not-a-figure", tree);
  }
}

function found(value: boolean): Value {
  return { ok: true, value };
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
