/**
 * "Before" the year in which the plan begins can only be meant otherwise.
 *
 * Looks at: section texts that promise something before a year (2026年前完成, all sites are chosen before 2026) which is the plan's
 * first year or an earlier one, or by the end of the year before the plan (2025年底前, by the end of 2025). What is told of the past, and texts of background, are left out.
 * Reports: the words; related: the period. A warning that tells both readings, where there are two: the last day before that year, and its end.
 * Source: DESIGN.md section 4 (dates outside the period), FORMAT.md section 4 (2024年前 is 2023-12-31).
 */
import { dateParts, isoDay } from "../../plan/days.ts";
import { defineRule } from "../define-rule.ts";
import { partSpan, sentencesOf } from "../plan-words.ts";
import { ofElsewhere } from "../texts/figures.ts";

type Args = {
  readonly section: string;
  readonly words: string;
  readonly year: number;
  readonly start: string;
  /** The words say the end of the year itself. */
  readonly isEnd: boolean;
};

export const timeBeforeInText = defineRule<Args>({
  code: "time/before-in-text",
  severity: "warning",
  text: {
    en: {
      title: "Promised before the plan begins",
      message: (a) =>
        a.isEnd
          ? `"${a.words}" in the text of section ${a.section} is by ${a.year}-12-31, but the plan begins only on ${a.start}`
          : `"${a.words}" in the text of section ${a.section} is by ${a.year - 1}-12-31, and the plan begins on ${a.start}: is the end of ${a.year} meant?`,
      why: "Read as it stands, the work is due before it can begin; whoever answers for it reads it as he likes.",
      fix: "Write the day, or the end of the year that is meant.",
    },
    zhHans: {
      title: "正文时限早于实施期",
      message: (a) =>
        a.isEnd
          ? `章节“${a.section}”正文写作“${a.words}”，即 ${a.year}-12-31 前，而方案自 ${a.start} 起才实施`
          : `章节“${a.section}”正文写作“${a.words}”，即 ${a.year - 1}-12-31 前，而方案自 ${a.start} 起实施，是否指 ${a.year} 年底须明确`,
      why: "按字面理解，尚未实施就已到期；责任单位可以各作解释。",
      fix: "写明具体日期，或写明当年年底。",
    },
  },
  check({ plan, report }) {
    const { period } = plan;
    const start = period?.start?.value ?? null;
    if (period === null || start === null) return;
    const first = dateParts(start).year;
    for (const section of plan.sections) {
      if (section.text === null || section.role?.value === "background") continue;
      if (!anyBefore.test(section.text.text)) continue;
      for (const sentence of sentencesOf(section.text.text)) {
        if (past.test(sentence.text) || ofElsewhere.test(sentence.text)) continue;
        for (const match of sentence.text.matchAll(before)) {
          const [words, chinese, english, chineseEnd, englishEnd] = match;
          const year = Number(chinese ?? english ?? chineseEnd ?? englishEnd);
          const isEnd = chinese === undefined && english === undefined;
          if (year > (isEnd ? first - 1 : first) || year < first - 1) continue;
          const args = { section: section.id.value, words, year, start: isoDay(start), isEnd };
          const related = [{ span: period.span, note: { en: "the period", zhHans: "实施期限" } }];
          const span = partSpan(section.text.span, words, sentence.at + match.index);
          report(span, args, { on: section, related });
        }
      }
    }
  },
});

const anyBefore = /年[底末]?[以之]?前|\bbefore |\bby (?:the )?end of /iu;
const before =
  /((?:19|20)\d\d)年[以之]?前(?!期|后|[一二三四五六七八九十\d])|\bbefore (?:the year )?((?:19|20)\d\d)\b(?![-/])|((?:19|20)\d\d)年[底末][以之]?前|\bby (?:the )?end of ((?:19|20)\d\d)\b(?![-/])/giu;
const past =
  /尚|曾|以往|过去|已经|前(?:就|即|均|都|全部)?已|已[建完实达]|未能|历史|建成于|存量|\b(?:was|were|had|did|built|already|existing|used to|no longer)\b/iu;
