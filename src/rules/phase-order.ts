/** Phases in order of their start, for the rules on gaps and overlaps. */

import type { Given } from "../plan/given.ts";
import { orderedBy } from "../plan/ordered-by.ts";
import type { Phase, Plan } from "../plan/plan.ts";
import type { Day, When } from "../plan/time.ts";
import { firstDated, statedPeriod } from "./times-of.ts";

/** A phase with the days that it covers. `end` is null when it is open. */
export interface DatedPhase {
  readonly phase: Phase;
  readonly when: Given<When>;
  readonly start: Day;
  readonly end: Day | null;
}

/** Phases whose first dated statement has a start and is not reversed, earliest first; plan order where equal. */
export function phasesByStart(plan: Plan): readonly DatedPhase[] {
  const dated = plan.phases.flatMap((phase) => {
    const when = firstDated(phase.period);
    const period = statedPeriod(when);
    if (when === null || period === null || period.start === null) return [];
    if (period.end !== null && period.end < period.start) return [];
    return [{ phase, when, start: period.start, end: period.end }];
  });
  return orderedBy(dated, ({ start }) => start);
}

/** The days of phases that end before they start. */
export function reversedPhases(plan: Plan): readonly { readonly start: Day; readonly end: Day }[] {
  return plan.phases.flatMap((phase) => {
    const { start = null, end = null } = statedPeriod(firstDated(phase.period)) ?? {};
    return start === null || end === null || end >= start ? [] : [{ start, end }];
  });
}
