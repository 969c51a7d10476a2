import { type WriteOptions, writeXlsx } from "hucre/xlsx";
import { expect, test } from "vitest";
import { run } from "../../src/cli/run.ts";
import { fakeHost } from "../kit/fake-host.ts";
import { zipOf } from "../kit/word-file.ts";

const plan = `format: 1
id: p
title: Meals
language: en
period: 2026-01..2027-12
indicators:
  - { id: cover, name: Cover, unit: "%", direction: increase, frequency: quarterly, baseline: 45% @ 2025-12, targets: [{ reach: 85%, by: 2027-12 }] }
data: { observations: x.xlsx }
`;

/** What `check` tells of the workbook, as `severity code file:line message`, and the value it judges by. */
async function check(content: Uint8Array, lang = "en") {
  const host = fakeHost({ files: { "/repo/p.plan.yaml": plan, "/repo/x.xlsx": content } });
  await run(["check", "p.plan.yaml", "--format", "json", "--lang", lang], host);
  const { plans } = JSON.parse(host.stdout());
  const told = plans[0].findings
    .filter((f: { rule: string }) => /^(?:data|input|yaml)\//.test(f.rule))
    .map(
      (f: {
        severity: string;
        rule: string;
        file: string;
        range: { start: { line: number } };
        message: string;
      }) => `${f.severity} ${f.rule} ${f.file}:${f.range.start.line} ${f.message}`,
    );
  const [row] = plans[0].indicators;
  return { told, value: row.value, on: row.observedOn };
}

type Rows = NonNullable<WriteOptions["sheets"][number]["rows"]>;
const book = (
  rows: Rows,
  more: Partial<WriteOptions["sheets"][number]> = {},
  others: WriteOptions["sheets"] = [],
) => writeXlsx({ sheets: [{ name: "Q", rows, ...more }, ...others] });

test("a percent cell of 0.523 is 52.3%, and a date cell its day", async () => {
  const content = await book(
    [
      ["indicator", "date", "value"],
      ["cover", new Date("2026-06-30"), 0.523],
    ],
    {
      cells: new Map([["1,2", { style: { numFmt: "0.0%" } }]]),
    },
  );
  expect(await check(content)).toEqual({ told: [], value: "52.3", on: "2026-06-30" });
});

test("Chinese headings below a title are found, and a bare number is in the unit of the indicator", async () => {
  const content = await book([["2026年填报表"], [], ["指标", "时间", "实际值"], ["cover", "2026-Q2", 52]]);
  expect(await check(content)).toEqual({ told: [], value: "52", on: "2026-06-30" });
});

test("a row that cannot be read is told with file, sheet and row; the good rows are used", async () => {
  const content = await book([
    ["indicator", "at", "value"],
    ["cover", "2026-Q1", "about 5"],
    ["cover", "2026-Q2", 52],
  ]);
  expect(await check(content)).toEqual({
    told: [expect.stringMatching(/^error data\/unreadable-value x\.xlsx#Q:2 cannot read "about 5"/)],
    value: "52",
    on: "2026-06-30",
  });
});

test("a day number without a date format is told as the day that it stands for", async () => {
  // 46203 days after 1899-12-30 is 2026-06-30.
  const { told } = await check(
    await book([
      ["indicator", "at", "value"],
      ["cover", 46203, 52],
    ]),
  );
  expect(told).toEqual([expect.stringContaining('"46203" is a spreadsheet\'s serial number for 2026-06-30')]);
});

test("formulas give the value they last had, with a note; one without a value is empty and told as an error", async () => {
  const content = await book(
    [
      ["indicator", "at", "value"],
      ["cover", "2026-Q1", null],
      ["cover", "2026-Q2", null],
    ],
    {
      cells: new Map([
        ["1,2", { type: "formula", formula: "40+8", formulaResult: 48 }],
        ["2,2", { type: "formula", formula: "NOW()" }],
      ]),
    },
  );
  const { told, value } = await check(content);
  expect(value).toBe("48");
  expect(told).toEqual([
    "info input/workbook-note x.xlsx#Q:1 the value that a formula last gave is read: C2",
    "error input/workbook-unread x.xlsx#Q:1 a formula without a computed value, read as empty: C3",
  ]);
});

test("a text of merged cells holds for all of them, a figure for the first row only", async () => {
  const content = await book(
    [
      ["indicator", "at", "value"],
      ["cover", "2026-Q1", 48],
      [null, "2026-Q2", null],
    ],
    {
      merges: [
        { startRow: 1, startCol: 0, endRow: 2, endCol: 0 },
        { startRow: 1, startCol: 2, endRow: 2, endCol: 2 },
      ],
    },
  );
  const { told, value, on } = await check(content);
  expect(told).toEqual([
    "info input/workbook-note x.xlsx#Q:1 merged cells; a text holds for all of them, a figure for the first row only: A2:A3, C2:C3",
  ]);
  expect({ value, on }).toEqual({ value: "48", on: "2026-03-31" });
});

test("hidden and further sheets are not read and told; the sheet with headings is taken", async () => {
  const content = await writeXlsx({
    sheets: [
      { name: "Cover page", rows: [["Report"]] },
      {
        name: "Secret",
        hidden: true,
        rows: [
          ["indicator", "at", "value"],
          ["cover", "2026-Q2", 99],
        ],
      },
      {
        name: "Figures",
        rows: [
          ["indicator", "at", "value"],
          ["cover", "2026-Q2", 52],
        ],
      },
    ],
  });
  expect(await check(content)).toMatchObject({
    told: [
      "info input/workbook-note x.xlsx#Figures:1 another sheet is not read: Cover page",
      "info input/workbook-note x.xlsx#Figures:1 a hidden sheet is not read: Secret",
    ],
    value: "52",
  });
});

test("a password, a damaged file and macros are told, in both languages", async () => {
  const locked = await writeXlsx({
    sheets: [{ name: "Q", rows: [["indicator"]] }],
    encryption: { password: "x", spinCount: 1000 },
  });
  expect((await check(locked)).told).toEqual([
    "error input/workbook-unread p.plan.yaml:8 the workbook is protected by a password; nothing of it is read",
  ]);
  expect((await check(new TextEncoder().encode("indicator,at\n"), "zh-Hans")).told).toEqual([
    "error input/workbook-unread p.plan.yaml:8 该文件不是工作簿（.xlsx）或者已损坏，未读取",
  ]);
  const macros = await writeXlsx({
    sheets: [
      {
        name: "Q",
        rows: [
          ["indicator", "at", "value"],
          ["cover", "2026-Q2", 52],
        ],
      },
    ],
    vbaProject: new Uint8Array(64),
  });
  expect(await check(macros)).toMatchObject({
    told: ["info input/workbook-note x.xlsx#Q:1 the workbook holds macros; they are neither run nor read"],
    value: "52",
  });
});

test("every output names the cell as the sheet does, also behind cells that hold commas, quotes and line breaks", async () => {
  const content = await book([
    ["2026年填报表"],
    ["note", "indicator", "at", "value"],
    ['a "b", c\nd', "cover", "2026-Q2", "about 5"],
  ]);
  const files = { "/repo/p.plan.yaml": plan, "/repo/x.xlsx": content };
  const outputs = async (format: string): Promise<string> => {
    const host = fakeHost({ files });
    expect(await run(["check", "p.plan.yaml", "--format", format, "--lang", "en"], host)).toBe(1);
    return host.stdout();
  };
  expect(await outputs("text")).toMatch(/error data\/unreadable-value: .*\n\s+→ x\.xlsx#Q!D3\n/);
  const { findings } = JSON.parse(await outputs("json")).plans[0];
  const found = findings.find(({ rule }: { rule: string }) => rule === "data/unreadable-value");
  expect(found).toMatchObject({ file: "x.xlsx#Q", cell: "D3", range: { start: { line: 3 } } });
  expect(await outputs("markdown")).toContain("<code>x.xlsx#&#8203;Q!D3</code>");
  expect(await outputs("junit")).toContain("x.xlsx#Q!D3");
  // No lines of a workbook can be shown: what is annotated is the file.
  expect(await outputs("github")).toContain(
    '::error file=x.xlsx,title=data/unreadable-value::x.xlsx#Q!D3: cannot read "about 5"',
  );
  const sarif = JSON.parse(await outputs("sarif")).runs[0].results.find(
    ({ ruleId }: { ruleId: string }) => ruleId === "data/unreadable-value",
  );
  expect(sarif.locations[0].physicalLocation).toMatchObject({
    artifactLocation: { uri: "x.xlsx" },
    region: { startLine: 1, startColumn: 1 },
  });
  expect(sarif.message.text).toMatch(/^x\.xlsx#Q!D3: /);
});

/** A workbook of sheets by name, each the XML of its rows: what a library would take minutes to write. */
function rawBook(sheets: Readonly<Record<string, string>>): Uint8Array {
  const type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const rels = (inner: string): string =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner}</Relationships>`;
  const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
  const names = Object.keys(sheets);
  const part = (i: number): string => `xl/worksheets/sheet${i + 1}.xml`;
  const listed = names.map((name, i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="r${i}"/>`);
  const related = names.map(
    (_, i) => `<Relationship Id="r${i}" Type="${type}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`,
  );
  return zipOf(
    {
      "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
      "_rels/.rels": rels(`<Relationship Id="r" Type="${type}/officeDocument" Target="xl/workbook.xml"/>`),
      "xl/workbook.xml": `<workbook ${main} xmlns:r="${type}"><sheets>${listed.join("")}</sheets></workbook>`,
      "xl/_rels/workbook.xml.rels": rels(related.join("")),
      ...Object.fromEntries(
        names.map((name, i) => [
          part(i),
          `<worksheet ${main}><sheetData>${sheets[name]}</sheetData></worksheet>`,
        ]),
      ),
    },
    names.map((_, i) => part(i)),
  );
}

const text = (words: string): string => `<c t="inlineStr"><is><t>${words}</t></is></c>`;
const figures = `<row>${["indicator", "at", "value"].map(text).join("")}</row><row>${text("cover")}${text("2026-Q2")}<c><v>52</v></c></row>`;

test("a sheet with more rows than are read is told as too long and not read; rows that are only formatted do not count", async () => {
  const full = "<row><c><v>1</v></c></row>".repeat(200_000);
  const empty = '<row><c s="1"/></row>'.repeat(300_000);
  const { told, value } = await check(rawBook({ Q: figures + full }));
  expect(told).toEqual([
    "error input/workbook-unread p.plan.yaml:8 the sheet has rows with figures or texts beyond the limit of 200,000; nothing of it is read",
  ]);
  expect(value).toBeNull();
  expect(await check(rawBook({ Raw: full + full, Q: figures }))).toMatchObject({
    told: ["info input/workbook-note x.xlsx#Q:1 another sheet is not read: Raw"],
    value: "52",
  });
  expect(await check(rawBook({ Q: figures + empty }))).toMatchObject({ told: [], value: "52" });
  const astray = `<row r="1048576"><c r="A1048576"><v>7</v></c></row>`;
  expect(await check(rawBook({ Q: figures + astray }))).toMatchObject({
    told: [
      "error input/workbook-unread x.xlsx#Q:1 the sheet is read up to row 200,000 only; a CSV file may hold more",
    ],
    value: "52",
  });
}, 120_000);
