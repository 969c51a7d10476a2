/** The JSON example of the contract (DESIGN.md section 5), figure by figure. */
import { expect, test } from "vitest";
import { dayText, evaluateText, figureOf, figuresOf } from "./evaluate-text.ts";

const plan = `
format: 1
id: elderly-meals
title: Elderly meals
language: en
period: 2026-01..2027-12
assess: linear-pace
dimensions:
  - { id: service, name: Service, weight: 60% }
  - { id: trust, name: Trust, weight: 40% }
indicators:
  - id: coverage-rate
    name: Coverage
    dimension: service
    unit: "%"
    direction: increase
    baseline: 45% @ 2025-12
    targets:
      - { reach: ≥60%, by: 2026-12, section: "2" }
      - { reach: ≥85%, by: 2027-12, section: "2" }
    frequency: quarterly
    weight: 60%
    observations: [{ at: 2026-06-30, value: 52% }]
  - id: satisfaction
    name: Satisfaction
    dimension: trust
    unit: "%"
    direction: maintain
    targets: [{ hold: ≥90%, from: M7, section: "2" }]
    frequency: yearly
    weight: 40%
`;

const results = evaluateText(plan, { asOf: "2026-06-30" });
const [coverage, satisfaction] = results.rows;
if (coverage === undefined || satisfaction === undefined) throw new Error("two rows are wanted");

test("gives every figure of the example exactly", () => {
  expect(figuresOf(coverage, ["value", "baseline", "target", "attained", "ofTarget", "elapsed"])).toEqual({
    value: "52",
    baseline: "45",
    target: "85",
    attained: "0.175",
    ofTarget: "0.61176470588235294118",
    elapsed: "0.24794520547945205479",
  });
  expect(figuresOf(coverage, ["expected", "pace", "gap", "gapPoints", "required", "projected"])).toEqual({
    expected: "52.43835616438356164384",
    pace: "0.94106813996316758748",
    gap: "-0.43835616438356164384",
    gapPoints: "-1.09589041095890410959",
    required: "21.96",
    projected: null,
  });
  expect(
    figuresOf(coverage, [
      "previous",
      "change",
      "yearOnYear",
      "ratio",
      "score",
      "weightedScore",
      "scheduleRatio",
    ]),
  ).toEqual({
    previous: null,
    change: null,
    yearOnYear: null,
    ratio: "0.94106813996316758748",
    score: "0.94106813996316758748",
    weightedScore: "0.56464088397790055249",
    scheduleRatio: null,
  });
});

test("gives the words and days of the example", () => {
  expect(coverage).toMatchObject({
    entity: null,
    method: "linear-pace",
    status: "at-risk",
    methodStatus: null,
  });
  expect(coverage).toMatchObject({
    reason: null,
    basis: null,
    unit: "%",
    contested: false,
    projectedBy: null,
  });
  expect([coverage.observedOn, coverage.baselineOn, coverage.targetOn].map(dayText)).toEqual([
    "2026-06-30",
    "2025-12-31",
    "2027-12-31",
  ]);
  expect(coverage).toMatchObject({ reachedOn: null, firstMetOn: null, held: null, periods: null });
  expect(coverage.targets[0]).toMatchObject({
    shown: "60",
    relation: ">=",
    status: "not-due",
    governing: false,
  });
});

test("a bound whose first period has not ended is not due", () => {
  expect(satisfaction.status).toBe("not-due");
});

test("the plan has no score while one weighted indicator has none, its dimension has", () => {
  const [service, trust] = results.dimensions;
  expect(service).toMatchObject({ id: "service", status: "at-risk", statuses: { "at-risk": 1 } });
  expect(service?.score?.toFixed(20)).toBe(figureOf(coverage, "score"));
  expect(trust).toMatchObject({ id: "trust", status: "not-due", score: null, statuses: { "not-due": 1 } });
  expect(results.plan).toMatchObject({
    id: null,
    status: "at-risk",
    score: null,
    statuses: { "at-risk": 1, "not-due": 1 },
  });
});
