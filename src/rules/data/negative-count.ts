/**
 * A number of people or things is not negative.
 *
 * Looks at: values of indicators that count people, households, things, visits and state no `bounds`; a net number or a
 * change (净增, 变化, net, change) may be negative, and so may one whose baseline or target is.
 * Reports: the value; related: the unit.
 * Source: DESIGN.md section 4 (impossible values).
 */
import { spanText } from "../../text/source.ts";
import { defineRule } from "../define-rule.ts";
import { type Figures, figuresOf } from "../target/levels.ts";
import { isPlainCount } from "../target/limits.ts";

type Args = { readonly indicator: string; readonly value: string; readonly unit: string };

export const dataNegativeCount = defineRule<Args>({
  code: "data/negative-count",
  severity: "error",
  named: ["indicator"],
  text: {
    en: {
      title: "Negative number of people or things",
      message: (a) => `${a.indicator}: ${a.value} is no number of ${a.unit}`,
      why: "What is counted cannot be fewer than none, so the value is a slip or a change in place of a level.",
      fix: "Correct the value; if the indicator is a balance, state its limits (`bounds: -100..100`).",
    },
    zhHans: {
      title: "数量为负",
      message: (a) => `指标“${a.indicator}”的“${a.value}”为负数，计量单位却为“${a.unit}”`,
      why: "人数、件数等不可能为负，不是笔误，就是把增减量填作了数量。",
      fix: "更正数值；确为差额的，用 `bounds` 写明取值范围。",
    },
  },
  check({ plan, records, report }) {
    const counted = new Map(
      figuresOf(plan)
        .filter(isPositiveCount)
        .map(({ indicator }) => [indicator.id.value, indicator] as const),
    );
    if (counted.size === 0) return;
    for (const { indicator, value } of records.observations) {
      if (value === null || value.value.s > 0 || value.value.eq(0)) continue;
      const on = counted.get(indicator);
      if (on === undefined || on.unit === null) continue;
      const related = [{ span: on.unit.span, note: { en: "unit", zhHans: "计量单位" } }];
      report(value.span, { indicator, value: spanText(value.span), unit: on.unit.text }, { on, related });
    }
  },
});

function isPositiveCount({ indicator, baselines, levels }: Figures): boolean {
  if (indicator.bounds !== null || !isPlainCount(indicator)) return false;
  return baselines.every(({ value }) => value.gte(0)) && levels.every(({ value }) => value.gte(0));
}
