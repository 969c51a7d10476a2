/** The order in which a reader has to see what was judged. */
import type Big from "big.js";
import type { IndicatorRow, Status } from "../../indicators/results.ts";

/** Worst first; what cannot be judged stands before what is on course, so that it is not overlooked. */
export const worstFirst: readonly Status[] = [
  "missed",
  "worsening",
  "off-track",
  "at-risk",
  "no-data",
  "stale",
  "not-computable",
  "on-track",
  "ahead",
  "achieved",
  "not-due",
];

/** Statuses that call for somebody to act: behind, or a value that is owed. */
export const urgent: readonly Status[] = ["missed", "worsening", "off-track", "at-risk", "no-data", "stale"];

/** Status and the two figures of a row that can be compared with those of another indicator; null where not computed. */
export interface Standing {
  readonly status: Status;
  /** In points of the way from baseline to target, negative where behind. */
  readonly gapPoints: Big | null;
  /** Share of the target. */
  readonly ofTarget: Big | null;
}

/** Where a row stands. */
export function standingOf({ status, figures }: IndicatorRow): Standing {
  return { status, gapPoints: figures.gapPoints.value, ofTarget: figures.ofTarget.value };
}

/** Order of rows, as the label `orderNote` tells it. Rows that tie keep the order in which they are given: that of the plan. */
export function byWorst(a: IndicatorRow, b: IndicatorRow): number {
  return compareStandings(standingOf(a), standingOf(b));
}

/** By status, then by gap in points, where there is none by the share of the target; what has neither last. */
export function compareStandings(a: Standing, b: Standing): number {
  return (
    compareStatuses(a.status, b.status) ||
    lowestFirst(a.gapPoints, b.gapPoints) ||
    // Of two that stand equally far behind their path, the share of different targets says nothing.
    (a.gapPoints === null ? lowestFirst(a.ofTarget, b.ofTarget) : 0)
  );
}

/** The worst status first. */
export function compareStatuses(a: Status, b: Status): number {
  return worstFirst.indexOf(a) - worstFirst.indexOf(b);
}

/** What has no figure stands behind what has one. */
function lowestFirst(a: Big | null, b: Big | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return a.cmp(b);
}
