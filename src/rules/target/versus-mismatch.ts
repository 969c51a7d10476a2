/**
 * A target that is held against another indicator compares two quantities that can be compared.
 *
 * Looks at: `versus`, where the other indicator is the same one, or both state units that do not convert.
 * Reports: the name of the other; related: the two units.
 * Source: FORMAT.md section 6 (`versus`: relation to another indicator), DESIGN.md section 4 (wrong units).
 */
import { itemById } from "../../plan/item-by-id.ts";
import { sameDimension } from "../../plan/units.ts";
import { defineRule } from "../define-rule.ts";
import { nameOf } from "../name-of.ts";

type Args = {
  readonly id: string;
  readonly name: string;
  readonly other: string;
  readonly otherName: string;
  readonly unit: string;
  readonly otherUnit: string;
  /** The other is the indicator itself. */
  readonly itself: boolean;
};

export const targetVersusMismatch = defineRule<Args>({
  code: "target/versus-mismatch",
  severity: "error",
  text: {
    en: {
      title: "Held against what it cannot be held against",
      message: (a) =>
        a.itself
          ? `${a.id} is held against itself`
          : `${a.id} (${a.unit}) is held against ${a.other} (${a.otherUnit}), and the units do not convert`,
      why: "A relation says something only between two quantities of one unit.",
      fix: "Name the indicator that is meant, or correct the unit.",
    },
    zhHans: {
      title: "对比指标无法比较",
      message: (a) =>
        a.itself
          ? `指标“${a.name}”以自身为对比指标`
          : `指标“${a.name}”（“${a.unit}”）与对比指标“${a.otherName}”（“${a.otherUnit}”）计量单位不同，无法比较`,
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
        if (!itself && areAlike) continue;
        const args = {
          id: indicator.id.value,
          name: nameOf(indicator),
          other: other.id.value,
          otherName: nameOf(other),
          unit: unit?.value?.text ?? "",
          otherUnit: otherUnit?.value?.text ?? "",
          itself,
        };
        const note = { en: "unit", zhHans: "计量单位" };
        const related = itself
          ? []
          : [unit, otherUnit].flatMap((one) => (one === null ? [] : [{ span: one.span, note }]));
        report(versus.indicator.span, args, { related, on: indicator });
      }
    }
  },
});
