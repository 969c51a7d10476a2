/** Words of rules for reports, which know no rule. */
import { allCodes } from "../codes.ts";
import type { RuleWords } from "../report/report-input.ts";

/** What documents print of the rule behind a finding; null for a code that does not exist. */
export function ruleWords(code: string): RuleWords | null {
  const found = allCodes.find((definition) => definition.code === code);
  if (found === undefined) return null;
  const { text } = found;
  return {
    title: { en: text.en.title, zhHans: text.zhHans.title },
    named: found.named ?? [],
    message: (args) => text.en.message(args),
  };
}
