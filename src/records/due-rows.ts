/** Which figures of a plan are still to be reported: one for each indicator, entity and reporting period. */

import type { ClosedPeriod } from "../plan/days.ts";
import { nextPeriod, periodContaining } from "../plan/days.ts";
import { entityTree } from "../plan/entity-tree.ts";
import { periodText } from "../plan/period-text.ts";
import type { Indicator, Plan } from "../plan/plan.ts";
import { periodAsked } from "../plan/rhythm.ts";
import type { Day } from "../plan/time.ts";
import type { Records } from "./records.ts";

/** A figure to be reported. `entity` null: for the plan itself. `at` as the format writes a period: `2026-Q2`. */
export interface DueRow {
  readonly indicator: Indicator;
  readonly entity: string | null;
  readonly at: string;
}

export interface DueRows {
  readonly rows: readonly DueRow[];
  /** Indicators without a frequency: nobody knows when their figures are due. */
  readonly unscheduled: readonly Indicator[];
  /** True when there are more than `most`; `rows` then are the first. */
  readonly cut: boolean;
}

/** Periods that a plan without beginning reaches back, as far as anybody would fill in. */
const mostPeriods = 400;

/**
 * Rows by indicator, period and entity, of periods that have begun by the as-of date and lie within the plan; those with an
 * observation are left out. Derived indicators, and those that are another's, have no figures of their own.
 */
export function dueRows(plan: Plan, { observations }: Records, asOf: Day, most: number): DueRows {
  const keyOf = (indicator: string, entity: string | null, end: Day): string =>
    JSON.stringify([indicator, entity, end]);
  const there = new Set(observations.map((o) => keyOf(o.indicator, o.entity, o.at.value.end)));
  const reported = new Map<string, Set<string>>();
  for (const { indicator, entity } of observations)
    if (entity !== null) reported.set(indicator, (reported.get(indicator) ?? new Set()).add(entity));
  const unscheduled: Indicator[] = [];
  const rows: DueRow[] = [];
  for (const indicator of plan.indicators) {
    if (indicator.formula !== null || indicator.sameAs !== null) continue;
    const periods = periodsOf(plan, indicator, asOf);
    if (periods === null) {
      unscheduled.push(indicator);
      continue;
    }
    const entities = reporters(plan, indicator, reported.get(indicator.id.value));
    for (const period of periods) {
      for (const entity of entities) {
        if (there.has(keyOf(indicator.id.value, entity, period.end))) continue;
        if (rows.length === most) return { rows, unscheduled, cut: true };
        rows.push({ indicator, entity, at: periodText(period) });
      }
    }
  }
  return { rows, unscheduled, cut: false };
}

function periodsOf(plan: Plan, indicator: Indicator, asOf: Day): readonly ClosedPeriod[] | null {
  const rhythm = periodAsked(indicator.frequency[0]?.is ?? null);
  if (rhythm === null) return null;
  const last = Math.min(asOf, plan.period?.end?.value ?? asOf);
  const first = plan.period?.start?.value ?? asOf;
  const periods: ClosedPeriod[] = [];
  for (
    let period = periodContaining(first, rhythm);
    period.start <= last;
    period = nextPeriod(period, rhythm)
  ) {
    periods.push(period);
    if (periods.length > mostPeriods) periods.shift();
  }
  return periods;
}

/** Whoever has nobody below, where the indicator is added up from entities; else the plan itself, and those who reported before. */
function reporters(
  { entities }: Plan,
  { aggregation }: Indicator,
  before: ReadonlySet<string> = new Set(),
): readonly (string | null)[] {
  const ids = entities.map(({ id }) => id.value);
  if (ids.length === 0) return [null];
  if (aggregation === null || aggregation.value === "none")
    return [null, ...ids.filter((id) => before.has(id))];
  const { below } = entityTree(entities);
  return ids.filter((id) => !below.has(id));
}
