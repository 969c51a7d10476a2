import { expect, test } from "vitest";
import { makeSpeaker } from "../../src/language/speaker.ts";
import { explainSection } from "../../src/report/explain-section.ts";
import { makeFill, planSpeaker } from "../../src/report/section-text.ts";
import { makeContext } from "../../src/report/view/context.ts";
import { compileText } from "../kit/compile.ts";

const facts = (language: "en" | "zh-Hans", text: string): string => `format: 1
id: sample
title: 样例方案
language: ${language}
period: 2026-01..2027-12
sections:
  - { id: "1", title: 目标, announces: { principles: 4, indicators: 9 }, text: ${JSON.stringify(text)} }
  - { id: "2", title: 其他, text: 略。 }
actors: [{ id: office, name: 区民政局 }]
dimensions: [{ id: service, name: 服务供给, weight: 60%, section: "1" }]
indicators:
  - { id: coverage, name: 覆盖率, unit: "%", direction: increase, owner: office, baseline: { is: <45%, at: 2025-12, section: "1" }, targets: [{ reach: ≥60%, by: 2026-12, section: "1" }, { reach: ≥85%, by: 2027-12, section: "1" }], observations: [{ at: 2026-03, value: 51.5% }] }
  - { id: whole, name: 建成率, unit: "%", direction: increase, targets: [{ reach: ≥100%, by: 2027, section: "1" }] }
  - { id: reply, name: 答复时间, unit: 小时, direction: decrease, targets: [{ hold: ≤24, section: "1" }] }
  - { id: worded, name: 满意度, unit: "%", direction: increase, targets: [{ reach: ≥90%, by: 2027, wording: 2027年达到九成以上, section: "1" }] }
  - { id: cut, name: 办理时长, unit: 天, direction: decrease, targets: [{ relative: ≤-30%, by: 2027, section: "1" }] }
  - { id: points, name: 占比, unit: "%", direction: increase, targets: [{ rate: +5pp/year, during: 2026..2027, section: "1" }] }
  - { id: money, name: 经费, unit: 元/人·年, direction: increase, baseline: { is: <20000元/人·年, at: undated, section: "1" }, targets: [{ each: ≥10%/year, section: "1" }] }
  - { id: elsewhere, name: 别处, unit: 个, direction: increase, targets: [{ reach: 3, by: 2027, section: "2" }] }
  - { id: twice, name: 两处, unit: 个, direction: increase, baseline: [{ is: 3个, at: 2025, scope: 城区, section: "1" }, { is: 4个, at: 2025, scope: 乡镇, section: "1" }] }
resources: [{ id: cooks, kind: people, name: 厨师, amount: 40名, section: "1" }]
mechanisms:
  - { id: purse, type: fund, section: "1", amount: 2400万元, lines: [{ id: training, share: 15% }] }
  - { id: talks, type: review, section: "1", cadence: monthly, rounds: [{ id: meetings, cadence: quarterly }, { id: visits, at-least: 2 per year }], figures: [{ id: pots, name: 资金渠道, is: 1次/季度, section: "1" }] }
  - { id: rooms, type: norm, section: "1", rules: [{ id: area, rule: "area >= 80 m²" }, { id: staff, rule: "5..8 per 10,000 population" }] }
`;

async function fill(text: string, language: "en" | "zh-Hans" = "zh-Hans"): Promise<string> {
  const compilation = compileText(facts(language, text));
  const { plan, asOf } = compilation;
  const section = plan?.sections[0];
  if (plan === null || section === undefined) throw new Error("no section");
  return makeFill(makeContext({ compilation, speaker: await planSpeaker(plan), asOf }))(section).text;
}

test.each([
  // relation in words; the last-dated target of the section; a step by its date
  ["{{target coverage}}", "85%以上", "at least 85%"],
  ["{{target coverage 2026-12}}", "60%以上", "at least 60%"],
  ["{{baseline coverage}}", "不足45%", "less than 45%"],
  // more than all there is cannot be
  ["{{target whole}}", "100%", "100%"],
  // a bare figure takes the indicator's unit
  ["{{target reply}}", "24小时以内", "at most 24小时"],
  ["{{target worded}}", "2027年达到九成以上", "2027年达到九成以上"],
  ["{{target cut}}", "缩短30%以上", "a fall of at least 30%"],
  ["{{target points}}", "年均提高5个百分点", "a rise of 5pp a year on average"],
  ["{{target money}}", "每年增长10%以上", "a rise of at least 10% in every year"],
  ["{{baseline money}}", "每人每年不足2万元", "less than 20000元 per person a year"],
  ["{{value meetings}}", "每季度一次", "quarterly"],
  ["{{value visits}}", "每年2次", "2 times a year"],
  ["{{value pots}}", "每季度1次", "1次 a quarter"],
  ["{{value area}}", "80平方米以上", "at least 80 m²"],
  ["{{value staff}}", "每万人5～8名", "5 to 8 per 10,000 population"],
  ["{{value coverage}}", "51.5%", "51.5%"],
  // a mechanism as a whole: its first figure, else how often it takes place; the amount of a resource
  ["{{value talks}}", "每月一次", "monthly"],
  ["{{value purse}}", "2400万元", "2400万元"],
  ["{{value cooks}}", "40名", "40名"],
  ["{{actual reply}}", "未报送", "no data"],
  ["{{unit coverage}}{{name coverage}}", "%覆盖率", "%覆盖率"],
  ["{{weight service}}", "60%", "60%"],
  ["{{owner coverage}}", "区民政局", "区民政局"],
  // as the section announces it, though nine are not listed
  ["{{count indicators}}", "9", "9"],
  // what cannot be filled says so
  ["{{baseline reply}}", "〔答复时间的基期值未写明〕", "[baseline of 答复时间 not stated]"],
  ["{{baseline twice}}", "〔两处的基期值不止一个：3个、4个〕", "[several for baseline of 两处: 3个, 4个]"],
  ["{{baseline twice 乡镇}}", "4个", "4个"],
  // taken from elsewhere
  ["{{target elsewhere}}", "3个", "3个"],
])("%s is printed as %s, in English %s", async (text, zhHans, en) => {
  expect(await fill(text)).toBe(zhHans);
  expect(await fill(text, "en")).toBe(en);
});

test("explain prints the text filled in and where its figures stand", async () => {
  const compilation = compileText(facts("zh-Hans", "覆盖率{{target coverage}}，另有{{target elsewhere}}。"));
  const section = compilation.plan?.sections[0];
  if (section === undefined) throw new Error("no section");
  const speaker = await makeSpeaker("zh-Hans");
  expect(await explainSection({ compilation, section, speaker })).toBe(
    [
      "章节 1  目标  test.plan.yaml:7",
      "",
      "覆盖率85%以上，另有3个。",
      "",
      "文中数据",
      "  {{target coverage}}  85%以上  章节 1  :12",
      "  {{target elsewhere}}  3个  （本章节未写明，取自他处）  章节 2  :19",
      "",
    ].join("\n"),
  );
});

test("an English sentence that a target opens begins with a capital", async () => {
  const text = "{{target coverage}} of homes. {{target reply}} to answer, {{target cut}}.";
  expect(await fill(text, "en")).toBe(
    "At least 85% of homes. At most 24小时 to answer, a fall of at least 30%.",
  );
  expect(await fill("{{target coverage}}", "en")).toBe("at least 85%");
});
