/** The ordered steps that decide a status (ENGINE.md section 5), each with the day before and after it turns. */
import { expect, test } from "vitest";
import { dayText, figureOf, figuresOf, rowOf, targetStatuses } from "./evaluate-text.ts";

const is = `unit: "%", direction: increase, baseline: 50% @ 2025-12, targets: [{ reach: 100%, by: 2026 }]`;
const quarterly = `${is}, frequency: quarterly`;

test("no observation is not due before the first reporting period and its lag, no data after", () => {
  // The first quarter ends on 31 March; 30 days more is 30 April.
  expect(rowOf({ is: quarterly, asOf: "2026-04-30" }).status).toBe("not-due");
  expect(rowOf({ is: quarterly, asOf: "2026-05-01" }).status).toBe("no-data");
  expect(rowOf({ is: `${quarterly}, report-within: 10 days`, asOf: "2026-04-11" }).status).toBe("no-data");
});

test("no observation and no rhythm is not due before the first due date and its lag", () => {
  // 2026-12-31 + 30 days = 2027-01-30.
  expect(rowOf({ is, asOf: "2027-01-30" }).status).toBe("not-due");
  expect(rowOf({ is, asOf: "2027-01-31" }).status).toBe("no-data");
});

const openEnded = "2026..";

test.each([
  ["a state", "targets: [{ done: true }]"],
  ["a level", `unit: "%", direction: increase, baseline: 50%, targets: [{ reach: 80% }]`],
  ["a bound", "unit: 人, targets: [{ hold: ≥3 }]"],
])("%s without date or rhythm in a plan without end is never due", (_what, undated) => {
  const row = rowOf({ is: undated, period: openEnded, asOf: "2036-01-01" });
  expect([row.status, targetStatuses(row)]).toEqual(["not-due", ["not-due"]]);
});

test("an undated state is not due with and without a report that it is not reached", () => {
  const one = { is: "targets: [{ done: true }]", period: openEnded };
  const rows = [[], ["2026-03 false"]].map((seen) => rowOf({ ...one, seen }));
  expect(rows.map((row) => [row.status, targetStatuses(row)])).toEqual([
    ["not-due", ["not-due"]],
    ["not-due", ["not-due"]],
  ]);
  expect(rowOf({ ...one, seen: ["2026-03 true"] }).status).toBe("achieved");
});

test("a rhythm asks for values of a plan without end", () => {
  // 2026 ends on 31 December; 30 days more is 30 January.
  const yearly = { is: "unit: 人, frequency: yearly, targets: [{ hold: ≥3 }]", period: openEnded };
  expect(rowOf({ ...yearly, asOf: "2027-01-30" }).status).toBe("not-due");
  expect(rowOf({ ...yearly, asOf: "2027-01-31" }).status).toBe("no-data");
});

test.each([
  ["reach", `{ reach: 80%, from: 2028, by: 2030 }`],
  ["hold", `{ hold: ≥80%, from: 2028 }`],
])("a %s that begins in 2028 asks for no value before the first period of 2028", (_kind, target) => {
  // The yearly value of 2028 is due by 30 January 2029.
  const one = {
    is: `unit: "%", direction: increase, frequency: yearly, targets: [${target}]`,
    period: openEnded,
  };
  expect(rowOf({ ...one, asOf: "2027-06-30" }).status).toBe("not-due");
  expect(rowOf({ ...one, asOf: "2029-01-30" }).status).toBe("not-due");
  expect(rowOf({ ...one, asOf: "2029-01-31" }).status).toBe("no-data");
});

test("an earlier target beside one that begins later is waited for in its own time", () => {
  const is = `unit: "%", direction: increase, frequency: yearly, targets: [{ reach: 60%, by: 2026 }, { reach: 80%, from: 2028, by: 2030 }]`;
  expect(rowOf({ is, period: openEnded, asOf: "2027-01-31" }).status).toBe("no-data");
});

test("the first value is told even where it came too late to count", () => {
  const reach = rowOf({ is, seen: ["2027-02-28 100", "2027-03-31 100"], asOf: "2027-03-31" });
  expect([dayText(reach.targetOn), dayText(reach.firstObservedOn)]).toEqual(["2026-12-31", "2027-02-28"]);
  const done = "targets: [{ done: true, by: 2026 }]";
  const late = rowOf({ is: done, seen: ["2027-02 true", "2027-03 true"], asOf: "2027-03-31" });
  expect([late.status, dayText(late.firstObservedOn)]).toEqual(["no-data", "2027-02-28"]);
});

test("at the due date the last value at or before it decides", () => {
  expect(rowOf({ is, seen: ["2026-12-31 100"], asOf: "2026-12-31" }).status).toBe("achieved");
  expect(rowOf({ is, seen: ["2026-12-31 99"], asOf: "2026-12-31" }).status).toBe("missed");
});

test("an older value decides once the report lag is over", () => {
  // On 31 December 95 of 97.9 expected at 16 December: still judged by pace; missed from 31 January on.
  const seen = ["2026-12-16 95"];
  expect(rowOf({ is, seen, asOf: "2027-01-30" }).status).toBe("at-risk");
  expect(rowOf({ is, seen, asOf: "2027-01-31" }).status).toBe("missed");
});

test("a value of the due date's own reporting period decides at once", () => {
  expect(rowOf({ is: quarterly, seen: ["2026-11-30 95"], asOf: "2026-12-31" }).status).toBe("missed");
});

test("a value after the due date does not repair it", () => {
  const row = rowOf({ is, seen: ["2026-12-31 99", "2027-02-28 100"], asOf: "2027-03-31" });
  expect([row.status, figureOf(row, "value")]).toEqual(["missed", "100"]);
});

test("values only after the due date are no data for it", () => {
  expect(rowOf({ is, seen: ["2027-02-28 100"], asOf: "2027-03-31" }).status).toBe("no-data");
});

test("a value is stale when its period's successor and the lag are over", () => {
  // 62.33 are expected on 31 March, day 90. The first quarter's successor ends on 30 June; 30 days more is 30 July.
  expect(rowOf({ is: quarterly, seen: ["2026-Q1 63"], asOf: "2026-07-30" }).status).toBe("on-track");
  expect(rowOf({ is: quarterly, seen: ["2026-Q1 63"], asOf: "2026-07-31" }).status).toBe("stale");
  expect(rowOf({ is, seen: ["2026-Q1 63"], asOf: "2026-12-30" }).status).toBe("on-track");
});

test("the target met early is achieved, met once and lost is judged by the latest value", () => {
  expect(rowOf({ is, seen: ["2026-05-26 100"] })).toMatchObject({ status: "achieved", reachedOn: null });
  const lost = rowOf({ is, seen: ["2026-03-14 101", "2026-05-26 60"] });
  expect([lost.status, dayText(lost.firstMetOn)]).toEqual(["off-track", "2026-03-14"]);
});

test("a missed interim target makes the status no better than off track", () => {
  const twice = `unit: "%", direction: increase, baseline: 50% @ 2025-12, targets: [{ reach: 60%, by: 2026-03-14 }, { reach: 100%, by: 2026 }]`;
  // 90 on day 146 is far beyond the path, 59 on day 73 was short of 60.
  const row = rowOf({ is: twice, seen: ["2026-03-14 59", "2026-05-26 90"] });
  expect([row.status, row.decision.step, targetStatuses(row)]).toEqual([
    "off-track",
    "missed-target",
    ["missed", "not-due"],
  ]);
  expect(rowOf({ is: twice, seen: ["2026-03-14 60", "2026-05-26 90"] }).status).toBe("on-track");
  // What is worse already stays: below the baseline.
  expect(rowOf({ is: twice, seen: ["2026-03-14 59", "2026-05-26 40"] }).status).toBe("worsening");
});

test("an interim target is open until its lag is over when no value can decide it", () => {
  const twice = `unit: "%", direction: increase, baseline: 50% @ 2025-12, targets: [{ reach: 60%, by: 2026-03-14 }, { reach: 100%, by: 2026 }]`;
  // 14 March + 30 days = 13 April.
  expect(targetStatuses(rowOf({ is: twice, seen: ["2026-02-01 55"], asOf: "2026-04-13" }))).toEqual([
    "not-due",
    "not-due",
  ]);
  expect(targetStatuses(rowOf({ is: twice, seen: ["2026-02-01 55"], asOf: "2026-04-14" }))).toEqual([
    "missed",
    "not-due",
  ]);
  expect(targetStatuses(rowOf({ is: twice, seen: ["2026-04-01 99"], asOf: "2026-04-14" }))).toEqual([
    "no-data",
    "not-due",
  ]);
});

test("values reported after the as-of date, or dated after it, are unseen", () => {
  const seen = ["2026-03-14 60", "{ at: 2026-04-30, value: 80, reported: 2026-06-01 }", "2026-06-15 90"];
  expect(figureOf(rowOf({ is, seen, asOf: "2026-05-31" }), "value")).toBe("60");
  expect(figureOf(rowOf({ is, seen, asOf: "2026-06-01" }), "value")).toBe("80");
});

test("a period counts from its last day", () => {
  expect(figureOf(rowOf({ is, seen: ["2026-05 80"], asOf: "2026-05-30" }), "value")).toBeNull();
  expect(figureOf(rowOf({ is, seen: ["2026-05 80"], asOf: "2026-05-31" }), "value")).toBe("80");
});

test("values before the baseline are history", () => {
  const row = rowOf({ is: quarterly, seen: ["2025-Q3 99"], asOf: "2026-03-31" });
  expect([row.status, figureOf(row, "value")]).toEqual(["not-due", null]);
  const onTheDay = rowOf({ is, seen: ["2025-12-31 50"], asOf: "2026-01-31" });
  expect([onTheDay.status, figureOf(onTheDay, "value")]).toEqual(["on-track", "50"]);
});

test("a final value replaces a provisional one, a revised one both, the later revision wins", () => {
  const final = [
    "{ at: 2026-05-26, value: 70, state: final }",
    "{ at: 2026-05-26, value: 60, state: provisional }",
  ];
  expect(figureOf(rowOf({ is, seen: final }), "value")).toBe("70");
  const revised = [
    "{ at: 2026-05-01, value: 66, state: revised, reported: 2026-05-20 }",
    "{ at: 2026-05-01, value: 65, state: revised, reported: 2026-05-10 }",
    "{ at: 2026-05-01, value: 70 }",
  ];
  expect(figureOf(rowOf({ is, seen: revised }), "value")).toBe("66");
  expect(figureOf(rowOf({ is, seen: revised, asOf: "2026-05-15" }), "value")).toBe("65");
});

test("previous, change and year-on-year follow the reporting rhythm", () => {
  const seen = ["2025-Q2 40", "2026-Q1 55", "2026-Q2 62"];
  const row = rowOf({ is: quarterly, seen, asOf: "2026-06-30" });
  expect(figuresOf(row, ["previous", "change", "yearOnYear"])).toEqual({
    previous: "55",
    change: "7",
    yearOnYear: "22",
  });
  const gap = rowOf({ is: quarterly, seen: ["2025-Q4 50", "2026-Q2 62"], asOf: "2026-06-30" });
  expect(figuresOf(gap, ["previous", "change", "yearOnYear"])).toEqual({
    previous: null,
    change: null,
    yearOnYear: null,
  });
  expect(rowOf({ is, seen }).figures.previous.reason).toBe("no-frequency");
});

test("required is what is left per year of the time left", () => {
  // 38 points from 30 June to 31 December: 184 days of the 365 that follow; 38 ÷ (184 ÷ 365) = 75.38043…
  const row = rowOf({ is, seen: ["2026-06-30 62"], asOf: "2026-06-30" });
  expect(figureOf(row, "required")).toBe("75.38043478260869565217");
});

test("a leap year has 366 days", () => {
  const leap = `unit: "%", direction: increase, baseline: 0% @ 2027-12, targets: [{ reach: 100%, by: 2028 }]`;
  // 2028-02-29 is day 60 of 366.
  const row = rowOf({ is: leap, period: "2028", seen: ["2028-02-29 20"], asOf: "2028-02-29" });
  expect(figuresOf(row, ["elapsed", "expected"])).toEqual({
    elapsed: "0.16393442622950819672",
    expected: "16.39344262295081967213",
  });
});

test("elapsed stays within 0 and 1", () => {
  expect(figureOf(rowOf({ is, asOf: "2025-06-30" }), "elapsed")).toBe("0");
  expect(figureOf(rowOf({ is, asOf: "2027-06-30" }), "elapsed")).toBe("1");
});

test("a revision dated after the as-of date is undone", () => {
  const plan =
    "revisions: [{ date: 2026-06-01, what: indicators/x/targets/2026-12, from: ≥80%, to: ≥100%, reason: r }]";
  const targets = `unit: "%", direction: increase, baseline: 50% @ 2025-12, targets: [{ reach: ≥100%, by: 2026-12 }]`;
  expect(figureOf(rowOf({ is: targets, plan, asOf: "2026-05-31" }), "target")).toBe("80");
  expect(figureOf(rowOf({ is: targets, plan, asOf: "2026-06-01" }), "target")).toBe("100");
});

test("of several later revisions the earliest former value holds", () => {
  const plan = `revisions:
  - { date: 2026-06-01, what: indicators/x/targets/2026-12, from: ≥70%, to: ≥80% }
  - { date: 2026-09-01, what: indicators/x/targets/2026-12, from: ≥80%, to: ≥100% }`;
  expect(figureOf(rowOf({ is, plan, asOf: "2026-05-31" }), "target")).toBe("70");
  expect(figureOf(rowOf({ is, plan, asOf: "2026-08-31" }), "target")).toBe("80");
});

test("a plan's first reporting period does not begin before the plan, however old the baseline is", () => {
  const is = `unit: "%", direction: increase, baseline: 45% @ 2024-06, frequency: quarterly, targets: [{ reach: 85%, by: 2026 }]`;
  // The first quarter ends on 31 March; 30 days more is 30 April.
  expect(rowOf({ is, asOf: "2026-04-30" }).status).toBe("not-due");
  expect(rowOf({ is, asOf: "2026-05-01" }).status).toBe("no-data");
});

test("values of several reporters are combined as the plan declares", () => {
  const is = `unit: 个, direction: increase, baseline: 0 @ 2025-12, targets: [{ reach: 100, by: 2026 }]`;
  const seen = [
    "{ at: 2026-03, value: 40, reporter: a }",
    "{ at: 2026-03, value: 50, reporter: b, state: provisional }",
    "{ at: 2026-03, value: 44, reporter: a, state: revised }",
  ];
  const valueBy = (way: string): string | null =>
    figureOf(rowOf({ is: `${is}, aggregation: ${way}`, seen }), "value");
  expect(["mean", "sum", "min"].map(valueBy)).toEqual(["47", "94", "44"]);
});

test("without a way to combine reporters the last row that stands counts, whoever reported it", () => {
  const is = `unit: 个, direction: increase, baseline: 0 @ 2025-12, targets: [{ reach: 100, by: 2026 }]`;
  const seen = [
    "{ at: 2026-03, value: 50, reporter: b }",
    "{ at: 2026-03, value: 40, reporter: a, state: provisional }",
  ];
  expect(figureOf(rowOf({ is, seen }), "value")).toBe("50");
});

test("a later revision of baseline or weight is undone too", () => {
  const is = `unit: 个, direction: increase, baseline: 20 @ 2025-12, weight: 50%, targets: [{ reach: 100, by: 2026 }]`;
  const plan = `revisions:
  - { date: 2026-06-01, what: indicators/x/baseline, from: 0, to: 20, reason: R }
  - { date: 2026-06-01, what: indicators/x/weight, from: 40%, to: 50%, reason: R }`;
  // From 0 two fifths of the way are 40; the score is 1 and weighs 40 %.
  const row = rowOf({ is, plan, seen: ["2026-05-26 40"] });
  expect(figuresOf(row, ["baseline", "pace", "weightedScore"])).toEqual({
    baseline: "0",
    pace: "1",
    weightedScore: "0.4",
  });
  expect(figureOf(rowOf({ is, plan, seen: ["2026-05-26 40"], asOf: "2026-06-01" }), "baseline")).toBe("20");
});

test("a value of every second year is stale when its successor is, and one that is regular never", () => {
  const is = (frequency: string): string =>
    `unit: "%", direction: increase, baseline: 40% @ 2025-12, frequency: ${frequency}, targets: [{ reach: 80%, by: 2032 }]`;
  const statusOn = (frequency: string, asOf: string): string =>
    rowOf({ is: is(frequency), period: "2026-01..2032-12", seen: ["2026-06 50"], asOf }).status;
  // 2025–2026; 2027–2028 ends on 31 December, 30 days more is 30 January.
  expect(statusOn("every 2 years", "2029-01-30")).not.toBe("stale");
  expect(statusOn("every 2 years", "2029-01-31")).toBe("stale");
  // The first half of 2026; the second and 30 days.
  expect(statusOn("2 per year", "2027-01-30")).not.toBe("stale");
  expect(statusOn("2 per year", "2027-01-31")).toBe("stale");
  expect(statusOn("定期", "2031-12-31")).not.toBe("stale");
  expect(statusOn("continuous", "2031-12-31")).not.toBe("stale");
});
