import { readXlsx } from "hucre/xlsx";
import { expect, test } from "vitest";
import { run } from "../../src/cli/run.ts";
import { type FakeHost, type FakeHostOptions, fakeHost } from "../kit/fake-host.ts";

const plan = `format: 1
id: meals
title: 助餐
language: zh-Hans
period: 2026-01..2026-12
entities:
  - { id: east, name: 城东 }
  - { id: west, name: 城西 }
indicators:
  - { id: cover, name: "=覆盖率", unit: "%", direction: increase, frequency: quarterly, baseline: 45% @ 2025-12, targets: [{ reach: 85%, by: 2026-12 }] }
  - { id: meals, name: 餐次, unit: 次, value: flow, aggregation: sum, frequency: half-yearly, targets: [{ total: ≥1000, during: 2026 }] }
  - { id: free, name: 无频次, unit: 次, targets: [{ reach: 3, by: 2026-12 }] }
data: { observations: done.csv }
`;
const done = "indicator,at,value\ncover,2026-Q1,48\n";
const files = { "/repo/meals.plan.yaml": plan, "/repo/done.csv": done };

async function sheets(options: FakeHostOptions, ...args: readonly string[]): Promise<FakeHost> {
  const host = fakeHost(options);
  expect(await run(["init", "--records", "meals.plan.yaml", ...args], host)).toBe(0);
  return host;
}

test("a row stands for each indicator, entity and period begun that has no figure yet", async () => {
  const host = await sheets({ files });
  // At 2026-06-30: Q1 of cover is there, Q2 is not; meals is summed from entities, its half ends in June.
  expect(host.written.get("/repo/meals-observations.csv")).toBe(
    [
      "\ufeffx-指标名称,x-计量单位,指标,实施单位,时间,实际值,状态,报送日期,填报人,来源,备注",
      `"'=覆盖率",%,cover,,2026-Q2,,,,,,`,
      "餐次,次,meals,east,2026-H1,,,,,,",
      "餐次,次,meals,west,2026-H1,,,,,,",
      "",
    ].join("\r\n"),
  );
  expect(host.stderr()).toContain("free has no frequency: no rows for it");
  expect(host.stdout()).toContain("3 rows to fill in");
  // The file that the plan names already holds figures, and stays.
  expect(host.stdout()).toContain("`data: { observations: [done.csv, meals-observations.xlsx] }`");
});

test("entities that have reported an indicator without aggregation owe its next figures, beside the plan", async () => {
  const reported = { ...files, "/repo/done.csv": "indicator,entity,at,value\ncover,west,2026-Q1,48\n" };
  const host = await sheets({ files: reported });
  const rows = (host.written.get("/repo/meals-observations.csv") ?? "").split("\r\n").slice(1, 4);
  expect(rows.map((row) => row.split(",").slice(2, 5).join())).toEqual([
    "cover,,2026-Q1",
    "cover,,2026-Q2",
    "cover,west,2026-Q2",
  ]);
});

test("the workbook holds the same rows as texts, the states to choose from and notes at the headings", async () => {
  const host = await sheets({ files });
  const { sheets: found } = await readXlsx(
    host.writtenBytes.get("/repo/meals-observations.xlsx") ?? new Uint8Array(),
    {
      readStyles: true,
    },
  );
  const [sheet] = found;
  expect(sheet?.rows[0]?.slice(0, 4)).toEqual(["x-指标名称", "x-计量单位", "指标", "实施单位"]);
  expect(sheet?.rows[1]?.slice(0, 5)).toEqual(["=覆盖率", "%", "cover", "", "2026-Q2"]);
  expect(sheet?.cells?.get("1,0")?.formula).toBeUndefined();
  expect(sheet?.cells?.get("1,4")?.style?.numFmt).toBe("@");
  expect(sheet?.dataValidations).toContainEqual(
    expect.objectContaining({ type: "list", range: "G2:G4", values: ["终值", "初步", "修订"] }),
  );
  expect(sheet?.cells?.get("0,5")?.comment?.text).toContain("按所列计量单位填数字");
});

test("filled in, both sheets are read without a finding about them", async () => {
  const host = await sheets({ files });
  const csv = (host.written.get("/repo/meals-observations.csv") ?? "")
    .replace("cover,,2026-Q2,,", "cover,,2026-Q2,52%,终值")
    .replace("east,2026-H1,", "east,2026-H1,300")
    .replace("west,2026-H1,", "west,2026-H1,未报送");
  const { writeWorkbook } = await import("../../src/workbook/index.ts");
  const rows = csv
    .slice(1)
    .split("\r\n")
    .slice(1, -1)
    .map((line) => line.split(","));
  const columns = csv.slice(1).split("\r\n")[0]?.split(",") ?? [];
  const workbook = await writeWorkbook(
    {
      name: "实际值填报",
      rows,
      columns: columns.map((heading) => ({ heading, width: 10, note: "", choices: [], isText: true })),
    },
    "2026-06-30",
  );
  for (const [name, content] of [
    ["filled.csv", csv],
    ["filled.xlsx", workbook],
  ] as const) {
    const checked = fakeHost({
      files: {
        "/repo/meals.plan.yaml": plan.replace("observations: done.csv", `observations: [done.csv, ${name}]`),
        "/repo/done.csv": done,
        [`/repo/${name}`]: content,
      },
    });
    await run(["check", "meals.plan.yaml", "--format", "json"], checked);
    const { plans } = JSON.parse(checked.stdout());
    const about = plans[0].findings.filter((f: { file: string; rule: string }) => f.file.startsWith(name));
    expect(about).toEqual([]);
    const row = plans[0].indicators.find((i: { id: string; entity: string | null }) => i.id === "cover");
    expect(row).toMatchObject({ value: "52", observedOn: "2026-06-30" });
  }
});

test("a sheet that is still to be filled in is no value of a time to come", async () => {
  // Half a year is begun, and its row there, in May.
  const host = await sheets({ files }, "--as-of", "2026-05-31");
  const csv = host.written.get("/repo/meals-observations.csv") ?? "";
  expect(csv).toContain("2026-H1");
  const checked = fakeHost({
    files: {
      "/repo/meals.plan.yaml": plan.replace("done.csv", "[done.csv, sheet.csv]"),
      "/repo/done.csv": done,
      "/repo/sheet.csv": csv,
    },
  });
  await run(["check", "meals.plan.yaml", "--as-of", "2026-05-31"], checked);
  expect(checked.stdout()).not.toContain("status/future-value");
});

test("nothing due: no sheet; a sheet that exists is not overwritten", async () => {
  const early = await sheets({ files }, "--as-of", "2025-06-30");
  expect(early.stdout()).toContain("nothing is due up to 2025-06-30: no sheet was written");
  expect(early.written.size).toBe(0);
  const host = fakeHost({ files, writeFailure: "EEXIST" });
  expect(await run(["init", "--records", "meals.plan.yaml"], host)).toBe(2);
  expect(host.stderr()).toContain("meals-observations.xlsx exists; nothing was written");
});
