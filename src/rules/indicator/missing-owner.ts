/**
 * Somebody answers for every indicator.
 *
 * Looks at: every indicator that is judged.
 * Reports: the indicator without owner, at its id.
 * Source: DESIGN.md section 4 (missing owner).
 */
import { defineRule } from "../define-rule.ts";
import { nameOf } from "../name-of.ts";
import { someOf } from "../some-of.ts";
import { isContext } from "./required-facts.ts";
import { statesKey } from "./states-key.ts";

export const indicatorMissingOwner = defineRule<{ id: string; name: string }>({
  code: "indicator/missing-owner",
  severity: "info",
  text: {
    en: {
      title: "Indicator without owner",
      message: (a) => `${a.id}: nobody answers for it`,
      why: "When an indicator falls behind, somebody has to be asked.",
      fix: "Name the actor who answers for it under `owner`.",
    },
    zhHans: {
      title: "指标缺少责任主体",
      message: (a) => `指标“${a.name}”未明确责任主体`,
      why: "指标滞后时，要有人负责。",
      fix: "在 `owner` 中写明责任主体。",
    },
  },
  together: {
    message: (many) => ({
      en: `${many.length} indicators have nobody who answers for them: ${someOf(many).en}`,
      zhHans: `${many.length} 项指标未明确责任主体：${someOf(many).zhHans}`,
    }),
  },
  check({ plan, report }) {
    for (const indicator of plan.indicators) {
      if (indicator.owner.length > 0 || isContext(indicator) || statesKey(indicator, "owner")) continue;
      const args = { id: indicator.id.value, name: nameOf(indicator) };
      report(indicator.id.span, args, { on: indicator });
    }
  },
});
