/**
 * A target that is held against another indicator compares two quantities that can be compared.
 *
 * Looks at: `versus`, where the other indicator is the same one, or both state units that do not convert; its margin, in a unit
 * that is neither a share nor converts into the indicator's.
 * Reports: the name of the other, or the margin; related: the units.
 * Source: FORMAT.md section 6 (`versus`: relation to another indicator), DESIGN.md section 4 (wrong units).
 */

import type { Given } from "../../plan/given.ts";
import { itemById } from "../../plan/item-by-id.ts";
import type { Quantity, Unit } from "../../plan/quantity.ts";
import { sameDimension } from "../../plan/units.ts";
import { defineRule } from "../define-rule.ts";
import { nameOf } from "../name-of.ts";
import { isPercent, isPoints } from "./levels.ts";

type Args = {
  readonly id: string;
  readonly name: string;
  readonly other: string;
  readonly otherName: string;
  readonly unit: string;
  readonly otherUnit: string;
  /** The other is the indicator itself. */
  readonly itself: boolean;
  /** The margin, where its unit is at fault; else null. */
  readonly margin: string | null;
};

export const targetVersusMismatch = defineRule<Args>({
  code: "target/versus-mismatch",
  severity: "error",
  text: {
    en: {
      title: "Compared in units that do not convert",
      message: (a) =>
        a.margin !== null
          ? `${a.id} (${a.unit}) is to be ahead of ${a.other} by ${a.margin}, in a unit that does not convert`
          : a.itself
            ? `${a.id} is held against itself`
            : `${a.id} (${a.unit}) is held against ${a.other} (${a.otherUnit}), and the units do not convert`,
      why: "A relation says something only between two quantities of one unit.",
      fix: "Name the indicator that is meant, or correct the unit.",
    },
    zhHans: {
      title: "对比指标无法比较",
      message: (a) =>
        a.margin !== null
          ? `指标“${a.name}”（单位：“${a.unit}”）与“${a.otherName}”的差距写作“${a.margin}”，计量单位无法换算`
          : a.itself
            ? `指标“${a.name}”以自身为对比指标`
            : `指标“${a.name}”（单位：“${a.unit}”）与对比指标“${a.otherName}”（单位：“${a.otherUnit}”）计量单位不同，无法比较`,
      why: "只有计量单位一致的两个指标才能比较高低。",
      fix: "改为所指的指标，或更正计量单位。",
    },
  },
  check({ plan, report }) {
    for (const indicator of plan.indicators) {
      for (const { versus } of indicator.targets) {
        if (versus === null) continue;
        const other = itemById(plan.indicators, versus.indicator.value);
        if (other === undefined) continue;
        const itself = other === indicator;
        const [unit, otherUnit] = [indicator.unit, other.unit];
        const areAlike = unit === null || otherUnit === null || sameDimension(unit.value, otherUnit.value);
        const margin = itself || !areAlike ? null : foreignMargin(versus.margin, unit?.value ?? null);
        if (!itself && areAlike && margin === null) continue;
        const args = {
          id: indicator.id.value,
          name: nameOf(indicator),
          other: other.id.value,
          otherName: nameOf(other),
          unit: unit?.value?.text ?? "",
          otherUnit: otherUnit?.value?.text ?? "",
          itself,
          margin: margin?.value.text.trim() ?? null,
        };
        const note = { en: "unit", zhHans: "计量单位" };
        const units = itself ? [] : margin === null ? [unit, otherUnit] : [unit];
        const related = units.flatMap((one) => (one === null ? [] : [{ span: one.span, note }]));
        report((margin ?? versus.indicator).span, args, { related, on: indicator });
      }
    }
  },
});

/** A margin whose unit fits neither the indicator nor a share of it; null for none. */
function foreignMargin(margin: Given<Quantity> | null, unit: Unit | null): Given<Quantity> | null {
  const own = margin?.value.unit ?? null;
  if (margin === null || own === null || unit === null) return null;
  return isPercent(own) || isPoints(own) || sameDimension(own, unit) ? null : margin;
}
