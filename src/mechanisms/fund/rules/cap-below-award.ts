/**
 * An award cannot exceed the cap of its fund.
 *
 * Looks at: cap and award that hold at one time and convert into one another; of a range, the lower end of the award and the upper
 * end of the cap.
 * Reports: the award; related: the cap.
 * Source: FORMAT.md section 7 (fund).
 */
import { quantitiesAt } from "../../../plan/parameters.ts";
import { convert } from "../../../plan/units.ts";
import { areApart } from "../../../rules/compare-statements.ts";
import { defineRule } from "../../../rules/define-rule.ts";
import { nameOf } from "../../../rules/name-of.ts";
import { ofType } from "../../of-type.ts";

type Args = { readonly id: string; readonly name: string; readonly award: string; readonly cap: string };

export const fundCapBelowAward = defineRule<Args>({
  code: "fund/cap-below-award",
  severity: "error",
  text: {
    en: {
      title: "Award above the cap",
      message: (a) => `${a.id}: the award ${a.award} is more than the cap ${a.cap}`,
      why: "Such an award can never be paid in full.",
      fix: "Correct the award or the cap.",
    },
    zhHans: {
      title: "奖励额度超过上限",
      message: (a) => `经费安排“${a.name}”的奖励额度“${a.award}”超过上限“${a.cap}”`,
      why: "这样的奖励无法足额兑现。",
      fix: "更正奖励额度或上限。",
    },
  },
  check({ plan, report }) {
    for (const fund of ofType(plan, "fund")) {
      for (const award of quantitiesAt(fund.parameters, "award")) {
        const cap = quantitiesAt(fund.parameters, "cap").find((one) => {
          const { value, upper, unit } = one.is.value;
          const limit = convert(upper ?? value, unit, award.is.value.unit);
          return limit !== null && award.is.value.value.gt(limit) && !areApart(award, one);
        });
        if (cap === undefined) continue;
        const args = {
          id: fund.id.value,
          name: nameOf(fund),
          award: award.is.value.text.trim(),
          cap: cap.is.value.text.trim(),
        };
        const related = [{ span: cap.is.span, note: { en: "the cap", zhHans: "上限" } }];
        report(award.is.span, args, { on: fund, related });
      }
    }
  },
});
