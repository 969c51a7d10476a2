/**
 * A formula does not lead back to its own indicator, directly or over other formulas.
 *
 * Looks at: the names in formulas.
 * Reports: one finding per circle at its earliest mention in the file; related: the other mentions.
 * Source: FORMAT.md section 7 (cycles are found).
 */
import { formulasOf } from "../../expressions/formulas.ts";
import { defineRule } from "../define-rule.ts";
import { nameOf } from "../name-of.ts";

export const indicatorFormulaCircular = defineRule<{ path: string }>({
  code: "indicator/formula-circular",
  severity: "error",
  text: {
    en: {
      title: "Formula leads back to itself",
      message: (a) => `formulas lead back to their start: ${a.path}`,
      why: "A value that is computed from itself has no beginning; none of the formulas in the circle is computed.",
      fix: "Take out the name that closes the circle, or report one of the indicators instead of computing it.",
    },
    zhHans: {
      title: "公式循环引用",
      message: (a) => `公式首尾相接成环：“${a.path}”`,
      why: "由自身算出的数值没有起点，环中的公式都不予计算。",
      fix: "删去使公式成环的引用，或将其中一项指标改为直接填报。",
    },
  },
  check({ plan, report }) {
    for (const { steps } of formulasOf(plan)?.circles ?? []) {
      const [first, ...others] = steps;
      if (first === undefined) continue;
      const indicators = [...steps, first].map(({ indicator }) => indicator);
      const path = indicators.map(({ id }) => id.value).join(" → ");
      const inChinese = { path: indicators.map(nameOf).join(" → ") };
      const related = others.map(({ indicator, span }) => ({
        span,
        note: {
          en: `the formula of ${indicator.id.value} names it`,
          zhHans: `“${nameOf(indicator)}”的公式引用此项`,
        },
      }));
      report(first.span, { path }, { on: first.indicator, related, inChinese });
    }
  },
});
