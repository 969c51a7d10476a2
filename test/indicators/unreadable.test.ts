import { expect, test } from "vitest";
import { compileText } from "../kit/compile.ts";

function rowOf(rest: string) {
  const { results, findings } = compileText(
    `format: 1\nid: p\ntitle: P\nlanguage: en\nperiod: 2026-01..2026-12\nindicators:\n  - { id: x, name: X, unit: "%", direction: increase, ${rest}, observations: [{ at: 2026-03, value: 90 }] }\n  - { id: y, name: Y, unit: "%", direction: increase, baseline: 50% @ 2025-12, targets: [{ reach: ≥100%, by: 2026-12 }], observations: [{ at: 2026-03, value: 90 }] }\n`,
    { asOf: "2026-04-10" },
  );
  const [x, y] = results?.rows ?? [];
  return { x: [x?.status, x?.reason], y: y?.status, told: findings.some((f) => f.severity === "error") };
}

test("an indicator whose last target cannot be read is not judged by an earlier one", () => {
  const { x, y, told } = rowOf(
    "baseline: 50% @ 2025-12, targets: [{ reach: abc, by: 2026-12 }, { reach: ≥80%, by: 2026-06 }]",
  );
  expect([x, y, told]).toEqual([["not-computable", "unreadable-target"], "on-track", true]);
});

test("a baseline that is written but cannot be read is not taken for none", () => {
  const { x, y, told } = rowOf('baseline: "abc @ 2025-12", targets: [{ reach: ≥100%, by: 2026-12 }]');
  expect([x, y, told]).toEqual([["not-computable", "unreadable-baseline"], "on-track", true]);
});

test("a baseline whose unit does not convert is not taken for none", () => {
  // 60 of 80 would be 0.75 of the target, off track by the share alone.
  const { x, told } = rowOf("baseline: 3O @ 2025-12, targets: [{ reach: ≥80%, by: 2026-12 }]");
  expect([x, told]).toEqual([["not-computable", "unit-mismatch"], true]);
});

test("a target whose unit does not convert is not passed over for an earlier one", () => {
  // The value of 90 meets the earlier 60%.
  const { x, told } = rowOf(
    "baseline: 50% @ 2025-12, targets: [{ reach: ≥80h, by: 2026-12 }, { reach: ≥60%, by: 2026-06 }]",
  );
  expect([x, told]).toEqual([["not-computable", "unit-mismatch"], true]);
});

test("a bound beside the target that does not convert keeps the status back too", () => {
  const { x } = rowOf("baseline: 50% @ 2025-12, targets: [{ hold: ≥4天 }, { reach: ≥80%, by: 2026-12 }]");
  expect(x).toEqual(["not-computable", "unit-mismatch"]);
});

test.each([
  ["a bound", "targets: [{ hold: ≥80%, from: 2026-01 }], frequency: monthly", "on-track"],
  ["fixed limits", "targets: [], assess: { method: absolute-bands, red: 40, green: 60 }", "on-track"],
  [
    "the share of the target by schedule",
    // 90 of 95 done on day 100 of 365: ahead of the schedule.
    "targets: [{ reach: ≥95%, by: 2026-12 }], assess: { method: schedule-points, basis: zero }",
    "on-track",
  ],
])("%s needs no baseline, and is judged beside one that does not convert", (_, rest, status) => {
  for (const baseline of ["3O @ 2025-12", '"abc @ 2025-12"'])
    expect([baseline, rowOf(`baseline: ${baseline}, ${rest}`).x[0]]).toEqual([baseline, status]);
});

test("a first observation does not stand in for a baseline that does not convert", () => {
  const { x } = rowOf("baseline: 3O @ 2025-12, targets: [{ reach: ≥95%, by: 2026-12 }], assess: cagr-ratio");
  expect(x).toEqual(["not-computable", "unit-mismatch"]);
});
