/** Guides of the methods that judge by growth. */

import { methodNames } from "../method-names.ts";
import { examplePlan, type MethodGuide } from "./guide.ts";

/** Fifteen years, as in the examples of the sources. */
const years = "2016-01..2030-12";

export const growthGuides: readonly MethodGuide[] = [
  {
    name: "cagr-ratio",
    title: methodNames["cagr-ratio"],
    asks: {
      en: "Is the growth a year so far as fast as the growth a year that leads to the target?",
      zhHans: "实际年均增速是否达到实现目标所需的年均增速？",
    },
    ratio: {
      en: "d × growth(b → v) ÷ |growth(b → T)| with growth(b → x) = (x ÷ b)^(1 ÷ years) − 1; d = +1 where more is better, −1 where less is, turned round where b is below zero. Without a target: d × growth(b → v).",
      zhHans:
        "d×增速（b→v）÷|增速（b→T）|，增速（b→x）＝（x÷b）^（1÷年数）－1；越高越好的 d 为＋1，越低越好的为－1，b 为负数的符号相反。未设目标值的为 d×增速（b→v）。",
    },
    bands: [
      {
        when: { en: "open-sdg: v meets T, score 5", zhHans: "open-sdg：v 达到 T，得 5 分" },
        word: "target_achieved",
        status: "achieved",
      },
      {
        when: {
          en: "open-sdg: ≥ 0.95; without a target ≥ 1.5%",
          zhHans: "open-sdg：≥ 0.95；未设目标值的 ≥ 1.5%",
        },
        word: "substantial_progress",
        status: "on-track",
      },
      {
        when: {
          en: "open-sdg: ≥ 0.60; without a target ≥ 0.5%",
          zhHans: "open-sdg：≥ 0.60；未设目标值的 ≥ 0.5%",
        },
        word: "moderate_progress",
        status: "at-risk",
      },
      {
        when: { en: "open-sdg: ≥ 0", zhHans: "open-sdg：≥ 0" },
        word: "limited_progress",
        status: "off-track",
      },
      {
        when: { en: "open-sdg: less", zhHans: "open-sdg：更低" },
        word: "deterioration",
        status: "worsening",
      },
      {
        when: { en: "open-sdg: no ratio", zhHans: "open-sdg：无法计算比率" },
        word: "not_available",
        status: "not-computable",
      },
      {
        when: {
          en: "eurostat: ≥ 0.95; without a target ≥ 1%",
          zhHans: "eurostat：≥ 0.95；未设目标值的 ≥ 1%",
        },
        word: "significant_progress",
        status: "on-track",
      },
      {
        when: { en: "eurostat: ≥ 0.60; without a target ≥ 0", zhHans: "eurostat：≥ 0.60；未设目标值的 ≥ 0" },
        word: "moderate_progress",
        status: "at-risk",
      },
      {
        when: { en: "eurostat, with a target: ≥ 0", zhHans: "eurostat，设有目标值：≥ 0" },
        word: "insufficient_progress",
        status: "off-track",
      },
      {
        when: { en: "eurostat, with a target: less", zhHans: "eurostat，设有目标值：更低" },
        word: "movement_away",
        status: "worsening",
      },
      {
        when: { en: "eurostat, without a target: ≥ −1%", zhHans: "eurostat，未设目标值：≥ －1%" },
        word: "moderate_movement_away",
        status: "worsening",
      },
      {
        when: { en: "eurostat, without a target: less", zhHans: "eurostat，未设目标值：更低" },
        word: "significant_movement_away",
        status: "worsening",
      },
    ],
    needs: {
      en: "Values of two days; where a level has no baseline, the first observation from the plan's start on serves (basis `first-observation`). Without a target growth itself is judged, and the direction must be stated; `limit` scales the bands by 1 − (b ÷ L)^4.44 up to L, 1 − ((2L − b) ÷ L)^4.44 up to 2L. Score of open-sdg: 7.1429 × ratio − 4.2857 from 0.6 on, 4.1667 × ratio − 2.5 below, within −5 and 5. Not computable: a baseline or target of zero, a change of sign, a range. `window: 5` measures from the first value of the last five years (basis `window`).",
      zhHans:
        "须有两个日期的数值；时点值没有基期值的，以方案起始日后的首个实际值为起点（basis 为 `first-observation`）。未设目标值的直接评定增速，须写明指标方向；设 `limit`（自然极限 L）的，界限乘以系数：b 不超过 L 的为 1－（b÷L）^4.44，超过 L 而不到 2L 的为 1－（（2L－b）÷L）^4.44。open-sdg 的得分：比率不低于 0.6 的为 7.1429×比率－4.2857，低于 0.6 的为 4.1667×比率－2.5，限于－5 至 5 分。基期值或者目标值为零、数值有正有负、目标为区间的，无法评定。写 `window: 5` 的，从最近五年内的首个数值起算（basis 为 `window`）。",
    },
    source: {
      en: "Open SDG (Statistics Canada), Eurostat. Years are counted to the day. Where Open SDG divides by a made-up 0.001 or calls a zero that stays zero a deterioration, nothing is computed here; a direction that is not stated is not taken for a decrease.",
      zhHans:
        "Open SDG（加拿大统计局）、欧盟统计局。年数精确到天。Open SDG 遇零代入 0.001、把始终为零判为恶化的，此处不予计算；未写明方向的，不默认为越低越好。",
    },
    example: {
      plan: examplePlan(
        [
          "name: Coverage",
          'unit: "%"',
          "direction: increase",
          "baseline: 50% @ 2015",
          "targets: [{ reach: ≥100%, by: 2030 }]",
          "assess: cagr-ratio",
        ],
        ["2020 58"],
        years,
      ),
      asOf: "2021-06-30",
      result: {
        ratio: "0.63705511428279731245",
        methodStatus: "moderate_progress",
        status: "at-risk",
        score: "0.26472097581059292311",
      },
      working: {
        en: "So far (58 ÷ 50)^(1 ÷ 5) − 1 = 3.013% a year, needed (100 ÷ 50)^(1 ÷ 15) − 1 = 4.729%: ratio 0.637; score 7.1429 × 0.637 − 4.2857.",
        zhHans:
          "实际年均增速为（58÷50）^（1÷5）－1＝3.013%，所需年均增速为（100÷50）^（1÷15）－1＝4.729%，比率为 0.637；得分为 7.1429×0.637－4.2857。",
      },
    },
  },
  {
    name: "un-projection",
    title: methodNames["un-projection"],
    asks: {
      en: "Where will the value land on the target's date if its growth goes on?",
      zhHans: "按现有增速推算，到完成时限能达到多少？",
    },
    ratio: {
      en: "(projected − b) ÷ (T − b) with projected = v × (v ÷ b)^(years left ÷ years passed), `projectedBy` `cagr`. Without a target: d × growth a year.",
      zhHans:
        "（预计值－b）÷（T－b），预计值＝v×（v÷b）^（剩余年数÷已历年数），`projectedBy` 为 `cagr`。未设目标值的为 d×年均增速。",
    },
    bands: [
      {
        when: {
          en: "≥ 0.95, score 3; without a target ≥ 2%; v meets T, or in percent is within one point of a T of 0 or 100",
          zhHans:
            "≥ 0.95，得 3 分；未设目标值的 ≥ 2%；v 达到 T，或者 T 为 0%、100% 而 v 与之相差不超过1个百分点",
        },
        word: "met_or_on_track",
        status: "on-track",
      },
      {
        when: {
          en: "≥ 0.10, score 2; without a target ≥ 0.5%",
          zhHans: "≥ 0.10，得 2 分；未设目标值的 ≥ 0.5%",
        },
        word: "fair_progress_acceleration_needed",
        status: "at-risk",
      },
      {
        when: { en: "less, score 1", zhHans: "更低，得 1 分" },
        word: "stagnation_or_regression",
        status: "off-track",
      },
      {
        when: { en: "below 0, score 1", zhHans: "低于 0，得 1 分" },
        word: "stagnation_or_regression",
        status: "worsening",
      },
    ],
    needs: {
      en: "Values of two days; where a level has no baseline, the first observation from the plan's start on serves (basis `first-observation`). After the target's date the last value up to it is judged. Not computable: a baseline of zero, a change of sign, a range. What is done or not done scores 3 or 1.",
      zhHans:
        "须有两个日期的数值；时点值没有基期值的，以方案起始日后的首个实际值为起点（basis 为 `first-observation`）。时限已过的，按截至时限的最后数值评定。基期值为零、数值有正有负、目标为区间的，无法评定。是否完成类的，完成得 3 分，未完成得 1 分。",
    },
    source: {
      en: "UN Sustainable Development Goals Progress Chart 2023. Years are counted to the day; growth rates are judged as any value.",
      zhHans: "联合国《2023年可持续发展目标进展图》。年数精确到天；增速类指标与其他指标同样评定。",
    },
    example: {
      plan: examplePlan(
        [
          "name: Coverage",
          'unit: "%"',
          "direction: increase",
          "baseline: 50% @ 2015",
          "targets: [{ reach: ≥100%, by: 2030 }]",
          "assess: un-projection",
        ],
        ["2022 58"],
        years,
      ),
      asOf: "2023-06-30",
      result: {
        projected: "68.72175897019800782467",
        projectedBy: "cagr",
        ratio: "0.37443517940396015649",
        methodStatus: "fair_progress_acceleration_needed",
        status: "at-risk",
        score: "2",
      },
      working: {
        en: "58 × (58 ÷ 50)^(8 ÷ 7) = 68.72 in 2030; (68.72 − 50) ÷ (100 − 50) = 0.374.",
        zhHans: "2030年预计值为 58×（58÷50）^（8÷7）＝68.72；（68.72－50）÷（100－50）＝0.374。",
      },
    },
  },
];
