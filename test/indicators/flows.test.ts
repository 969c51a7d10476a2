/** Flows and running totals: sums over the target's span (ENGINE.md sections 3 and 4). */

import Big from "big.js";
import { expect, test } from "vitest";
import { noteWords, statusNote } from "../../src/indicators/status-note.ts";
import { isoDay, parseIsoDay } from "../../src/plan/days.ts";
import { formatDecimal } from "../../src/plan/decimal.ts";
import { dayText, figureOf, figuresOf, rowOf, targetStatuses } from "./evaluate-text.ts";

const total = `unit: 人, value: flow, direction: increase, targets: [{ total: ≥1000, during: 2026 }]`;

test("a total is held against the sum so far, from 0 the day before its span", () => {
  // 100 + 150 + 150 on day 146 of 365, when two fifths of 1000 are expected.
  const row = rowOf({ is: total, seen: ["2025-12 500", "2026-01 100", "2026-02 150", "2026-05-26 150"] });
  expect(figuresOf(row, ["value", "baseline", "attained", "expected", "pace"])).toEqual({
    value: "400",
    baseline: "0",
    attained: "0.4",
    expected: "400",
    pace: "1",
  });
  expect([row.status, dayText(row.baselineOn), row.series().length]).toEqual(["on-track", "2025-12-31", 3]);
});

test("previous and change of a flow are amounts of single periods", () => {
  const row = rowOf({
    is: `${total}, frequency: monthly`,
    seen: ["2026-03 100", "2026-04 150"],
    asOf: "2026-04-30",
  });
  expect(figuresOf(row, ["value", "previous", "change"])).toEqual({
    value: "250",
    previous: "100",
    change: "50",
  });
});

test("the sum of the span decides at its end", () => {
  const seen = (last: number): string[] => ["2026-06 600", `2026-12 ${last}`];
  expect(rowOf({ is: total, seen: seen(400), asOf: "2026-12-31" }).status).toBe("achieved");
  expect(rowOf({ is: total, seen: seen(399), asOf: "2026-12-31" }).status).toBe("missed");
});

test("totals of year after year govern each in its own span", () => {
  const is = `unit: 人, value: flow, direction: increase, targets: [{ total: 100, during: 2026 }, { total: 200, during: 2027 }]`;
  const period = "2026-01..2027-12";
  const first = rowOf({ is, period, seen: ["2026-05-26 40"] });
  expect([figureOf(first, "target"), figureOf(first, "pace")]).toEqual(["100", "1"]);
  const second = rowOf({ is, period, seen: ["2026-12 100", "2027-05-26 80"], asOf: "2027-05-26" });
  expect([figureOf(second, "target"), figureOf(second, "value"), second.status]).toEqual([
    "200",
    "80",
    "on-track",
  ]);
  expect(targetStatuses(second)).toEqual(["met", "not-due"]);
});

test("a cap is not achieved by being below it early, and passed is off track", () => {
  const cap = `unit: 万元, value: flow, direction: decrease, targets: [{ total: ≤1000, during: 2026 }]`;
  // 400 are expected by day 146: 400 spent is on track; 500 gives 400 ÷ 500 = 0.8; 501 is below it.
  const statusOf = (value: string): string => rowOf({ is: cap, seen: [`2026-05-26 ${value}`] }).status;
  expect(["0", "400", "500", "501", "1001"].map(statusOf)).toEqual([
    "on-track",
    "on-track",
    "at-risk",
    "off-track",
    "off-track",
  ]);
  expect(rowOf({ is: cap, seen: ["2026-12-31 1000"], asOf: "2026-12-31" }).status).toBe("achieved");
  expect(rowOf({ is: cap, seen: ["2026-12-31 1001"], asOf: "2026-12-31" }).status).toBe("missed");
});

test("a level of a flow without baseline counts the sum from the plan's start", () => {
  const is = `unit: 人, value: flow, direction: increase, targets: [{ reach: 1000, by: 2026 }]`;
  expect(figuresOf(rowOf({ is, seen: ["2026-02 150", "2026-05-26 250"] }), ["value", "pace"])).toEqual({
    value: "400",
    pace: "1",
  });
});

test("a yearly amount as baseline is compared with yearly amounts", () => {
  const is = `unit: 人, value: flow, direction: increase, baseline: 1000 @ 2025, targets: [{ relative: +20%, by: 2027 }]`;
  const period = "2026-01..2027-12";
  // Half of the way of 200 is expected at the end of 2026: 365 of 730 days.
  const row = rowOf({ is, period, seen: ["2026-H1 500", "2026-H2 600"], asOf: "2026-12-31" });
  expect(figuresOf(row, ["value", "target", "expected", "pace"])).toEqual({
    value: "1100",
    target: "1200",
    expected: "1100",
    pace: "1",
  });
});

test("before the first whole year the sum so far is shown and not judged", () => {
  const is = `unit: 人, value: flow, direction: increase, frequency: quarterly, baseline: 1000 @ 2025, targets: [{ relative: +20%, by: 2027 }]`;
  const at = (seen: readonly string[], asOf: string) =>
    rowOf({ is, period: "2026-01..2027-12", seen, asOf, trace: true });
  // 240 + 260; the last quarter of 2025 belongs to the baseline's year.
  const row = at(["2025-Q4 300", "2026-Q1 240", "2026-Q2 260"], "2026-07-31");
  expect(figuresOf(row, ["value", "attained", "ofTarget", "expected", "required", "ratio"])).toEqual({
    value: "500",
    attained: null,
    ofTarget: null,
    expected: null,
    required: null,
    ratio: null,
  });
  expect([row.status, row.decision.step, dayText(row.observedOn)]).toEqual([
    "not-due",
    "so-far",
    "2026-06-30",
  ]);
  expect(row.figures.value.substituted).toBe("240 + 260");
  expect([row.figures.attained.reason, row.figures.projected.reason]).toEqual(["sum-so-far", "sum-so-far"]);
  expect(noteWords(statusNote(row) ?? { kind: "gaps" }, isoDay)).toEqual({
    en: "sum so far: judged once a span as long as the baseline's is complete",
    zhHans: "为截至目前的累计数，待满与基期等长的一期后评定",
  });
  // The year is whole: its amount is judged. 1000 → 1200: half of the way is 1100.
  const seen = ["2026-Q1 240", "2026-Q2 260", "2026-Q3 300", "2026-Q4 300"];
  expect(figuresOf(at(seen, "2026-12-31"), ["value", "pace"])).toEqual({ value: "1100", pace: "1" });
  // Without its second quarter it is none, and what is left is no sum so far.
  expect(figureOf(at(seen.toSpliced(1, 1), "2026-12-31"), "value")).toBeNull();
});

test("a sum that stays too short is missing in the end, and the day of its last amount is told", () => {
  const is = `unit: 人, value: flow, direction: increase, frequency: quarterly, baseline: 1000 @ 2025, targets: [{ relative: +20%, by: 2027 }]`;
  const row = rowOf({ is, period: "2026-01..2027-12", seen: ["2026-Q1 240"], asOf: "2027-01-31" });
  expect([row.status, figureOf(row, "value")]).toEqual(["no-data", "240"]);
  expect(statusNote(row)).toEqual({ kind: "silent-since", on: parseIsoDay("2026-03-31") });
});

test("rates without sign under a compound cut are shown as the falls that they are read as", () => {
  const is = `unit: "%", value: flow, direction: decrease, targets: [{ compound: -13.5%, during: 2021..2025 }]`;
  const made = (seen: readonly string[]) => {
    const { figures } = rowOf({ is, period: "2021-01..2025-12", seen, asOf: "2022-12-31", trace: true });
    const { formula, substituted } = figures.value;
    return [formatDecimal(figures.value.value ?? new Big(0)), formula, substituted];
  };
  // 0.973 × 0.999 − 1 = −2.7973 %.
  expect(made(["2021 2.7", "2022 0.1"])).toEqual(["-2.7973", "Π(1 − v) − 1", "(1 − 2.7%) × (1 − 0.1%) − 1"]);
  // 0.973 × 1.001 − 1 = −2.6027 %.
  expect(made(["2021 -2.7", "2022 0.1"])).toEqual(["-2.6027", "Π(1 + v) − 1", "(1 − 2.7%) × (1 + 0.1%) − 1"]);
});

test("a running total starts at 0 unless the plan gives a baseline", () => {
  const is = `unit: 个, value: running-total, direction: increase, targets: [{ reach: 100, by: 2026 }]`;
  const row = rowOf({ is, seen: ["2026-03 30", "2026-05-26 40"] });
  expect(figuresOf(row, ["value", "baseline", "pace"])).toEqual({ value: "40", baseline: "0", pace: "1" });
  const based = rowOf({ is: `${is}, baseline: 20 @ 2025-12`, seen: ["2026-05-26 52"] });
  // 20 → 100: two fifths of the way are 52.
  expect(figuresOf(based, ["baseline", "pace"])).toEqual({ baseline: "20", pace: "1" });
});

test("reductions compound: 1 − (1 − 2.7 %)(1 − 0.1 %) is 2.7973 %", () => {
  const is = `unit: "%", value: flow, direction: decrease, targets: [{ compound: -13.5%, during: 2021..2025 }]`;
  const row = rowOf({ is, period: "2021-01..2025-12", seen: ["2021 -2.7", "2022 -0.1"], asOf: "2022-12-31" });
  expect([figureOf(row, "value"), figureOf(row, "target")]).toEqual(["-2.7973", "-13.5"]);
});

test("a compound cut is something to reach, not a sum that must stay below a limit", () => {
  const is = `unit: "%", value: flow, direction: decrease, targets: [{ compound: -13.5%, during: 2021..2025 }]`;
  const seen = ["2021 -2.9", "2022 -2.8", "2023 -3.1"];
  // 0.971 × 0.972 × 0.969 − 1 = −8.5446 %; three fifths of the way ask for −8.1 %.
  const row = rowOf({ is, period: "2021-01..2025-12", seen, asOf: "2023-12-31" });
  expect([figureOf(row, "value"), row.status]).toEqual(["-8.5446172", "on-track"]);
  // × 0.95 × 0.97 − 1 = −15.72 %: below −13.5 % at the end.
  const ended = rowOf({
    is,
    period: "2021-01..2025-12",
    seen: [...seen, "2024 -5", "2025 -3"],
    asOf: "2025-12-31",
  });
  expect(ended.status).toBe("achieved");
  // 0.99 × 1.03 − 1 = +1.97 %: it rose.
  const rising = rowOf({ is, period: "2021-01..2025-12", seen: ["2021 -1", "2022 3"], asOf: "2022-12-31" });
  expect(rising.status).toBe("worsening");
});

test("an indicator with a total whose kind of value is not stated is a flow", () => {
  const row = rowOf({
    is: `unit: 人, targets: [{ total: ≥1000, during: 2026 }]`,
    seen: ["2026-02 150", "2026-05-26 250"],
  });
  expect(figureOf(row, "value")).toBe("400");
});

test("a stated level has no total", () => {
  const row = rowOf({
    is: `unit: 人, value: level, targets: [{ total: ≥1000, during: 2026 }]`,
    seen: ["2026-02 150"],
  });
  expect(row).toMatchObject({ status: "not-computable", reason: "total-of-level" });
});

test("amounts of one day of different reporters add up, a final amount replaces a provisional one", () => {
  const seen = [
    "{ at: 2026-02, value: 100, reporter: a }",
    "{ at: 2026-02, value: 50, reporter: b }",
    "{ at: 2026-03, value: 70, state: provisional }",
    "{ at: 2026-03, value: 80 }",
  ];
  expect(figureOf(rowOf({ is: total, seen }), "value")).toBe("230");
});

test("in a plan as long as the baseline's period the sum starts from 0 at the plan's start", () => {
  // 1000 in 365 days: 400 are expected by day 146, whatever last year's 800 were.
  const is = `unit: 人, value: flow, direction: increase, baseline: 800 @ 2025, frequency: quarterly, targets: [{ reach: 1000, by: 2026 }]`;
  const row = rowOf({ is, seen: ["2025-Q4 210", "2026-Q1 240", "2026-05-26 160"] });
  expect(figuresOf(row, ["value", "expected", "pace", "ofTarget"])).toEqual({
    value: "400",
    expected: "400",
    pace: "1",
    ofTarget: "0.4",
  });
});

test("a bare level below last year's amount is a limit where no direction is stated", () => {
  const is = `unit: 起, value: flow, baseline: 120 @ 2025, targets: [{ reach: 90, by: 2026 }]`;
  // 36 of 90 are expected by day 146.
  expect(rowOf({ is, seen: ["2026-05-26 36"] })).toMatchObject({ status: "on-track" });
  expect(rowOf({ is, seen: ["2026-05-26 91"] })).toMatchObject({ status: "off-track" });
  const row = rowOf({ is: `${is}, direction: increase`, seen: ["2026-05-26 36"] });
  expect(row.reason).toBe("direction-contradicted");
});

test("quarters and months of different length are compared with each other", () => {
  const quarters = `unit: 人, value: flow, direction: increase, baseline: 80 @ 2025-Q4, frequency: quarterly, targets: [{ reach: 120, by: 2026-Q4 }]`;
  expect(figureOf(rowOf({ is: quarters, seen: ["2026-Q1 92"] }), "value")).toBe("92");
  const months = `unit: 人, value: flow, direction: increase, baseline: 80 @ 2025-12, targets: [{ reach: 120, by: 2026-12 }]`;
  expect(figureOf(rowOf({ is: months, seen: ["2026-01 70", "2026-02 92"] }), "value")).toBe("92");
});

test("a baseline dated by a month is the amount of the reporting period that it ends", () => {
  const is = `unit: 人, value: flow, direction: increase, baseline: 800 @ 2025-12, frequency: yearly, targets: [{ reach: 1000, by: 2027-12 }]`;
  const row = rowOf({ is, period: "2026-01..2027-12", seen: ["2026 900"], asOf: "2026-12-31" });
  expect([figureOf(row, "value"), figureOf(row, "expected"), row.status]).toEqual(["900", "900", "on-track"]);
});

test("amounts that state the last day of their period fill it", () => {
  const is = `unit: 人, value: flow, direction: increase, baseline: 1000 @ 2025, frequency: half-yearly, targets: [{ reach: 1200, by: 2027 }]`;
  const period = "2026-01..2027-12";
  const seen = ["2026-06-30 500", "2026-12-31 600"];
  expect(figureOf(rowOf({ is, period, seen, asOf: "2026-12-31" }), "value")).toBe("1100");
  // Without the first half there is no year.
  expect(figureOf(rowOf({ is, period, seen: seen.slice(1), asOf: "2026-12-31" }), "value")).toBeNull();
});

test("amounts that do not fill the baseline's period yet are not due, later missing", () => {
  const is = `unit: 人, value: flow, direction: increase, baseline: 1000 @ 2025, frequency: quarterly, targets: [{ reach: 1200, by: 2027 }]`;
  const period = "2026-01..2027-12";
  const seen = ["2026-Q2 250", "2026-Q3 250", "2026-Q4 250"];
  // The first year ends on 31 December; 30 days more is 30 January.
  expect(rowOf({ is, period, seen, asOf: "2027-01-30" }).status).toBe("not-due");
  expect(rowOf({ is, period, seen, asOf: "2027-01-31" }).status).toBe("no-data");
});

test("the span of a yearly rate is the time that it has, not the span of a sum", () => {
  const is = `unit: 人, value: flow, direction: increase, baseline: 1000 @ 2025, frequency: yearly, targets: [{ rate: +10%/year, during: 2026..2027 }]`;
  const row = rowOf({ is, period: "2026-01..2027-12", seen: ["2026 1105"], asOf: "2026-12-31" });
  // 1000 × 1.1² = 1210; half of the way is 1105.
  expect(figuresOf(row, ["value", "target", "pace"])).toEqual({ value: "1105", target: "1210", pace: "1" });
});

test("previous, change and year-on-year of a flow are sums of reporting periods", () => {
  const seen = [
    "2025-05 2",
    "2025-06 3",
    "2026-01 10",
    "2026-02 20",
    "2026-03 30",
    "2026-04 15",
    "2026-06 35",
  ];
  const row = rowOf({ is: `${total}, frequency: quarterly`, seen, asOf: "2026-06-30" });
  // Second quarter 50, first 60, second quarter of the year before 5.
  expect(figuresOf(row, ["previous", "change", "yearOnYear"])).toEqual({
    previous: "60",
    change: "-10",
    yearOnYear: "45",
  });
});

test("a total over a school year is the sum of its own months, from September to August", () => {
  // 30 + 30; what lies before September and after August does not count.
  const is = `unit: 场, value: flow, direction: increase, targets: [{ total: ≥100, during: 2025-09..2026-08 }]`;
  const period = "2025-09..2027-08";
  const seen = ["2025-08 40", "2025-09 30", "2026-01 30", "2026-09 20"];
  const row = rowOf({ is, period, seen, asOf: "2026-06-30" });
  // 1 September to 30 June are 303 of 365 days.
  expect(figuresOf(row, ["value", "attained", "elapsed", "expected"])).toEqual({
    value: "60",
    attained: "0.6",
    elapsed: "0.83013698630136986301",
    // At the end of January, after 153 days.
    expected: "41.91780821917808219178",
  });
  expect([dayText(row.baselineOn), dayText(row.targetOn)]).toEqual(["2025-08-31", "2026-08-31"]);
  const whole = [...seen.slice(0, 3), "2026-08 40"];
  expect(rowOf({ is, period, seen: whole, asOf: "2026-08-31" }).status).toBe("achieved");
  expect(rowOf({ is, period, seen: [...seen.slice(0, 3), "2026-08 39"], asOf: "2026-08-31" }).status).toBe(
    "missed",
  );
});

test("a level of a flow over a fiscal year is the sum of that year, and years follow each other", () => {
  const is = `unit: 万元, value: flow, direction: increase, targets: [{ reach: ≥200, during: 2025-04..2026-03 }, { reach: ≥240, during: 2026-04..2027-03 }]`;
  const row = rowOf({
    is,
    period: "2025-04..2027-03",
    seen: ["2025-Q4 210", "2026-04 50", "2026-05 10"],
    asOf: "2026-05-31",
  });
  expect([figureOf(row, "value"), figureOf(row, "target"), dayText(row.targetOn)]).toEqual([
    "60",
    "240",
    "2027-03-31",
  ]);
  expect(targetStatuses(row)).toEqual(["met", "not-due"]);
});
