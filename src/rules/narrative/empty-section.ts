/**
 * A heading needs text below it.
 *
 * Looks at: sections without subsections. Where fewer than half of the lowest headings have
 * text, the plan keeps its text elsewhere: then one note for the plan. Text from a file that cannot be read is told there.
 * Reports: the id of the section; for a plan without texts, the first section.
 * Source: DESIGN.md section 4 (headings without text).
 */
import type { Plan, Section } from "../../plan/plan.ts";
import { defineRule } from "../define-rule.ts";
import { statesKey } from "../indicator/states-key.ts";

type Args = {
  readonly section: string;
  readonly title: string | null;
  readonly empty: number;
  readonly all: number;
};

export const narrativeEmptySection = defineRule<Args>({
  code: "narrative/empty-section",
  severity: "warning",
  text: {
    en: {
      title: "Heading without text",
      message: (a) =>
        a.all > 0
          ? `${a.empty} of ${a.all} headings ${a.empty === 1 ? "has no text; its" : "have no text; their"} content was not checked`
          : `section ${a.section}${a.title === null ? "" : ` "${a.title}"`} has no text`,
      why: "A heading without text promises what the document does not say.",
      fix: "Write the section's `text`, or take the heading out.",
    },
    zhHans: {
      title: "有标题无正文",
      message: (a) =>
        a.all > 0
          ? `共 ${a.all} 个标题，其中 ${a.empty} 个未录入正文，其内容未予核对`
          : `章节“${a.section}”${a.title === null ? "" : `（“${a.title}”）`}没有正文`,
      why: "有标题无正文，等于方案提出了却没有写。",
      fix: "补写该章节的 `text`，或删去标题。",
    },
  },
  check({ plan, report }) {
    const [first] = plan.sections;
    if (first === undefined) return;
    const lowest = lowestSections(plan);
    const empty = lowest.filter((section) => !hasText(section));
    if (empty.length * 2 > lowest.length) {
      const args = { section: first.id.value, title: null, empty: empty.length, all: lowest.length };
      report(first.id.span, args, { on: first, severity: "info" });
      return;
    }
    for (const section of empty) {
      const args = { section: section.id.value, title: section.title?.text ?? null, empty: 1, all: 0 };
      report(section.id.span, args, { on: section });
    }
  },
});

/** The lowest headings: sections without subsection. */
function lowestSections(plan: Plan): readonly Section[] {
  const parents = new Set(plan.sections.flatMap(({ parent }) => (parent === null ? [] : [parent])));
  return plan.sections.filter((section) => !parents.has(section.id.value));
}

function hasText(section: Section): boolean {
  return section.text === null ? statesKey(section, "text") : section.text.text.trim() !== "";
}
