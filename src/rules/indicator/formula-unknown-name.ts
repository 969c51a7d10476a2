/**
 * A formula names what the plan knows.
 *
 * Looks at: names in formulas: ids and names of indicators, figures of mechanisms, facts of entities, `elapsed`.
 * Reports: the name, with the near one that was likely meant.
 * Source: FORMAT.md section 7 (the expression language).
 */
import { defineRule } from "../define-rule.ts";
import { type FormulaArgs, formulaMessages, reportFormulaFaults } from "../formula-faults.ts";

export const indicatorFormulaUnknownName = defineRule<FormulaArgs>({
  code: "indicator/formula-unknown-name",
  severity: "error",
  text: {
    en: {
      title: "Unknown name in a formula",
      message: formulaMessages.en,
      why: "Without that value the formula cannot be computed.",
      fix: "Name an indicator, a figure of a mechanism or a fact of the entities by its id; put a minus between spaces.",
    },
    zhHans: {
      title: "公式引用了不存在的名称",
      message: formulaMessages.zhHans,
      why: "缺少该项数值，公式无法计算。",
      fix: "引用指标、工作机制的数值或实施单位的属性，写其编号；减号两边留空格。",
    },
  },
  check({ plan, report }) {
    reportFormulaFaults(plan, "name", report);
  },
});
