import { writeXlsx } from "hucre/xlsx";
import { expect, test } from "vitest";
import { run } from "../../src/cli/run.ts";
import { fakeHost } from "../kit/fake-host.ts";

const plan = `format: 1
id: p
title: Meals
language: en
period: 2026-01..2027-12
indicators:
  - { id: cover, name: { en: Cover, zh-Hans: 覆盖率 }, unit: "%", direction: increase, frequency: quarterly, baseline: 45% @ 2025-12, targets: [{ reach: 85%, by: 2027-12 }] }
  - { id: meals, name: { en: Meals, zh-Hans: 供餐 }, unit: 人次, frequency: quarterly, targets: [{ reach: 90000, by: 2027-12 }] }
`;

async function importOf(name: string, content: string | Uint8Array, ...args: readonly string[]) {
  const host = fakeHost({ files: { "/repo/p.plan.yaml": plan, [`/repo/${name}`]: content } });
  const exit = await run(["import", name, "--plan", "p.plan.yaml", ...args], host);
  return { exit, host, csv: host.written.get("/repo/data/observations.csv"), err: host.stderr() };
}

test("a long CSV is taken over as it stands, each row with its cell", async () => {
  const { exit, csv, host } = await importOf(
    "t.csv",
    "Indicator,Period,Value,Note\nCover,2026-Q1,48%,by phone\ncover,2026-Q2,52,\n",
  );
  expect(exit).toBe(0);
  expect(csv).toBe(
    "indicator,at,value,source,note\r\ncover,2026-Q1,48%,t.csv!C2,by phone\r\ncover,2026-Q2,52,t.csv!C3,\r\n",
  );
  expect(host.stdout()).toBe("wrote data/observations.csv: 2 rows\n");
});

test("a wide Chinese workbook with a title, a head of two rows, percent cells and a unit column", async () => {
  const content = await writeXlsx({
    sheets: [
      {
        name: "台账",
        rows: [
          ["2026年指标完成情况"],
          ["指标", "计量单位", "2026年", null, "排名"],
          [null, null, "一季度", "二季度", null],
          ["覆盖率", "%", 0.48, 0.523, 1],
          ["供餐", "万人次", 2.5, null, 2],
          ["合格率", "%", 0.9, 0.9, 3],
        ],
        merges: [
          { startRow: 0, startCol: 0, endRow: 0, endCol: 4 },
          { startRow: 1, startCol: 0, endRow: 2, endCol: 0 },
          { startRow: 1, startCol: 1, endRow: 2, endCol: 1 },
          { startRow: 1, startCol: 2, endRow: 1, endCol: 3 },
        ],
        cells: new Map([
          ["3,2", { style: { numFmt: "0%" } }],
          ["3,3", { style: { numFmt: "0.0%" } }],
        ]),
      },
    ],
  });
  const { exit, csv, err } = await importOf("台账.xlsx", content);
  expect(csv).toBe(
    [
      "indicator,at,value,source",
      "cover,2026年一季度,48%,台账.xlsx#台账!C4",
      "cover,2026年二季度,52.3%,台账.xlsx#台账!D4",
      "meals,2026年一季度,2.5万人次,台账.xlsx#台账!C5",
      "",
    ].join("\r\n"),
  );
  expect(err).toContain('the plan has no indicator "合格率"; the row is not imported');
  expect(err).toContain("a figure is imported in the unit stated in the table: 2.5万人次");
  expect(exit).toBe(1);
});

test("what was imported is read back: 2.5万人次 is 25,000", async () => {
  const { csv } = await importOf("t.csv", "指标,时间,数值（万人次）\n供餐,2026-Q1,2.5\n");
  const host = fakeHost({
    files: { "/repo/p.plan.yaml": `${plan}data: { observations: d.csv }\n`, "/repo/d.csv": csv ?? "" },
  });
  await run(["check", "p.plan.yaml", "--format", "json"], host);
  const [first] = JSON.parse(host.stdout()).plans;
  expect(first.indicators[1]).toMatchObject({ id: "meals", value: "25000", observedOn: "2026-03-31" });
});

test("a row without a period that can be read is told and left out, a column that is unknown as well", async () => {
  const { exit, csv, err } = await importOf(
    "t.csv",
    "indicator,at,value,rank\ncover,last year,48,1\ncover,2026-Q1,50,2\n",
  );
  expect(exit).toBe(1);
  expect(csv).toContain("cover,2026-Q1,50,t.csv!C3\r\n");
  expect(err).toContain('"last year" is not a date or period; the row is not imported');
  expect(err).toContain('the column "rank" is not known and is not imported');
});

test("a table without headings, a missing file and a file that exists are refused", async () => {
  const none = await importOf("t.csv", "a,b\n1,2\n");
  expect(none.exit).toBe(1);
  expect(none.csv).toBeUndefined();
  expect(none.err).toContain("no row of headings was found");
  const host = fakeHost({ files: { "/repo/p.plan.yaml": plan } });
  expect(await run(["import", "no.csv", "--plan", "p.plan.yaml"], host)).toBe(2);
  const taken = fakeHost({
    files: { "/repo/p.plan.yaml": plan, "/repo/t.csv": "indicator,at,value\ncover,2026,5\n" },
    writeFailure: "EEXIST",
  });
  expect(await run(["import", "t.csv", "--plan", "p.plan.yaml"], taken)).toBe(2);
  expect(taken.stderr()).toContain("data/observations.csv exists; nothing was written");
});

test("a year that stands once over its quarters holds for all of them, in a CSV file too", async () => {
  const { csv } = await importOf("t.csv", "指标,2026年,,2027年\n,一季度,二季度,上半年\n覆盖率,48,52,60\n");
  expect(csv).toBe(
    "indicator,at,value,source\r\ncover,2026年一季度,48,t.csv!B3\r\ncover,2026年二季度,52,t.csv!C3\r\ncover,2027年上半年,60,t.csv!D3\r\n",
  );
});

test.each(["=1+1", "@cmd", "+cmd|x"])("the note %s is no formula in what is written", async (note) => {
  const { csv } = await importOf("t.csv", `indicator,at,value,note\ncover,2026-Q1,-3,${note}\n`);
  expect(csv).toContain(`cover,2026-Q1,-3,t.csv!C2,"'${note}"\r\n`);
});

test("other usual headings are known, a running number is passed over, the period is taken from the title or the call", async () => {
  const table = "2026年二季度指标完成情况表,,\n序号,考核指标,实际完成值（%）\n1,覆盖率,52\n";
  const titled = await importOf("t.csv", table);
  expect(titled.exit).toBe(0);
  expect(titled.csv).toBe("indicator,at,value,source\r\ncover,2026年二季度,52,t.csv!C3\r\n");
  expect(titled.err).toContain("the day is taken from its title: 2026年二季度");
  expect(titled.err).not.toContain("序号");
  const named = await importOf("t.csv", "KPI,Actual\nCover,52\n", "--at", "2026-Q2");
  expect(named.csv).toBe("indicator,at,value,source\r\ncover,2026-Q2,52,t.csv!B2\r\n");
  const none = await importOf("t.csv", "2026—2027年指标表,\nKPI,Actual\nCover,52\n");
  expect({ exit: none.exit, csv: none.csv }).toEqual({ exit: 1, csv: undefined });
  expect(none.err).toContain("neither the table nor the call says for which day it holds");
});

test("a day number is read as its day, and told; a second column of values is told and left out", async () => {
  // 46203 days after 1899-12-30 is 2026-06-30.
  const { csv, err } = await importOf("t.csv", "指标,时间,本期值,实际数\n覆盖率,46203,52,60\n");
  expect(csv).toBe("indicator,at,value,source\r\ncover,2026-06-30,52,t.csv!C2\r\n");
  expect(err).toContain("a day number is taken as the day that it stands for: 46203 → 2026-06-30");
  expect(err).toContain('the column "实际数" is not known');
});

test("totals and remarks are left out with a note, which is no fault; a figure without an indicator is one", async () => {
  const table = "Indicator,Period,Value\ncover,2026-Q1,48%\nTotal,2026-Q1,96%\nNotes: by phone,,\n";
  const { exit, csv, err } = await importOf("t.csv", table);
  expect(exit).toBe(0);
  expect(csv).toBe("indicator,at,value,source\r\ncover,2026-Q1,48%,t.csv!C2\r\n");
  expect(err).toContain('info input/import-doubt: the row "Total" sums others up; it is left out');
  expect(err).toContain('info input/import-doubt: a remark below the figures is left out: "Notes: by phone"');
  // As a merged cell is saved to CSV: its text stands in the first row only.
  const merged = await importOf("t.csv", "Indicator,Period,Value\ncover,2026-Q1,48%\n,2026-Q2,52%\n,,\n");
  expect(merged.exit).toBe(1);
  expect(merged.err).toContain("the row names no indicator or task; it is not imported: 52%");
  expect(merged.err).toContain("a cell that was merged over several keeps its text in the first one only");
});

test("what to do about a row that is left out depends on why", async () => {
  const table = "Indicator,Period,Value\ncover,soon,48%\nShare,2026-Q1,96%\n";
  const { err } = await importOf("t.csv", table);
  expect(err).toContain("help: Write the day or the period as in 2026-06-30, 2026-Q2 or 2026");
  expect(err).toContain("help: Write the id or the exact name that the indicator has in the plan");
});

test.each([
  [
    "two rows",
    "指标,2026-Q1,,2026-Q2,,备注\n,实际值（%）,完成率,实际值（%）,完成率,\n覆盖率,48,50%,52,60%,好\n",
  ],
  [
    "three rows",
    "指标,2026年,,,,备注\n,一季度,,二季度,,\n,实际值（%）,完成率,实际值（%）,完成率,\n覆盖率,48,50%,52,60%,好\n",
  ],
])("values under their periods, beside other figures, in a head of %s", async (_, table) => {
  const { exit, csv, err } = await importOf("t.csv", `2026年6月台账,,,,,\n${table}`);
  const rows = (csv ?? "").trim().split("\r\n").slice(1);
  expect(
    rows.map((row) =>
      row
        .replace("年一季度", "-Q1")
        .replace("年二季度", "-Q2")
        .replace(/!(.)\d/, "!$1"),
    ),
  ).toEqual(["cover,2026-Q1,48,t.csv!B,好", "cover,2026-Q2,52,t.csv!D,好"]);
  expect(err.match(/the column "完成率" is not known/g)).toHaveLength(2);
  expect(exit).toBe(0);
});

test("quarters of a year that nobody names are not dated by the title", async () => {
  const { exit, csv } = await importOf(
    "t.csv",
    "截至2026年6月30日,,\n指标,一季度,二季度\n,实际值,实际值\n覆盖率,48,52\n",
  );
  expect(csv).toBeUndefined();
  expect(exit).toBe(1);
});

test("a period that stands twice is taken once, and figures without a heading are told", async () => {
  const { csv, err } = await importOf("t.csv", "指标,2026-Q1,2026-Q1,\n覆盖率,48,50,7\n");
  expect(csv).toContain("cover,2026-Q1,48,t.csv!B2\r\n");
  expect(csv).not.toContain("50");
  expect(err).toContain('the column "2026-Q1" is not known');
  expect(err).toContain('the column "t.csv!D1" is not known');
});

test("a table beyond the limit is told with the limit", async () => {
  const { exit, csv, err } = await importOf("t.csv", new Uint8Array(16 * 1024 * 1024 + 1));
  expect(err).toContain("t.csv cannot be read: it is larger than 16 MiB");
  expect([exit, csv]).toEqual([2, undefined]);
});

test("a column that names entities is theirs whatever its heading; a sheet of periods is found behind another", async () => {
  const content = await writeXlsx({
    sheets: [
      { name: "说明", rows: [["请按季填写"]] },
      {
        name: "数据",
        rows: [
          ["街道", "指标名称", "2026-Q1"],
          ["城东", "覆盖率", "46%"],
          ["城北", "覆盖率", "44%"],
        ],
      },
    ],
  });
  const entities = "entities: [{ id: east, name: 城东 }, { id: west, name: 城西 }]\n";
  const host = fakeHost({ files: { "/repo/p.plan.yaml": plan + entities, "/repo/t.xlsx": content } });
  const exit = await run(["import", "t.xlsx", "--plan", "p.plan.yaml"], host);
  expect(host.written.get("/repo/data/observations.csv")).toContain(
    "cover,城东,2026-Q1,46%,t.xlsx#数据!C2\r\ncover,城北,2026-Q1,44%,t.xlsx#数据!C3\r\n",
  );
  expect(host.stderr()).toContain('the column "街道" is read as the entities');
  expect(exit).toBe(0);
});

test("a bare 0.44 under the unit % is marked, 44 and 0.44% are not", async () => {
  const { csv, err } = await importOf(
    "t.csv",
    "Indicator,Period,Value\nCover,2026-Q1,0.44\nCover,2026-Q2,44\nCover,2026-Q3,0.44%\nMeals,2026-Q1,0.5\n",
  );
  expect(csv).toContain("cover,2026-Q1,0.44,");
  expect(err.match(/may be a share of one/g)).toHaveLength(1);
});
