/** Statuses of both plans on one day and the same records, by hand. */
import { expect, test } from "vitest";
import { renamedIndicators } from "../../src/diff/compare-plans.ts";
import { compareStatuses, type StatusChange } from "../../src/diff/statuses.ts";
import { compileText } from "../kit/compile.ts";

const plan = (
  id: string,
  target: string,
  observations: string,
  unit = '"%"',
  base = "40%",
): string => `format: 1
id: small
title: Small plan
period: 2026-01..2027-12
indicators:
  - id: ${id}
    name: Coverage
    unit: ${unit}
    direction: increase
    baseline: ${base} @ 2025-12
    targets: [{ reach: ${target}, by: 2026-12 }]
    frequency: quarterly
    observations: [${observations}]
`;

function statuses(before: string, after: string): readonly StatusChange[] {
  const [a, b] = [compileText(before), compileText(after)];
  if (a.plan === null || b.plan === null || b.records === null || b.results === null)
    throw new Error("unread");
  const today = { plan: b.plan, records: b.records, results: b.results, asOf: b.asOf };
  return compareStatuses(a.plan, today, renamedIndicators(a.plan, b.plan));
}

// On 2026-06-30, 181 of 365 days: from 40% to 80% it should be 59.8%, to 60% it should be 49.9%.
test("a lower target makes 50% on course that was behind, by the values of the later plan alone", () => {
  const before = plan("coverage", "≥80%", "{ at: 2026-06, value: 70% }");
  const after = plan("coverage", "≥60%", "{ at: 2026-06, value: 50% }");
  expect(statuses(before, after)).toEqual([
    { id: "coverage", name: "Coverage", before: "off-track", after: "on-track" },
  ]);
});

test("values follow an indicator to its former id and its former unit", () => {
  // 50万人 are 500000人: of 40万 to 60万 it should be 49.9万.
  const before = plan("people", "60万人", "", "万人", "40万人");
  const after = plan("persons", "600000人", "{ at: 2026-06, value: 500000人 }", "人", "400000人");
  expect(statuses(before, after)).toEqual([
    { id: "persons", name: "Coverage", before: "on-track", after: "on-track" },
  ]);
});

test("in a unit that does not convert, and for an indicator that one plan lacks, there is no status to compare", () => {
  const before = plan("coverage", "≥80%", "");
  const points = plan("coverage", "80分", "{ at: 2026-06, value: 50分 }", "分", "40分");
  expect(statuses(before, points)[0]?.before).toBeNull();
  const other = plan("visits", "≥80%", "{ at: 2026-06, value: 50% }").replace(
    "name: Coverage",
    "name: Visits",
  );
  expect(
    statuses(before, other).map(({ id, before: was, after }) => [id, was !== null, after !== null]),
  ).toEqual([
    ["visits", false, true],
    ["coverage", true, false],
  ]);
});
