/** Guides of what people give: marks of a self-assessment, and a judgement. */

import { methodNames } from "../method-names.ts";
import { examplePlan, type MethodGuide } from "./guide.ts";

export const selfScoreGuide: MethodGuide = {
  name: "self-score",
  title: methodNames["self-score"],
  asks: { en: "How many marks does the result earn?", zhHans: "按完成情况应得多少分？" },
  ratio: {
    en: "v ÷ T, or T ÷ v for a decrease, at most 1; score = `marks` (10) × ratio. With `steps` or `bands` marks are taken off by distance, and ratio = score ÷ marks",
    zhHans:
      "正向指标为实际值÷目标值，反向指标为目标值÷实际值，最高为 1；得分＝分值（10）×比率。设 `steps` 或者 `bands` 的按偏差扣分或者分档给分，比率＝得分÷分值",
  },
  bands: [
    { when: { en: "v meets T", zhHans: "达到目标值" }, word: "met", status: "achieved" },
    { when: { en: "otherwise", zhHans: "未达到" }, word: "not_met", status: "off-track" },
    {
      when: { en: "with `grades`: ≥ 80% of the marks", zhHans: "设 `grades`：得分率 ≥ 80%" },
      word: "full",
      status: "achieved",
    },
    {
      when: { en: "with `grades`: ≥ 60%", zhHans: "设 `grades`：得分率 ≥ 60%" },
      word: "partial",
      status: "at-risk",
    },
    { when: { en: "with `grades`: less", zhHans: "设 `grades`：更低" }, word: "poor", status: "off-track" },
  ],
  needs: {
    en: "Target; no baseline. A state or a grade has full marks where it is reached; `grades` may give other words their share. A bound to hold decides the status, and is scored.",
    zhHans:
      "须有目标值，不需要基期值。完成状态、等级类目标达到的得满分，`grades` 可规定其他评价用语的得分比例。持续保持类目标按是否符合要求定状态，同时计分。",
  },
  source: {
    en: "Self-assessment forms of project spending (2016–2022). Nothing is rounded before the marks are given, and marks for going far beyond T are not taken off.",
    zhHans: "项目支出绩效自评表（2016—2022年）。计分前不取整；超额完成过多的不扣分。",
  },
  example: {
    plan: examplePlan(
      [
        "name: User satisfaction",
        'unit: "%"',
        "direction: increase",
        "targets: [{ reach: ≥90%, by: 2026-12 }]",
        "assess: { method: self-score, marks: 10, steps: { every: 5%, minus: 1 } }",
      ],
      ["2026-05-26 84"],
    ),
    asOf: "2026-05-26",
    result: { ratio: "0.8", methodStatus: "not_met", status: "off-track", score: "8" },
    working: {
      en: "6 points short of 90 are two begun steps of 5: 10 − 2 × 1 = 8 marks.",
      zhHans: "比 90% 低 6 个百分点，按两档扣分：10－2×1＝8 分。",
    },
  },
};

export const judgementGuide: MethodGuide = {
  name: "judgement",
  title: methodNames.judgement,
  asks: { en: "What does the person who answers for it say?", zhHans: "责任人如何判断？" },
  ratio: { en: "none: it is no computation", zhHans: "无，不作计算" },
  bands: [
    {
      when: { en: "`achieved` … `missed`", zhHans: "“已达标”至“未达标”各状态" },
      word: "…",
      status: "achieved",
    },
    { when: { en: "`green`, `amber/green`", zhHans: "绿" }, word: "green", status: "on-track" },
    { when: { en: "`amber`, `yellow`", zhHans: "黄" }, word: "amber", status: "at-risk" },
    { when: { en: "`red`, `amber/red`", zhHans: "红" }, word: "red", status: "off-track" },
  ],
  needs: {
    en: "Word (`status`), person, date and reason; it counts from its date to the end of `expires`. Otherwise it is told, and the computed status stands. While it counts, the computed status stays beside it (`computedStatus`), by the method of the dimension or the plan.",
    zhHans:
      "须写明评定结果（`status`）、评定人、日期、理由，自评定日期起至有效期届满止采用；不符合的给出提示，仍按数据评定。采用期间，按维度或者方案所定方法得出的数据评定结果同时列示（`computedStatus`）。",
  },
  source: {
    en: "Delivery confidence of the UK's major projects (GMPP): a word about the future with a name behind it.",
    zhHans: "英国政府重大项目组合（GMPP）的交付信心评级：对今后情况的判断，并写明由谁作出。",
  },
  example: {
    plan: examplePlan(
      [
        "name: Coverage",
        'unit: "%"',
        "direction: increase",
        "baseline: 50% @ 2025-12",
        "targets: [{ reach: ≥100%, by: 2026-12 }]",
        "assess:",
        "  method: judgement",
        "  status: on-track",
        "  person: Director of services",
        "  date: 2026-05-20",
        "  reason: Equipment for the second half has arrived",
        "  expires: 2026-06-30",
      ],
      ["2026-05-26 66"],
    ),
    asOf: "2026-05-26",
    result: {
      ratio: null,
      methodStatus: "on-track",
      status: "on-track",
      computedStatus: "at-risk",
      score: null,
    },
    working: {
      en: "The figures say at risk (pace 0.8); the judgement is in force until 30 June and stands above them.",
      zhHans: "按数据评定为“滞后预警”（进度比 0.8）；人工评定在6月30日前有效，以其为准。",
    },
  },
};
