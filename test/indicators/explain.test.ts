/** What `plan explain` needs of every figure: formula, numbers put in, inputs with their places. */
import { expect, test } from "vitest";
import { spanText } from "../../src/text/source.ts";
import { rowOf } from "./evaluate-text.ts";

const is = `unit: "%", direction: increase, baseline: 50% @ 2025-12, targets: [{ reach: 100%, by: 2026 }], weight: 60%`;
const row = rowOf({ is, seen: ["2026-05-26 66"], trace: true });

test("a figure carries its formula with names and with numbers", () => {
  const { attained, pace, expected, elapsed, weightedScore } = row.figures;
  expect([attained.formula, attained.substituted]).toEqual(["(v − b) ÷ (T − b)", "(66 − 50) ÷ (100 − 50)"]);
  expect(pace.substituted).toBe("(66 − 50) ÷ (70 − 50)");
  expect(expected.substituted).toBe("50 + (100 − 50) × 146 ÷ 365");
  expect(elapsed.substituted).toBe("146 ÷ 365");
  expect(weightedScore.substituted).toBe("0.6 × 0.8");
});

test("every input that the plan states leads to its place", () => {
  const places = row.figures.attained.inputs.map((input) =>
    input.span === null ? null : spanText(input.span),
  );
  expect(places[1]).toBe("50% @ 2025-12");
  expect(places[2]).toBe("reach: 100%");
  expect(places[0]).toContain("66");
});

test("a sum names its amounts", () => {
  const flow = rowOf({
    is: `unit: 人, value: flow, direction: increase, targets: [{ total: 100, during: 2026 }]`,
    seen: ["2026-02 10", "2026-03 20"],
    trace: true,
  });
  expect([flow.figures.value.formula, flow.figures.value.substituted]).toEqual(["Σ v", "10 + 20"]);
  expect(flow.figures.value.inputs.map((input) => input.value)).toEqual(["10", "20"]);
});

test("without trace figures carry values and reasons only", () => {
  const plain = rowOf({ is, seen: ["2026-05-26 66"] });
  expect(plain.figures.attained).toMatchObject({ formula: "", substituted: "", inputs: [] });
  expect(plain.figures.attained.value?.toString()).toBe("0.32");
});

test("the decision says which step hit, in both languages", () => {
  expect(row.decision.step).toBe("method");
  expect(row.decision.words.en).not.toBe("");
  expect(row.decision.words.zhHans).toMatch(/\p{Script=Han}/u);
});

test("a rolled-up share names numerators and denominators, and can be computed again from its formula", () => {
  // (90 + 100) ÷ (100 + 200) × 100 = 63.33.
  const share = (entity: string, n: number, d: number): string =>
    `{ at: 2026-05-26, entity: ${entity}, numerator: ${n}, denominator: ${d} }`;
  const plan = "entities: [{ id: a, name: A }, { id: b, name: B }]";
  const { value } = rowOf({
    is,
    plan,
    seen: [share("a", 90, 100), share("b", 100, 200)],
    trace: true,
  }).figures;
  expect([value.formula, value.substituted]).toEqual([
    "Σ numerators ÷ Σ denominators × 100",
    "(90 + 100) ÷ (100 + 200) × 100",
  ]);
  expect(value.inputs.map(({ name, part, value: put }) => `${name} ${part} ${put}`)).toEqual([
    "a numerator 90",
    "a denominator 100",
    "b numerator 100",
    "b denominator 200",
  ]);
  expect(value.inputs.every(({ span }) => span !== null)).toBe(true);
});

const ways: readonly (readonly [way: string, formula: string, putIn: string])[] = [
  ["sum", "Σ values", "30 + 40"],
  ["mean", "Σ values ÷ count", "(30 + 40) ÷ 2"],
  ["min", "least value", "30, 40"],
  ["max", "greatest value", "30, 40"],
];

test.each(ways)("a roll-up by %s says so", (aggregation, formula, putIn) => {
  const count = `unit: 个, direction: increase, aggregation: ${aggregation}, targets: [{ reach: 100, by: 2026 }]`;
  const at = (entity: string, v: number): string => `{ at: 2026-05-26, entity: ${entity}, value: ${v} }`;
  const plan = "entities: [{ id: a, name: A }, { id: b, name: B }]";
  const { value } = rowOf({ is: count, plan, seen: [at("a", 30), at("b", 40)], trace: true }).figures;
  expect([value.formula, value.substituted]).toEqual([formula, putIn]);
});

test("a projection is marked as an estimate, a figure of arithmetic is not", () => {
  const seen = ["2026-03-26 54", "2026-04-26 60", "2026-05-26 66"];
  const { projected, attained, required } = rowOf({ is, seen, trace: true }).figures;
  expect([projected, attained, required].map(({ value, estimate }) => [value !== null, estimate])).toEqual([
    [true, true],
    [true, false],
    [true, false],
  ]);
});

test("year on year names the value of the same period last year; a trend the day of every value", () => {
  const monthly = `unit: 个, direction: increase, frequency: monthly, baseline: 0 @ 2024-12, targets: [{ reach: 100, by: 2026 }]`;
  const { yearOnYear, projected } = rowOf({
    is: monthly,
    period: "2025-01..2026-12",
    seen: ["2025-04 10", "2026-03 20", "2026-04 25"],
    trace: true,
  }).figures;
  expect([yearOnYear.formula, yearOnYear.substituted]).toEqual(["v − lastYear", "25 − 10"]);
  // 30 April 2025 is day 20208.
  expect(projected.inputs.map(({ name }) => name)).toContain("v20208");
});
