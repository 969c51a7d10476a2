/** What the parts of a check share: what is found out, which faults are told, and what two figures together are. */
import type { Combined } from "./combine.ts";
import { constantValue } from "./constant.ts";
import { type Fault, type FaultCode, type FaultKind, faultAt } from "./fault.ts";
import { type Fraction, isNothing } from "./fraction.ts";
import { measureOf } from "./measure.ts";
import type { NameTree, Tree } from "./tree.ts";
import { anyFigure, type FigureType, typeText, type ValueType } from "./types.ts";

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

/** A check under way. */
export interface Checker {
  readonly scope: Scope;
  readonly faults: Fault[];
  readonly literals: Map<Tree, Fraction>;
  readonly adopted: Map<Tree, Fraction>;
  readonly operands: Map<Tree, string>;
  /** What a part is; here, so that what stands in a file of its own can ask for the parts of a part. */
  readonly typeOf: (tree: Tree) => ValueType;
}

/** Notes a fault at a part. */
export function tell(
  checker: Checker,
  kind: FaultKind,
  code: FaultCode,
  place: Tree,
  said: Parameters<typeof faultAt>[3] = {},
): void {
  checker.faults.push(faultAt(kind, code, place, said));
}

/** Whether a part is a condition, or may be one. */
export function isCondition({ kind }: ValueType): boolean {
  return kind === "condition" || kind === "any";
}

/** Tells a part that is no condition. */
export function needCondition(checker: Checker, tree: Tree): void {
  if (!isCondition(checker.typeOf(tree))) tell(checker, "type", "needs-condition", tree);
}

/** The figure that a part is; unknown (and told) where it is none. */
export function figureOf(checker: Checker, tree: Tree): FigureType {
  return asFigure(checker, tree, checker.typeOf(tree));
}

/** What is below a line must not be nothing. */
export function checkDivisor(checker: Checker, tree: Tree, { constant }: FigureType): void {
  const divisor = constant ? constantValue(tree, checker.literals) : null;
  if (divisor !== null && isNothing(divisor)) tell(checker, "zero", "divides-by-zero", tree);
}

/** As `figureOf`, for a type that is known already. */
export function asFigure(checker: Checker, tree: Tree, type: ValueType): FigureType {
  if (type.kind === "figure") return type;
  if (type.kind === "range") tell(checker, "type", "range-place", tree);
  else if (type.kind !== "any") tell(checker, "type", type.kind === "text" ? "words" : "needs-figure", tree);
  return anyFigure;
}

/** Tells the fault of a pair, or notes which bare number takes whose unit. */
export function settle(
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
