/** Roots and growth: digits from an independent calculation (Python decimal, 80 digits). */
import Big from "big.js";
import { expect, test } from "vitest";
import { continued, growthStart, type Point, yearlyGrowth } from "../../src/indicators/growth.ts";
import { root } from "../../src/indicators/power.ts";
import { parseIsoDay } from "../../src/plan/days.ts";

function point(iso: string, value: string): Point {
  const on = parseIsoDay(iso);
  if (on === null) throw new Error(iso);
  return { on, value: new Big(value) };
}

const roots: readonly (readonly [base: string, degree: string, result: string | null])[] = [
  ["2", "15", "1.04729412282062671789159701209"],
  ["0.1", "15", "0.857695898590894116135368121438"],
  ["1e100", "3", "2.15443469003188372175929356652e33"],
  ["1e-100", "7", "5.17947467923121113475517467796e-15"],
  ["1.0000000001", "15", "1.00000000000666666666635555556"],
  ["12345.678", "2.5", "43.3117745895535913435192633647"],
  // 1.1 to the 15th, and 1.331: the root ends where it should.
  ["4.177248169415651", "15", "1.1"],
  ["1.331", "3", "1.1"],
  ["7", "1", "7"],
  ["0", "5", "0"],
  ["-8", "3", null],
  ["8", "0", null],
  ["8", "-1", null],
  // Ten to the 365th is no growth that anybody means.
  ["10", "0.00273972602739726", null],
];

test.each(roots)("the root of %s to the degree %s", (base, degree, result) => {
  expect(root(new Big(base), new Big(degree))?.toFixed() ?? null).toBe(
    result === null ? null : new Big(result).toFixed(),
  );
});

test("growth a year is exact where its root ends", () => {
  const grown = yearlyGrowth(point("2015-12-31", "100"), point("2018-12-31", "133.1"));
  expect("value" in grown && grown.value.toFixed()).toBe("0.1");
});

test.each([
  ["2016-12-31", "0", "2018-12-31", "5", "zero-baseline"],
  ["2016-12-31", "-5", "2018-12-31", "5", "sign-change"],
  ["2016-12-31", "5", "2016-12-31", "6", "too-few-values"],
  ["2016-12-31", "5", "2015-12-31", "6", "too-few-values"],
  ["2016-12-31", "1", "2017-01-01", "10", "out-of-range"],
])("no growth from %s %s to %s %s: %s", (from, b, to, v, reason) => {
  expect(yearlyGrowth(point(from, b), point(to, v))).toEqual({ reason });
});

test("growth that goes on, and back to where it came from", () => {
  const [from, to] = [point("2015-12-31", "100"), point("2016-12-31", "110")];
  const on = (iso: string) => {
    const value = continued(from, to, point(iso, "0").on);
    return "value" in value ? value.value.toFixed() : value.reason;
  };
  expect([on("2017-12-31"), on("2016-12-31"), on("2015-12-31")]).toEqual(["121", "110", "100"]);
});

test("a window begins with the first value that is no older", () => {
  const start = point("2015-12-31", "1");
  const series = [point("2018-12-31", "2"), point("2020-12-31", "3"), point("2021-12-31", "4")];
  const latest = point("2021-12-31", "4");
  const from = (years: string | null) => {
    const found = growthStart({ start, series }, latest, years === null ? null : new Big(years));
    return "reason" in found ? found.reason : found.value.toFixed();
  };
  expect([from(null), from("6"), from("5.9"), from("3"), from("2.99"), from("0.5")]).toEqual([
    "1",
    "1",
    "2",
    "2",
    "3",
    "too-few-values",
  ]);
});

test("a start without a day measures nothing", () => {
  const start = { value: new Big(1), on: null };
  expect(growthStart({ start, series: [] }, point("2021-12-31", "4"), null)).toEqual({ reason: "no-date" });
});
