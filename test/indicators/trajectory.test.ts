/** Trajectories of every kind: what is expected on a day (ENGINE.md section 1, FORMAT.md section 5). */
import Big from "big.js";
import { expect, test } from "vitest";
import {
  buildPath,
  constantPath,
  type Path,
  type TrajectoryKind,
} from "../../src/indicators/path/trajectory.ts";
import { parseIsoDay } from "../../src/plan/days.ts";
import { formatDecimal } from "../../src/plan/decimal.ts";
import type { Frequency } from "../../src/plan/time.ts";
import { dayText, figureOf, rowOf } from "./evaluate-text.ts";

const is = `unit: "%", direction: increase, baseline: 50% @ 2025-12, targets: [{ reach: 60%, by: 2026-03-14 }, { reach: 100%, by: 2026 }]`;

/** Expected value at the day of an observation. */
function expectedOn(day: string, trajectory: string, fields = is): string | null {
  return figureOf(rowOf({ is: `${fields}${trajectory}`, seen: [`${day} 70`], asOf: day }), "expected");
}

test("linear runs through every dated level", () => {
  expect(expectedOn("2026-03-14", "")).toBe("60");
  // Day 146 is 73 of the 292 days from 60 to 100: a quarter of 40 more.
  expect(expectedOn("2026-05-26", "")).toBe("70");
  expect(expectedOn("2026-12-31", "")).toBe("100");
});

test("of two levels for one date the path passes the strictest", () => {
  const twice = `unit: "%", direction: increase, baseline: 50% @ 2025-12, targets: [{ reach: 55%, by: 2026-03-14 }, { reach: 60%, by: 2026-03-14 }, { reach: 100%, by: 2026 }]`;
  expect(expectedOn("2026-05-26", "", twice)).toBe("70");
});

test("step expects nothing more before the next level's day", () => {
  const step = ", trajectory: { kind: step }";
  expect(expectedOn("2026-03-13", step)).toBe("50");
  expect(expectedOn("2026-03-14", step)).toBe("60");
  expect(expectedOn("2026-12-30", step)).toBe("60");
});

test("a step path is drawn as a staircase", () => {
  const row = rowOf({ is: `${is}, trajectory: { kind: step }` });
  expect(row.path.map((p) => `${dayText(p.on)} ${p.value}`)).toEqual([
    "2025-12-31 50",
    "2026-03-13 50",
    "2026-03-14 60",
    "2026-12-30 60",
    "2026-12-31 100",
  ]);
});

test("end-only expects nothing before the end", () => {
  const end = ", trajectory: { kind: end-only }";
  expect(expectedOn("2026-12-30", end)).toBe("50");
  expect(expectedOn("2026-12-31", end)).toBe("100");
});

test("custom points stand before interim levels of the same day", () => {
  const custom =
    ", trajectory: { kind: custom, points: [{ at: 2026-05-26, is: 90% }, { at: 2026-03-14, is: 52% }] }";
  expect(expectedOn("2026-03-14", custom)).toBe("52");
  expect(expectedOn("2026-05-26", custom)).toBe("90");
});

const only = `unit: "%", direction: increase, baseline: 50% @ 2025-12, targets: [{ reach: 98%, by: 2026 }]`;

test("equal parts are due at the end of every reporting period", () => {
  // 48 points in four quarters: 12 each, at their ends.
  const equal = ", frequency: quarterly, trajectory: { kind: equal-split }";
  expect(expectedOn("2026-03-30", equal, only)).toBe("50");
  expect(expectedOn("2026-03-31", equal, only)).toBe("62");
  expect(expectedOn("2026-06-30", equal, only)).toBe("74");
});

const days = ["2025-12-31", "2027-12-31"].map((text) => parseIsoDay(text) ?? 0);

function pathOf(kind: TrajectoryKind, from: number, to: number) {
  const [first = 0, last = 0] = days;
  return buildPath(kind, { on: first, value: new Big(from) }, [{ on: last, value: new Big(to) }], null);
}

test("geometric grows by the same factor every day: 100 → 121 is at 110 half-way", () => {
  const path = pathOf("geometric", 100, 121);
  const half = path?.expectedOn(parseIsoDay("2026-12-31") ?? 0);
  expect(half === null || half === undefined ? null : formatDecimal(half.round(20))).toBe("110");
  expect(path?.points.length).toBe(13);
});

test("a geometric path cannot start at, end at or cross zero", () => {
  expect([pathOf("geometric", 0, 10), pathOf("geometric", 10, 0), pathOf("geometric", -1, 1)]).toEqual([
    null,
    null,
    null,
  ]);
});

test("without a geometric path there is no expectation, and a reason", () => {
  const row = rowOf({
    is: `unit: 个, direction: increase, baseline: 0 @ 2025-12, targets: [{ reach: 10, by: 2026 }], trajectory: { kind: geometric }`,
    seen: ["2026-05-26 4"],
  });
  expect(row).toMatchObject({ status: "not-computable", reason: "no-trajectory" });
});

test("every year asks for its own step: 100, 110, 121", () => {
  const each = `unit: 件, baseline: 100 @ 2025-12, direction: increase, targets: [{ each: ≥10%/year, during: 2026..2027 }]`;
  const row = rowOf({ is: each, period: "2026-01..2027-12" });
  expect(row.path.map((p) => `${dayText(p.on)} ${p.value}`)).toEqual([
    "2025-12-31 100",
    "2026-12-31 110",
    "2027-12-31 121",
  ]);
});

/** A path whose days are counted from 0. */
function pathThrough(
  kind: TrajectoryKind,
  [[from, first] = [0, "0"], ...rest]: readonly (readonly [day: number, value: string])[],
  frequency: Frequency | null = null,
) {
  const stops = rest.map(([on, value]) => ({ on, value: new Big(value) }));
  return buildPath(kind, { on: from, value: new Big(first) }, stops, frequency);
}

function drawn(path: Path | null): readonly string[] {
  return path?.points.map(({ on, value }) => `${on} ${formatDecimal(value)}`) ?? [];
}

function along(path: Path | null, days: readonly number[]): readonly (string | null)[] {
  return days.map((day) => {
    const value = path?.expectedOn(day) ?? null;
    return value === null ? null : formatDecimal(value);
  });
}

test("a way without an end is none", () => {
  expect(pathThrough("linear", [[0, "5"]])).toBeNull();
});

test("before its start a path expects the start, after its end the end, at a stop that stop", () => {
  // 10 → 20 in ten days, then → 50 in ten more: on day 15 half of 30 above 20.
  const path = pathThrough("linear", [
    [0, "10"],
    [10, "20"],
    [20, "50"],
  ]);
  expect(along(path, [-1, 0, 5, 10, 15, 20, 21])).toEqual(["10", "10", "15", "20", "35", "50", "50"]);
  expect(drawn(path)).toEqual(["0 10", "10 20", "20 50"]);
  const stairs = pathThrough("step", [
    [0, "10"],
    [10, "20"],
  ]);
  expect(along(stairs, [-1, 0, 9, 10, 11])).toEqual(["10", "10", "10", "20", "20"]);
});

test("steps on days that follow each other need no point between", () => {
  const path = pathThrough("step", [
    [0, "1"],
    [1, "2"],
    [3, "3"],
  ]);
  expect(drawn(path)).toEqual(["0 1", "1 2", "2 2", "3 3"]);
});

test("a level to keep is the same on every day", () => {
  const path = constantPath(3, 9, new Big(7));
  expect([drawn(path), along(path, [0, 3, 9, 20])]).toEqual([
    ["3 7", "9 7"],
    ["7", "7", "7", "7"],
  ]);
});

test("equal parts of a row without rhythm are due every year", () => {
  // 2025-12-31 → 2027-12-31, 0 → 50: half of it at the end of 2026, and the rest at the end.
  const path = pathOf("equal-split", 0, 50);
  expect(path?.points.map(({ on, value }) => `${dayText(on)} ${value}`)).toEqual([
    "2025-12-31 0",
    "2026-12-30 0",
    "2026-12-31 25",
    "2027-12-30 25",
    "2027-12-31 50",
  ]);
});

test("equal parts of every day of years are as steep at every time as they are few", () => {
  // 1200 ends of days before the 1201st are as many as are listed: every day 1 of 1201.
  const few = pathThrough(
    "equal-split",
    [
      [10, "0"],
      [1211, "1201"],
    ],
    "daily",
  );
  expect(along(few, [11, 610, 1210, 1211])).toEqual(["1", "600", "1200", "1201"]);
  // 3603 days, three a step: at a third of the way a third, not the whole of it.
  const many = pathThrough(
    "equal-split",
    [
      [10, "0"],
      [3613, "1201"],
    ],
    "daily",
  );
  expect(along(many, [12, 13, 1211, 1810, 3610, 3612, 3613])).toEqual([
    "0",
    "1",
    "400",
    "600",
    "1200",
    "1200",
    "1201",
  ]);
});

test("growth is drawn a twelfth of the way apart, of a short way day by day", () => {
  const days = (last: number) =>
    pathThrough("geometric", [
      [0, "1"],
      [last, "2"],
    ])?.points.map(({ on }) => on);
  expect(days(3)).toEqual([0, 1, 2, 3]);
  // 24 ÷ 12 = 2 days apart.
  expect(days(24)).toEqual([0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24]);
});

test("growth of the same factor every day passes each stop: 1, 2, 4, 8", () => {
  const path = pathThrough("geometric", [
    [0, "1"],
    [3, "8"],
    [5, "8"],
  ]);
  expect(along(path, [0, 3, 4, 5])).toEqual(["1", "8", "8", "8"]);
  expect(path?.expectedOn(1)?.round(20).toString()).toBe("2");
  expect(path?.expectedOn(2)?.round(20).toString()).toBe("4");
  expect(path?.points.map(({ on, value }) => `${on} ${value.round(20)}`)).toEqual([
    "0 1",
    "1 2",
    "2 4",
    "3 8",
    "4 8",
    "5 8",
  ]);
});

test("growth beyond what can be computed expects nothing, and nothing is drawn there", () => {
  // 10^440 in four days: 10^110 a day.
  const path = pathThrough("geometric", [
    [0, "1e-200"],
    [4, "1e240"],
  ]);
  // After three days the factor is 10^330, beyond 10^300.
  expect(path?.expectedOn(3)).toBeNull();
  expect(path?.points.map(({ on }) => on)).toEqual([0, 1, 2, 4]);
});

test("a point of the trajectory in another unit leaves no path, and the value is not held against what is left of it", () => {
  const custom = (point: string) =>
    `unit: h, direction: decrease, baseline: 48h @ 2025-12, trajectory: { kind: custom, points: [{ at: 2026-06, is: ${point} }] }, targets: [{ reach: ≤24h, by: 2026-12 }]`;
  const seen = ["2026-05-26 40"];
  const row = rowOf({ is: custom("5元"), seen });
  expect([row.status, row.reason, row.figures.expected.reason]).toEqual([
    "not-computable",
    "unit-mismatch",
    "unit-mismatch",
  ]);
  // (40 − 48) ÷ (24 − 48): what needs no path is still computed, and so is the status of a method without one.
  expect(figureOf(row, "attained")).toMatch(/^0\.3333/);
  expect(rowOf({ is: `${custom("5元")}, assess: achievement`, seen }).status).toBe("off-track");
  // A unit that converts is converted: 1.5 days are 36 hours by the end of June, 181 days on; by day 146 48 − 12 × 146 ÷ 181.
  expect(figureOf(rowOf({ is: custom("1.5天"), seen }), "expected")).toMatch(/^38\.3204/);
});
