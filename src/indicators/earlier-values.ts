/** The value one period and one year before (上期、同比), found by the indicator's reporting rhythm. */
import { addYears, periodContaining } from "../plan/days.ts";
import type { Day, Frequency } from "../plan/time.ts";
import type { SeenValue } from "./results.ts";

/** One value per reporting period, dated as its last amount: the sum of the period's amounts (of a flow). */
export function periodSums(amounts: readonly SeenValue[], rhythm: Frequency): readonly SeenValue[] {
  const sums: SeenValue[] = [];
  let end: Day | null = null;
  for (const amount of amounts) {
    const before = sums.at(-1);
    if (before === undefined || end === null || amount.on > end) {
      end = periodContaining(amount.on, rhythm).end;
      sums.push(amount);
    } else {
      sums[sums.length - 1] = { ...amount, start: before.start, value: before.value.plus(amount.value) };
    }
  }
  return sums;
}

/**
 * The sums of periods that the amounts fill from the first to the last day; `reported` is the rhythm of the amounts, which
 * says how far a dated amount reaches. The rest of a period without amounts is unknown, not nothing.
 */
export function wholePeriodSums(
  amounts: readonly SeenValue[],
  rhythm: Frequency,
  reported: Frequency | null,
): readonly SeenValue[] {
  return periodSums(amounts, rhythm).filter(({ start, on }) => {
    const whole = periodContaining(on, rhythm);
    const grain = reported ?? rhythm;
    return (
      periodContaining(start, grain).start <= whole.start && periodContaining(on, grain).end >= whole.end
    );
  });
}

/** The value of the period before; null without a rhythm or without a value in that period. */
export function previousValue(
  series: readonly SeenValue[],
  latest: SeenValue,
  rhythm: Frequency | null,
): SeenValue | null {
  if (rhythm === null) return null;
  return valueInPeriodOf(series, periodContaining(latest.on, rhythm).start - 1, rhythm);
}

/** The value of the same period one year before; without a rhythm the value of the same date. */
export function yearBefore(
  series: readonly SeenValue[],
  latest: SeenValue,
  rhythm: Frequency | null,
): SeenValue | null {
  const day = addYears(latest.on, -1);
  return rhythm === null
    ? (series.findLast((v) => v.on === day) ?? null)
    : valueInPeriodOf(series, day, rhythm);
}

function valueInPeriodOf(series: readonly SeenValue[], day: Day, rhythm: Frequency): SeenValue | null {
  const { start, end } = periodContaining(day, rhythm);
  return series.findLast((v) => v.on >= start && v.on <= end) ?? null;
}
