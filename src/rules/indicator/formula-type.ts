/**
 * Figures, conditions and words stand in a formula where each can be used.
 *
 * Looks at: conditions where figures are needed and the reverse, words among figures, arguments of functions.
 * Reports: the part of the formula.
 * Source: FORMAT.md section 7 (the expression language).
 */
import { defineRule } from "../define-rule.ts";
import { type FormulaArgs, formulaMessages, reportFormulaFaults } from "../formula-faults.ts";

export const indicatorFormulaType = defineRule<FormulaArgs>({
  code: "indicator/formula-type",
  severity: "error",
  text: {
    en: {
      title: "Wrong kind of value in a formula",
      message: formulaMessages.en,
      why: "A condition or a word has no value that could be reckoned with.",
      fix: "Compute with figures; count conditions with `count(…)` or `share(…)`.",
    },
    zhHans: {
      title: "公式中值的种类不对",
      message: formulaMessages.zhHans,
      why: "条件和文字没有可以运算的数值。",
      fix: "只对数值作运算；条件用 `count(…)`、`share(…)` 计数或求占比。",
    },
  },
  check({ plan, report }) {
    reportFormulaFaults(plan, "type", report);
  },
});
