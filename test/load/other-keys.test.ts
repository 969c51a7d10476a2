/** Keys in the words of the field instead of the format's: tables of cases. */
import { expect, test } from "vitest";
import { planSchema } from "../../generated/plan-schema.js";
import { knownWords } from "../../src/load/other-keys.ts";
import { compileText } from "../kit/compile.ts";

const plan = `format: 1
id: p
title: 样例方案
language: zh-Hans
period: 2026..2027
issuer: { name: 某区民政局 }
actors: [{ id: a, name: 区民政局 }, { id: b, name: 区财政局 }]
indicators:
  - id: i
    name: 助餐服务覆盖率
    unit: "%"
    direction: increase
    baseline: { is: 45%, at: 2025-12 }
    targets: [{ reach: ≥85%, by: 2027-12 }]
    frequency: quarterly
    owner: { lead: a, with: [b] }
    source: 台账
phases: [{ id: one, name: 第一阶段, period: 2026 }, { id: two, name: 第二阶段, period: 2027 }]
risks: [{ id: r, name: 经费不足, owner: a, likelihood: 3, impact: 2, mitigations: [{ text: 多渠道筹资 }] }]
resources: [{ id: cooks, kind: people, name: 厨师, amount: 40, owner: b }]
`;

/** What is found beside what the plan gives anyway. */
function foundIn(text: string): readonly string[] {
  const own = new Set(codesOf(plan));
  return codesOf(text).filter((one) => !own.has(one));
}

function codesOf(text: string): readonly string[] {
  const { findings } = compileText(text, { asOf: "2026-01-01" });
  return findings.map(({ code, args, suggestion }) => `${code} ${args.key ?? ""} → ${suggestion}`);
}

test.each([
  ["is: 45%, at", "value: 45%, at", "is"],
  ["is: 45%, at", "数值: 45%, at", "is"],
  ["at: 2025-12", "date: 2025-12", "at"],
  ["at: 2025-12", "日期: 2025-12", "at"],
  ["reach: ≥85%", "value: ≥85%", "reach"],
  ["reach: ≥85%", "目标值: ≥85%", "reach"],
  ["by: 2027-12", "deadline: 2027-12", "by"],
  ["by: 2027-12", "due_date: 2027-12", "by"],
  ["by: 2027-12", "完成时限: 2027-12", "by"],
  ["    name: 助餐", "    Title: 助餐", "name"],
  ["    name: 助餐", "    指标名称: 助餐", "name"],
  ["title: 样例方案", "标题: 样例方案", "title"],
  ["title: 样例方案", "name: 样例方案", "title"],
  ["    unit: ", "    单位: ", "unit"],
  ["    direction: ", "    方向: ", "direction"],
  ["    baseline: ", "    基期值: ", "baseline"],
  ["    frequency: ", "    频率: ", "frequency"],
  ["    source: ", "    数据来源: ", "source"],
  ["    owner: ", "    责任单位: ", "owner"],
  ["    owner: ", "    responsible: ", "owner"],
  ["{ lead: a", "{ 牵头单位: a", "lead"],
  ["with: [b]", "partners: [b]", "with"],
  ["with: [b]", "配合单位: [b]", "with"],
  ["第一阶段, period: ", "第一阶段, 起止时间: ", "period"],
  ["第一阶段, period: ", "第一阶段, duration: ", "period"],
  ["likelihood: 3", "probability: 3", "likelihood"],
  ["impact: 2", "影响程度: 2", "impact"],
  ["amount: 40", "quantity: 40", "amount"],
  ["amount: 40", "人数: 40", "amount"],
])("for %s, %s is one finding that names %s, and read as it", (own, other, key) => {
  expect(plan).toContain(own);
  const found = foundIn(plan.replace(own, other));
  const written = /(\S+):/.exec(other)?.[1];
  expect(found).toEqual([`schema/unknown-key ${written} → ${key}`]);
});

test("what stands under a key that means another is looked at as well", () => {
  const found = foundIn(
    plan.replace("targets: [{ reach: ≥85%, by: 2027-12 }]", "目标值: [{ 目标值: ≥85%, 期限: 2027-12 }]"),
  );
  expect(found).toEqual([
    "schema/unknown-key 目标值 → targets",
    "schema/unknown-key 目标值 → reach",
    "schema/unknown-key 期限 → by",
  ]);
});

test("a key is not taken for one whose values have another shape", () => {
  const found = foundIn(plan.replace("    unit: ", "    目标: 就近吃上热饭\n    unit: "));
  expect(found).toEqual(["schema/unknown-key 目标 → null"]);
});

test("a key that stands there already is not what another means", () => {
  const found = foundIn(plan.replace("is: 45%, at", "is: 45%, value: 50%, at"));
  expect(found).toEqual(["schema/unknown-key value → null"]);
});

test("what no word tells names the keys that are free", () => {
  const { findings } = compileText(plan.replace("impact: 2", "impact: 2, colour: red"), {
    asOf: "2026-01-01",
  });
  const [found] = findings.filter(({ code }) => code === "schema/unknown-key");
  expect(found?.help.en).toMatch(/^Use one of the keys that are free here \(.*\btrigger\b.*\), or/);
  expect(found?.help.en).not.toMatch(/\blikelihood\b/);
  expect(found?.help.zhHans).toMatch(/^改用此处可用的键（trigger、.*），/);
});

test("a plain value for a map names the keys of the map", () => {
  const { findings } = compileText(plan.replace("{ name: 某区民政局 }", "某区民政局"), {
    asOf: "2026-01-01",
  });
  const [found] = findings.filter(({ code }) => code === "schema/type");
  expect(found?.help.en).toMatch(/^Write a map, `issuer: { key: value }`, with the keys name, number, /);
});

test("every key that a word stands for is one of the format", () => {
  const text = JSON.stringify(planSchema);
  for (const { word, keys } of knownWords())
    for (const key of keys) expect([word, text.includes(`"${key}":`)]).toEqual([word, true]);
});
