/**
 * An exchange must say how many points are worth what.
 *
 * Looks at: the text under `exchange`: two quantities joined by `=`, 兑, 抵, `for` or `per`, both above none.
 * Reports: the exchange that cannot be read so.
 * Source: FORMAT.md section 7 (points).
 */

import { wordsAt } from "../../../plan/parameters.ts";
import { parseQuantity } from "../../../plan/parse-quantity.ts";
import { defineRule } from "../../../rules/define-rule.ts";
import { nameOf } from "../../../rules/name-of.ts";
import { ofType } from "../../of-type.ts";

type Args = { readonly id: string; readonly name: string; readonly text: string };

const joins = /\s*(?:=|＝|兑换?|折?抵|\bfor\b|\bper\b)\s*/u;

export const pointsExchange = defineRule<Args>({
  code: "points/exchange",
  severity: "warning",
  text: {
    en: {
      title: "Exchange that cannot be read",
      message: (a) => `${a.id}: "${a.text}" does not say how many points are worth what`,
      why: "Without a rate nobody can tell what the points are worth, or what they will cost.",
      fix: "Write two quantities: `1 point = 0.1元`.",
    },
    zhHans: {
      title: "兑换标准无法识别",
      message: (a) => `积分“${a.name}”的“${a.text}”没有写明多少积分兑换多少`,
      why: "没有兑换标准，积分的价值和所需经费都无从计算。",
      fix: "写成两个数量，如 `1分 = 0.1元`。",
    },
  },
  check({ plan, report }) {
    for (const points of ofType(plan, "points")) {
      for (const { value, span } of wordsAt(points.parameters, "exchange")) {
        const sides = value.slice(0, 200).split(joins);
        if (sides.length === 2 && sides.every(isWorth)) continue;
        report(
          span,
          { id: points.id.value, name: nameOf(points), text: value.trim().slice(0, 80) },
          { on: points },
        );
      }
    }
  },
});

function isWorth(side: string): boolean {
  const reading = parseQuantity(side);
  return reading.ok && reading.quantity.value.gt(0);
}
