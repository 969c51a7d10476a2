/** Guides of the methods that compare what has been attained with the time. */

import { methodNames } from "../method-names.ts";
import { examplePlan, type MethodGuide } from "./guide.ts";

const rise = [
  "name: Coverage",
  'unit: "%"',
  "direction: increase",
  "baseline: 50% @ 2025-12",
  "targets: [{ reach: ≥100%, by: 2026-12 }]",
];

export const paceGuides: readonly MethodGuide[] = [
  {
    name: "linear-pace",
    title: methodNames["linear-pace"],
    asks: {
      en: "Is the value where the target path wants it on its day?",
      zhHans: "实际值当日是否达到应达值？",
    },
    ratio: {
      en: "pace = (v − b) ÷ (expected − b); for a sum that must stay below a cap, expected ÷ v",
      zhHans: "进度比＝（实际值－基期值）÷（应达值－基期值）；设上限的累计值为应达值÷实际值",
    },
    bands: [
      {
        when: { en: "≥ `ahead`, where it is set", zhHans: "≥ `ahead`（设定时）" },
        word: null,
        status: "ahead",
      },
      { when: { en: "≥ `on-track` (1)", zhHans: "≥ `on-track`（1）" }, word: null, status: "on-track" },
      { when: { en: "≥ `at-risk` (0.8)", zhHans: "≥ `at-risk`（0.8）" }, word: null, status: "at-risk" },
      { when: { en: "less", zhHans: "更低" }, word: null, status: "off-track" },
    ],
    needs: {
      en: "Target and baseline. Without a baseline, or a date, the share of the target decides by the same bands (basis `of-target`).",
      zhHans:
        "须有目标值和基期值。没有基期值或者完成时限的，按完成率对照同样界限评定（basis 为 `of-target`）。",
    },
    source: { en: "planwright's own default.", zhHans: "planwright 默认方法。" },
    example: {
      plan: examplePlan([...rise, "assess: linear-pace"], ["2026-05-26 66"]),
      asOf: "2026-05-26",
      result: { ratio: "0.8", methodStatus: null, status: "at-risk", score: "0.8" },
      working: {
        en: "146 of 365 days have passed: expected 50 + 50 × 146 ÷ 365 = 70; pace (66 − 50) ÷ (70 − 50) = 0.8, which is still at risk.",
        zhHans:
          "365 天已过 146 天，应达值为 50＋50×146÷365＝70；进度比为（66－50）÷（70－50）＝0.8，恰在“滞后预警”下限。",
      },
    },
  },
  {
    name: "schedule-points",
    title: methodNames["schedule-points"],
    asks: {
      en: "By how many percentage points is what has been attained behind the time that has passed?",
      zhHans: "目标进度比时序进度低多少个百分点？",
    },
    ratio: {
      en: "attained ÷ elapsed; `basis: zero`: share of the target ÷ elapsed; `preset: pepfar`: v ÷ T rounded half-even to 2 places, against quarter ÷ 4",
      zhHans:
        "目标进度÷时序进度；`basis: zero` 为完成率÷时序进度；`preset: pepfar` 为实际值÷目标值（四舍六入五成双，保留两位小数），与所在季度数÷4比较",
    },
    bands: [
      {
        when: { en: "less than 10 points behind", zhHans: "低于时序进度不足10个百分点" },
        word: "green",
        status: "on-track",
      },
      {
        when: { en: "10 to 30 points behind", zhHans: "低10至30个百分点（含）" },
        word: "yellow",
        status: "at-risk",
      },
      {
        when: { en: "more than 30 points behind", zhHans: "低30个百分点以上" },
        word: "red",
        status: "off-track",
      },
      {
        when: { en: "pepfar: below −25 points", zhHans: "pepfar：低25个百分点以上" },
        word: "Concerned",
        status: "off-track",
      },
      {
        when: { en: "pepfar: below −10", zhHans: "pepfar：低10个百分点以上" },
        word: "At Risk",
        status: "at-risk",
      },
      {
        when: { en: "pepfar: up to +10", zhHans: "pepfar：高出不超过10个百分点" },
        word: "On Target",
        status: "on-track",
      },
      { when: { en: "pepfar: more", zhHans: "pepfar：高出更多" }, word: "Above Target", status: "ahead" },
    ],
    needs: {
      en: "Target with a date, and a baseline; `basis: zero` and `preset: pepfar` need no baseline. Without one the share of the target decides (basis `of-target`). A target of zero, and with pepfar a decrease, are not computable.",
      zhHans:
        "须有带时限的目标值和基期值；`basis: zero` 和 `preset: pepfar` 不需要基期值。缺基期值的按完成率评定（basis 为 `of-target`）。目标值为零的，以及 pepfar 用于越低越好的指标，无法评定。",
    },
    source: {
      en: "Traffic lights of Yinchuan (2025), which leave 0 to 10 points undefined: here green. PEPFAR (gophr); here quarters of whole months are counted in months.",
      zhHans:
        "银川市红黄绿灯（2025年），该办法未规定低0至10个百分点的情形，此处评为绿灯；PEPFAR（gophr），此处整月的季度按月划分。",
    },
    example: {
      plan: examplePlan([...rise, "assess: schedule-points"], ["2026-05-26 65"]),
      asOf: "2026-05-26",
      result: { ratio: "0.75", methodStatus: "yellow", status: "at-risk", score: "0.75" },
      working: {
        en: "attained (65 − 50) ÷ (100 − 50) = 30%; elapsed 146 ÷ 365 = 40%; exactly 10 points behind is yellow.",
        zhHans: "目标进度为（65－50）÷（100－50）＝30%，时序进度为 146÷365＝40%，恰低10个百分点，评为黄灯。",
      },
    },
  },
  {
    name: "schedule-relative",
    title: methodNames["schedule-relative"],
    asks: {
      en: "By which share of what should be done by now is the indicator behind?",
      zhHans: "目标进度比时序进度低几成？",
    },
    ratio: { en: "attained ÷ elapsed", zhHans: "目标进度÷时序进度" },
    bands: [
      { when: { en: "≥ 1", zhHans: "≥ 1" }, word: "green", status: "on-track" },
      {
        when: { en: "≥ 1 − `behind` (30%)", zhHans: "≥ 1－`behind`（30%）" },
        word: "yellow",
        status: "at-risk",
      },
      { when: { en: "less", zhHans: "更低" }, word: "red", status: "off-track" },
    ],
    needs: {
      en: "Target with a date, and a baseline; without one the share of the target decides (basis `of-target`).",
      zhHans: "须有带时限的目标值和基期值；缺基期值的按完成率评定（basis 为 `of-target`）。",
    },
    source: {
      en: "Investment monitoring of Tianjin (2022). 39% done at half of the time is 11 points behind, and 22% behind.",
      zhHans: "天津市投资监测（2022年）。时间过半、完成39%的，低11个百分点，即低22%。",
    },
    example: {
      plan: examplePlan([...rise, "assess: schedule-relative"], ["2026-05-26 64"]),
      asOf: "2026-05-26",
      result: { ratio: "0.7", methodStatus: "yellow", status: "at-risk", score: "0.7" },
      working: {
        en: "attained 28% ÷ elapsed 40% = 0.7: exactly 30% behind is yellow.",
        zhHans: "目标进度 28%÷时序进度 40%＝0.7，恰低30%，评为黄灯。",
      },
    },
  },
];

export const midTermGuide: MethodGuide = {
  name: "mid-term",
  title: methodNames["mid-term"],
  asks: { en: "Does progress keep up with the time?", zhHans: "目标进度是否与时序进度相当？" },
  ratio: {
    en: "attained; scheduleRatio = attained ÷ elapsed decides",
    zhHans: "目标进度；以进度时序比（目标进度÷时序进度）分档",
  },
  bands: [
    { when: { en: "v meets T", zhHans: "实际值已达到目标值" }, word: "提前实现", status: "achieved" },
    { when: { en: "≥ `fast` (1.05)", zhHans: "≥ `fast`（1.05）" }, word: "快于预期", status: "ahead" },
    { when: { en: "≥ `slow` (0.80)", zhHans: "≥ `slow`（0.80）" }, word: "基本符合预期", status: "on-track" },
    { when: { en: "less", zhHans: "更低" }, word: "滞后", status: "off-track" },
  ],
  needs: {
    en: "Target with a date, and a baseline; without one the share of the target decides (basis `of-target`). A bound to hold gets no word.",
    zhHans:
      "须有带时限的目标值和基期值；缺基期值的按完成率评定（basis 为 `of-target`）。持续保持类目标不给出用语。",
  },
  source: {
    en: "Mid-term evaluation of the 14th Five-Year Plan (2023), which publishes its words and no limits; 1.05 and 0.80 are planwright's.",
    zhHans: "“十四五”规划中期评估（2023年）。该评估只公布用语、未公布界限，1.05 和 0.80 为 planwright 所定。",
  },
  example: {
    plan: examplePlan([...rise, "assess: mid-term"], ["2026-05-26 71"]),
    asOf: "2026-05-26",
    result: {
      ratio: "0.42",
      scheduleRatio: "1.05",
      methodStatus: "快于预期",
      status: "ahead",
      score: "0.42",
    },
    working: {
      en: "attained (71 − 50) ÷ 50 = 42%; ÷ elapsed 40% = 1.05, the first that is faster than expected.",
      zhHans: "目标进度为（71－50）÷50＝42%，除以时序进度 40%＝1.05，恰达“快于预期”下限。",
    },
  },
};
