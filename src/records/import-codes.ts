/** Findings of reading a table as people keep it into observations or progress. */
import { defineCode } from "../diagnostics/diagnostic.ts";

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
    },
    zhHans: {
      title: "未能导入的行",
      message: ({ kind, text }) => left[kind].zhHans(text),
      why: "指标、任务或期间靠猜测认定，会影响此后全部计算结果。",
      fix: "按方案填写编号或全称，期间写作 2026-Q2 等形式，再重新导入。",
    },
  },
});

const doubts = {
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
  "own-unit": {
    en: (text: string) => `a figure is imported in the unit stated in the table: ${text}`,
    zhHans: (text: string) => `按表中注明的计量单位导入：“${text}”`,
  },
} as const;

/** What was taken over but should be looked at, or a column left out. */
export const importDoubt = defineCode<{ kind: keyof typeof doubts; text: string }>({
  code: "input/import-doubt",
  severity: "warning",
  text: {
    en: {
      title: "Imported data to be checked",
      message: ({ kind, text }) => doubts[kind].en(text),
      why: "Headings and notes of a table say things that a figure alone does not.",
      fix: "Compare the row with the cell that the column `source` names.",
    },
    zhHans: {
      title: "导入内容须核对",
      message: ({ kind, text }) => doubts[kind].zhHans(text),
      why: "表格中有些含义写在表头等处，仅凭数字无法看出。",
      fix: "按“来源”列注明的单元格与原表核对。",
    },
  },
});

export const importCodes = [notImported, importDoubt];
