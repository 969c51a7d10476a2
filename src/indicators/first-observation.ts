/** Methods for which the first observation serves where a level has no baseline (ENGINE.md section 4). */
import { findMethod } from "./methods/index.ts";
import type { Reading } from "./readings.ts";
import type { Terms } from "./terms.ts";

/**
 * The terms with the first observation at or after the plan's start as baseline, where the plan states none and the
 * method takes it; else as they are. Amounts and running totals start at 0 in any case.
 */
export function withFirstObservation(terms: Terms, readings: readonly Reading[]): Terms {
  if (terms.baseline !== null || terms.kind !== "level") return terms;
  if (findMethod(terms.computedBy.method)?.firstObservationServes !== true) return terms;
  const { planStart } = terms;
  const first = planStart === null ? readings[0] : readings.find(({ on }) => on >= planStart);
  if (first === undefined) return terms;
  const { value, on, start, span } = first;
  return { ...terms, baseline: { value, on, period: { start, end: on }, span }, startsAtFirst: true };
}
