/**
 * What earns points does not cost any.
 *
 * Looks at: the points under `earn`. A deed that by its words is a fault (未按时、缺席, not showing up) loses points rightly.
 * Reports: the points. A warning: it may be a deduction that is not said to be one.
 * Source: FORMAT.md section 7 (points), DESIGN.md section 4 (impossible values; an unexplained difference).
 */
import { entriesAt, labelOf, quantitiesAt, wordsAt } from "../../../plan/parameters.ts";
import { defineRule } from "../../../rules/define-rule.ts";
import { nameOf } from "../../../rules/name-of.ts";
import { ofType } from "../../of-type.ts";

type Args = { readonly id: string; readonly name: string; readonly deed: string; readonly points: string };

export const pointsNegativeEarn = defineRule<Args>({
  code: "points/negative-earn",
  severity: "warning",
  text: {
    en: {
      title: "Points earned below zero",
      message: (a) => `${a.id}: "${a.deed}" stands among what earns points, but earns ${a.points}`,
      why: "Whoever does it loses points: either the sign is a slip, or it is a fault that is not named as one.",
      fix: "Correct the sign, or say in `for` what is done wrong (not showing up, a late return).",
    },
    zhHans: {
      title: "积分获取事项的分值为负",
      message: (a) => `积分“${a.name}”的获取事项“${a.deed}”，分值为“${a.points}”`,
      why: "做了该事项反而扣分：或者正负号有误，或者属于扣分事项而未写明。",
      fix: "更正正负号；属于扣分事项的，在 `for` 中写明不当行为（如“无故缺席”）。",
    },
  },
  check({ plan, report }) {
    for (const points of ofType(plan, "points")) {
      for (const entry of entriesAt(points.parameters, "earn")) {
        const deed = (wordsAt(entry, "for")[0]?.value ?? labelOf(entry) ?? "").slice(0, 80);
        if (isFault.test(deed)) continue;
        for (const { is } of quantitiesAt(entry, "points")) {
          if (!is.value.value.lt(0)) continue;
          const args = { id: points.id.value, name: nameOf(points), deed, points: is.value.text.trim() };
          report(is.span, args, { on: points });
        }
      }
    }
  },
});

const isFault =
  /[未不没无违扣乱缺旷迟欠罚误]|拒|早退|投诉|损坏|破坏|占用|弄虚|差评|\b(?:no|not|never|without|miss(?:ed|ing)?|late|absen\w+|breach\w*|broken|damag\w+|fail\w*|penalt\w+|deduct\w*|minus|lost|los(?:es|ing)|complaints?|litter\w*|cancel\w*|false|fraud\w*|no-show)\b/i;
