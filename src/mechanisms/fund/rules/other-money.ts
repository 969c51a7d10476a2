/**
 * The parts of a fund are in its own money.
 *
 * Looks at: the amounts of the sources and lines of a fund against the fund's own: one in money of another currency.
 * Reports: the amount; related: that of the fund.
 * Source: FORMAT.md section 7 (fund), DESIGN.md section 4 (wrong units).
 */
import { entriesAt, quantitiesAt } from "../../../plan/parameters.ts";
import type { Unit } from "../../../plan/quantity.ts";
import { defineRule } from "../../../rules/define-rule.ts";
import { nameOf } from "../../../rules/name-of.ts";
import { ofType } from "../../of-type.ts";

type Args = { readonly id: string; readonly name: string; readonly amount: string; readonly whole: string };

export const fundOtherMoney = defineRule<Args>({
  code: "fund/other-money",
  severity: "error",
  text: {
    en: {
      title: "Part of a fund in other money",
      message: (a) =>
        `${a.id}: ${a.amount} is in another unit than the fund, ${a.whole}, and cannot be a part of it`,
      why: "What is in another currency adds up with the rest only at a rate of exchange, and nothing says which.",
      fix: "Correct the unit, or state the amount in the money of the fund.",
    },
    zhHans: {
      title: "分项与经费币种或单位不同",
      message: (a) => `经费安排“${a.name}”总额为“${a.whole}”，“${a.amount}”的单位与其不同，无法计入`,
      why: "单位或币种不同的金额无法直接相加，合计无从核对。",
      fix: "更正单位，或者按总额的单位折算后填写。",
    },
  },
  check({ plan, report }) {
    for (const fund of ofType(plan, "fund")) {
      const [whole] = quantitiesAt(fund.parameters, "amount");
      const unit = whole?.is.value.unit ?? null;
      if (whole === undefined || unit === null || !isMoney(unit)) continue;
      const entries = [...entriesAt(fund.parameters, "sources"), ...entriesAt(fund.parameters, "lines")];
      const amounts = entries.flatMap((entry) => quantitiesAt(entry, "amount"));
      for (const { is } of amounts) {
        const own = is.value.unit;
        if (own === null || !isMoney(own) || own.dimension === unit.dimension) continue;
        const related = [{ span: whole.is.span, note: { en: "the whole", zhHans: "总额" } }];
        const args = {
          id: fund.id.value,
          name: nameOf(fund),
          amount: is.value.text.trim(),
          whole: whole.is.value.text.trim(),
        };
        report(is.span, args, { on: fund, related });
      }
    }
  },
});

/** 亿元 and 万美元; a number of the plan's own (million USD) is money by its currency. */
function isMoney({ dimension }: Unit): boolean {
  return dimension === "money" || dimension.startsWith("money:");
}
