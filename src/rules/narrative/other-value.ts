/**
 * A figure or date of a text that the plan does not state, where it speaks of something whose own value no text tells.
 *
 * Looks at: sentences of English section texts that name an item with most of its words (or go on, with it or this, from one that does), and in
 * them figures in the unit of a value of that item (cap, amount, share, limit, threshold, hours, norm, target, baseline) and dates on which it
 * begins or ends. Left out are figures that anything named there states, soft ones, sizes of moves, other places, and values that some
 * text does tell.
 * Reports: the figure or date; related: the stated value. A note that asks: the text may speak of a part, or of something else beside it.
 * Source: DESIGN.md section 4 (two values for one thing; what could be explained is asked).
 */
import { defineRule } from "../define-rule.ts";
import { partSpan } from "../plan-words.ts";
import { ofElsewhere } from "../texts/figures.ts";
import { readSentences } from "../texts/read-sentences.ts";
import { heldValues } from "../told/held-values.ts";
import { otherCounts } from "../told/other-counts.ts";
import { otherLeads } from "../told/other-leads.ts";
import { otherRhythms } from "../told/other-rhythms.ts";
import { tellsItself, untoldFigures } from "../told/untold-values.ts";

type Args = {
  readonly section: string;
  readonly id: string;
  readonly name: string;
  readonly said: string;
  readonly stated: string;
};

export const narrativeOtherValue = defineRule<Args>({
  code: "narrative/other-value",
  severity: "info",
  named: ["id"],
  text: {
    en: {
      title: "Value in the text that may stand for another",
      message: (a) =>
        `section ${a.section} says "${a.said}" where it speaks of "${a.name}", but ${a.id} states ${a.stated}, which no text tells: which holds?`,
      why: "Readers take the value of the text for that of the plan, and find the stated one nowhere.",
      fix: "Correct one of them, or say of what else the text speaks.",
    },
    zhHans: {
      title: "正文数值疑与所列不符",
      message: (a) =>
        `章节“${a.section}”述及“${a.name}”时写“${a.said}”，而“${a.id}”所列为“${a.stated}”，该数值正文中未出现，以哪一个为准须明确`,
      why: "读者会把正文的数值当作方案的数值，而所列的数值在正文中找不到。",
      fix: "更正其中一处；正文另有所指的，应写明。",
    },
  },
  check({ plan, report }) {
    const sentences = readSentences(plan);
    if (sentences.length === 0) return;
    const held = heldValues(plan);
    if (!tellsItself(held, sentences)) return;
    const tellers = [
      untoldFigures(plan, sentences, held),
      ...[otherRhythms, otherLeads, otherCounts].map((make) => make(plan, sentences)),
    ];
    for (const sentence of sentences) {
      if (ofElsewhere.test(sentence.text)) continue;
      const { section, span, at } = sentence;
      for (const one of tellers.flatMap((tell) => tell(sentence))) {
        const { said, item, name, stated } = one;
        const args = { section: section.id.value, id: item.id.value, name, said, stated };
        const related = [{ span: one.span, note: { en: "stated here", zhHans: "此处写明" } }];
        report(partSpan(span, said, at + one.at), args, { on: section, related });
      }
    }
  },
});
