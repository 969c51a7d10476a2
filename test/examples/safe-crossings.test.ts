import { expect, test } from "vitest";
import { compileExample, errorsAndWarnings, planStatuses } from "./example-files.ts";

test("the English example is without an error or warning", () => {
  const compilation = compileExample("safe-crossings");
  expect(errorsAndWarnings(compilation)).toEqual([]);
  expect(compilation.plan?.indicators.length).toBe(11);
});

test("its indicators stand at different, good statuses", () => {
  expect(planStatuses(compileExample("safe-crossings"))).toEqual({
    // Path 60 → 54 → 42; on 2026-06-30 it asks for 54 − 12 × 181/730 = 51.02, and 49 were counted.
    "serious-injuries": "on-track",
    // 40 + 20 × 546/730 = 54.96, and 56 are reached.
    "slow-school-streets": "on-track",
    // The districts together: 123 of 170 schools, 72.35; asked for: 52 + 33 × 546/1095 = 68.45.
    "school-travel-plans": "on-track",
    // A third of the way from 62 to 80 after one of three years is 68, and 69 were counted.
    "pupils-feel-safe": "on-track",
    // 5 + 9 + 12 + 11 + 10 + 16 = 63 of 120; asked for: 120 × 546/1095 = 59.8.
    "crossings-rebuilt": "on-track",
    // 50 + 25 × 546/1095 = 62.47; (68 − 50) ÷ 12.47 = 1.44, beyond the 1.2 that counts as ahead.
    "step-free-crossings": "ahead",
    "waiting-time": "on-track",
    "signal-repair-time": "achieved", // 5 working days, a year before they are asked for
    "crossing-condition": "achieved",
    "lighting-checked": "achieved",
    "register-open": "not-due", // asked for by March 2027
  });
});

test("every district is on course with its travel plans", () => {
  const rows = compileExample("safe-crossings").results?.rows.filter((row) => row.entity !== null) ?? [];
  expect(rows.map((row) => [row.entity, row.status])).toEqual([
    ["north", "on-track"],
    ["east", "on-track"],
    ["south", "on-track"],
    ["west", "on-track"],
  ]);
});
