/**
 * Amounts, shares, rates and lengths of time are never below zero.
 *
 * Looks at: amounts of resources, and values of mechanisms but those that may be a change or a distance (thresholds,
 * growth, points and scores).
 * Reports: the value.
 * Source: DESIGN.md section 4 (impossible values).
 */
import { walkParameters } from "../../plan/parameters.ts";
import type { Mechanism, Plan, Resource } from "../../plan/plan.ts";
import type { Quantity } from "../../plan/quantity.ts";
import type { Span } from "../../text/source.ts";
import { defineRule } from "../define-rule.ts";
import { nameOf } from "../name-of.ts";
import { fieldInChinese, fieldInEnglish } from "../words.ts";

type Args = { readonly id: string; readonly name: string; readonly field: string; readonly value: string };

const mayBeNegative: ReadonlySet<string> = new Set(["at", "growth", "points", "score", "award"]);

export const statementNegativeAmount = defineRule<Args>({
  code: "statement/negative-amount",
  severity: "error",
  text: {
    en: {
      title: "Amount below zero",
      message: (a) => `${a.id}: ${fieldInEnglish(a.field)} ${a.value} is below zero`,
      why: "Nobody can provide fewer than none or answer before being asked, so the sign is a slip.",
      fix: "Correct the sign or the value.",
    },
    zhHans: {
      title: "数值为负",
      message: (a) => `“${a.name}”的${fieldInChinese(a.field)}“${a.value}”为负数`,
      why: "数量、占比和时限不可能为负，负号多属笔误。",
      fix: "更正正负号或数值。",
    },
  },
  check({ plan, report }) {
    for (const { item, field, value, span } of amountsOf(plan)) {
      if (value.value.s >= 0 || value.value.eq(0)) continue;
      const args = { id: item.id.value, name: nameOf(item), field, value: value.text.trim() };
      report(span, args, { on: item });
    }
  },
});

interface Amount {
  readonly item: Resource | Mechanism;
  readonly field: string;
  readonly value: Quantity;
  readonly span: Span;
}

function amountsOf(plan: Plan): readonly Amount[] {
  const found = plan.resources.flatMap((item) =>
    item.amount.map(({ is }): Amount => ({ item, field: "amount", value: is.value, span: is.span })),
  );
  for (const item of plan.mechanisms) {
    walkParameters(item.parameters, (path, value) => {
      const field = path.at(-1) ?? "";
      if (value.kind !== "quantity" || mayBeNegative.has(field)) return;
      for (const { is } of value.statements) found.push({ item, field, value: is.value, span: is.span });
    });
  }
  return found;
}
