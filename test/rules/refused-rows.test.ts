/** One cause, one finding: that a value is missing whose row could not be read is not told besides. */
import { expect, test } from "vitest";
import { compileText } from "../kit/compile.ts";

const plan = `format: 1
id: small
title: Small plan
language: en
period: 2025-01..2026-12
entities: [{ id: north, name: North }, { id: south, name: South }]
indicators:
  - id: waiting
    name: Waiting time
    unit: days
    direction: decrease
    baseline: 20 days @ 2024-12
    targets: [{ reach: ≤15 days, by: 2025-12 }, { reach: ≤10 days, by: 2026-12 }]
    frequency: half-yearly
  - id: visits
    name: Visits
    unit: visits
    direction: increase
    value: flow
    aggregation: sum
    targets: [{ total: ≥40 visits, during: 2025 }, { total: ≥80 visits, during: 2025..2026 }]
    frequency: half-yearly
data: { observations: data.csv }
`;

const whole = ["waiting,2025-H1,17,", "waiting,2025-H2,14,"];
const visits = [
  "visits,2025-H1,12,north",
  "visits,2025-H1,11,south",
  "visits,2025-H2,12,north",
  "visits,2025-H2,13,south",
];

/** Codes of errors and warnings on a day on which the second half of 2025 is due. */
function codesOf(...rows: readonly string[]): readonly string[] {
  const csv = ["indicator,at,value,entity", ...rows].join("\n");
  const { findings } = compileText(plan, { asOf: "2026-03-01", files: { "data.csv": csv } });
  return findings.filter((f) => f.severity !== "info").map((f) => f.code);
}

test("rows that can all be read say nothing", () => {
  expect(codesOf(...whole, ...visits)).toEqual([]);
});

test("a value that cannot be read is not stale or missed besides", () => {
  expect(codesOf("waiting,2025-H1,17,", "waiting,2025-H2,about 14,", ...visits)).toEqual([
    "data/unreadable-value",
  ]);
});

test("a row under a misspelt indicator leaves the nearest one without data", () => {
  expect(codesOf("waitin,2025-H1,17,", "waitin,2025-H2,14,", ...visits)).toEqual(["data/unknown-indicator"]);
});

test("a row of an unknown entity leaves a gap in the sum of its indicator only", () => {
  const [first = "", second = "", third = ""] = visits;
  expect(codesOf(...whole, first, second, third, "visits,2025-H2,13,west")).toEqual(["data/unknown-entity"]);
});

test("a refused row of an earlier day is no reason to be silent about a missed target", () => {
  const rows = ["waiting,2025-01,about 19,", "waiting,2025-H1,17,", "waiting,2025-H2,16,"];
  expect(codesOf(...rows, ...visits)).toContain("status/off-track");
});

test("rows that all lack as many cells are told once", () => {
  const rows = Array.from({ length: 8 }, (_, i) => `waiting,2025-0${i + 1},17`);
  expect(codesOf(...rows, ...visits)).toEqual(["data/ragged-row"]);
});

test("a heading that is misspelt takes all values with it", () => {
  const csv = ["indicatr,at,value,entity", ...whole, ...visits].join("\n");
  const { findings } = compileText(plan, { asOf: "2026-03-01", files: { "data.csv": csv } });
  const loud = findings.filter((f) => f.severity !== "info").map((f) => f.code);
  expect(loud).toEqual(["data/unknown-heading"]);
});

test("a value that is a slip by a power of ten says nothing of where the plan stands", () => {
  expect(codesOf("waiting,2025-H1,17,", "waiting,2025-H2,140,", ...visits)).toEqual(["data/magnitude"]);
});

test("a row refused long before the latest value is no reason to be silent about data that are out of date", () => {
  const monthly = `format: 1
id: small
title: Small plan
language: en
period: 2026-01..2027-12
indicators:
  - id: coverage
    name: Coverage
    unit: "%"
    direction: increase
    baseline: 45% @ 2025-12
    targets: [{ reach: ≥85%, by: 2027-12 }]
    frequency: monthly
data: { observations: data.csv }
`;
  const codes = (...rows: readonly string[]) => {
    const csv = ["indicator,at,value", ...rows].join("\n");
    const { findings } = compileText(monthly, { asOf: "2026-07-20", files: { "data.csv": csv } });
    return findings.filter((f) => f.severity !== "info").map((f) => f.code);
  };
  expect(codes("coverage,2026-01,about 5", "coverage,2026-02,48%", "coverage,2026-03,50%")).toEqual(
    expect.arrayContaining(["data/unreadable-value", "status/stale"]),
  );
  expect(codes("coverage,2026-02,48%", "coverage,2026-03,50%", "coverage,2026-06,about 5")).toEqual([
    "data/unreadable-value",
  ]);
});
