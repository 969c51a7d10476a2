/**
 * A condition or norm compares like with like.
 *
 * Looks at: expressions of mechanisms that can be read. Units are known of the plan's own indicators, figures and facts;
 * of other names nothing is held against anything.
 * Reports: the part of the expression; a wrong kind of value is a warning, unlike units are an error.
 * Source: FORMAT.md section 7 (types and units are checked), section 3 (percent and points).
 */
import { placeOf } from "../../expressions/formulas.ts";
import { defineRule } from "../define-rule.ts";
import { shortened } from "../formula-faults.ts";
import { type ExpressionArgs, expressionMessages, mechanismExpressions } from "../mechanism-expressions.ts";
import { nameOf } from "../name-of.ts";

export const mechanismExpressionMeaning = defineRule<ExpressionArgs>({
  code: "mechanism/expression-meaning",
  severity: "error",
  text: {
    en: {
      title: "Condition compares unlike things",
      message: expressionMessages.en,
      why: "Such a condition is never rightly met: percent, points, words and unlike units cannot be compared with each other.",
      fix: "Bring both sides to one kind of unit; write differences of percents in pp.",
    },
    zhHans: {
      title: "条件比较的事项不同类",
      message: expressionMessages.zhHans,
      why: "百分比与百分点、文字与数值、不同单位之间无法比较，这样的条件无从成立。",
      fix: "将两边统一为同类单位；百分比之差写作百分点（pp）。",
    },
  },
  check({ plan, report }) {
    for (const { mechanism, key, text, faults } of mechanismExpressions(plan).expressions) {
      for (const fault of faults) {
        if (fault.kind !== "units" && fault.kind !== "zero" && fault.kind !== "type") continue;
        const args = {
          id: mechanism.id.value,
          name: nameOf(mechanism),
          key,
          fault: fault.code,
          text: shortened(fault.text),
        };
        const graded = fault.kind === "type" ? { severity: "warning" as const } : {};
        report(placeOf(text, fault), { ...args, other: fault.other }, { on: mechanism, ...graded });
      }
    }
  },
});
