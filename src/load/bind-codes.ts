/** Every code of the binding: literals that cannot be read or are unusual, and files beside the plan. */
import { grouped, inWan } from "../diagnostics/counts.ts";
import { type CodeDefinition, defineCode } from "../diagnostics/diagnostic.ts";
import type { QuantityFaultCode } from "../plan/parse-quantity.ts";
import type { TimeFaultCode } from "../plan/parse-time.ts";

/** What a literal is, and what it might be: `hint` is the text that would be right, where one is sure. */
type LiteralArgs = { readonly text: string; readonly hint: string | null };

const meant = {
  en: (hint: string | null) => (hint === null ? "" : `; ${hint} may be meant`),
  zhHans: (hint: string | null) => (hint === null ? "" : `，是否应为“${hint}”`),
};

/** A quantity of another kind than the place wants, besides the faults of reading. */
type QuantityFault = QuantityFaultCode | "no-duration" | "not-one-value";

const quantityFaults: Readonly<Record<QuantityFault, { readonly en: string; readonly zhHans: string }>> = {
  empty: { en: "it is empty", zhHans: "内容为空" },
  "too-long": { en: "it is too long", zhHans: "内容过长" },
  "null-word": {
    en: "it says that there is no value; leave the key out instead",
    zhHans: "该词表示无数值，应直接删去该键",
  },
  "no-number": { en: "it contains no figure", zhHans: "没有数字" },
  "no-value": { en: "the bound has no figure", zhHans: "只有界限词，没有数字" },
  "decimal-comma": { en: "a decimal is written with a point", zhHans: "小数点应为“.”" },
  grouping: { en: "thousands are separated in groups of three", zhHans: "千位分隔应为三位一组" },
  exponent: { en: "the exponent is beyond 100", zhHans: "指数超出±100" },
  "zero-denominator": { en: "the denominator is zero", zhHans: "分母为零" },
  "two-relations": { en: "it bounds from both sides at once", zhHans: "上限和下限的词语相互矛盾" },
  "relation-on-range": { en: "a range takes no further bound", zhHans: "区间不能再加上下限" },
  "reversed-range": { en: "the range ends below its start", zhHans: "区间上端小于下端" },
  "range-units": { en: "the ends of the range are in different units", zhHans: "区间两端单位不一致" },
  "double-sign": { en: "the word and the sign both state the direction", zhHans: "增减词与正负号重复" },
  doubling: { en: "say by how many times the value grows", zhHans: "应写明增长多少倍" },
  tenths: { en: "write the share in percent", zhHans: "“几成”“几折”应写作百分比" },
  "share-word": { en: "the word states no exact figure", zhHans: "该词没有确切数值" },
  unreadable: { en: "what follows the figure is no unit", zhHans: "数字后面的内容不是计量单位" },
  "no-duration": { en: "a length of time is expected, such as 30 days", zhHans: "此处应为时长，如“30天”" },
  "not-one-value": {
    en: "a baseline is one value, not a range; state the measured value",
    zhHans: "基期值应为单一数值，不能是区间，请写明实测值",
  },
  time: { en: "the date after @ cannot be read", zhHans: "@ 后的时间无法识别" },
};

export const unreadableQuantity = defineCode({
  code: "statement/unreadable-quantity",
  severity: "error",
  text: {
    en: {
      title: "Quantity cannot be read",
      message: (a: LiteralArgs & { readonly fault: QuantityFault }) =>
        `cannot read "${a.text}" as a quantity: ${quantityFaults[a.fault].en}${meant.en(a.hint)}`,
      why: "A figure that cannot be read takes part in no check and no evaluation.",
      fix: "Write a relation, a number and a unit: `≥85%`, `24h`, `5..8`, `+5pp`, `1.2亿元`; keep other words in `wording`.",
    },
    zhHans: {
      title: "数量无法识别",
      message: (a) => `无法将“${a.text}”识别为数量：${quantityFaults[a.fault].zhHans}${meant.zhHans(a.hint)}`,
      why: "数字无法识别，就不能参与核对和评定。",
      fix: "写作关系、数字加单位，如 `≥85%`、`24小时`、`5..8`、`+5pp`、`1.2亿元`；其他文字写入 `wording`。",
    },
  },
});

export const soft = defineCode({
  code: "statement/soft",
  severity: "info",
  text: {
    en: {
      title: "Soft value",
      message: (a: { text: string; word: string }) =>
        `"${a.word}" makes "${a.text}" soft; where it is compared or judged, the figure counts as firm`,
      why: "Nobody can tell later whether a soft value was met.",
      fix: "State the firm value; keep the printed words in `wording`.",
    },
    zhHans: {
      title: "弹性表述",
      message: (a) => `“${a.text}”含“${a.word}”，属弹性表述，比对、评定时按确数掌握`,
      why: "弹性表述难以据以判断是否达标。",
      fix: "写明确数；原文表述保留在 `wording`。",
    },
  },
});

export const doubleRelation = defineCode({
  code: "statement/double-relation",
  severity: "info",
  text: {
    en: {
      title: "Bound stated twice",
      message: (a: LiteralArgs) =>
        `"${a.text}" states its bound twice; the stricter one counts${a.hint === null ? "" : ` (${a.hint})`}`,
      why: "Two words for one bound may differ on whether the figure itself is included.",
      fix: "Keep one of the two words.",
    },
    zhHans: {
      title: "界限词重复",
      message: (a) => `“${a.text}”界限词重复，按较严的一个计算${a.hint === null ? "" : `（${a.hint}）`}`,
      why: "两个界限词对是否包括本数可能理解不一。",
      fix: "只保留一个界限词。",
    },
  },
});

const timeFaults: Readonly<Record<TimeFaultCode, { readonly en: string; readonly zhHans: string }>> = {
  empty: { en: "it is empty", zhHans: "内容为空" },
  "too-long": { en: "it is too long", zhHans: "内容过长" },
  "impossible-date": { en: "no calendar has this date", zhHans: "不存在这一日期" },
  "day-first": { en: "day and month cannot be told apart", zhHans: "日和月无法区分" },
  before: {
    en: "a time before another is written { before: TIME }",
    zhHans: "“某时之前”应写作 { before: 时间 }",
  },
  relative: { en: "it does not say from when it counts", zhHans: "未说明从何时起算" },
  soft: { en: "a time cannot be soft; state the day or period", zhHans: "时间不能用约数，应写明日期或期间" },
  unreadable: { en: "it is no date, period, month number or phase", zhHans: "不是日期、期间、月序或阶段" },
};

export const timeUnreadable = defineCode({
  code: "time/unreadable",
  severity: "error",
  text: {
    en: {
      title: "Time cannot be read",
      message: (a: LiteralArgs & { readonly fault: TimeFaultCode }) =>
        `cannot read "${a.text}" as a time: ${timeFaults[a.fault].en}${meant.en(a.hint)}`,
      why: "A time that cannot be read cannot be set against the period, the phases or the data.",
      fix: "Write 2026, 2026-H1, 2026-Q2, 2026-06, 2026-06-30, M9, M4..M9, a phase id, or `undated`.",
    },
    zhHans: {
      title: "时间无法识别",
      message: (a) => `无法将“${a.text}”识别为时间：${timeFaults[a.fault].zhHans}${meant.zhHans(a.hint)}`,
      why: "时间无法识别，就无法与实施期限、阶段和数据对照。",
      fix: "写作 2026、2026-H1、2026-Q2、2026-06、2026-06-30、M9、M4..M9、阶段编号；原文未写明的写 `undated`。",
    },
  },
});

export const unknownRhythm = defineCode({
  code: "time/unknown-rhythm",
  severity: "warning",
  text: {
    en: {
      title: "Rhythm not understood",
      message: (a: LiteralArgs) =>
        `"${a.text}" is none of the known rhythms and is not used${meant.en(a.hint)}`,
      why: "Without a rhythm nothing can be found stale or overdue.",
      fix: "Write daily, weekly, monthly, quarterly, half-yearly, yearly, every 2 years, 2 per year; regular or continuous where the document says no more.",
    },
    zhHans: {
      title: "频次无法识别",
      message: (a) => `“${a.text}”不是可用的频次，未采用${meant.zhHans(a.hint)}`,
      why: "频次不明，就无法判断数据是否过期、工作是否逾期。",
      fix: "写作 daily（每日）、weekly（每周）、monthly（每月）、quarterly（每季）、half-yearly（每半年）、yearly（每年），或“每两年”“每年两次”；原文只写“定期”“常态化”的，照写即可。",
    },
  },
});

export const twoReadings = defineCode({
  code: "time/two-readings",
  severity: "info",
  text: {
    en: {
      title: "Time with two readings",
      message: (a: { text: string; read: string; or: string }) =>
        `"${a.text}" is read as ${a.read}; ${a.or} is kept as the other reading`,
      why: "The two readings may lie a year apart, and a deadline holds on one day only.",
      fix: "Ask the issuer which day is meant, and write that one.",
    },
    zhHans: {
      title: "时间有两种理解",
      message: (a) =>
        `“${a.text.replace(/^before (\d{4})$/, "$1年前").replace(/^before /, "早于 ")}”按“${a.read}”计算，另保留“${a.or}”这一理解`,
      why: "两种理解可能相差一年，而期限只能以一日为准。",
      fix: "向发文机关核实后，写明确切日期。",
    },
  },
});

export const fullWidth = defineCode({
  code: "statement/full-width",
  severity: "info",
  text: {
    en: {
      title: "Full-width characters in a figure",
      message: (a: LiteralArgs) =>
        `"${a.text}" contains full-width characters${a.hint === null ? "" : `; read as ${a.hint}`}`,
      why: "Full-width digits and signs look alike, but search and other programs do not find them.",
      fix: "Write digits and signs in half width.",
    },
    zhHans: {
      title: "数字含全角字符",
      message: (a) => `“${a.text}”含全角字符${a.hint === null ? "" : `，按“${a.hint}”读取`}`,
      why: "全角数字和符号外观相近，检索和其他软件却无法识别。",
      fix: "数字和符号改用半角。",
    },
  },
});

/** Why a file beside the plan cannot be used. */
export type FileFailure =
  | "missing"
  | "folder"
  | "not-a-file"
  | "denied"
  | "too-large"
  | "too-large-together"
  | "outside-root"
  | "failed";

const fileFailures: Readonly<Record<FileFailure, { readonly en: string; readonly zhHans: string }>> = {
  missing: { en: "does not exist", zhHans: "不存在" },
  folder: { en: "is a folder", zhHans: "是文件夹" },
  "not-a-file": { en: "is not a plain file", zhHans: "不是普通文件" },
  denied: { en: "may not be read", zhHans: "无读取权限" },
  "too-large": { en: "is too large", zhHans: "过大" },
  "too-large-together": {
    en: "is not read: the files that a plan names may have at most 64 MiB together",
    zhHans: "未读取：方案引用的文件合计不得超过 64 MiB",
  },
  "outside-root": { en: "lies outside the root of the plan", zhHans: "不在方案根目录之内" },
  failed: { en: "cannot be read", zhHans: "无法读取" },
};

export const missingFile = defineCode({
  code: "reference/missing-file",
  severity: "error",
  text: {
    en: {
      title: "File that the plan names cannot be read",
      message: (a: { path: string; failure: FileFailure }) =>
        `file "${a.path}" ${fileFailures[a.failure].en}`,
      why: "What the file holds is missing from the plan and from its reports.",
      fix: "Correct the path (relative to the plan, within its root), or add the file.",
    },
    zhHans: {
      title: "方案引用的文件无法读取",
      message: (a) => `文件“${a.path}”${fileFailures[a.failure].zhHans}`,
      why: "文件内容无法进入方案和报告。",
      fix: "更正路径（相对于方案文件，且在根目录之内），或者补充该文件。",
    },
  },
});

/** Items beyond the limit are not in the plan. */
export const tooManyItems = defineCode({
  code: "schema/too-many-items",
  severity: "error",
  text: {
    en: {
      title: "List with too many items",
      message: (a: { list: string; items: number; most: number }) =>
        `\`${a.list}\` has ${grouped(a.items)} items; from here on they are not read: at most ${grouped(a.most)} are allowed`,
      why: "Beyond that a check would need more memory than many machines have; what is left out is neither checked nor counted.",
      fix: "Split the plan into several; values that repeat for each unit belong into a data file with `entity`.",
    },
    zhHans: {
      title: "列表条目过多",
      message: (a) => `\`${a.list}\` 共 ${a.items} 条，上限为 ${inWan(a.most, "条")}，自此起未读取`,
      why: "条目再多，检查所需内存会超出一般计算机的容量；未读取的条目不作检查，也不计数。",
      fix: "将方案拆分为多份；按单位重复的数值，应在数据文件中以“实施单位”列区分。",
    },
  },
});

export const bindCodes: readonly CodeDefinition[] = [
  unreadableQuantity,
  soft,
  doubleRelation,
  fullWidth,
  timeUnreadable,
  unknownRhythm,
  twoReadings,
  missingFile,
  tooManyItems,
];
