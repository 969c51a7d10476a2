/** Chinese messages call a mechanism by its name, as those of indicators do; English ones by its id. */
import { expect, test } from "vitest";
import { compileText } from "../kit/compile.ts";

function told(mechanisms: readonly string[], code: string): readonly { en: string; zhHans: string }[] {
  const text = `format: 1
id: p
title: 某区基层治理工作方案
language: zh-Hans
period: 2026-01..2027-12
indicators:
  - { id: response-time, name: 群众诉求响应时间, unit: h, direction: decrease, frequency: quarterly, targets: [{ hold: ≤24h }] }
mechanisms:
${mechanisms.map((one) => `  - ${one}\n`).join("")}`;
  return compileText(text, { asOf: "2026-01-15" })
    .findings.filter((finding) => finding.code === code)
    .map(({ message }) => message);
}

test("a list that announces another number is called by its name", () => {
  const list = (name: string): string =>
    `{ id: duty-list, type: list, ${name}announced: 3, items: [{ name: 甲 }, { name: 乙 }] }`;
  expect(told([list("name: 履职事项清单, ")], "mechanism/announced")).toEqual([
    {
      en: "duty-list announces 3, but lists 2",
      zhHans: "工作机制“履职事项清单”提出 3 项，实际列出 2 项",
    },
  ]);
  // Without a name the id is all there is.
  expect(told([list("")], "mechanism/announced").map(({ zhHans }) => zhHans)).toEqual([
    "工作机制“duty-list”提出 3 项，实际列出 2 项",
  ]);
});

test("both lists of a matter that stands in two are called by their names", () => {
  const lists = [
    "{ id: duty, type: list, name: 履职清单, items: [{ name: 开具证明 }], opposed-to: [negative] }",
    "{ id: negative, type: list, name: 负面清单, items: [{ name: 开具证明 }] }",
  ];
  expect(told(lists, "list/opposed-item")[0]).toEqual({
    en: 'duty: "开具证明" is also in negative, which this list is opposed to',
    zhHans: "清单“履职清单”的“开具证明”又列入与之对立的清单“负面清单”",
  });
});

test("the indicator that a workflow feeds is called by its name as well", () => {
  const workflow =
    "{ id: whistle, type: workflow, name: 吹哨报到, levels: [{ id: l1, name: 一级, limit: 48h }], feeds: response-time }";
  expect(told([workflow], "workflow/limit-weaker")).toEqual([
    {
      en: 'whistle: the limit 48h of "一级" is weaker than the target ≤24h of response-time, which it feeds',
      zhHans: "流转办理“吹哨报到”中“一级”的时限“48h”宽于所计入指标“群众诉求响应时间”的目标值“≤24h”",
    },
  ]);
});

test("a ranking and its slower data are called by their names", () => {
  const card =
    "{ id: card, type: scorecard, name: 月度考核, cadence: monthly, components: [{ name: 时效, weight: 100%, indicators: [response-time] }] }";
  expect(told([card], "scorecard/faster-than-data")).toEqual([
    {
      en: "card is monthly, but response-time is only quarterly",
      zhHans: "考核评价“月度考核”每月一次，而“群众诉求响应时间”的数据更新频次仅为每季度一次",
    },
  ]);
});

test("two rhythms of one named review are told without its id", () => {
  const reviews = [
    "{ id: weekly-round, type: review, kind: 调度, name: 工作调度, cadence: weekly }",
    "{ id: monthly-round, type: review, kind: 调度, name: 工作调度, cadence: monthly }",
  ];
  expect(told(reviews, "mechanism/cadence-conflict").map(({ zhHans }) => zhHans)).toEqual([
    "“工作调度”此处为每月一次，他处为每周一次",
  ]);
});

test("a rhythm in a word of the format is told in Chinese words, one in the plan's own words as it stands", () => {
  const review = (cadence: string): string =>
    `{ id: look, type: review, name: 督查, kind: 督查, by: 区政府, of: [response-time], cadence: ${cadence} }`;
  const two = (first: string, second: string): string =>
    review(`[{ is: ${first}, section: "1" }, { is: ${second}, section: "2" }]`);
  expect(told([two("monthly", "quarterly")], "statement/conflict").map(({ zhHans }) => zhHans)).toEqual([
    "“督查”的频次在章节“2”中为每季度一次，与章节“1”中的每月一次矛盾",
  ]);
  expect(told([two("每月", "quarterly")], "statement/conflict").map(({ zhHans }) => zhHans)).toEqual([
    "“督查”的频次在章节“2”中为每季度一次，与章节“1”中的“每月”矛盾",
  ]);
});
