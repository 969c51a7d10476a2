/**
 * Yearly growth between two values (compound annual growth rate), for the methods that judge by it.
 *
 * growth = (to ÷ from)^(1 ÷ years) − 1, years as in ENGINE.md section 2, quotients and roots to 30 significant digits. Of two
 * values below zero it is the growth of their size: −10 → −5 in a year is −0.5, so that callers turn the sign round.
 * Not computable, with the reason: from zero (`zero-baseline`), across zero (`sign-change`), within no time
 * (`too-few-values`), beyond 10^±300 a year (`out-of-range`).
 * Sources: METHODS.md sections 1 and 2; open-sdg/sdg-build sdg/ProgressMeasure.py puts 0.001 for a zero, which decides the
 * result alone: here a zero has no growth.
 */
import Big from "big.js";
import { yearsBetween } from "../plan/days.ts";
import { divide } from "../plan/decimal.ts";
import type { Day } from "../plan/time.ts";
import { power, root } from "./power.ts";

const one = new Big(1);

/** A value on a day that is known. */
export interface Point {
  readonly value: Big;
  readonly on: Day;
}

/** The same where the plan may not say the day. */
interface Dated {
  readonly value: Big;
  readonly on: Day | null;
}

/** A number, or the word that says why there is none. */
export type Computed = { readonly value: Big } | { readonly reason: string };

/** Growth a year from one point to a later one, 0.05 for 5%. */
export function yearlyGrowth(from: Point, to: Point): Computed {
  const quotient = quotientOf(from, to);
  if ("reason" in quotient) return quotient;
  const grown = root(quotient.value, yearsBetween(from.on, to.on));
  return grown === null ? { reason: "out-of-range" } : { value: grown.minus(one) };
}

/** The value on a day if growth between two points goes on: to × (to ÷ from)^(years(to → on) ÷ years(from → to)). */
export function continued(from: Point, to: Point, on: Day): Computed {
  const quotient = quotientOf(from, to);
  if ("reason" in quotient) return quotient;
  const exponent = divide(yearsBetween(to.on, on), yearsBetween(from.on, to.on));
  const factor = power(quotient.value, exponent);
  return factor === null ? { reason: "out-of-range" } : { value: divide(to.value.times(factor), one) };
}

function quotientOf(from: Point, to: Point): Computed {
  if (to.on <= from.on) return { reason: "too-few-values" };
  if (from.value.eq(0)) return { reason: "zero-baseline" };
  const quotient = divide(to.value, from.value);
  return quotient.lt(0) ? { reason: "sign-change" } : { value: quotient };
}

/**
 * Where growth is measured from: the start of the row; with a window of years the first of start and observations that is no
 * older than so many years before the latest value.
 */
export function growthStart(
  { start, series }: { readonly start: Dated | null; readonly series: readonly Point[] },
  latest: Point,
  window: Big | null,
): Point | { readonly reason: string } {
  if (start === null) return { reason: "no-baseline" };
  const { value, on } = start;
  if (on === null) return { reason: "no-date" };
  const first = { value, on };
  const point =
    window === null ? first : [first, ...series].find((one) => yearsBetween(one.on, latest.on).lte(window));
  return point === undefined || point.on >= latest.on ? { reason: "too-few-values" } : point;
}

/** −d for a size that grows below zero, else d: +1 where more is better, −1 where less is. */
export function wantedGrowth(sign: number, from: Point): number {
  return from.value.lt(0) ? -sign : sign;
}
