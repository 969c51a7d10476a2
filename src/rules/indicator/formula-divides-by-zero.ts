/**
 * A formula does not divide by a constant zero.
 *
 * Looks at: divisions by figures that are zero as written; a value that happens to be zero is told by `status/formula-not-computed`.
 * Reports: what stands below the line.
 * Source: FORMAT.md section 7 (the expression language).
 */
import { defineRule } from "../define-rule.ts";
import { type FormulaArgs, formulaMessages, reportFormulaFaults } from "../formula-faults.ts";

export const indicatorFormulaDividesByZero = defineRule<FormulaArgs>({
  code: "indicator/formula-divides-by-zero",
  severity: "error",
  text: {
    en: {
      title: "Formula divides by zero",
      message: formulaMessages.en,
      why: "There is no such quotient, whatever is reported.",
      fix: "Divide by the figure or name that is meant.",
    },
    zhHans: {
      title: "公式以零为除数",
      message: formulaMessages.zhHans,
      why: "无论填报什么数据，结果都不存在。",
      fix: "改为应有的除数。",
    },
  },
  check({ plan, report }) {
    reportFormulaFaults(plan, "zero", report);
  },
});
