/** Trends and powers: what is heading where (ENGINE.md sections 2 and 3). */
import Big from "big.js";
import { expect, test } from "vitest";
import { power } from "../../src/indicators/power.ts";
import { dayText, figureOf, rowOf } from "./evaluate-text.ts";

const is = `unit: "%", direction: increase, baseline: 50% @ 2025-12, targets: [{ reach: 100%, by: 2026 }]`;

test("the projection is the median trend at the target's date, from three values on", () => {
  // Days 10, 20, 30 of 2026 with 51, 52, 53: a tenth of a point a day; day 365 gives 53 + 33.5.
  const seen = ["2026-01-10 51", "2026-01-20 52", "2026-01-30 53"];
  const row = rowOf({ is, seen, asOf: "2026-01-31" });
  expect([figureOf(row, "projected"), row.projectedBy, row.figures.projected.estimate]).toEqual([
    "86.5",
    "theil-sen",
    true,
  ]);
  const two = rowOf({ is, seen: seen.slice(0, 2), asOf: "2026-01-31" });
  expect([figureOf(two, "projected"), two.projectedBy, two.figures.projected.reason]).toEqual([
    null,
    null,
    "too-few-values",
  ]);
});

test("values beyond floating point have no trend, and break nothing", () => {
  const huge = "9".repeat(380);
  const row = rowOf({
    is,
    seen: [`2026-01-10 ${huge}`, "2026-01-20 52", `2026-01-30 -${huge}`],
    asOf: "2026-01-31",
  });
  expect([figureOf(row, "projected"), row.reachedOn]).toEqual([null, null]);
});

test("one outlier does not move the trend", () => {
  const seen = ["2026-01-10 51", "2026-01-20 52", "2026-01-30 53", "2026-02-09 99", "2026-02-19 55"];
  // Slopes per 10 days: 1 1 16 1 1 23.5 1 47 1.5 −44; median 1. Levels at day 10 then: 51 51 51 96 51; median 51.
  expect(figureOf(rowOf({ is, seen, asOf: "2026-02-19" }), "projected")).toBe("86.5");
});

test("the day of reaching is where the trend meets the target", () => {
  // 30 January stands at 53; 47 points at a tenth a day are 470 days: 2027-05-15.
  const seen = ["2026-01-10 51", "2026-01-20 52", "2026-01-30 53"];
  expect(dayText(rowOf({ is, seen, asOf: "2026-01-31" }).reachedOn)).toBe("2027-05-15");
  const falling = ["2026-01-10 53", "2026-01-20 52", "2026-01-30 51"];
  expect(rowOf({ is, seen: falling, asOf: "2026-01-31" }).reachedOn).toBeNull();
});

test("a target that is met has no day of reaching, but the day it was first met", () => {
  const row = rowOf({ is, seen: ["2026-01-10 90", "2026-01-20 100", "2026-01-30 101"], asOf: "2026-01-31" });
  expect([row.reachedOn, dayText(row.firstMetOn)]).toEqual([null, "2026-01-20"]);
});

// Digits from an independent calculation with 32 digits (Python decimal).
const powers: readonly (readonly [base: string, exponent: string, result: string | null])[] = [
  ["2", "0.5", "1.41421356237309504880168872421"],
  ["1.1", "2.5", "1.26905870628588337185965875155"],
  ["12345.678", "0.3333", "23.1047849873569754805972813048"],
  ["0.865", "0.2", "0.971411457400720387341337168928"],
  ["1.1", "2", "1.21"],
  ["2", "-2", "0.25"],
  ["-2", "3", "-8"],
  ["-2", "0.5", null],
  ["0", "0.5", "0"],
  ["0", "-1", null],
  ["10", "1000.5", null],
];

test.each(powers)("%s to the power of %s", (base, exponent, result) => {
  expect(power(new Big(base), new Big(exponent))?.toString() ?? null).toBe(result);
});

test("a target that is not met by the as-of date was not reached before it", () => {
  // 90, 94, 98 on days 10, 20, 30: the line stands at 100 on day 35, 4 February.
  const seen = ["2026-01-10 90", "2026-01-20 94", "2026-01-30 98"];
  expect(dayText(rowOf({ is, seen, asOf: "2026-02-03" }).reachedOn)).toBe("2026-02-04");
  expect(rowOf({ is, seen, asOf: "2026-02-04" }).reachedOn).toBeNull();
});
