import { expect, test } from "vitest";
import type { Compilation } from "../../src/compile.ts";
import { speakerOf } from "../../src/language/speaker.ts";
import { makeContext } from "../../src/report/view/context.ts";
import { levelName } from "../../src/report/view/level-names.ts";
import { buildPlanView } from "../../src/report/view/plan.ts";
import type { PlanView } from "../../src/report/view/plan-view.ts";
import { quantityWords } from "../../src/report/view/quantity-words.ts";
import { revisedText } from "../../src/report/view/revision-text.ts";
import { compileText } from "../kit/compile.ts";
import * as made from "./hand-made.ts";
import { asOf, at, compilation, given, plan, quantity } from "./hand-made.ts";
import { fullCompilation } from "./sample-plans.ts";

const chinese = speakerOf("zh-Hans");
const english = speakerOf("en");

function view(of: Compilation, speaker = chinese): Promise<PlanView> {
  return buildPlanView({ compilation: of, speaker, asOf, version: "0.0.0" });
}

function calls({ annexes }: PlanView): readonly (readonly [string, string])[] {
  return Object.values(annexes).flatMap((annex) =>
    annex === null ? [] : [[annex.call, annex.title] as const],
  );
}

test("annexes are numbered through as far as the plan has something for them", async () => {
  expect(calls(await view(fullCompilation()))).toEqual([
    ["附件1", "指标表"],
    ["附件2", "任务分工表"],
    ["附件3", "实施阶段与关键节点"],
    ["附件4", "责任主体"],
  ]);
  const actors = [
    { kind: "actor" as const, id: given("a"), span: at(3), name: made.named("区民政局"), level: null },
  ];
  expect(calls(await view(compilation({ plan: plan({ actors }) }), english))).toEqual([
    ["Annex 1", "Who answers for what"],
  ]);
  expect(calls(await view(compilation()))).toEqual([]);
});

test("the indicator table has a column only for what some indicator has", async () => {
  const { annexes } = await view(fullCompilation());
  // Number and name, unit, attribute, two due days, other targets (to hold), weight, owner: no baseline and no source.
  expect(annexes.indicators).toMatchObject({
    hasUnits: true,
    hasAttributes: true,
    hasBaselines: false,
    hasOtherTargets: true,
    hasWeights: true,
    hasOwners: true,
    hasOrigins: false,
    columns: "9",
  });
  expect(annexes.tasks).toMatchObject({
    hasLeads: false,
    hasSupports: false,
    hasDeliverables: false,
    hasNeeds: false,
    // Both tasks are milestones.
    hasKinds: false,
    columns: "3",
  });
});

test("an assumed date is told within the brackets of its target, not in brackets of its own", async () => {
  const { annexes } = await view(fullCompilation());
  const others = annexes.indicators?.groups.flatMap(({ rows }) => rows.flatMap((row) => row.others)) ?? [];
  expect(others).toEqual(["≥90%（自2026年7月1日起）"]);
  const only = made.indicator("only");
  const target = made.target("reach", quantity("≥60%", "60"));
  const row = made.row(only, "not-due", {
    targets: [made.judged(target, { dueOn: made.day("2027-12-31"), assumed: true })],
  });
  const undated = await view(compilation({ plan: plan({ indicators: [only] }), rows: [row] }));
  expect(undated.annexes.indicators?.groups[0]?.rows[0]?.others).toEqual([
    "≥60%（未注明，按期末2027年12月31日计）",
  ]);
});

test("milestones without phases are drawn, though there is no table of phases", async () => {
  const { annexes } = await view(fullCompilation());
  expect(annexes.phases?.rows).toEqual([]);
  expect(annexes.phases?.chart?.svgHtml).toContain("<svg");
});

test("a heading with neither text nor headings below it says so", async () => {
  const section = (id: string, text: string | null) => ({
    kind: "section" as const,
    id: given(id),
    span: at(1),
    title: made.named(`标题${id}`),
    role: null,
    parent: null,
    text: text === null ? null : { text, span: at(2), path: null },
    announced: [],
  });
  const sections = [section("1", null), section("1.1", "正文。"), section("1.2", null), section("2", null)];
  const { sections: shown } = await view(compilation({ plan: plan({ sections: sections as never }) }));
  expect(shown.map(({ heading, empty }) => [heading, empty])).toEqual([
    ["一、标题1", null],
    ["（一）标题1.1", null],
    ["（二）标题1.2", "（本部分无正文）"],
    ["二、标题2", "（本部分无正文）"],
  ]);
});

test("levels for machines read as an official calls them", () => {
  expect(["district", "Township", "street", "第三方"].map((level) => levelName(level, chinese))).toEqual([
    "区级",
    "乡镇",
    "街道",
    "第三方",
  ]);
  expect(levelName("street", english)).toBe("sub-district");
});

test("a revision is told by the names of what it changes", () => {
  const context = makeContext({ compilation: fullCompilation(), speaker: chinese, asOf });
  const rows = [
    ["indicators/coverage-rate/targets/2027-12", "助餐服务覆盖率：目标值，2027年12月"],
    ["indicators/coverage-rate/targets/2027", "助餐服务覆盖率：目标值，2027年"],
    ["indicators/coverage-rate/targets/M12", "助餐服务覆盖率：目标值，第12个月"],
    ["milestones/rules/by", "印发实施细则：完成时限"],
    ["indicators/coverage-rate", "助餐服务覆盖率"],
    ["indicators/unknown/targets/2027-13", "unknown：目标值，2027-13"],
    ["将目标值由80%调整为85%", "将目标值由80%调整为85%"],
    ["和/或", "和/或"],
  ] as const;
  for (const [path, told] of rows) expect(revisedText(path, context)).toBe(told);
  const inEnglish = makeContext({ compilation: fullCompilation(), speaker: english, asOf });
  expect(revisedText("indicators/coverage-rate/targets/2027-12", inEnglish)).toBe(
    "Coverage of meal services: target, Dec 2027",
  );
});

test("a quantity with a unit in letters is Chinese in a Chinese table, and the plan's own in an English one", () => {
  const yearly = quantity("2 per year", "2", null);
  expect(quantityWords({ ...yearly, relation: null }, chinese)).toBe("每年2次");
  expect(quantityWords(yearly, english)).toBe("2 per year");
  expect(quantityWords(quantity(">=85%", "85"), chinese)).toBe("≥85%");
  expect(quantityWords(quantity("+3pp/year", "3"), chinese)).toBe("+3个百分点/年");
});

test("mechanisms name who acts and what is meant, not ids and words for machines", async () => {
  const compiled = compileText(
    `format: 1
id: p
title: P
language: zh-Hans
period: 2026-01..2026-12
actors: [{ id: third-party, name: 第三方评估机构 }]
mechanisms:
  - { id: m, name: 评估, type: review, kind: 评估, by: third-party }
  - { id: n, name: 清单, type: list, kind: negative }
  - { id: o, name: 标准, type: norm, over: entities, rule: age <= 4 years }
`,
    { asOf: "2026-06-30" },
  );
  const { annexes } = await buildPlanView({
    compilation: compiled,
    speaker: speakerOf("zh-Hans"),
    asOf: compiled.asOf,
    version: "0",
  });
  const written = JSON.stringify(annexes.mechanisms?.mechanisms.map(({ parts }) => parts));
  expect(written).toContain("第三方评估机构");
  expect(written).toContain("负面");
  expect(written).toContain("各实施单位");
  expect(written).not.toMatch(/third-party|negative|entities|编号/);
});
