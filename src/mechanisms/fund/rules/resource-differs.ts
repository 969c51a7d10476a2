/**
 * Money that is listed as a resource and as a fund under one name has one amount.
 *
 * Looks at: resources of money and funds of the same name, each with one exact amount, in units that convert.
 * Reports: the amount of the resource; related: that of the fund. A warning that asks: the one may be a year's share of the other.
 * Source: DESIGN.md section 4 (an unexplained difference).
 */

import { quantitiesAt } from "../../../plan/parameters.ts";
import type { Quantity } from "../../../plan/quantity.ts";
import { sameDimension } from "../../../plan/units.ts";
import { compareQuantities } from "../../../rules/compare-statements.ts";
import { defineRule } from "../../../rules/define-rule.ts";
import { nameOf } from "../../../rules/name-of.ts";
import { ofType } from "../../of-type.ts";

type Args = {
  readonly id: string;
  readonly name: string;
  readonly amount: string;
  readonly fund: string;
  readonly whole: string;
};

export const fundResourceDiffers = defineRule<Args>({
  code: "fund/resource-differs",
  severity: "warning",
  text: {
    en: {
      title: "Fund and resource of one name differ",
      message: (a) =>
        `${a.id}: ${a.amount} is listed as a resource, but the fund ${a.fund} of the same name has ${a.whole}: which holds?`,
      why: "Whoever reads the one counts on other money than whoever reads the other.",
      fix: "Correct one of the amounts; if they are not the same money, give them names that tell them apart.",
    },
    zhHans: {
      title: "同名经费与资源金额不一",
      message: (a) => `资源“${a.name}”列“${a.amount}”，同名的经费安排为“${a.whole}”，以何者为准未写明`,
      why: "同一笔经费两处金额不同，测算和拨付各有依据。",
      fix: "更正其中一处；并非同一笔经费的，名称上加以区分。",
    },
  },
  check({ plan, report }) {
    const money = plan.resources.filter(({ kindOf, name }) => kindOf?.value === "money" && name !== null);
    if (money.length === 0) return;
    for (const fund of ofType(plan, "fund")) {
      const [whole] = quantitiesAt(fund.parameters, "amount");
      if (whole === undefined || fund.name === null || !isFirm(whole.is.value)) continue;
      const name = folded(fund.name.text);
      for (const resource of money) {
        const [stated, ...others] = resource.amount;
        if (folded(resource.name?.text ?? "") !== name || stated === undefined || others.length > 0) continue;
        const amount = stated.is.value;
        if (!isFirm(amount) || !sameDimension(amount.unit, whole.is.value.unit)) continue;
        if (compareQuantities(amount, whole.is.value) !== "conflict") continue;
        const related = [{ span: whole.is.span, note: { en: "the fund", zhHans: "经费安排" } }];
        const args = {
          id: resource.id.value,
          name: nameOf(resource),
          amount: amount.text.trim(),
          fund: fund.id.value,
          whole: whole.is.value.text.trim(),
        };
        report(stated.is.span, args, { on: resource, related });
      }
    }
  },
});

/** 720万元, not 每年约720万元. */
function isFirm({ relation, upper, soft, per, unit }: Quantity): boolean {
  return (
    (relation === null || relation === "=") &&
    upper === null &&
    soft === null &&
    per === null &&
    unit !== null
  );
}

function folded(name: string): string {
  return name.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();
}
