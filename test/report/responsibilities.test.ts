import { expect, test } from "vitest";
import { speakerOf } from "../../src/language/speaker.ts";
import { renderReport } from "../../src/report/render.ts";
import { buildResponsibilitiesView } from "../../src/report/view/responsibilities.ts";
import type { ResponsibilitiesView } from "../../src/report/view/responsibilities-view.ts";
import { compileText } from "../kit/compile.ts";
import * as made from "./hand-made.ts";
import { asOf, compilation, given, plan, row, stated } from "./hand-made.ts";
import { fullCompilation } from "./sample-plans.ts";

const chinese = speakerOf("zh-Hans");

function duties(byOwner: boolean): ResponsibilitiesView {
  return buildResponsibilitiesView({
    compilation: fullCompilation(),
    speaker: chinese,
    asOf,
    version: "0.0.0",
    byOwner,
  });
}

test("one list tells by kind who answers for what, and last what nobody answers for", () => {
  const { summary, sheets } = duties(false);
  // Three indicators, of which one names owners, and two milestones that name nobody.
  expect(summary).toBe("责任事项共5项，其中未明确责任主体4项。");
  const [sheet] = sheets;
  expect(sheets).toHaveLength(1);
  expect(sheet?.isHandedOut).toBe(false);
  expect(sheet?.groups.map(({ name, rows }) => [name, rows.map((one) => one.name)])).toEqual([
    ["指标", ["助餐服务覆盖率"]],
    ["未明确责任主体的事项", ["用餐老人满意度", "志愿者人数", "印发实施细则", "建成中央厨房"]],
  ]);
  expect(sheet?.groups[0]?.rows[0]).toMatchObject({
    sequence: "1",
    lead: "区民政局",
    support: "区财政局",
    due: "2027年12月31日",
    section: "二",
  });
});

test("a group in which nobody is named has no columns for it", () => {
  const [owned, unowned] = duties(false).sheets[0]?.groups ?? [];
  expect(owned).toMatchObject({ hasLeads: true, hasSupports: true, hasEvidence: false, hasStates: true });
  expect(unowned).toMatchObject({ hasLeads: false, hasSupports: false, hasStates: true });
});

test("by owner each has a sheet to sign with what it leads and what it supports, numbered anew", () => {
  const { sheets } = duties(true);
  expect(
    sheets.map(({ name, isHandedOut, groups }) => [
      name,
      isHandedOut,
      groups.map((group) => group.rows[0]?.sequence),
    ]),
  ).toEqual([
    ["区民政局", true, ["1"]],
    ["区财政局", true, ["1"]],
    ["未明确责任主体的事项", false, ["1"]],
  ]);
  expect(sheets[0]?.groups.map(({ name }) => name)).toEqual(["牵头事项"]);
  expect(sheets[1]?.groups.map(({ name }) => name)).toEqual(["配合事项"]);
});

test("who is named without being listed as an actor has a sheet behind the others", () => {
  const owner = [stated({ lead: given("镇政府"), with: [], leader: null, person: null })];
  const of = made.indicator("a", { owner });
  const view = buildResponsibilitiesView({
    compilation: compilation({ plan: plan({ indicators: [of] }), rows: [row(of, "not-due")] }),
    speaker: chinese,
    asOf,
    version: "0.0.0",
    byOwner: true,
  });
  expect(view.sheets.map(({ name }) => name)).toEqual(["镇政府"]);
});

test("a time that the plan leaves open is said in words, not in the plan's own word for it", () => {
  const when = { ...made.when("2026-03-31"), text: "undated", state: "undated" as const, period: null };
  const step = { ...made.milestone("m", "印发细则", "2026-03-31"), by: [stated(when)] };
  const view = buildResponsibilitiesView({
    compilation: compilation({ plan: plan({ milestones: [step] }) }),
    speaker: chinese,
    asOf,
    version: "0.0.0",
  });
  expect(view.sheets[0]?.groups[0]?.rows[0]?.due).toBe("未注明");
});

const deliveries = `format: 1
id: p
title: P
language: zh-Hans
period: 2026
actors: [{ id: office, name: 办公室 }]
indicators: [{ id: x, name: X, unit: 个, owner: office, targets: [{ reach: 3, by: 2026 }] }]
milestones: [{ id: issue, name: 印发规定, by: 2026-06, owner: office, deliverable: rules }]
deliverables: [{ id: rules, name: 规定, due: 2026-06 }, { id: guide, name: 指南, due: 2026-09 }]
`;

test("a deliverable is owed by whoever answers for the milestone that brings it", () => {
  const made = compileText(deliveries);
  const view = buildResponsibilitiesView({
    compilation: made,
    speaker: chinese,
    asOf: made.asOf,
    version: "0",
  });
  expect(view.summary).toBe("责任事项共4项，其中未明确责任主体1项。");
  const rows = view.sheets[0]?.groups.map(({ name, rows: own }) => [
    name,
    own.map((one) => [one.name, one.lead]),
  ]);
  expect(rows).toContainEqual(["成果", [["规定", "办公室"]]]);
  expect(rows?.at(-1)).toEqual(["未明确责任主体的事项", [["指南", "—"]]]);
});

test("every sheet that is handed out says of which plan and of what day it is", () => {
  const made = compileText(
    deliveries
      .replace("actors: [", "issuer: { name: 某局 }\nactors: [{ id: centre, name: 中心 }, ")
      .replace("due: 2026-09", "due: 2026-09, owner: centre"),
  );
  const view = buildResponsibilitiesView({
    compilation: made,
    speaker: chinese,
    asOf: made.asOf,
    version: "0",
    inputsDigest: "0123456789abcdef",
    byOwner: true,
  });
  expect(view.sheets.map(({ name }) => name)).toEqual(["中心", "办公室"]);
  const html = renderReport(view, "responsibilities", "html");
  const markdown = renderReport(view, "responsibilities", "md");
  // In print the head of the second sheet stands before its name, in Markdown behind it.
  const sheets = [
    html.slice(html.indexOf(">中心</h2>"), html.indexOf(">办公室</h2>")),
    markdown.slice(markdown.indexOf("## 办公室")),
  ];
  for (const sheet of sheets)
    for (const text of ["责任清单", "某局", "2026年6月30日", "0123456789ab"]) expect(sheet).toContain(text);
  // Where a sheet ends on a page of its own, the line of signatures says whose it is.
  for (const name of ["中心", "办公室"]) expect(html).toContain(`责任主体签收（${name}）：`);
});

/** The sheets of a plan written as text. */
function sheetsOf(yaml: string, byOwner = false, speaker = chinese): ResponsibilitiesView["sheets"] {
  const compiled = compileText(
    `format: 1\nid: p\ntitle: P\nlanguage: zh-Hans\nperiod: 2026-01..2027-12\n${yaml}`,
    { asOf: "2026-06-30" },
  );
  return buildResponsibilitiesView({
    compilation: compiled,
    speaker,
    asOf: compiled.asOf,
    version: "0",
    byOwner,
  }).sheets;
}

test("a kind that heads its list is not told again in each row", () => {
  const [sheet] = sheetsOf(`actors: [{ id: x, name: 甲局 }]
actions: [{ id: a, name: 甲, period: 2026, owner: x }, { id: b, name: 乙, period: 2026 }]
risks: [{ id: r, name: 险 }]
`);
  expect(sheet?.groups.map(({ name, hasKinds }) => [name, hasKinds])).toEqual([
    ["重点任务", false],
    ["未明确责任主体的事项", true],
  ]);
  const inEnglish = sheetsOf(
    "actors: [{ id: x, name: X }]\nactions: [{ id: a, name: A, period: 2026, owner: x }]\n",
    false,
    speakerOf("en"),
  );
  expect(inEnglish[0]?.groups[0]?.name).toBe("Actions");
});

test("the sheet of an owner does not name the owner again, but those who lead or help", () => {
  const sheets = sheetsOf(
    `actors: [{ id: x, name: 甲局 }, { id: y, name: 乙局 }]
actions: [{ id: a, name: 甲, period: 2026, owner: { lead: x, with: [y] } }]
`,
    true,
  );
  expect(sheets.map(({ name, groups }) => [name, groups[0]?.hasLeads, groups[0]?.hasSupports])).toEqual([
    ["甲局", false, true],
    ["乙局", true, false],
  ]);
});

test("a sheet of what nobody answers for has its name once", () => {
  const sheets = sheetsOf("actions: [{ id: b, name: 乙, period: 2026 }]\n", true);
  expect(sheets.map(({ name, groups }) => [name, groups.map((group) => group.name)])).toEqual([
    ["未明确责任主体的事项", [null]],
  ]);
});

test("a target that cannot be judged is due all the same", () => {
  const [sheet] = sheetsOf(`indicators:
  - { id: i, name: 共享空间, unit: 个, direction: increase, targets: [{ change: ≥+3个, by: 2026-06 }, { change: ≥+5个, by: 2027-06 }] }
`);
  const [row] = sheet?.groups[0]?.rows ?? [];
  expect([row?.state?.word, row?.due]).toEqual(["无法评定", "2027年6月30日"]);
});

test("a deliverable is not given as its own proof", () => {
  const [sheet] = sheetsOf("deliverables: [{ id: d, name: 管理办法, due: 2026-05 }]\n");
  expect(sheet?.groups[0]).toMatchObject({ hasEvidence: false, rows: [{ name: "管理办法", evidence: "—" }] });
});

test("who leads a body answers for it; how often an indicator is reported on stands in a line of its own", () => {
  const compiled = compileText(`planwright: 1
id: p
language: zh-Hans
title: 方案
period: 2026
actors: [{ id: head, name: 区委书记 }]
indicators:
  - { id: i, name: 覆盖率, unit: "%", direction: increase, owner: head, frequency: monthly, targets: [{ reach: 80%, by: 2026 }] }
mechanisms:
  - { id: g, name: 领导小组, type: body, lead: head }
  - { id: h, name: 联席会, type: body, meets: monthly }
`);
  const { summary, sheets } = buildResponsibilitiesView({
    compilation: compiled,
    speaker: chinese,
    asOf,
    version: "0.0.0",
    byOwner: false,
  });
  expect(summary).toBe("责任事项共3项，其中未明确责任主体1项。");
  const rows = sheets[0]?.groups.flatMap((group) => group.rows.map(({ name, lead }) => [name, lead]));
  expect(rows).toEqual([
    ["覆盖率", "区委书记"],
    ["领导小组", "区委书记"],
    ["联席会", "—"],
  ]);
  const duty = sheets[0]?.groups[0]?.rows[0];
  expect(duty?.dueLines).toEqual(["2026年12月31日", "报送频次：每月一次"]);
  expect(duty?.due).toBe("2026年12月31日；报送频次：每月一次");
});
