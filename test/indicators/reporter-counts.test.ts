/** Shares that several reporters give of one thing: by their counts, or not at all (ENGINE.md sections 7 and 8). */
import { expect, test } from "vitest";
import { figureOf, rowOf, rowsOf } from "./evaluate-text.ts";

const percent = `unit: "%", direction: increase, baseline: 50% @ 2025-12, targets: [{ reach: 100%, by: 2026 }]`;
const people = `unit: 人, direction: increase, baseline: 0 @ 2025-12, targets: [{ reach: 100, by: 2026 }]`;
const contested = { status: "not-computable", reason: "contested-values" };

/** A row of a reporter: `numerator: 3, denominator: 4`, `value: 75`. */
const by = (reporter: string, says: string): string => `{ at: 2026-03, reporter: ${reporter}, ${says} }`;
const counts = (numerator: number, denominator: number): string =>
  `numerator: ${numerator}, denominator: ${denominator}`;

test.each(["", ", aggregation: ratio-of-sums"])(
  "shares with their counts are a ratio of sums, declared or not%s",
  (more) => {
    const seen = [by("a", counts(90, 100)), by("b", counts(100, 400))];
    // (90 + 100) ÷ (100 + 400); the mean of 90 and 25 would be 57.5.
    expect(figureOf(rowOf({ is: percent + more, seen }), "value")).toBe("38");
  },
);

test.each(["ratio-of-sums", "weighted"])("one share without counts leaves %s without a value", (way) => {
  const seen = [by("a", `value: 90, ${counts(90, 100)}`), by("b", "value: 50")];
  expect(rowOf({ is: `${percent}, aggregation: ${way}`, seen })).toMatchObject(contested);
});

test("shares are weighed by the denominators of their reporters", () => {
  const seen = [by("a", "value: 90, denominator: 1"), by("b", "value: 50, denominator: 3")];
  // (90 × 1 + 50 × 3) ÷ 4.
  expect(figureOf(rowOf({ is: `${percent}, aggregation: weighted`, seen }), "value")).toBe("60");
});

test("what has no way to be combined is contested, counts or not", () => {
  expect(rowOf({ is: people, seen: [by("a", counts(9, 1)), by("b", counts(8, 2))] })).toMatchObject(
    contested,
  );
  const seen = [by("a", "value: 30"), by("b", "value: 40")];
  expect(rowOf({ is: `${percent}, aggregation: sum`, seen })).toMatchObject(contested);
  expect(rowOf({ is: `${percent}, aggregation: latest`, seen })).toMatchObject(contested);
});

test("the counts of an entity's reporters stay together for the whole", () => {
  const plan = "entities: [{ id: a, name: A }, { id: b, name: B }]";
  const of = (entity: string, reporter: string, says: string) => by(reporter, `entity: ${entity}, ${says}`);
  const seen = [of("a", "r", counts(30, 40)), of("a", "s", counts(10, 60)), of("b", "r", counts(50, 300))];
  // a: 40 ÷ 100; the whole: (40 + 50) ÷ (100 + 300).
  expect(rowsOf({ is: percent, plan, seen }).map((row) => figureOf(row, "value"))).toEqual([
    "22.5",
    "40",
    "16.66666666666666666667",
  ]);
});

test.each(["denominator: 60", "numerator: 54", "x-note: r"])(
  "a share with `%s` beside one with both counts is no ratio of sums",
  (says) => {
    const seen = [by("a", `value: 75, ${counts(30, 40)}`), by("b", `value: 90, ${says}`)];
    // 75 by the counts of a alone would leave b out unseen; their declared mean is (75 + 90) ÷ 2.
    expect(rowOf({ is: `${percent}, aggregation: ratio-of-sums`, seen })).toMatchObject(contested);
    expect(rowOf({ is: percent, seen })).toMatchObject(contested);
    expect(figureOf(rowOf({ is: `${percent}, aggregation: mean`, seen }), "value")).toBe("82.5");
  },
);

test("the weights of an entity's reporters stay together for the whole", () => {
  const plan = "entities: [{ id: a, name: A }, { id: b, name: B }]";
  const of = (entity: string, reporter: string, says: string) => by(reporter, `entity: ${entity}, ${says}`);
  const seen = [
    of("a", "r", "value: 90, denominator: 1"),
    of("a", "s", "value: 50, denominator: 3"),
    of("b", "r", "value: 80, denominator: 4"),
  ];
  // a: (90 + 150) ÷ 4 = 60; the whole: (60 × 4 + 80 × 4) ÷ 8.
  const rows = rowsOf({ is: `${percent}, aggregation: weighted`, plan, seen });
  expect(rows.map((row) => figureOf(row, "value"))).toEqual(["70", "60", "80"]);
});

test("the value of several reporters is provisional where one of them is", () => {
  const isProvisional = (more: string) => {
    const seen = [by("a", `value: 3${more}`), by("b", "value: 4")];
    return rowOf({ is: `${people}, aggregation: sum`, seen })
      .series()
      .at(-1)?.provisional;
  };
  expect([isProvisional(", state: provisional"), isProvisional("")]).toEqual([true, false]);
});

test("the trace numbers the values of the reporters in their order", () => {
  const seen = [by("a", "value: 1"), by("b", "value: 3")];
  const { value } = rowOf({ is: `${people}, aggregation: sum`, seen, trace: true }).figures;
  expect([value.formula, value.substituted, value.inputs.map(({ name }) => name)]).toEqual([
    "Σ values",
    "1 + 3",
    ["v1", "v2"],
  ]);
});
