/**
 * Marks of a draft must not be left in a plan.
 *
 * Looks at: all names, statements and texts for TODO, TBD, 待定, 待补充, ×× and XX in the place of a figure or a name, and runs of
 * underscores or question marks; these and the issuer's lines for dots alone (`contact: …`).
 * Reports: the mark. A plan whose status says that it is a draft gets a note.
 * Source: DESIGN.md section 4 (headings without text; what is missing).
 */
import type { Plan } from "../../plan/plan.ts";
import type { Span } from "../../text/source.ts";
import { defineRule } from "../define-rule.ts";
import { partSpan, textsOf } from "../plan-words.ts";

type Args = { readonly mark: string; readonly around: string };

export const narrativeDraftMark = defineRule<Args>({
  code: "narrative/draft-mark",
  severity: "warning",
  text: {
    en: {
      title: "Mark of a draft",
      message: (a) => `"${a.mark}" is left in the text: "${a.around}"`,
      why: "What is still to be filled in is no decision, and nobody can be held to it.",
      fix: "Fill in what is missing, or say what it depends on and until when it is settled.",
    },
    zhHans: {
      title: "遗留草稿标记",
      message: (a) => `文中遗留“${a.mark}”：“${a.around}”`,
      why: "尚待填写的内容不成其为规定，也无法据以问责。",
      fix: "补全内容；一时不能确定的，写明由谁、何时确定。",
    },
  },
  check({ plan, report }) {
    const severity = plan.status?.value === "draft" ? "info" : "warning";
    for (const { text, span, item } of [...textsOf(plan), ...issuerTexts(plan)]) {
      if (!anyMark.test(text)) continue;
      const match = marks.exec(text.slice(0, longestText));
      if (match === null) continue;
      const [mark] = match;
      const around = text
        .slice(Math.max(0, match.index - 10), match.index + mark.length + 10)
        .replace(/\s+/g, " ")
        .trim();
      report(partSpan(span, mark, match.index), { mark, around }, { on: item, severity });
    }
  },
});

/** Lines of the head that reports print as they stand. */
function issuerTexts({ issuer }: Plan): readonly { text: string; span: Span; item: null }[] {
  if (issuer === null) return [];
  return [issuer.name, issuer.number, issuer.signed, issuer.contact].flatMap((line) =>
    line === null ? [] : [{ text: line.value, span: line.span, item: null }],
  );
}

const longestText = 50_000;
/** What every mark has something of: most texts have none, and are not searched further. */
const anyMark = /TODO|TBD|TBC|FIXME|o be |待|[×✕XＸ_?？□〇]{2}|^(?:…|\.{3})/;
const marks =
  /\bTODO\b|\bTBD\b|\bTBC\b|\bFIXME\b|\b[Tt]o be (?:determined|confirmed|completed|added)\b|待定(?![向点位居])|待(?:补充|完善后填|填写|核实|明确后)|[×✕]{2,}|(?<=[\p{Script=Han}\s\d，。、（]|^)(?<!\b[A-Z][a-z]{1,15} )[XＸ]{2,}(?=[\p{Script=Han}\s%％]|$)|_{3,}|[?？]{3,}|□{2,}|〇{3,}|^(?:…+|\.{3,})$/u;
