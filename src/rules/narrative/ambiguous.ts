/**
 * A placeholder must mean one value.
 *
 * Looks at: `{{verb id}}` in section texts. Steps on the way to a target are no ambiguity: where every target that the
 * section states has a date, the last is meant. A third word picks one of several: `{{target coverage-rate 2026}}`.
 * Reports: the placeholder, when its section states several values; related: these statements.
 * Source: FORMAT.md section 5 (`sections`, `text`).
 */
import { defineRule } from "../define-rule.ts";
import {
  type PlaceholderArgs,
  placeholderFinding,
  resolvedPlaceholders,
  valuesInChinese,
  valuesInEnglish,
} from "../placeholders.ts";

export const narrativeAmbiguous = defineRule<PlaceholderArgs>({
  code: "narrative/ambiguous",
  severity: "warning",
  text: {
    en: {
      title: "Placeholder with several values",
      message: (a) =>
        `section ${a.section} states several values for the ${a.asked} of "${a.name}": ${valuesInEnglish(a)}; which is meant is not clear`,
      why: "One place in a sentence takes one value; nobody can tell which of them the document means.",
      fix: "Say which is meant by its date or scope, as in {{target ID 2026}}, or write one placeholder for each.",
    },
    zhHans: {
      title: "占位符对应多个数值",
      message: (a) =>
        `章节“${a.section}”中“${a.name}”的${a.askedInChinese}不止一个（${valuesInChinese(a)}），占位符取哪一个不明确`,
      why: "句中一处只能填一个数值，无法判断所指是哪一个。",
      fix: "以时间或口径指明所取的一项，如 {{target 编号 2026}}，或分别写成几个占位符。",
    },
  },
  check({ plan, index, report }) {
    for (const resolved of resolvedPlaceholders(plan, index)) {
      if (resolved.state !== "ambiguous") continue;
      const { args, related } = placeholderFinding(resolved, index, null);
      report(resolved.placeholder.span, args, { on: resolved.section, related });
    }
  },
});
