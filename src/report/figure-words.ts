/** Names and definitions of the engine's figures, and reasons for figures that are missing, for people. */

import type { Localized } from "../diagnostics/diagnostic.ts";
import type { FigureName } from "../indicators/results.ts";
import { own } from "../text/own.ts";

export interface FigureWords {
  readonly name: Localized;
  readonly meaning: Localized;
  /** How its value reads: in the unit, as a difference in the unit, a difference per year, a share, points, a plain number. */
  readonly reads: "unit" | "difference" | "yearly-difference" | "share" | "points" | "number";
}

/** In the order in which ENGINE.md section 3 defines them, what was put in first. */
export const figureWords: Readonly<Record<FigureName, FigureWords>> = {
  value: {
    name: { en: "current value", zhHans: "实际值" },
    meaning: {
      en: "latest reported value; for amounts of a period, their sum over the target's span so far",
      zhHans: "截至数据截止日期最近一期的报送值；当期值指标为目标期内累计数",
    },
    reads: "unit",
  },
  baseline: {
    name: { en: "baseline", zhHans: "基期值" },
    meaning: { en: "value from which progress is measured", zhHans: "计算进度的起点数值" },
    reads: "unit",
  },
  target: {
    name: { en: "target", zhHans: "目标值" },
    meaning: {
      en: "the last-dated target, the strictest where several share that date",
      zhHans: "期限最晚的目标值；同一期限有多个的，取最严的一个",
    },
    reads: "unit",
  },
  attained: {
    name: { en: "attained", zhHans: "目标进度" },
    meaning: {
      en: "(value − baseline) ÷ (target − baseline)",
      zhHans: "（实际值－基期值）÷（目标值－基期值）",
    },
    reads: "share",
  },
  ofTarget: {
    name: { en: "of target", zhHans: "完成率" },
    meaning: {
      en: "value ÷ target; target ÷ value where lower is better",
      zhHans: "实际值÷目标值；越低越好的指标为目标值÷实际值",
    },
    reads: "share",
  },
  elapsed: {
    name: { en: "elapsed", zhHans: "时序进度" },
    meaning: {
      en: "share of the days from baseline date to target date that has passed",
      zhHans: "基期日至目标期限之间已过天数所占比重",
    },
    reads: "share",
  },
  expected: {
    name: { en: "expected", zhHans: "应达值" },
    meaning: {
      en: "value of the target path on the day of the current value",
      zhHans: "实际值当日按应达轨迹应当达到的数值",
    },
    reads: "unit",
  },
  pace: {
    name: { en: "pace", zhHans: "进度比" },
    meaning: {
      en: "(value − baseline) ÷ (expected − baseline)",
      zhHans: "（实际值－基期值）÷（应达值－基期值）",
    },
    reads: "number",
  },
  gap: {
    name: { en: "gap", zhHans: "差距" },
    meaning: {
      en: "value − expected, positive when better than expected",
      zhHans: "实际值与应达值之差，优于应达值为正",
    },
    reads: "difference",
  },
  gapPoints: {
    name: { en: "gap in points", zhHans: "差百分点" },
    meaning: {
      en: "(attained − share expected by now) × 100",
      zhHans: "目标进度与应达进度之差，以百分点计",
    },
    reads: "points",
  },
  previous: {
    name: { en: "previous value", zhHans: "上期" },
    meaning: { en: "value one period before", zhHans: "上一报告期数值" },
    reads: "unit",
  },
  change: {
    name: { en: "change on previous", zhHans: "环比" },
    meaning: { en: "value − previous value", zhHans: "本期较上期增减" },
    reads: "difference",
  },
  yearOnYear: {
    name: { en: "year on year", zhHans: "同比" },
    meaning: { en: "change since the same time last year", zhHans: "较上年同期增减" },
    reads: "difference",
  },
  required: {
    name: { en: "still needed a year", zhHans: "年均还需" },
    meaning: {
      en: "(target − value) ÷ years left",
      zhHans: "（目标值－实际值）÷剩余年数",
    },
    reads: "yearly-difference",
  },
  projected: {
    name: { en: "projected", zhHans: "预计" },
    meaning: { en: "value on the target date if the trend continues", zhHans: "按现有趋势推算的到期数值" },
    reads: "unit",
  },
  projectedLow: {
    name: { en: "low projection", zhHans: "预计下限" },
    meaning: {
      en: "lower end of what the trend leads to, with 80% probability",
      zhHans: "按趋势推算的到期数值下限（80% 置信区间）",
    },
    reads: "unit",
  },
  projectedHigh: {
    name: { en: "high projection", zhHans: "预计上限" },
    meaning: {
      en: "upper end of what the trend leads to, with 80% probability",
      zhHans: "按趋势推算的到期数值上限（80% 置信区间）",
    },
    reads: "unit",
  },
  ratio: {
    name: { en: "ratio of the method", zhHans: "评定比率" },
    meaning: { en: "what the method puts into its bands", zhHans: "评定方法据以分档的比率" },
    reads: "number",
  },
  score: {
    name: { en: "score", zhHans: "得分" },
    meaning: { en: "the method's own score", zhHans: "评定方法给出的得分" },
    reads: "number",
  },
  weightedScore: {
    name: { en: "weighted score", zhHans: "加权得分" },
    meaning: { en: "weight × score", zhHans: "权重×得分" },
    reads: "number",
  },
  scheduleRatio: {
    name: { en: "schedule ratio", zhHans: "进度时序比" },
    meaning: { en: "attained ÷ elapsed", zhHans: "目标进度÷时序进度" },
    reads: "number",
  },
};

/** Names of the inputs that formulas use besides those of figures. */
const inputWords: Readonly<Record<string, Localized>> = {
  v: figureWords.value.name,
  b: figureWords.baseline.name,
  T: figureWords.target.name,
  t: { en: "day looked at", zhHans: "计算日" },
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
  begun: "扣分档数",
  given: "该档得分",
  distance: "偏差",
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
  "slope-low": "斜率下限",
  "slope-high": "斜率上限",
  step: "阶梯式轨迹",
  geometric: "等比轨迹",
  "equal-split": "均分轨迹",
  "end-only": "仅计期末",
};

/** A formula for the speaker's readers. */
export function formulaText(formula: string): Localized {
  return {
    en: formula,
    zhHans: formula.replace(/[A-Za-z][A-Za-z-]{2,}/g, (word) => own(formulaWords, word) ?? word),
  };
}

/** Why a figure or a status is missing, by the engine's word. */
const reasonWords: Readonly<Record<string, Localized>> = {
  "no-target": { en: "the plan sets no target", zhHans: "方案未设目标值" },
  "no-level": { en: "the targets ask for no level", zhHans: "目标未量化为数值" },
  "no-baseline": { en: "the plan states no baseline", zhHans: "方案未给出基期值" },
  "no-observation": { en: "no value has been reported", zhHans: "尚未报送数据" },
  "sum-so-far": {
    en: "the amounts do not fill a span as long as the baseline's yet",
    zhHans: "累计期间不足与基期等长的一期",
  },
  "no-date": { en: "a date is missing", zhHans: "缺少日期" },
  "no-trajectory": { en: "no target path leads there", zhHans: "没有可用的应达轨迹" },
  "no-weight": { en: "the plan gives no weight", zhHans: "方案未给出权重" },
  "no-frequency": { en: "the plan does not say how often it is reported", zhHans: "方案未规定报送频次" },
  "no-earlier-value": { en: "there is no value of that earlier period", zhHans: "没有相应的往期数据" },
  "no-direction": { en: "the plan does not say which way is better", zhHans: "方案未说明指标方向" },
  "no-aggregation": {
    en: "the plan does not say how entities add up to a whole",
    zhHans: "方案未规定各实施单位数据的汇总方式",
  },
  "partial-sum": {
    en: "the sum lacks values of entities",
    zhHans: "部分实施单位数据缺失，合计数不完整",
  },
  "mixed-levels": {
    en: "a mean of entities of different levels says nothing",
    zhHans: "各单位层级不同，不能直接平均",
  },
  "too-many-values": {
    en: "there are more values below it than are rolled up",
    zhHans: "下级单位数据过多，未予汇总",
  },
  "no-headline": {
    en: "no value of the whole for that period: the groups do not make one",
    zhHans: "该期没有总数，分组数据不作为总数",
  },
  "not-additive": {
    en: "the groups do not add up to the whole, and their counts are not given",
    zhHans: "分组数值不能相加，又未报送分母，无法核对是否覆盖全部",
  },
  "percent-not-summed": { en: "percentages cannot be added up", zhHans: "百分比不能相加汇总" },
  "index-not-summed": {
    en: "indices, scores and grades cannot be added up",
    zhHans: "指数、评分、等级不能相加汇总",
  },
  "circular-entities": {
    en: "entities stand above one another in a circle",
    zhHans: "实施单位的上下级关系循环",
  },
  "zero-budget": { en: "the budget is nothing", zhHans: "预算为零，无法计算挣值" },
  "contested-values": {
    en: "values for the same day disagree",
    zhHans: "同一时间的实际值相互矛盾",
  },
  "impossible-value": {
    en: "the counts reported last cannot make a share",
    zhHans: "最近填报的分子、分母不能成立",
  },
  "unreadable-target": { en: "a target cannot be read", zhHans: "目标值无法识别" },
  "unreadable-baseline": { en: "the baseline cannot be read", zhHans: "基期值无法识别" },
  "direction-contradicted": {
    en: "direction and target contradict each other",
    zhHans: "指标方向与目标值相互矛盾",
  },
  "expected-equals-baseline": { en: "nothing was expected yet", zhHans: "应达值与基期值相同，尚无应达增量" },
  "target-equals-baseline": { en: "the target equals the baseline", zhHans: "目标值与基期值相同" },
  "unit-mismatch": { en: "the units do not convert into each other", zhHans: "计量单位不一致，无法换算" },
  "total-of-level": { en: "a level cannot be summed up to a total", zhHans: "时点值不能累计为总量" },
  "zero-baseline": { en: "the baseline is zero", zhHans: "基期值为零" },
  "zero-value": { en: "the value is zero", zhHans: "实际值为零" },
  "zero-target": { en: "the target is zero", zhHans: "目标值为零" },
  "not-positive": { en: "the shares need values above zero", zhHans: "数值不为正，无法计算比率" },
  "divides-by-zero": { en: "the formula divides by zero", zhHans: "公式以零为除数" },
  "different-periods": {
    en: "the formula puts together amounts of periods of different length",
    zhHans: "公式所用数据的时段长短不一",
  },
  "never-together": {
    en: "the values in the formula are never of the same period",
    zhHans: "公式所用各项从无同一报告期的数据",
  },
  "formula-fault": { en: "the formula cannot be computed", zhHans: "公式有误，无法计算" },
  "not-a-figure": { en: "the formula uses what is no figure", zhHans: "公式所用内容不是数值" },
  "too-large": {
    en: "the figures of the formula are beyond 10^±100 or have too many digits",
    zhHans: "公式中数值超出 10^±100 或者位数过多",
  },
  "too-many-steps": { en: "the formula takes too many steps", zhHans: "公式计算步骤过多" },
  "past-due": { en: "the due date has passed", zhHans: "完成时限已过" },
  "too-few-values": { en: "too few values for a trend", zhHans: "数据期数不足，无法推算趋势" },
  "too-few-for-range": {
    en: "too few values to tell how sure the trend is",
    zhHans: "数据期数不足，无法给出预计区间",
  },
  "not-judged": { en: "the method was not asked", zhHans: "未按评定方法评定" },
  "not-of-this-method": { en: "this method does not use it", zhHans: "该评定方法不使用此项" },
  "unknown-method": {
    en: "the method named by the plan is not available",
    zhHans: "方案指定的评定方法不可用",
  },
  "only-increase": {
    en: "the method judges only indicators that are to rise",
    zhHans: "该评定方法只适用于越高越好的指标",
  },
  "limits-against-direction": {
    en: "the limits say that the other direction is better",
    zhHans: "所设界限与指标方向相反",
  },
  "levels-out-of-order": {
    en: "baseline, commit, target and stretch do not follow one another in this order",
    zhHans: "基期值、承诺值、目标值、挑战值未依次递进",
  },
  "sign-change": { en: "growth has no meaning across zero", zhHans: "数值有正有负，无法计算增速" },
  "out-of-range": { en: "the figures are beyond what can be computed", zhHans: "数值超出可计算的范围" },
  cap: { en: "the target is a cap: there is no way to make", zhHans: "目标为控制上限，不计算进度" },
  "no-budget": { en: "the plan states no budget", zhHans: "方案未列预算金额" },
  "no-amount": {
    en: "the budget is a rate, a share or a range, not an amount",
    zhHans: "预算为标准、比例或者区间，不是确定金额",
  },
  "no-planned-share": {
    en: "no progress of that day says what share was planned",
    zhHans: "当日进展未填报计划完成比例",
  },
  "no-done-share": { en: "no progress says what share is done", zhHans: "进展未填报完成比例" },
  "no-spending": { en: "no spending is recorded up to that day", zhHans: "截至该日未登记支出" },
  "zero-planned": { en: "nothing was planned to be done yet", zhHans: "计划完成比例为零" },
  "zero-spending": { en: "nothing has been spent", zhHans: "尚无支出" },
  "nothing-done": { en: "nothing is done yet", zhHans: "实际完成比例为零" },
  "budget-spent": { en: "the budget is used up", zhHans: "预算已用完" },
  "bad-parameter": { en: "a parameter of the method cannot be read", zhHans: "评定方法的参数无法识别" },
  context: { en: "a reference series: shown, not judged", zhHans: "参考指标，只列示、不评定" },
  hold: { en: "the target is a bound to hold, not a way to go", zhHans: "目标为持续保持类，不计算进度" },
  range: { en: "the target is a range, not a level", zhHans: "目标为区间，不计算进度" },
};

/** The reason in words; an unknown word of the engine stands as it is. */
export function reasonText(reason: string): Localized {
  return own(reasonWords, reason) ?? { en: reason, zhHans: reason };
}
