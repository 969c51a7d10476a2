/**
 * The number in the name of a link is the number that it states.
 *
 * Looks at: names that tell how many each has: 每名干部联系5户, 一对一帮扶, Each mentor supports three learners; against `per-from` of the
 * link.
 * Reports: the number for each that links; related: the name.
 * Source: FORMAT.md section 7 (link), DESIGN.md section 4 (two statements that cannot both hold).
 */
import { numeralClass } from "../../../plan/chinese-number.ts";
import { englishNumberWords } from "../../../plan/english-number.ts";
import { entriesAt, quantitiesAt } from "../../../plan/parameters.ts";
import type { Name } from "../../../plan/plan.ts";
import type { Quantity } from "../../../plan/quantity.ts";
import { wholeNumber } from "../../../plan/whole-number.ts";
import { defineRule } from "../../../rules/define-rule.ts";
import { nameOf } from "../../../rules/name-of.ts";
import { ofType } from "../../of-type.ts";

type Args = { readonly id: string; readonly name: string; readonly said: string; readonly value: string };

export const linkNamedNumber = defineRule<Args>({
  code: "link/named-number",
  severity: "error",
  text: {
    en: {
      title: "Link named for another number",
      message: (a) => `${a.id}: "${a.name}" says ${a.said} for each, but ${a.value} is stated`,
      why: "Whoever knows the link by its name counts otherwise than whoever reads its terms.",
      fix: "Correct the name or the number.",
    },
    zhHans: {
      title: "结对名称与数量不符",
      message: (a) => `结对联系“${a.name}”的名称写明每个联系方对应“${a.said}”，而所列数量为“${a.value}”`,
      why: "名称与数量不一致，执行时各按各的理解。",
      fix: "更正名称或数量。",
    },
  },
  check({ plan, report }) {
    for (const link of ofType(plan, "link")) {
      if (link.name === null || link.origin !== "plan") continue;
      const said = numberIn(link.name);
      const [stated] = quantitiesAt(link.parameters, "per-from");
      if (said === null || stated === undefined || entriesAt(link.parameters, "links").length > 0) continue;
      if (allows(stated.is.value, said.number)) continue;
      const args = {
        id: link.id.value,
        name: nameOf(link),
        said: said.shown,
        value: stated.is.value.text.trim(),
      };
      const related = [{ span: link.name.span, note: { en: "the name", zhHans: "名称" } }];
      report(stated.is.span, args, { on: link, related });
    }
  },
});

function allows({ value, upper, relation }: Quantity, number: number): boolean {
  const side = value.cmp(number);
  if (upper !== null) return side <= 0 && upper.gte(number);
  if (relation?.startsWith(">")) return side <= 0;
  return relation?.startsWith("<") ? side >= 0 : side === 0;
}

const figure = `(\\d{1,4}|[${numeralClass}]{1,4})`;
const inChinese = new RegExp(
  `每(?!年|月|季|周|日|天|半年)[^，。；、\\d${numeralClass}]{1,14}(?:联系|结对|帮扶|包保|包联|联点|挂钩|挂包|服务|带教|指导|帮带)[^，。；、\\d${numeralClass}]{0,6}${figure}(?=[个名户家栋人村所支])`,
  "u",
);
const pairInChinese = new RegExp(
  `一(?:[对带联帮包]|名[^，。；、]{1,6}(?:联系|结对|帮扶|包保))${figure}(?![类次年月路])`,
  "u",
);
const inEnglish = new RegExp(
  `\\b(?:each|every) [a-z][a-z -]{1,30}? (?:links?|pairs?|supports?|mentors?|serves?|visits?|looks after|cares for|is paired|is linked)(?: with| to| up to)? (${englishNumberWords}|\\d{1,4})(?= (?!(?:working |school |full )?(?:minute|hour|day|week|month|term|year|time|lesson|session|visit|meeting|point)s?\\b)[a-z])`,
  "iu",
);
const pairInEnglish = new RegExp(`\\bone[- ](?:to|for)[- ](${englishNumberWords}|one)\\b`, "iu");

/** How many the name says for each that links; null where it says none. */
function numberIn({ text }: Name): { readonly shown: string; readonly number: number } | null {
  const [whole, word] =
    inChinese.exec(text) ??
    pairInChinese.exec(text) ??
    inEnglish.exec(text) ??
    pairInEnglish.exec(text) ??
    [];
  if (whole === undefined || word === undefined) return null;
  const number = wholeNumber(word);
  return number === null ? null : { shown: word, number };
}
