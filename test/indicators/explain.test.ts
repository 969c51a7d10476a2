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
