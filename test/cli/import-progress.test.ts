import { writeXlsx } from "hucre/xlsx";
import { expect, test } from "vitest";
import { run } from "../../src/cli/run.ts";
import { fakeHost } from "../kit/fake-host.ts";

const planIn = (language: string): string => `format: 1
id: p
title: 助餐
language: ${language}
period: 2026-01..2027-12
actors: [{ id: o, name: 民政局 }]
phases: [{ id: pilot, name: 试点, period: 2026-01..2026-12 }]
actions:
  - { id: kitchens, name: 建设中央厨房, owner: o, period: 2026-01..2026-12 }
  - { id: tasting, name: { en: Tasting, zh-Hans: 开展用餐评议 }, owner: o, period: 2026-01..2027-12 }
milestones: [{ id: rules, name: 印发实施细则, phase: pilot, by: 2026-03, owner: o }]
`;

async function importOf(
  name: string,
  content: string | Uint8Array,
  language: string,
  ...args: readonly string[]
) {
  const host = fakeHost({ files: { "/repo/p.plan.yaml": planIn(language), [`/repo/${name}`]: content } });
  const exit = await run(["import", name, "--as", "progress", "--plan", "p.plan.yaml", ...args], host);
  return { exit, csv: host.written.get("/repo/data/progress.csv"), err: host.stderr(), out: host.stdout() };
}

test("a table as it is kept: numbered tasks, states in other words, the day in the title, each row with its cell", async () => {
  const rows = [
    ["重点任务进展情况表（截至2026年6月30日）"],
    ["序号", "重点任务", "责任单位", "完成情况", "状态", "存在问题", "下一步工作", "评价"],
    [1, "1. 建设中央厨房", "民政局", 0.6, "正常推进", "选址未定", "落实场地", "好"],
    [2, "开展用餐评议", "民政局", "已开展两轮评议", "推进中", null, null, null],
    [3, "（三）印发实施细则", "民政局", "已完成", null, null, null, null],
    [4, "修路", "交通局", "50%", null, null, null, null],
  ];
  const content = await writeXlsx({
    sheets: [{ name: "进展", rows, cells: new Map([["2,3", { style: { numFmt: "0%" } }]]) }],
  });
  const { exit, csv, err } = await importOf("进展.xlsx", content, "zh-Hans");
  expect(exit).toBe(1);
  expect(csv).toBe(
    `\ufeff${[
      "编号,时间,状态,比例,进展,问题,下一步,来源,x-待核",
      "kitchens,2026年6月30日,推进中,60%,,选址未定,落实场地,进展.xlsx#进展!B3,正常推进 → 推进中",
      "tasting,2026年6月30日,推进中,,已开展两轮评议,,,进展.xlsx#进展!B4,",
      "rules,2026年6月30日,已完成,,,,,进展.xlsx#进展!B5,",
      "",
    ].join("\r\n")}`,
  );
  expect(err).toContain('no action, milestone, deliverable or phase "修路"; the row is not taken over');
  expect(err).toContain('the column "评价" is not known');
  expect(err).toContain("the day is taken from its title: 2026年6月30日");
});

test("English headings, a day number, a share under (%), and words where a state is asked for", async () => {
  const { exit, csv, err } = await importOf(
    "t.csv",
    "Task,As of,Status,Progress (%),Issues\nkitchens,46203,On track,1,none\nTasting,2026-06,half way,250,\n",
    "en",
  );
  // 46203 days after 1899-12-30 is 2026-06-30; 1 under (%) is 1%, and 250% is no share.
  expect(csv).toBe(
    [
      "id,at,state,share,done,problem,source,x-doubt",
      "kitchens,2026-06-30,in-progress,1%,,none,t.csv!A2,On track → in-progress; 46203 → 2026-06-30",
      "tasting,2026-06,,,half way; 250,,t.csv!A3,half way; 250",
      "",
    ].join("\r\n"),
  );
  expect(exit).toBe(0);
  expect(err).toContain('"250" is no share between 0 and 100%');
});

test("periods side by side give a row each", async () => {
  const { csv } = await importOf(
    "t.csv",
    "任务,2026年,\n,一季度进展,二季度进展\n建设中央厨房,20%,已完成\n开展用餐评议,,60\n",
    "zh-Hans",
  );
  expect(csv).toBe(
    `\ufeff${[
      "编号,时间,状态,比例,来源,x-待核",
      "kitchens,2026年一季度,,20%,t.csv!B3,",
      "kitchens,2026年二季度,已完成,,t.csv!C3,",
      "tasting,2026年二季度,,60,t.csv!C4,60",
      "",
    ].join("\r\n")}`,
  );
});

test("totals and remarks are left out with a note; a row without a task is told", async () => {
  const { exit, csv, err } = await importOf(
    "t.csv",
    "Task,Date,Status\nkitchens,2026-06,done\n,2026-06,done\nTotal,,1 of 2\nNote: as told by phone,,\n",
    "en",
  );
  expect(exit).toBe(1);
  expect(csv).toBe("id,at,state,source\r\nkitchens,2026-06,done,t.csv!A2\r\n");
  expect(err).toContain(
    "error input/not-imported: the row names no indicator or task; it is not imported: done",
  );
  expect(err).toContain('info input/import-doubt: the row "Total" sums others up; it is left out');
  expect(err).toContain(
    'info input/import-doubt: a remark below the figures is left out: "Note: as told by phone"',
  );
});

test("without dates the call names the day; without either nothing is taken over", async () => {
  const table = "任务,状态\n建设中央厨房,已完成\n";
  const none = await importOf("t.csv", table, "zh-Hans");
  expect({ exit: none.exit, csv: none.csv }).toEqual({ exit: 1, csv: undefined });
  expect(none.err).toContain("neither the table nor the call says for which day it holds");
  const named = await importOf("t.csv", table, "zh-Hans", "--at", "2026-06-30");
  expect(named.exit).toBe(0);
  expect(named.csv).toContain("kitchens,2026-06-30,已完成,t.csv!A2\r\n");
  const wrong = await importOf("t.csv", table, "zh-Hans", "--at", "soon");
  expect(wrong.exit).toBe(2);
  expect(wrong.err).toContain("--at cannot be soon: it is a day or period such as 2026-06-30");
});

test("what was imported is read back as records, marks aside", async () => {
  const { csv = "" } = await importOf(
    "t.csv",
    "任务,日期,状态,完成率\n建设中央厨房,2026-06-30,有序推进,60\n",
    "zh-Hans",
  );
  const files = {
    "/repo/p.plan.yaml": `${planIn("zh-Hans")}data: { progress: d.csv }\n`,
    "/repo/d.csv": csv,
  };
  const host = fakeHost({ files });
  await run(["check", "p.plan.yaml", "--format", "json"], host);
  const [checked] = JSON.parse(host.stdout()).plans;
  expect(checked.findings.filter(({ rule }: { rule: string }) => /^(?:data|input)\//.test(rule))).toEqual([]);
});

test("a table without tasks, one whose date cannot be read, and one that exists are told", async () => {
  expect((await importOf("t.csv", "a,b\n1,2\n", "en")).err).toContain("no row names a column of tasks");
  const dated = await importOf(
    "t.csv",
    "任务,日期,状态\n建设中央厨房,上周,已完成\n开展用餐评议,2026-05,已完成\n",
    "en",
  );
  expect(dated.err).toContain('"上周" is not a date or period');
  expect(dated.csv?.split("\r\n")).toHaveLength(3);
  const files = {
    "/repo/p.plan.yaml": planIn("en"),
    "/repo/t.csv": "任务,日期,状态\nkitchens,2026-05,已完成\n",
  };
  const taken = fakeHost({ files, writeFailure: "EEXIST" });
  expect(await run(["import", "t.csv", "--as", "progress", "--plan", "p.plan.yaml"], taken)).toBe(2);
  expect(taken.stderr()).toContain("data/progress.csv exists; nothing was written");
});

test("a workbook with a password is told, and is no fault of the call", async () => {
  const locked = await writeXlsx({
    sheets: [{ name: "Q", rows: [["任务"]] }],
    encryption: { password: "x", spinCount: 1000 },
  });
  const { exit, err } = await importOf("t.xlsx", locked, "en");
  expect(exit).toBe(1);
  expect(err).toContain("the workbook is protected by a password");
});
