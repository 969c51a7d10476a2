/** Workbooks by another program than ours: LibreOffice, where it is installed, opens what is written and writes what is read. */
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readXlsx } from "hucre/xlsx";
import { afterAll, expect, test } from "vitest";
import { run } from "../../src/cli/run.ts";
import { fakeHost } from "../kit/fake-host.ts";

const program = ["soffice", "libreoffice"].find((name) => spawnSync(name, ["--version"]).status === 0);
const base = mkdtempSync(join(tmpdir(), "plan-office-"));
afterAll(() => rmSync(base, { recursive: true, force: true }));

const plan = `format: 1
id: meals
title: 助餐
language: zh-Hans
period: 2026-01..2026-12
entities:
  - { id: east, name: 城东 }
  - { id: west, name: 城西 }
indicators:
  - { id: cover, name: 覆盖率, unit: "%", direction: increase, frequency: quarterly, baseline: 45% @ 2025-12, targets: [{ reach: 85%, by: 2026-12 }] }
  - { id: meals, name: "=餐次", unit: 次, value: flow, aggregation: sum, frequency: half-yearly, targets: [{ total: ≥1000, during: 2026 }] }
`;

let folders = 0;

/** A file as LibreOffice saves it in another format. */
function converted(name: string, content: string | Uint8Array, to: string, from?: string): Buffer {
  const folder = join(base, String(folders++));
  mkdirSync(folder);
  writeFileSync(join(folder, name), content);
  const profile = `-env:UserInstallation=file://${join(base, "profile")}`;
  const filter = from === undefined ? [] : [`--infilter=${from}`];
  const args = ["--headless", "--norestore", profile, ...filter, "--convert-to", to, "--outdir", folder];
  execFileSync(program ?? "", [...args, join(folder, name)], { stdio: "pipe", timeout: 110_000 });
  return readFileSync(join(folder, name.replace(/\.[^.]+$/, `.${to.split(":")[0]}`)));
}

/** Text with commas in UTF-8; numbers, percents and dates become what they look like. */
const asCsv = "Text - txt - csv (StarCalc):44,34,76,1,,2052,false,true";

test.runIf(program !== undefined)(
  "the sheet to fill in keeps headings, rows, drop-down lists, notes and page when LibreOffice saves it",
  async () => {
    const host = fakeHost({ files: { "/repo/meals.plan.yaml": plan } });
    expect(await run(["init", "--records", "meals.plan.yaml", "--as-of", "2026-06-30"], host)).toBe(0);
    const written = host.writtenBytes.get("/repo/meals-observations.xlsx") ?? new Uint8Array();
    const [before] = (await readXlsx(written, { readStyles: true })).sheets;
    const saved = converted("sheet.xlsx", written, "xlsx");
    const [sheet] = (await readXlsx(saved, { readStyles: true })).sheets;
    const filled = (rows: readonly (readonly unknown[])[] = []): unknown =>
      rows.map((row) =>
        row
          .map((value) => value ?? "")
          .join("|")
          .replace(/\|+$/, ""),
      );
    expect(filled(sheet?.rows)).toEqual(filled(before?.rows));
    expect(filled(sheet?.rows)).toEqual([
      "x-指标名称|x-计量单位|指标|实施单位|时间|实际值|状态|报送日期|填报人|来源|备注",
      "覆盖率|%|cover||2026-Q1",
      "覆盖率|%|cover||2026-Q2",
      "=餐次|次|meals|east|2026-H1",
      "=餐次|次|meals|west|2026-H1",
    ]);
    expect(sheet?.cells?.get("3,0")?.formula).toBeUndefined();
    expect(sheet?.dataValidations).toContainEqual(
      expect.objectContaining({ type: "list", range: "G2:G5", values: ["终值", "初步", "修订"] }),
    );
    const notes = (of: typeof sheet): unknown =>
      [...(of?.cells ?? [])].flatMap(([at, { comment }]) =>
        comment === undefined ? [] : [[at, comment.text]],
      );
    expect(notes(sheet)).toEqual(notes(before));
    expect(notes(sheet)).toHaveLength(5);
    expect(sheet?.pageSetup).toMatchObject({ orientation: "landscape", fitToWidth: 1 });
    // On paper the eleven columns of a row stay on one page.
    const pdf = converted("sheet.xlsx", written, "pdf").toString("latin1");
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  },
  240_000,
);

test.runIf(program !== undefined)(
  "a workbook that LibreOffice saved is data of a plan, and can be imported: percents, dates, texts",
  async () => {
    const rows = [
      "指标,实施单位,时间,实际值,报送日期",
      "cover,,2026-03-31,52.5%,2026-04-10",
      "cover,,2026-Q2,56,2026/7/8",
      "meals,east,2026-H1,400,2026-07-09",
      "meals,west,2026-H1,312.5,2026-07-09",
    ];
    const workbook = converted("filled.csv", `${rows.join("\n")}\n`, "xlsx", asCsv);
    const files = {
      "/repo/meals.plan.yaml": `${plan}data: { observations: filled.xlsx }\n`,
      "/repo/filled.xlsx": workbook,
    };
    const host = fakeHost({ files });
    await run(["check", "meals.plan.yaml", "--as-of", "2026-07-31", "--format", "json"], host);
    const { findings, indicators } = JSON.parse(host.stdout()).plans[0];
    expect(findings.filter(({ rule }: { rule: string }) => /^(?:data|yaml)\//.test(rule))).toEqual([]);
    const shown = indicators.map((row: Record<string, unknown>) => [
      row.id,
      row.entity,
      row.value,
      row.observedOn,
    ]);
    expect(shown).toEqual([
      ["cover", null, "56", "2026-06-30"],
      // 400 + 312.5
      ["meals", null, "712.5", "2026-06-30"],
      ["meals", "east", "400", "2026-06-30"],
      ["meals", "west", "312.5", "2026-06-30"],
    ]);
    const importing = fakeHost({ files });
    const args = ["import", "filled.xlsx", "--plan", "meals.plan.yaml", "--out", "out.csv"];
    expect(await run(args, importing)).toBe(0);
    const lines = (importing.written.get("/repo/out.csv") ?? "").split(/\r?\n/);
    expect(lines[1]).toMatch(/^cover,+2026-03-31,52\.5%,.*2026-04-10.*filled\.xlsx#filled!D2/);
    expect(lines[2]).toMatch(/^cover,+2026-Q2,56,.*2026-07-08.*filled\.xlsx#filled!D3/);
  },
  240_000,
);

test.runIf(program !== undefined)(
  "the results that are exported open in LibreOffice: figures as figures, shares as percents, days as days, texts as texts",
  async () => {
    const observed = `${plan.replace("name: 覆盖率", 'name: "=覆盖率"')}data: { observations: o.csv }\n`;
    const host = fakeHost({
      files: { "/repo/meals.plan.yaml": observed, "/repo/o.csv": "indicator,at,value\ncover,2026-Q2,55%\n" },
    });
    const args = ["export", "meals.plan.yaml", "--to", "xlsx", "--as-of", "2026-06-30", "--lang", "en"];
    let workbook: string | Uint8Array = "";
    const write = async (_: string, content: string | Uint8Array) => {
      workbook = content;
      return { ok: true } as const;
    };
    expect(await run(args, { ...host, write })).toBe(0);
    const saved = converted("results.xlsx", workbook, `csv:${asCsv.replace("2052", "1033")}`);
    const [headings = [], row = []] = saved
      .toString("utf8")
      .replace('"target, upper end"', "target to")
      .split("\n")
      .map((line) => line.split(","));
    const cell = (heading: string): string | undefined => row[headings.indexOf(heading)];
    expect(cell("indicator")).toBe("=覆盖率");
    expect(cell("current value")).toBe("55");
    expect(cell("value of")).toMatch(/^2026-06-30$/);
    // (55 - 45) ÷ (85 - 45)
    expect(cell("attained")).toBe("25.0%");
  },
  240_000,
);
