/** What the letters and words of formulas are called, for people. */
import type { Localized } from "../diagnostics/diagnostic.ts";
import type { FigureName } from "../indicators/results.ts";
import { own } from "../text/own.ts";
import { figureWords } from "./figure-words.ts";

/** Names of the inputs that formulas use besides those of figures. */
const inputWords: Readonly<Record<string, Localized>> = {
  v: figureWords.value.name,
  b: figureWords.baseline.name,
  T: figureWords.target.name,
  t: { en: "day of calculation", zhHans: "计算日" },
  t0: { en: "start", zhHans: "起算日" },
  tT: { en: "due date", zhHans: "完成时限" },
  p0: { en: "path before", zhHans: "前一轨迹点数值" },
  d0: { en: "day of p0", zhHans: "前一轨迹点日期" },
  p1: { en: "path after", zhHans: "后一轨迹点数值" },
  d1: { en: "day of p1", zhHans: "后一轨迹点日期" },
  lastYear: { en: "same period last year", zhHans: "上年同期值" },
  years: { en: "years left", zhHans: "剩余年数" },
  d: { en: "direction, +1 up, −1 down", zhHans: "方向（上升为+1，下降为−1）" },
  passed: { en: "years from b to v", zhHans: "基期至实际值日期的年数" },
  span: { en: "years from b to T", zhHans: "基期至完成时限的年数" },
  left: { en: "years left", zhHans: "剩余年数" },
  L: { en: "natural limit", zhHans: "自然极限" },
  mean: { en: "weighted mean rise", zhHans: "加权平均增量" },
  slope: { en: "weighted rise a year", zhHans: "加权年均增量" },
  weight: { en: "weight", zhHans: "权重" },
  anchor: { en: "height of the line on its first day", zhHans: "趋势线在首日的数值" },
  daily: { en: "slope of the line a day", zhHans: "趋势线每日变化量" },
  days: { en: "days since the line's first day", zhHans: "距趋势线首日的天数" },
  origin: { en: "first day of the line", zhHans: "趋势线的首日" },
  day: { en: "day projected to", zhHans: "推算日" },
  pairs: { en: "slopes between two values each", zhHans: "两两数据之间的斜率个数" },
  rank: { en: "place of the slope from that end of all, by size", zhHans: "斜率按大小从该端数起的位次" },
  actual: { en: "done in the completed periods", zhHans: "已结束各期完成数" },
  due: { en: "due by now", zhHans: "到期目标数" },
  stretch: { en: "stretch level", zhHans: "挑战值" },
  marks: { en: "full marks", zhHans: "满分分值" },
  minus: { en: "marks off for each step", zhHans: "每档扣分" },
  every: { en: "size of a step", zhHans: "每档幅度" },
  short: { en: "short of the target by", zhHans: "与目标值的差额" },
  share: { en: "share of the marks", zhHans: "得分比例" },
  quarter: { en: "quarter of the span", zhHans: "所在季度序号" },
};

/** What an input of a formula is called; null when its name says it already (an entity, a period). */
export function inputText(name: string): Localized | null {
  return own(inputWords, name) ?? (isFigureName(name) ? figureWords[name].name : null);
}

function isFigureName(name: string): name is FigureName {
  return Object.hasOwn(figureWords, name);
}

/** Words in formulas that Chinese readers get in Chinese; letters such as v, b, T stay. */
const formulaWords: Readonly<Record<string, string>> = {
  expected: "应达值",
  years: "剩余年数",
  projected: "预计值",
  actual: "实际完成数",
  due: "到期目标数",
  stretch: "挑战值",
  marks: "分值",
  minus: "每档扣分",
  every: "每档幅度",
  short: "差额",
  ceil: "进位取整",
  band: "按档得分",
  share: "得分比例",
  round: "修约",
  quarter: "所在季度数",
  planned: "计划完成比例",
  done: "实际完成比例",
  passed: "已历年数",
  span: "总年数",
  left: "剩余年数",
  mean: "平均增量",
  slope: "年增量",
  weight: "权重",
  score: "得分",
  previous: "上期",
  lastYear: "上年同期值",
  numerators: "分子",
  denominators: "分母",
  denominator: "分母",
  values: "各项数值",
  value: "数值",
  count: "项数",
  day: "日期",
  least: "最小",
  greatest: "最大",
  latest: "最新",
  attained: "目标进度",
  elapsed: "时序进度",
  ofTarget: "完成率",
  pace: "进度比",
  ratio: "评定比率",
  days: "天数",
  "roll-up": "由各实施单位汇总",
  anchor: "起点值",
  daily: "日斜率",
  origin: "起算日",
  pairs: "斜率个数",
  rank: "位次",
  step: "阶梯式轨迹",
  geometric: "等比轨迹",
  "equal-split": "均分轨迹",
  "end-only": "仅计期末",
};

/** What a score is held to: the name of the function is known to programmers only. */
const heldToShare = /clamp\(((?:[^(),]|\([^(),]*\)){1,80}), 0, 1\)/g;

/** A formula for the speaker's readers. */
export function formulaText(formula: string): Localized {
  return {
    en: formula.replace(heldToShare, "min(1, max(0, $1))"),
    zhHans: formula
      .replace(heldToShare, "$1（限于0至1）")
      .replace(/[A-Za-z][A-Za-z-]{2,}/g, (word) => own(formulaWords, word) ?? word),
  };
}
