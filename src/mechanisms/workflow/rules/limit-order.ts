/**
 * Time limits should grow with the level.
 *
 * Looks at: the limits of the levels in their order, from the simplest matter to the gravest. Equal limits, and limits whose
 * units do not convert, are left out.
 * Reports: the limit that is shorter than that of a level before it; related: that limit.
 * Source: FORMAT.md section 7 (workflow).
 */
import { convert } from "../../../plan/units.ts";
import { defineRule } from "../../../rules/define-rule.ts";
import { ofType } from "../../of-type.ts";
import { limitsOf } from "../limits.ts";

type Args = {
  readonly id: string;
  readonly level: string;
  readonly limit: string;
  readonly other: string;
  readonly otherLimit: string;
};

export const workflowLimitOrder = defineRule<Args>({
  code: "workflow/limit-order",
  severity: "warning",
  text: {
    en: {
      title: "Time limit shrinks with the level",
      message: (a) =>
        `${a.id}: "${a.level}" has ${a.limit}, less than the ${a.otherLimit} of the simpler "${a.other}"`,
      why: "A harder matter with less time is a slip, or a rule that needs an explanation.",
      fix: "Correct the limits, or write the levels from the simplest to the gravest.",
    },
    zhHans: {
      title: "办理时限未随等级延长",
      message: (a) =>
        `流转办理“${a.id}”中“${a.level}”的时限“${a.limit}”短于前一级“${a.other}”的“${a.otherLimit}”`,
      why: "事项更难而时限更短，多属笔误；确需如此的应加说明。",
      fix: "更正时限，或由简到繁依次书写各级。",
    },
  },
  check({ plan, report }) {
    for (const workflow of ofType(plan, "workflow")) {
      const limits = limitsOf(workflow);
      for (const [i, limit] of limits.entries()) {
        const other = limits.slice(0, i).find(({ value, quantity }) => {
          const own = convert(limit.value, limit.quantity.unit, quantity.unit);
          return own?.lt(value) === true;
        });
        if (other === undefined) continue;
        const args = {
          id: workflow.id.value,
          level: limit.level,
          limit: limit.quantity.text.trim(),
          other: other.level,
          otherLimit: other.quantity.text.trim(),
        };
        const related = [{ span: other.span, note: { en: "a simpler matter", zhHans: "较简事项" } }];
        report(limit.span, args, { on: workflow, related });
      }
    }
  },
});
