/**
 * What stands at a level cannot be summed over time.
 *
 * Looks at: `total` of indicators that state `value: level`.
 * Reports: the total; related: the kind of value. A warning: an amount may be what is meant.
 * Source: FORMAT.md sections 5 and 6 (`value`, `total`: the sum of a flow over a span).
 */
import { defineRule } from "../define-rule.ts";
import { nameOf } from "../name-of.ts";

type Args = { readonly id: string; readonly name: string; readonly value: string };

export const targetTotalOfLevel = defineRule<Args>({
  code: "target/total-of-level",
  severity: "warning",
  text: {
    en: {
      title: "Sum of a level",
      message: (a) => `${a.id}: ${a.value} is a sum over time, but the indicator is a level at a date`,
      why: "Twelve monthly levels of 50 make no 600: what the sum is held against is open.",
      fix: "Where so many more are meant, write the change (`change: +600`); else `value: flow` if amounts are added up, or the level to reach (`reach`).",
    },
    zhHans: {
      title: "时点值要求累计",
      message: (a) => `指标“${a.name}”注明为时点值，“${a.value}”却是按期间累计的总量`,
      why: "时点值不能按期相加，累计总量与什么核对说不清。",
      fix: "指新增数量的，改用 `change`（如 `change: +600`）；按期发生并相加的，改为 `value: flow`；要求达到某一水平的，改用 `reach`。",
    },
  },
  check({ plan, report }) {
    for (const indicator of plan.indicators) {
      if (indicator.value?.value !== "level" || indicator.value.origin !== "given") continue;
      for (const { kind, quantity } of indicator.targets) {
        if (kind !== "total" || quantity === null) continue;
        const args = { id: indicator.id.value, name: nameOf(indicator), value: quantity.value.text };
        const related = [{ span: indicator.value.span, note: { en: "kind of value", zhHans: "取值类型" } }];
        report(quantity.span, args, { on: indicator, related });
      }
    }
  },
});
