/** The faults of expressions in words, to stand behind `ID: ` in English and behind 的公式 or 的条件 in Chinese. */
import { expressionLimits } from "../plan/limits.ts";
import type { FaultCode } from "./fault.ts";

interface Words {
  en(text: string, other: string): string;
  zhHans(text: string, other: string): string;
}

function fixed(en: string, zhHans: string): Words {
  return { en: () => en, zhHans: () => zhHans };
}

const { depth, nodes, length } = expressionLimits;

const wordsOf: Readonly<Record<FaultCode, Words>> = {
  empty: fixed("nothing is written", "为空"),
  unexpected: {
    en: (text) => `"${text}" is not expected here`,
    zhHans: (text) => `中“${text}”出现的位置不对`,
  },
  "ends-early": fixed("it ends where a value should follow", "不完整，末尾缺少数值或名称"),
  "unclosed-bracket": fixed("a bracket is not closed", "中有括号没有闭合"),
  "unclosed-quote": fixed("a quotation mark is not closed", "中有引号没有闭合"),
  sign: {
    en: (text) => `"${text}" is not part of the expression language`,
    zhHans: (text) => `含有无法识别的符号“${text}”`,
  },
  "minus-or-range": fixed(
    "a hyphen between figures may be a range or a minus: write `5..8` or `5 - 8`",
    "中两个数字之间的短横含义不明：区间写 `5..8`，相减写 `5 - 8`",
  ),
  comma: {
    en: (text) => `"${text}" between brackets may be one figure or several`,
    zhHans: (text) => `括号中的“${text}”可能是一个数，也可能是几个数`,
  },
  "bound-literal": {
    en: (text) => `"${text}" is a bound, not one figure; write comparisons with ≥, ≤, >, <`,
    zhHans: (text) => `中“${text}”是界限而不是一个数，比较请用 ≥、≤、>、<`,
  },
  literal: {
    en: (text) => `"${text}" is not a figure with its unit`,
    zhHans: (text) => `中“${text}”不是带单位的数值`,
  },
  chain: fixed("two comparisons stand in a row; join them with `and`", "连写了两个比较，应当用 `and` 连接"),
  "no-function": {
    en: (text) => `there is no function "${text}"`,
    zhHans: (text) => `使用了不存在的函数“${text}”`,
  },
  span: {
    en: (text) => `\`for\` takes a time such as 3 years or 4 periods, not "${text}"`,
    zhHans: (text) => `中 \`for\` 后面应当是时长，如 3 years、4 periods，而不是“${text}”`,
  },
  "too-long": {
    en: (text) => `it has ${text} characters; at most ${length} are read`,
    zhHans: (text) => `长达 ${text} 字，最多读取 ${length} 字`,
  },
  "too-deep": fixed(
    `brackets, signs and calls are nested more than ${depth} levels deep`,
    `嵌套超过 ${depth} 层`,
  ),
  "too-many": fixed(`it has more than ${nodes} parts`, `超过 ${nodes} 项`),
  "unknown-name": {
    en: (text) => `nothing in the plan is called "${text}"`,
    zhHans: (text) => `引用了方案中没有的“${text}”`,
  },
  "minus-in-name": {
    en: (text) => `nothing in the plan is called "${text}"; a minus needs a space on both sides`,
    zhHans: (text) => `引用了方案中没有的“${text}”；减号两边要留空格`,
  },
  "needs-figure": fixed("a condition stands where a figure is needed", "在应为数值处写了条件"),
  "needs-condition": fixed("a figure stands where a condition is needed", "在应为条件处写了数值"),
  "text-and-figure": fixed("a word and a figure cannot be compared", "将文字与数值作比较"),
  "range-place": fixed("a range can only be compared with a figure", "中的区间只能用来与数值比较"),
  "range-reversed": fixed("a range ends below its start", "中的区间上限小于下限"),
  "lasting-place": fixed("`for` and a time can only follow a condition", "中 `for` 加时长只能接在条件之后"),
  arguments: {
    en: (text) => `"${text}" has the wrong arguments`,
    zhHans: (text) => `中函数“${text}”的参数不对`,
  },
  "needs-name": {
    en: (text) => `"${text}" takes exactly one name`,
    zhHans: (text) => `中函数“${text}”只能写一个名称`,
  },
  "gives-condition": fixed("the result is a condition, not a figure", "结果是条件，不是数值"),
  "names-nothing": fixed("it names nothing that has a value", "没有引用任何有数值的内容"),
  words: fixed("words stand where a figure is needed", "在应为数值处写了文字"),
  "unlike-units": {
    en: (text, other) => `"${text}" and "${other}" are units that do not convert`,
    zhHans: (text, other) => `中“${text}”与“${other}”单位不同，无法换算`,
  },
  "percent-points": fixed("percent and percentage points are mixed up", "混用了百分比与百分点"),
  "bare-number": {
    en: (text) => `a number without a unit stands beside "${text}"`,
    zhHans: (text) => `中与“${text}”相加减或比较的数没有单位`,
  },
  "result-unit": {
    en: (text, other) => `the result is in "${text}", the indicator in "${other}"`,
    zhHans: (text, other) => `结果的单位是“${text}”，指标的单位是“${other}”`,
  },
  "divides-by-zero": fixed("it divides by zero", "以零为除数"),
};

/** The fault in words; `text` and `other` are those of the fault. */
export function faultWords(code: string, text: string, other: string | null): { en: string; zhHans: string } {
  const words = wordsOf[code as FaultCode];
  return { en: words.en(text, other ?? ""), zhHans: words.zhHans(text, other ?? "") };
}
