/**
 * A risk needs an answer: a measure of the plan, or at least a text.
 *
 * Looks at: every risk. Answers marked `stated: missing` do not count.
 * Reports: the risk without any answer, at its id.
 * Source: DESIGN.md section 4 (risk without answer).
 */
import { defineRule } from "../define-rule.ts";
import { nameOf } from "../name-of.ts";

export const riskNoAnswer = defineRule<{ id: string; name: string }>({
  code: "risk/no-answer",
  severity: "warning",
  text: {
    en: {
      title: "Risk without answer",
      message: (a) => `${a.id}: no answer to the risk "${a.name}" is stated`,
      why: "A risk that is named and left unanswered will be met unprepared.",
      fix: "Name the actions or mechanisms that answer it under `mitigations`, or state the measure as a text.",
    },
    zhHans: {
      title: "风险缺少应对措施",
      message: (a) => `风险“${a.name}”未列明应对措施`,
      why: "只列风险、不列应对，风险发生时将无措施可用。",
      fix: "在 `mitigations` 中列出应对该风险的重点任务或工作机制，或写明应对措施。",
    },
  },
  check({ plan, report }) {
    for (const risk of plan.risks) {
      if (risk.mitigations.some((m) => m.stated !== "missing")) continue;
      const related = risk.mitigations.map((m) => ({
        span: m.span,
        note: { en: "marked as missing", zhHans: "标明缺失" },
      }));
      report(risk.id.span, { id: risk.id.value, name: nameOf(risk) }, { related, on: risk });
    }
  },
});
