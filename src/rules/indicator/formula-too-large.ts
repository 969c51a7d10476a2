/**
 * A formula is of a size that people can check.
 *
 * Looks at: formulas that nest too deeply, or have too many parts or letters (`plan/limits.ts`).
 * Reports: the place in the formula at which the limit is passed.
 * Source: FORMAT.md section 7 (the expression language).
 */
import { defineRule } from "../define-rule.ts";
import { type FormulaArgs, formulaMessages, reportFormulaFaults } from "../formula-faults.ts";

export const indicatorFormulaTooLarge = defineRule<FormulaArgs>({
  code: "indicator/formula-too-large",
  severity: "error",
  text: {
    en: {
      title: "Formula too large",
      message: formulaMessages.en,
      why: "A formula beyond all measure is not computed, so that no plan can take the time of all others.",
      fix: "Split the formula: give parts of it an indicator of their own, and name those.",
    },
    zhHans: {
      title: "公式过长或嵌套过深",
      message: formulaMessages.zhHans,
      why: "超出限度的公式不予计算，以免一个方案拖慢全部检查。",
      fix: "拆分公式：将其中一部分另设指标，再引用该指标。",
    },
  },
  check({ plan, report }) {
    reportFormulaFaults(plan, "size", report);
  },
});
