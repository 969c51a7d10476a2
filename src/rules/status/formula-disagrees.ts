/**
 * What is reported for a derived indicator is what its formula gives.
 *
 * Looks at: values and baselines of indicators with a formula that are reported for a period for which the formula can be
 * computed. Both are the same when they differ by less than half a unit of the last place that is written. The reported
 * value is the one that is used.
 * Reports: the last reported value that disagrees, with the number of others; related: the formula.
 * Source: FORMAT.md section 7 (derived indicators), ENGINE.md section 8 (two values of one period).
 */
import type Big from "big.js";
import { isoDay } from "../../plan/days.ts";
import { formatDecimal } from "../../plan/decimal.ts";
import { defineStatusRule } from "../define-rule.ts";
import { nameOf } from "../name-of.ts";

type Args = {
  readonly id: string;
  readonly name: string;
  readonly reported: string;
  readonly computed: string;
  readonly on: string;
  readonly entity: string | null;
  readonly baseline: boolean;
  /** Further values that disagree. */
  readonly others: number;
};

export const statusFormulaDisagrees = defineStatusRule<Args>({
  code: "status/formula-disagrees",
  severity: "warning",
  text: {
    en: {
      title: "Reported value disagrees with the formula",
      message: (a) =>
        `${a.id}: ${a.baseline ? "the baseline" : "the value"} of ${a.on}${a.entity === null ? "" : ` (${a.entity})`} is ${a.reported}, the formula gives ${a.computed}${a.others === 0 ? "" : `; ${a.others} more ${a.others === 1 ? "differs" : "differ"}`}`,
      why: "One of the two is wrong, or they are of different things; the reported value is used.",
      fix: "Correct the value or what it is computed from, or change the formula to what is really reported.",
    },
    zhHans: {
      title: "填报值与公式计算结果不符",
      message: (a) =>
        `指标“${a.name}”${a.entity === null ? "" : `“${a.entity}”`}${a.on} 的${a.baseline ? "基期值" : "填报值"}为 ${a.reported}，按公式计算为 ${a.computed}${a.others === 0 ? "" : `，另有 ${a.others} 处不符`}`,
      why: "两者必有一误，或者口径不同；目前采用填报值。",
      fix: "核对填报值和公式所用数据，或按实际口径修改公式。",
    },
  },
  check({ results, report }) {
    for (const { formula, disagreements } of results.derived.values()) {
      const last = disagreements.findLast(({ entity }) => entity === null) ?? disagreements.at(-1);
      if (last === undefined) continue;
      const { indicator, text } = formula;
      const args = {
        id: indicator.id.value,
        name: nameOf(indicator),
        reported: formatDecimal(last.reported),
        computed: formatDecimal(last.computed.round(placesOf(last.reported) + 2)),
        on: isoDay(last.on),
        entity: last.entity,
        baseline: last.isBaseline,
        others: disagreements.length - 1,
      };
      const related = [
        { span: text.span, note: { en: "the formula", zhHans: "计算公式" } },
        ...last.from.map((span) => ({ span, note: { en: "computed from", zhHans: "计算所用数值" } })),
      ];
      report(last.span, args, { on: indicator, related });
    }
  },
});

/** Decimal places in which a figure is written. */
function placesOf({ c, e }: Big): number {
  return Math.max(0, c.length - 1 - e);
}
