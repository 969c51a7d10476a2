/** Random expressions of numbers and names, as trees of their own, for tests that compare two readings. */
import fc from "fast-check";

/** A number, a name, or an operation on two of them. */
export type Sum =
  | { readonly number: string }
  | { readonly name: string }
  | { readonly minus: Sum }
  | { readonly operator: "+" | "-" | "*" | "/"; readonly left: Sum; readonly right: Sum };

export const someNames = ["a", "b-c", "覆盖率", "x_1"] as const;

const figure = fc
  .tuple(fc.nat(9999), fc.nat(999))
  .map(([whole, part]): Sum => ({ number: part === 0 ? `${whole}` : `${whole}.${part}` }));

/** Expressions up to a depth. */
export const sums: fc.Arbitrary<Sum> = fc.letrec<{ sum: Sum }>((tie) => ({
  sum: fc.oneof(
    { maxDepth: 6, withCrossShrink: true },
    figure,
    fc.constantFrom(...someNames).map((name): Sum => ({ name })),
    tie("sum").map((minus): Sum => ({ minus })),
    fc.record({
      operator: fc.constantFrom("+" as const, "-" as const, "*" as const, "/" as const),
      left: tie("sum"),
      right: tie("sum"),
    }),
  ),
})).sum;

/** With brackets around every operation, so that no rule of precedence is needed to read it. */
export function withAllBrackets(sum: Sum): string {
  if ("number" in sum) return sum.number;
  if ("name" in sum) return sum.name;
  if ("minus" in sum) return `(-${withAllBrackets(sum.minus)})`;
  return `(${withAllBrackets(sum.left)} ${sum.operator} ${withAllBrackets(sum.right)})`;
}
