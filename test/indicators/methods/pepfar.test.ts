/** `schedule-points`, preset `pepfar`: v ÷ T rounded to two places against a quarter's share (METHODS.md section 4). */
import { test } from "vitest";
import { expectRow } from "./method-cases.ts";

const of = (target: string, assess = "preset: pepfar"): string =>
  `unit: 人, value: running-total, direction: increase, targets: [{ reach: ${target}, by: 2026 }], assess: { method: schedule-points, ${assess} }`;

// At the end of the second quarter 50 % are expected.
test.each([
  ["24", "0.24", "Concerned", "off-track"],
  ["25", "0.25", "At Risk", "at-risk"],
  ["39", "0.39", "At Risk", "at-risk"],
  ["40", "0.4", "On Target", "on-track"],
  ["60", "0.6", "On Target", "on-track"],
  ["61", "0.61", "Above Target", "ahead"],
])("%s of 100 by the end of June", (value, ratio, methodStatus, status) => {
  expectRow(
    { is: of("100"), seen: [`2026-06-30 ${value}`], asOf: "2026-06-30" },
    { ratio, methodStatus, status },
  );
});

test.each([
  // 0.395 → 0.40 (the even neighbour), 0.405 → 0.40; 0.245 → 0.24, 0.255 → 0.26.
  ["395", "0.4", "On Target"],
  ["394", "0.39", "At Risk"],
  ["405", "0.4", "On Target"],
  ["245", "0.24", "Concerned"],
  ["255", "0.26", "At Risk"],
  ["605", "0.6", "On Target"],
  ["615", "0.62", "Above Target"],
])("%s of 1000 is rounded half to even before the bands", (value, ratio, methodStatus) => {
  expectRow({ is: of("1000"), seen: [`2026-06-30 ${value}`], asOf: "2026-06-30" }, { ratio, methodStatus });
});

test.each([
  ["2026-03-31", "On Target"],
  ["2026-04-01", "At Risk"],
  ["2026-06-30", "At Risk"],
  ["2026-07-01", "Concerned"],
  ["2026-10-01", "Concerned"],
])("30 of 100 seen on %s: the quarter is that of the value's day", (day, methodStatus) => {
  expectRow({ is: of("100"), seen: [`${day} 30`], asOf: "2026-12-01" }, { methodStatus });
});

test("the first quarter of a year from October ends with December", () => {
  // October to December are 92 days of 365: more than a quarter of the days, and a quarter all the same.
  const is = of("100").replace("by: 2026", "by: 2026-09-30");
  const one = { is, period: "2025-10..2026-09", asOf: "2026-08-01" };
  expectRow({ ...one, seen: ["2025-12-31 25"] }, { methodStatus: "On Target" });
  expectRow({ ...one, seen: ["2026-01-01 25"] }, { methodStatus: "At Risk" });
});

test("a snapshot is expected whole in every quarter", () => {
  const snapshot = { is: of("100", "preset: pepfar, snapshot: true"), asOf: "2026-04-30" };
  expectRow({ ...snapshot, seen: ["2026-03-31 90"] }, { ratio: "0.9", methodStatus: "On Target" });
  expectRow({ ...snapshot, seen: ["2026-03-31 89"] }, { methodStatus: "At Risk" });
  expectRow({ ...snapshot, seen: ["2026-03-31 74"] }, { methodStatus: "Concerned" });
});

test("a level without a baseline is judged", () => {
  const is = of("80%").replace("running-total", "level").replace("人", '"%"');
  expectRow(
    { is, seen: ["2026-06-30 40"], asOf: "2026-06-30" },
    { ratio: "0.5", status: "on-track", basis: null },
  );
});

test("a target of zero, and a decrease, are not computable", () => {
  const zero = of("0").replace("running-total", "level");
  expectRow(
    { is: zero, seen: ["2026-06-30 -4"], asOf: "2026-06-30" },
    { ratio: null, status: "not-computable", reason: "zero-target" },
  );
  const is = of("10").replace("increase", "decrease").replace("running-total", "level");
  expectRow(
    { is, seen: ["2026-06-30 40"], asOf: "2026-06-30" },
    { status: "not-computable", reason: "only-increase" },
  );
});
