/** Check of comparisons: what may be held against what, and which bare numbers take the unit of the other side. */
import { type Checker, settle, tell } from "./checker.ts";
import { compareFigures } from "./combine.ts";
import { measureOf } from "./measure.ts";
import type { Tree } from "./tree.ts";
import type { FigureType, ValueType } from "./types.ts";

/** Tells what is wrong with a comparison; one fault at the most besides those of its two sides. */
export function checkComparison(checker: Checker, tree: Tree & { kind: "comparison" }): void {
  const { operator, left, right } = tree;
  const isEqual = operator === "=" || operator === "≠";
  const a = checker.typeOf(left);
  const b = isEqual ? comparedType(checker, right, a) : checker.typeOf(right);
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

/** `staff >= 18 per 10,000 residents` asks so many for every 10,000: what is on the left has not been divided. */
function isRate(tree: Tree): boolean {
  return tree.kind === "arithmetic" && tree.operator === "per";
}

function isConstant(type: ValueType): boolean {
  return type.kind === "figure" && type.constant;
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
  return isWord && (left.kind === "text" || left.kind === "any") ? { kind: "text" } : checker.typeOf(tree);
}
