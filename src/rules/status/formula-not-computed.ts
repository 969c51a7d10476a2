/**
 * A formula whose names have values can be computed.
 *
 * Looks at: formulas without fault that give no value for a period: a value below the line is zero, amounts are of unlike
 * periods, figures are beyond measure; and formulas whose names never have a value for the same period.
 * That a name has no value at all is told of that indicator.
 * Reports: the part of the formula; related: the value that is zero.
 * Source: FORMAT.md section 7 (derived indicators), ENGINE.md section 4 (missing is never zero).
 */
import { placeOf } from "../../expressions/formulas.ts";
import { isoDay } from "../../plan/days.ts";
import { defineStatusRule } from "../define-rule.ts";
import { shortened } from "../formula-faults.ts";
import { nameOf } from "../name-of.ts";

type Args = {
  readonly id: string;
  readonly name: string;
  readonly reason: string;
  /** The part of the formula in question. */
  readonly part: string;
  /** Last day of the period; null where no period has all values. */
  readonly on: string | null;
};

const inEnglish: Readonly<Record<string, string>> = {
  "divides-by-zero": "is zero and cannot be divided by",
  "too-few-values": "needs more periods than have values",
  "different-periods": "puts together amounts of periods of different length",
  "not-a-figure": "has no figure",
  "too-large": "is beyond 10^±100 or has too many digits",
  "too-many-steps": "takes too many steps",
  "never-together": "never has all its values for the same period",
};
const inChinese: Readonly<Record<string, string>> = {
  "divides-by-zero": "为零，不能作除数",
  "too-few-values": "所需的报告期多于已有数据",
  "different-periods": "所用数据的时段长短不一",
  "not-a-figure": "没有可用的数值",
  "too-large": "超出 10^±100 或者位数过多",
  "too-many-steps": "计算步骤过多",
  "never-together": "所用各项从无同一报告期的数据",
};

export const statusFormulaNotComputed = defineStatusRule<Args>({
  code: "status/formula-not-computed",
  severity: "warning",
  text: {
    en: {
      title: "Formula not computed",
      message: (a) =>
        `${a.id}: the formula gives no value${a.on === null ? "" : ` for ${a.on}`}: "${a.part}" ${inEnglish[a.reason] ?? a.reason}`,
      why: "What cannot be computed is missing; it is not taken as zero.",
      fix: "Check the values that the formula names; `latest(x)` takes the last value where there is none of the same period.",
    },
    zhHans: {
      title: "公式未能计算",
      message: (a) =>
        `指标“${a.name}”${a.on === null ? "" : `${a.on} `}按公式算不出数值：“${a.part}”${inChinese[a.reason] ?? a.reason}`,
      why: "算不出的数值按缺失处理，不按零计。",
      fix: "核对公式所用的数据；没有同期数据的，可用 `latest(x)` 取最近一期。",
    },
  },
  check({ results, report }) {
    for (const { formula, notComputed, neverTogether } of results.derived.values()) {
      const { indicator, text } = formula;
      const args = { id: indicator.id.value, name: nameOf(indicator) };
      const last = notComputed.findLast(({ entity }) => entity === null) ?? notComputed.at(-1);
      if (last !== undefined) {
        const { at, reason } = last.failure;
        const zero = { en: "the value", zhHans: "该项数值" };
        const related = last.span === null ? [] : [{ span: last.span, note: zero }];
        const part = shortened(text.value.slice(at.start, at.end));
        report(placeOf(text, at), { ...args, reason, part, on: isoDay(last.on) }, { on: indicator, related });
      } else if (neverTogether) {
        const part = shortened(text.value.trim());
        report(text.span, { ...args, reason: "never-together", part, on: null }, { on: indicator });
      }
    }
  },
});
