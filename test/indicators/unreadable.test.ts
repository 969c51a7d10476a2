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
