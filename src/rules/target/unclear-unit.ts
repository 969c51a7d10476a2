/**
 * A change of a percentage says whether it is in points or in percent.
 *
 * Looks at: `change`, `rate` and `each` without a unit, of an indicator in percent, and their yearly rates (`5/year`).
 * Reports: the value; both readings are spelled out where a baseline is stated.
 * Source: FORMAT.md section 3 (a percent where points are meant, or the reverse), DESIGN.md section 4 (unclear: a warning).
 */
import { formatDecimal } from "../../plan/decimal.ts";
import { defineRule } from "../define-rule.ts";
import { nameOf } from "../name-of.ts";
import { figuresOf, isPercent, towards } from "./levels.ts";

type Args = {
  readonly id: string;
  readonly name: string;
  readonly value: string;
  readonly baseline: string | null;
  /** What one step leads to as points and as percent; null without a baseline. */
  readonly points: string | null;
  readonly percent: string | null;
};

export const targetUnclearUnit = defineRule<Args>({
  code: "target/unclear-unit",
  severity: "warning",
  text: {
    en: {
      title: "Change of a percentage without unit",
      message: (a) =>
        `${a.id}: ${a.value} says neither points nor percent${a.baseline === null ? "" : `: from ${a.baseline} points lead to ${a.points}%, percent to ${a.percent}%`}`,
      why: "Up 5 points and up 5 percent are different targets, and nobody can tell which was meant.",
      fix: "Write points (`+5pp`), or state a relative change in percent under `relative`.",
    },
    zhHans: {
      title: "百分比的增减未注明单位",
      message: (a) =>
        `指标“${a.name}”的增减“${a.value}”未说明是百分点还是百分比${a.baseline === null ? "" : `：由“${a.baseline}”起，按百分点为 ${a.points}%，按百分比为 ${a.percent}%`}`,
      why: "提高 5 个百分点与提高 5% 是两个目标，以哪一个为准无从判断。",
      fix: "写明百分点（如 `+5个百分点`）；确为相对增减的，写在 `relative` 下。",
    },
  },
  check({ plan, report }) {
    for (const { indicator, unit, baselines, direction } of figuresOf(plan)) {
      if (indicator.unit === null || !isPercent(unit)) continue;
      for (const { kind, quantity } of indicator.targets) {
        if (quantity === null || (kind !== "change" && kind !== "rate" && kind !== "each")) continue;
        if (quantity.value.unit !== null || quantity.value.level) continue;
        const [base] = baselines;
        const step = towards(quantity.value.value, quantity.value, direction);
        const args: Args = {
          id: indicator.id.value,
          name: nameOf(indicator),
          value: quantity.value.text,
          baseline: base?.quantity.text ?? null,
          points: base === undefined ? null : formatDecimal(base.value.plus(step)),
          percent:
            base === undefined
              ? null
              : formatDecimal(base.value.times(step.plus(100)).times("0.01").round(4)),
        };
        report(quantity.span, args, { on: indicator });
      }
    }
  },
});
