/** Where status and value seem to disagree, tables and texts of report, `status` and `explain` say why. */
import { expect, test } from "vitest";
import { plainPaint } from "../../src/findings-output/check-run.ts";
import { statusTable } from "../../src/findings-output/status-table.ts";
import { type Language, makeSpeaker } from "../../src/language/speaker.ts";
import { explainIndicator } from "../../src/report/explain.ts";
import { besideText } from "../../src/report/view/indicator-words.ts";
import { buildStatusView } from "../../src/report/view/status.ts";
import { compileText } from "../kit/compile.ts";

const plan = `format: 1
id: p
title: P
language: zh-Hans
period: 2026-01..2026-12
indicators:
  - id: late
    name: 迟到
    unit: "%"
    direction: increase
    baseline: 42%
    targets: [{ reach: ≥80%, by: 2026-03 }]
    observations: [{ at: 2026-03-31, value: 79% }, { at: 2026-04-30, value: 81% }]
  - id: online
    name: 上线
    targets: [{ done: true, by: 2026-03 }]
    observations: [{ at: 2026-03, value: 'false' }, { at: 2026-05, value: 'true' }]
  - id: early
    name: 提前
    unit: "%"
    direction: increase
    targets: [{ reach: ≥50%, by: 2026-03 }, { reach: ≥80%, by: 2026-12 }]
    observations: [{ at: 2026-03-31, value: 49% }, { at: 2026-05-31, value: 85% }]
  - id: share
    name: 占比
    unit: "%"
    direction: increase
    targets: [{ reach: ≥80%, by: 2026-12 }]
    observations: [{ at: 2026-05-31, value: 79% }]
  - { id: silent, name: 无数, unit: "%", direction: increase, baseline: 10%, targets: [{ reach: ≥80%, by: 2026-12 }] }
`;
const compilation = compileText(plan, { asOf: "2026-06-30", trace: true });

async function tableIn(language: Language, tableColumns: number | null = null): Promise<readonly string[]> {
  const { results, plan: bound } = compilation;
  if (results === null || bound === null) throw new Error("not compiled");
  const speaker = await makeSpeaker(language);
  const options = { quiet: false, maxFindings: null, entity: null, columns: 100 };
  return statusTable(results, bound, { speaker, paint: plainPaint, ...options, tableColumns }).split("\n");
}

const statusLine = /^ {2}\S/;

test("the table says below a row when the target was reached late, and what was missed before", async () => {
  const lines = await tableIn("zh-Hans");
  const below = (name: string) => lines[lines.findIndex((line) => line.includes(name)) + 1];
  expect(below("迟到")).toBe("      逾期于 2026-04-30 达到");
  expect(below("上线")).toBe("      逾期于 2026-05-31 完成");
  expect(below("提前")).toBe(
    "      2026-03-31 到期的目标值“≥50%”未达标（逾期于 2026-05-31 达到），评定结果不高于“严重滞后”",
  );
  const english = await tableIn("en");
  expect(english).toContain("      reached late on 2026-04-30");
  expect(english).toContain("      done late on 2026-05-31");
});

test("a status by the share of the target has a mark, told once below the table", async () => {
  const lines = await tableIn("zh-Hans");
  expect(lines.filter((line) => statusLine.test(line) && line.includes("滞后预警*"))).toHaveLength(1);
  expect(lines.filter((line) => line.startsWith("  * "))).toEqual([
    "  * 无基期值或未定完成时限，按完成率评定。",
  ]);
});

test("a narrow terminal wraps what stands below a row", async () => {
  const lines = await tableIn("en", 60);
  expect(lines).toContain("      no better than off track: ≥50% of 2026-03-31 was");
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(60);
});

async function viewIn(language: Language) {
  const speaker = await makeSpeaker(language);
  return buildStatusView({ compilation, speaker, asOf: compilation.asOf, version: "0" });
}

test("the report says it beside the status, at the target and on page one", async () => {
  const { groups, attention } = await viewIn("zh-Hans");
  const [late, online, early] = groups.flatMap(({ indicators }) => indicators);
  expect([late?.note, late?.targets[0]?.flags]).toEqual([
    "逾期于2026年4月30日达到",
    "逾期于2026年4月30日达到",
  ]);
  expect([online?.note, online?.targets[0]?.flags, online?.targets[0]?.governs]).toEqual([
    "逾期于2026年5月31日完成",
    "逾期于2026年5月31日完成",
    "评定目标",
  ]);
  expect(early?.note).toBe(
    "2026年3月31日到期的目标值“≥50%”未达标（逾期于2026年5月31日达到），评定结果不高于“严重滞后”",
  );
  expect(attention.indicators.find(({ name }) => name === "迟到")?.reasons).toContain(
    "2026年3月31日到期未实现：“≥80%”，当时为79%，逾期于2026年4月30日达到",
  );
  // What the note says already is not said again in the sentences.
  expect(late?.sentences.join("")).not.toContain("晚于完成时限");
});

test("the day of a baseline that the plan does not date is marked as taken by rule", async () => {
  const { groups, waiting } = await viewIn("zh-Hans");
  const [late] = groups.flatMap(({ indicators }) => indicators);
  expect(late?.baseline).toEqual({ text: "42%", date: "2025年12月31日", mark: "推定" });
  expect(waiting.flatMap(({ indicators }) => indicators)[0]?.baseline).toBe(
    "基期值：10%（2025年12月31日、推定）",
  );
  const english = await viewIn("en");
  const [first] = english.groups[0]?.indicators ?? [];
  expect(first?.baseline).toEqual({ text: "42%", date: "31 Dec 2025", mark: "assumed" });
  // How it was taken stands where the figures are derived.
  expect(english.traces[0]?.figures.map(({ remark }) => remark)).toContain(
    "undated, counted from 31 Dec 2025",
  );
});

test("explain marks the assumed day and the late one", async () => {
  const speaker = await makeSpeaker("zh-Hans");
  const text = explainIndicator({ compilation, id: "late", entity: null, speaker });
  expect(text).toContain("  基期值 = 42%  未注明日期，按2025年12月31日计  :11\n");
  expect(text).toContain("  说明：逾期于2026年4月30日达到\n");
  expect(text.split("test.plan.yaml")).toHaveLength(2);
});

test("indicators of a method that follow each other are named as a run", async () => {
  const indicator = (id: string, assess = ""): string =>
    `  - { id: ${id}, name: ${id}, unit: "%", direction: increase, baseline: 10%, targets: [{ reach: 80%, by: 2026-12 }]${assess} }\n`;
  const other = ", assess: { method: linear-pace, ahead: 1.2 }";
  const text = `format: 1\nid: p\ntitle: P\nlanguage: zh-Hans\nperiod: 2026\nindicators:\n${[
    indicator("a"),
    indicator("b"),
    indicator("c"),
    indicator("d", other),
    indicator("e"),
    indicator("f"),
  ].join("")}`;
  const compilation = compileText(text);
  const notes = async (language: Language): Promise<readonly string[]> =>
    (
      await buildStatusView({
        compilation,
        speaker: await makeSpeaker(language),
        asOf: compilation.asOf,
        version: "0",
      })
    ).methods.map((note) => note.replace(/^.*[.。] ?[（(]/, ""));
  expect(await notes("zh-Hans")).toEqual(["指标1至3、5、6）", "指标4）"]);
  expect(await notes("en")).toEqual(["indicators 1 to 3, 5, 6)", "indicator 4)"]);
});

test("a missed target of all that there is stands without a sign, as in the tables of targets", async () => {
  const all = compileText(plan.replace("reach: ≥50%", "reach: ≥100%"), { asOf: "2026-06-30" });
  const row = all.results?.rows.find(({ indicator }) => indicator.id.value === "early");
  if (row === undefined) throw new Error("no row");
  const told = async (language: Language) => besideText(row, await makeSpeaker(language));
  expect(await told("zh-Hans")).toBe("2026年3月31日到期的目标值“100%”未达标，评定结果不高于“严重滞后”");
  expect(await told("en")).toBe("no better than off track: 100% of 31 Mar 2026 was missed");
});
