/**
 * Figures of an indicator are in its unit, or convert to it.
 *
 * Looks at: the baselines, levels, totals and absolute changes of every indicator; a bare number is in the indicator's
 * unit. Without a stated unit the first figure that has one gives it. Percent beside points has a rule of its own.
 * Reports: the value; related: the unit. A figure that only lacks what the unit counts it over (`5次` for `次/年`) is a
 * warning.
 * Source: FORMAT.md section 3 (units).
 */
import type { Severity } from "../../diagnostics/diagnostic.ts";
import type { Indicator } from "../../plan/plan.ts";
import type { Quantity, Unit } from "../../plan/quantity.ts";
import { isCount, sameDimension } from "../../plan/units.ts";
import type { Span } from "../../text/source.ts";
import { defineRule } from "../define-rule.ts";
import { nameOf } from "../name-of.ts";
import { figuresOf, isPercent, isPoints } from "./levels.ts";

type Args = { readonly id: string; readonly name: string; readonly value: string; readonly unit: string };

export const targetUnitMismatch = defineRule<Args>({
  code: "target/unit-mismatch",
  severity: "error",
  text: {
    en: {
      title: "Wrong unit",
      message: (a) => `${a.id}: ${a.value} does not convert to the indicator's unit, ${a.unit}`,
      why: "Figures in different units cannot be compared.",
      fix: "State the figure in the indicator's unit, or correct the unit.",
    },
    zhHans: {
      title: "计量单位不符",
      message: (a) => `指标“${a.name}”的“${a.value}”与其计量单位“${a.unit}”不符，且无法换算`,
      why: "计量单位不同的数值无法比较。",
      fix: "按指标的计量单位填写数值，或更正计量单位。",
    },
  },
  check({ plan, report }) {
    for (const { indicator, unit } of figuresOf(plan)) {
      if (unit === null) continue;
      for (const { span, quantity } of statedFigures(indicator)) {
        const severity = misfit(quantity, unit);
        if (severity === null) continue;
        const related =
          indicator.unit === null
            ? []
            : [{ span: indicator.unit.span, note: { en: "unit", zhHans: "计量单位" } }];
        const args = {
          id: indicator.id.value,
          name: nameOf(indicator),
          value: quantity.text,
          unit: unit.text,
        };
        report(span, args, { severity, related, on: indicator });
      }
    }
  },
});

interface StatedFigure {
  readonly span: Span;
  readonly quantity: Quantity;
}

function statedFigures(indicator: Indicator): readonly StatedFigure[] {
  const baselines = indicator.baseline.map(({ is }) => ({ span: is.span, quantity: is.value.quantity }));
  const targets = indicator.targets.flatMap(({ kind, quantity }) => {
    const isAbsolute = kind === "reach" || kind === "hold" || kind === "total" || kind === "change";
    return quantity !== null && isAbsolute ? [{ span: quantity.span, quantity: quantity.value }] : [];
  });
  return [...baselines, ...targets];
}

/**
 * How badly a figure's unit fits; null when it fits. `5次` for `次/年` lacks what the figure is counted over: it can be
 * guessed, and the engine does not guess.
 */
function misfit({ unit: own }: Quantity, unit: Unit): Severity | null {
  if (own === null || sameDimension(own, unit) || (isShare(own) && isShare(unit))) return null;
  const numerator = isCount(own.dimension) ? "count" : own.dimension;
  return unit.dimension.startsWith(`${numerator}/`) ? "warning" : "error";
}

function isShare(unit: Unit): boolean {
  return isPercent(unit) || isPoints(unit);
}
