/** `anticipated`: the gap of the weighted line on the target's date, as share of the way needed. */
import { expect, test } from "vitest";
import type { IndicatorRow } from "../../../src/indicators/results.ts";
import { figureOf, rowOf } from "../evaluate-text.ts";

interface Options {
  readonly assess?: string;
  readonly asOf?: string;
}

function judge(
  is: string,
  seen: readonly string[],
  { assess = "", asOf = "2023-06-30" }: Options = {},
): IndicatorRow {
  const method = `assess: { method: anticipated${assess} }`;
  return rowOf({ is: `${is}, ${method}`, seen, period: "2016-01..2030-12", asOf });
}

/** Gap, word, status, score, reason. */
function saidOf(row: IndicatorRow) {
  return [figureOf(row, "ratio"), row.methodStatus, row.status, figureOf(row, "score"), row.reason];
}

const up = "unit: 件, direction: increase, baseline: 60 @ 2015, targets: [{ reach: 100, by: 2030 }]";

test("the published example: 60 leads to 80 where 100 is wanted, a gap of 50%, accelerate", () => {
  // 20 in fifteen years: 60 + 20 × 6 ÷ 15 = 68 in 2021.
  const row = judge(up, ["2018 64", "2021 68"]);
  expect(saidOf(row)).toEqual(["0.5", "accelerate", "at-risk", "0.5", null]);
  expect([figureOf(row, "projected"), row.projectedBy, row.figures.projected.estimate]).toEqual([
    "80",
    "weighted-linear",
    true,
  ]);
});

test("later years weigh more: year number from 1", () => {
  // (0, 60), (1, 60), (2, 66) with weights 1, 2, 3 (in years and values since 2015: y 0, 0, 6): mean x = (2 + 6) ÷ 6 = 4/3, mean y
  // = 18 ÷ 6 = 3; Σw(x − x̄)(y − ȳ) = 4 + 2 + 6 = 12 … 1·(−4/3)(−3) + 2·(−1/3)(−3) + 3·(2/3)(3) = 4 + 2 + 6;
  // Σw(x − x̄)² = 16/9 + 2/9 + 12/9 = 10/3; slope 3.6. On 2030: 60 + 3 + 3.6 × (15 − 4/3) = 112.2.
  // Unweighted it would be slope 3, 60 + 2 + 3 × 14 = 104.
  expect(figureOf(judge(up, ["2016 60", "2017 66"]), "projected")).toBe("112.2");
});

// One observation a year after the baseline: the line goes through both, 60 + 15 × (v − 60).
const edges: readonly (readonly [value: string, gap: string, word: string, status: string, score: string])[] =
  [
    ["63", "0", "maintain", "on-track", "1"],
    ["62.4", "0.1", "maintain", "on-track", "0.9"],
    ["62.39999", "0.10000375", "accelerate", "at-risk", "0.89999625"],
    ["60", "1", "accelerate", "at-risk", "0"],
    ["59.99999", "1.00000375", "reverse", "worsening", "0"],
  ];

test.each(edges)("%s after a year leaves the gap %s", (value, ...said) => {
  expect(saidOf(judge(up, [`2016 ${value}`]))).toEqual([...said, null]);
});

test("a decrease is the mirror of an increase", () => {
  const down = "unit: 件, direction: decrease, baseline: 100 @ 2015, targets: [{ reach: 60, by: 2030 }]";
  // 100 − 15 × 1.6 = 76: 16 of 40 are missing.
  expect(saidOf(judge(down, ["2016 98.4"]))).toEqual(["0.4", "accelerate", "at-risk", "0.6", null]);
});

test("levels of a million do not blur a way of one", () => {
  const is =
    "unit: 件, direction: increase, baseline: 1000000 @ 2015, targets: [{ reach: 1000001, by: 2030 }]";
  // 0.06 a year lead to 0.9 of the way: the gap is 10%, exactly.
  expect(saidOf(judge(is, ["2016 1000000.06", "2017 1000000.12", "2018 1000000.18"])).slice(0, 2)).toEqual([
    "0.1",
    "maintain",
  ]);
});

test("the line may cross zero", () => {
  const is = "unit: 件, direction: increase, baseline: -10 @ 2015, targets: [{ reach: 20, by: 2030 }]";
  expect(saidOf(judge(is, ["2016 -9"])).slice(0, 2)).toEqual(["0.5", "accelerate"]);
});

test("after the target's date only what was seen up to it counts", () => {
  const is = "unit: 件, direction: increase, baseline: 60 @ 2015, targets: [{ reach: 100, by: 2018 }]";
  const row = judge(is, ["2018 80", "2020 100"]);
  expect([figureOf(row, "ratio"), row.status]).toEqual(["0.5", "missed"]);
});

test("bands are read from the plan", () => {
  expect(judge(up, ["2016 62"], { assess: ", bands: 0.25/0.5" }).methodStatus).toBe("maintain");
  expect(judge(up, ["2016 62"], { assess: ", bands: 0.5/0.25" }).reason).toBe("bad-parameter");
});

const impossible: readonly (readonly [why: string, is: string, seen: readonly string[], reason: string])[] = [
  ["a baseline only", up, ["2015-12-31 60"], "too-few-values"],
  [
    "a product beyond floating point",
    'unit: "%", direction: increase, value: flow, targets: [{ compound: +10%, during: 2016..2030 }]',
    [2016, 2017, 2018, 2019].map((year) => `${year} ${"9".repeat(100)}`),
    "out-of-range",
  ],
];

test.each(impossible)("%s leads nowhere", (_why, is, seen, reason) => {
  const row = judge(is, seen);
  expect([figureOf(row, "ratio"), row.methodStatus, row.figures.ratio.reason]).toEqual([null, null, reason]);
});

test("without a baseline the share of the target decides", () => {
  const is = "unit: 件, direction: increase, targets: [{ reach: 100, by: 2030 }]";
  expect(judge(is, ["2020 80"])).toMatchObject({ status: "at-risk", basis: "of-target", methodStatus: null });
});
