/** Names and definitions of the engine's figures, for people. */

import type { Localized } from "../diagnostics/diagnostic.ts";
import type { FigureName } from "../indicators/results.ts";

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
    name: { en: "gap in points", zhHans: "进度差" },
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
