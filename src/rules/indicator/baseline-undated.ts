/**
 * A baseline has a date.
 *
 * Looks at: every stated baseline of an indicator that measures from it; a date that could not be read is another
 * finding, and so is a baseline borrowed from elsewhere, whose missing date is not the plan's. A value that another
 * statement of the same baseline dates is repeated, not undated.
 * Reports: the baseline without date, at its value, or at its `undated`, once for all names of a quantity (`same-as`).
 * Source: DESIGN.md section 4 (missing date); ENGINE.md section 2 (elapsed time counts from the baseline's date).
 */
import type { Statement } from "../../plan/given.ts";
import type { Baseline, Indicator } from "../../plan/plan.ts";
import { convert } from "../../plan/units.ts";
import { defineRule } from "../define-rule.ts";
import { nameOf } from "../name-of.ts";
import { lenderOf } from "./lenders.ts";
import { isContext, twinsOf } from "./required-facts.ts";

export const indicatorBaselineUndated = defineRule<{ id: string; name: string; value: string }>({
  code: "indicator/baseline-undated",
  severity: "warning",
  text: {
    en: {
      title: "Baseline without date",
      message: (a) => `${a.id}: the baseline ${a.value} has no date`,
      why: "Progress is measured from the day of the baseline; without it the day before the plan starts is taken.",
      fix: "Add the date: `45% @ 2025-12`, or `at: 2025-12` beside `is`.",
    },
    zhHans: {
      title: "基期值缺少时间",
      message: (a) => `指标“${a.name}”的基期值“${a.value}”未注明时间`,
      why: "进度从基期起算；未注明时间的，只能按方案开始前一日计。",
      fix: "补充时间：`45% @ 2025-12`，或在 `is` 旁写 `at: 2025-12`。",
    },
  },
  check({ plan, index, report }) {
    const toldOf = new Map<Indicator, ReadonlySet<string>>();
    for (const indicator of plan.indicators) {
      if (isContext(indicator)) continue;
      const twins = twinsOf(indicator, plan);
      const told = new Set(twins.flatMap((twin) => [...(toldOf.get(twin) ?? [])]));
      toldOf.set(indicator, told);
      for (const statement of indicator.baseline) {
        const { quantity, at } = statement.is.value;
        if (at !== null && at.value.state !== "undated") continue;
        if (lenderOf(statement, indicator, index) !== null || isDatedElsewhere(statement, indicator))
          continue;
        // One figure that several sections state lacks one date.
        const value = quantity.text.trim();
        if (told.has(value)) continue;
        told.add(value);
        const again = [indicator, ...twins].flatMap(({ baseline }) =>
          baseline.filter((other) => other !== statement && other.is.value.quantity.text.trim() === value),
        );
        const related = again.map(({ is }) => ({
          span: is.value.at?.span ?? is.span,
          note: { en: "without a date here as well", zhHans: "此处同样未注明时间" },
        }));
        const span = at?.span ?? statement.is.span;
        report(span, { id: indicator.id.value, name: nameOf(indicator), value }, { on: indicator, related });
      }
    }
  },
});

/** Another section states the same figure with its date. */
function isDatedElsewhere({ is }: Statement<Baseline>, { baseline }: Indicator): boolean {
  const { value, unit } = is.value.quantity;
  return baseline.some(({ is: other }) => {
    if (other.value.at?.value.state !== "dated") return false;
    const same = convert(other.value.quantity.value, other.value.quantity.unit, unit);
    return same?.eq(value) === true;
  });
}
