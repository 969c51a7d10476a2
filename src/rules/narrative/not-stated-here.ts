/**
 * A section draws the figures that it states itself.
 *
 * Looks at: `{{verb id}}` in section texts whose value only other sections state. Where the plan does not say which
 * section states a value, nothing is told.
 * Reports: the placeholder; related: the statements elsewhere. Info where they agree and their value is printed; a
 * warning where they differ, for then nothing can be printed.
 * Source: FORMAT.md section 2 (`section`: where it is said) and section 5 (`text`).
 */
import { defineRule } from "../define-rule.ts";
import {
  type PlaceholderArgs,
  placeholderFinding,
  resolvedPlaceholders,
  valuesInChinese,
  valuesInEnglish,
} from "../placeholders.ts";

type Args = PlaceholderArgs & { readonly several: boolean };

export const narrativeNotStatedHere = defineRule<Args>({
  code: "narrative/not-stated-here",
  severity: "info",
  text: {
    en: {
      title: "Placeholder for a value that the section does not state",
      message: (a) =>
        a.several
          ? `section ${a.section} does not state the ${a.asked} of "${a.name}", and other sections state several: ${valuesInEnglish(a)}`
          : `section ${a.section} does not state the ${a.asked} of "${a.name}"; ${valuesInEnglish(a)} is taken from elsewhere`,
      why: "The text then says in this section what the document says in another, and changes with it unseen.",
      fix: "If the document says it here too, add a statement with this `section`; else take the placeholder out.",
    },
    zhHans: {
      title: "占位符所取的数值本章节未写明",
      message: (a) =>
        a.several
          ? `章节“${a.section}”没有写明“${a.name}”的${a.askedInChinese}，其他章节所写不一（${valuesInChinese(a)}）`
          : `章节“${a.section}”没有写明“${a.name}”的${a.askedInChinese}，${valuesInChinese(a)}取自其他章节`,
      why: "正文在此写出了原文在别处的内容，别处一改，此处随之变动而不易察觉。",
      fix: "原文在此处也写明的，补一条以此为 `section` 的表述；没有写明的，删去占位符。",
    },
  },
  check({ plan, index, report }) {
    for (const resolved of resolvedPlaceholders(plan, index)) {
      const { section, placeholder, state } = resolved;
      const several = state === "several-elsewhere";
      if (state !== "elsewhere" && !several) continue;
      const { args, related } = placeholderFinding(resolved, index, "sections");
      const extras = { on: section, related, ...(several ? { severity: "warning" as const } : {}) };
      report(placeholder.span, { ...args, several }, extras);
    }
  },
});
