/**
 * A formula puts together only what has like units, and gives the unit of its indicator.
 *
 * Looks at: sums, differences, comparisons and results with unlike units, and percent mixed with percentage points.
 * Reports: the part of the formula.
 * Source: FORMAT.md section 7 (the expression language).
 */
import { defineRule } from "../define-rule.ts";
import { type FormulaArgs, formulaMessages, reportFormulaFaults } from "../formula-faults.ts";

export const indicatorFormulaUnits = defineRule<FormulaArgs>({
  code: "indicator/formula-units",
  severity: "error",
  text: {
    en: {
      title: "Units do not match in a formula",
      message: formulaMessages.en,
      why: "Persons and yuan have no sum, and a difference of percents is in percentage points.",
      fix: "Bring both sides to one kind of unit; write differences of percents in pp.",
    },
    zhHans: {
      title: "公式中的单位不一致",
      message: formulaMessages.zhHans,
      why: "人数与金额不能相加，百分比之差以百分点计。",
      fix: "将两边统一为同类单位；百分比之差写作百分点（pp）。",
    },
  },
  check({ plan, report }) {
    reportFormulaFaults(plan, "units", report);
  },
});
