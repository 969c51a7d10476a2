import { type WriteOptions, writeXlsx } from "hucre/xlsx";
import { expect, test } from "vitest";
import { run } from "../../src/cli/run.ts";
import { gb18030 } from "../kit/encode.ts";
import { fakeHost } from "../kit/fake-host.ts";
import { cell, paragraph, row, table, wordFile } from "../kit/word-file.ts";

async function importOf(name: string, content: string | Uint8Array, ...args: readonly string[]) {
  const host = fakeHost({ files: { [`/repo/${name}`]: content } });
  const exit = await run(["import", name, "--as", "plan", ...args], host);
  const [[path, text] = ["", ""]] = [...host.written];
  return { exit, path, text, out: host.stdout(), err: host.stderr() };
}

/** What `check` and `fmt --check` say of a draft: `severity code`, each once, and the exit code of `fmt`. */
async function checkOf(text: string) {
  const files = { "/repo/d.plan.yaml": text };
  const host = fakeHost({ files });
  await run(["check", "d.plan.yaml", "--only", "plan", "--format", "json"], host);
  const [plan] = JSON.parse(host.stdout()).plans;
  const told = plan.findings.map((f: { severity: string; rule: string }) => `${f.severity} ${f.rule}`);
  return {
    told: [...new Set<string>(told)].sort(),
    fmt: await run(["fmt", "--check", "d.plan.yaml"], fakeHost({ files })),
  };
}

type Sheet = WriteOptions["sheets"][number];
const book = (rows: NonNullable<Sheet["rows"]>, more: Partial<Sheet> = {}) =>
  writeXlsx({ sheets: [{ name: "指标表", rows, ...more }] });

/** A merged range in rows and columns from 0. */
const merge = (startRow: number, startCol: number, endRow: number, endCol: number) => ({
  startRow,
  startCol,
  endRow,
  endCol,
});

const chinese = () =>
  book(
    [
      ["2026—2027年老年助餐主要指标表"],
      ["填报单位：区民政局"],
      [
        "序号",
        "一级指标",
        "二级指标",
        "指标名称",
        "单位",
        "基期值",
        "目标值",
        null,
        "权重",
        "责任单位",
        "配合单位",
        "完成时限",
        "数据来源",
        "备注",
      ],
      [null, null, null, null, null, "2024年", "2026年", "2027年"],
      [
        1,
        "产出指标",
        "数量指标",
        "助餐点数量",
        "个",
        120,
        "≥150",
        200,
        20,
        "区民政局",
        "区财政局、区商务局",
        46387,
        "业务统计",
        null,
      ],
      [
        2,
        null,
        "质量指标",
        "助餐服务覆盖率",
        "%",
        0.45,
        0.6,
        "不低于85%",
        30,
        "区民政局",
        null,
        "2027年12月底前",
        "抽样调查",
        "含农村",
      ],
      [
        3,
        "满意度指标",
        "满意度指标",
        "用餐老人满意度（%）",
        null,
        "—",
        "90以上",
        "显著提升",
        30,
        "区民政局、各街道办事处",
        null,
        "长期",
      ],
      ["合计", null, null, null, null, null, null, null, 80],
      ["注：本表数据以统计部门公布为准。"],
    ],
    {
      merges: [
        merge(0, 0, 0, 13),
        ...[0, 1, 2, 3, 4, 8, 9, 10, 11, 12, 13].map((column) => merge(2, column, 3, column)),
        merge(2, 6, 2, 7),
        merge(4, 1, 5, 1),
        merge(8, 0, 8, 13),
      ],
      cells: new Map([
        ["5,5", { style: { numFmt: "0%" } }],
        ["5,6", { style: { numFmt: "0.0%" } }],
      ]),
    },
  );

test("a Chinese workbook with a head of two rows, merged groups, percent cells and a day number becomes a draft", async () => {
  const { exit, path, text, out } = await importOf("指标表.xlsx", await chinese(), "--lang", "zh-Hans");
  expect({ exit, path, out }).toEqual({
    exit: 0,
    path: "/repo/指标表.plan.yaml",
    out: "已生成“指标表.plan.yaml”：指标 3 项，待核 7 处；请核对后运行：plan check 指标表.plan.yaml\n",
  });
  // 46387 days after 1899-12-30 is 2026-12-31.
  expect(
    text,
  ).toBe(`# 由“指标表.xlsx#指标表”导入的方案草稿。标有“待核”处请对照原表核对，source 中 # 后为所在单元格。
# 待核：“A8”：“合计”按合计行处理，未作为指标导入
# 待核：“A9”：表中说明文字不是指标，未导入：“注：本表数据以统计部门公布为准。”
format: 1
id: 指标表
title: "2026—2027年老年助餐主要指标表"
language: zh-Hans
period: 2026..2027 # 待核：“A1”：实施期“2026..2027”取自“2026—2027年老年助餐主要指标表”
status: draft
sources:
  - { id: table, title: "指标表.xlsx#指标表" }
  - { id: source-1, title: 业务统计 }
  - { id: source-2, title: 抽样调查 }
actors:
  - { id: owner-1, name: 区民政局 }
  - { id: owner-2, name: 区财政局 }
  - { id: owner-3, name: 区商务局 }
  - { id: owner-4, name: 各街道办事处 }
dimensions:
  - { id: dimension-1, name: 产出指标 }
  - { id: dimension-2, name: 满意度指标 }
indicators:
  - id: indicator-1
    name: 助餐点数量
    x-source: table#D5
    dimension: dimension-1
    x-groups: [数量指标]
    performance: quantity
    unit: 个
    baseline: { is: 120, at: 2024年, source: table#F5 }
    targets:
      - { reach: ≥150, by: 2026-12-31, source: table#G5 } # 待核：“L5”：日期序号“46387”按“2026-12-31”读取
      - { reach: 200, by: 2027年, source: table#H5 }
    weight: 20
    owner: { lead: owner-1, with: [owner-2, owner-3] }
    source: source-1
  - id: indicator-2
    name: 助餐服务覆盖率
    x-source: table#D6
    dimension: dimension-1
    x-groups: [质量指标]
    performance: quality
    unit: "%"
    baseline: { is: 45%, at: 2024年, source: table#F6 }
    targets:
      - { reach: 60%, by: 2026年, source: table#G6 }
      - { reach: 不低于85%, by: 2027年12月底前, source: table#H6 }
    weight: 30
    owner: owner-1
    source: source-2
    note: 含农村
  - id: indicator-3
    name: 用餐老人满意度 # 待核：“J7”：“区民政局、各街道办事处”列有多个单位，按排在首位的“区民政局”牵头读取
    x-source: table#D7
    dimension: dimension-2
    performance: satisfaction
    unit: "%"
    targets:
      - { reach: 90以上, by: 2026年, source: table#G7 }
    weight: 30
    owner: { lead: owner-1, with: [owner-4] }
    x-unread:
      - { cell: L7, heading: 完成时限, text: 长期 } # 待核：“L7”：“完成时限”中的“长期”无法识别，原文保留在 \`x-unread\` 中
      - { cell: H7, heading: 目标值 2027年, text: 显著提升 } # 待核：“H7”：“目标值 2027年”中的“显著提升”无法识别，原文保留在 \`x-unread\` 中
`);
  // Only what the table lacks: the weights sum to 80, the third indicator has no baseline.
  expect(await checkOf(text)).toEqual({
    told: [
      "error count/weight-sum",
      "info indicator/missing-frequency",
      "info provenance/undated-source",
      "warning indicator/missing-baseline",
    ],
    fmt: 0,
  });
});

test("an English CSV file: Latin names give ids, partners stand beside the lead, an unknown column is kept", async () => {
  const { exit, text, err } = await importOf(
    "kpi.csv",
    `Results framework of the meals programme
No.,Indicator,Unit,Baseline (2024),Target 2026,Target 2028,Weight,Lead,Partners,Source,Definition,Rank
1,Meal coverage,%,45%,60%,>=85%,60%,Social Affairs,Finance; Health,Annual survey,"Communities served, of all",1
2,Meals served,meals,"90,000",95000,at least 120000,0.4,Social Affairs,,,,
3,Users content,percent,,0.85,improving,,,,,,
`,
  );
  expect(exit).toBe(0);
  expect(text).toContain(`  - id: meal-coverage
    name: Meal coverage
    x-source: table#B3
    unit: "%"
    definition: "Communities served, of all"
    baseline: { is: 45%, at: 2024, source: table#D3 }
    targets:
      - { reach: 60%, by: 2026, source: table#E3 }
      - { reach: ">=85%", by: 2028, source: table#F3 }
    weight: 60%
    owner: { lead: owner-1, with: [owner-2, owner-3] }
    source: source-1
    x-unread:
      - { cell: L3, heading: Rank, text: "1" }
`);
  expect(text).toContain('baseline: { is: "90,000", at: 2024, source: table#D4 }');
  expect(text).toContain("# TODO: kpi.csv: the table states no period of the plan (`period`)");
  expect(text).toContain("source: table#E5 } # TODO: E5: 0.85 under the unit percent may be a share");
  expect(text).toContain("{ cell: F5, heading: Target 2028, text: improving } # TODO: F5:");
  expect(err).toContain(
    'L2: the column "Rank" is not known; its cells are kept as they stand under `x-unread`',
  );
  expect((await checkOf(text)).told).not.toContainEqual(expect.stringMatching(/^error|yaml\/|reference\//));
});

test("headings that are only years: what lies before the period, or alone before a gap, is taken as baseline, and each place is marked", async () => {
  const gap = await importOf("a.csv", "指标,2020年,2025年\n生产总值（亿元）,500,700\n");
  expect(gap.text).toContain("baseline: { is: 500, at: 2020年, source: table#B2 } # 待核：“B1”：");
  expect(gap.text).toContain("- { reach: 700, by: 2025年, source: table#C2 } # 待核：“C1”：");
  const steps = await importOf("b.csv", "指标,2025年,2026年\n生产总值（亿元）,500,700\n");
  expect(steps.text).toContain("- { reach: 500, by: 2025年,");
  const period = await importOf(
    "c.csv",
    "2025—2027年指标表,,\n指标,2024年,2025年\n生产总值（亿元）,500,700\n",
  );
  expect(period.text).toContain(
    "baseline: { is: 500, at: 2024年, source: table#B3 } # 待核：“B2”：表头“2024年”早于",
  );
});

test("rows that head a group, rows of one indicator one below another, and a column 单位 of bodies", async () => {
  const { text } = await importOf(
    "g.csv",
    "序号,指标,年度,目标值,单位\n一,助餐服务,,,\n1,覆盖率,2026年,60%,区民政局\n,,2027年,85%,\n2,满意度,2027年,90%以上,区民政局\n",
  );
  expect(text).toContain("  - { id: dimension-1, name: 一、助餐服务 }\n");
  expect(text).toContain(`      - { reach: 60%, by: 2026年, source: table#D3 }
      - { reach: 85%, by: 2027年, source: table#D4 }
`);
  expect(text).toContain("# 待核：“B4”：该行按“覆盖率”的续行读取");
  expect(text).toContain("# 待核：“E1”：“单位”一列填的是“区民政局”等单位，按责任单位读取");
  expect(text.match(/^ {2}- id:/gm)).toHaveLength(2);
  expect(text.match(/owner: owner-1/g)).toHaveLength(2);
});

test("a figure in a cell merged over several indicators is given to none", async () => {
  const content = await book(
    [
      ["指标名称", "单位", "2027年目标值", "权重"],
      ["甲", "个", 5, 30],
      ["乙", "个", 6, null],
    ],
    { merges: [merge(1, 3, 2, 3)] },
  );
  const { text } = await importOf("m.xlsx", content);
  expect(text).not.toMatch(/^ {4}weight:/m);
  expect(text).toContain(
    '{ cell: D2, heading: 权重, text: "30" } # 待核：“D2”：“权重”中的“30”写在跨多个指标的合并单元格内',
  );
});

test("no date is made up: a target without one has none, and check tells it", async () => {
  const { text } = await importOf("n.csv", "指标名称,计量单位,目标值\n覆盖率,%,85\n");
  expect(text).toContain("- { reach: 85, source: table#C2 }");
  expect(text).not.toMatch(/\b(?:19|20)\d\d\b/);
  expect((await checkOf(text)).told).toContain("warning target/missing-date");
});

const wordTable = table(
  row(
    "序号",
    cell("指标名称", { vertical: "restart" }),
    cell("单位", { vertical: "restart" }),
    cell("目标值", { span: 2 }),
  ),
  row("", cell("", { vertical: "continue" }), cell("", { vertical: "continue" }), "2026年", "2027年"),
  row("1", "覆盖率", "%", "60", "≥85"),
  row("2", "满意度", "%", "90", "90"),
);

test("a Word document: tables with merged cells, one nested in another; what is no indicator table is told", async () => {
  const nested = table(
    row("外框"),
    row(
      cell(`${paragraph("见下表")}${table(row("指标", "单位", "2027年目标值"), row("内嵌指标", "件", "3"))}`),
    ),
  );
  const content = wordFile(
    `${paragraph("附件1")}${paragraph("老年助餐服务指标表（2026—2027年）")}${wordTable}${table(row("任务", "时限"))}${nested}`,
  );
  const { exit, text, err } = await importOf("方案.docx", content, "--lang", "zh-Hans");
  expect(exit).toBe(0);
  expect(text).toContain('title: "老年助餐服务指标表（2026—2027年）"\n');
  expect(text).toContain(
    '  - { id: table-1, title: "方案.docx#表1" }\n  - { id: table-4, title: "方案.docx#表4" }\n',
  );
  expect(text).toContain(`    name: 覆盖率
    x-source: table-1#B3
    unit: "%"
    targets:
      - { reach: 60, by: 2026年, source: table-1#D3 }
      - { reach: ≥85, by: 2027年, source: table-1#E3 }
`);
  expect(text).toContain("- { reach: 3, by: 2027年, source: table-4#C2 }");
  expect(err).toContain("第 2、3 个表格没有指标表的表头，未读取");
  expect(err).toContain("第 4 个表格嵌套在其他表格的单元格中，按单独的表格读取");
  expect((await checkOf(text)).fmt).toBe(0);
});

test("tracked changes: what was deleted is not read, what was inserted is, and it is told", async () => {
  const change = (name: string, inner: string): string =>
    `<w:${name} w:id="1" w:author="a">${inner}</w:${name}>`;
  const run = (tag: string, text: string): string => `<w:r><w:${tag}>${text}</w:${tag}></w:r>`;
  const changed = `<w:p>${change("del", run("delText", "80"))}${change("ins", run("t", "85"))}${change("moveFrom", run("t", "7"))}</w:p>`;
  const gone = `<w:tr><w:trPr><w:del w:id="2" w:author="a"/></w:trPr>${cell("已删指标")}${cell("1")}</w:tr>`;
  const { text, err } = await importOf(
    "d.docx",
    wordFile(table(row("指标", "2027年目标值"), row("覆盖率", cell(changed)), gone)),
  );
  expect(text).toContain("- { reach: 85, by: 2027年,");
  expect(text).not.toContain("已删指标");
  expect(err).toContain("4 tracked changes that nobody accepted");
  expect(text).toContain(
    "- { reach: 85, by: 2027年, source: table#B2 } # 待核：“B2”：“85”按尚未接受的修订读取",
  );
});

test("names, headings and cells that are empty by a tracked change are marked as well; accepted text is not", async () => {
  const mark = (name: string, text: string): string =>
    `<w:p><w:${name} w:id="1" w:author="a"><w:r><w:t>${text}</w:t></w:r></w:${name}></w:p>`;
  const added = `<w:tr><w:trPr><w:ins w:id="3" w:author="a"/></w:trPr>${cell("Meals")}${cell("90")}${cell("")}</w:tr>`;
  const { text } = await importOf(
    "d.docx",
    wordFile(
      table(
        row("Indicator", cell(mark("ins", "Target 2027")), "Unit"),
        row("Coverage", "85", cell(mark("del", "%"))),
        added,
      ),
    ),
  );
  const todo = (cell: string, words: string): string => `TODO: ${cell}: ${words}`;
  const deleted = "what stood here is deleted in a tracked change that nobody accepted";
  const inserted = (words: string): string => `"${words}" stands as in a tracked change that nobody accepted`;
  expect(text).toContain(`# ${todo("B1", inserted("Target 2027"))}\n`);
  expect(text).toContain(`    name: Coverage # ${todo("C2", deleted)}\n`);
  expect(text).toContain("- { reach: 85, by: 2027, source: table#B2 }\n");
  expect(text).toContain(`# ${todo("A3", inserted("Meals"))}`);
  expect(text).toContain(`- { reach: 90, by: 2027, source: table#B3 } # ${todo("B3", inserted("90"))}\n`);
});

test("a workbook under the name of a Word document is told as one", async () => {
  const { exit, err } = await importOf("t.docx", await book([["Indicator", "Target 2027"]]));
  expect(exit).toBe(1);
  expect(err).toContain("the file is a workbook (.xlsx) under the name of a Word document");
  expect(err).toContain("Give the file its own ending, .xlsx");
});

test("a day number among figures is marked: the edge of a month, or any where shares are told; other figures are not", async () => {
  // 46387 is 2026-12-31, 46388 the day after it, 46203 2026-06-30; 45678 is 2025-01-21
  const { text } = await importOf(
    "t.csv",
    [
      "Indicator,Unit,Target 2027",
      "Coverage,%,46387",
      "Share,%,45678",
      "Meals,meals,46388",
      "Income,yuan,45678",
      "Visits,visits,146387",
    ].join("\n"),
  );
  const marked = [...text.matchAll(/reach: (\d+),.*?(?:# TODO: (\w+): (.*))?$/gm)].map(
    ([, ...parts]) => parts,
  );
  const doubt = (figure: string, day: string): string =>
    `${figure} may be the day ${day} that lost its format; it is kept as a figure`;
  expect(marked).toEqual([
    ["46387", "C2", doubt("46387", "2026-12-31")],
    ["45678", "C3", doubt("45678", "2025-01-21")],
    ["46388", "C4", doubt("46388", "2027-01-01")],
    ["45678", undefined, undefined],
    ["146387", undefined, undefined],
  ]);
});

test("documents that cannot be read are told, in both languages, and nothing is written", async () => {
  const utf16 = Buffer.from("EncryptedPackage", "utf16le");
  const ole = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  const told = async (content: string | Uint8Array, ...args: readonly string[]) => {
    const { exit, err, path } = await importOf("x.docx", content, ...args);
    expect({ exit, path }).toEqual({ exit: 1, path: "" });
    return err.split("\n")[0];
  };
  expect(await told(Buffer.concat([ole, Buffer.alloc(100), utf16]))).toBe(
    "error input/word-unread: the document is protected by a password; nothing of it is read",
  );
  expect(await told(Buffer.concat([ole, Buffer.alloc(100)]), "--lang", "zh-Hans")).toBe(
    "错误 input/word-unread：文档为旧格式（.doc、.rtf），未读取",
  );
  expect(await told("no zip")).toContain("is no Word document (.docx), or a damaged one");
  expect(await told(wordFile(paragraph("只有文字")))).toContain("the document holds no table");
  expect(await told(wordFile(table(row("任务", "时限"), row("甲", "乙"))))).toContain(
    "input/no-indicator-table",
  );
  // 80 MB of blanks in some 80 KB.
  expect(await told(wordFile(" ".repeat(80 * 1024 * 1024)))).toContain("unpacks to more than can be read");
});

test("macros of a document are told and not read", async () => {
  const content = wordFile(table(row("指标", "2027年目标值"), row("覆盖率", "85%")), {
    "word/vbaProject.bin": new Uint8Array(64),
  });
  const { exit, err } = await importOf("x.docm", content);
  expect(exit).toBe(0);
  expect(err).toContain("the document holds macros; they are neither run nor read");
});

test("a draft is written over no file, --plan is refused beside --as plan, and a Word document without it", async () => {
  const files = { "/repo/t.csv": "指标,单位\n甲,个\n" };
  const host = fakeHost({ files, writeFailure: "EEXIST" });
  expect(await run(["import", "t.csv", "--as", "plan"], host)).toBe(2);
  expect(host.stderr()).toContain("t.plan.yaml exists; nothing was written");
  expect(await run(["import", "t.csv", "--as", "plan", "--plan", "p"], fakeHost({ files }))).toBe(2);
  const word = fakeHost({ files: { "/repo/t.docx": "" } });
  expect(await run(["import", "t.docx"], word)).toBe(2);
  expect(word.stderr()).toContain("add --as plan");
});

test("a CSV file in GB18030 with line ends inside its cells", async () => {
  const { text } = await importOf(
    "g.csv",
    gb18030('指标,"目标值\n（2027年）",责任单位\n"助餐\r\n覆盖率",85%,"区民政局\n区财政局"\n'),
  );
  expect(text).toContain("name: 助餐 覆盖率");
  expect(text).toContain("- { reach: 85%, by: 2027年, source: table#B3 }");
  expect(text).toContain("owner: { lead: owner-1, with: [owner-2] }");
});

test("a workbook in Traditional characters gives a draft in them", async () => {
  const { text } = await importOf(
    "t.csv",
    "指標名稱,計量單位,2027年目標值,責任單位,備註\n覆蓋率,%,85,民政局,含農村\n",
  );
  expect(text).toContain("language: zh-Hant");
  expect(text).toContain("name: 覆蓋率");
  expect(text).toContain("note: 含農村");
});

test("a workbook: hidden sheets, formulas, macros and merged cells are told; what a formula does not give is an error", async () => {
  const content = await writeXlsx({
    sheets: [
      {
        name: "底表",
        hidden: true,
        rows: [
          ["指标名称", "单位"],
          ["隐藏指标", "个"],
        ],
      },
      {
        name: "指标表",
        rows: [
          ["指标名称", "单位", "2027年目标值"],
          ["甲", "个", null],
          ["乙", "个", null],
        ],
        cells: new Map([
          ["1,2", { type: "formula", formula: "2+3", formulaResult: 5 }],
          ["2,2", { type: "formula", formula: "NOW()" }],
        ]),
      },
    ],
    vbaProject: new Uint8Array(64),
  });
  const { exit, text, err } = await importOf("m.xlsm", content);
  expect(exit).toBe(1);
  expect(text).toContain("- { reach: 5, by: 2027年, source: table#C2 }");
  expect(text).not.toContain("隐藏指标");
  for (const told of [
    "a hidden sheet is not read: 底表",
    "the value that a formula last gave is read: C2",
    "a formula without a computed value, read as empty: C3",
    "the workbook holds macros",
  ])
    expect(err).toContain(told);
});

test("a workbook with a password, and one whose merged cells cover each other thousands of times, are refused", async () => {
  const locked = await writeXlsx({
    sheets: [{ name: "Q", rows: [["指标"]] }],
    encryption: { password: "x", spinCount: 1000 },
  });
  expect(await importOf("l.xlsx", locked)).toMatchObject({
    exit: 1,
    path: "",
    err: expect.stringContaining("protected by a password"),
  });
  // 3,000 ranges of 1,000 cells: three million.
  const merges = Array.from({ length: 3000 }, () => merge(0, 0, 999, 0));
  const covered = await book(
    Array.from({ length: 1000 }, () => ["指标", "单位"]),
    { merges },
  );
  expect(await importOf("c.xlsx", covered)).toMatchObject({
    exit: 1,
    path: "",
    err: expect.stringContaining("more than can be read"),
  });
});
