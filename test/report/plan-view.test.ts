import { expect, test } from "vitest";
import type { Compilation } from "../../src/compile.ts";
import { makeSpeaker, speakerOf } from "../../src/language/speaker.ts";
import { joinedWords } from "../../src/report/joined-words.ts";
import { renderReport } from "../../src/report/render.ts";
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

test("that targets have no date is told once above the table where it holds for several indicators", async () => {
  const one = (id: string): string =>
    `  - { id: ${id}, name: ${id}, unit: "%", direction: increase, targets: [{ reach: ≥60% }, { reach: ≥50%, by: 2026 }] }\n`;
  const several = (await annexesOf(`indicators:\n${one("a")}${one("b")}`)).indicators;
  expect(several?.undatedNote).toBe("未列完成时限的目标值，方案未注明时限，按期末（2027年12月31日）计。");
  expect(several?.groups[0]?.rows.map(({ others }) => others)).toEqual([["≥60%"], ["≥60%"]]);
  const single = (await annexesOf(`indicators:\n${one("a")}`)).indicators;
  expect([single?.undatedNote, single?.groups[0]?.rows[0]?.others]).toEqual([
    null,
    ["≥60%（未注明，按期末2027年12月31日计）"],
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
  expect(quantityWords({ ...quantity("24h", "24"), relation: null }, chinese)).toBe("24小时");
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

/** The annexes of a plan written as text. */
async function annexesOf(yaml: string, speaker = chinese): Promise<PlanView["annexes"]> {
  const compiled = compileText(
    `format: 1\nid: p\ntitle: P\nlanguage: zh-Hans\nperiod: 2026-01..2027-12\n${yaml}`,
    { asOf: "2026-06-30" },
  );
  return (await buildPlanView({ compilation: compiled, speaker, asOf: compiled.asOf, version: "0" })).annexes;
}

test("times of tasks are told in as few words as say them", async () => {
  const yaml = `actions:
  - { id: a, name: 甲, period: 2026-04..2026-09 }
  - { id: b, name: 乙, period: 2026-05 }
  - { id: c, name: 丙, period: 2026 }
  - { id: d, name: 丁, period: 2026-11..2027-03 }
  - { id: e, name: 戊, period: 2026-03-05..2026-06-15 }
`;
  const timings = async (speaker: typeof chinese) =>
    (await annexesOf(yaml, speaker)).tasks?.groups.flatMap(({ rows }) => rows.map(({ timing }) => timing));
  expect(await timings(chinese)).toEqual([
    "2026年4月至9月",
    "2026年5月",
    "2026年",
    "2026年11月至2027年3月",
    "2026年3月5日至6月15日",
  ]);
  expect(await timings(english)).toEqual([
    "Apr – Sep 2026",
    "May 2026",
    "2026",
    "Nov 2026 – Mar 2027",
    "5 Mar – 15 Jun 2026",
  ]);
});

test("columns that would say the same in every row, or nothing, are left out", async () => {
  const bare = await annexesOf(`actors: [{ id: x, name: 甲局 }]
phases: [{ id: p1, name: 一, period: 2026 }]
actions: [{ id: a, name: 甲, period: 2026 }, { id: b, name: 乙, period: 2026 }]
sources: [{ id: s, title: 年报 }]
evidence: [{ id: e, text: 例, is: 3件 }]
`);
  expect(bare.tasks?.hasKinds).toBe(false);
  expect(bare.phases?.hasMilestones).toBe(false);
  expect(bare.actors).toMatchObject({ hasLeads: false, hasSupports: false });
  expect(bare.sources).toMatchObject({
    hasSourceDates: false,
    hasScopes: false,
    hasEvidenceDates: false,
    hasEvidenceSources: false,
  });
  const full = await annexesOf(`actors: [{ id: x, name: 甲局 }, { id: y, name: 乙局 }]
phases: [{ id: p1, name: 一, period: 2026 }]
actions: [{ id: a, name: 甲, period: 2026, owner: { lead: x, with: [y] } }, { id: b, name: 乙, period: 2026, owner: x }]
milestones: [{ id: m, name: 丙, by: 2026-05, phase: p1 }]
sources: [{ id: s, title: 年报, date: 2025, scope: wider }]
evidence: [{ id: e, text: 例, is: 3件, at: 2025, source: s }]
`);
  expect(full.tasks?.hasKinds).toBe(true);
  expect(full.phases?.hasMilestones).toBe(true);
  expect(full.actors).toMatchObject({ hasLeads: true, hasSupports: true });
  expect(full.actors?.rows.map(({ leads, supports }) => [leads, supports])).toEqual([
    [["甲", "乙"], []],
    [[], ["甲"]],
  ]);
  expect(full.sources).toMatchObject({
    hasSourceDates: true,
    hasScopes: true,
    hasEvidenceDates: true,
    hasEvidenceSources: true,
  });
});

const oneIndicator = (rest: string): string =>
  `indicators:\n  - { id: i, name: 上门服务人次, unit: 人次, direction: increase, ${rest} }\n`;

test("the last column is called by what stands in it", async () => {
  const head = async (rest: string, speaker = chinese) =>
    (await annexesOf(`sources: [{ id: s, title: 年报 }]\n${oneIndicator(rest)}`, speaker)).indicators
      ?.originHead;
  expect(await head("source: s")).toBe("数据来源");
  expect(await head("frequency: quarterly")).toBe("报送频次");
  expect(await head("source: s, frequency: quarterly")).toBe("数据来源、报送频次");
  expect(await head("frequency: quarterly", english)).toBe("Reported");
});

test("baselines and targets are written as Chinese documents write them", async () => {
  const line = async (rest: string, speaker = chinese) => {
    const row = (await annexesOf(oneIndicator(rest), speaker)).indicators?.groups[0]?.rows[0];
    return [row?.baseline, row?.due, row?.others];
  };
  const large =
    "baseline: { is: <20000人次, at: 2025-12-31 }, targets: [{ reach: '>5000000人次', by: 2027 }]";
  expect(await line(large)).toEqual([["不足2万人次（2025年12月31日）"], ["超过500万人次"], []]);
  expect(await line(large, english)).toEqual([["<20,000人次 (31 Dec 2025)"], [">5,000,000人次"], []]);
  // 2.9282万 is not read at a glance; 5.8万 is.
  const odd = "baseline: { is: 58000人次, at: 2025-12-31 }, targets: [{ reach: 29282人次, by: 2027 }]";
  expect((await line(odd))[0]).toEqual(["5.8万人次（2025年12月31日）"]);
  expect((await line(odd))[1]).toEqual(["≥29,282人次"]);
});

test("a change has its verb in Chinese, and its date in the brackets of the level it comes to", async () => {
  const others = async (target: string, speaker = chinese) =>
    (
      await annexesOf(
        `indicators:\n  - { id: i, name: 投诉率, unit: "%", direction: decrease, baseline: { is: 40%, at: 2025-12-31 }, targets: [{ ${target} }] }\n`,
        speaker,
      )
    ).indicators?.groups[0]?.rows[0];
  // 40% less 30% of itself is 28%.
  expect((await others("relative: -30%"))?.others).toEqual([
    "下降30%（即≤28%，未注明，按期末2027年12月31日计）",
  ]);
  expect((await others("relative: -30%", english))?.others).toEqual([
    "−30% (that is ≤28%, 31 Dec 2027, assumed: end of the plan)",
  ]);
});

test("Traditional Chinese has the words of quantities in its own characters", async () => {
  const traditional = await makeSpeaker("zh-Hant");
  const annexes = await annexesOf(
    `${oneIndicator("baseline: { is: <20000人次, at: 2025-12-31 }, targets: [{ change: ≥+3人次, by: 2026 }]")}  - { id: k, name: 办理时间, unit: 天, direction: decrease, targets: [{ relative: -30%, by: 2026 }, { change: -2pp, by: 2027 }] }\n`,
    traditional,
  );
  const rows = annexes.indicators?.groups[0]?.rows ?? [];
  expect(rows[0]?.baseline).toEqual(["不足2萬人次（2025年12月31日）"]);
  expect(rows[1]?.due).toEqual(["縮短30%", "縮短2個百分點"]);
  expect(quantityWords(quantity("250000000元", "250000000", "元"), traditional)).toBe("2.5億元");
});

test("what counts ten thousands already is not counted in them again", () => {
  expect(quantityWords(quantity("10000万元", "10000", "万元"), chinese)).toBe("10,000万元");
  expect(quantityWords(quantity("123450000元", "123450000", "元"), chinese)).toBe("12345万元");
});

test("a baseline without a date is not told again where one with a date says the same", async () => {
  const annexes = await annexesOf(
    oneIndicator("baseline: [{ is: 45人次, at: 2025-12-31 }, { is: 45人次 }, { is: 50人次 }]"),
  );
  expect(annexes.indicators?.groups[0]?.rows[0]?.baseline).toEqual(["45人次（2025年12月31日）", "50人次"]);
});

test("a table with no room for a column of each due day has one for all targets", async () => {
  const indicator = (more: string): string => `sources: [{ id: s, title: 年报 }]
actors: [{ id: x, name: 甲局 }]
indicators:
  - id: i
    name: 服务人次
    unit: 人次
    direction: increase
    baseline: { is: 10人次, at: 2025-12-31 }
    targets: [{ reach: 20人次, by: 2026-06 }, { reach: 30人次, by: 2026-12 }, { reach: 40人次, by: 2027-12 }]
${more}`;
  // Number, name, unit, baseline, three days: 7 columns.
  const few = (await annexesOf(indicator(""))).indicators;
  expect([few?.columns, few?.dueColumns.length]).toEqual(["7", 3]);
  // With attribute, weight, owner, source and a target to hold 12: too many for the page.
  const many = (
    await annexesOf(
      indicator(`    attribute: binding
    weight: 100%
    owner: x
    source: s
  - { id: h, name: 满意度, unit: "%", direction: increase, targets: [{ hold: 90%, from: 2026 }] }
`),
    )
  ).indicators;
  expect(many?.dueColumns).toEqual([]);
  expect(many?.columns).toBe("9");
  expect(many?.groups[0]?.rows[0]?.others).toEqual([
    "≥20人次（2026年6月30日）",
    "≥30人次（2026年12月31日）",
    "≥40人次（2027年12月31日）",
  ]);
});

test("a mechanism tells a rhythm stated twice once, and sections by their printed numbers", async () => {
  const annexes = await annexesOf(`sections: [{ id: "1", title: 总则 }, { id: "1.1", title: 待遇 }]
mechanisms:
  - { id: r, name: 督查, type: review, cadence: [{ is: quarterly, section: "1" }, { is: quarterly, section: "1.1" }] }
  - { id: e, name: 待遇, type: entitlement, section: "1.1", cases: [{ who: 甲, then: 乙, section: "1.1" }] }
`);
  const parts = JSON.stringify(annexes.mechanisms?.mechanisms.map((mechanism) => mechanism.parts));
  expect(parts).toContain('"每季度"');
  expect(parts).not.toContain("每季度 / 每季度");
  expect(parts).toContain("章节：一（一）");
  // The section of the mechanism itself stands in its heading.
  expect(annexes.mechanisms?.mechanisms.map(({ type, place }) => [type, place])).toEqual([
    ["督导评估", null],
    ["资格待遇", "，章节一（一）"],
  ]);
});

test("a source that is called by what its share is taken of does not tell it again", async () => {
  const annexes = await annexesOf(`mechanisms:
  - { id: f, name: 基金, type: fund, sources: [{ id: a, name: 区级财政收入, share: 2%, of: 区级财政收入 }, { id: b, name: 捐赠, share: 15%, of: 财政投入 }] }
`);
  const parts = JSON.stringify(annexes.mechanisms?.mechanisms.map((mechanism) => mechanism.parts));
  expect(parts).not.toContain("基数：区级财政收入");
  expect(parts).toContain("基数：财政投入");
});

test("targets are listed by their days, those without one last", async () => {
  const { indicators } = await annexesOf(`
indicators:
  - id: i
    name: 试点社区
    unit: 个
    direction: increase
    targets:
      - { reach: ≥100个, by: undated }
      - { reach: ≥20个, by: 2027 }
      - { reach: ≥10个, by: 2026 }
      - { reach: ≥30个, by: 2026-06 }
      - { reach: ≥40个, by: 2027-06 }
`);
  expect(indicators?.dueColumns).toEqual([]);
  expect(indicators?.groups[0]?.rows[0]?.others).toEqual([
    "≥30个（2026年6月30日）",
    "≥10个（2026年12月31日）",
    "≥40个（2027年6月30日）",
    "≥20个（2027年12月31日）",
    "≥100个（未注明，按期末2027年12月31日计）",
  ]);
});

test("what an entry states stands in brackets behind its name, a single text alone; listed counts are not told again", async () => {
  const annexes = await annexesOf(`deliverables: [{ id: d, name: 议事规则, due: 2026 }]
mechanisms:
  - id: s
    name: 考核
    type: scorecard
    announced: 2
    components: [{ id: p, name: 过程指标, weight: 40%, items: { announced: 5 } }, { id: r, name: 结果指标 }]
    consequences: [{ then: 与奖金挂钩 }]
  - { id: n, name: 人员配备, type: norm, composition: [{ role: 法律顾问, count: ≥2人 }, { role: 书记, count: { is: 1名, of: 每个社区 } }] }
  - { id: l, name: 清单, type: list, announced: 3, kind: 职责 }
  - { id: f, name: 基金, type: fund, sources: [{ id: a, name: 捐赠, share: [{ is: 15%, of: 财政投入, section: "1" }, { is: 20%, of: 财政投入, section: "2" }] }] }
  - { id: m, name: 议事规则, type: provision, needs: [d] }
`);
  const outlines = annexes.mechanisms?.mechanisms.map(({ parts }) =>
    parts.flatMap((part) => [[part.label, part.text].join("|"), ...part.parts.map(({ text }) => text)]),
  );
  expect(outlines).toEqual([
    ["考核内容构成|", "过程指标（权重：40%；考核内容：共5项）", "结果指标", "结果运用|", "与奖金挂钩"],
    ["构成|", "法律顾问（数量：≥2人）", "书记（数量：每个社区1名）"],
    ["所述数量|共3项", "类别|职责"],
    ["资金来源|", "捐赠（占比：15% / 20%（基数：财政投入））"],
    ["前置条件|议事规则（成果）"],
  ]);
});

test("actors are told as what mechanisms name them, and none supports what it leads", async () => {
  const { actors, tasks } =
    await annexesOf(`actors: [{ id: a, name: 区委书记 }, { id: b, name: 街道 }, { id: c, name: 第三方 }]
objectives: [{ id: o, statement: 目标 }]
actions:
  - id: x
    name: 试点
    objective: o
    owner: [{ is: { lead: a, with: [b] }, section: "1" }, { is: { lead: b, with: [a, c] }, section: "2" }]
mechanisms:
  - { id: g, name: 领导小组, type: body, lead: a, members: [b, c] }
  - { id: r, name: 评估, type: review, by: c, rounds: [{ id: c, name: 年终, by: c }] }
`);
  expect(tasks?.groups[0]?.rows[0]).toMatchObject({ lead: "区委书记 / 街道", support: "第三方" });
  expect(actors?.rows.map(({ leads, supports, parts }) => [leads, supports, parts])).toEqual([
    [["试点"], [], ["领导小组（牵头或负责人）"]],
    [["试点"], [], ["领导小组（成员）"]],
    [[], ["试点"], ["领导小组（成员）", "评估（实施者）"]],
  ]);
});

test("evidence stands in parts: what of, how much, and what is said besides", async () => {
  const { sources } = await annexesOf(`indicators: [{ id: i, name: 参与渠道满意度, unit: "%" }]
evidence:
  - { id: a, of: i, place: 某区, is: 42.8%, text: 认为渠道不畅的居民 }
  - { id: b, is: 65.4%, text: 数据未互通的比例 }
  - { id: c, text: 先试点后推广 }
`);
  expect(sources?.evidence.map(({ subject, value, note }) => [subject, value, note])).toEqual([
    ["某区参与渠道满意度", "42.8%", "认为渠道不畅的居民"],
    ["数据未互通的比例", "65.4%", "—"],
    ["先试点后推广", "—", "—"],
  ]);
});

test("a change that was observed is told with its verb, of which its name has none", async () => {
  const { sources } = await annexesOf(`indicators: [{ id: i, name: 群众投诉率下降, unit: "%" }]
evidence:
  - { id: a, of: i, place: 朝阳, is: -40%, text: 建立清单后的变化 }
  - { id: b, is: +60%, text: 物资利用率 }
  - { id: c, is: -30%, text: 社区负担 }
  - { id: d, of: i, is: 40% }
`);
  expect(sources?.evidence.map(({ statement }) => statement)).toEqual([
    "朝阳群众投诉率下降40%：建立清单后的变化",
    "提高60%：物资利用率",
    "下降30%：社区负担",
    "群众投诉率下降40%",
  ]);
});

test("a case in English tells where, of what and how far with signs between them", async () => {
  const compilation = compileText(`format: 1
id: p
title: P
language: en
period: 2026
indicators: [{ id: i, name: Deaths at crossings, unit: people }]
evidence:
  - { id: a, of: i, place: a port city, from: 44 people, to: 29 people }
  - { id: b, of: i, place: a port city, is: 40 people, text: a quiet year }
  - { id: c, of: i, is: 12 people }
  - { id: d, place: a port city, text: no lights at all }
`);
  const { annexes } = await buildPlanView({
    compilation,
    speaker: await makeSpeaker("en"),
    asOf,
    version: "0.0.0",
  });
  expect(annexes.sources?.evidence.map(({ statement }) => statement)).toEqual([
    "a port city: Deaths at crossings, from 44 people to 29 people",
    "a port city: Deaths at crossings 40 people: a quiet year",
    "Deaths at crossings 12 people",
    "a port city: no lights at all",
  ]);
});

test("risks without answers have no column of dashes but a note, and a floor of 100% of a share is 100%", async () => {
  const risks = (answers: string) =>
    compileText(`format: 1
id: p
title: P
language: zh-Hans
period: 2026
indicators:
  - { id: rate, name: 覆盖率, unit: "%", direction: increase, targets: [{ reach: ≥100%, by: 2026-12 }, { reach: ≥95%, by: 2026-06 }] }
  - { id: count, name: 站点数, unit: 个, direction: increase, targets: [{ reach: ≥100个, by: 2026-12 }] }
risks:
  - { id: r, name: 经费不足${answers} }
`);
  const without = await view(risks(""));
  expect(without.annexList).toEqual([without.annexes.indicators?.title, without.annexes.risks?.title]);
  expect(without.annexes.risks?.hasAnswers).toBe(false);
  const html = renderReport(without, "plan", "html");
  expect(html).toContain("原文未列应对措施。");
  expect(html).not.toContain(">应对措施</th>");
  expect(renderReport(without, "plan", "md")).toMatch(
    /\| 风险 \|\n\| --- \|\n\| 经费不足 \|\n\n原文未列应对措施。/,
  );
  const answered = await view(risks(", mitigations: [设立专项]"));
  expect(renderReport(answered, "plan", "html")).not.toContain("原文未列应对措施");
  const lines = without.annexes.indicators?.groups.flatMap(({ rows }) => rows) ?? [];
  expect(lines.map(({ due }) => due)).toEqual([
    ["≥95%", "100%"],
    ["—", "≥100个"],
  ]);
});

test("words in letters do not run together in a Chinese document", () => {
  expect(joinedWords(["a neighbouring city", "People injured", "由44人变为29人"], chinese)).toBe(
    "a neighbouring city People injured由44人变为29人",
  );
  expect(joinedWords(["Travel plan", "≥55%"], chinese)).toBe("Travel plan ≥55%");
  expect(joinedWords(["朝阳", "", "投诉率", "下降40%"], chinese)).toBe("朝阳投诉率下降40%");
  expect(joinedWords(["覆盖率", "≥55%"], chinese)).toBe("覆盖率≥55%");
  expect(joinedWords(["Coverage", "≥55%"], english)).toBe("Coverage ≥55%");
});

test("a deliverable of no milestone is a task of its own, and dimensions, deliverables and entries of mechanisms have anchors once", async () => {
  const annexes = await annexesOf(`dimensions: [{ id: d, name: 安全 }]
indicators: [{ id: i, name: 甲, unit: 个, dimension: d }]
actors: [{ id: a, name: 区民政局 }]
deliverables:
  - { id: rules, name: 实施细则, by: 2026-03 }
  - { id: register, name: 公开台账, by: 2026-09, owner: a }
milestones:
  - { id: m1, name: 印发细则, by: 2026-03, deliverable: rules }
  - { id: m2, name: 修订细则, by: 2026-06, deliverable: rules }
mechanisms:
  - { id: f, name: 基金, type: fund, sources: [{ id: city, name: 区级, share: 60% }, { id: other, name: 社会, share: 40% }] }
  - { id: g, name: 专项, type: fund, sources: [{ id: city, name: 区级, share: 100% }] }
`);
  expect(annexes.indicators?.groups.map(({ anchor, name }) => [anchor, name])).toEqual([
    ["dimension-d", "安全"],
  ]);
  const tasks = annexes.tasks?.groups ?? [];
  expect(tasks.map(({ name }) => name)).toEqual(["关键节点", "成果"]);
  expect(
    tasks.flatMap(({ rows }) => rows).map((one) => [one.anchor, one.kind, one.lead, one.deliverableAnchor]),
  ).toEqual([
    ["milestone-m1", "关键节点", "—", "deliverable-rules"],
    ["milestone-m2", "关键节点", "—", null],
    ["deliverable-register", "成果", "区民政局", null],
  ]);
  const entries = (annexes.mechanisms?.mechanisms ?? [])
    .flatMap(({ parts }) => parts)
    .flatMap(({ parts }) => parts);
  expect(entries.map(({ anchor, text }) => [anchor, text?.slice(0, 2)])).toEqual([
    ["entry-city", "区级"],
    ["entry-other", "社会"],
    [null, "区级"],
  ]);
});
