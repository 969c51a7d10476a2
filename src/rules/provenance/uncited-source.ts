/**
 * A source in the list is cited somewhere.
 *
 * Looks at: sources whose id nothing names, whose title stands in no section text, and which have no `note` that says what
 * they are for.
 * Reports: the source, at its id.
 * Source: DESIGN.md section 4 (counterparts: what is listed and used nowhere).
 */
import { defineRule } from "../define-rule.ts";

export const provenanceUncitedSource = defineRule<{ id: string; name: string }>({
  code: "provenance/uncited-source",
  severity: "info",
  text: {
    en: {
      title: "Source that nobody cites",
      message: (a) => `${a.id}: no figure and no text cites this source`,
      why: "Either a figure lacks its source, or the source backs nothing.",
      fix: "Cite it at the figure that it backs (`source`), or take it out.",
    },
    zhHans: {
      title: "来源未被引用",
      message: (a) => `来源“${a.name}”未被任何数据或正文引用`,
      why: "不是某处数据漏注来源，就是该来源并无用处。",
      fix: "在所依据的数据处用 `source` 引用，或者删去。",
    },
  },
  check({ plan, report }) {
    if (plan.sources.length === 0) return;
    const cited = new Set(
      plan.references.flatMap(({ name, kinds }) => (kinds.includes("source") ? [name.value] : [])),
    );
    for (const source of plan.sources) {
      const { id, title } = source;
      if (cited.has(id.value) || source.note !== null) continue;
      const words = title?.text.trim() ?? "";
      if (words !== "" && plan.sections.some(({ text }) => text?.text.includes(words) === true)) continue;
      report(id.span, { id: id.value, name: title?.text ?? id.value }, { on: source });
    }
  },
});
