/** Bounds that are to be kept, by periods (ENGINE.md section 5). */
import { expect, test } from "vitest";
import { dayText, figureOf, figuresOf, rowOf, targetStatuses } from "./evaluate-text.ts";

const monthly = `unit: h, direction: decrease, frequency: monthly, targets: [{ hold: ≤24h, from: M4 }]`;

test("the last completed period decides, and periods are counted", () => {
  const seen = ["2026-04 20", "2026-05 25", "2026-06 24"];
  expect(rowOf({ is: monthly, seen, asOf: "2026-06-30" })).toMatchObject({
    status: "on-track",
    held: 2,
    periods: 3,
  });
  expect(rowOf({ is: monthly, seen, asOf: "2026-06-29" })).toMatchObject({
    status: "off-track",
    held: 1,
    periods: 2,
  });
});

test("what lies before the bound begins does not count", () => {
  expect(rowOf({ is: monthly, seen: ["2026-03 99"], asOf: "2026-04-30" })).toMatchObject({
    status: "not-due",
    held: 0,
    periods: 0,
  });
});

test("without a value the bound is not due until its first period and lag are over", () => {
  // April ends on the 30th; 30 days more is 30 May.
  expect(rowOf({ is: monthly, asOf: "2026-05-30" }).status).toBe("not-due");
  expect(rowOf({ is: monthly, asOf: "2026-05-31" }).status).toBe("no-data");
  expect(targetStatuses(rowOf({ is: monthly, asOf: "2026-05-30" }))).toEqual(["not-due"]);
  expect(targetStatuses(rowOf({ is: monthly, asOf: "2026-05-31" }))).toEqual(["no-data"]);
});

test("the bound's own rhythm says when its first value is due", () => {
  const is = `unit: 人, direction: increase, targets: [{ hold: ≥40, every: year }]`;
  const period = "2025-01..2027-12";
  // 2025 ends on 31 December; 30 days more is 30 January.
  expect(rowOf({ is, period, asOf: "2026-01-30" }).status).toBe("not-due");
  expect(rowOf({ is, period, asOf: "2026-01-31" }).status).toBe("no-data");
});

/** `2026-04 20` … for months of 2026. */
function months(first: number, last: number): string[] {
  return Array.from({ length: last - first + 1 }, (_, i) => `2026-${String(first + i).padStart(2, "0")} 20`);
}

test("after its end a bound is achieved when every period held", () => {
  const seen = (april: number): string[] => [`2026-04 ${april}`, ...months(5, 12)];
  expect(rowOf({ is: monthly, seen: seen(24), asOf: "2026-12-31" })).toMatchObject({
    status: "achieved",
    held: 9,
    periods: 9,
  });
  expect(rowOf({ is: monthly, seen: seen(25), asOf: "2026-12-31" })).toMatchObject({
    status: "missed",
    held: 8,
    periods: 9,
  });
});

test("after its end an outstanding last period is waited for", () => {
  const seen = months(4, 11);
  // December ends on the 31st; 30 days more is 30 January.
  expect(rowOf({ is: monthly, seen, asOf: "2027-01-30" }).status).toBe("on-track");
  expect(rowOf({ is: monthly, seen, asOf: "2027-01-31" }).status).toBe("no-data");
});

test("a bound with periods that were never reported is not known to have been kept", () => {
  const is = `unit: 学时, direction: increase, targets: [{ hold: ≥40学时, every: quarter }]`;
  const seen = ["2026-03 41", "2026-12 42"];
  // Of four quarters the second and third are missing; also long after the end that is not stale, and never achieved.
  for (const asOf of ["2026-12-31", "2028-01-01"]) {
    const row = rowOf({ is, seen, asOf });
    expect(row).toMatchObject({ status: "no-data", held: 2, periods: 2 });
    expect([row.decision.step, targetStatuses(row)]).toEqual(["unreported", ["no-data"]]);
  }
  const whole = [...seen, "2026-06 40", "2026-09 40"];
  expect(rowOf({ is, seen: whole, asOf: "2026-12-31" })).toMatchObject({ status: "achieved", held: 4 });
  // One broken quarter decides, whatever is missing beside it.
  expect(rowOf({ is, seen: ["2026-03 39", "2026-12 42"], asOf: "2026-12-31" }).status).toBe("missed");
});

test("a period that the bound's span cuts asks for no value", () => {
  // 15 February to 15 August: only the second quarter lies inside.
  const is = `unit: h, direction: decrease, targets: [{ hold: ≤24h, every: quarter, from: 2026-02-15, by: 2026-08-15 }]`;
  const statusOf = (seen: string[]): string => rowOf({ is, seen, asOf: "2026-10-01" }).status;
  expect(statusOf(["2026-05 20"])).toBe("achieved");
  expect(statusOf(["2026-03 20", "2026-08-01 20"])).toBe("no-data");
});

test("a first period that the plan's start cuts is not waited for", () => {
  // From 15 February the first whole quarter is the second: 30 June and 30 days more are 30 July.
  const is = `unit: h, direction: decrease, targets: [{ hold: ≤24h, every: quarter }]`;
  const period = "2026-02-15..2026-12";
  const at = (asOf: string): unknown => {
    const row = rowOf({ is, period, asOf });
    return [row.status, targetStatuses(row)];
  };
  expect(at("2026-05-01")).toEqual(["not-due", ["not-due"]]);
  expect(at("2026-07-30")).toEqual(["not-due", ["not-due"]]);
  expect(at("2026-07-31")).toEqual(["no-data", ["no-data"]]);
});

test("a bound beside a governing level that ended with gaps does not make the row silent", () => {
  const is = `unit: "%", direction: increase, baseline: 50% @ 2025-12, frequency: monthly, targets: [{ hold: ≥45%, by: 2026-03 }, { reach: 100%, by: 2026 }]`;
  const row = rowOf({ is, seen: ["2026-01 60", "2026-03 66", "2026-04 70"], asOf: "2026-05-01" });
  expect([row.status, targetStatuses(row)]).toEqual(["on-track", ["no-data", "not-due"]]);
});

test("a bound is stale when its last value is", () => {
  // April; May ends on the 31st; 30 days more is 30 June.
  expect(rowOf({ is: monthly, seen: ["2026-04 20"], asOf: "2026-06-30" }).status).toBe("on-track");
  expect(rowOf({ is: monthly, seen: ["2026-04 20"], asOf: "2026-07-01" }).status).toBe("stale");
});

test("every sets the period: the last value of a completed year", () => {
  const is = `unit: 学时, direction: increase, targets: [{ hold: ≥40学时, every: year }]`;
  const period = "2025-01..2026-12";
  const seen = ["2025-06 10", "2025-12 41", "2026-03 5"];
  expect(rowOf({ is, period, seen, asOf: "2026-05-26" })).toMatchObject({
    status: "on-track",
    held: 1,
    periods: 1,
  });
});

test("amounts of a flow add up within a period", () => {
  const is = `unit: 场, value: flow, direction: increase, targets: [{ hold: ≥6, every: quarter }]`;
  // January to March: 2 + 2 + 2; April and May: 2 + 3, in June 1 more.
  const seen = ["2026-01 2", "2026-02 2", "2026-03 2", "2026-04 2", "2026-05 3", "2026-06 0"];
  expect(rowOf({ is, seen, asOf: "2026-05-31" })).toMatchObject({ status: "on-track", held: 1, periods: 1 });
  expect(rowOf({ is, seen, asOf: "2026-06-30" })).toMatchObject({ status: "off-track", held: 1, periods: 2 });
});

test("a range is kept between its ends, both included", () => {
  const is = `unit: 人, targets: [{ hold: 5..8 }]`;
  const statusOf = (value: string): string => rowOf({ is, seen: [`2026-03 ${value}`] }).status;
  expect(["4.9", "5", "8", "8.1"].map(statusOf)).toEqual(["off-track", "on-track", "on-track", "off-track"]);
  expect(rowOf({ is, seen: ["2026-03 6"] }).targets[0]?.shown).toBe("5..8");
});

test("a bound beside a governing level is judged beside it", () => {
  const is = `unit: "%", direction: increase, baseline: 50% @ 2025-12, targets: [{ hold: ≥45% }, { reach: 100%, by: 2026 }]`;
  const row = rowOf({ is, seen: ["2026-03-14 44", "2026-05-26 70"] });
  expect(row).toMatchObject({ status: "on-track", held: 1, periods: 2 });
  expect(targetStatuses(row)).toEqual(["on-track", "not-due"]);
});

test("a bound that ended broken caps the status", () => {
  const is = `unit: "%", direction: increase, baseline: 50% @ 2025-12, targets: [{ hold: ≥45%, by: 2026-03-14 }, { reach: 100%, by: 2026 }]`;
  const row = rowOf({ is, seen: ["2026-03-14 44", "2026-05-26 70"] });
  expect([row.status, targetStatuses(row)]).toEqual(["off-track", ["missed", "not-due"]]);
});

test("a bound has its share of the level, and no pace or ratio", () => {
  const row = rowOf({ is: monthly, seen: ["2026-04 20"], asOf: "2026-04-30" });
  expect(
    ["target", "ofTarget", "pace", "ratio", "score"].map((name) => figureOf(row, name as "pace")),
  ).toEqual(["24", "1.2", null, null, null]);
});

test("the value of a flow that is to keep a yearly bound is the year's sum", () => {
  const is = `unit: 学时, value: flow, direction: increase, frequency: quarterly, targets: [{ hold: ≥40学时, every: year }]`;
  const period = "2026-01..2027-12";
  const seen = ["2026-Q1 10", "2026-Q2 11", "2026-Q3 12", "2026-Q4 13", "2027-Q1 5"];
  const row = rowOf({ is, period, seen, asOf: "2027-03-31" });
  expect([figureOf(row, "value"), dayText(row.observedOn), row.held, row.status]).toEqual([
    "46",
    "2026-12-31",
    1,
    "on-track",
  ]);
  // While no year is complete: its amounts so far.
  const first = rowOf({ is, period, seen, asOf: "2026-06-30" });
  expect([figureOf(first, "value"), first.status, first.periods]).toEqual(["21", "not-due", 0]);
});

test("a quarter that lacks a month is not judged, unless what is there decides it", () => {
  const is = `unit: 件, value: flow, direction: decrease, frequency: monthly, targets: [{ hold: ≤6件, every: quarter }]`;
  const quarter = ["2026-01 2", "2026-02 2", "2026-03 1"];
  const judged = (seen: readonly string[]) => {
    const row = rowOf({ is, period: "2026-01..2026-12", seen: [...quarter, ...seen], asOf: "2026-06-30" });
    return [row.status, row.held, row.periods, dayText(row.observedOn)];
  };
  // 2 + 1 of two months may still become more than 6; 4 + 3 is more already.
  expect(judged(["2026-04 2", "2026-05 1"])).toEqual(["on-track", 1, 1, "2026-03-31"]);
  expect(judged(["2026-04 4", "2026-05 3"])).toEqual(["off-track", 1, 2, "2026-05-31"]);
  expect(judged(["2026-04 2", "2026-05 1", "2026-06 0"])).toEqual(["on-track", 2, 2, "2026-06-30"]);
  // An amount of the whole quarter is all of its months.
  expect(judged(["2026-Q2 3"])).toEqual(["on-track", 2, 2, "2026-06-30"]);
});

test("a yearly amount that is to stay as it was is judged by years", () => {
  const is = `unit: 人, value: flow, direction: increase, baseline: 1000 @ 2025, frequency: half-yearly, targets: [{ reach: 1000, by: 2027 }]`;
  const seen = ["2026-H1 400", "2026-H2 600"];
  expect(rowOf({ is, period: "2026-01..2027-12", seen, asOf: "2026-12-31" })).toMatchObject({
    status: "on-track",
    held: 1,
    periods: 1,
  });
});

test("a yearly sum is compared with the sum of the year before, where that year is whole", () => {
  const is = `unit: 学时, value: flow, direction: increase, frequency: quarterly, targets: [{ hold: ≥40学时, every: year }]`;
  const year = (y: number, each: number): string[] => [1, 2, 3, 4].map((q) => `${y}-Q${q} ${each}`);
  const names = ["value", "previous", "change", "yearOnYear"] as const;
  const over = (seen: readonly string[]) =>
    figuresOf(rowOf({ is, period: "2025-01..2027-12", seen, asOf: "2027-03-31" }), names);
  // 4 × 10 = 40 in 2025, 4 × 12 = 48 in 2026.
  const whole = { value: "48", previous: "40", change: "8", yearOnYear: "8" };
  expect(over([...year(2025, 10), ...year(2026, 12)])).toEqual(whole);
  const unknown = { value: "48", previous: null, change: null, yearOnYear: null };
  expect(over(year(2026, 12))).toEqual(unknown);
  // Of 2025 only three quarters are known.
  expect(over([...year(2025, 10).slice(1), ...year(2026, 12)])).toEqual(unknown);
});

test("rhythms beyond a year and counts in a year set the period", () => {
  const is = (every: string): string =>
    `unit: 人, direction: increase, targets: [{ hold: ≥40, every: ${every}, from: 2025-01, by: 2028-12 }]`;
  const period = "2025-01..2028-12";
  const seen = ["2026-06 41", "2028-06 42"];
  // 2025–2026 and 2027–2028 both have a value; of the eight half-years six have none.
  const over = (every: string) => rowOf({ is: is(every), period, seen, asOf: "2029-01-31" });
  expect(over("every 2 years")).toMatchObject({ status: "achieved", held: 2, periods: 2 });
  expect(over("2 years")).toMatchObject({ status: "achieved", held: 2, periods: 2 });
  expect(over("每年两次")).toMatchObject({ status: "no-data", held: 2, periods: 2 });
});
