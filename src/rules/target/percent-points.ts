/**
 * A change of a percentage is stated in points, a level in percent.
 *
 * Looks at: indicators in percent: `change`, `rate` and `each` stated in `%`; baselines and levels stated in points.
 * Any indicator: `relative` and `compound` stated in points. An indicator in points: levels stated in `%`.
 * Reports: the value.
 * Source: FORMAT.md section 3 (a percent where points are meant, or the reverse).
 */
import type { Given } from "../../plan/given.ts";
import type { TargetKind } from "../../plan/plan.ts";
import type { Quantity, Unit } from "../../plan/quantity.ts";
import type { Span } from "../../text/source.ts";
import { defineRule } from "../define-rule.ts";
import { nameOf } from "../name-of.ts";
import { figuresOf, isPercent, isPoints } from "./levels.ts";

type Args = {
  readonly id: string;
  readonly name: string;
  readonly value: string;
  readonly meant: "points" | "percent";
};

const levelKinds: ReadonlySet<TargetKind> = new Set(["reach", "hold", "total"]);
const stepKinds: ReadonlySet<TargetKind> = new Set(["change", "rate", "each"]);

export const targetPercentPoints = defineRule<Args>({
  code: "target/percent-points",
  severity: "error",
  text: {
    en: {
      title: "Percent and percentage points mixed",
      message: (a) =>
        a.meant === "points"
          ? `${a.id}: ${a.value} is a change of a percentage and must be in points (pp)`
          : `${a.id}: ${a.value} is in points where a percent is meant`,
      why: "Up 5% from 40% is 42%, up 5 points is 45%: the two are different targets.",
      fix: "Write points (`+5pp`) for a change of a percentage, percent for a level or a relative change.",
    },
    zhHans: {
      title: "百分比与百分点混用",
      message: (a) =>
        a.meant === "points"
          ? `指标“${a.name}”的“${a.value}”是百分比的增减，应以百分点表示`
          : `指标“${a.name}”的“${a.value}”应为百分比，却以百分点表示`,
      why: "由 40% 提高 5% 是 42%，提高 5 个百分点是 45%，两者不是同一目标。",
      fix: "百分比的增减写百分点（如 `+5个百分点`），水平值和相对增减写百分比。",
    },
  },
  check({ plan, report }) {
    for (const { indicator, unit } of figuresOf(plan)) {
      const say = (span: Span, { text }: Quantity, meant: Args["meant"]): void =>
        report(
          span,
          { id: indicator.id.value, name: nameOf(indicator), value: text, meant },
          { on: indicator },
        );
      for (const { is } of indicator.baseline) {
        const meant = meantInstead(is.value.quantity, unit, "level");
        if (meant !== null) say(is.span, is.value.quantity, meant);
      }
      for (const { kind, quantity } of indicator.targets) {
        const meant = quantity === null ? null : meantOfTarget(kind, quantity, unit);
        if (meant !== null && quantity !== null) say(quantity.span, quantity.value, meant);
      }
    }
  },
});

function meantOfTarget(
  kind: TargetKind,
  { value }: Given<Quantity>,
  unit: Unit | null,
): Args["meant"] | null {
  if (kind === "relative" || kind === "compound") return isPoints(value.unit) ? "percent" : null;
  if (levelKinds.has(kind)) return meantInstead(value, unit, "level");
  return stepKinds.has(kind) ? meantInstead(value, unit, "step") : null;
}

function meantInstead(quantity: Quantity, unit: Unit | null, as: "level" | "step"): Args["meant"] | null {
  if (as === "step") return isPercent(unit) && isPercent(quantity.unit) ? "points" : null;
  if (isPercent(unit) && isPoints(quantity.unit)) return "percent";
  return isPoints(unit) && isPercent(quantity.unit) ? "points" : null;
}
