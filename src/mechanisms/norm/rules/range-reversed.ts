/**
 * A range in a rule must go up.
 *
 * Looks at: `A..B` between plain numbers in the rules of a norm, also of its parts; other ranges are read with their values.
 * Reports: the rule.
 * Source: FORMAT.md sections 3 and 7 (norm).
 */
import { parseDecimal } from "../../../plan/decimal.ts";
import { walkParameters } from "../../../plan/parameters.ts";
import { defineRule } from "../../../rules/define-rule.ts";
import { nameOf } from "../../../rules/name-of.ts";
import { ofType } from "../../of-type.ts";

type Args = { readonly id: string; readonly name: string; readonly low: string; readonly high: string };

const ranges = /(\d[\d,]{0,20}(?:\.\d{1,20})?)\s?(?:\.\.|～|—)\s?(\d[\d,]{0,20}(?:\.\d{1,20})?)/g;

export const normRangeReversed = defineRule<Args>({
  code: "norm/range-reversed",
  severity: "error",
  text: {
    en: {
      title: "Range of a rule runs backwards",
      message: (a) => `${a.id}: the range ${a.low}..${a.high} ends below its start; nothing can meet it`,
      why: "No value lies in such a range, so the rule is always broken.",
      fix: "Write the lower end first.",
    },
    zhHans: {
      title: "标准的区间上下限颠倒",
      message: (a) => `配置标准“${a.name}”的区间 ${a.low}..${a.high} 上限小于下限，任何数值都不能满足`,
      why: "没有数值落在这样的区间内，标准永远无法达到。",
      fix: "先写下限，后写上限。",
    },
  },
  check({ plan, report }) {
    for (const norm of ofType(plan, "norm")) {
      walkParameters(norm.parameters, (_, value) => {
        if (value.kind !== "expression") return;
        for (const { is } of value.statements) {
          for (const [, low = "", high = ""] of is.value.matchAll(ranges)) {
            const from = parseDecimal(low.replaceAll(",", ""));
            const to = parseDecimal(high.replaceAll(",", ""));
            if (from === null || to === null || !to.lt(from)) continue;
            report(is.span, { id: norm.id.value, name: nameOf(norm), low, high }, { on: norm });
          }
        }
      });
    }
  },
});
