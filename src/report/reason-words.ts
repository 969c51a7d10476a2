/** Why figures and statuses are missing, for people. */
import type { Localized } from "../diagnostics/diagnostic.ts";
import { own } from "../text/own.ts";

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
  "no-counts": {
    en: "the values of entities come without the counts that they are weighed by",
    zhHans: "各实施单位未报送分子、分母，无法加权汇总",
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
  "unknown-grade": {
    en: "the grade to reach is not on its scale",
    zhHans: "目标等级不在所列等级之中",
  },
  "missing-reporter": {
    en: "not all who report together have reported: their sum is not complete",
    zhHans: "共同填报的单位未全部填报，合计数不完整",
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
  "not-due": { en: "no period is over yet", zhHans: "尚无已结束的报告期" },
  "no-data": {
    en: "nothing has been reported of the periods that are over",
    zhHans: "已结束的报告期均未报送数据",
  },
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
