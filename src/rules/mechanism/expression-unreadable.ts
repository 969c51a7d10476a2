/**
 * A condition or norm with a comparison sign can be read as an expression.
 *
 * Looks at: values of mechanisms that hold expressions (`when`, `if`, `rule`, `where`). One without comparison sign or range
 * is prose, which is allowed; where it cannot be read on for a word it may be prose too, so that is info.
 * Reports: the place in the expression at which it cannot be read on. One that breaks off where a value should follow
 * (`rate >=`) is an error.
 * Source: FORMAT.md section 7 (the expression language).
 */
import { placeOf } from "../../expressions/formulas.ts";
import { defineRule } from "../define-rule.ts";
import { shortened } from "../formula-faults.ts";
import { type ExpressionArgs, expressionMessages, mechanismExpressions } from "../mechanism-expressions.ts";
import { nameOf } from "../name-of.ts";

const letter = /[A-Za-z\u3400-\u9fff]/;

export const mechanismExpressionUnreadable = defineRule<ExpressionArgs>({
  code: "mechanism/expression-unreadable",
  severity: "warning",
  text: {
    en: {
      title: "Condition cannot be read",
      message: expressionMessages.en,
      why: "A condition that cannot be read stays a text: nothing checks it and nothing acts on it.",
      fix: "Write it with names, figures and comparisons, such as `rate < elapsed - 15pp`, or in words without signs.",
    },
    zhHans: {
      title: "条件无法识别",
      message: expressionMessages.zhHans,
      why: "读不懂的条件只作文字保留，不参与检查，也不会触发措施。",
      fix: "用名称、数值和比较符号书写，如 `rate < elapsed - 15pp`；或不用符号，改为文字表述。",
    },
  },
  check({ plan, report }) {
    for (const { mechanism, key, text, faults } of mechanismExpressions(plan).expressions) {
      for (const fault of faults) {
        if (fault.kind !== "syntax" && fault.kind !== "size") continue;
        const args = {
          id: mechanism.id.value,
          name: nameOf(mechanism),
          key,
          fault: fault.code,
          text: shortened(fault.text),
        };
        const mayBeProse = fault.kind === "syntax" && fault.code !== "no-function" && letter.test(fault.text);
        report(
          placeOf(text, fault),
          { ...args, other: fault.other },
          {
            on: mechanism,
            suggestion: fault.suggestion,
            severity: fault.code === "ends-early" ? "error" : mayBeProse ? "info" : "warning",
          },
        );
      }
    }
  },
});
