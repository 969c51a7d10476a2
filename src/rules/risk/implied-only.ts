/**
 * An answer that the document only implies is not yet an answer.
 *
 * Looks at: every risk with answers.
 * Reports: the risk of which no answer is stated outright, at its id; related: the implied answers.
 * Source: FORMAT.md section 5 (`mitigations`, `stated: implied`).
 */
import { defineRule } from "../define-rule.ts";
import { nameOf } from "../name-of.ts";
import { someOf } from "../some-of.ts";

export const riskImpliedOnly = defineRule<{ id: string; name: string; count: number }>({
  code: "risk/implied-only",
  severity: "info",
  text: {
    en: {
      title: "Answer to a risk only implied",
      message: (a) =>
        `${a.id}: the answer to the risk "${a.name}" is only implied, nowhere stated (${a.count} found)`,
      why: "What is only implied has no owner and no date, and nobody is held to it.",
      fix: "State the measure, with an owner and a date, or refer to the action that carries it out.",
    },
    zhHans: {
      title: "风险应对仅有隐含表述",
      message: (a) => `风险“${a.name}”的应对措施（${a.count} 项）均为隐含表述，未明确提出`,
      why: "隐含的措施没有责任主体和时限，难以落实。",
      fix: "明确提出应对措施及其责任主体、时限，或引用承担该措施的重点任务。",
    },
  },
  together: {
    message: (many) => ({
      en: `the answers to ${many.length} risks are only implied, nowhere stated: ${someOf(many).en}`,
      zhHans: `${many.length} 项风险的应对措施均为隐含表述，未明确提出：${someOf(many).zhHans}`,
    }),
  },
  check({ plan, report }) {
    for (const risk of plan.risks) {
      const answers = risk.mitigations.filter((m) => m.stated !== "missing");
      if (answers.length === 0 || answers.some((m) => m.stated === "stated")) continue;
      const related = answers.map((m) => ({ span: m.span, note: { en: "implied", zhHans: "隐含表述" } }));
      const name = nameOf(risk);
      report(risk.id.span, { id: risk.id.value, name, count: answers.length }, { related, on: risk });
    }
  },
});
