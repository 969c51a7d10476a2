/** Findings of reading an indicator table into a draft plan. */
import { defineCode } from "../diagnostics/diagnostic.ts";

/** `cell`: where it stands (`t.xlsx#Sheet!C7`, or `C7` in a comment); `text`: what stands there; `more`: what it was taken for. */
type DoubtArgs = {
  readonly kind: DoubtKind;
  readonly cell: string;
  readonly text: string;
  readonly more: string;
};

const doubts = {
  unread: {
    en: (a: Words) =>
      `"${a.text}" under "${a.more}" cannot be read; it is kept as it stands under \`x-unread\``,
    zhHans: (a: Words) => `“${a.more}”中的“${a.text}”无法识别，原文保留在 \`x-unread\` 中`,
  },
  change: {
    en: (a: Words) =>
      `"${a.text}" is a change and not a level; it is kept under \`x-unread\`: write it as \`change\`, \`relative\`, \`rate\` or \`each\``,
    zhHans: (a: Words) =>
      `“${a.text}”是变化量，不是水平值，原文保留在 \`x-unread\` 中；请改写为 \`change\`、\`relative\`、\`rate\` 或 \`each\``,
  },
  "spare-date": {
    en: (a: Words) =>
      `"${a.text}" under "${a.more}" is the date of no target that could be read; it is kept under \`x-unread\``,
    zhHans: (a: Words) => `“${a.more}”中的“${a.text}”没有可以对应的目标值，保留在 \`x-unread\` 中`,
  },
  serial: {
    en: (a: Words) => `the day number ${a.text} is taken as ${a.more}`,
    zhHans: (a: Words) => `日期序号“${a.text}”按“${a.more}”读取`,
  },
  "bare-year": {
    en: (a: Words) => `the heading "${a.text}" does not say what its figures are; they are taken as targets`,
    zhHans: (a: Words) => `表头“${a.text}”未注明是基期值还是目标值，按目标值读取`,
  },
  "first-year": {
    en: (a: Words) =>
      `the heading "${a.text}" does not say what its figures are; as the years go on only with ${a.more}, they are taken as baselines`,
    zhHans: (a: Words) =>
      `表头“${a.text}”未注明是基期值还是目标值，因其后为不相连的“${a.more}”，按基期值读取`,
  },
  "before-period": {
    en: (a: Words) => `the heading "${a.text}" lies before ${a.more}; its figures are taken as baselines`,
    zhHans: (a: Words) => `表头“${a.text}”早于“${a.more}”，按基期值读取`,
  },
  actual: {
    en: (a: Words) => `the figures under "${a.text}" are taken as baselines`,
    zhHans: (a: Words) => `“${a.text}”一列按基期值读取`,
  },
  reported: {
    en: (a: Words) =>
      `the figures under "${a.text}" were reported and are no part of a plan; they are kept as they stand under \`x-unread\``,
    zhHans: (a: Words) => `“${a.text}”一列是已报送的数据，不属于方案内容，原文保留在 \`x-unread\` 中`,
  },
  "heading-time": {
    en: (a: Words) =>
      `"${a.more}" in the heading "${a.text}" is no date; the targets below have none from it`,
    zhHans: (a: Words) => `表头“${a.text}”中的“${a.more}”无法识别为日期，其下目标值未注明时间`,
  },
  "first-leads": {
    en: (a: Words) => `"${a.text}" names several; "${a.more}", named first, is taken as the lead`,
    zhHans: (a: Words) => `“${a.text}”列有多个单位，按排在首位的“${a.more}”牵头读取`,
  },
  "unit-is-owner": {
    en: (a: Words) => `the column "${a.text}" names bodies such as "${a.more}"; it is taken for who answers`,
    zhHans: (a: Words) => `“${a.text}”一列填的是“${a.more}”等单位，按责任单位读取`,
  },
  fraction: {
    en: (a: Words) =>
      `${a.text} under the unit ${a.more} may be a share (0.85 for 85%); it is kept as it stands`,
    zhHans: (a: Words) =>
      `计量单位为“${a.more}”，“${a.text}”可能是小数形式的比例（如 0.85 即 85%），未作换算`,
  },
  "figure-or-day": {
    en: (a: Words) => `${a.text} may be the day ${a.more} that lost its format; it is kept as a figure`,
    zhHans: (a: Words) => `“${a.text}”可能是丢失格式的日期“${a.more}”，按数值保留`,
  },
  tracked: {
    en: (a: Words) =>
      a.text === ""
        ? "what stood here is deleted in a tracked change that nobody accepted"
        : `"${a.text}" stands as in a tracked change that nobody accepted`,
    zhHans: (a: Words) =>
      a.text === "" ? "此处内容在尚未接受的修订中被删除" : `“${a.text}”按尚未接受的修订读取`,
  },
  "table-unit": {
    en: (a: Words) => `the unit "${a.more}" is taken from "${a.text}" above the table`,
    zhHans: (a: Words) => `计量单位“${a.more}”取自表头上方的“${a.text}”`,
  },
  "further-row": {
    en: (a: Words) => `the row is taken as a further row of "${a.more}"`,
    zhHans: (a: Words) => `该行按“${a.more}”的续行读取`,
  },
  "empty-group": {
    en: (a: Words) => `an empty cell under "${a.text}" is taken as "${a.more}", which stands above it`,
    zhHans: (a: Words) => `“${a.text}”中的空单元格按其上方的“${a.more}”读取`,
  },
  "shared-figure": {
    en: (a: Words) =>
      `the figure ${a.text} under "${a.more}" stands in a cell merged over several indicators; it is kept under \`x-unread\``,
    zhHans: (a: Words) => `“${a.more}”中的“${a.text}”写在跨多个指标的合并单元格内，保留在 \`x-unread\` 中`,
  },
  "file-title": {
    en: (a: Words) => `no title stands above the table; the name of the file is taken: "${a.text}"`,
    zhHans: (a: Words) => `表格上方没有标题，以文件名“${a.text}”作为方案名称`,
  },
  "no-period": {
    en: () => "the table states no period of the plan (`period`)",
    zhHans: () => "表中未注明方案的实施期（`period`）",
  },
  "title-period": {
    en: (a: Words) => `the period ${a.more} is taken from "${a.text}"`,
    zhHans: (a: Words) => `实施期“${a.more}”取自“${a.text}”`,
  },
  "total-row": {
    en: (a: Words) => `the row "${a.text}" is taken for a total, not for an indicator; it is left out`,
    zhHans: (a: Words) => `“${a.text}”按合计行处理，未作为指标导入`,
  },
  "note-row": {
    en: (a: Words) => `a remark below the headings is no indicator; it is left out: "${a.text}"`,
    zhHans: (a: Words) => `表中说明文字不是指标，未导入：“${a.text}”`,
  },
  nameless: {
    en: (a: Words) => `the row names no indicator; it is left out: "${a.text}"`,
    zhHans: (a: Words) => `该行没有指标名称，未导入：“${a.text}”`,
  },
  column: {
    en: (a: Words) =>
      `the column "${a.text}" is not known; its cells are kept as they stand under \`x-unread\``,
    zhHans: (a: Words) => `“${a.text}”一列无法识别，各格原文保留在 \`x-unread\` 中`,
  },
} as const;

type Words = { readonly text: string; readonly more: string };
export type DoubtKind = keyof typeof doubts;

/** What a comment in the draft says of a doubt, in both languages. */
export function doubtWords(kind: DoubtKind, text: string, more: string): { en: string; zhHans: string } {
  return { en: doubts[kind].en({ text, more }), zhHans: doubts[kind].zhHans({ text, more }) };
}

/** Something of an indicator table that stands in the draft only by a reading of ours, unread, or not at all. */
export const draftDoubt = defineCode<DoubtArgs>({
  code: "input/draft-doubt",
  severity: "warning",
  text: {
    en: {
      title: "Part of a draft to be looked at",
      message: ({ kind, cell, text, more }) => `${cell}: ${doubts[kind].en({ text, more })}`,
      why: "A table is written for people: headings, merged cells and words leave open what a plan must say.",
      fix: "Compare the cell named with the draft, mend the draft, and take away the comment that marks the place.",
    },
    zhHans: {
      title: "方案草稿中须核对的内容",
      message: ({ kind, cell, text, more }) => `“${cell}”：${doubts[kind].zhHans({ text, more })}`,
      why: "表格是写给人看的，表头、合并单元格和文字表述有多种读法，而方案须明确。",
      fix: "对照所列单元格核对草稿，改正后删去该处的待核标记。",
    },
  },
});

const refusals = {
  "no-table": {
    en: "no row has headings of an indicator table (the indicator beside its unit, baseline, target …); nothing is written",
    zhHans: "没有找到指标表的表头（指标名称，以及计量单位、基期值、目标值等），未生成草稿",
  },
  "no-indicators": {
    en: "no indicator stands below the headings; nothing is written",
    zhHans: "表头下没有指标，未生成草稿",
  },
} as const;

/** A file without an indicator table. */
export const noDraft = defineCode<{ readonly kind: keyof typeof refusals }>({
  code: "input/no-indicator-table",
  severity: "error",
  text: {
    en: {
      title: "No indicator table found",
      message: ({ kind }) => refusals[kind].en,
      why: "A draft made of something else would invent a plan.",
      fix: "Give the columns headings such as Indicator, Unit, Baseline (2024), Target 2027, Lead; figures that were reported are taken over without `--as plan`.",
    },
    zhHans: {
      title: "未找到指标表",
      message: ({ kind }) => refusals[kind].zhHans,
      why: "由其他内容生成的草稿，等于凭空编造方案。",
      fix: "各列用“指标名称”“计量单位”“2024年基期值”“2027年目标值”“责任单位”等作表头；导入已报送的实际值时不加 `--as plan`。",
    },
  },
});

/** A table with more rows than are read. */
export const tooManyRows = defineCode<{ readonly most: number }>({
  code: "input/indicator-rows",
  severity: "error",
  text: {
    en: {
      title: "Indicator table with too many rows",
      message: ({ most }) =>
        `only the first ${most} rows of the table are read; from here on nothing is in the draft`,
      why: "No plan has that many indicators: most likely the table holds reported figures, or another sheet is meant.",
      fix: "Split the table, or take over reported figures without `--as plan`.",
    },
    zhHans: {
      title: "指标表行数过多",
      message: ({ most }) => `该表只读取前 ${most} 行，自此起的内容不在草稿中`,
      why: "方案不会有这么多指标，多半是报送数据的表，或者选错了工作表。",
      fix: "拆分表格；导入已报送的实际值时不加 `--as plan`。",
    },
  },
});

export const draftCodes = [draftDoubt, noDraft, tooManyRows];
