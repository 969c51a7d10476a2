/** What must hold for any expression. */
import Big from "big.js";
import fc from "fast-check";
import { expect, test } from "vitest";
import { checkExpression } from "../../src/expressions/check.ts";
import type { Scope } from "../../src/expressions/checker.ts";
import { evaluateExpression } from "../../src/expressions/evaluate.ts";
import { newBudget, type Values } from "../../src/expressions/evaluation.ts";
import { toDecimal, whole } from "../../src/expressions/fraction.ts";
import { parseExpression } from "../../src/expressions/parse.ts";
import { printExpression } from "../../src/expressions/print.ts";
import type { Tree } from "../../src/expressions/tree.ts";
import { anyFigure } from "../../src/expressions/types.ts";
import { divide } from "../../src/plan/decimal.ts";
import { type Sum, someNames, sums, withAllBrackets } from "./random-trees.ts";

/** The tree without places and without how its figures are written. */
function meaning(tree: Tree): unknown {
  return JSON.parse(
    JSON.stringify(tree, (key, value) =>
      key === "start" || key === "end" || (key === "text" && typeof value === "string") ? undefined : value,
    ),
  );
}

function parsedTree(text: string): Tree {
  const parsed = parseExpression(text);
  if (!parsed.ok) throw new Error(`${parsed.fault.code} at ${parsed.fault.start}: ${text}`);
  return parsed.tree;
}

const words = [
  "a",
  "b-c",
  "覆盖率",
  "“x y”",
  "80 m²",
  "5pp",
  "85%",
  "3 years",
  "1,000",
  "千分之三",
  "(",
  ")",
  ",",
  "..",
  "+",
  "-",
  "*",
  "/",
  "per",
  "for",
  "and",
  "or",
  "not",
  "且",
  "或",
  "=",
  "≠",
  "<",
  "≥",
  "max(",
  "count(",
  "sum(",
  "previous(",
  "10,000 people",
  "2 periods",
];
const wordSoup = fc.array(fc.constantFrom(...words), { maxLength: 14 }).map((list) => list.join(" "));

test("an expression that is printed reads back to the same tree", () => {
  fc.assert(
    fc.property(fc.oneof(wordSoup, sums.map(withAllBrackets)), (text) => {
      const parsed = parseExpression(text);
      if (!parsed.ok) return;
      const printed = printExpression(parsed.tree);
      expect(meaning(parsedTree(printed))).toEqual(meaning(parsed.tree));
      expect(printExpression(parsedTree(printed))).toBe(printed);
    }),
    { numRuns: 2000 },
  );
});

const anything: Scope = { resolve: ({ name }) => ({ type: anyFigure, ref: name }), unknown: () => null };

test("no text breaks the reader, the check or the evaluation, and every fault lies within the text", () => {
  const text = fc.oneof(wordSoup, fc.string({ unit: "binary", maxLength: 60 }), fc.string({ maxLength: 60 }));
  fc.assert(
    fc.property(text, (written) => {
      const parsed = parseExpression(written);
      if (!parsed.ok) {
        const { start, end } = parsed.fault;
        expect(0 <= start && start <= end && end <= written.length).toBe(true);
        return;
      }
      const checked = checkExpression(parsed.tree, anything);
      for (const { start, end } of checked.faults) expect(start < end && end <= written.length).toBe(true);
      evaluateExpression(
        parsed.tree,
        { start: 1, end: 1 },
        { checked, values: valuesOf({}), budget: newBudget() },
      );
    }),
    { numRuns: 1500 },
  );
});

/** Names with one value each, in every period. */
function valuesOf(values: Readonly<Record<string, Big>>): Values {
  const valueAt: Values["valueAt"] = (name) => {
    const value = values[name];
    return value === undefined ? "no-observation" : whole(value);
  };
  return { valueAt, latestAt: valueAt, momentsUpTo: () => [], before: () => null, start: null };
}

/** The same sum by big.js alone, as top and bottom of one fraction; null where it divides by zero. */
function byBig(sum: Sum, values: Readonly<Record<string, Big>>): readonly [Big, Big] | null {
  if ("number" in sum) return [new Big(sum.number), new Big(1)];
  if ("name" in sum) return [values[sum.name] ?? new Big(0), new Big(1)];
  if ("minus" in sum) {
    const of = byBig(sum.minus, values);
    return of === null ? null : [of[0].times(-1), of[1]];
  }
  const [a, b] = [byBig(sum.left, values), byBig(sum.right, values)];
  if (a === null || b === null) return null;
  switch (sum.operator) {
    case "+":
      return [a[0].times(b[1]).plus(b[0].times(a[1])), a[1].times(b[1])];
    case "-":
      return [a[0].times(b[1]).minus(b[0].times(a[1])), a[1].times(b[1])];
    case "*":
      return [a[0].times(b[0]), a[1].times(b[1])];
    case "/":
      return b[0].eq(0) ? null : [a[0].times(b[1]), a[1].times(b[0])];
  }
}

const decimal = fc
  .tuple(fc.integer({ min: -99_999, max: 99_999 }), fc.nat(4))
  .map(([n, e]) => new Big(`${n}e-${e}`));

test("arithmetic is that of exact decimals", () => {
  fc.assert(
    fc.property(
      sums,
      fc.array(decimal, { minLength: someNames.length, maxLength: someNames.length }),
      (sum, given) => {
        const values = Object.fromEntries(someNames.map((name, i) => [name, given[i] ?? new Big(0)]));
        const tree = parsedTree(withAllBrackets(sum));
        const checked = checkExpression(tree, anything);
        const result = evaluateExpression(
          tree,
          { start: 1, end: 1 },
          { checked, values: valuesOf(values), budget: newBudget() },
        );
        const expected = byBig(sum, values);
        if (!result.ok || typeof result.value === "boolean") {
          expect([result.ok ? "condition" : result.reason, expected]).toEqual(["divides-by-zero", null]);
          return;
        }
        expect(expected).not.toBeNull();
        if (expected === null) return;
        // Beyond 60 digits the fraction goes on as a quotient, and the last of 30 digits may differ.
        const [exact, own] = [divide(expected[0], expected[1]), toDecimal(result.value)];
        const off = own.minus(exact).abs();
        expect(off.lte(exact.abs().times("1e-28"))).toBe(true);
      },
    ),
    { numRuns: 2000 },
  );
});
