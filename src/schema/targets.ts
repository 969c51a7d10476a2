/** Schema of targets: one kind each, and when (FORMAT.md section 6). */
import { targetKinds } from "../plan/plan.ts";
import { both, choice, list, type Part, shared, value } from "./part.ts";
import { saying } from "./shared.ts";

const targetWords: Readonly<Record<(typeof targetKinds)[number], Part>> = {
  reach: shared(
    "statement",
    both("Level to reach", "到期达到"),
    both("A level at a date: ≥85%", "某一时点应达到的水平，如 ≥85%"),
  ),
  hold: shared(
    "statement",
    both("Bound to hold", "持续保持"),
    both("A bound or range in every period: ≤24h, 5..8", "各期均须满足的界限或区间，如 ≤24h、5..8"),
  ),
  change: shared(
    "statement",
    both("Change", "较基期增减"),
    both("Absolute change on the baseline: +5pp", "较基期的绝对变化，如 +5pp"),
  ),
  relative: shared(
    "statement",
    both("Relative change", "较基期增减比例"),
    both("Relative change on the baseline: -30%", "较基期的相对变化，如 -30%"),
  ),
  rate: shared(
    "statement",
    both("Average change a year", "年均增减"),
    both("For example +5pp/year", "如 +5pp/year"),
  ),
  each: shared(
    "statement",
    both("Change in every year", "每年增减"),
    both("For example ≥10%/year", "如 ≥10%/year"),
  ),
  total: shared(
    "statement",
    both("Total over a span", "累计总量"),
    both("Sum of a flow: ≥1000", "一段时间的合计，如 ≥1000"),
  ),
  compound: shared(
    "statement",
    both("Compound change", "累计增减（复合）"),
    both("Change over the whole span, from yearly rates", "由各年变化率连乘得出的累计变化"),
  ),
  versus: value(
    both("Against another indicator", "与另一指标比较"),
    both("Id of the other indicator", "另一指标的编号"),
  ),
  done: { title: both("State to reach", "完成状态"), type: ["boolean", "string", "null"] },
  grade: value(
    both("Grade to reach", "达到等级"),
    both("At least this one of the ordered levels in `of`", "不低于 `of` 所列等级中的该级"),
  ),
  trend: choice(["increase", "decrease", "maintain"], both("Direction without figure", "变化方向（未量化）")),
};

const target: Part = {
  title: both("Target", "目标值"),
  description: both(
    "Exactly one kind, such as `reach` or `hold`, and when",
    "只写一种目标类型（如 `reach`、`hold`）并写明时间",
  ),
  type: ["object"],
  properties: {
    ...targetWords,
    by: shared("time", both("By", "完成时限")),
    from: shared("time", both("From", "起始时间")),
    every: value(
      both("Every", "判定周期"),
      both(
        "Period in which a `hold` is judged: quarter, year, 2 years",
        "`hold` 的判定周期，如 quarter、year、两年",
      ),
    ),
    of: {
      title: both("Of", "比较基准或等级"),
      description: both(
        "relative: the base; grade: the levels, worst first",
        "relative 写比较基准；grade 写由低到高的等级",
      ),
      type: ["string", "number", "null", "object", "array"],
      properties: { at: shared("time", both("Date of the base", "基准时间")) },
      items: value(both("Level", "等级")),
    },
    "at-least": value(both("At least", "至少高出"), both("versus: smallest margin", "versus 的最小差值")),
    "at-most": value(both("At most", "至多高出"), both("versus: largest margin", "versus 的最大差值")),
    "more-than": value(
      both("More than", "高出超过"),
      both("versus: margin that must be passed", "versus 须超过的差值"),
    ),
    "less-than": value(
      both("Less than", "高出不足"),
      both("versus: margin that must not be met", "versus 须低于的差值"),
    ),
    ...saying,
    during: shared(
      "time",
      both("During", "时段"),
      both("Span of the target, or when it applies", "目标所涉时段或适用时段"),
    ),
  },
  oneOfKeys: targetKinds,
};

/** The targets of an indicator. */
export const targets = list(target, both("Targets", "目标值"));
