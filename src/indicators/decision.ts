/** The steps of ENGINE.md section 5 that can decide a status, in words for `plan explain`. */
import type { IndicatorRow } from "./results.ts";

export type Decision = IndicatorRow["decision"];

const words = {
  judgement: { en: "the judgement of a person, dated and explained", zhHans: "按责任人作出的人工评定" },
  context: { en: "a reference series: shown, not judged", zhHans: "参考指标，只列示、不评定" },
  "no-target": { en: "there is nothing to judge it against", zhHans: "没有可供评定的目标值" },
  unreadable: {
    en: "a baseline or target is written that cannot be read, or does not convert to the indicator's unit",
    zhHans: "所写的基期值或目标值无法识别，或者计量单位无法换算，不予评定",
  },
  unsettled: {
    en: "values for the newest day disagree or cannot be, and none of them is taken for true",
    zhHans: "最近一期的实际值相互矛盾或者不可能成立，均不采用",
  },
  contradicted: {
    en: "direction and target contradict each other",
    zhHans: "指标方向与目标值相互矛盾，无法评定",
  },
  "not-due": { en: "no value is due yet", zhHans: "尚未到报送时间" },
  "so-far": {
    en: "the amounts do not fill a span as long as the baseline's yet: their sum so far is shown, not judged",
    zhHans: "累计期间不足与基期等长的一期，只列累计数，暂不评定",
  },
  "no-data": { en: "a value is due and none is there", zhHans: "已到报送时间，但未报送实际值" },
  "unknown-method": {
    en: "the method named by the plan is not available",
    zhHans: "方案指定的评定方法不可用",
  },
  formula: { en: "the formula gives no value", zhHans: "按公式算不出数值" },
  due: {
    en: "the target's date has passed: judged by the last value at or before it",
    zhHans: "目标期限已到，按期限内最后一个实际值评定",
  },
  stale: {
    en: "the last value is older than the reporting rhythm allows",
    zhHans: "最近一次实际值已超出报送周期",
  },
  hold: {
    en: "judged by the last completed period against the bound",
    zhHans: "按最近一个完整报告期是否符合要求评定",
  },
  unreported: {
    en: "the bound has ended unbroken, but periods of it were never reported",
    zhHans: "要求期限已到，已报送各期均符合要求，但有报告期从未报送",
  },
  "meets-target": { en: "the value already meets the target", zhHans: "实际值已达到目标值" },
  worsening: { en: "the value is worse than the baseline", zhHans: "实际值比基期值更差" },
  "above-cap": { en: "the sum has already passed its limit", zhHans: "累计值已突破控制上限" },
  method: { en: "judged by the method", zhHans: "按评定方法评定" },
  "of-target": {
    en: "no baseline or no date to measure from: judged by the share of the target reached",
    zhHans: "没有基期值或者完成时限，按完成率评定",
  },
  own: { en: "judged by the targets' own results", zhHans: "按各项目标自身的评定结果评定" },
  "missed-target": {
    en: "a target that was due has been missed: no better than off track",
    zhHans: "已有到期目标未达标，评定结果不高于“严重滞后”",
  },
  "partial-sum": {
    en: "the sum lacks values of entities: it says less than the whole",
    zhHans: "部分实施单位数据缺失，合计数不完整，不予评定",
  },
  entities: {
    en: "no value of its own: the worst of its entities",
    zhHans: "无汇总值，取各实施单位中最差的结果",
  },
} as const;

/** Name of a deciding step. */
export type Step = keyof typeof words;

/** The decision of a step. */
export function decisionOf(step: Step): Decision {
  return { step, words: words[step] };
}
