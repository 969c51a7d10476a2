/**
 * A placeholder in a section text must ask for something that the plan can say.
 *
 * Looks at: `{{verb id}}` in section texts. An id that the plan lacks is told as an unknown reference, not here.
 * Reports: the placeholder: its verb is unknown, or it names nothing to speak of.
 * Source: FORMAT.md section 5 (`sections`, `text`).
 */
import { nearest } from "../../diagnostics/suggest.ts";
import { placeholderVerbs } from "../../plan/placeholder.ts";
import { countableKinds } from "../citations.ts";
import { defineRule } from "../define-rule.ts";

type Args = {
  readonly verb: string;
  readonly fault: "verb" | "nothing-named" | "not-countable";
  readonly nearest: string | null;
};

const verbs: readonly string[] = placeholderVerbs;

export const narrativeUnknownPlaceholder = defineRule<Args>({
  code: "narrative/unknown-placeholder",
  severity: "error",
  text: {
    en: {
      title: "Placeholder that cannot be filled",
      message: (a) => {
        if (a.fault === "nothing-named") return `"${a.verb}" names no item to take the words from`;
        const near = a.nearest === null ? "" : `; the nearest is "${a.nearest}"`;
        return a.fault === "verb"
          ? `a placeholder cannot ask for "${a.verb}"${near}`
          : `"${a.verb}" cannot be counted${near}`;
      },
      why: "What stands between {{ and }} is printed from the plan; what the plan cannot say would stay a gap in the document.",
      fix: "Write for example {{target ID}}, {{baseline ID}}, {{name ID}} or {{count indicators}}.",
    },
    zhHans: {
      title: "占位符无法填充",
      message: (a) => {
        if (a.fault === "nothing-named") return `“${a.verb}”之后未写明取自哪一项`;
        const near = a.nearest === null ? "" : `，最接近的是“${a.nearest}”`;
        return a.fault === "verb" ? `占位符不支持“${a.verb}”${near}` : `“${a.verb}”无法计数${near}`;
      },
      why: "{{ 与 }} 之间的内容取自方案数据，取不到就会在文本中留下空缺。",
      fix: "可写作 {{target 编号}}、{{baseline 编号}}、{{name 编号}} 或 {{count indicators}}。",
    },
  },
  check({ plan, report }) {
    for (const section of plan.sections) {
      for (const { span, verb, id } of section.text?.placeholders ?? []) {
        if (!verbs.includes(verb)) {
          report(span, { verb, fault: "verb", nearest: nearest(verb, verbs) }, { on: section });
        } else if (id === null) {
          report(span, { verb, fault: "nothing-named", nearest: null }, { on: section });
        } else if (verb === "count" && !countableKinds.has(id)) {
          const near = nearest(id, [...countableKinds.keys()]);
          report(span, { verb: id, fault: "not-countable", nearest: near }, { on: section });
        }
      }
    }
  },
});
