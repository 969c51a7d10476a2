/** The order in which reports list what is behind, worked by hand. */
import { expect, test } from "vitest";
import { statuses } from "../../src/indicators/results.ts";
import { speakerOf } from "../../src/language/speaker.ts";
import { buildBriefView } from "../../src/report/view/brief.ts";
import { buildIndexView, indexedPlan } from "../../src/report/view/index-page.ts";
import { buildStatusView } from "../../src/report/view/status.ts";
import { byWorst, worstFirst } from "../../src/report/view/worst-first.ts";
import { compileText } from "../kit/compile.ts";
import * as made from "./hand-made.ts";

const english = speakerOf("en");

/**
 * On 31 December 2026 365 of the 730 days from baseline to target have passed, so half of each way is expected:
 *
 * | id | way | expected | value | gap in points | of target |
 * |---|---|---|---|---|---|
 * | a | 0 % → 100 % | 50 % | 30 % | (30 − 50) × 100 ÷ 100 = −20 | 30 % |
 * | b | 0 → 1000 households | 500 | 200 | (200 − 500) × 100 ÷ 1000 = −30 | 20 % |
 * | c | 40 % → 20 % | 30 % | 33 % | (33 − 30) × 100 ÷ (20 − 40) = −15 | 20 ÷ 33 = 61 % |
 * | d | no baseline → 80 % | – | 32 % | – | 40 % |
 * | e | no baseline → 80 % | – | 20 % | – | 25 % |
 * | f | 0 % → 100 % | 50 % | 45 % | −5, at risk: 45 ÷ 50 = 0.9 of the pace | 45 % |
 */
const plan = `format: 1
id: p
title: P
language: en
period: 2026-01..2027-12
indicators:
  - { id: f, name: F, unit: "%", direction: increase, baseline: 0% @ 2025-12, targets: [{ reach: 100%, by: 2027-12 }], observations: [{ at: 2026-12, value: 45% }] }
  - { id: a, name: A, unit: "%", direction: increase, baseline: 0% @ 2025-12, targets: [{ reach: 100%, by: 2027-12 }], observations: [{ at: 2026-12, value: 30% }] }
  - { id: d, name: D, unit: "%", direction: increase, targets: [{ reach: 80%, by: 2027-12 }], observations: [{ at: 2026-12, value: 32% }] }
  - { id: b, name: B, unit: households, direction: increase, baseline: 0 households @ 2025-12, targets: [{ reach: 1000 households, by: 2027-12 }], observations: [{ at: 2026-12, value: 200 households }] }
  - { id: c, name: C, unit: "%", direction: decrease, baseline: 40% @ 2025-12, targets: [{ reach: 20%, by: 2027-12 }], observations: [{ at: 2026-12, value: 33% }] }
  - { id: e, name: E, unit: "%", direction: increase, targets: [{ reach: 80%, by: 2027-12 }], observations: [{ at: 2026-12, value: 20% }] }
`;

function compiled() {
  const compilation = compileText(plan, { asOf: "2026-12-31" });
  return { compilation, speaker: english, asOf: compilation.asOf, version: "0" };
}

test("within a status the furthest behind comes first, whatever its unit; without a path by share of the target", () => {
  const { compilation } = compiled();
  const rows = [...(compilation.results?.rows ?? [])].sort(byWorst);
  expect(
    rows.map(({ indicator, status, figures }) => [
      indicator.id.value,
      status,
      figures.gapPoints.value?.toFixed() ?? null,
    ]),
  ).toEqual([
    ["b", "off-track", "-30"],
    ["a", "off-track", "-20"],
    ["c", "off-track", "-15"],
    ["e", "off-track", null],
    ["d", "off-track", null],
    ["f", "at-risk", "-5"],
  ]);
});

test("the list of page one, the map of statuses and the brief have one order, and numbers stay those of the plan", () => {
  const input = compiled();
  const { attention, grid } = buildStatusView(input);
  const order = ["4. B", "2. A", "5. C", "6. E", "3. D", "1. F"];
  expect(attention.indicators.map(({ number, name }) => `${number}. ${name}`)).toEqual(order);
  expect(
    grid.flatMap(({ indicators }) => indicators.map(({ number, name }) => `${number}. ${name}`)),
  ).toEqual(order);
  expect(buildBriefView(input).behind.rows.map(({ name }) => name)).toEqual(["B", "A", "C", "E", "D", "F"]);
});

test("what has neither gap nor share stands last of its status, in the order of the plan", () => {
  const rows = ["x", "y", "gap", "z", "share"].map((id) =>
    made.row(made.indicator(id), "no-data", {
      figures: made.figures(id === "gap" ? { gapPoints: "3" } : id === "share" ? { ofTarget: "0.1" } : {}),
    }),
  );
  expect([...rows].sort(byWorst).map(({ indicator }) => indicator.id.value)).toEqual([
    "gap",
    "share",
    "x",
    "y",
    "z",
  ]);
});

test("two that are equally far behind stay in the order of the plan, whatever their shares of the target", () => {
  const [one, two] = ["0.9", "0.1"].map((ofTarget) =>
    made.row(made.indicator("i"), "at-risk", { figures: made.figures({ gapPoints: "-7", ofTarget }) }),
  );
  if (one === undefined || two === undefined) throw new Error("two were made");
  expect(byWorst(one, two)).toBe(0);
});

test("every status has a place in the order", () => {
  expect([...worstFirst].sort()).toEqual([...statuses].sort());
});

test("of plans with the same status and counts the one whose worst indicator is furthest behind comes first", () => {
  const entry = (title: string, gapPoints: string | null) => {
    const of = made.indicator("i");
    const rows = [
      made.row(of, "off-track", { figures: made.figures(gapPoints === null ? {} : { gapPoints }) }),
    ];
    const titled = made.plan({ title: made.given(title), indicators: [of] });
    return indexedPlan(made.compilation({ plan: titled, rows, status: "off-track" }), made.asOf, []);
  };
  const plans = [entry("none", null), entry("-12", "-12"), entry("-40", "-40"), entry("none too", null)];
  const view = buildIndexView(plans, english, "0");
  expect(view.plans.map(({ title }) => title)).toEqual(["-40", "-12", "none", "none too"]);
});
