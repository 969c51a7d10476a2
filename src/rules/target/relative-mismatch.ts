/**
 * A relative change agrees with the absolute values.
 *
 * Looks at: `relative` and `compound` targets whose base is known (the baseline at the stated date, or `of: VALUE`),
 * against the levels to reach on the same day; base and level may stand under another name of the quantity (`same-as`). A
 * change over a span (`compound`) also against the relative change for its last day. Both may be rounded to their last stated digit.
 * Reports: the relative change; related: the level and the base. Where only one of the two has a date, the level may be a
 * later step: that is a warning, which asks.
 * Source: DESIGN.md section 4 (a relative cut that disagrees with the absolute values).
 */
import type { Localized } from "../../diagnostics/diagnostic.ts";
import { formatDecimal } from "../../plan/decimal.ts";
import type { Given } from "../../plan/given.ts";
import type { Target } from "../../plan/plan.ts";
import type { Quantity } from "../../plan/quantity.ts";
import { unitBehind } from "../../plan/unit-behind.ts";
import { defineRule } from "../define-rule.ts";
import { nameOf } from "../name-of.ts";
import { expectedBy } from "./expected.ts";
import { dueTogether, type Figures, figuresOf, isUnresolved, statedDay } from "./levels.ts";
import { contradicts, type Expected } from "./precision.ts";
import { withTwins } from "./twins.ts";

type Args = {
  readonly id: string;
  readonly name: string;
  readonly value: string;
  readonly base: string;
  readonly expected: string;
  readonly level: string;
  readonly unit: string;
  /** Only one of the two is dated, so that both can hold. */
  readonly open: boolean;
};

export const targetRelativeMismatch = defineRule<Args>({
  code: "target/relative-mismatch",
  severity: "error",
  text: {
    en: {
      title: "Relative and absolute target disagree",
      message: (a) =>
        a.open
          ? `${a.id}: ${a.value} on ${a.base} gives ${a.expected}${a.unit}, and the target is ${a.level}, but only one of the two is dated: is it one target or a further step?`
          : `${a.id}: ${a.value} on ${a.base} gives ${a.expected}${a.unit}, and the target for the same date is ${a.level}`,
      why: "The same target stated in two ways has to give the same figure.",
      fix: "Correct the relative change, the level or the base.",
    },
    zhHans: {
      title: "相对目标与绝对目标不一致",
      message: (a) =>
        a.open
          ? `指标“${a.name}”：以“${a.base}”为基数，“${a.value}”应为“${a.expected}${a.unit}”，而另一处目标值为“${a.level}”，且仅一处注明时限，二者是同一目标还是分步提高，须明确`
          : `指标“${a.name}”：以“${a.base}”为基数，“${a.value}”应为“${a.expected}${a.unit}”，而同一时点的目标值为“${a.level}”`,
      why: "同一目标的两种表述，算出的数值应当一致。",
      fix: "更正增减幅度、目标值或基数。",
    },
  },
  check({ plan, report }) {
    for (const own of figuresOf(plan)) {
      const { indicator } = own;
      for (const target of indicator.targets) {
        if (target.kind !== "relative" && target.kind !== "compound") continue;
        const figures = withTwins(own, plan);
        const { levels, unit } = figures;
        const expected = expectedBy(target, figures);
        if (expected === null || target.quantity === null) continue;
        const apart = levels.filter((l) => contradicts(l, expected, unit));
        const together = apart.find((l) => dueTogether(l.target, target))?.quantity;
        const sure = together ?? otherChange(target, expected, figures);
        const against = sure ?? apart.find((l) => isOneDated(l.target, target))?.quantity ?? null;
        if (against === null) continue;
        const related = [
          { span: against.span, note: sure === null ? otherTarget : sameDate },
          { span: expected.baseSpan, note: { en: "the base", zhHans: "基数" } },
        ];
        const args = {
          id: indicator.id.value,
          name: nameOf(indicator),
          value: target.quantity.value.text,
          base: expected.base,
          expected: formatDecimal(expected.value),
          level: against.value.text,
          unit: unitBehind(unit?.text ?? null),
          open: sure === null,
        };
        const severity = sure === null ? "warning" : "error";
        report(target.quantity.span, args, { related, on: indicator, severity });
      }
    }
  },
});

const sameDate: Localized = { en: "the target for the same date", zhHans: "同一时点的目标值" };
const otherTarget: Localized = { en: "the other target", zhHans: "另一处目标值" };

/** For a change over a span: another change, of the same base and day, that leads elsewhere. Two of one kind are `target/conflict`. */
function otherChange(target: Target, expected: Expected, figures: Figures): Given<Quantity> | null {
  if (target.kind !== "compound") return null;
  for (const other of figures.indicator.targets) {
    if (other.kind !== "relative" || !dueTogether(other, target)) continue;
    const led = expectedBy(other, figures);
    if (led === null || other.quantity === null) continue;
    if (led.value.minus(expected.value).abs().gt(led.slack.plus(expected.slack))) return other.quantity;
  }
  return null;
}

/** One of the two has a date and the other has none: both are targets to reach, and neither hangs on a date in doubt. */
function isOneDated(level: Target, other: Target): boolean {
  if (level.kind === "hold" || isUnresolved(level) || isUnresolved(other)) return false;
  return (statedDay(level) === null) !== (statedDay(other) === null);
}
