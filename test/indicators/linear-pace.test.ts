/** Bands of `linear-pace`, on both sides of every boundary (ENGINE.md section 6). */
import { expect, test } from "vitest";
import { figureOf, figuresOf, rowOf } from "./evaluate-text.ts";

// 50 → 100 within 2026. 2026-05-26 is day 146 of 365, two fifths: expected 70, so pace = (v − 50) ÷ 20.
const up = `unit: "%", direction: increase, baseline: 50% @ 2025-12, targets: [{ reach: 100%, by: 2026 }]`;
// 100 → 50: expected 80, pace = (100 − v) ÷ 20.
const down = `unit: h, direction: decrease, baseline: 100h @ 2025-12, targets: [{ reach: 50h, by: 2026 }]`;

const bands: readonly (readonly [why: string, is: string, value: string, pace: string, status: string])[] = [
  ["exactly 1 is on track", up, "70", "1", "on-track"],
  ["a hair below 1 is at risk", up, "69.999999", "0.99999995", "at-risk"],
  ["exactly 0.8 is at risk", up, "66", "0.8", "at-risk"],
  ["a hair below 0.8 is off track", up, "65.999999", "0.79999995", "off-track"],
  ["no change is off track, not worsening", up, "50", "0", "off-track"],
  ["below the baseline is worsening", up, "49.9", "-0.005", "worsening"],
  ["a decrease: exactly 1", down, "80", "1", "on-track"],
  ["a decrease: exactly 0.8", down, "84", "0.8", "at-risk"],
  ["a decrease: below 0.8", down, "84.1", "0.795", "off-track"],
  ["a decrease above its baseline is worsening", down, "101", "-0.05", "worsening"],
];

test.each(bands)("%s", (_why, is, value, pace, status) => {
  const row = rowOf({ is, seen: [`2026-05-26 ${value}`] });
  expect([figureOf(row, "pace"), row.status]).toEqual([pace, status]);
  expect(figureOf(row, "ratio")).toBe(pace);
});

test("the score is the ratio within 0 and 1", () => {
  expect(figureOf(rowOf({ is: up, seen: ["2026-05-26 66"] }), "score")).toBe("0.8");
  expect(figureOf(rowOf({ is: up, seen: ["2026-05-26 90"] }), "score")).toBe("1");
  expect(figureOf(rowOf({ is: up, seen: ["2026-05-26 40"] }), "score")).toBe("0");
});

test("gap and points are positive when better, in either direction", () => {
  // 60 of 70: 10 short; of a way of 50 that is 20 points. 90 hours where 80 are expected: 10 too many, 20 points.
  expect(figuresOf(rowOf({ is: up, seen: ["2026-05-26 60"] }), ["gap", "gapPoints"])).toEqual({
    gap: "-10",
    gapPoints: "-20",
  });
  expect(figuresOf(rowOf({ is: down, seen: ["2026-05-26 90"] }), ["gap", "gapPoints"])).toEqual({
    gap: "-10",
    gapPoints: "-20",
  });
  expect(figureOf(rowOf({ is: down, seen: ["2026-05-26 75"] }), "gap")).toBe("5");
});

test("bands are read from assess", () => {
  const assessed = (parameters: string, value: string): string =>
    rowOf({ is: `${up}, assess: { method: linear-pace, ${parameters} }`, seen: [`2026-05-26 ${value}`] })
      .status;
  expect(assessed("on-track: 0.9", "68")).toBe("on-track");
  expect(assessed("at-risk: 50%", "60")).toBe("at-risk");
  expect(assessed("at-risk: 50%", "59.9")).toBe("off-track");
  expect(assessed("ahead: 1.2", "74")).toBe("ahead");
  expect(assessed("ahead: 1.2", "73.9")).toBe("on-track");
});

test("a parameter that is no number judges nothing", () => {
  const row = rowOf({ is: `${up}, assess: { method: linear-pace, at-risk: most }`, seen: ["2026-05-26 60"] });
  expect(row).toMatchObject({ status: "not-computable", reason: "bad-parameter" });
});

test("a method that is not built judges nothing", () => {
  const row = rowOf({ is: `${up}, assess: cagr`, seen: ["2026-05-26 70"] });
  expect(row).toMatchObject({ method: "cagr", status: "not-computable", reason: "unknown-method" });
  expect(figuresOf(row, ["value", "pace", "ratio", "score"])).toEqual({
    value: "70",
    pace: "1",
    ratio: null,
    score: null,
  });
});

test("the nearest assess counts: indicator, dimension, plan", () => {
  const plan = "assess: csi\ndimensions: [{ id: d, name: D, assess: zones }]";
  expect(rowOf({ is: `${up}, dimension: d, assess: linear-pace`, plan }).method).toBe("linear-pace");
  expect(rowOf({ is: `${up}, dimension: d`, plan }).method).toBe("zones");
  expect(rowOf({ is: up, plan }).method).toBe("csi");
});

test("while nothing is expected yet, no loss is on track", () => {
  const is = `${up}, trajectory: { kind: end-only }`;
  const row = rowOf({ is, seen: ["2026-05-26 50"] });
  expect([row.status, figureOf(row, "pace"), row.figures.pace.reason]).toEqual([
    "on-track",
    null,
    "expected-equals-baseline",
  ]);
  expect(rowOf({ is, seen: ["2026-05-26 49"] }).status).toBe("worsening");
});

test("a baseline of zero is a baseline", () => {
  const is = `unit: 个, direction: increase, baseline: 0 @ 2025-12, targets: [{ reach: 100, by: 2026 }]`;
  const row = rowOf({ is, seen: ["2026-05-26 40"] });
  expect(figuresOf(row, ["attained", "expected", "pace"])).toEqual({
    attained: "0.4",
    expected: "40",
    pace: "1",
  });
  expect(row.status).toBe("on-track");
});

test("bands out of order judge nothing", () => {
  const bad = (parameters: string) =>
    rowOf({ is: `${up}, assess: { method: linear-pace, ${parameters} }`, seen: ["2026-05-26 70"] }).reason;
  expect(bad("at-risk: 1.1")).toBe("bad-parameter");
  expect(bad("on-track: 0.9, at-risk: 0.95")).toBe("bad-parameter");
  expect(bad("ahead: 0.9")).toBe("bad-parameter");
  expect(bad("on-track: 0.9, at-risk: 0.9, ahead: 0.9")).toBeNull();
  // Nothing is at risk then: what is not on track lies below the usual 0.8 as well.
  expect(bad("on-track: 0.7")).toBeNull();
});

test("a value beyond a point of the path that the baseline meets already is on track, without a ratio", () => {
  // ≥40 is asked for by the end of May, and the baseline is 46: (62.5 − 46) ÷ (40 − 46) would be negative.
  const is = `unit: "%", direction: increase, baseline: 46% @ 2025-12, targets: [{ reach: ≥40%, by: 2026-05 }, { reach: ≥85%, by: 2026-12 }]`;
  const row = rowOf({ is, seen: ["2026-05-26 62.5"] });
  expect([row.status, row.figures.ratio.value]).toEqual(["on-track", null]);
  expect(rowOf({ is, seen: ["2026-05-26 45"] }).status).toBe("worsening");
});
