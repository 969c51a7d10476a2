/**
 * Which of several rows of one period stands (ENGINE.md section 8). Where two that disagree stand with equal right, none does:
 * the order of rows in a file is no reason to believe one of them.
 */
import type Big from "big.js";
import type { Day } from "../plan/time.ts";
import type { Observation } from "../records/records.ts";

/** A day for which something was reported that cannot be used, and why. */
export interface Unsettled {
  readonly on: Day;
  /**
   * Values that disagree; a share that its counts cannot make; a sum that lacks entities; one that lacks a reporter of
   * several who report together.
   */
  readonly reason: "contested-values" | "impossible-value" | "partial-sum" | "missing-reporter";
}

const rank = { provisional: 0, final: 1, revised: 2 } as const;

/**
 * The rows of one period that still stand: a final value replaces provisional ones, a revised one all before it. Of
 * several revisions only those reported last.
 */
export function standingRows(group: readonly Observation[]): readonly Observation[] {
  if (group.length === 1) return group;
  const best = group.reduce<number>((most, o) => Math.max(most, rank[o.state]), 0);
  const standing = group.filter((o) => rank[o.state] === best);
  return best === rank.revised ? lastReported(standing) : standing;
}

/** The one row that stands of rows that speak for one and the same; the reason where several do that disagree. */
export function settledRow(
  group: readonly Observation[],
): Observation | "contested-values" | "impossible-value" {
  const rows = lastReported(standingRows(group));
  const impossible = rows.filter((row) => row.impossible === "value").length;
  if (impossible > 0) return impossible === rows.length ? "impossible-value" : "contested-values";
  const [first, ...others] = rows;
  if (first === undefined || others.some((row) => !agree(row, first))) return "contested-values";
  return rows.find(({ denominator }) => denominator !== null) ?? first;
}

function lastReported(rows: readonly Observation[]): readonly Observation[] {
  const last = rows.reduce((day, row) => Math.max(day, reportedOn(row)), Number.NEGATIVE_INFINITY);
  return rows.filter((row) => reportedOn(row) === last);
}

function reportedOn(observation: Observation): Day {
  return observation.reported?.value ?? observation.at.value.end;
}

/** Entered twice, but nothing else is said: a share with its counts and the same share without them agree. */
function agree(a: Observation, b: Observation): boolean {
  return (
    areEqual(a.value?.value, b.value?.value) &&
    a.word?.value === b.word?.value &&
    (a.denominator === null ||
      b.denominator === null ||
      (areEqual(a.numerator?.value, b.numerator?.value) && a.denominator.value.eq(b.denominator.value)))
  );
}

function areEqual(a: Big | undefined, b: Big | undefined): boolean {
  return a === undefined || b === undefined ? a === b : a.eq(b);
}
