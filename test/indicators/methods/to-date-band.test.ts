/** `to-date-band`: actual ÷ target over completed periods (METHODS.md sections 4 and 8). */
import { expect, test } from "vitest";
import { rowOf, targetStatuses } from "../evaluate-text.ts";
import { expectRow } from "./method-cases.ts";

const totals = (...spans: readonly string[]): string =>
  spans.map((span) => `{ total: ${span.split(" ")[1]}, during: ${span.split(" ")[0]} }`).join(", ");
const quarters = totals("2026-Q1 100", "2026-Q2 100", "2026-Q3 100", "2026-Q4 100");
const flow = `unit: 人, value: flow, direction: increase, targets: [${quarters}], assess: to-date-band`;

// On 15 July two quarters are over: 200 are due.
test.each([
  ["169", "0.845", "below", "off-track"],
  ["170", "0.85", "on_track", "on-track"],
  ["230", "1.15", "on_track", "on-track"],
  ["231", "1.155", "above", "ahead"],
])("%s of 200 in the completed quarters", (done, ratio, methodStatus, status) => {
  const seen = ["2026-Q1 100", `2026-Q2 ${Number(done) - 100}`, "2026-07-10 500"];
  expectRow({ is: flow, seen, asOf: "2026-07-15" }, { ratio, methodStatus, status });
});

test.each([
  ["84", "above", "ahead"],
  ["85", "on_track", "on-track"],
  ["115", "on_track", "on-track"],
  ["116", "below", "off-track"],
])("a decrease: %s of 100 due, above and below swap", (done, methodStatus, status) => {
  const is = `unit: 起, value: flow, direction: decrease, targets: [${totals("2026-Q1 100", "2026-Q2 100")}], assess: to-date-band`;
  expectRow({ is, seen: [`2026-Q1 ${done}`], asOf: "2026-05-15" }, { methodStatus, status });
});

test("value and target progress are of the running period, the ratio of the completed ones", () => {
  // Third quarter: 40 of 100 so far; completed: 170 of 200.
  const seen = ["2026-Q1 90", "2026-Q2 80", "2026-07-10 40"];
  expectRow({ is: flow, seen, asOf: "2026-07-15" }, { value: "40", ratio: "0.85", status: "on-track" });
});

test("at the end of a quarter the quarters to date decide, not that quarter alone", () => {
  const row = rowOf({ is: flow, seen: ["2026-Q1 120", "2026-Q2 70"], asOf: "2026-06-30" });
  expect([row.status, row.methodStatus]).toEqual(["on-track", "on_track"]);
  expect(targetStatuses(row).slice(0, 2)).toEqual(["met", "missed"]);
});

test("when all totals are over their sum is achieved or missed, and the word is the band's", () => {
  const seen = ["2026-Q1 120", "2026-Q2 70", "2026-Q3 110"];
  const end = { is: flow, asOf: "2026-12-31" };
  expectRow(
    { ...end, seen: [...seen, "2026-Q4 100"] },
    { ratio: "1", status: "achieved", methodStatus: "on_track" },
  );
  expectRow(
    { ...end, seen: [...seen, "2026-Q4 99"] },
    { ratio: "0.9975", status: "missed", methodStatus: "on_track" },
  );
});

test("of spans from one start the last that is over counts; a span inside another counts once", () => {
  const nested = totals("2026-01..2026-06 200", "2026 400");
  const is = `unit: 人, value: flow, direction: increase, targets: [${nested}], assess: to-date-band`;
  expectRow({ is, seen: ["2026-Q1 90", "2026-Q2 90"], asOf: "2026-07-15" }, { ratio: "0.9" });
  // The year's 400 hold the half-year's 200: 380 ÷ 400.
  const year = { seen: ["2026-Q1 90", "2026-Q2 90", "2026-Q3 100", "2026-Q4 100"], asOf: "2026-12-31" };
  expectRow({ is, ...year }, { ratio: "0.95", status: "missed" });
  const mixed = is.replace(nested, `${quarters}, { total: 400, during: 2026 }`);
  expectRow({ is: mixed, ...year }, { ratio: "0.95" });
});

test("nothing is reported while no period is completed", () => {
  const early = { is: flow, seen: ["2026-02-10 40"], asOf: "2026-03-30" };
  expectRow(early, { methodStatus: "not_reporting", status: "not-due", ratio: null, value: "40" });
});

test("a completed period without a value is waited for until its time for reporting is over", () => {
  // 31 March and 30 days is 30 April.
  const silent = { is: flow, seen: ["2026-04-05 40"] };
  expectRow({ ...silent, asOf: "2026-04-30" }, { methodStatus: "not_reporting", status: "not-due" });
  expectRow({ ...silent, asOf: "2026-05-01" }, { methodStatus: "not_reporting", status: "no-data" });
  expectRow({ is: flow, asOf: "2026-05-01" }, { methodStatus: "not_reporting", status: "no-data" });
});

test("a completed period without a value counts with its target beside others that have one", () => {
  expectRow({ is: flow, seen: ["2026-Q1 100"], asOf: "2026-07-15" }, { ratio: "0.5", methodStatus: "below" });
});

test("a level is held against the last reach that is due, by the last value up to its day", () => {
  const is = `unit: "%", direction: increase, targets: [{ reach: 60%, by: 2026 }, { reach: 80%, by: 2027 }], assess: to-date-band`;
  const level = { is, period: "2026..2027", asOf: "2027-06-30" };
  // 51 ÷ 60 = 0.85: a missed interim target does not make it off track.
  const row = rowOf({ ...level, seen: ["2026-12-31 51", "2027-06-30 75"] });
  expect([row.status, row.methodStatus, targetStatuses(row)[0]]).toEqual(["on-track", "on_track", "missed"]);
  expectRow(
    { ...level, seen: ["2026-12-31 50", "2027-06-30 75"] },
    { ratio: "0.83333333333333333333", methodStatus: "below" },
  );
});

test("a target of zero, or no target, is not reported", () => {
  const zero = `unit: 人, value: flow, direction: increase, targets: [${totals("2026-Q1 0", "2026-Q2 5")}], assess: to-date-band`;
  expectRow(
    { is: zero, seen: ["2026-Q1 3"], asOf: "2026-04-15" },
    { ratio: null, methodStatus: "not_reporting", status: "not-computable", reason: "zero-target" },
  );
  expectRow(
    { is: "unit: 人, value: flow, direction: increase, assess: to-date-band", seen: ["2026-Q1 3"] },
    { status: "not-computable", reason: "no-target" },
  );
});

test("the band is read from the plan", () => {
  for (const band of ["10%", "0.1", "10"]) {
    const is = flow.replace("assess: to-date-band", `assess: { method: to-date-band, band: ${band} }`);
    expectRow({ is, seen: ["2026-Q1 90"], asOf: "2026-05-15" }, { methodStatus: "on_track" });
    expectRow({ is, seen: ["2026-Q1 89"], asOf: "2026-05-15" }, { methodStatus: "below" });
  }
});

test("before a period is over the ratio says that none is, not that nobody had asked", () => {
  const { status, figures } = rowOf({ is: flow, seen: ["2026-02-10 20"], asOf: "2026-03-30" });
  expect([status, figures.ratio.reason]).toEqual(["not-due", "not-due"]);
});
