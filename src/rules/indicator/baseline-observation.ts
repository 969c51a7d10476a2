/**
 * A baseline is the value reported for its day.
 *
 * Looks at: dated baselines of the plan's own place and scope, and the observations of the whole plan for that day (of a
 * flow, or of a span longer than a month: for that very period). The baseline may round the reported value. A baseline
 * borrowed from elsewhere is told as such.
 * Reports: the baseline; related: the observation. A value that was revised, is provisional or counted anew (`break`) is a
 * warning.
 * Source: DESIGN.md section 4 (one quantity with two values for one date).
 */
import type { Baseline, Indicator } from "../../plan/plan.ts";
import { convert } from "../../plan/units.ts";
import type { Observation } from "../../records/records.ts";
import { spanText } from "../../text/source.ts";
import { defineRule } from "../define-rule.ts";
import { nameOf } from "../name-of.ts";
import { isFirm, wholeObservations, withoutTime } from "../target/history.ts";
import { statedPeriod } from "../times-of.ts";
import { lenderOf } from "./lenders.ts";

type Args = {
  readonly id: string;
  readonly name: string;
  readonly baseline: string;
  readonly value: string;
  readonly at: string;
};

export const indicatorBaselineObservation = defineRule<Args>({
  code: "indicator/baseline-observation",
  severity: "error",
  text: {
    en: {
      title: "Baseline differs from the value reported for its day",
      message: (a) => `${a.id}: the baseline is ${a.baseline}, but ${a.value} is reported for ${a.at}`,
      why: "Progress counted from one start and shown beside another is wrong from the first report on.",
      fix: "Correct the baseline or the observation; if the value was revised, take the revised one as the baseline.",
    },
    zhHans: {
      title: "基期值与同期实际值不一致",
      message: (a) => `指标“${a.name}”的基期值为“${a.baseline}”，而“${a.at}”的实际值为“${a.value}”`,
      why: "起点有两个数值，进展从第一期起就算不准。",
      fix: "更正基期值或实际值；实际值经过修订的，基期值改用修订后的数值。",
    },
  },
  check({ plan, index, records, report }) {
    for (const indicator of plan.indicators) {
      if (indicator.baseline.length === 0) continue;
      const observed = wholeObservations(records, indicator.id.value);
      if (observed.length === 0) continue;
      for (const statement of indicator.baseline) {
        const { is } = statement;
        if (lenderOf(statement, indicator, index) !== null || !isFirm(is.value.quantity)) continue;
        const same = observed.filter((one) => isOf(one, is.value, indicator));
        if (same.length === 0 || same.some((one) => agrees(one, is.value, indicator))) continue;
        const [first] = same;
        if (first?.value === null || first === undefined) continue;
        const args = {
          id: indicator.id.value,
          name: nameOf(indicator),
          baseline: withoutTime(is.value.quantity.text),
          value: spanText(first.value.span),
          at: spanText(first.at.span),
        };
        const note = { en: "the reported value", zhHans: "实际值" };
        const isSettled = first.state === "final" && first.break === null;
        report(is.span, args, {
          on: indicator,
          related: [{ span: first.value.span, note }],
          severity: isSettled ? "error" : "warning",
        });
      }
    }
  },
});

function isOf({ at }: Observation, { at: when }: Baseline, { value }: Indicator): boolean {
  const period = statedPeriod(when);
  if (period === null || period.end !== at.value.end) return false;
  if (period.start === at.value.start) return true;
  // The value of a year may be a mean of it, the value of its last quarter is another one.
  const isShort = (start: number | null): boolean => start !== null && at.value.end - start <= 31;
  return value.value !== "flow" && isShort(period.start) && isShort(at.value.start);
}

/** Equal to the last digit of the baseline; what does not convert is told elsewhere. */
function agrees({ value }: Observation, { quantity }: Baseline, { unit }: Indicator): boolean {
  const own = quantity.unit ?? unit?.value ?? null;
  const observed = value === null ? null : convert(value.value, unit?.value ?? null, own);
  if (observed === null) return true;
  const places = /[.．](\d{1,20})/.exec(quantity.text)?.[1]?.length ?? 0;
  return observed.eq(quantity.value) || observed.round(places).eq(quantity.value);
}
