/** Trajectories of every kind: what is expected on a day (ENGINE.md section 1, FORMAT.md section 5). */
import Big from "big.js";
import { expect, test } from "vitest";
import { buildPath, type TrajectoryKind } from "../../src/indicators/path/trajectory.ts";
import { parseIsoDay } from "../../src/plan/days.ts";
import { formatDecimal } from "../../src/plan/decimal.ts";
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
