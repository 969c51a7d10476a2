/**
 * A time limit should not be weaker than the target of the indicator that it feeds.
 *
 * Looks at: limits meant for each case (`statistic: each`, or unsaid) against the caps that the fed indicator's targets set
 * (`reach`, `hold` with ≤, or less is better): a limit that is longer than all of them.
 * Reports: the limit; related: the target with the longest time.
 * Source: FORMAT.md section 7 (workflow).
 */

import type Big from "big.js";
import { itemById } from "../../../plan/item-by-id.ts";
import { idsAt, wordsAt } from "../../../plan/parameters.ts";
import type { Indicator } from "../../../plan/plan.ts";
import type { Unit } from "../../../plan/quantity.ts";
import { convert } from "../../../plan/units.ts";
import { defineRule } from "../../../rules/define-rule.ts";
import { nameOf } from "../../../rules/name-of.ts";
import type { Span } from "../../../text/source.ts";
import { ofType } from "../../of-type.ts";
import { limitsOf } from "../limits.ts";

type Args = {
  readonly id: string;
  readonly name: string;
  readonly level: string;
  readonly limit: string;
  readonly indicator: string;
  readonly indicatorName: string;
  readonly target: string;
};

export const workflowLimitWeaker = defineRule<Args>({
  code: "workflow/limit-weaker",
  severity: "warning",
  text: {
    en: {
      title: "Time limit weaker than the target",
      message: (a) =>
        `${a.id}: the limit ${a.limit} of "${a.level}" is weaker than the target ${a.target} of ${a.indicator}, which it feeds`,
      why: "Everybody may keep the limit and the target still be missed.",
      fix: "Shorten the limit, or correct the target.",
    },
    zhHans: {
      title: "办理时限宽于目标值",
      message: (a) =>
        `流转办理“${a.name}”中“${a.level}”的时限“${a.limit}”宽于所计入指标“${a.indicatorName}”的目标值“${a.target}”`,
      why: "各件都按时限办结，目标仍可能落空。",
      fix: "缩短时限，或更正目标值。",
    },
  },
  check({ plan, report }) {
    for (const workflow of ofType(plan, "workflow")) {
      const statistic = wordsAt(workflow.parameters, "statistic")[0]?.value ?? "each";
      if (statistic !== "each") continue;
      const fed = idsAt(workflow.parameters, "feeds");
      for (const limit of limitsOf(workflow)) {
        for (const id of fed) {
          const indicator = itemById(plan.indicators, id.value);
          const cap = indicator === undefined ? null : loosestCap(indicator, limit.quantity.unit);
          if (cap === null || !limit.value.gt(cap.value)) continue;
          const args = {
            id: workflow.id.value,
            name: nameOf(workflow),
            level: limit.level,
            limit: limit.quantity.text.trim(),
            indicator: id.value,
            indicatorName: indicator === undefined ? id.value : nameOf(indicator),
            target: cap.text.trim(),
          };
          const related = [{ span: cap.span, note: { en: "the target", zhHans: "目标值" } }];
          report(limit.span, args, { on: workflow, related });
        }
      }
    }
  },
});

interface Cap {
  readonly value: Big;
  readonly text: string;
  readonly span: Span;
}

/** The longest time that a target allows, in the unit of the limit. */
function loosestCap(indicator: Indicator, unit: Unit | null): Cap | null {
  let loosest: Cap | null = null;
  for (const { kind, quantity } of indicator.targets) {
    if (quantity === null || (kind !== "reach" && kind !== "hold")) continue;
    const { value, upper, relation, text } = quantity.value;
    const isCap =
      upper !== null ||
      relation?.startsWith("<") ||
      (relation === null && indicator.direction?.value === "decrease");
    const inUnit = convert(upper ?? value, quantity.value.unit ?? indicator.unit?.value ?? null, unit);
    if (!isCap || inUnit === null) continue;
    if (loosest === null || inUnit.gt(loosest.value)) loosest = { value: inUnit, text, span: quantity.span };
  }
  return loosest;
}
