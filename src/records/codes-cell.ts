/** Codes for single cells of a data file, or of an observation written in the plan. */
import { defineCode } from "../diagnostics/diagnostic.ts";

export const formulaCell = defineCode({
  code: "data/formula-cell",
  severity: "error",
  text: {
    en: {
      title: "Cell holds a formula",
      message: (a: { text: string }) => `"${a.text}" is a formula, not a value; it is not read`,
      why: "A formula in a CSV file runs when the file is opened in a spreadsheet, and has no value here.",
      fix: "Save the file with values instead of formulas.",
    },
    zhHans: {
      title: "单元格为公式",
      message: (a) => `“${a.text}”是公式而不是数值，未读取`,
      why: "CSV 文件中的公式没有结果值，而且在表格软件中打开时会自动执行。",
      fix: "将公式粘贴为数值后重新保存。",
    },
  },
});

export const unreadableDate = defineCode({
  code: "data/unreadable-date",
  severity: "error",
  text: {
    en: {
      title: "Date cannot be read",
      message: (a: { column: string; text: string; impossible: string; serial: string | null }) => {
        if (a.serial !== null)
          return `"${a.text}" is a spreadsheet's serial number for ${a.serial}; the row is not used`;
        return a.impossible === "yes"
          ? `there is no date "${a.text}"; the row is not used`
          : `"${a.text}" is not a date or period; the row is not used`;
      },
      why: "A row without a certain date cannot be set against any target.",
      fix: "Write 2026-06-30, 2026-06, 2026-Q2, 2026-H1, 2026 or M6.",
    },
    zhHans: {
      title: "日期无法识别",
      message: (a) => {
        if (a.serial !== null) return `“${a.text}”是表格软件的日期序号，即 ${a.serial}，该行未采用`;
        return a.impossible === "yes"
          ? `不存在“${a.text}”这一日期，该行未采用`
          : `“${a.text}”不是日期或期间，该行未采用`;
      },
      why: "日期不明确的数据无法与任何目标值对照。",
      fix: "写作 2026-06-30、2026-06、2026-Q2、2026-H1、2026 或 M6。",
    },
  },
});

/**
 * Why a value could not be read. `comma`: decimal comma; `relation`: a bound; `words`: text where a number is meant;
 * `sheet-error`: what a spreadsheet shows where a formula fails.
 */
export type ValueFault =
  | "comma"
  | "relation"
  | "soft"
  | "range"
  | "null"
  | "sheet-error"
  | "words"
  | "grade"
  | "zero-denominator"
  | "negative-denominator"
  | "exponent"
  | "too-long"
  | "share"
  | "other";

const valueFaults: Readonly<Record<ValueFault, { readonly en: string; readonly zhHans: string }>> = {
  comma: { en: "a decimal is written with a point", zhHans: "小数点应为“.”" },
  relation: { en: "an observation is a value, not a bound", zhHans: "实际值应为确数，不能是上下限" },
  soft: { en: "an observation is an exact value", zhHans: "实际值应为确数，不能是约数" },
  range: { en: "an observation is one value, not a range", zhHans: "实际值应为一个数，不能是区间" },
  null: { en: "a missing value is an empty cell", zhHans: "缺报应留空" },
  "sheet-error": { en: "a formula of the spreadsheet failed here", zhHans: "表格中的公式计算出错" },
  words: { en: "a number is expected", zhHans: "此处应为数值" },
  grade: { en: "a word of the indicator's own scale is expected", zhHans: "应为该指标规定的等级或完成状态" },
  "zero-denominator": { en: "the denominator is zero", zhHans: "分母为零" },
  "negative-denominator": { en: "the denominator is below zero", zhHans: "分母为负" },
  exponent: {
    en: "the exponent is beyond ±100, more than any figure of a plan needs",
    zhHans: "指数超出 ±100，不是统计数据可能达到的量级",
  },
  "too-long": { en: "it is too long for a number", zhHans: "内容过长，不像数值" },
  share: { en: "a share lies between 0 and 100%", zhHans: "比例应在 0 至 100% 之间" },
  other: { en: "a number is expected", zhHans: "此处应为数值" },
};

export const unreadableValue = defineCode({
  code: "data/unreadable-value",
  severity: "error",
  text: {
    en: {
      title: "Value cannot be read",
      message: (a: { text: string; fault: ValueFault; instead: string | null }) =>
        `cannot read "${a.text}": ${valueFaults[a.fault].en}${a.instead === null ? "" : `; ${a.instead} may be meant`}`,
      why: "A guessed value would enter every figure that follows.",
      fix: "Write the number alone or with its unit; leave the cell empty, or write N/A, where there is none.",
    },
    zhHans: {
      title: "数值无法识别",
      message: (a) =>
        `无法识别“${a.text}”：${valueFaults[a.fault].zhHans}${a.instead === null ? "" : `，是否应为“${a.instead}”`}`,
      why: "猜测的数值会影响此后全部计算结果。",
      fix: "只填数字，或者数字加单位；没有数据的留空，或者填“未报送”。",
    },
  },
});

type WrongUnitArgs = {
  readonly text: string;
  readonly unit: string;
  readonly expected: string;
  /** Whose unit was expected. */
  readonly of: "indicator" | "budget";
};

export const wrongUnit = defineCode({
  code: "data/wrong-unit",
  severity: "error",
  text: {
    en: {
      title: "Value in another unit",
      message: (a: WrongUnitArgs) =>
        `"${a.text}" is in ${a.unit}, which does not convert to the ${a.of === "budget" ? "budget" : "indicator"}'s unit ${a.expected}`,
      why: "Values in units that do not convert cannot be compared with the target or the budget.",
      fix: "Write the value in the unit of the indicator or budget, or correct that unit in the plan.",
    },
    zhHans: {
      title: "计量单位不符",
      message: (a) =>
        `“${a.text}”的计量单位是“${a.unit}”，不能换算为${a.of === "budget" ? "预算金额" : "该指标"}的计量单位“${a.expected}”`,
      why: "计量单位不能换算，就无法与目标值或者预算金额比较。",
      fix: "按指标或者预算金额的计量单位填写；方案中的计量单位有误的，予以更正。",
    },
  },
});

export const unreadableState = defineCode({
  code: "data/unreadable-state",
  severity: "error",
  text: {
    en: {
      title: "Unknown state or kind",
      message: (a: { column: string; text: string; allowed: string; allowedChinese: string }) =>
        `"${a.text}" is no ${a.column === "kind" ? "kind of item" : "state"}; known are ${a.allowed}`,
      why: "State and kind decide which value counts, of what it is told and what is overdue.",
      fix: "Use one of the words given, or leave the cell empty.",
    },
    zhHans: {
      title: "状态或类别无法识别",
      message: (a) => `“${a.text}”不在可用${a.column === "kind" ? "类别" : "状态"}之列：${a.allowedChinese}`,
      why: "采用哪个数值、属于哪一事项、是否逾期，都以状态和类别为准。",
      fix: "改用所列词语，或者留空。",
    },
  },
});
