/** Trends and powers: what is heading where (ENGINE.md sections 2 and 3). */
import Big from "big.js";
import { expect, test } from "vitest";
import { power } from "../../src/indicators/power.ts";
import { slopeInterval } from "../../src/indicators/slopes.ts";
import { dayText, figureOf, figuresOf, rowOf } from "./evaluate-text.ts";

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

test("the range of the projection is that of the slopes that bound the middle one", () => {
  // Per ten days: 1 1 1.5 2 2 2 2⅓ 2.5 2.5 4, the middle one 2. V = 5 · 4 · 15 ÷ 18 = 16.67, rank ⌊(10 − 1.2816 · 4.08) ÷ 2⌋ = 2:
  // slopes 1 and 2.5. Heights on day 10: 50 50 49 51 50 → 50, with 1: 50 51 51 54 54 → 51, with 2.5: 50 49.5 48 49.5 48 → 49.5.
  const seen = ["2026-01-10 50", "2026-01-20 52", "2026-01-30 53", "2026-02-09 57", "2026-02-19 58"];
  const row = rowOf({ is, seen, asOf: "2026-02-19" });
  // 355 days later: 50 + 71, 51 + 35.5, 49.5 + 88.75.
  expect(figuresOf(row, ["projected", "projectedLow", "projectedHigh"])).toEqual({
    projected: "121",
    projectedLow: "86.5",
    projectedHigh: "138.25",
  });
  expect(row.figures.projectedLow.estimate).toBe(true);
});

test("with fewer than five values nothing is said of the range", () => {
  const seen = ["2026-01-10 50", "2026-01-20 52", "2026-01-30 53", "2026-02-09 57"];
  const row = rowOf({ is, seen, asOf: "2026-02-09" });
  expect(row.figures.projectedLow).toMatchObject({ value: null, reason: "too-few-for-range" });
  expect(figureOf(row, "projected")).not.toBeNull();
  const two = rowOf({ is, seen: seen.slice(0, 2), asOf: "2026-01-20" });
  expect(two.figures.projectedHigh).toMatchObject({ value: null, reason: "too-few-values" });
});

/** Chance that a ranking of n in random order has at most `most` pairs in the wrong order (Kendall), by counting. */
function chanceOfAtMost(most: number, n: number): number {
  let ways = [1];
  for (let size = 2; size <= n; size++) {
    const next = new Array<number>(ways.length + size - 1).fill(0);
    for (const [k, count] of ways.entries())
      for (let more = 0; more < size; more++) next[k + more] = (next[k + more] ?? 0) + count;
    ways = next;
  }
  const all = ways.reduce((sum, count) => sum + count, 0);
  return ways.slice(0, most + 1).reduce((sum, count) => sum + count, 0) / all;
}

test.each([5, 6, 7, 8, 9, 10, 12])("of %i values the range holds the true slope with 80 % at least", (n) => {
  const count = (n * (n - 1)) / 2;
  const interval = slopeInterval(
    Float64Array.from({ length: count }, (_, i) => i + 1),
    n,
  );
  const rank = interval?.low ?? 0;
  expect(interval?.high).toBe(count + 1 - rank);
  expect(1 - 2 * chanceOfAtMost(rank - 1, n)).toBeGreaterThanOrEqual(0.8);
  // And no wider than need be: the next ranks would hold it with less, or hardly more.
  expect(1 - 2 * chanceOfAtMost(rank, n)).toBeLessThan(0.83);
});

/** Values of 40 months from a rule of the month's number. */
function monthly(valueIn: (month: number) => number): readonly string[] {
  return Array.from({ length: 40 }, (_, i) => {
    const month = `${2023 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, "0")}`;
    return `${month}-15 ${valueIn(i)}`;
  });
}

const long = `unit: "%", direction: increase, baseline: 0% @ 2022-12, targets: [{ reach: 1000%, by: 2026 }]`;

test("a long series takes five hundred pairs: an outlier in ten does not move it, and each run gives the same", () => {
  const one = { is: long, period: "2023-01..2026-12", asOf: "2026-05-26" };
  const seen = monthly((i) => (i % 10 === 3 ? 900 : 50));
  const row = rowOf({ ...one, seen });
  expect(figuresOf(row, ["projected", "projectedLow", "projectedHigh"])).toEqual({
    projected: "50",
    projectedLow: "50",
    projectedHigh: "50",
  });
  const rising = monthly((i) => 50 + 3 * i + ((i * 7) % 5));
  const figures = figuresOf(rowOf({ ...one, seen: rising }), ["projected", "projectedLow", "projectedHigh"]);
  expect(figuresOf(rowOf({ ...one, seen: rising }), ["projected", "projectedLow", "projectedHigh"])).toEqual(
    figures,
  );
  // About 50 + 3 · 47.5 + 2 at the end of the fourth year.
  expect(Number(figures.projected)).toBeGreaterThan(190);
  expect(Number(figures.projected)).toBeLessThan(200);
  expect(Number(figures.projectedLow)).toBeLessThan(Number(figures.projected));
  expect(Number(figures.projectedHigh)).toBeGreaterThan(Number(figures.projected));
});

test("met and lost: the day of the first value that no longer meets the target is kept", () => {
  const seen = ["2026-01-10 100", "2026-01-20 101", "2026-01-30 99", "2026-02-09 98"];
  const lost = rowOf({ is, seen, asOf: "2026-02-09" });
  expect([dayText(lost.firstMetOn), dayText(lost.lostOn)]).toEqual(["2026-01-10", "2026-01-30"]);
  const regained = rowOf({ is, seen: [...seen, "2026-02-19 100"], asOf: "2026-02-19" });
  expect([dayText(regained.firstMetOn), regained.lostOn]).toEqual(["2026-01-10", null]);
  expect(rowOf({ is, seen: ["2026-01-10 99"], asOf: "2026-02-09" }).lostOn).toBeNull();
});

test("a method's own projection tells the day of reaching as well as the value", () => {
  // 100 → 121 in two years is a tenth a year: 146.41 two years later, and 133.1 one year later, of which 365 days of 2023 are gone.
  const grown = `unit: 个, direction: increase, assess: un-projection, baseline: { is: 100, at: 2020-12-31 }`;
  const at = (target: string, asOf = "2022-12-31") =>
    rowOf({
      is: `${grown}, targets: [{ reach: ${target}, by: 2030 }]`,
      seen: ["2021-06-30 101", "2021-12-31 119", "2022-12-31 121"],
      period: "2021..2030",
      asOf,
    });
  expect([at("133.1").projectedBy, dayText(at("133.1").reachedOn)]).toEqual(["cagr", "2023-12-31"]);
  expect(dayText(at("146.41").reachedOn)).toBe("2024-12-31");
  // A hair more is reached a day later, and what the projection has passed by the day looked at on no day.
  expect(dayText(at("133.11").reachedOn)).toBe("2024-01-01");
  expect(at("133.1", "2024-01-15").reachedOn).toBeNull();
});

test("a weighted line meets the target where it leads, or never", () => {
  // 4 in three years on one line from 60: 100 after thirty years.
  const line = `unit: 人, assess: anticipated, baseline: { is: 60, at: 2015-12-31 }, targets: [{ reach: 100, by: 2030 }]`;
  const to = (...seen: string[]) =>
    rowOf({ is: `${line}, direction: increase`, seen, period: "2016..2030", asOf: "2022-06-30" });
  const rising = to("2018-12-31 64", "2021-12-31 68");
  expect([rising.projectedBy, dayText(rising.reachedOn)]).toEqual(["weighted-linear", "2045-12-31"]);
  const falling = to("2018-12-31 58", "2021-12-31 55");
  expect([falling.figures.projected.value !== null, falling.reachedOn]).toEqual([true, null]);
});

test("under a judgement the trend is called what it is, whatever method stands behind", () => {
  const row = rowOf({
    is: `unit: 个, direction: increase, baseline: 100 @ 2025-12, targets: [{ reach: 200, by: 2026 }], assess: { method: judgement, status: on-track, person: Li, date: 2026-05-20, reason: known }`,
    plan: "assess: un-projection",
    seen: ["2026-03 110", "2026-04 120", "2026-05-26 130"],
  });
  expect([row.status, row.projectedBy, row.figures.projectedLow.reason]).toEqual([
    "on-track",
    "theil-sen",
    "too-few-for-range",
  ]);
});
