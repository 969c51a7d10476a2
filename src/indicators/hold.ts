/** Targets that hold: a bound kept in every period (ENGINE.md section 5, FORMAT.md section 6). */
import type Big from "big.js";
import { meets } from "../plan/compare.ts";
import { type ClosedPeriod, nextPeriod, periodContaining, periodsBetween } from "../plan/days.ts";
import type { Relation } from "../plan/quantity.ts";
import type { Day, Frequency } from "../plan/time.ts";
import type { SeenValue } from "./results.ts";

/** A bound and the span in which it is to be kept. */
export interface Bound {
  readonly level: Big;
  readonly upper: Big | null;
  readonly relation: Relation;
  readonly from: Day | null;
  readonly dueOn: Day | null;
  /** Period in which the bound is judged; null: every value is a period of its own. */
  readonly rhythm: Frequency | null;
  /** Amounts of one period add up. */
  readonly adds: boolean;
  /** How often an amount is due, where they add up; null: nothing says when one is missing. */
  readonly reported: Frequency | null;
}

export interface HoldResult {
  readonly status: "on-track" | "off-track" | "achieved" | "missed" | "not-due" | "no-data";
  /** Completed periods in which the bound was kept, of those that have a value. */
  readonly held: number;
  readonly periods: number;
  /** Value of the last completed period. */
  readonly last: SeenValue | null;
}

/**
 * Judges a bound: by the last completed period while it runs; after its end by all of them. One broken period decides it.
 * Where none is broken and some were never reported, nobody knows whether the bound was kept: `no-data`, with `held` and
 * `periods` above 0.
 */
export function judgeHold(
  bound: Bound,
  values: readonly SeenValue[],
  asOf: Day,
  lagDays: number,
): HoldResult {
  const completed = completedPeriods(bound, values, asOf);
  const kept = completed.map((v) => meets(v.value, bound.relation, bound.level, bound.upper));
  const held = kept.filter((k) => k).length;
  const last = completed.at(-1) ?? null;
  const counts = { held, periods: completed.length, last };
  if (last === null) return { ...counts, status: asOf > firstDue(bound) + lagDays ? "no-data" : "not-due" };
  if (bound.dueOn !== null && asOf >= bound.dueOn) {
    const complete = asOf > bound.dueOn + lagDays || reaches(last, bound.dueOn, bound.rhythm);
    if (complete && held < completed.length) return { ...counts, status: "missed" };
    if (complete) return { ...counts, status: isWhole(bound, completed) ? "achieved" : "no-data" };
  }
  return { ...counts, status: kept.at(-1) === true ? "on-track" : "off-track" };
}

/**
 * True when every period that lies wholly inside the bound's span has a value; one that the span cuts asks for none. A
 * bound without a beginning is asked for from its first value on.
 */
function isWhole({ from, dueOn, rhythm }: Bound, values: readonly SeenValue[]): boolean {
  const first = from ?? values[0]?.on;
  if (rhythm === null || dueOn === null || first === undefined) return true;
  const reported = new Set(values.map(({ on }) => periodContaining(on, rhythm).end));
  return periodsBetween(first, dueOn, rhythm).every(
    ({ start, end }) => start < first || end > dueOn || reported.has(end),
  );
}

/** True when no later value of the same or an earlier period than the day's can come. */
export function reaches(value: { readonly on: Day }, day: Day, rhythm: Frequency | null): boolean {
  return value.on >= day || (rhythm !== null && periodContaining(value.on, rhythm).end >= day);
}

/** End of the first period that the bound asks for; never when nothing says when that is. */
function firstDue({ from, dueOn, rhythm }: Bound): Day {
  const end = from === null || rhythm === null ? null : firstWholePeriod(from, rhythm).end;
  return Math.min(end ?? Number.POSITIVE_INFINITY, dueOn ?? Number.POSITIVE_INFINITY);
}

/** The first period of a bound that begins on a day: one that has begun before asks for no value. */
export function firstWholePeriod(from: Day, rhythm: Frequency): ClosedPeriod {
  const first = periodContaining(from, rhythm);
  return first.start < from ? nextPeriod(first, rhythm) : first;
}

/** The amounts by which a bound is judged, period by period; while no period is complete, that of the first so far. */
export function shownPeriods(bound: Bound, values: readonly SeenValue[], asOf: Day): readonly SeenValue[] {
  const completed = completedPeriods(bound, values, asOf);
  return completed.length > 0 ? completed : periodsSoFar(bound, values, Number.POSITIVE_INFINITY);
}

/** One value per period that is complete on the day. A sum that lacks an amount is not the whole: it tells only what no further amount can change. */
function completedPeriods(bound: Bound, values: readonly SeenValue[], day: Day): readonly SeenValue[] {
  return periodsSoFar(bound, values, day, (whole, end, amounts) => {
    return isAllReported(bound, end, amounts) || isDecided(bound, whole, amounts);
  });
}

/** One value per period that is over on the day, of those that pass the test: the last, or the sum of amounts. */
function periodsSoFar(
  bound: Bound,
  values: readonly SeenValue[],
  day: Day,
  tells?: (whole: SeenValue, end: Day, amounts: readonly SeenValue[]) => boolean,
): readonly SeenValue[] {
  const { from, dueOn, rhythm, adds } = bound;
  const inside = values.filter((v) => (from === null || v.on >= from) && (dueOn === null || v.on <= dueOn));
  if (rhythm === null) return inside;
  const byEnd = new Map<Day, SeenValue[]>();
  for (const value of inside) {
    const { end } = periodContaining(value.on, rhythm);
    if (Math.min(end, dueOn ?? end) > day) continue;
    const own = byEnd.get(end);
    if (own === undefined || !adds) byEnd.set(end, [value]);
    else own.push(value);
  }
  return [...byEnd].flatMap(([end, amounts]) => {
    const [first, ...others] = amounts;
    if (first === undefined || !adds) return amounts;
    const sum = others.reduce((total, { value }) => total.plus(value), first.value);
    const whole = { ...(others.at(-1) ?? first), start: first.start, value: sum };
    return tells === undefined || tells(whole, end, amounts) ? [whole] : [];
  });
}

/** Every amount that is due within the period, as far as it lies inside the bound's span, is there. */
function isAllReported(
  { from, dueOn, rhythm, reported }: Bound,
  end: Day,
  amounts: readonly SeenValue[],
): boolean {
  if (reported === null || rhythm === null) return true;
  const { start } = periodContaining(end, rhythm);
  const [first, last] = [Math.max(start, from ?? start), Math.min(end, dueOn ?? end)];
  return periodsBetween(first, last, reported).every(
    (part) =>
      part.start < first ||
      part.end > last ||
      amounts.some((amount) => amount.start <= part.end && part.start <= amount.on),
  );
}

/** More of what is never negative breaks a cap that is broken, and keeps a floor that is kept. */
function isDecided(
  { level, upper, relation }: Bound,
  { value }: SeenValue,
  amounts: readonly SeenValue[],
): boolean {
  if (amounts.some((amount) => amount.value.lt(0)) || relation === "=") return false;
  const isCap = upper !== null || relation.startsWith("<");
  return isCap ? value.gt(upper ?? level) : meets(value, relation, level, upper);
}
