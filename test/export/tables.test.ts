/** `plan export --to csv,xlsx`: the table of results, read back by other readers. */
import { inflateRawSync } from "node:zlib";
import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { csvText } from "../../src/export/csv.ts";
import { type ResultTable, resultTable } from "../../src/export/result-table.ts";
import { workbookBytes } from "../../src/export/results-workbook.ts";
import { makeSpeaker } from "../../src/language/speaker.ts";
import { makeContext } from "../../src/report/view/context.ts";
import { compileText } from "../kit/compile.ts";
import { minimalPlan } from "../kit/plans.ts";

async function tableOf(text: string, language: "en" | "zh-Hans" = "en"): Promise<ResultTable> {
  const compilation = compileText(text);
  const context = makeContext({ compilation, asOf: compilation.asOf, speaker: await makeSpeaker(language) });
  return resultTable(context, "1.2.3");
}

function rowsOf(csv: string): readonly Readonly<Record<string, string>>[] {
  return parse(csv, { bom: true, columns: true, record_delimiter: "\r\n" });
}

test("a row holds the figures exactly, with a heading for each", async () => {
  const [row] = rowsOf(csvText(await tableOf(minimalPlan)));
  // Way made: (56 − 45) ÷ (85 − 45) = 11 ÷ 40 = 0.275; share of the target: 56 ÷ 85 = 0.658823529411764705882…
  expect(row).toMatchObject({
    "indicator id": "coverage",
    indicator: "Coverage",
    entity: "",
    unit: "%",
    status: "on track",
    "status code": "on-track",
    "current value": "56",
    "value of": "2026-06-30",
    baseline: "45",
    "baseline of": "2025-12-31",
    relation: "≥",
    target: "85",
    "target due": "2027-12-31",
    attained: "0.275",
    "of target": "0.65882352941176470588",
  });
});

test("headings and words are Chinese in Chinese", async () => {
  const [row] = rowsOf(csvText(await tableOf(minimalPlan, "zh-Hans")));
  expect(row).toMatchObject({
    指标编号: "coverage",
    状态: "正常",
    状态代码: "on-track",
    实际值: "56",
    目标进度: "0.275",
  });
});

test("entities have rows of their own", async () => {
  const text = minimalPlan
    .replace(
      "observations: [{ at: 2026-03, value: 51% }, { at: 2026-06, value: 56% }]",
      "observations: [{ at: 2026-06, value: 50%, entity: north }]",
    )
    .concat("entities: [{ id: north, name: North }]\n");
  const rows = rowsOf(csvText(await tableOf(text)));
  expect(rows.map((row) => [row["entity id"], row.entity])).toEqual([
    ["", ""],
    ["north", "North"],
  ]);
});

test.each([
  "=1+1",
  "+1",
  "-1",
  "@SUM(A1)",
  "\t=1",
  "＝1+1",
  '=HYPERLINK("http://x","y")',
  "=cmd|' /C calc'!A0",
])("a name that looks like a formula is no formula in CSV: %j", async (name) => {
  const text = minimalPlan.replace("name: Coverage", `name: ${JSON.stringify(name)}`);
  const csv = csvText(await tableOf(text));
  const [row] = rowsOf(csv);
  expect(row?.indicator).toBe(`'${name}`);
  // It stands quoted, so that no separator of another country's spreadsheet can cut the apostrophe off.
  expect(csv).toContain(`"'${name.replaceAll('"', '""')}"`);
});

test("negative figures are figures, not formulas", async () => {
  const text = minimalPlan.replace("value: 56%", "value: 40%");
  const [row] = rowsOf(csvText(await tableOf(text)));
  expect(row?.attained).toBe("-0.125"); // (40 − 45) ÷ 40
});

test("separators, quotes and line ends in a name stay in its cell", async () => {
  const name = 'a,"b"\nc;d';
  const text = minimalPlan.replace("name: Coverage", `name: ${JSON.stringify(name)}`);
  const rows = rowsOf(csvText(await tableOf(text)));
  expect(rows).toHaveLength(1);
  expect(rows[0]?.indicator).toBe(name);
});

/** The files of a ZIP archive, read by its central directory. */
function unzipped(bytes: Uint8Array): ReadonlyMap<string, string> {
  const view = Buffer.from(bytes);
  let at = view.readUInt32LE(view.lastIndexOf(Buffer.from("PK\u0005\u0006", "latin1")) + 16);
  const files = new Map<string, string>();
  while (view.readUInt32LE(at) === 0x02014b50) {
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => view.readUInt16LE(at + offset));
    const name = view.toString("utf8", at + 46, at + 46 + (nameLength ?? 0));
    const local = view.readUInt32LE(at + 42);
    const start = local + 30 + view.readUInt16LE(local + 26) + view.readUInt16LE(local + 28);
    const packed = view.subarray(start, start + view.readUInt32LE(at + 20));
    const isPacked = view.readUInt16LE(at + 10) === 8;
    files.set(name, (isPacked ? inflateRawSync(packed) : packed).toString("utf8"));
    at += 46 + (nameLength ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return files;
}

/** Cells of the first sheet: reference → type, style and value; shared strings put in. */
function cellsOf(bytes: Uint8Array): ReadonlyMap<string, { readonly type: string; readonly value: string }> {
  const files = unzipped(bytes);
  const strings = [...(files.get("xl/sharedStrings.xml") ?? "").matchAll(/<si>(.*?)<\/si>/gs)].map(
    ([, si = ""]) =>
      si
        .replace(/<[^>]+>/g, "")
        .replaceAll("&lt;", "<")
        .replaceAll("&gt;", ">")
        .replaceAll("&quot;", '"')
        .replaceAll("&amp;", "&"),
  );
  const sheet = files.get("xl/worksheets/sheet1.xml") ?? "";
  const cells = [...sheet.matchAll(/<c r="([A-Z]+\d+)"([^>]*)>(.*?)<\/c>/gs)];
  return new Map(
    cells.map(([, ref = "", attributes = "", inner = ""]) => {
      const type = /t="(\w+)"/.exec(attributes)?.[1] ?? "n";
      const value = /<v>(.*?)<\/v>/s.exec(inner)?.[1] ?? "";
      return [ref, { type, value: type === "s" ? (strings[Number(value)] ?? "") : value }];
    }),
  );
}

function columnOf(table: ResultTable, heading: string): string {
  const index = table.headings.indexOf(heading);
  return (index < 26 ? "" : "A") + String.fromCharCode(65 + (index % 26));
}

test("a workbook holds numbers as numbers, days as days, and formulas never", async () => {
  const text = minimalPlan.replace("name: Coverage", 'name: "=1+1<&"');
  const table = await tableOf(text);
  const bytes = await workbookBytes(table, "2026-06-30");
  const cells = cellsOf(bytes);
  const cell = (heading: string): unknown => cells.get(`${columnOf(table, heading)}2`);
  expect(cell("indicator")).toEqual({ type: "s", value: "=1+1<&" });
  expect(cell("current value")).toEqual({ type: "n", value: "56" });
  expect(cell("attained")).toEqual({ type: "n", value: "0.275" });
  // 2026-06-30 is 46 203 days after 1899-12-30: 126 years of 365 days, 31 leap days (1904 to 2024), 181 − 1 days, and 1 + 1.
  expect(cell("value of")).toEqual({ type: "n", value: "46203" });
  expect(unzipped(bytes).get("xl/worksheets/sheet1.xml")).not.toContain("<f>");
  expect(Buffer.from(bytes).equals(Buffer.from(await workbookBytes(table, "2026-06-30")))).toBe(true);
});

test("a figure with more digits than a cell holds stands as text, whole", async () => {
  const long = "12345678901234567890";
  const text = minimalPlan
    .replace('unit: "%"', "unit: 元")
    .replace(/45% @/, "1 @")
    .replace("≥85%", long)
    .replace(/51%|56%/g, "2");
  const table = await tableOf(text);
  const cells = cellsOf(await workbookBytes(table, "2026-06-30"));
  expect(cells.get(`${columnOf(table, "target")}2`)).toEqual({ type: "s", value: long });
});

test("signs that XML cannot hold are left out of a workbook", async () => {
  const table = await tableOf(minimalPlan.replace("name: Coverage", 'name: "a\\u0001b\\ud800c\\uffffd"'));
  const cells = cellsOf(await workbookBytes(table, "2026-06-30"));
  expect(cells.get(`${columnOf(table, "indicator")}2`)?.value).toMatch(/^ab.?cd$/);
});
