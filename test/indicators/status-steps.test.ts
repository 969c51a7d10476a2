/** Which step of ENGINE.md section 5 decides, as `plan explain` names it, and why. */
import { expect, test } from "vitest";
import { withoutVerdict, worstOf } from "../../src/indicators/status.ts";
import { figureOf, type OneIndicator, rowOf } from "./evaluate-text.ts";

// 50 → 100 within 2026: 70 are expected on 26 May.
const rise = `unit: "%", direction: increase, baseline: 50% @ 2025-12, targets: [{ reach: 100%, by: 2026 }]`;
// At most 100 in 2026, amounts added up: 40 on 26 May.
const cap = `unit: t, value: flow, direction: decrease, targets: [{ total: ≤100, during: 2026 }]`;
const keep = `unit: 人, frequency: quarterly, targets: [{ hold: ≥3, during: 2026 }]`;
const done = "targets: [{ done: true, by: 2026-06 }]";

/** `step status`, with the reason and what it was judged by where there are any. */
function decided(one: OneIndicator): string {
  const { decision, status, reason, basis } = rowOf(one);
  return [decision.step, status, reason, basis].filter((word) => word !== null).join(" ");
}

const steps: readonly (readonly [what: string, one: OneIndicator, decided: string])[] = [
  ["a reference", { is: `role: context, ${rise}` }, "context not-computable context"],
  ["nothing to reach", { is: `unit: "%"`, seen: ["2026-05-26 5"] }, "no-target not-computable no-target"],
  [
    "a direction against the target",
    { is: rise.replace("increase", "decrease"), seen: ["2026-05-26 5"] },
    "contradicted not-computable direction-contradicted",
  ],
  [
    "no direction at all",
    { is: "unit: 个, targets: [{ reach: 5, by: 2026 }]", seen: ["2026-05-26 5"] },
    "no-target not-computable no-direction",
  ],
  [
    "neither a target nor a method that is built",
    { is: `unit: "%", assess: dice`, seen: ["2026-05-26 5"] },
    "no-target not-computable no-target",
  ],
  [
    "a target that cannot be had, which no fixed limits pass over",
    {
      is: `${rise.replace("50% @", "0% @").replace("reach: 100%", "relative: +50%")}, assess: { method: absolute-bands, red: 40, green: 60 }`,
      seen: ["2026-05-26 70"],
    },
    "no-target not-computable zero-baseline",
  ],
  ["nothing seen yet", { is: rise }, "not-due not-due"],
  ["nothing seen in time", { is: rise, asOf: "2027-02-28" }, "no-data no-data"],
  [
    "a method that is not built",
    { is: `${rise}, assess: dice`, seen: ["2026-05-26 70"] },
    "unknown-method not-computable unknown-method",
  ],
  ["met at its date", { is: rise, seen: ["2026-12-31 100"], asOf: "2026-12-31" }, "due achieved"],
  ["missed at its date", { is: rise, seen: ["2026-12-31 99"], asOf: "2026-12-31" }, "due missed"],
  ["only seen after its date", { is: rise, seen: ["2027-01-31 99"], asOf: "2027-01-31" }, "no-data no-data"],
  [
    "an old value",
    { is: `${rise}, frequency: quarterly`, seen: ["2026-Q1 63"], asOf: "2026-12-01" },
    "stale stale",
  ],
  ["met early", { is: rise, seen: ["2026-05-26 100"] }, "meets-target achieved"],
  ["worse than the baseline", { is: rise, seen: ["2026-05-26 49"] }, "worsening worsening"],
  ["on the way", { is: rise, seen: ["2026-05-26 70"] }, "method on-track"],
  [
    "no baseline",
    { is: `unit: "%", direction: increase, targets: [{ reach: 100%, by: 2026 }]`, seen: ["2026-05-26 70"] },
    "of-target off-track of-target",
  ],
  [
    "a method that says why it cannot",
    { is: `${rise}, assess: un-projection`, seen: ["2025-12-31 50"], asOf: "2026-01-31" },
    "method not-computable too-few-values",
  ],
  ["above a cap", { is: cap, seen: ["2026-05-26 101"] }, "above-cap off-track"],
  ["under a cap", { is: cap, seen: ["2026-05-26 40"] }, "method on-track"],
  ["a bound kept so far", { is: keep, seen: ["2026-Q1 3"] }, "hold on-track"],
  ["a bound not kept in the last period", { is: keep, seen: ["2026-Q1 2"] }, "hold off-track"],
  [
    "a bound kept to its end",
    { is: keep, seen: ["2026-Q1 3", "2026-Q2 3", "2026-Q3 3", "2026-Q4 3"], asOf: "2027-02-28" },
    "due achieved",
  ],
  [
    "a bound broken once",
    { is: keep, seen: ["2026-Q1 3", "2026-Q2 2", "2026-Q3 3", "2026-Q4 3"], asOf: "2027-02-28" },
    "due missed",
  ],
  [
    "a bound with a period that was never told of",
    { is: keep, seen: ["2026-Q1 3", "2026-Q2 3", "2026-Q4 3"], asOf: "2027-02-28" },
    "unreported no-data",
  ],
  ["a state that nobody told of yet", { is: done, asOf: "2026-06-29" }, "not-due not-due"],
  ["a state that is not reached yet", { is: done, seen: ["2026-03 false"] }, "not-due not-due"],
  [
    "a state reached early",
    { is: done, seen: ["2026-03 true"], asOf: "2026-06-29" },
    "meets-target achieved",
  ],
  ["a state reached, on its day", { is: done, seen: ["2026-03 true"], asOf: "2026-06-30" }, "due achieved"],
  ["a state not reached in time", { is: done, seen: ["2026-06-30 false"], asOf: "2026-06-30" }, "due missed"],
  [
    "a state only told of later",
    { is: done, seen: ["2026-07-30 true"], asOf: "2026-08-30" },
    "no-data no-data",
  ],
  [
    "a state without date, once reached",
    { is: "targets: [{ done: true }]", period: "2026..", seen: ["2026-03 true"] },
    "meets-target achieved",
  ],
  [
    "nothing seen by a method that judges periods, while none is over",
    { is: `${rise}, assess: to-date-band` },
    "not-due not-due",
  ],
  [
    "a state without date, reached by an earlier word, and contradicted by the newest",
    {
      is: "targets: [{ done: true }]",
      period: "2026..",
      seen: ["2026-03 true", "2026-04 true", "2026-04 false"],
    },
    "unsettled not-computable contested-values",
  ],
  [
    "an old word",
    {
      is: `${done.replace("2026-06", "2026-12")}, frequency: monthly`,
      seen: ["2026-01 false"],
      asOf: "2026-05-26",
    },
    "stale stale",
  ],
];

test.each(steps)("%s", (_what, one, expected) => {
  expect(decided(one)).toBe(expected);
});

test("an earlier target that was missed decides against a better result only", () => {
  const twice = rise.replace("[{", "[{ reach: 60%, by: 2026-03-14 }, {");
  expect(decided({ is: twice, seen: ["2026-03-14 59", "2026-05-26 90"] })).toBe("missed-target off-track");
  // Off track by its own pace: (55 − 50) ÷ 20 is a quarter.
  expect(decided({ is: twice, seen: ["2026-03-14 59", "2026-05-26 55"] })).toBe("method off-track");
  expect(decided({ is: twice, seen: ["2026-03-14 59", "2026-05-26 40"] })).toBe("worsening worsening");
});

const other = (target: string): string => `unit: "%", direction: increase, targets: [${target}]`;

test("targets without a level speak for themselves", () => {
  const trend = other("{ trend: increase, during: 2026 }");
  expect(decided({ is: trend, seen: ["2026-01-31 5", "2026-05-26 6"] })).toBe("own on-track no-level");
  expect(decided({ is: trend, seen: ["2026-01-31 5", "2026-05-26 4"] })).toBe("own worsening no-level");
  expect(decided({ is: trend, seen: ["2026-01-31 5"] })).toBe("own not-due no-level");
});

test("a value that is due keeps quiet about directions only", () => {
  // A direction asks for no value; 31 March is the end of the first quarter, and 30 days more.
  const trend = other("{ trend: increase, during: 2026-Q1 }");
  expect(rowOf({ is: trend, asOf: "2026-03-31" }).status).toBe("not-due");
  const beside = `${rise.replace("by: 2026 }", "by: 2026 }, { trend: increase, during: 2026-02 }")}`;
  // 2026-02-28 and 30 days is 30 March: nothing is due before the level's own date.
  expect(rowOf({ is: beside, asOf: "2026-04-15" }).status).toBe("not-due");
});

test("a direction speaks beside a change that has nothing to start from", () => {
  const is = other("{ change: +5pp, by: 2026 }, { trend: increase, during: 2026 }");
  expect(decided({ is, seen: ["2026-05-26 6"] })).toBe("own not-due no-baseline");
});

test("a comparison asks for no value of its own", () => {
  const is = rise.replace("by: 2026 }", "by: 2026 }, { versus: y, at-least: +0pp, during: 2026-02 }");
  const plan = `  - { id: y, name: Y, unit: "%" }`;
  expect(rowOf({ is, plan, asOf: "2026-04-15" }).status).toBe("not-due");
});

test("the first value is due with the rhythm of the bound, where the bound has one", () => {
  const is = `unit: 人, frequency: yearly, targets: [{ hold: ≥3, during: 2026, every: month }]`;
  // January and 30 days is 2 March.
  expect(rowOf({ is, asOf: "2026-03-02" }).status).toBe("not-due");
  expect(rowOf({ is, asOf: "2026-03-03" }).status).toBe("no-data");
  // 31 January 2027 is the last day for the year.
  const plain = is.replace(", every: month", "");
  expect(rowOf({ is: plain, asOf: "2026-03-03" }).status).toBe("not-due");
});

test("only a bound has a rhythm of its own: that of a level to reach asks for no value", () => {
  const is = `unit: 人, direction: increase, frequency: yearly, baseline: 1 @ 2025-12, targets: [{ reach: ≥3, by: 2026, every: month }]`;
  expect(rowOf({ is, asOf: "2026-03-03" }).status).toBe("not-due");
});

test("a sum of part of the plan is waited for from its own begin", () => {
  const is = `unit: t, value: flow, frequency: monthly, direction: increase, targets: [{ total: 10, during: 2026-04..2026-06 }]`;
  // April and 30 days is 30 May; without its own begin January would be late since 3 March.
  expect(rowOf({ is, asOf: "2026-05-30" }).status).toBe("not-due");
  expect(rowOf({ is, asOf: "2026-05-31" }).status).toBe("no-data");
});

test("without a begin anywhere a rhythm asks for values at once", () => {
  const is = `unit: "%", direction: increase, frequency: yearly, targets: [{ reach: 80%, by: 2036 }]`;
  expect(rowOf({ is, period: "..2036", asOf: "2026-05-26" }).status).toBe("no-data");
  expect(rowOf({ is: is.replace("frequency: yearly, ", ""), period: "..2036" }).status).toBe("not-due");
});

test("a baseline is where measuring begins, the day after it the first that a value is due of", () => {
  // Of a plan without begin: 31 December 2025 is the baseline's day, so that the first month is January.
  const is = `unit: "%", direction: increase, frequency: monthly, baseline: 5% @ 2025-12, targets: [{ reach: 80%, by: 2036 }]`;
  expect(rowOf({ is, period: "..2036", asOf: "2026-03-02" }).status).toBe("not-due");
  expect(rowOf({ is, period: "..2036", asOf: "2026-03-03" }).status).toBe("no-data");
});

test("a level that equals the baseline is to be kept from the day after it", () => {
  const is = `unit: "%", direction: increase, frequency: quarterly, baseline: 50% @ 2026-03-31, targets: [{ reach: 50%, by: 2026 }]`;
  const seen = ["2026-Q1 40", "2026-Q2 50", "2026-Q3 50", "2026-Q4 50"];
  expect(decided({ is, seen, asOf: "2027-02-28" })).toBe("due achieved");
  expect(decided({ is, seen: ["2026-Q2 50", "2026-Q3 49", "2026-Q4 50"], asOf: "2027-02-28" })).toBe(
    "due missed",
  );
  expect(rowOf({ is, seen: ["2026-Q2 50"], asOf: "2026-07-01" }).periods).toBe(1);
});

test("of part of a sum no judgement is said, what is no judgement stays", () => {
  const of = (status: "achieved" | "missed" | "no-data") =>
    withoutVerdict({ step: "method", status, reason: null, basis: null });
  expect([of("achieved").step, of("missed").step, of("missed").status, of("missed").reason]).toEqual([
    "partial-sum",
    "partial-sum",
    "not-computable",
    "partial-sum",
  ]);
  expect(of("no-data")).toMatchObject({ step: "method", status: "no-data" });
});

test("a method that judges periods leaves a single level to its day", () => {
  const is = `unit: "%", direction: increase, targets: [{ reach: 100%, by: 2026-03-31 }], assess: to-date-band`;
  expect(decided({ is, seen: ["2026-03-31 95"] })).toBe("due missed");
  expect(decided({ is, seen: ["2026-03-31 100"] })).toBe("due achieved");
});

test("a rhythm asks for the word of a state as well", () => {
  // January's word was due by 2 March.
  const is = "frequency: monthly, targets: [{ done: true, by: 2026 }]";
  expect(decided({ is })).toBe("no-data no-data");
});

test("a bound of a span without a value says so itself, whatever was seen outside it", () => {
  const is = "unit: 人, targets: [{ hold: ≥3, during: 2026-Q3 }]";
  expect(decided({ is, seen: ["2026-03-31 5"] })).toBe("not-due not-due");
  expect(decided({ is, seen: ["2026-03-31 5"], asOf: "2027-02-28" })).toBe("no-data no-data");
});

test("totals that are over are judged while the one that runs has no value", () => {
  const totals = "{ total: 100, during: 2026-Q1 }, { total: 100, during: 2026-Q2 }";
  const is = `unit: 人, value: flow, direction: increase, targets: [${totals}], assess: { method: achievement, against: due }`;
  expect(decided({ is, seen: ["2026-03-31 110"] })).toBe("method on-track");
});

test("a sum or a bound that says no span of its own begins with the plan, a level with its baseline", () => {
  // Of a plan of 2026 January is due by 2 March; after a baseline of March April by 30 May.
  const hold = "unit: 人, frequency: monthly, baseline: 3 @ 2026-03, targets: [{ hold: ≥3 }]";
  expect(rowOf({ is: hold, asOf: "2026-03-03" }).status).toBe("no-data");
  const sum =
    "unit: 人, value: flow, direction: increase, frequency: monthly, baseline: 3 @ 2026-03, targets: [{ total: 9, by: 2026 }]";
  expect(rowOf({ is: sum, asOf: "2026-03-03" }).status).toBe("no-data");
  const reach =
    "unit: 人, direction: increase, frequency: monthly, baseline: 3 @ 2026-03, targets: [{ reach: 9, by: 2026 }]";
  expect(rowOf({ is: reach, asOf: "2026-03-03" }).status).toBe("not-due");
});

test("the worst of several: judged before unjudged, of these the gravest", () => {
  expect(worstOf([])).toBeNull();
  expect(worstOf(["on-track", "no-data", "at-risk", "achieved"])).toBe("at-risk");
  expect(worstOf(["missed", "worsening"])).toBe("missed");
  expect(worstOf(["on-track", "on-track"])).toBe("on-track");
  expect(worstOf(["not-due", "not-computable", "stale", "no-data"])).toBe("no-data");
  expect(worstOf(["not-due", "not-computable", "stale"])).toBe("stale");
  expect(worstOf(["not-due", "not-computable"])).toBe("not-computable");
  expect(worstOf(["not-due"])).toBe("not-due");
});

test("a running total starts at 0, but no total that was not reported is 0: nothing said of the first period is no data", () => {
  const is = `unit: 个, value: running-total, direction: increase, frequency: monthly, targets: [{ total: ≥80, during: 2026 }]`;
  // January ends on the 31st; its total is awaited for 30 days, until 2 March.
  expect(rowOf({ is, asOf: "2026-03-02" })).toMatchObject({ status: "not-due", reason: null });
  const late = rowOf({ is, asOf: "2026-03-03" });
  expect(late).toMatchObject({ status: "no-data", reason: null });
  expect([figureOf(late, "baseline"), figureOf(late, "value")]).toEqual(["0", null]);
});
