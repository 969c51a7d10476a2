/**
 * A risk needs an answer: a measure of the plan, or at least a text.
 *
 * Looks at: every risk. Answers marked `stated: missing` do not count.
 * Reports: the risk without any answer, at its id; where others are stated, the first that is marked as missing, a note;
 * related: the others that are missing.
 * Source: DESIGN.md section 4 (risk without answer).
 */
import { defineRule } from "../define-rule.ts";
import { nameOf } from "../name-of.ts";

type Args = {
  readonly id: string;
  readonly name: string;
  /** What is missing beside stated answers, in the words of the plan; null where there is no answer at all. */
  readonly missing: string | null;
};

export const riskNoAnswer = defineRule<Args>({
  code: "risk/no-answer",
  severity: "warning",
  text: {
    en: {
      title: "Risk without answer",
      message: (a) =>
        a.missing === null
          ? `${a.id}: no answer to the risk "${a.name}" is stated`
          : `${a.id}: of the answers to the risk "${a.name}", "${a.missing}" is marked as missing`,
      why: "A risk that is named and left unanswered will be met unprepared.",
      fix: "Name the actions or mechanisms that answer it under `mitigations`, or state the measure as a text.",
    },
    zhHans: {
      title: "风险缺少应对措施",
      message: (a) =>
        a.missing === null
          ? `风险“${a.name}”未列明应对措施`
          : `风险“${a.name}”的应对措施不全，缺少“${a.missing}”`,
      why: "只列风险、不列应对，风险发生时将无措施可用。",
      fix: "在 `mitigations` 中列出应对该风险的重点任务或工作机制，或写明应对措施。",
    },
  },
  check({ plan, report }) {
    for (const risk of plan.risks) {
      const missing = risk.mitigations.filter((m) => m.stated === "missing");
      const base = { id: risk.id.value, name: nameOf(risk) };
      const places = missing.map(({ span }) => ({
        span,
        note: { en: "marked as missing", zhHans: "标明缺失" },
      }));
      if (missing.length === risk.mitigations.length) {
        report(risk.id.span, { ...base, missing: null }, { related: places, on: risk });
        continue;
      }
      const [first] = missing;
      if (first === undefined) continue;
      const words = first.text?.value ?? first.item?.value ?? "";
      const related = places.slice(1);
      report(first.span, { ...base, missing: words }, { related, on: risk, severity: "info" });
    }
  },
});
