/**
 * A formula must be readable.
 *
 * Looks at: formulas whose text does not follow the grammar (`docs/expressions.md`).
 * Reports: the place in the formula at which it cannot be read on.
 * Source: FORMAT.md section 7 (the expression language).
 */
import { defineRule } from "../define-rule.ts";
import { type FormulaArgs, formulaMessages, reportFormulaFaults } from "../formula-faults.ts";

export const indicatorFormulaSyntax = defineRule<FormulaArgs>({
  code: "indicator/formula-syntax",
  severity: "error",
  text: {
    en: {
      title: "Formula cannot be read",
      message: formulaMessages.en,
      why: "What cannot be read is not computed, and the indicator has no value but those reported for it.",
      fix: "Write the formula with names, figures, + - * / and brackets, such as `served / total`.",
    },
    zhHans: {
      title: "公式无法识别",
      message: formulaMessages.zhHans,
      why: "公式读不懂就不能计算，该指标只有自身填报的数据可用。",
      fix: "用名称、数值、+ - * / 和括号写公式，如 `served / total`。",
    },
  },
  check({ plan, report }) {
    reportFormulaFaults(plan, "syntax", report);
  },
});
