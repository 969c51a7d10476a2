/** Guides of the methods that judge by the way made, and by the way that a trend leaves to make. */

import { methodNames } from "../method-names.ts";
import { examplePlan, type MethodGuide } from "./guide.ts";

export const wayGuides: readonly MethodGuide[] = [
  {
    name: "csi",
    title: methodNames.csi,
    asks: {
      en: "How much of the way from baseline to target has been made?",
      zhHans: "从基期值到目标值，已经走了多少？",
    },
    ratio: {
      en: "d × (v − b) ÷ |T − b|; of an exact target 1 − |T − v| ÷ |T − b|, so that overshooting counts as a distance. Score = 10 × ratio.",
      zhHans: "d×（v－b）÷|T－b|；目标为确定数值的为 1－|T－v|÷|T－b|，超出也计为差距。得分＝10×比率。",
    },
    bands: [
      { when: { en: "pace ≥ 1", zhHans: "进度比 ≥ 1" }, word: null, status: "on-track" },
      { when: { en: "pace ≥ 0.8", zhHans: "进度比 ≥ 0.8" }, word: null, status: "at-risk" },
      { when: { en: "less", zhHans: "更低" }, word: null, status: "off-track" },
    ],
    needs: {
      en: "Target and baseline; without a baseline the share of the target decides (basis `of-target`). The index says nothing about time: the status is that of `linear-pace`. No ratio where T = b, for a range, a bound, or a sum under a cap.",
      zhHans:
        "须有目标值和基期值；没有基期值的按完成率评定（basis 为 `of-target`）。该指数不反映时间，状态按 `linear-pace` 评定。目标值等于基期值、目标为区间或者持续保持类、累计值设上限的，没有比率。",
    },
    source: {
      en: "ESCAP, Asia and the Pacific SDG Progress Report.",
      zhHans: "联合国亚太经社会《亚洲及太平洋可持续发展目标进展报告》。",
    },
    example: {
      plan: examplePlan(
        [
          "name: Coverage",
          'unit: "%"',
          "direction: increase",
          "baseline: 50% @ 2025-12",
          "targets: [{ reach: ≥100%, by: 2026-12 }]",
          "assess: csi",
        ],
        ["2026-05-26 66"],
      ),
      asOf: "2026-05-26",
      result: { ratio: "0.32", methodStatus: null, status: "at-risk", score: "3.2", pace: "0.8" },
      working: {
        en: "(66 − 50) ÷ (100 − 50) = 0.32, score 3.2; 70 are expected, pace (66 − 50) ÷ (70 − 50) = 0.8.",
        zhHans: "（66－50）÷（100－50）＝0.32，得 3.2 分；应达值为 70，进度比为（66－50）÷（70－50）＝0.8。",
      },
    },
  },
  {
    name: "anticipated",
    title: methodNames.anticipated,
    asks: {
      en: "How much of the way will still be missing on the target's date?",
      zhHans: "到完成时限，预计还差多少？",
    },
    ratio: {
      en: "d × (T − projected) ÷ |T − b|, floored at 0, rounded to 9 places before the band; projected on the straight line of least squares through baseline and observations, each weighing the number of its year from 1, `projectedBy` `weighted-linear`. Score = 1 − ratio, within 0 and 1.",
      zhHans:
        "d×（T－预计值）÷|T－b|，不低于 0，分档前保留九位小数；预计值取自基期值与各期实际值的加权最小二乘直线，权重为该年序号（首年为 1），`projectedBy` 为 `weighted-linear`。得分＝1－比率，限于 0 至 1。",
    },
    bands: [
      { when: { en: "≤ 0.1", zhHans: "≤ 0.1" }, word: "maintain", status: "on-track" },
      { when: { en: "≤ 1", zhHans: "≤ 1" }, word: "accelerate", status: "at-risk" },
      {
        when: { en: "more: further away than at the start", zhHans: "更高，即比起点离目标更远" },
        word: "reverse",
        status: "worsening",
      },
    ],
    needs: {
      en: "Target with a date, baseline and one observation after it; without a baseline the share of the target decides (basis `of-target`). Only what was observed up to the target's date counts. Not computable where T = b, for a range, a bound, or a sum under a cap.",
      zhHans:
        "须有带时限的目标值、基期值和其后至少一个实际值；没有基期值的按完成率评定（basis 为 `of-target`）。只计截至完成时限的实际值。目标值等于基期值、目标为区间或者持续保持类、累计值设上限的，无法评定。",
    },
    source: {
      en: "ESCAP and UNECE progress assessment. Points in time are exact to the day; several points of a year have the weight of that year.",
      zhHans: "联合国亚太经社会、欧洲经委会进展评估方法。时间精确到天；同一年的各期数据权重相同。",
    },
    example: {
      plan: examplePlan(
        [
          "name: Pupils",
          "unit: 人",
          "direction: increase",
          "baseline: 60 @ 2015",
          "targets: [{ reach: ≥100, by: 2030 }]",
          "assess: anticipated",
        ],
        ["2018 64", "2021 68"],
        "2016-01..2030-12",
      ),
      asOf: "2022-06-30",
      result: {
        projected: "80",
        projectedBy: "weighted-linear",
        ratio: "0.5",
        methodStatus: "accelerate",
        status: "at-risk",
        score: "0.5",
      },
      working: {
        en: "All three points lie on one line, 4 in three years: 60 + 15 × 4 ÷ 3 = 80 in 2030; (100 − 80) ÷ (100 − 60) = 0.5.",
        zhHans:
          "三个数据同在一条直线上，每三年增加 4：2030年预计值为 60＋15×4÷3＝80；（100－80）÷（100－60）＝0.5。",
      },
    },
  },
];
