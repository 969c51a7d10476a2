/**
 * Time limits should grow with the level.
 *
 * Looks at: the limits of the levels in their order, from the simplest matter to the gravest. Equal limits, and limits whose
 * units do not convert, are left out. So are levels of urgency, which have less time the more urgent they are: three or more
 * limits that all shrink, and a level whose words say that it is urgent.
 * Reports: the limit that is shorter than that of a level before it; related: that limit.
 * Source: FORMAT.md section 7 (workflow).
 */
import { convert } from "../../../plan/units.ts";
import { defineRule } from "../../../rules/define-rule.ts";
import { nameOf } from "../../../rules/name-of.ts";
import { ofType } from "../../of-type.ts";
import { type Limit, limitsOf } from "../limits.ts";

type Args = {
  readonly id: string;
  readonly name: string;
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
        `流转办理“${a.name}”中“${a.level}”的时限“${a.limit}”短于前一级“${a.other}”的“${a.otherLimit}”`,
      why: "事项更难而时限更短，多属笔误；确需如此的应加说明。",
      fix: "更正时限，或由简到繁依次书写各级。",
    },
  },
  check({ plan, report }) {
    for (const workflow of ofType(plan, "workflow")) {
      const limits = limitsOf(workflow);
      if (limits.length >= 3 && limits.every((limit, i) => i === 0 || isShorter(limit, limits[i - 1])))
        continue;
      for (const [i, limit] of limits.entries()) {
        if (urgentWords.test(`${limit.level} ${limit.when}`)) continue;
        const other = limits.slice(0, i).find((before) => isShorter(limit, before));
        if (other === undefined) continue;
        const args = {
          id: workflow.id.value,
          name: nameOf(workflow),
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

const urgentWords = /urgent|emergenc|immediate|急|突发/i;

function isShorter({ value, quantity }: Limit, other: Limit | undefined): boolean {
  return other !== undefined && convert(value, quantity.unit, other.quantity.unit)?.lt(other.value) === true;
}
