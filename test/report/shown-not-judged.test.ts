/** What the report shows without judging it: entities for which no target is set, reference indicators. */
import { expect, test } from "vitest";
import { speakerOf } from "../../src/language/speaker.ts";
import { finishedText, renderReport } from "../../src/report/render.ts";
import { buildStatusView } from "../../src/report/view/status.ts";
import { compileText } from "../kit/compile.ts";

const text = `format: 1
id: p
title: P
language: zh-Hans
period: 2026
entities: [{ id: east, name: 东镇 }, { id: west, name: 西镇 }]
indicators:
  - id: repaired
    name: 维修处数
    unit: 处
    direction: increase
    value: flow
    aggregation: sum
    frequency: quarterly
    targets: [{ total: ≥60处, during: 2026 }]
    observations:
      - { at: 2026-Q1, value: 9, entity: east }
      - { at: 2026-Q1, value: 8, entity: west }
      - { at: 2026-Q2, value: 12, entity: east }
      - { at: 2026-Q2, value: 10, entity: west }
  - { id: old, name: 老旧工程, role: context, unit: 处, baseline: 83处 @ 2025-12 }
`;

function statusOf(language: "zh-Hans" | "en") {
  const compilation = compileText(text, { asOf: "2026-07-31" });
  return buildStatusView({ compilation, speaker: speakerOf(language), asOf: compilation.asOf, version: "0" });
}

test("a total that is not shared out judges no entity: its sum, the amount of the period and the change are shown", () => {
  const view = statusOf("zh-Hans");
  const entities = view.groups[0]?.indicators[0]?.entities;
  expect(entities).toMatchObject({
    hasStatuses: false,
    columns: ["实际值", "本期", "环比"],
    summary: "共2个实施单位，目标值未分解到各单位，只列示、不评定。数据日期：2026年6月30日。",
  });
  // East 9 + 12 = 21, of which 12 in the second quarter, 3 more than in the first; west 8 + 10 = 18.
  expect(entities?.rows.map(({ name, cells }) => [name, ...cells.map((cell) => cell.text)])).toEqual([
    ["东镇", "21处", "12处", "+3处"],
    ["西镇", "18处", "10处", "+2处"],
  ]);
  expect(view.entityChart).toBeNull();
  const html = renderReport(view, "status", "html");
  expect(html).toContain("<h4>各实施单位情况</h4>");
  expect(html).not.toContain("无法评定</span></td>");
  expect(statusOf("en").groups[0]?.indicators[0]?.entities?.summary).toBe(
    "2 entities, shown and not judged: no targets are set for them. Values of 30 Jun 2026.",
  );
});

test("a reference indicator that nobody reports shows its baseline, named as such", () => {
  expect(statusOf("zh-Hans").context.map(({ name, value }) => [name, value])).toEqual([
    ["老旧工程", { text: "83处", date: "2025年12月31日", mark: "基期值" }],
  ]);
});

test("heads of several parts are broken between them, and no day in a label before a cell", () => {
  expect(finishedText('<th scope="col">完成情况／存在问题</th>', "html")).toBe(
    '<th scope="col"><span class="unbroken">完成情况／</span><span class="unbroken">存在问题</span></th>',
  );
  expect(finishedText('<td data-label="Target (31 Dec 2026)">5</td>', "html")).toBe(
    '<td data-label="Target (31\u00a0Dec\u00a02026)">5</td>',
  );
});
