/** `csi`: how much of the way has been made, times ten; status as `linear-pace`. */
import { expect, test } from "vitest";
import type { IndicatorRow } from "../../../src/indicators/results.ts";
import { figureOf, rowOf } from "../evaluate-text.ts";

function judge(is: string, value: string): IndicatorRow {
  return rowOf({ is: `${is}, assess: csi`, seen: [`2026-05-26 ${value}`] });
}

const up = `unit: "%", direction: increase, baseline: 50% @ 2025-12, targets: [{ reach: 100%, by: 2026 }]`;
const down = `unit: h, direction: decrease, baseline: 100h @ 2025-12, targets: [{ reach: 50h, by: 2026 }]`;

// Two fifths of the year have passed: pace 1 at 40% of the way, 0.8 at 32%.
const ways: readonly (readonly [is: string, value: string, ratio: string, score: string, status: string])[] =
  [
    [up, "70", "0.4", "4", "on-track"],
    [up, "69.999999", "0.39999998", "3.9999998", "at-risk"],
    [up, "66", "0.32", "3.2", "at-risk"],
    [up, "65.999999", "0.31999998", "3.1999998", "off-track"],
    [up, "40", "-0.2", "-2", "worsening"],
    [up, "110", "1.2", "12", "achieved"],
    [down, "80", "0.4", "4", "on-track"],
    [down, "110", "-0.2", "-2", "worsening"],
  ];

test.each(ways)("%s at %s", (is, value, ratio, score, status) => {
  const row = judge(is, value);
  expect([figureOf(row, "ratio"), figureOf(row, "score"), row.status, row.methodStatus]).toEqual([
    ratio,
    score,
    status,
    null,
  ]);
});

test("beyond parity the distance counts", () => {
  // 0.8 → 1: at 1.1 half of the way is missing again, 1 − 0.1 ÷ 0.2.
  const parity = "unit: 倍, direction: maintain, baseline: 0.8 @ 2025-12, targets: [{ reach: 1, by: 2026 }]";
  expect(figureOf(judge(parity, "1.1"), "score")).toBe("5");
  expect(figureOf(judge(parity, "0.9"), "score")).toBe("5");
  expect(figureOf(judge(parity, "1"), "score")).toBe("10");
});

test("below zero and across it the way is a way", () => {
  const is = "unit: 件, direction: increase, baseline: -10 @ 2025-12, targets: [{ reach: 10, by: 2026 }]";
  // −2 is 8 of 20.
  expect([figureOf(judge(is, "-2"), "ratio"), judge(is, "-2").status]).toEqual(["0.4", "on-track"]);
});

test("without a baseline the share of the target decides", () => {
  const is = 'unit: "%", direction: increase, targets: [{ reach: 100%, by: 2026 }]';
  expect(judge(is, "80")).toMatchObject({ status: "at-risk", basis: "of-target" });
});

test("a target that equals the baseline has no way", () => {
  const is = 'unit: "%", direction: increase, baseline: 90% @ 2025-12, targets: [{ reach: ≥90%, by: 2026 }]';
  const row = judge(is, "91");
  expect([figureOf(row, "ratio"), row.figures.ratio.reason]).toEqual([null, "target-equals-baseline"]);
});

test("a sum under a cap has no way to make", () => {
  const is = "unit: 件, direction: decrease, value: flow, targets: [{ total: ≤100, during: 2026 }]";
  const row = judge(is, "40");
  expect([figureOf(row, "ratio"), row.figures.ratio.reason, row.status]).toEqual([null, "cap", "on-track"]);
});
