/** What is held against a target: the observed values, or sums of a flow over the target's span (ENGINE.md section 3). */
import Big from "big.js";
import {
  addMonths,
  type ClosedPeriod,
  dateParts,
  monthEnd,
  monthStart,
  periodContaining,
} from "../plan/days.ts";
import { divide, sumOf } from "../plan/decimal.ts";
import type { Day, Frequency } from "../plan/time.ts";
import type { Reading } from "./readings.ts";
import type { ResolvedTarget } from "./resolved-target.ts";
import type { SeenValue } from "./results.ts";
import { isPercent, shareOfOne } from "./shares.ts";
import type { Baseline, Terms } from "./terms.ts";

/** The series that a target is judged by, in order of days; each value stands for all that is known on its day. */
export function measuredSeries(
  target: ResolvedTarget,
  readings: readonly Reading[],
  terms: Terms,
): readonly SeenValue[] {
  switch (target.measure) {
    case "value":
      return sinceBaseline(readings, terms.baseline);
    case "sum":
      return runningSums(withinSpan(readings, target));
    case "compound":
      return compounded(withinSpan(readings, target), terms);
    case "window":
      return target.window === null ? [] : windowSums(readings, target.window, terms);
  }
}

/** What was observed before the baseline is its history, not progress. */
function sinceBaseline(readings: readonly Reading[], baseline: Baseline | null): readonly Reading[] {
  const on = baseline?.on ?? null;
  return on === null || (readings[0]?.on ?? on) >= on ? readings : readings.filter((r) => r.on >= on);
}

/** Amounts that lie wholly in the target's span. */
function withinSpan(readings: readonly Reading[], { from, dueOn }: ResolvedTarget): readonly Reading[] {
  return readings.filter((r) => (from === null || r.start >= from) && (dueOn === null || r.on <= dueOn));
}

function runningSums(readings: readonly Reading[]): readonly SeenValue[] {
  let sum = new Big(0);
  // Written out: a spread would copy what only single amounts have.
  const sums = readings.map(({ on, start, value, provisional, span }): SeenValue => {
    sum = sum.plus(value);
    return { on, start, value: sum, provisional, span };
  });
  return lastOfEachDay(sums);
}

/** Where a measured series begins and ends. */
export interface SeriesEnds {
  readonly first: SeenValue | null;
  readonly latest: SeenValue | null;
}

const noEnds: SeriesEnds = { first: null, latest: null };

/** The first and the last of the running sums over a target's span, found without those between them. */
export function endsOfSums(target: ResolvedTarget, readings: readonly Reading[]): SeriesEnds {
  const amounts = withinSpan(readings, target);
  const [first] = amounts;
  const last = amounts.at(-1);
  if (first === undefined || last === undefined) return noEnds;
  return { first, latest: { ...last, value: sumOf(amounts.map(({ value }) => value)) } };
}

function lastOfEachDay(values: readonly SeenValue[]): readonly SeenValue[] {
  return values.filter((value, i) => values[i + 1]?.on !== value.on);
}

const hundredth = new Big("0.01");

/** Rates written without sign of an indicator that is to fall. */
export function areFalls(readings: readonly Reading[], terms: Terms): boolean {
  return terms.direction === "decrease" && readings.every((r) => r.value.gte(0));
}

/** Π(1 + r) − 1, in percent. Rates written without sign of an indicator that is to fall are falls. */
function compounded(readings: readonly Reading[], terms: Terms): readonly SeenValue[] {
  const one = isPercent(terms.unit) ? shareOfOne(terms.unit) : hundredth;
  const falls = areFalls(readings, terms);
  let product = new Big(1);
  return readings.map((r) => {
    const rate = (falls ? r.value.neg() : r.value).times(one);
    product = shortened(product.times(rate.plus(1)));
    return { ...r, value: divide(product.minus(1), one) };
  });
}

const longestProduct = 120;

/** Products are exact as long as they are short: thousands of factors must not cost thousands of digits. */
function shortened(product: Big): Big {
  return product.c.length > longestProduct ? divide(product, new Big(1)) : product;
}

/**
 * The amounts of the stretch as long as the window that ends with each reading, where it is whole. Amounts that state a
 * day only speak for their reporting period so far.
 */
function windowSums(readings: readonly Reading[], window: ClosedPeriod, terms: Terms): readonly SeenValue[] {
  const sums: SeenValue[] = [];
  const covered = coveredDays(readings, terms.frequency);
  let sum = new Big(0);
  let days = 0;
  let oldest = 0;
  for (const [i, last] of readings.entries()) {
    sum = sum.plus(last.value);
    days += covered[i] ?? 0;
    const begin = Math.min(sameStretchBefore(last.on, window), last.start);
    for (let left = readings[oldest]; left !== undefined && left.start < begin; left = readings[oldest]) {
      sum = sum.minus(left.value);
      days -= covered[oldest] ?? 0;
      oldest += 1;
    }
    // Weeks do not fill a month or a year to the day.
    const tolerance = Math.min(Math.max(covered[i] ?? 1, 1), 7);
    const whole = days + tolerance > last.on - begin + 1;
    if (whole && last.on >= window.end) sums.push({ ...last, start: begin, value: sum });
  }
  return lastOfEachDay(sums);
}

/**
 * The amounts since the target's span began, while they are fewer than fill a stretch as long as the baseline's; null
 * before the first, and where such a stretch could be whole.
 */
export function sumSoFar({ window, from }: ResolvedTarget, readings: readonly Reading[]): SeenValue | null {
  const last = readings.at(-1);
  if (window === null || from === null || last === undefined) return null;
  if (last.on - from >= window.end - window.start) return null;
  return runningSums(readings.filter((r) => r.start >= from)).at(-1) ?? null;
}

/** Days that each reading speaks for and none before it does. */
function coveredDays(readings: readonly Reading[], rhythm: Frequency | null): readonly number[] {
  let upTo = Number.NEGATIVE_INFINITY;
  return readings.map(({ start, on }) => {
    const begin = start === on && rhythm !== null ? periodContaining(on, rhythm).start : start;
    const days = Math.max(on - Math.max(upTo, begin - 1), 0);
    upTo = Math.max(upTo, on);
    return days;
  });
}

/** First day of the stretch as long as a period that ends on a day: as many months where the period is of whole months. */
function sameStretchBefore(day: Day, { start, end }: ClosedPeriod): Day {
  const wholeMonths = monthStart(start) === start && monthEnd(end) === end;
  return wholeMonths ? addMonths(day + 1, -monthsOf(start, end)) : day - (end - start);
}

function monthsOf(start: Day, end: Day): number {
  const [from, to] = [dateParts(start), dateParts(end)];
  return (to.year - from.year) * 12 + to.month - from.month + 1;
}
