/** Trend and forecast for `docs/methods.md`: definitions, what is missing when, and an example that a test recomputes. */
import type { Localized } from "../../diagnostics/diagnostic.ts";
import { examplePlan, type GuideExample } from "./guide.ts";

type Definition = readonly [field: string, meaning: Localized];

const definitions: readonly Definition[] = [
  [
    "projected",
    {
      en: "anchor + slope × days: the slope is the median of the slopes between all pairs of values (Theil–Sen), the anchor the median height of the line of that slope on the day of the first value, days those from then to the due date. One outlier does not move it",
      zhHans:
        "起点值＋斜率×天数。斜率取各期数据两两之间斜率的中位数（泰尔—森法），起点值为按该斜率折算到首个数据日的各值中位数，天数自首个数据日算至完成时限。个别异常值不影响结果",
    },
  ],
  [
    "projectedLow, projectedHigh",
    {
      en: "the same with the two slopes that bound the median one with 80% probability: those of the rank ⌊(N − 1.2816 × √V) ÷ 2⌋ from either end of the N sorted slopes, V = n(n − 1)(2n + 5) ÷ 18 for n values. Where the trend stands, not the range of single values",
      zhHans:
        "同法，改用中位斜率 80% 置信区间两端的斜率：N 个斜率按大小排列，取自两端数起第⌊（N－1.2816×√V）÷2⌋个；n 期数据的 V＝n（n－1）（2n＋5）÷18。所指为趋势线的区间，不是单个数值的区间",
    },
  ],
  [
    "reachedOn",
    {
      en: "the first day after the as-of date on which the projection stands at T; null where it never will, where the value meets T, and for bounds and caps",
      zhHans:
        "数据截止日期之后推算值首次达到 T 的日期；推算达不到的、实际值已达标的，以及持续保持类、控制上限类目标均为空",
    },
  ],
  [
    "projectedBy",
    {
      en: "`theil-sen`, or the method's own projection, which then stands in `projected` and `reachedOn`: `cagr` of un-projection, `weighted-linear` of anticipated; these have no range",
      zhHans:
        "`theil-sen`；方法另有推算方式的，`projected`、`reachedOn` 均按该方式：un-projection 为 `cagr`，anticipated 为 `weighted-linear`，不给区间",
    },
  ],
  [
    "firstMetOn, lostOn",
    {
      en: "day of the first value that met T, and of the first after the last such one that no longer did",
      zhHans: "首个达标数据的日期，以及最近一次达标之后首个不再达标数据的日期",
    },
  ],
];

/** Ten slopes, so that every rank can be counted by hand. */
export const trendExample: GuideExample = {
  plan: examplePlan(
    [
      "name: Trained staff",
      "unit: 人",
      "direction: increase",
      "baseline: 0 @ 2025-12",
      "targets: [{ reach: ≥100, by: 2026-12 }]",
    ],
    ["2026-01-10 50", "2026-01-20 52", "2026-01-30 53", "2026-02-09 57", "2026-02-19 58"],
  ),
  asOf: "2026-02-19",
  result: {
    projected: "121",
    projectedLow: "86.5",
    projectedHigh: "138.25",
    projectedBy: "theil-sen",
    reachedOn: "2026-09-17",
  },
  working: {
    en: "Slopes for ten days, sorted: 1, 1, 1.5, 2, 2, 2, 2⅓, 2.5, 2.5, 4; the middle is 2, that is 0.2 a day. Taken back to 10 January the values are 50, 50, 49, 51, 50: anchor 50. 31 December is 355 days later: 50 + 0.2 × 355 = 121. 100 is reached after (100 − 50) ÷ 0.2 = 250 days. V = 5 × 4 × 15 ÷ 18 = 16.67, rank ⌊(10 − 1.2816 × 4.08) ÷ 2⌋ = 2: slopes 1 and 2.5 with anchors 51 and 49.5, so 51 + 0.1 × 355 = 86.5 and 49.5 + 0.25 × 355 = 138.25.",
    zhHans:
      "每十天的斜率由小到大为 1、1、1.5、2、2、2、2⅓、2.5、2.5、4，中位数为 2，即每天 0.2。各值折算到 1 月 10 日为 50、50、49、51、50，起点值为 50。至 12 月 31 日为 355 天：50＋0.2×355＝121。（100－50）÷0.2＝250 天后达到 100。V＝5×4×15÷18＝16.67，位次⌊（10－1.2816×4.08）÷2⌋＝2，取斜率 1 和 2.5，起点值分别为 51 和 49.5：51＋0.1×355＝86.5，49.5＋0.25×355＝138.25。",
  },
};

const words = {
  title: { en: "Trend and forecast", zhHans: "趋势推算" },
  text: {
    en: "Beside whatever method: where the values are heading, as estimates in floating point with 12 digits. A projection needs three values of different days since the baseline, a date that is still to come after the latest one, and something to reach; its range needs five values. Of more than 32 values 500 pairs are drawn, always the same ones of the same count. What was observed before the baseline, after the as-of date or of a group alone is left out. `plan explain PLAN#ID` prints anchor, slope, days and every value.",
    zhHans:
      "与评定方法无关，按各期数据推算走势；推算值为浮点估计，取 12 位有效数字。推算须有基期以来不同日期的三期数据，完成时限晚于最近一期数据，且目标为到期达到类；区间须有五期数据。超过 32 期的，固定抽取 500 对计算，期数相同则抽取相同。基期以前、数据截止日期以后以及仅属分组的数据不计入。`plan explain 方案#指标` 列出起点值、斜率、天数和各期数据。",
  },
  field: { en: "Field", zhHans: "字段" },
  meaning: { en: "Meaning", zhHans: "含义" },
  example: { en: "Example", zhHans: "示例" },
} as const;

/** The section as lines of Markdown. */
export function trendSection(language: keyof Localized): readonly string[] {
  const say = (text: Localized): string => text[language];
  const { plan, result, working, asOf } = trendExample;
  const shown = Object.entries(result).map(([name, value]) => `\`${name}\` \`${value}\``);
  const fields = (names: string): string =>
    names
      .split(", ")
      .map((name) => `\`${name}\``)
      .join(language === "en" ? ", " : "、");
  return [
    `## ${say(words.title)}`,
    "",
    say(words.text),
    "",
    `| ${say(words.field)} | ${say(words.meaning)} |`,
    "| --- | --- |",
    ...definitions.map(([names, meaning]) => `| ${fields(names)} | ${say(meaning)} |`),
    "",
    language === "en"
      ? `${say(words.example)} (as of ${asOf}):`
      : `${say(words.example)}（数据截止日期 ${asOf}）：`,
    "",
    "```yaml",
    plan.trimEnd(),
    "```",
    "",
    `${say(working)} → ${shown.join(", ")}`,
    "",
  ];
}
