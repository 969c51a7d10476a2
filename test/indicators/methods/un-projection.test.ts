/** `un-projection`: published case, both sides of every band, exceptions, and what cannot be computed. */
import { expect, test } from "vitest";
import type { IndicatorRow } from "../../../src/indicators/results.ts";
import { figureOf, rowOf } from "../evaluate-text.ts";

function judge(is: string, seen: readonly string[], { assess = "", asOf = "2023-06-30" } = {}): IndicatorRow {
  const method = `assess: { method: un-projection${assess} }`;
  return rowOf({ is: `${is}, ${method}`, seen, period: "2016-01..2030-12", asOf });
}

/** Ratio, word, status, score, reason. */
function saidOf(row: IndicatorRow) {
  return [figureOf(row, "ratio"), row.methodStatus, row.status, figureOf(row, "score"), row.reason];
}

const up = 'unit: "%", direction: increase, baseline: 50% @ 2015, targets: [{ reach: 100%, by: 2030 }]';

test("the published example: 50 (2015) and 58 (2022) lead to 68.72 in 2030, 37.4% of the way", () => {
  // 58 × (58 ÷ 50)^(8/7); (68.7218 − 50) ÷ 50
  const row = judge(up, ["2022 58"]);
  expect(saidOf(row)).toEqual([
    "0.37443517940396015649",
    "fair_progress_acceleration_needed",
    "at-risk",
    "2",
    null,
  ]);
  expect([figureOf(row, "projected"), row.projectedBy, row.figures.projected.estimate]).toEqual([
    "68.72175897019800782467",
    "cagr",
    true,
  ]);
});

// 100 (2015) → 110 (2016) goes on to 121 in 2017: 21 of T − 100.
const edges: readonly (readonly [
  target: string,
  ratio: string,
  word: string,
  status: string,
  score: string,
])[] = [
  ["≥121", "1", "met_or_on_track", "on-track", "3"],
  ["≥142", "0.5", "fair_progress_acceleration_needed", "at-risk", "2"],
  ["≥310", "0.1", "fair_progress_acceleration_needed", "at-risk", "2"],
  ["≥310.1", "0.09995240361732508329", "stagnation_or_regression", "off-track", "1"],
];

test.each(edges)("110 a year after 100, projected to 121, against %s", (target, ...said) => {
  const is = `unit: 件, direction: increase, baseline: 100 @ 2015, targets: [{ reach: ${target}, by: 2017 }]`;
  expect(saidOf(judge(is, ["2016 110"], { asOf: "2017-06-30" }))).toEqual([...said, null]);
});

// 21 of a way of 28.
test.each([
  ["0.75/0.10", "met_or_on_track"],
  ["0.75000001/0.10", "fair_progress_acceleration_needed"],
])("the upper band belongs to the better side: %s", (bands, word) => {
  const is = "unit: 件, direction: increase, baseline: 100 @ 2015, targets: [{ reach: ≥128, by: 2017 }]";
  const row = judge(is, ["2016 110"], { asOf: "2017-06-30", assess: `, bands: ${bands}` });
  expect([figureOf(row, "ratio"), row.methodStatus]).toEqual(["0.75", word]);
});

test("95% is on track and a hair less is not", () => {
  // 100 → 119 projects to 141.61, 41.61 of a way of 43.8 are exactly 95%.
  const to = (target: string): string | null => {
    const is = `unit: 件, direction: increase, baseline: 100 @ 2015, targets: [{ reach: ≥${target}, by: 2017 }]`;
    const row = judge(is, ["2016 119"], { asOf: "2017-06-30" });
    return `${figureOf(row, "ratio")} ${row.methodStatus}`;
  };
  expect(to("143.8")).toBe("0.95 met_or_on_track");
  // 41.61 ÷ 43.800001
  expect(to("143.800001")).toBe("0.9499999783105027783 fair_progress_acceleration_needed");
});

test("a way back is a regression, and worsening", () => {
  // 90 ÷ 100 goes on to 81: −19 of 44.
  const is = "unit: 件, direction: increase, baseline: 100 @ 2015, targets: [{ reach: 144, by: 2017 }]";
  const row = judge(is, ["2016 90"], { asOf: "2017-06-30" });
  expect(saidOf(row)).toEqual([
    "-0.43181818181818181818",
    "stagnation_or_regression",
    "worsening",
    "1",
    null,
  ]);
});

test("a target of zero is computable, since nothing is divided by it", () => {
  // 40 → 30 in five years goes on to 30 × (30 ÷ 40)² = 16.875: 23.125 of 40.
  const is = "unit: 件, direction: decrease, baseline: 40 @ 2015, targets: [{ reach: 0, by: 2030 }]";
  const row = judge(is, ["2020 30"]);
  expect(saidOf(row)).toEqual(["0.578125", "fair_progress_acceleration_needed", "at-risk", "2", null]);
  expect(figureOf(row, "projected")).toBe("16.875");
});

test("a value that meets the target wins over its trend", () => {
  const is = 'unit: "%", direction: increase, baseline: 50% @ 2015, targets: [{ reach: 60%, by: 2030 }]';
  const row = judge(is, ["2016 90", "2020 60"]);
  expect([row.methodStatus, row.status, figureOf(row, "score")]).toEqual([
    "met_or_on_track",
    "achieved",
    "3",
  ]);
});

// Within one point of 0% and of 100%; the trend alone would be far off in each case.
const near: readonly (readonly [is: string, value: string, word: string])[] = [
  [
    "direction: increase, baseline: 99.9% @ 2015, targets: [{ reach: 100%, by: 2030 }]",
    "99",
    "met_or_on_track",
  ],
  [
    "direction: increase, baseline: 99.9% @ 2015, targets: [{ reach: 100%, by: 2030 }]",
    "98.999",
    "stagnation_or_regression",
  ],
  ["direction: decrease, baseline: 0.9% @ 2015, targets: [{ reach: 0%, by: 2030 }]", "1", "met_or_on_track"],
  [
    "direction: decrease, baseline: 0.9% @ 2015, targets: [{ reach: 0%, by: 2030 }]",
    "1.001",
    "stagnation_or_regression",
  ],
  [
    "direction: increase, baseline: 89.9% @ 2015, targets: [{ reach: 90%, by: 2030 }]",
    "89.5",
    "stagnation_or_regression",
  ],
];

test.each(near)("near the end of the scale: %s, %s", (is, value, word) => {
  expect(judge(`unit: "%", ${is}`, [`2020 ${value}`]).methodStatus).toBe(word);
});

test("one point from a hundred of anything but percent is not near", () => {
  const is = "unit: 件, direction: increase, baseline: 99.9 @ 2015, targets: [{ reach: 100, by: 2030 }]";
  expect(judge(is, ["2020 99"]).methodStatus).toBe("stagnation_or_regression");
});

// Growth in one year, without a target.
test.each([
  ["102", "0.02", "met_or_on_track", "on-track", "3"],
  ["101.9999", "0.019999", "fair_progress_acceleration_needed", "at-risk", "2"],
  ["100.5", "0.005", "fair_progress_acceleration_needed", "at-risk", "2"],
  ["100.4999", "0.004999", "stagnation_or_regression", "off-track", "1"],
  ["100", "0", "stagnation_or_regression", "off-track", "1"],
  ["99", "-0.01", "stagnation_or_regression", "worsening", "1"],
])("without a target: %s", (value, ...said) => {
  expect(saidOf(judge("unit: 件, direction: increase, baseline: 100 @ 2015", [`2016 ${value}`]))).toEqual([
    ...said,
    null,
  ]);
});

test("after the target's date the last value up to it is judged", () => {
  const is = "unit: 件, direction: increase, baseline: 100 @ 2015, targets: [{ reach: 150, by: 2018 }]";
  // 125 at the end of 2018: half of the way; what came later is no projection to 2018.
  const row = judge(is, ["2018 125", "2020 200"]);
  expect([figureOf(row, "ratio"), figureOf(row, "projected"), row.status]).toEqual(["0.5", "125", "missed"]);
  expect(row.methodStatus).toBe("fair_progress_acceleration_needed");
});

test("without a baseline the first observation from the plan's start on serves", () => {
  const is = "unit: 件, direction: increase, targets: [{ reach: 142, by: 2018 }]";
  const row = judge(is, ["2014 1", "2016 100", "2017 110"], { asOf: "2018-06-30" });
  expect([figureOf(row, "ratio"), row.basis]).toEqual(["0.5", "first-observation"]);
});

const impossible: readonly (readonly [why: string, is: string, seen: string, reason: string])[] = [
  ["a baseline of zero", "baseline: 0 @ 2015, targets: [{ reach: 10, by: 2030 }]", "2020 5", "zero-baseline"],
  [
    "a target beyond zero",
    "baseline: -5 @ 2015, targets: [{ reach: 5, by: 2030 }]",
    "2020 -4",
    "sign-change",
  ],
  ["one observation", "targets: [{ reach: 10, by: 2030 }]", "2020 5", "too-few-values"],
];

test.each(impossible)("%s is not computable", (_why, is, seen, reason) => {
  const row = judge(`unit: 件, direction: increase, ${is}`, [seen]);
  expect(saidOf(row)).toEqual([null, null, "not-computable", null, reason]);
});

test("what is done scores 3, what is not 1", () => {
  const is = "targets: [{ done: true, by: 2030 }]";
  expect(saidOf(judge(is, ["2020 true"]))).toEqual([null, "met_or_on_track", "achieved", "3", null]);
  expect(saidOf(judge(is, ["2020 false"]))).toEqual([null, "stagnation_or_regression", "not-due", "1", null]);
});
