/**
 * Static check of a tree: what every part is, and what cannot be put together (percent and points, unlike units, a text and
 * a figure, wrong arguments, a constant nothing below a line). Each fault is told once: what it touches is taken as unknown.
 */

import { nearest } from "../diagnostics/suggest.ts";
import { isZero } from "../plan/decimal.ts";
import { addFigures, type Combined, compareFigures, divideFigures, multiplyFigures } from "./combine.ts";
import { constantValue } from "./constant.ts";
import { type Fault, type FaultCode, type FaultKind, faultAt } from "./fault.ts";
import { compare, type Fraction, isNothing, times, whole } from "./fraction.ts";
import { functionTable } from "./functions.ts";
import { measureOf } from "./measure.ts";
import type { CallTree, LiteralTree, NameTree, Tree } from "./tree.ts";
import { anyFigure, type FigureType, figureIn, plainFigure, typeText, type ValueType } from "./types.ts";

/** What a name stands for. `ref` is how the evaluation asks for its values; null where it has none. */
export interface Meaning {
  readonly type: ValueType;
  readonly ref: string | null;
}

/** The names that an expression may use. */
export interface Scope {
  resolve(name: NameTree): Meaning | null;
  /** The fault of a name that nothing has; null where unknown names are none. */
  unknown(name: NameTree): Fault | null;
}

/** What the check found out, as the evaluation needs it. */
export interface Checked {
  readonly type: ValueType;
  readonly faults: readonly Fault[];
  /** Literals in base units. */
  readonly literals: ReadonlyMap<Tree, Fraction>;
  /** Bare numbers that take a unit: how many base units one is. */
  readonly adopted: ReadonlyMap<Tree, Fraction>;
  /** Names that stand for values. */
  readonly operands: ReadonlyMap<Tree, string>;
}

interface Checker {
  readonly scope: Scope;
  readonly faults: Fault[];
  readonly literals: Map<Tree, Fraction>;
  readonly adopted: Map<Tree, Fraction>;
  readonly operands: Map<Tree, string>;
}

/** Checks a tree against the names of a scope. */
export function checkExpression(tree: Tree, scope: Scope): Checked {
  const checker: Checker = {
    scope,
    faults: [],
    literals: new Map(),
    adopted: new Map(),
    operands: new Map(),
  };
  const type = typeOf(checker, tree);
  const { faults, literals, adopted, operands } = checker;
  return { type, faults, literals, adopted, operands };
}

function tell(
  checker: Checker,
  kind: FaultKind,
  code: FaultCode,
  place: Tree,
  said: Parameters<typeof faultAt>[3] = {},
): void {
  checker.faults.push(faultAt(kind, code, place, said));
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

function isCondition({ kind }: ValueType): boolean {
  return kind === "condition" || kind === "any";
}

function needCondition(checker: Checker, tree: Tree): void {
  if (!isCondition(typeOf(checker, tree))) tell(checker, "type", "needs-condition", tree);
}

/** The figure that a part is; unknown (and told) where it is none. */
function figureOf(checker: Checker, tree: Tree): FigureType {
  return asFigure(checker, tree, typeOf(checker, tree));
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

/** Tells the fault of a pair, or notes which bare number takes whose unit. */
function settle(
  checker: Checker,
  pair: Combined,
  place: Tree,
  left: Tree,
  right: Tree,
  [a, b]: readonly [FigureType, FigureType],
): void {
  if (pair.fault !== null) {
    tell(checker, "units", pair.fault, place, saidOf(pair.fault, typeText(a), typeText(b)));
    return;
  }
  if (pair.adopts === null) return;
  const { unit } = pair.adopts === "left" ? b : a;
  if (unit !== null) checker.adopted.set(pair.adopts === "left" ? left : right, measureOf(unit).factor);
}

/** What the words of a fault name: both units, or the one beside a bare number. */
function saidOf(fault: FaultCode, a: string, b: string): Parameters<typeof faultAt>[3] {
  if (fault === "percent-points") return {};
  return fault === "bare-number" ? { text: a === "" ? b : a } : { text: a, other: b };
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

/** What is below a line must not be nothing. */
function checkDivisor(checker: Checker, tree: Tree, { constant }: FigureType): void {
  const divisor = constant ? constantValue(tree, checker.literals) : null;
  if (divisor !== null && isNothing(divisor)) tell(checker, "zero", "divides-by-zero", tree);
}

/** As `figureOf`, for a type that is known already. */
function asFigure(checker: Checker, tree: Tree, type: ValueType): FigureType {
  if (type.kind === "figure") return type;
  if (type.kind === "range") tell(checker, "type", "range-place", tree);
  else if (type.kind !== "any") tell(checker, "type", type.kind === "text" ? "words" : "needs-figure", tree);
  return anyFigure;
}

/** `staff >= 18 per 10,000 residents` asks so many for every 10,000: what is on the left has not been divided. */
function isRate(tree: Tree): boolean {
  return tree.kind === "arithmetic" && tree.operator === "per";
}

function isConstant(type: ValueType): boolean {
  return type.kind === "figure" && type.constant;
}

function checkComparison(checker: Checker, tree: Tree & { kind: "comparison" }): void {
  const { operator, left, right } = tree;
  const isEqual = operator === "=" || operator === "≠";
  const a = typeOf(checker, left);
  const b = isEqual ? comparedType(checker, right, a) : typeOf(checker, right);
  if (a.kind === "any" || b.kind === "any") return;
  if (a.kind === "text" || b.kind === "text") {
    if (a.kind !== b.kind || !isEqual) tell(checker, "type", "text-and-figure", tree);
    return;
  }
  if (a.kind === "condition" || b.kind === "condition") {
    if (a.kind !== b.kind || !isEqual)
      tell(checker, "type", "needs-figure", a.kind === "condition" ? left : right);
    return;
  }
  if (a.kind === "range" || (b.kind === "range" && !isEqual)) {
    tell(checker, "type", "range-place", a.kind === "range" ? left : right);
    return;
  }
  // 1 point = 0.1元 says what something is worth.
  if (isRate(left) !== isRate(right) || (isEqual && isConstant(a) && isConstant(b))) return;
  const other = b.kind === "range" ? b.of : b;
  settle(checker, compareFigures(a, other), tree, left, right, [a, other]);
  adoptInRange(checker, right, a);
}

/** Bare ends of a range take the unit of what is held against it. */
function adoptInRange(checker: Checker, tree: Tree, { unit }: FigureType): void {
  if (tree.kind !== "range" || unit === null || !checker.adopted.delete(tree)) return;
  const { factor } = measureOf(unit);
  for (const end of [tree.low, tree.high]) if (end !== null) checker.adopted.set(end, factor);
}

/** Behind `=` a name that nothing has is a word (`kind = kitchen`), unless a figure stands before it. */
function comparedType(checker: Checker, tree: Tree, left: ValueType): ValueType {
  const isWord = tree.kind === "name" && checker.scope.resolve(tree) === null;
  return isWord && (left.kind === "text" || left.kind === "any") ? { kind: "text" } : typeOf(checker, tree);
}

function callType(checker: Checker, tree: CallTree): ValueType {
  const name = tree.name.toLowerCase();
  const takings = functionTable.get(name);
  if (takings === undefined) {
    const suggestion = nearest(tree.name, functionTable.keys());
    const place = { ...tree, end: tree.start + tree.name.length };
    tell(checker, "syntax", "no-function", place, { text: tree.name, suggestion });
    return { kind: "any" };
  }
  const [first, ...others] = tree.arguments;
  if (first === undefined) return wrongArguments(checker, tree);
  if (name === "latest" || name === "previous" || name === "change") {
    if (others.length > 0) return wrongArguments(checker, tree);
    return earlierType(checker, tree, first, name);
  }
  if (name === "share") return shareType(checker, tree, first, others);
  return others.length === 0 ? overTime(checker, tree, first, name) : across(checker, tree, name);
}

function wrongArguments(checker: Checker, tree: CallTree): ValueType {
  tell(checker, "type", "arguments", tree, { text: tree.name });
  return anyFigure;
}

function earlierType(checker: Checker, tree: CallTree, of: Tree, name: string): ValueType {
  const type = figureOf(checker, of);
  if (name === "latest" && of.kind !== "name") {
    tell(checker, "type", "needs-name", of, { text: tree.name });
    return anyFigure;
  }
  if (name !== "change") return type;
  return { ...type, share: type.share === "share" ? "difference" : type.share };
}

function shareType(checker: Checker, tree: CallTree, first: Tree, others: readonly Tree[]): ValueType {
  const [base, more] = others;
  if (more !== undefined) return wrongArguments(checker, tree);
  if (base === undefined) {
    if (!isCondition(typeOf(checker, first.kind === "lasting" ? first.of : first)))
      tell(checker, "type", "needs-condition", first);
    return plainFigure;
  }
  const [a, b] = [figureOf(checker, first), figureOf(checker, base)];
  settle(checker, compareFigures(a, b), tree, first, base, [a, b]);
  checkDivisor(checker, base, b);
  return plainFigure;
}

/** `mean(x)`, `count(x >= 90% for 1 year)`: over the periods so far, or those of the time given. */
function overTime(checker: Checker, tree: CallTree, first: Tree, name: string): ValueType {
  const of = first.kind === "lasting" ? first.of : first;
  if (name === "count") {
    const type = typeOf(checker, of);
    if (type.kind === "range" || type.kind === "text") tell(checker, "type", "needs-figure", of);
    return plainFigure;
  }
  const type = figureOf(checker, of);
  if (type.constant) return wrongArguments(checker, tree);
  return type;
}

/** `max(a, b)`: several figures of one period. */
function across(checker: Checker, tree: CallTree, name: string): ValueType {
  const [first, ...others] = tree.arguments;
  if (first === undefined) return anyFigure;
  if (name === "count") {
    for (const argument of tree.arguments) typeOf(checker, argument);
    return plainFigure;
  }
  let type = figureOf(checker, first);
  for (const argument of others) {
    const next = figureOf(checker, argument);
    const pair = compareFigures(type, next);
    settle(checker, pair, tree, first, argument, [type, next]);
    type = { ...pair.type, constant: type.constant && next.constant };
  }
  return type;
}
