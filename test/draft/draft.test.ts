import fc from "fast-check";
import { expect, test } from "vitest";
import { draftText, makeDraft } from "../../src/draft/index.ts";
import { layOut } from "../../src/format/layout.ts";
import { speakerOf } from "../../src/language/speaker.ts";
import { compileText } from "../kit/compile.ts";

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

const readTable = (csv: string) =>
  makeDraft([{ file: { name: "t.csv", text: csv }, merged: [], above: [], changed: [] }], "t");

function draftOf(rows: readonly (readonly string[])[], language: "en" | "zhHans" = "en") {
  const csv = rows.map((cells) => cells.map(quoted).join(",")).join("\n");
  const { draft } = readTable(csv);
  if (draft === null) return null;
  return draftText({ draft, id: "t", speaker: speakerOf(language === "en" ? "en" : "zh-Hans") });
}

const heading = [
  "No.",
  "Indicator",
  "Unit",
  "Baseline (2024)",
  "Target 2027",
  "Weight",
  "Lead",
  "Deadline",
  "Note",
  "Own",
];

/** Texts of cells: figures and words that tables hold, and anything at all. */
const cellText = fc.oneof(
  fc.constantFrom(
    "",
    "—",
    "≥90%",
    "1,200",
    "不低于90",
    "=1+1",
    "null",
    "~",
    "yes",
    "- a",
    "a: b",
    "a # b",
    "'",
    '"',
    "{x}",
    "2026年底",
    "46203",
    "*a",
    "&a",
    "%",
    "100%以上",
    "长期",
    "5-8",
    "\\",
    "0x10",
    "1e5",
    "|",
    ">",
  ),
  fc.string({ maxLength: 20 }),
  fc.string({ unit: "binary", maxLength: 12 }),
);

test("whatever stands in the cells, the draft is a plan without a fault of YAML or schema, and in the layout of fmt", () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(cellText, { minLength: 10, maxLength: 10 }), { minLength: 1, maxLength: 4 }),
      fc.constantFrom("en" as const, "zhHans" as const),
      (rows, language) => {
        const text = draftOf([heading, ...rows], language);
        if (text === null) return;
        const laid = layOut(text) ?? "";
        expect(layOut(laid)).toBe(laid);
        const { findings, plan } = compileText(laid, { only: "plan" });
        const faults = findings.filter(({ code }) => /^(?:yaml|schema|reference)\//.test(code));
        expect(
          faults.filter(
            ({ code, message }) => !(code === "schema/missing-key" && message.en.includes("period")),
          ),
        ).toEqual([]);
        expect(plan?.indicators.length).toBeGreaterThan(0);
      },
    ),
    { numRuns: 300 },
  );
});

test("a text that cannot be read is kept whole, with its cell and heading", () => {
  const long = "建成覆盖城乡、布局均衡的助餐网络，".repeat(20);
  const text =
    draftOf(
      [
        ["指标名称", "2027年目标值"],
        ["助餐网络", long],
      ],
      "zhHans",
    ) ?? "";
  const { plan } = compileText(text);
  expect(plan?.indicators).toHaveLength(1);
  expect(text).toContain(
    `{ cell: B2, heading: 2027年目标值, text: "${long}" }`.replace(
      "heading: 2027年目标值",
      'heading: "2027年目标值"',
    ),
  );
});

test("a table of more than twenty thousand rows is read up to the limit, which is told as an error", () => {
  const rows = Array.from({ length: 20_100 }, (_, at) => [
    String(at),
    `指标${at}`,
    "个",
    "1",
    "2",
    "",
    "",
    "",
    "",
    "",
  ]);
  const text = draftOf([heading, ...rows]) ?? "";
  expect(text.match(/^ {2}- id:/gm)).toHaveLength(19_999);
  const { findings } = readTable(`指标,单位\n${"甲,个\n".repeat(20_001)}`);
  // The headings are the first of 20,000 rows, so that row 20,001 of the file is the first that is not read.
  expect(findings.find(({ code }) => code === "input/indicator-rows")?.message.en).toContain("20000 rows");
});

test("a code that cannot be the id, or is that of several, is kept beside it", () => {
  const text =
    draftOf([
      ["Code", "Indicator", "Unit"],
      ["x", "甲", "个"],
      ["x", "乙", "个"],
      ["a/b", "丙", "个"],
    ]) ?? "";
  expect(text.match(/x-code: .*$/gm)).toEqual(["x-code: x", "x-code: x", "x-code: a/b"]);
});

test("texts of two hundred thousand signs are read in passing", () => {
  const long = [" ", "(", "单位 ", "、", "a ", "（牵头）", "2026年", "1,", "-", "a (b"].map(
    (sign) => `a${sign.repeat(200_000 / sign.length)}b`,
  );
  for (const text of long) {
    const draft = draftOf([
      ["a", ...heading.slice(1).map(() => text)],
      heading,
      heading.map((_, at) => (at === 1 ? text : `${text}c`)),
    ]);
    expect(draft?.length).toBeGreaterThan(text.length);
  }
});

test("what was reported is no baseline where targets lie no later; before them it is", () => {
  const text =
    draftOf(
      [
        ["指标", "2025年目标值", "2025年完成值", "2026年目标值"],
        ["覆盖率", "60%", "58%", "70%"],
      ],
      "zhHans",
    ) ?? "";
  expect(text).not.toContain("baseline:");
  expect(text).toContain('{ cell: C2, heading: "2025年完成值", text: "58%" }');
  const before =
    draftOf(
      [
        ["指标", "2024年完成值", "2026年目标值"],
        ["覆盖率", "58%", "70%"],
      ],
      "zhHans",
    ) ?? "";
  expect(before).toContain("baseline: { is: 58%, at: 2024年, source: table#B2 } # 待核：");
});

test("the form of performance targets: a column beside all rows, a line with the year, three levels", () => {
  const text =
    draftOf(
      [
        ["项目支出绩效目标申报表", "", "", "", ""],
        ["（2026年度）", "", "", "", ""],
        ["绩效指标", "一级指标", "二级指标", "三级指标", "指标值"],
        ["绩效指标", "产出指标", "数量指标", "新建助餐点", "≥30个"],
        ["绩效指标", "满意度指标", "服务对象满意度指标", "用餐老人满意度", "90% by 2026"],
      ],
      "zhHans",
    ) ?? "";
  expect(text).toContain("period: 2026 # 待核：");
  expect(text).toContain(
    "    performance: quantity\n    unit: 个\n    targets:\n      - { reach: ≥30个, source: table#E4 }\n",
  );
  expect(text).toContain("    performance: satisfaction\n");
  expect(text).toContain("- { reach: 90%, by: 2026, source: table#E5 }");
});

test("ids: those of the table, else made of a Latin name, else numbered; none twice", () => {
  const text =
    draftOf([
      ["Code", "Indicator", "Target 2027"],
      ["1.1", "Meals", "5"],
      ["", "Meals served", "5"],
      ["", "供餐", "5"],
      ["x", "甲", "1"],
      ["x", "乙", "1"],
      ["a b", "Visits: all", "1"],
    ]) ?? "";
  expect([...text.matchAll(/^ {2}- id: (.*)$/gm)].map(([, id]) => id)).toEqual([
    "1.1",
    "meals-served",
    "indicator-3",
    "indicator-4",
    "indicator-5",
    "visits-all",
  ]);
});
