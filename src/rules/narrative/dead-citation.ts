/**
 * A text must cite sections that there are.
 *
 * Looks at: 见第六章, 详见6.2节, see section 6 and chapter 6 in section texts, where the outline has numbered sections. What is cited of
 * another document (《…》, the Act) is left out.
 * Reports: the citation.
 * Source: DESIGN.md section 4 (unknown references).
 */
import { chineseInteger, numeralClass } from "../../plan/chinese-number.ts";
import { defineRule } from "../define-rule.ts";
import { partSpan, sentencesOf } from "../plan-words.ts";

type Args = { readonly section: string; readonly cited: string; readonly words: string };

export const narrativeDeadCitation = defineRule<Args>({
  code: "narrative/dead-citation",
  severity: "warning",
  text: {
    en: {
      title: "Text cites a section that is not there",
      message: (a) => `section ${a.section} cites "${a.words}", but the outline has no section ${a.cited}`,
      why: "The reader looks for what the text promises and does not find it.",
      fix: "Correct the number, or add the section.",
    },
    zhHans: {
      title: "正文引用的章节不存在",
      message: (a) => `章节“${a.section}”写有“${a.words}”，目录中没有章节“${a.cited}”`,
      why: "读者按图索骥，却找不到所引内容。",
      fix: "更正编号，或补写该章节。",
    },
  },
  check({ plan, report }) {
    const ids = new Set(plan.sections.map(({ id }) => id.value));
    if (![...ids].some((id) => /^\d/.test(id))) return;
    for (const section of plan.sections) {
      if (section.text === null) continue;
      for (const sentence of sentencesOf(section.text.text)) {
        if (!citingWord.test(sentence.text)) continue;
        for (const match of sentence.text.matchAll(citation)) {
          const [words, a = "", b = "", c = ""] = match;
          const number = a === "" ? b : (chineseInteger(a)?.toString() ?? a);
          const cited = number === "" ? c : number;
          const around = sentence.text.slice(Math.max(0, match.index - 30), match.index + words.length + 20);
          if (cited === "" || ids.has(cited) || ofOthers.test(around)) continue;
          const span = partSpan(section.text.span, words, sentence.at + match.index);
          report(span, { section: section.id.value, cited, words }, { on: section });
        }
      }
    }
  },
});

/** A cheap look before `citation`, which takes a millisecond to make. */
const citingWord = /[见按据照]|section|chapter/i;

/** A bare number behind 按 is an amount (按40/40/20计分) unless it has parts, as the numbers of sections have. */
const citation = new RegExp(
  `(?:见|按照?|依据|根据|参照|参见)(?:本方案)?第?([${numeralClass}]{1,3}|\\d{1,3}(?:\\.\\d{1,3}){0,4})(?:章节?|节(?!课)|部分)|(?:见|按照?|参见)(\\d{1,3}(?:\\.\\d{1,3}){1,4})(?!\\d|\\s?[%％./\\-–~～—\\p{L}])|\\b(?:sections?|chapter) (\\d{1,3}(?:\\.\\d{1,3}){0,4})\\b`,
  "giu",
);
const ofOthers = /《|》|条例|\b(?:Act|Law|Code|Regulations?)\b/u;
