/**
 * Static check of a tree: what every part is, and what cannot be put together (percent and points, unlike units, a text and
 * a figure, wrong arguments, a constant nothing below a line). Each fault is told once: what it touches is taken as unknown.
 */
import { isZero } from "../plan/decimal.ts";
import { callType } from "./check-calls.ts";
import { checkComparison } from "./check-comparisons.ts";
import {
  asFigure,
  type Checked,
  type Checker,
  checkDivisor,
  figureOf,
  isCondition,
  needCondition,
  type Scope,
  settle,
  tell,
} from "./checker.ts";
import { addFigures, divideFigures, multiplyFigures } from "./combine.ts";
import { constantValue } from "./constant.ts";
import { compare, times, whole } from "./fraction.ts";
import { measureOf } from "./measure.ts";
import type { LiteralTree, NameTree, Tree } from "./tree.ts";
import { anyFigure, type FigureType, figureIn, type ValueType } from "./types.ts";

/** Checks a tree against the names of a scope. */
export function checkExpression(tree: Tree, scope: Scope): Checked {
  const checker: Checker = {
    scope,
    faults: [],
    literals: new Map(),
    adopted: new Map(),
    operands: new Map(),
    typeOf: (part) => typeOf(checker, part),
  };
  const type = typeOf(checker, tree);
  const { faults, literals, adopted, operands } = checker;
  return { type, faults, literals, adopted, operands };
}

function typeOf(checker: Checker, tree: Tree): ValueType {
  switch (tree.kind) {
    case "literal":
      return literalType(checker, tree);
    case "name":
      return nameType(checker, tree);
    case "call":
      return callType(checker, tree);
    case "minus":
      return figureOf(checker, tree.of);
    case "each":
      if (isZero(tree.count.value)) tell(checker, "zero", "divides-by-zero", tree.count);
      return figureOf(checker, tree.of);
    case "not":
      needCondition(checker, tree.of);
      return { kind: "condition" };
    case "logic":
      needCondition(checker, tree.left);
      needCondition(checker, tree.right);
      return { kind: "condition" };
    case "lasting":
      if (!isCondition(typeOf(checker, tree.of))) tell(checker, "type", "lasting-place", tree);
      return { kind: "condition" };
    case "range":
      return rangeType(checker, tree);
    case "comparison":
      checkComparison(checker, tree);
      return { kind: "condition" };
    case "arithmetic":
      return arithmeticType(checker, tree);
  }
}

function literalType(checker: Checker, tree: LiteralTree): FigureType {
  const type = figureIn(tree.unit, true);
  const factor = tree.unit === null ? null : measureOf(tree.unit).factor;
  checker.literals.set(tree, factor === null ? whole(tree.value) : times(factor, whole(tree.value)));
  return tree.per === null ? type : { ...anyFigure, constant: true };
}

function nameType({ scope, faults, operands }: Checker, tree: NameTree): ValueType {
  const meaning = scope.resolve(tree);
  if (meaning !== null) {
    if (meaning.ref !== null) operands.set(tree, meaning.ref);
    return meaning.type;
  }
  const fault = scope.unknown(tree);
  if (fault !== null) faults.push(fault);
  return tree.quoted && fault === null ? { kind: "text" } : { kind: "any" };
}

function rangeType(checker: Checker, tree: Tree & { kind: "range" }): ValueType {
  const low = tree.low === null ? null : figureOf(checker, tree.low);
  const high = tree.high === null ? null : figureOf(checker, tree.high);
  if (low === null || high === null || tree.low === null || tree.high === null)
    return { kind: "range", of: low ?? high ?? anyFigure };
  const pair = addFigures(low, high, "+");
  settle(checker, pair, tree, tree.low, tree.high, [low, high]);
  const [from, to] = [constantValue(tree.low, checker.literals), constantValue(tree.high, checker.literals)];
  const sameUnits = low.bare === high.bare;
  if (sameUnits && from !== null && to !== null && compare(to, from) < 0)
    tell(checker, "type", "range-reversed", tree);
  return { kind: "range", of: pair.type };
}

function arithmeticType(checker: Checker, tree: Tree & { kind: "arithmetic" }): ValueType {
  const { operator, left, right } = tree;
  const low = typeOf(checker, left);
  const isScaledRange = low.kind === "range" && operator !== "+" && operator !== "-";
  const a = isScaledRange ? low.of : asFigure(checker, left, low);
  const b = figureOf(checker, right);
  if (operator === "+" || operator === "-") {
    const pair = addFigures(a, b, operator);
    settle(checker, pair, tree, left, right, [a, b]);
    return pair.type;
  }
  if (operator !== "*") checkDivisor(checker, right, b);
  const of = operator === "*" ? multiplyFigures(a, b) : divideFigures(a, b);
  return isScaledRange ? { kind: "range", of } : of;
}
