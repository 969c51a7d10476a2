/**
 * Two headings beside each other need two titles.
 *
 * Looks at: titles of sections below one heading.
 * Reports: the later title; related: the earlier.
 * Source: DESIGN.md section 4 (near-identical names; what only may be a conflict).
 */
import type { Section } from "../../plan/plan.ts";
import { defineRule } from "../define-rule.ts";

type Args = { readonly section: string; readonly other: string; readonly title: string };

export const narrativeRepeatedTitle = defineRule<Args>({
  code: "narrative/repeated-title",
  severity: "info",
  text: {
    en: {
      title: "Two headings with one title",
      message: (a) => `sections ${a.other} and ${a.section} are both called "${a.title}"`,
      why: "Who cites the one may mean the other; one of them may have been copied and not changed.",
      fix: "Give each its own title.",
    },
    zhHans: {
      title: "标题重复",
      message: (a) => `章节“${a.other}”与章节“${a.section}”的标题都是“${a.title}”`,
      why: "引用时分不清是哪一节，也可能是复制后未改。",
      fix: "分别拟定标题。",
    },
  },
  check({ plan, report }) {
    const known = new Map<string, Section>();
    for (const section of plan.sections) {
      if (section.title === null) continue;
      const title = section.title.text.normalize("NFKC").trim();
      const key = `${section.parent ?? ""}\n${title.toLowerCase()}`;
      const other = known.get(key);
      if (other === undefined) known.set(key, section);
      else if (other.id.value !== section.id.value)
        report(
          section.title.span,
          { section: section.id.value, other: other.id.value, title },
          {
            on: section,
            related: [
              {
                span: other.title?.span ?? other.id.span,
                note: { en: "the other title", zhHans: "另一标题" },
              },
            ],
          },
        );
    }
  },
});
