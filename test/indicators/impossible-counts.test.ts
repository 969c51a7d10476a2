/** Numerators and denominators of which no share can be made: no figure is computed from them (issue of the engine, bad input). */
import { expect, test } from "vitest";
import { compileText } from "../kit/compile.ts";
import { figureOf, rowOf, rowsOf } from "./evaluate-text.ts";

const share = (unit: string, more = ""): string =>
  `unit: "${unit}", ${more}direction: increase, baseline: 50 @ 2025-12, targets: [{ reach: ≥80, by: 2026-12 }]`;
const counts = (numerator: number, denominator: number, more = "", at = "2026-03"): string =>
  `{ at: ${at}, ${more}numerator: ${numerator}, denominator: ${denominator} }`;

test.each([
  ["a part above its whole, in percent", "%", 12, 10],
  ["a part above its whole, in permille", "‰", 12, 10],
  ["a base below zero", "%", 12, -10],
  ["both below zero", "%", -7, -10],
  ["a part below zero", "%", -7, 10],
  ["a base of nothing", "%", 7, 0],
])("%s gives no figure", (_, unit, numerator, denominator) => {
  const seen = ["2026-02 60", counts(numerator, denominator)];
  const row = rowOf({ is: share(unit), seen });
  expect(row).toMatchObject({ status: "not-computable", reason: "impossible-value" });
  expect(row.figures.value).toMatchObject({ value: null, reason: "impossible-value" });
  const plan = `format: 1\nid: p\ntitle: P\nlanguage: en\nperiod: 2026\nindicators:\n  - { id: x, name: X, ${share(unit)}, observations: [${seen[1]}] }\n`;
  const { findings } = compileText(plan);
  // One cause, one finding: nothing else is said of the counts.
  expect(findings.filter(({ code }) => code.startsWith("data/")).map(({ severity }) => severity)).toEqual([
    "error",
  ]);
});

test.each([
  ["a whole part", "%", "", 10, 10, "100"],
  ["more than the whole where the limits allow it", "%", "bounds: 0..200, ", 12, 10, "120"],
  ["how often", "倍", "", 12, 10, "1.2"],
  ["what is no part of the people it is counted over", "人/万人", "", 12, 10, "12000"],
])("%s is a figure", (_, unit, more, numerator, denominator, value) => {
  expect(figureOf(rowOf({ is: share(unit, more), seen: [counts(numerator, denominator)] }), "value")).toBe(
    value,
  );
});

test("a newer value stands, whatever was impossible before", () => {
  expect(figureOf(rowOf({ is: share("%"), seen: [counts(12, 10), "2026-04 60"] }), "value")).toBe("60");
});

test("a value beside such counts stands alone, and takes no part in a ratio of sums", () => {
  const beside = (numerator: number, denominator: number, value = 70): string =>
    counts(numerator, denominator, `value: ${value}, `);
  expect(figureOf(rowOf({ is: share("%"), seen: [beside(7, 0)] }), "value")).toBe("70");
  expect(figureOf(rowOf({ is: share("%"), seen: [beside(12, 10)] }), "value")).toBe("70");
  expect(rowOf({ is: share("%"), seen: [beside(12, 10, 120)] }).reason).toBe("impossible-value");
  const plan = "entities: [{ id: a, name: A }, { id: b, name: B }]";
  const seen = [
    "{ at: 2026-03, entity: a, value: 70, numerator: 7, denominator: 0 }",
    "{ at: 2026-03, entity: b, numerator: 6, denominator: 10 }",
  ];
  // 6 of 10; of a the counts are not known: with its 7 the ratio would be 130.
  const [whole] = rowsOf({ is: `${share("%")}, aggregation: ratio-of-sums`, plan, seen });
  expect(whole === undefined ? null : figureOf(whole, "value")).toBe("60");
  expect(whole?.coverage).toMatchObject({ counted: 1, of: 2, missing: ["a"] });
});

test("an amount of a flow that cannot be leaves its sum open", () => {
  const is = `unit: "%", value: flow, bounds: 0..100, direction: increase, targets: [{ reach: 80, by: 2026-12 }]`;
  expect(rowOf({ is, seen: ["2026-02 10", counts(12, 10)] })).toMatchObject({ reason: "impossible-value" });
});
