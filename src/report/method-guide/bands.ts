/** Guides of the methods that compare with fixed limits. */

import { methodNames } from "../method-names.ts";
import { examplePlan, type MethodGuide } from "./guide.ts";

export const bandGuides: readonly MethodGuide[] = [
  {
    name: "to-date-band",
    title: methodNames["to-date-band"],
    asks: {
      en: "Over the completed periods, is the actual within a band around the target?",
      zhHans: "截至已结束的各期，实际完成数是否在目标数的允许偏差以内？",
    },
    ratio: {
      en: "actual ÷ target over completed periods: sums whose span is over; of levels and running totals the last due target",
      zhHans: "已结束各期的实际值÷目标值：当期值按已到期各总量目标合计，时点值和累计值按最近一个到期目标值",
    },
    bands: [
      {
        when: { en: "more than 1 + `band` (15%)", zhHans: "大于 1＋`band`（15%）" },
        word: "above",
        status: "ahead",
      },
      {
        when: { en: "within 1 ± `band`, both ends included", zhHans: "在 1±`band` 以内（含两端）" },
        word: "on_track",
        status: "on-track",
      },
      {
        when: {
          en: "less; for a decrease above and below swap",
          zhHans: "更低；越低越好的指标 above 与 below 互换",
        },
        word: "below",
        status: "off-track",
      },
      {
        when: {
          en: "no period completed, or nothing reported of any",
          zhHans: "没有已结束的报告期，或者均未报送",
        },
        word: "not_reporting",
        status: "not-due",
      },
    ],
    needs: {
      en: "Targets; no baseline. Nothing reported becomes no-data once the time for reporting is over. A missed period alone decides nothing; when all totals are over, achieved or missed by their sum.",
      zhHans:
        "须有目标值，不需要基期值。超过报送期限仍未报送的为“未报送”。单期未达标不单独定论；各期全部结束后，按合计数评定“已达标”或者“未达标”。",
    },
    source: {
      en: "TolaData, which puts the edges on track in its query and off track in its badge; here they are on track.",
      zhHans: "TolaData。该系统对恰在界限上的值前后不一，此处均评为正常。",
    },
    example: {
      plan: examplePlan(
        [
          "name: People trained",
          "unit: 人",
          "value: flow",
          "direction: increase",
          "targets:",
          "  - { total: 100, during: 2026-Q1 }",
          "  - { total: 100, during: 2026-Q2 }",
          "  - { total: 100, during: 2026-Q3 }",
          "assess: to-date-band",
        ],
        ["2026-Q1 90", "2026-Q2 80", "2026-07-10 40"],
      ),
      asOf: "2026-07-15",
      result: { value: "40", ratio: "0.85", methodStatus: "on_track", status: "on-track", score: "0.85" },
      working: {
        en: "Two quarters are over: (90 + 80) ÷ (100 + 100) = 0.85, still within the band; the 40 of the running quarter do not count.",
        zhHans: "前两季度已结束：（90＋80）÷（100＋100）＝0.85，恰在允许偏差以内；本季度的 40 不计入。",
      },
    },
  },
  {
    name: "achievement",
    title: methodNames.achievement,
    asks: { en: "How much of the way is done, whatever the time?", zhHans: "不论时间，目标完成了多少？" },
    ratio: {
      en: "(v − b) ÷ (T − b); `against: due` takes the last due target, of sums the totals that are over",
      zhHans:
        "（实际值－基期值）÷（目标值－基期值）；`against: due` 按最近到期的目标值，当期值按已到期总量合计",
    },
    bands: [
      {
        when: { en: "≥ `green` (90%), unrounded", zhHans: "≥ `green`（90%），不先取整" },
        word: "green",
        status: "on-track",
      },
      { when: { en: "≥ `yellow` (75%)", zhHans: "≥ `yellow`（75%）" }, word: "yellow", status: "at-risk" },
      { when: { en: "less", zhHans: "更低" }, word: "red", status: "off-track" },
    ],
    needs: {
      en: "Target and baseline; without a baseline the share of the target decides (basis `of-target`). With `against: due` and nothing due yet: not due.",
      zhHans:
        "须有目标值和基期值；缺基期值的按完成率评定（basis 为 `of-target`）。`against: due` 且尚无到期目标的为“未到期”。",
    },
    source: {
      en: "ServiceNow goals, where 89.5% has no band; here the unrounded figure is compared, so it is yellow.",
      zhHans: "ServiceNow 目标管理。该办法中 89.5% 无档可归，此处按未取整的数值比较，评为黄灯。",
    },
    example: {
      plan: examplePlan(
        [
          "name: Waiting time",
          "unit: h",
          "direction: decrease",
          "baseline: 400 @ 2025-12",
          "targets: [{ reach: ≤200, by: 2026-12 }]",
          "assess: achievement",
        ],
        ["2026-05-26 221"],
      ),
      asOf: "2026-05-26",
      result: { ratio: "0.895", methodStatus: "yellow", status: "at-risk", score: "0.895" },
      working: {
        en: "(221 − 400) ÷ (200 − 400) = 0.895: below 90%, so yellow.",
        zhHans: "（221－400）÷（200－400）＝0.895，不足 90%，评为黄灯。",
      },
    },
  },
  {
    name: "absolute-bands",
    title: methodNames["absolute-bands"],
    asks: {
      en: "On which side of two fixed limits is the value?",
      zhHans: "实际值处于两个固定界限的哪一侧？",
    },
    ratio: { en: "none", zhHans: "无" },
    bands: [
      {
        when: { en: "at or beyond `green`", zhHans: "达到或者优于 `green`" },
        word: "green",
        status: "on-track",
      },
      {
        when: { en: "between, the limit `red` included", zhHans: "介于两者之间（含 `red`）" },
        word: "yellow",
        status: "at-risk",
      },
      { when: { en: "worse than `red`", zhHans: "劣于 `red`" }, word: "red", status: "off-track" },
    ],
    needs: {
      en: "Both limits, in the indicator's unit; neither baseline nor target. Which side is better follows from the limits and must agree with the direction.",
      zhHans:
        "须写明两个界限，按指标的计量单位；不需要基期值和目标值。优劣方向由两个界限得出，并须与指标方向一致。",
    },
    source: {
      en: "Blackbaud: the limit itself counts as the better band.",
      zhHans: "Blackbaud：恰在界限上的归入较好一档。",
    },
    example: {
      plan: examplePlan(
        [
          "name: Response time",
          "unit: h",
          "direction: decrease",
          "assess: { method: absolute-bands, red: 48h, green: 24h }",
        ],
        ["2026-05-26 48"],
      ),
      asOf: "2026-05-26",
      result: { value: "48", ratio: null, methodStatus: "yellow", status: "at-risk", score: null },
      working: {
        en: "48 is the red limit itself: not worse than it, and not yet at 24: yellow.",
        zhHans: "48 恰为红灯界限，不劣于该界限，也未达到 24，评为黄灯。",
      },
    },
  },
  {
    name: "zones",
    title: methodNames.zones,
    asks: {
      en: "Which of three levels has been reached?",
      zhHans: "达到了承诺值、目标值、挑战值中的哪一级？",
    },
    ratio: {
      en: "(v − b) ÷ (stretch − b), not below 0",
      zhHans: "（实际值－基期值）÷（挑战值－基期值），低于 0 的按 0 计",
    },
    bands: [
      { when: { en: "at `stretch` or beyond", zhHans: "达到 `stretch`" }, word: "stretch", status: "ahead" },
      { when: { en: "at T or beyond", zhHans: "达到目标值" }, word: "target", status: "on-track" },
      { when: { en: "at `commit` or beyond", zhHans: "达到 `commit`" }, word: "commit", status: "at-risk" },
      { when: { en: "otherwise", zhHans: "均未达到" }, word: "fail", status: "off-track" },
    ],
    needs: {
      en: "Target, baseline and both levels, in the order baseline, `commit`, target, `stretch`; in another order not computable. A value that meets T has status achieved.",
      zhHans:
        "须有目标值、基期值和两级数值，依次为基期值、`commit`、目标值、`stretch`，次序不符的无法评定。达到目标值的状态为“已达标”。",
    },
    source: {
      en: "Zones of puzzle/okr; here the levels are stated in the unit instead of fixed shares.",
      zhHans: "puzzle/okr 的分区办法；此处按计量单位写明各级数值，不用固定比例。",
    },
    example: {
      plan: examplePlan(
        [
          "name: Sites opened",
          "unit: 个",
          "direction: increase",
          "baseline: 0 @ 2025-12",
          "targets: [{ reach: ≥70, by: 2026-12 }]",
          "assess: { method: zones, commit: 30, stretch: 100 }",
        ],
        ["2026-05-26 45"],
      ),
      asOf: "2026-05-26",
      result: { ratio: "0.45", methodStatus: "commit", status: "at-risk", score: "0.45" },
      working: {
        en: "45 lies between the committed 30 and the target 70; (45 − 0) ÷ (100 − 0) = 0.45.",
        zhHans: "45 介于承诺值 30 与目标值 70 之间；（45－0）÷（100－0）＝0.45。",
      },
    },
  },
];
