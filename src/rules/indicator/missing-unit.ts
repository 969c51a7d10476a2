/**
 * A figure needs a unit.
 *
 * Looks at: indicators with figures; those with states, grades or directions alone need no unit, nor do ratios and coefficients.
 * Reports: the indicator without unit, at its id; where other names of the quantity (`same-as`) have none either, they are
 * related places.
 * Source: DESIGN.md section 4 (missing unit).
 */
import type { Indicator } from "../../plan/plan.ts";
import { defineRule } from "../define-rule.ts";
import { nameOf } from "../name-of.ts";
import { hasNoFigure, twinsOf } from "./required-facts.ts";
import { statesKey } from "./states-key.ts";

export const indicatorMissingUnit = defineRule<{ id: string; name: string }>({
  code: "indicator/missing-unit",
  severity: "warning",
  text: {
    en: {
      title: "Indicator without unit",
      message: (a) => `${a.id}: no unit is stated`,
      why: "Figures without a unit cannot be compared, and slips of ten or a hundred go unnoticed.",
      fix: 'State the unit, such as `unit: "%"`.',
    },
    zhHans: {
      title: "指标缺少计量单位",
      message: (a) => `指标“${a.name}”未列计量单位`,
      why: "没有计量单位，数值无法比较，差十倍、百倍也不易发现。",
      fix: '写明计量单位，如 `unit: "%"`。',
    },
  },
  check({ plan, report }) {
    const lacking = new Set(plan.indicators.filter(lacksUnit));
    for (const indicator of lacking) {
      const others = twinsOf(indicator, plan).filter((twin) => lacking.has(twin));
      if (others.some(({ id }) => id.span.start < indicator.id.span.start)) continue;
      const related = others.map(({ id }) => ({
        span: id.span,
        note: { en: "the same quantity, without unit either", zhHans: "同一指标，同样未列" },
      }));
      report(
        indicator.id.span,
        { id: indicator.id.value, name: nameOf(indicator) },
        { on: indicator, related },
      );
    }
  },
});

function lacksUnit(indicator: Indicator): boolean {
  return (
    indicator.unit === null &&
    !hasNoFigure(indicator) &&
    !statesKey(indicator, "unit") &&
    !isRatio(indicator) &&
    !pureNumber.test(nameOf(indicator).trim())
  );
}

/** 灌溉水有效利用系数, Gini coefficient: a pure number, as its name says. */
const pureNumber = /(?:系数|\bcoefficient)$/iu;

/** `1:350` says itself what it counts. */
function isRatio({ targets }: Indicator): boolean {
  return targets.length > 0 && targets.every(({ quantity }) => quantity?.value.unit?.key === "1:1");
}
