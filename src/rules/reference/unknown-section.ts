/**
 * A section that a fact cites must be in the outline.
 *
 * Looks at: every cited section, when the plan has an outline at all.
 * Reports: the cited section; suggests the one of that number (`3.1` for 三（一）), else the nearest one of the outline.
 * Source: FORMAT.md section 5 (`sections`).
 */
import { makeSuggester } from "../../diagnostics/suggest.ts";
import { outlineId } from "../../plan/outline-number.ts";
import { isCitation } from "../citations.ts";
import { defineRule } from "../define-rule.ts";

type Args = { readonly section: string; readonly nearest: string | null };

export const referenceUnknownSection = defineRule<Args>({
  code: "reference/unknown-section",
  severity: "error",
  text: {
    en: {
      title: "Cited section not in the outline",
      message: (a) =>
        `section "${a.section}" is not in the outline${a.nearest === null ? "" : `; the nearest is "${a.nearest}"`}`,
      why: "A citation lets the reader find the words in the document; one that leads nowhere cannot be checked.",
      fix: "Correct the section, or add it under `sections`.",
    },
    zhHans: {
      title: "引用的章节不在目录中",
      message: (a) => `目录中没有章节“${a.section}”${a.nearest === null ? "" : `，最接近的是“${a.nearest}”`}`,
      why: "注明章节是为了能在原文中找到相应表述，指向不存在的章节就无法核对。",
      fix: "更正章节编号，或在 `sections` 中补列该章节。",
    },
  },
  check({ plan, index, report }) {
    if (plan.sections.length === 0) return;
    const nearest = makeSuggester(() => index.ids("section"));
    const ids = new Set(index.ids("section"));
    for (const reference of plan.references) {
      if (!isCitation(reference)) continue;
      if (index.findAny(reference.kinds, reference.name.value) !== undefined) continue;
      const near = numbered(reference.name.value, ids) ?? nearest(reference.name.value);
      report(
        reference.name.span,
        { section: reference.name.value, nearest: near },
        { on: reference.from, suggestion: near },
      );
    }
  },
});

/** The section that a heading's number names. */
function numbered(name: string, ids: ReadonlySet<string>): string | null {
  const id = outlineId(name);
  return id !== null && ids.has(id) ? id : null;
}
