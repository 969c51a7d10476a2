/** When the next figures are due. */
import type { IndicatorRow } from "../../indicators/results.ts";
import { defaultReportDays } from "../../indicators/terms.ts";
import { nextPeriod, periodContaining } from "../../plan/days.ts";
import type { Indicator } from "../../plan/plan.ts";
import { periodAsked } from "../../plan/rhythm.ts";
import type { Day } from "../../plan/time.ts";

/**
 * The earliest day, after the as-of date, by which an indicator owes the value of a period: the end of the first period
 * that has no value yet and its report lag. Null when no indicator says how often it is reported, and when the next period
 * begins after the plan and the target are over: nothing is owed for that time.
 */
export function nextReportDue(rows: readonly IndicatorRow[], asOf: Day, planEnd: Day | null): Day | null {
  let next: Day | null = null;
  for (const { entity, indicator, observedOn, targetOn } of rows) {
    const frequency = periodAsked(indicator.frequency[0]?.is ?? null);
    if (entity !== null || frequency === null || indicator.role?.value === "context") continue;
    const lag = reportLag(indicator);
    let period = periodContaining(asOf - lag, frequency);
    while (period.end + lag <= asOf || (observedOn !== null && observedOn >= period.end))
      period = nextPeriod(period, frequency);
    if (planEnd !== null && period.start > Math.max(planEnd, targetOn ?? planEnd)) continue;
    if (next === null || period.end + lag < next) next = period.end + lag;
  }
  return next;
}

/** Days after the end of a period within which its figure is due. */
export function reportLag({ reportWithinDays }: Indicator): number {
  return reportWithinDays?.value ?? defaultReportDays;
}
