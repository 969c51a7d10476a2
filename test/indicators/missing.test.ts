/** What is judged, and what is not, when something is missing (ENGINE.md section 4). */
import { expect, test } from "vitest";
import { dayText, figureOf, figuresOf, rowOf } from "./evaluate-text.ts";

const noBaseline = `unit: "%", direction: increase, targets: [{ reach: 80%, by: 2026 }]`;

const shares: readonly (readonly [
  why: string,
  is: string,
  value: string,
  status: string,
  ratio: string | null,
])[] = [
  ["80 of 80 is met", noBaseline, "80", "achieved", "1"],
  ["64 of 80 is exactly 0.8", noBaseline, "64", "at-risk", "0.8"],
  ["63 of 80 is 0.7875", noBaseline, "63", "off-track", "0.7875"],
  [
    "a ceiling of 20 at 25 is 20 ÷ 25",
    `unit: h, direction: decrease, targets: [{ reach: 20h, by: 2026 }]`,
    "25",
    "at-risk",
    "0.8",
  ],
  [
    "more than 80 at 80 is the whole share, not yet met",
    `unit: "%", targets: [{ reach: ">80%", by: 2026 }]`,
    "80",
    "on-track",
    "1",
  ],
];

test.each(shares)(
  "without a baseline the share of the target is judged: %s",
  (_why, is, value, status, ratio) => {
    const row = rowOf({ is, seen: [`2026-05-26 ${value}`] });
    expect([row.status, figureOf(row, "ratio"), row.basis]).toEqual([
      status,
      ratio,
      status === "achieved" ? null : "of-target",
    ]);
    expect(figuresOf(row, ["attained", "expected", "pace", "gap", "gapPoints"])).toEqual({
      attained: null,
      expected: null,
      pace: null,
      gap: null,
      gapPoints: null,
    });
    expect(row.figures.pace.reason).toBe("no-baseline");
  },
);

test("without a baseline a target is missed when its date has passed", () => {
  expect(rowOf({ is: noBaseline, seen: ["2026-12-31 79"], asOf: "2026-12-31" }).status).toBe("missed");
});

test("a share of a negative level is no measure", () => {
  const row = rowOf({
    is: `unit: 度, direction: increase, targets: [{ reach: -5, by: 2026 }]`,
    seen: ["2026-05-26 -10"],
  });
  expect(row).toMatchObject({ status: "not-computable", reason: "not-positive" });
});

test("a baseline without a date counts from the day before the plan", () => {
  const row = rowOf({
    is: `unit: "%", direction: increase, baseline: 50%, targets: [{ reach: 100%, by: 2026 }]`,
    seen: ["2026-05-26 70"],
  });
  expect([dayText(row.baselineOn), figureOf(row, "pace")]).toEqual(["2025-12-31", "1"]);
});

test("no target: the value is shown, nothing is judged", () => {
  const row = rowOf({ is: `unit: "%", baseline: 50% @ 2025-12`, seen: ["2026-05-26 70"] });
  expect(row).toMatchObject({ status: "not-computable", reason: "no-target" });
  expect(figuresOf(row, ["value", "baseline", "target", "ofTarget"])).toEqual({
    value: "70",
    baseline: "50",
    target: null,
    ofTarget: null,
  });
});

test("missing is never zero", () => {
  const is = `unit: "%", direction: increase, baseline: 50% @ 2025-12, targets: [{ reach: 100%, by: 2026 }]`;
  const row = rowOf({ is, seen: ["2026-03-14 60", "2026-05-26 N/A"] });
  expect([figureOf(row, "value"), dayText(row.observedOn)]).toEqual(["60", "2026-03-14"]);
});

test("a target equal to the baseline is kept, not reached", () => {
  const is = `unit: "%", direction: increase, baseline: 90% @ 2025-12, targets: [{ reach: 90%, by: 2026 }]`;
  const kept = rowOf({ is, seen: ["2026-03 92", "2026-04 90"] });
  expect(kept).toMatchObject({ status: "on-track", held: 2, periods: 2 });
  expect([figureOf(kept, "attained"), kept.figures.attained.reason]).toEqual([
    null,
    "target-equals-baseline",
  ]);
  expect(rowOf({ is, seen: ["2026-03 92", "2026-04 89"] })).toMatchObject({
    status: "off-track",
    held: 1,
    periods: 2,
  });
  // At the end every period counts: one of two was broken.
  expect(rowOf({ is, seen: ["2026-03 89", "2026-12 92"], asOf: "2026-12-31" }).status).toBe("missed");
  expect(rowOf({ is, seen: ["2026-03 91", "2026-12 92"], asOf: "2026-12-31" }).status).toBe("achieved");
});

test("a reference series is shown and not judged", () => {
  const row = rowOf({
    is: `role: context, unit: "%", baseline: 50% @ 2025-12, targets: [{ reach: 100%, by: 2026 }]`,
    seen: ["2026-05-26 70"],
  });
  expect(row).toMatchObject({ status: "not-computable", reason: "context" });
  expect(figuresOf(row, ["value", "score"])).toEqual({ value: "70", score: null });
});

const undatedShares: readonly (readonly [why: string, value: string, status: string, ratio: string])[] = [
  ["80 of 80 is met", "80", "achieved", "1"],
  ["64 of 80 is exactly 0.8", "64", "at-risk", "0.8"],
  ["60 of 80 is 0.75", "60", "off-track", "0.75"],
  ["49 is below the 50 of the start, 49 of 80 is 0.6125", "49", "worsening", "0.6125"],
];

test.each(undatedShares)(
  "a level without any date is judged by the share of the target: %s",
  (_why, value, status, ratio) => {
    const is = `unit: "%", direction: increase, baseline: 50% @ 2025-12, targets: [{ reach: 80% }]`;
    const row = rowOf({ is, period: "2026..", seen: [`2026-05-26 ${value}`] });
    const judged = status === "at-risk" || status === "off-track";
    expect([row.status, row.reason, row.basis, figureOf(row, "ratio")]).toEqual([
      status,
      null,
      judged ? "of-target" : null,
      ratio,
    ]);
    // Nothing says when the level is to be reached: no path, no pace.
    expect((["elapsed", "expected", "pace", "gap"] as const).map((name) => row.figures[name])).toMatchObject(
      ["no-date", "no-date", "no-date", "no-date"].map((reason) => ({ value: null, reason })),
    );
  },
);

test("attained needs no date", () => {
  // (64 − 50) ÷ (80 − 50) = 14 ÷ 30.
  const is = `unit: "%", direction: increase, baseline: 50% @ 2025-12, targets: [{ reach: 80% }]`;
  const row = rowOf({ is, period: "2026..", seen: ["2026-05-26 64"] });
  expect(figureOf(row, "attained")?.slice(0, 8)).toBe("0.466666");
});

test("an undated limit on a sum cannot be judged before it is passed", () => {
  const is = `unit: 起, value: flow, direction: decrease, targets: [{ total: ≤10 }]`;
  const one = { is, period: "2026.." };
  expect(rowOf({ ...one, seen: ["2026-03 4"] })).toMatchObject({
    status: "not-computable",
    reason: "no-trajectory",
  });
  expect(rowOf({ ...one, seen: ["2026-03 11"] }).status).toBe("off-track");
});
