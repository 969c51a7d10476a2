/**
 * What actions may cost is within the money that the plan has.
 *
 * Looks at: budgets of actions that are no part of another, against the money among the resources, where all of it is in one
 * currency and without a time of its own.
 * Reports: the first budget with which they are more than all the money, alone or together; related: the money.
 * A warning: money from elsewhere may be left out.
 * Source: DESIGN.md section 4 (a part larger than its whole; an unexplained difference).
 */
import Big from "big.js";
import { formatDecimal } from "../../plan/decimal.ts";
import type { Given } from "../../plan/given.ts";
import type { Action, Plan } from "../../plan/plan.ts";
import type { Quantity } from "../../plan/quantity.ts";
import { unitBehind } from "../../plan/unit-behind.ts";
import { convert } from "../../plan/units.ts";
import { defineRule } from "../define-rule.ts";
import { nameOf } from "../name-of.ts";
import { meansOf } from "../plan-means.ts";

type Args = {
  readonly id: string;
  readonly name: string;
  readonly value: string;
  /** Sum of the budgets up to this one, in the unit of the means; null where it alone is more. */
  readonly sum: string | null;
  readonly means: string;
};

export const statementBudgetAboveMeans = defineRule<Args>({
  code: "statement/budget-above-means",
  severity: "warning",
  text: {
    en: {
      title: "Budget above the means",
      message: (a) =>
        a.sum === null
          ? `${a.id}: its budget ${a.value} is more than all the money of the plan, ${a.means}`
          : `${a.id}: with its budget ${a.value} the actions cost ${a.sum}, more than all the money of the plan, ${a.means}`,
      why: "An action without money is not carried out, and nobody sees it before the year is over.",
      fix: "Correct the budget, or state all the money under `resources`.",
    },
    zhHans: {
      title: "任务预算超过方案经费",
      message: (a) =>
        a.sum === null
          ? `重点任务“${a.name}”的预算“${a.value}”超过方案全部经费“${a.means}”`
          : `计入重点任务“${a.name}”的预算“${a.value}”后，各项任务合计“${a.sum}”，超过方案全部经费“${a.means}”`,
      why: "没有经费的任务无法实施，往往到年底才发现。",
      fix: "更正预算金额，或在 `resources` 中列全经费。",
    },
  },
  check({ plan, report }) {
    const means = meansOf(plan);
    if (means === null) return;
    let sum = new Big(0);
    for (const { action, budget } of budgetsOf(plan)) {
      const cost = convert(budget.value.value, budget.value.unit, means.unit);
      if (cost === null) continue;
      sum = sum.plus(cost);
      if (sum.lte(means.total)) continue;
      const isAlone = cost.gt(means.total);
      const args = {
        id: action.id.value,
        name: nameOf(action),
        value: budget.value.text.trim(),
        sum: isAlone ? null : `${formatDecimal(sum)}${unitBehind(means.unit.text)}`,
        means: `${formatDecimal(means.total)}${unitBehind(means.unit.text)}`,
      };
      const note = { en: "the money", zhHans: "经费" };
      report(budget.span, args, { on: action, related: means.places.map((span) => ({ span, note })) });
      return;
    }
  },
});

function budgetsOf({ actions }: Plan): readonly { action: Action; budget: Given<Quantity> }[] {
  return actions.flatMap((action) => {
    const [first] = action.budget;
    return action.parent !== null || first === undefined ? [] : [{ action, budget: first.is }];
  });
}
