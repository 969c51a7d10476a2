/**
 * Derived indicators are not computed in this version.
 *
 * Looks at: indicators with `formula`.
 * Reports: the formula.
 * Source: FORMAT.md section 5 (`formula`), DESIGN.md section 4 (no vacuous pass).
 */
import { defineRule } from "../define-rule.ts";
import { nameOf } from "../name-of.ts";

type Args = { readonly id: string; readonly name: string };

export const indicatorFormulaNotComputed = defineRule<Args>({
  code: "indicator/formula-not-computed",
  severity: "warning",
  text: {
    en: {
      title: "Formula not computed",
      message: (a) =>
        `${a.id}: this version does not compute formulas; the indicator's own observations are used`,
      why: "Without observations of its own the indicator stays without value, and with them nothing checks that they follow the formula.",
      fix: "Report the computed values as observations, and keep the formula as its `definition`.",
    },
    zhHans: {
      title: "公式未计算",
      message: (a) => `指标“${a.name}”：本版本不计算公式，仅采用该指标自身填报的数据`,
      why: "没有填报数据的，该指标就没有实际值；有填报数据的，也无法核对是否与公式相符。",
      fix: "将计算结果作为数据填报，公式写入 `definition`。",
    },
  },
  check({ plan, report }) {
    for (const indicator of plan.indicators) {
      const { formula, id } = indicator;
      if (formula !== null)
        report(formula.span, { id: id.value, name: nameOf(indicator) }, { on: indicator });
    }
  },
});
