/**
 * A change of a percentage is stated in points, a level in percent.
 *
 * Looks at: indicators in percent: `change`, `rate` and `each` stated in `%`, and a signed margin of `versus` (`at-least: +2%`)
 * between two of them; baselines and levels stated in points.
 * Any indicator: `relative` and `compound` stated in points. An indicator in points: levels stated in `%`.
 * Reports: the value. Where the unit is points and every level is in percent, the unit, once; related: the levels.
 * Source: FORMAT.md section 3 (a percent where points are meant, or the reverse).
 */
import type { Given } from "../../plan/given.ts";
import type { Indicator, TargetKind } from "../../plan/plan.ts";
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
  /** How many levels are in percent, where the unit is blamed; else 0. */
  readonly all: number;
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
        a.all > 0
          ? `${a.id}: the unit is points (${a.value}), but ${a.all === 1 ? "its level is" : `all its ${a.all} levels are`} in percent`
          : a.meant === "points"
            ? `${a.id}: ${a.value} is a change of a percentage and must be in points (pp)`
            : `${a.id}: ${a.value} is in points where a percent is meant`,
      why: "Up 5% from 40% is 42%, up 5 points is 45%: the two are different targets.",
      fix: "Write points (`+5pp`) for a change of a percentage, percent for a level or a relative change.",
      help: (a) => (a.all > 0 ? 'Write `unit: "%"`, or state the levels in points.' : null),
    },
    zhHans: {
      title: "百分比与百分点混用",
      message: (a) =>
        a.all > 0
          ? `指标“${a.name}”的计量单位为百分点（“${a.value}”），而其 ${a.all} 个水平值均为百分比`
          : a.meant === "points"
            ? `指标“${a.name}”的“${a.value}”是百分比的增减，应以百分点表示`
            : `指标“${a.name}”的“${a.value}”应为百分比，却以百分点表示`,
      why: "由 40% 提高 5% 是 42%，提高 5 个百分点是 45%，两者不是同一目标。",
      fix: "百分比的增减写百分点（如 `+5个百分点`），水平值和相对增减写百分比。",
      help: (a) => (a.all > 0 ? '计量单位改为 `unit: "%"`，或将水平值改以百分点表示。' : null),
    },
  },
  check({ plan, report }) {
    const units = new Map(figuresOf(plan).map((one) => [one.indicator.id.value, one.unit] as const));
    for (const { indicator, unit } of figuresOf(plan)) {
      const common = { id: indicator.id.value, name: nameOf(indicator) };
      const inPercent = indicator.unit !== null && isPoints(unit) ? percentsInstead(indicator) : [];
      if (indicator.unit !== null && inPercent.length > 0) {
        const note = { en: "in percent", zhHans: "为百分比" };
        const related = inPercent.map((span) => ({ span, note }));
        const args = { ...common, value: indicator.unit.value.text, meant: "percent" as const };
        report(indicator.unit.span, { ...args, all: inPercent.length }, { on: indicator, related });
        continue;
      }
      const say = (span: Span, { text }: Quantity, meant: Args["meant"]): void =>
        report(span, { ...common, value: text, meant, all: 0 }, { on: indicator });
      for (const { is } of indicator.baseline) {
        const meant = meantInstead(is.value.quantity, unit, "level");
        if (meant !== null) say(is.span, is.value.quantity, meant);
      }
      for (const { versus } of indicator.targets) {
        const margin = versus?.margin ?? null;
        if (versus === null || margin === null || !margin.value.signed || !isPercent(unit)) continue;
        const other = units.get(versus.indicator.value) ?? null;
        if (isPercent(other) && isPercent(margin.value.unit)) say(margin.span, margin.value, "points");
      }
      for (const { kind, quantity } of indicator.targets) {
        const meant = quantity === null ? null : meantOfTarget(kind, quantity, unit);
        if (meant !== null && quantity !== null) say(quantity.span, quantity.value, meant);
      }
    }
  },
});

/** The levels, where all that have a unit are in percent and no step is: then the unit is the slip. */
function percentsInstead({ baseline, targets }: Indicator): readonly Span[] {
  const levels = targets.filter(({ kind, quantity }) => levelKinds.has(kind) && quantity !== null);
  if (targets.some(({ kind, quantity }) => stepKinds.has(kind) && isPercent(quantity?.value.unit ?? null)))
    return [];
  const stated = [
    ...baseline.map(({ is }) => ({ span: is.span, unit: is.value.quantity.unit })),
    ...levels.flatMap(({ quantity }) =>
      quantity === null ? [] : [{ span: quantity.span, unit: quantity.value.unit }],
    ),
  ].filter(({ unit }) => unit !== null);
  return stated.every(({ unit }) => isPercent(unit)) ? stated.map(({ span }) => span) : [];
}

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
