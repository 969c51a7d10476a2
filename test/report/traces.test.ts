/** The annex of derivations: every figure that the report prints is told, down to entities, dimensions and the plan. */
import { expect, test } from "vitest";
import { speakerOf } from "../../src/language/speaker.ts";
import { paperHtml } from "../../src/report/paper.ts";
import { renderReport } from "../../src/report/render.ts";
import { buildStatusView } from "../../src/report/view/status.ts";
import type { StatusView } from "../../src/report/view/status-view.ts";
import { compileText } from "../kit/compile.ts";

const plan = `format: 1
id: p
title: P
language: zh-Hans
period: 2026-01..2026-12
dimensions: [{ id: d, name: 服务 }, { id: e, name: 治理 }]
entities: [{ id: east, name: 城东 }, { id: west, name: 城西 }]
indicators:
  - id: a
    name: 覆盖率
    unit: "%"
    direction: increase
    dimension: d
    weight: 60%
    baseline: 40% @ 2025-12-31
    frequency: monthly
    aggregation: mean
    targets: [{ reach: 80%, by: 2026-12-31 }]
    observations:
      - { at: 2026-06-30, value: 50%, entity: east }
      - { at: 2026-06-30, value: 70%, entity: west }
  - id: b
    name: 满意度
    unit: "%"
    direction: increase
    dimension: d
    weight: 20%
    baseline: 50% @ 2025-12-31
    frequency: monthly
    targets: [{ reach: 90%, by: 2026-12-31 }]
    observations: [{ at: 2026-06-30, value: 55% }]
  - id: c
    name: 人数
    unit: 人
    direction: increase
    dimension: e
    frequency: monthly
    targets: [{ reach: 90, by: 2026-12-31 }]
`;

function viewOf(text: string, language: "en" | "zh-Hans" = "zh-Hans"): StatusView {
  const compilation = compileText(text, { asOf: "2026-06-30", trace: true });
  return buildStatusView({ compilation, speaker: speakerOf(language), asOf: compilation.asOf, version: "0" });
}

test("an entity's figures are told with their numbers in a line below its indicator", () => {
  const [first] = viewOf(plan).traces;
  expect(first?.entities.map(({ name, status }) => [name, status.word])).toEqual([
    ["城东", "严重滞后"],
    ["城西", "正常"],
  ]);
  const [east] = first?.entities ?? [];
  // (50 − 40) ÷ (80 − 40) = 25%; the path from 40 on 31 December 2025 to 80 a year later stands after 181 of 365 days
  // at 40 + 40 × 181 ÷ 365 = 59.84, so that 9.84 are missing.
  expect(east?.figures).toContain("目标进度 25% ＝ (50 − 40) ÷ (80 − 40)");
  expect(east?.figures).toContain("应达值 59.84% ＝ 40 + (80 − 40) × 181 ÷ 365");
  expect(east?.figures).toContain("差距 −9.84个百分点 ＝ ");
  expect(east?.basis).toBe("评定依据：按评定方法评定");
});

test("a dimension's status names the indicators that decide it, its score the weights and scores put in", () => {
  const view = viewOf(plan);
  const [service, governance, whole] = view.rollUpTraces;
  // The mean of 50 and 70 is 60, as much as expected: score 1 of 1; 55 of 69.8 expected is (55 − 50) ÷ (69.83… − 50) = 0.252….
  expect(service?.basis).toBe("评定依据：所含2项指标中最差的状态，“严重滞后”的指标序号：");
  expect(service?.members).toEqual([{ anchor: "indicator-b", number: "2" }]);
  expect(service?.how).toBe("Σ (权重 × 得分) ÷ Σ 权重 ＝ (0.6 × 1 + 0.2 × 0.252071…) ÷ (0.6 + 0.2)");
  // (0.6 × 1 + 0.2 × 0.25207…) ÷ 0.8 = 0.81301….
  expect(service?.score).toBe("0.81");
  expect(view.rollUps[0]?.score).toBe("0.81");
  expect([governance?.score, governance?.how, governance?.noScore]).toEqual([null, null, null]);
  expect(whole?.name).toBe("方案总体");
});

test("a score that a weighted indicator keeps from being made says which", () => {
  const without = plan.replace("dimension: e\n", "dimension: e\n    weight: 20%\n");
  expect(viewOf(without).rollUpTraces.map(({ noScore }) => noScore)).toEqual([
    null,
    "未计得分：有权重而无得分的指标序号：3。",
    "未计得分：有权重而无得分的指标序号：3。",
  ]);
});

test("what the signs of the formulas mean is told once", () => {
  const { traceLegend, traces } = viewOf(plan, "en");
  expect(traceLegend).toMatch(/^In formulas: v current value; b baseline; T target;/);
  expect(JSON.stringify(traces)).not.toContain("v: current value");
});

const anchored = /\sid="([^"]*)"/g;

test("every figure of tables leads to a block or line that is there", () => {
  const html = renderReport(viewOf(plan), "status", "html");
  const ids = new Set([...html.matchAll(anchored)].map(([, id]) => id));
  for (const id of [
    "figures-a",
    "figures-a:east",
    "figures-a:west",
    "figures-b",
    "roll-up",
    "roll-up-d",
    "roll-up-e",
  ]) {
    expect([id, ids.has(id), html.includes(`href="#${id}"`) || id === "figures-c"]).toEqual([id, true, true]);
  }
});

test("entities whose names differ by signs that addresses do not take have lines of their own", () => {
  const odd = plan
    .replace("id: east, name", '"id": "x-1", name')
    .replaceAll("entity: east", 'entity: "x 1"')
    .replaceAll("entity: west", 'entity: "x_1"');
  const anchors = viewOf(odd).traces.flatMap(({ entities }) => entities.map(({ anchor }) => anchor));
  expect(new Set(anchors).size).toBe(anchors.length);
});

function many(count: number, value: (i: number) => string): string {
  const rows = Array.from(
    { length: count },
    (_, i) =>
      `  - { id: i${i}, name: 指标${i}, unit: "%", direction: increase, baseline: 40% @ 2025-12-31, frequency: monthly, targets: [{ reach: 80%, by: 2026-12-31 }], observations: [{ at: 2026-06-30, value: ${value(i)} }] }\n`,
  );
  return `format: 1\nid: p\ntitle: P\nlanguage: zh-Hans\nperiod: 2026-01..2026-12\nindicators:\n${rows.join("")}`;
}

test("of more than sixty indicators the worst are printed in full, and the others stay in table and HTML", () => {
  // Every fifth is behind: 14 of 70; the other 46 on paper are the first of those on course.
  const view = viewOf(many(70, (i) => (i % 5 === 0 ? "41%" : "75%")));
  const indicators = view.groups.flatMap((group) => group.indicators);
  const printed = indicators.filter(({ onPaper }) => onPaper);
  expect([indicators.length, printed.length]).toEqual([70, 60]);
  expect(indicators.filter(({ status, onPaper }) => status.key === "off-track" && !onPaper)).toEqual([]);
  expect(view.traces.map(({ onPaper }) => onPaper)).toEqual(indicators.map(({ onPaper }) => onPaper));
  expect(view.paperNote).toBe(
    "指标共70项，纸质版详列状态最差的60项；其余10项的数据见各指标表，图表和计算过程见网页版（HTML）。",
  );
  expect(renderReport(view, "status", "html").split(" data-screen-only>").length - 1).toBe(30);
});

test("sixty indicators are all printed in full", () => {
  const view = viewOf(many(60, () => "75%"));
  expect(view.paperNote).toBeNull();
  expect(renderReport(view, "status", "html")).not.toContain(" data-screen-only>");
});

test("of the findings of one rule the first are listed, and it is said where the others are", () => {
  // 7 indicators without a baseline.
  const { findings } = viewOf(many(7, () => "75%").replaceAll("baseline: 40% @ 2025-12-31, ", ""));
  const group = findings.find(({ rule }) => rule === "indicator/missing-baseline");
  expect(group?.count).toBe("7条");
  expect(group?.rows).toHaveLength(5);
  expect(group?.leftOff).toBe("同类问题另有2条，见“方案审核意见表”。");
});

test("of more than twenty indicators those that need attention stand open, twenty at most, the others are folded", () => {
  // Every third of 60 is behind: 20, all open; every second: 30, of which the furthest behind are open.
  const third = viewOf(many(60, (i) => (i % 3 === 0 ? "41%" : "75%")));
  const open = (view: typeof third) =>
    view.groups.flatMap(({ indicators }) => indicators.filter(({ isOpen }) => isOpen).map(({ id }) => id));
  expect(open(third)).toEqual(Array.from({ length: 20 }, (_, i) => `i${3 * i}`));
  expect(third.foldNote).toContain("最多20项");
  const half = viewOf(many(60, (i) => (i % 2 === 0 ? `${41 + i / 100}%` : "75%")));
  expect(open(half)).toEqual(Array.from({ length: 20 }, (_, i) => `i${2 * i}`));
  const html = renderReport(third, "status", "html");
  const count = (text: string, part: string): number => text.split(part).length - 1;
  expect(count(html, '<details class="fold card" open>')).toBe(20);
  expect(count(html, '<details class="fold card">')).toBe(40);
  expect(count(html, '<details class="fold">')).toBe(60);
  // On paper all parts and derivations stand as plain text.
  const paper = paperHtml(html);
  expect(count(paper, '<div class="card"><h3>')).toBe(60);
  expect(paper).not.toMatch(/<details class="fold|<summary><h3>|<!--card-->/);
  expect(count(paper, "</details>")).toBe(count(paper, "<details"));
  // The table and the annex of so many are folded on phones; paper has no such fold.
  expect(count(html, '<details class="fold phone-fold">')).toBe(2);
  expect(paper).not.toMatch(/phone-fold(?![ :>])/);
});

test("twenty indicators stand open, whatever their status", () => {
  const view = viewOf(many(20, () => "75%"));
  expect(view.foldNote).toBeNull();
  expect(renderReport(view, "status", "html")).not.toMatch(/<details class="fold( card)?">/);
});
