/** Findings of reading a table as people keep it into observations or progress. */
import { type Diagnostic, defineCode, type Localized, makeDiagnostic } from "../diagnostics/diagnostic.ts";
import type { CsvRow } from "../tables/scan-csv.ts";
import type { Span } from "../text/source.ts";
import { isRemark, isTotal } from "./side-rows.ts";

const left = {
  "no-headings": {
    en: () =>
      "no row of headings was found with an indicator column and a value column (or periods side by side); nothing is imported",
    zhHans: () => "没有找到既有指标列又有实际值列（或各期并列）的表头，未导入任何数据",
  },
  "no-figures": {
    en: () => "the table holds no figure that can be imported",
    zhHans: () => "表中没有可导入的数据",
  },
  "unknown-indicator": {
    en: (text: string) => `the plan has no indicator "${text}"; the row is not imported`,
    zhHans: (text: string) => `方案中没有指标“${text}”，该行未导入`,
  },
  nameless: {
    en: (text: string) => `the row names no indicator or task; it is not imported: ${text}`,
    zhHans: (text: string) => `该行没有指标或任务名称，未导入：“${text}”`,
  },
  "no-progress-headings": {
    en: () =>
      "no row names a column of tasks with one of their state, share or progress; nothing is taken over",
    zhHans: () => "没有找到含任务列以及状态、完成比例或进展列的表头，未导入任何数据",
  },
  "unknown-item": {
    en: (text: string) =>
      `the plan has no action, milestone, deliverable or phase "${text}"; the row is not taken over`,
    zhHans: (text: string) => `方案中没有名为“${text}”的重点任务、关键节点、成果或阶段，该行未导入`,
  },
  "no-day": {
    en: () =>
      "neither the table nor the call says for which day it holds (`--at 2026-06-30`); nothing is taken over",
    zhHans: () => "表中没有日期，命令中也未指明（如 `--at 2026-06-30`），未导入任何数据",
  },
  "no-period": {
    en: (text: string) => `"${text}" is not a date or period; the row is not imported`,
    zhHans: (text: string) => `“${text}”不是日期或期间，该行未导入`,
  },
} as const;

const headings = {
  en: "Give the columns headings such as Indicator, Period, Value, or the periods side by side (2026-Q1, 2026-Q2).",
  zhHans: "各列用“指标”“时间”“实际值”等作表头，或者将各期并列（如“2026年一季度”“2026年二季度”）。",
};
const day = {
  en: "Add a column of dates, or say the day in the call: `--at 2026-06-30`.",
  zhHans: "增加日期列，或者在命令中用 `--at 2026-06-30` 指明日期。",
};

/** What to do about each. */
const cures: Readonly<Record<keyof typeof left, Localized>> = {
  "no-headings": headings,
  "no-figures": {
    en: "See that the right sheet is the first one, and that figures stand below the headings.",
    zhHans: "核对要导入的工作表是否为第一张，表头之下是否填有数据。",
  },
  "unknown-indicator": {
    en: "Write the id or the exact name that the indicator has in the plan, and import again.",
    zhHans: "按方案填写指标的编号或全称，再重新导入。",
  },
  nameless: {
    en: "Write the name in every row; a cell that was merged over several keeps its text in the first one only when it is saved as CSV.",
    zhHans: "每行都填写名称；合并单元格另存为 CSV 后，只有首行保留文字。",
  },
  "no-progress-headings": {
    en: "Give the columns headings such as Task, Date, Status, % complete, Work done.",
    zhHans: "各列用“任务”“日期”“状态”“完成率”“进展情况”等作表头。",
  },
  "unknown-item": {
    en: "Write the id or the exact name that the action, milestone, deliverable or phase has in the plan, and import again.",
    zhHans: "按方案填写重点任务、关键节点、成果或阶段的编号或全称，再重新导入。",
  },
  "no-day": day,
  "no-period": {
    en: "Write the day or the period as in 2026-06-30, 2026-Q2 or 2026, and import again.",
    zhHans: "日期或期间写作“2026-06-30”“2026年二季度”“2026”等形式，再重新导入。",
  },
};

/** A table, or a row of one, that is not taken over. `kind`: a word of the table above; `text`: what stands there. */
export const notImported = defineCode<{ kind: keyof typeof left; text: string }>({
  code: "input/not-imported",
  severity: "error",
  text: {
    en: {
      title: "Row that could not be imported",
      message: ({ kind, text }) => left[kind].en(text),
      why: "A row under a guessed indicator, task or date would enter every figure that follows.",
      fix: "Write the id or the exact name that the plan has, and a period such as 2026-Q2, and import again.",
      help: ({ kind }) => cures[kind].en,
    },
    zhHans: {
      title: "未能导入的行",
      message: ({ kind, text }) => left[kind].zhHans(text),
      why: "指标、任务或期间靠猜测认定，会影响此后全部计算结果。",
      fix: "按方案填写编号或全称，期间写作 2026-Q2 等形式，再重新导入。",
      help: ({ kind }) => cures[kind].zhHans,
    },
  },
});

const doubts = {
  entities: {
    en: (text: string) => `the column "${text}" is read as the entities, which its cells name`,
    zhHans: (text: string) => `“${text}”一列所填为实施单位，按实施单位导入`,
  },
  column: {
    en: (text: string) => `the column "${text}" is not known and is not imported`,
    zhHans: (text: string) => `“${text}”一列无法识别，未导入`,
  },
  serial: {
    en: (text: string) => `a day number is taken as the day that it stands for: ${text}`,
    zhHans: (text: string) => `日期序号按其所指日期导入：“${text}”`,
  },
  "title-day": {
    en: (text: string) => `the table has no column of dates; the day is taken from its title: ${text}`,
    zhHans: (text: string) => `表中没有日期列，日期取自标题：“${text}”`,
  },
  "state-as": {
    en: (text: string) => `a state is taken over in the words of the format: ${text}`,
    zhHans: (text: string) => `状态按规范用语导入：“${text}”`,
  },
  "share-as": {
    en: (text: string) => `a bare number is taken over as a share of the work: ${text}`,
    zhHans: (text: string) => `仅有数字的单元格按完成比例导入：“${text}”`,
  },
  "no-state": {
    en: (text: string) => `"${text}" is no state; it is taken over as words about the progress`,
    zhHans: (text: string) => `“${text}”不是规定的状态，按进展情况的文字导入`,
  },
  "no-share": {
    en: (text: string) =>
      `"${text}" is no share between 0 and 100%; it is taken over as words about the progress`,
    zhHans: (text: string) => `“${text}”不是 0 至 100% 的比例，按进展情况的文字导入`,
  },
  "total-row": {
    en: (text: string) => `the row "${text}" sums others up; it is left out`,
    zhHans: (text: string) => `“${text}”按合计行处理，未导入`,
  },
  "note-row": {
    en: (text: string) => `a remark below the figures is left out: "${text}"`,
    zhHans: (text: string) => `表中说明文字未导入：“${text}”`,
  },
  "bare-share": {
    en: (text: string) => `${text} may be a share of one (0.85 for 85%); it is imported as it stands`,
    zhHans: (text: string) => `“${text}”可能是小数形式的比例（如 0.85 即 85%），未作换算`,
  },
  "own-unit": {
    en: (text: string) => `a figure is imported in the unit stated in the table: ${text}`,
    zhHans: (text: string) => `按表中注明的计量单位导入：“${text}”`,
  },
} as const;

const sideRowCure = {
  en: "Nothing need be done. Where the row is an indicator or a task of the plan, write its id or exact name, and import again.",
  zhHans: "不必处理；确属方案中的指标或任务的，按方案填写编号或全称后重新导入。",
};

/** What to do about what is left out; the others are compared. */
const leftOutCures: Readonly<Partial<Record<keyof typeof doubts, Localized>>> = {
  column: {
    en: "Nothing need be done where the column is not wanted. Otherwise give it a heading of the format (docs/records.md), and import again.",
    zhHans: "不需要该列的不必处理；需要的，改用规定的表头（见 docs/records.zh-Hans.md）后重新导入。",
  },
  "total-row": sideRowCure,
  "note-row": sideRowCure,
};

/** What was taken over but should be looked at, or a column or row left out. */
export const importDoubt = defineCode<{ kind: keyof typeof doubts; text: string }>({
  code: "input/import-doubt",
  severity: "warning",
  text: {
    en: {
      title: "Imported data to be checked",
      message: ({ kind, text }) => doubts[kind].en(text),
      why: "Headings and notes of a table say things that a figure alone does not.",
      fix: "Compare the row with the cell that the column `source` names.",
      help: ({ kind }) => leftOutCures[kind]?.en ?? null,
    },
    zhHans: {
      title: "导入内容须核对",
      message: ({ kind, text }) => doubts[kind].zhHans(text),
      why: "表格中有些含义写在表头等处，仅凭数字无法看出。",
      fix: "按“来源”列注明的单元格与原表核对。",
      help: ({ kind }) => leftOutCures[kind]?.zhHans ?? null,
    },
  },
});

/** A total or a remark that stands among the rows, in the place of a name that the plan does not have; null for another name. */
export function sideRow(text: string, span: Span): Diagnostic | null {
  const kind = isTotal(text) ? "total-row" : isRemark(text) ? "note-row" : null;
  return kind === null
    ? null
    : makeDiagnostic(importDoubt, span, { kind, text: text.slice(0, 80) }, { severity: "info" });
}

/** A row that says something under known headings, but not of what; null for one that says nothing, and for a total. */
export function namelessRow(told: readonly string[], row: CsvRow): Diagnostic | null {
  if (told.length === 0) return null;
  const first = row.cells.find(({ text }) => text !== "")?.text ?? "";
  const text = told.slice(0, 5).join(", ").slice(0, 80);
  return sideRow(first, row.span) ?? makeDiagnostic(notImported, row.span, { kind: "nameless", text });
}

export const importCodes = [notImported, importDoubt];
