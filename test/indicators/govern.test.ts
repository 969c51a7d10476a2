/** Which target governs, in which direction, and when the plan contradicts itself (ENGINE.md sections 1 and 4). */
import { expect, test } from "vitest";
import { dayText, figureOf, rowOf, targetStatuses } from "./evaluate-text.ts";

const increase = `unit: "%", direction: increase, baseline: 50% @ 2025-12`;
const decrease = `unit: h, direction: decrease, baseline: 50h @ 2025-12`;

test("the last-dated level governs, not the last written", () => {
  const row = rowOf({
    is: `${increase}, targets: [{ reach: 90%, by: 2026-12 }, { reach: 70%, by: 2026-06 }]`,
  });
  expect([figureOf(row, "target"), dayText(row.targetOn)]).toEqual(["90", "2026-12-31"]);
  expect(row.targets.map((t) => t.governing)).toEqual([true, false]);
});

test("of two levels for one date the strictest governs and the row is contested", () => {
  const up = rowOf({ is: `${increase}, targets: [{ reach: 90%, by: 2026 }, { reach: 95%, by: 2026-12 }]` });
  expect([figureOf(up, "target"), up.contested]).toEqual(["95", true]);
  const down = rowOf({ is: `${decrease}, targets: [{ reach: 24h, by: 2026 }, { reach: 12h, by: 2026 }]` });
  expect([figureOf(down, "target"), down.contested]).toEqual(["12", true]);
});

test("the same level said twice is not contested", () => {
  expect(
    rowOf({ is: `${increase}, targets: [{ reach: 90%, by: 2026 }, { reach: ≥90%, by: 2026-12 }]` }).contested,
  ).toBe(false);
});

test("a level governs before a bound, a bound before a state", () => {
  const both = rowOf({ is: `${increase}, targets: [{ hold: ≥40% }, { reach: 90%, by: 2026 }]` });
  expect(figureOf(both, "target")).toBe("90");
  const held = rowOf({ is: `${increase}, targets: [{ done: true, by: 2026 }, { hold: ≥40% }]` });
  expect(figureOf(held, "target")).toBe("40");
});

const contradictions: readonly (readonly [why: string, is: string])[] = [
  ["an increase with a ceiling", `${increase}, targets: [{ reach: ≤90%, by: 2026 }]`],
  ["a decrease with a floor", `${decrease}, targets: [{ reach: ≥24h, by: 2026 }]`],
  ["a bare level below the baseline of an increase", `${increase}, targets: [{ reach: 40%, by: 2026 }]`],
  ["a bare level above the baseline of a decrease", `${decrease}, targets: [{ reach: 72h, by: 2026 }]`],
  ["a rise of an indicator that is to fall", `${decrease}, targets: [{ change: +5h, by: 2026 }]`],
];

test.each(contradictions)("%s cannot be judged", (_why, is) => {
  expect(rowOf({ is, seen: ["2026-03 45"] })).toMatchObject({
    status: "not-computable",
    reason: "direction-contradicted",
  });
});

test("a stated relation that the baseline already meets is judged as usual", () => {
  const is = `${increase}, targets: [{ reach: ≥40%, by: 2026 }]`;
  expect(rowOf({ is, seen: ["2026-03 45"] }).status).toBe("achieved");
  // 35 is below the target and below the baseline of 50.
  expect(rowOf({ is, seen: ["2026-03 35"] }).status).toBe("worsening");
});

test("maintain agrees with any stated relation", () => {
  const is = `unit: "%", direction: maintain, baseline: 80% @ 2025-12, targets: [{ reach: ≥90%, by: 2026 }]`;
  expect(rowOf({ is, seen: ["2026-03 91"] }).status).toBe("achieved");
  expect(rowOf({ is, seen: ["2026-03 79"] }).status).toBe("worsening");
});

test("without direction, relation and baseline nothing says what is better", () => {
  const row = rowOf({ is: `unit: "%", targets: [{ reach: 90%, by: 2026 }]`, seen: ["2026-03 91"] });
  expect(row).toMatchObject({ status: "not-computable", reason: "no-direction" });
});

test("a direction that is not stated follows the baseline's way", () => {
  // 40 → 20 within 2026; two fifths of the way is 32; 32 hours on that day are exactly on the path.
  const row = rowOf({
    is: `unit: h, baseline: 40h @ 2025-12, targets: [{ reach: 20h, by: 2026 }]`,
    seen: ["2026-05-26 32"],
  });
  expect([row.status, figureOf(row, "pace"), figureOf(row, "gap")]).toEqual(["on-track", "1", "0"]);
});

test("each target is judged on its own", () => {
  const row = rowOf({
    is: `${increase}, targets: [{ reach: 60%, by: 2026-03 }, { reach: 65%, by: 2026-03 }, { reach: 90%, by: 2026 }]`,
    seen: ["2026-03 62"],
  });
  expect(targetStatuses(row)).toEqual(["met", "missed", "not-due"]);
});

test("a bare bound takes the direction from the baseline to the last level, else to itself", () => {
  const bare = `unit: "%", baseline: 50% @ 2025-12`;
  const beside = rowOf({
    is: `${bare}, targets: [{ hold: 40% }, { reach: 60%, by: 2026 }]`,
    seen: ["2026-03 45"],
  });
  expect([beside.targets.map((t) => t.relation), targetStatuses(beside)]).toEqual([
    [">=", ">="],
    ["on-track", "not-due"],
  ]);
  const alone = rowOf({ is: `${bare}, targets: [{ hold: 60% }]`, seen: ["2026-03 59"] });
  expect([alone.targets[0]?.relation, alone.status]).toEqual([">=", "off-track"]);
});

test("an interim level below the baseline does not turn the direction of the last one", () => {
  const is = `unit: "%", baseline: 50% @ 2025-12, targets: [{ reach: 45%, by: 2026-03 }, { reach: 60%, by: 2026 }]`;
  const row = rowOf({ is, seen: ["2026-03 48"] });
  expect(row.targets.map((t) => [t.relation, t.status])).toEqual([
    [">=", "met"],
    [">=", "not-due"],
  ]);
});

test("a running total with a baseline above its target falls", () => {
  const is = `unit: 个, value: running-total, baseline: 120 @ 2025-12, targets: [{ reach: 90, by: 2026 }]`;
  // 30 less in 365 days: 108 are expected on day 146.
  const row = rowOf({ is, seen: ["2026-05-26 108"] });
  expect([row.targets[0]?.relation, row.status, figureOf(row, "pace")]).toEqual(["<=", "on-track", "1"]);
});
