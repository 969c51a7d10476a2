/**
 * The weight of a part lies within the weight of its whole.
 *
 * Looks at: weights of indicators that are `part-of` a weighted one, as shares of the plan (FORMAT.md section 5): their sum
 * against the weight of the whole. Weights for one `during` are not looked at.
 * Reports: the last of the parts' weights; related: the weight of the whole and the others.
 * Source: DESIGN.md section 4 (shares and weights that do not sum; a part larger than its whole).
 */
import Big from "big.js";
import type { Given } from "../../plan/given.ts";
import type { Indicator } from "../../plan/plan.ts";
import type { Quantity } from "../../plan/quantity.ts";
import { defineRule } from "../define-rule.ts";
import { isShareUnit, printPercent } from "../weights.ts";

type Args = { readonly id: string; readonly sum: string; readonly whole: string; readonly parts: number };

export const countPartWeight = defineRule<Args>({
  code: "count/part-weight",
  severity: "error",
  named: ["id"],
  text: {
    en: {
      title: "Part weighs more than its whole",
      message: (a) =>
        `${a.parts === 1 ? "a part" : "the parts"} of ${a.id} weigh${a.parts === 1 ? "s" : ""} ${a.sum}, more than ${a.id} itself with ${a.whole}`,
      why: "A part has its weight inside that of its whole, so the two cannot both hold.",
      fix: "Correct one of the weights, or remove `part-of` if it is not a part.",
    },
    zhHans: {
      title: "部分的权重大于整体",
      message: (a) =>
        `“${a.id}”的${a.parts === 1 ? "部分权重" : ` ${a.parts} 个部分权重合计`}为 ${a.sum}，大于其自身权重 ${a.whole}`,
      why: "部分的权重包含在整体权重之内，两者不可能同时成立。",
      fix: "更正其中一处权重；并非从属关系的，删去 `part-of`。",
    },
  },
  check({ plan, report }) {
    const parts = new Map<string, Indicator[]>();
    for (const indicator of plan.indicators) {
      const whole = indicator.partOf?.value;
      if (whole === undefined || whole === indicator.id.value || generalWeight(indicator) === null) continue;
      const known = parts.get(whole);
      if (known === undefined) parts.set(whole, [indicator]);
      else known.push(indicator);
    }
    for (const whole of parts.size === 0 ? [] : plan.indicators) {
      const weight = generalWeight(whole);
      const own = (parts.get(whole.id.value) ?? []).flatMap((part) => generalWeight(part) ?? []);
      const last = own.at(-1);
      if (weight === null || last === undefined) continue;
      const scale = [weight, ...own].some(({ value }) => value.unit === null && value.value.gt(1)) ? 1 : 100;
      const sum = own.reduce((total, { value }) => total.plus(percentOf(value, scale)), new Big(0));
      const most = percentOf(weight.value, scale);
      if (sum.lte(most.plus("1e-9"))) continue;
      const related = [
        { span: weight.span, note: { en: "the whole", zhHans: "整体" } },
        ...own.slice(0, -1).map(({ span }) => ({ span, note: { en: "added", zhHans: "计入合计" } })),
      ];
      const args = {
        id: whole.id.value,
        sum: printPercent(sum.times("0.01")),
        whole: printPercent(most.times("0.01")),
        parts: own.length,
      };
      report(last.span, args, { on: whole, related });
    }
  },
});

/** The weight that holds in general; null where it is no share. */
function generalWeight({ weight }: Indicator): Given<Quantity> | null {
  const given = weight.find(({ during }) => during === null)?.is ?? null;
  return given !== null && given.value.upper === null && isShareUnit(given.value.unit) ? given : null;
}

/** In percent; a bare weight is one, or a share of 1. */
function percentOf({ value, unit }: Quantity, scale: number): Big {
  return value.times(unit === null ? scale : unit.factor);
}
