/**
 * A fund is no larger than all the money of its plan.
 *
 * Looks at: the amount of a fund of the plan's own against the money among the resources, where all of that is in one currency and without
 * a time of its own. What is lent, guaranteed or comes back is left out, and so is an amount of each year or of a time of its own.
 * Reports: the amount; related: the money. An error where one resource is by its name the whole (总投资, programme budget); else a
 * warning, as money from elsewhere may be left out of the resources.
 * Source: DESIGN.md section 4 (a part larger than its whole; an unexplained difference).
 */
import { formatDecimal } from "../../../plan/decimal.ts";
import { quantitiesAt, wordsAt } from "../../../plan/parameters.ts";
import type { Mechanism } from "../../../plan/plan.ts";
import { unitBehind } from "../../../plan/unit-behind.ts";
import { convert } from "../../../plan/units.ts";
import { defineRule } from "../../../rules/define-rule.ts";
import { nameOf } from "../../../rules/name-of.ts";
import { meansOf } from "../../../rules/plan-means.ts";
import { ofType } from "../../of-type.ts";

type Args = {
  readonly id: string;
  readonly name: string;
  readonly amount: string;
  readonly means: string;
  /** The money is by its name all that there is. */
  readonly isWhole: boolean;
};

export const fundAboveMeans = defineRule<Args>({
  code: "fund/above-means",
  severity: "error",
  text: {
    en: {
      title: "Fund above the whole budget",
      message: (a) =>
        `${a.id}: the fund of ${a.amount} is more than all the money of the plan, ${a.means}${a.isWhole ? "" : ": does the rest come from elsewhere?"}`,
      why: "A fund is a part of what the plan has; one of the two amounts is wrong, or money is left out.",
      fix: "Correct one of the amounts, or state all the money under `resources`.",
    },
    zhHans: {
      title: "专项资金超过方案总经费",
      message: (a) =>
        `经费安排“${a.name}”的金额“${a.amount}”超过方案全部经费“${a.means}”${a.isWhole ? "" : "，其余是否另有来源须明确"}`,
      why: "专项资金是方案经费的一部分，比总数还大，必有一处有误或经费未列全。",
      fix: "更正其中一处金额，或在 `resources` 中列全经费。",
    },
  },
  check({ plan, report }) {
    const means = meansOf(plan);
    if (means === null) return;
    for (const fund of ofType(plan, "fund")) {
      if (fund.origin !== "plan" || comesBack(fund)) continue;
      const above = quantitiesAt(fund.parameters, "amount").find(({ is, during }) => {
        const { value, unit, per, relation } = is.value;
        if (during !== null || per !== null || unit === null || relation === "<=" || relation === "<")
          return false;
        return convert(value, unit, means.unit)?.gt(means.total) === true;
      });
      if (above === undefined) continue;
      const args = {
        id: fund.id.value,
        name: nameOf(fund),
        amount: above.is.value.text.trim(),
        means: `${formatDecimal(means.total)}${unitBehind(means.unit.text)}`,
        isWhole: means.isWhole,
      };
      const related = means.places.map((span) => ({ span, note: { en: "the money", zhHans: "经费" } }));
      report(above.is.span, args, { on: fund, related, severity: means.isWhole ? "error" : "warning" });
    }
  },
});

const lent =
  /担保|循环|周转|引导|贷款|信贷|授信|基金(?!会)|撬动|\b(?:loans?|credit|guarantees?|revolving|endowment|leverag|cap-and-trade)/iu;

/** What is lent or guaranteed may be more than what is spent. */
function comesBack({ name, parameters }: Mechanism): boolean {
  const words = wordsAt(parameters, "form").map(({ value }) => value);
  return lent.test([name?.text ?? "", ...words].join(" "));
}
