/** The value of a part that holds nothing but literals. */
import { type Fraction, isNothing, negative, over, plus, times } from "./fraction.ts";
import type { Tree } from "./tree.ts";

/** In base units; null where a name or function is in it, or it divides by nothing. */
export function constantValue(tree: Tree, literals: ReadonlyMap<Tree, Fraction>): Fraction | null {
  if (tree.kind === "literal") return literals.get(tree) ?? null;
  if (tree.kind === "minus") {
    const of = constantValue(tree.of, literals);
    return of === null ? null : negative(of);
  }
  if (tree.kind !== "arithmetic") return null;
  const a = constantValue(tree.left, literals);
  const b = a === null ? null : constantValue(tree.right, literals);
  return a === null || b === null ? null : calculate(tree.operator, a, b);
}

/** a and b put together; null for a division by nothing. */
export function calculate(
  operator: "+" | "-" | "*" | "/" | "per",
  a: Fraction,
  b: Fraction,
): Fraction | null {
  if (operator === "+") return plus(a, b);
  if (operator === "-") return plus(a, negative(b));
  if (operator === "*") return times(a, b);
  return isNothing(b) ? null : over(a, b);
}
