/** Edges of METHODS.md section 8 and sentences of ENGINE.md that no other file of this folder holds. */
import { expect, test } from "vitest";
import {
  dayText,
  evaluateText,
  figureOf,
  figuresOf,
  rowOf,
  rowsOf,
  targetStatuses,
} from "./evaluate-text.ts";

const rising = `unit: "%", direction: increase, baseline: 50% @ 2025-12, targets: [{ reach: 100%, by: 2026 }]`;

// 8.5 and 8.6
test("met at the baseline and lost later is worsening, not a new way to go", () => {
  const is = `unit: "%", direction: increase, baseline: 90% @ 2025-12, targets: [{ reach: ≥85%, by: 2026 }]`;
  expect(rowOf({ is, seen: ["2026-03 90"] }).status).toBe("achieved");
  const lost = rowOf({ is, seen: ["2026-03 86", "2026-05-26 80"] });
  expect(lost.status).toBe("worsening");
  expect([dayText(lost.firstMetOn), dayText(lost.lostOn)]).toEqual(["2026-03-31", "2026-05-26"]);
});

// 8.7
test("the latest value decides, however the values went; a bound looks at every period", () => {
  expect(rowOf({ is: rising, seen: ["2026-03 95", "2026-05-26 70"] }).status).toBe("on-track");
  const bound = `unit: "%", direction: increase, frequency: monthly, targets: [{ hold: ≥90%, from: 2026-01, by: 2026-03 }]`;
  // The ends are kept, the middle is not.
  const row = rowOf({ is: bound, seen: ["2026-01 95", "2026-02 80", "2026-03 95"] });
  expect([row.status, row.held, row.periods]).toEqual(["missed", 2, 3]);
});

// 8.8, section 5
test("a passed interim target stays missed though a later value reaches it", () => {
  const is = `unit: "%", direction: increase, baseline: 50% @ 2025-12, targets: [{ reach: 60%, by: 2026-03 }, { reach: 100%, by: 2026 }]`;
  const row = rowOf({ is, seen: ["2026-03-31 59", "2026-04-30 75"] });
  expect(targetStatuses(row)).toEqual(["missed", "not-due"]);
  expect(row.status).toBe("off-track");
});

// 8.9, section 3
test("a sum and its share are those of the governing target's span, not of the plan's life", () => {
  const is = `unit: 人, value: flow, targets: [{ total: 100, during: 2026 }, { total: 200, during: 2027 }]`;
  const one = { is, period: "2026-01..2027-12", seen: ["2026-06 80", "2027-03 50"] };
  expect(figuresOf(rowOf({ ...one, asOf: "2027-05-26" }), ["value", "attained", "ofTarget"])).toEqual({
    value: "50",
    attained: "0.25",
    ofTarget: "0.25",
  });
});

// 8.10
test("spans from one start are steps of one sum, not sums beside each other", () => {
  const is = `unit: 人, value: flow, targets: [{ total: 100, during: 2026-01..2026-06 }, { total: 300, during: 2026-01..2026-12 }]`;
  const row = rowOf({ is, seen: ["2026-03 60", "2026-06 50", "2026-09 90"], asOf: "2026-09-30" });
  // 110 by June met the first; 200 of 300 so far; the path leads through 100 on 30 June: 100 + 200 × 92 ÷ 184.
  expect(figuresOf(row, ["value", "target", "expected", "ofTarget"])).toEqual({
    value: "200",
    target: "300",
    expected: "200",
    ofTarget: "0.66666666666666666667",
  });
  expect(targetStatuses(row)).toEqual(["met", "not-due"]);
});

test("running totals are reached step by step from one start too", () => {
  const is = `unit: 人, value: running-total, direction: increase, targets: [{ reach: 100, by: 2026-06 }, { reach: 300, by: 2026-12 }]`;
  const row = rowOf({ is, seen: ["2026-06 90", "2026-09 210"], asOf: "2026-09-30" });
  expect(figuresOf(row, ["value", "expected"])).toEqual({ value: "210", expected: "200" });
  expect(targetStatuses(row)).toEqual(["missed", "not-due"]);
});

// 8.4 and 8.20
test("zero and a change of sign are no trouble on a straight way", () => {
  const signs = `unit: 度, direction: increase, baseline: -10 @ 2025-12, targets: [{ reach: 15, by: 2026 }]`;
  // Two fifths of the year: 0 of −10 → 15 is expected, exactly.
  expect(
    figuresOf(rowOf({ is: signs, seen: ["2026-05-26 0"] }), ["attained", "pace", "gap", "expected"]),
  ).toEqual({
    attained: "0.4",
    pace: "1",
    gap: "0",
    expected: "0",
  });
  const toZero = `unit: 起, direction: decrease, baseline: 10 @ 2025-12, targets: [{ reach: 0, by: 2026 }]`;
  const row = rowOf({ is: toZero, seen: ["2026-05-26 6"] });
  expect([row.status, figureOf(row, "attained"), figureOf(row, "ofTarget")]).toEqual([
    "on-track",
    "0.4",
    "0",
  ]);
});

// 8.1
test("a zero is a value, an empty cell and a word for missing are none", () => {
  const is = `unit: 个, direction: decrease, baseline: 10 @ 2025-12, targets: [{ reach: 2, by: 2026 }]`;
  expect(figureOf(rowOf({ is, seen: ["2026-05-26 0"] }), "value")).toBe("0");
  expect(rowOf({ is, seen: ["2026-05-26 0"] }).status).toBe("achieved");
  for (const missing of ['""', "N/A", "未报送", "—"])
    expect(figureOf(rowOf({ is, seen: [`{ at: 2026-05-26, value: ${missing} }`] }), "value")).toBeNull();
});

// 8.16, section 2
test("elapsed counts from the day before the plan where there is no baseline, and ends at the due date", () => {
  const is = `unit: "%", direction: increase, targets: [{ reach: 80%, by: 2026-12-31 }]`;
  const on = (asOf: string): string | null =>
    figureOf(rowOf({ is, seen: ["2026-01-05 10"], asOf }), "elapsed");
  // 73 of 365 days.
  expect(["2025-12-31", "2026-01-01", "2026-03-14", "2026-12-31", "2027-06-30"].map(on)).toEqual([
    "0",
    "0.00273972602739726027",
    "0.2",
    "1",
    "1",
  ]);
});

// 8.17, section 7
test("counts by status add up to the indicators that are judged, silent ones among them", () => {
  const indicator = (id: string, more: string): string =>
    `  - { id: ${id}, name: ${id}, frequency: monthly, ${rising}, ${more} }`;
  const results = evaluateText(
    `format: 1
id: p
title: P
period: 2026
entities: [{ id: a }, { id: b, parent: a }]
indicators:
${[
  indicator("good", "observations: [{ at: 2026-04, value: 80 }]"),
  indicator("bad", "observations: [{ at: 2026-04, value: 51 }]"),
  indicator("silent", "observations: []"),
  indicator("old", "observations: [{ at: 2026-01, value: 80 }]"),
  indicator("split", "observations: [{ at: 2026-04, entity: b, value: 80 }]"),
  indicator("shown", "role: context, observations: [{ at: 2026-04, value: 80 }]"),
].join("\n")}
`,
    { asOf: "2026-05-26" },
  );
  expect(results.plan.statuses).toEqual({ "on-track": 2, "off-track": 1, "no-data": 1, stale: 1 });
  expect(results.skipped).toBe(1);
  const counted = Object.values(results.plan.statuses).reduce((sum, count) => sum + count, 0);
  expect(counted + results.skipped).toBe(6);
});

// 8.15
test("a value before the baseline is history: it is compared with, but neither judged nor in the trend", () => {
  const is = `unit: "%", direction: increase, frequency: quarterly, baseline: 50% @ 2025-12, targets: [{ reach: 100%, by: 2026 }]`;
  const row = rowOf({ is, seen: ["2025-Q1 99", "2026-Q1 60"] });
  expect(figuresOf(row, ["value", "yearOnYear"])).toEqual({ value: "60", yearOnYear: "-39" });
  expect([row.firstMetOn, row.series().length]).toEqual([null, 1]);
});

// 8.19, section 8
test("a provisional value counts and is marked until a final one replaces it", () => {
  const first = rowOf({ is: rising, seen: ["{ at: 2026-05-26, value: 70, state: provisional }"] });
  expect([figureOf(first, "value"), first.series().at(-1)?.provisional]).toEqual(["70", true]);
  const both = ["{ at: 2026-04-30, value: 70, state: provisional }", "2026-04-30 66"];
  const second = rowOf({ is: rising, seen: both });
  expect([figureOf(second, "value"), second.series().at(-1)?.provisional]).toEqual(["66", false]);
});

test("a revision that withdraws a value leaves the period without one", () => {
  const seen = [
    "2026-03 60",
    "2026-04 70",
    "{ at: 2026-04, value: N/A, state: revised, reported: 2026-05-20 }",
  ];
  expect(figureOf(rowOf({ is: rising, seen, asOf: "2026-05-19" }), "value")).toBe("70");
  expect(figureOf(rowOf({ is: rising, seen }), "value")).toBe("60");
});

// Bad input: each is told at its place by test/records; here every other figure still stands.
test("a series with one value, or of equal ones, has all figures but a trend that leads anywhere", () => {
  const one = rowOf({ is: rising, seen: ["2026-05-26 70"] });
  expect([figureOf(one, "pace"), one.figures.projected.reason, one.reachedOn]).toEqual([
    "1",
    "too-few-values",
    null,
  ]);
  const seen = ["2026-01-10 60", "2026-02-10 60", "2026-03-10 60", "2026-04-10 60", "2026-05-10 60"];
  const equal = rowOf({ is: rising, seen });
  expect(figuresOf(equal, ["projected", "projectedLow", "projectedHigh"])).toEqual({
    projected: "60",
    projectedLow: "60",
    projectedHigh: "60",
  });
  expect(equal.reachedOn).toBeNull();
});

test("values of a hundred digits and of a hundred places neither break a figure nor lose one", () => {
  const huge = `1${"0".repeat(99)}`;
  const tiny = `0.${"0".repeat(98)}1`;
  const is = `unit: 元, direction: increase, baseline: 0 @ 2025-12, targets: [{ reach: ${huge}, by: 2026 }]`;
  const row = rowOf({ is, seen: [`2026-01-10 ${tiny}`, `2026-02-10 ${tiny}`, `2026-05-26 ${huge}`] });
  expect([row.status, figureOf(row, "value"), figureOf(row, "attained")]).toEqual(["achieved", huge, "1"]);
  expect(row.figures.gap.value?.toString()).not.toBe("0");
  expect(rowOf({ is, seen: [`2026-05-26 ${tiny}`] }).status).toBe("off-track");
});

test("an entity that no list knows has a row of its own and takes no part in the plan's tree", () => {
  const is = `unit: 个, aggregation: sum, direction: increase, baseline: 0 @ 2025-12, targets: [{ reach: 10, by: 2026 }]`;
  const rows = rowsOf({ is, seen: ["{ at: 2026-05-26, entity: ghost, value: 4 }"] });
  expect(rows.map((row) => [row.entity, figureOf(row, "value")])).toEqual([
    [null, "4"],
    ["ghost", "4"],
  ]);
});
