/**
 * Somebody has to watch a risk.
 *
 * Looks at: every risk.
 * Reports: the risk without owner, at its id.
 * Source: DESIGN.md section 4 (missing owner).
 */
import { defineRule } from "../define-rule.ts";
import { nameOf } from "../name-of.ts";
import { someOf } from "../some-of.ts";

export const riskNoOwner = defineRule<{ id: string; name: string }>({
  code: "risk/no-owner",
  severity: "info",
  text: {
    en: {
      title: "Risk without owner",
      message: (a) => `${a.id}: nobody answers for the risk "${a.name}"`,
      why: "A risk that nobody watches is noticed when it has happened.",
      fix: "Name the actor who watches it under `owner`.",
    },
    zhHans: {
      title: "风险缺少责任主体",
      message: (a) => `风险“${a.name}”未明确责任主体`,
      why: "无人盯防的风险，往往发生后才被发现。",
      fix: "在 `owner` 中写明负责防控该风险的责任主体。",
    },
  },
  together: {
    message: (many) => ({
      en: `nobody answers for ${many.length} risks: ${someOf(many).en}`,
      zhHans: `${many.length} 项风险未明确责任主体：${someOf(many).zhHans}`,
    }),
  },
  check({ plan, report }) {
    for (const risk of plan.risks) {
      if (risk.owner.length > 0) continue;
      report(risk.id.span, { id: risk.id.value, name: nameOf(risk) }, { on: risk });
    }
  },
});
