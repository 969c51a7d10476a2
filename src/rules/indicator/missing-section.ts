/**
 * An indicator cites the section of the document that sets it.
 *
 * Looks at: indicators of a plan with an outline. A section on the indicator, on a target or on a baseline is enough.
 * Reports: the indicator that cites none, at its id.
 * Source: DESIGN.md section 4 (missing section).
 */
import { defineRule } from "../define-rule.ts";
import { nameOf } from "../name-of.ts";

export const indicatorMissingSection = defineRule<{ id: string; name: string }>({
  code: "indicator/missing-section",
  severity: "info",
  text: {
    en: {
      title: "Indicator without section",
      message: (a) => `${a.id}: no section of the document is cited for it`,
      why: "The reader has to find the words that set the indicator.",
      fix: "Add `section` to the indicator or to its targets.",
    },
    zhHans: {
      title: "指标未注明章节",
      message: (a) => `指标“${a.name}”未注明出自原文哪一章节`,
      why: "注明章节，才能在原文中找到设定该指标的表述。",
      fix: "在指标或其目标值上填写 `section`。",
    },
  },
  check({ plan, report }) {
    if (plan.sections.length === 0) return;
    for (const indicator of plan.indicators) {
      // A statement that could not be read may cite one.
      if ((indicator.unreadable ?? null) !== null) continue;
      const statements = [...indicator.targets, ...indicator.baseline];
      if (indicator.section !== null || statements.some((s) => s.section !== null)) continue;
      const args = { id: indicator.id.value, name: nameOf(indicator) };
      report(indicator.id.span, args, { on: indicator });
    }
  },
});
