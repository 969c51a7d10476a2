/**
 * What earns points does not cost any.
 *
 * Looks at: the points under `earn`, but for a list with several deductions beside what earns, which is one of both. A deed that by its words is a fault (未按时、缺席, not showing up) loses points rightly.
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
      message: (a) => `“${a.name}”将“${a.deed}”列为积分获取事项，分值却为“${a.points}”`,
      why: "做了该事项反而扣分：或者正负号有误，或者属于扣分事项而未写明。",
      fix: "更正正负号；属于扣分事项的，在 `for` 中写明不当行为（如“无故缺席”）。",
    },
  },
  check({ plan, report }) {
    for (const points of ofType(plan, "points")) {
      const entries = entriesAt(points.parameters, "earn");
      if (isListOfBoth(entries)) continue;
      for (const entry of entries) {
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

/** Two entries that cost and one that earns: the list tells both. */
function isListOfBoth(entries: ReturnType<typeof entriesAt>): boolean {
  const figures = entries.flatMap((entry) => quantitiesAt(entry, "points").slice(0, 1));
  const costing = figures.filter(({ is }) => is.value.value.lt(0)).length;
  return costing >= 2 && costing < figures.length;
}

const isFault =
  /[未不没无违扣乱缺旷迟欠罚误]|拒|早退|投诉|损坏|破坏|占用|弄虚|差评|抛物|打架|斗殴|闹事|赌|毁|吐痰|兑换|消费|噪音|飞线|\b(?:no|not|never|without|miss(?:ed|ing)?|late|absen\w+|breach\w*|broken|damag\w+|fail\w*|penalt\w+|deduct\w*|minus|lost|los(?:es|ing)|complaints?|litter\w*|cancel\w*|false|fraud\w*|bully\w*|detention|running|redeem\w*|spend\w*|fight\w*|vandal\w*|smok\w*|no-show)\b/i;
