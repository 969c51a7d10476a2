/** What is held against a target: the observed values, or sums of a flow over the target's span (ENGINE.md section 3). */
import Big from "big.js";
import { divide } from "../plan/decimal.ts";
import type { Day } from "../plan/time.ts";
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
      return terms.baseline?.period ? windowSums(readings, terms.baseline, terms.baseline.period) : [];
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
  const sums = readings.map((r) => {
    sum = sum.plus(r.value);
    return { ...r, value: sum };
  });
  return lastOfEachDay(sums);
}

function lastOfEachDay(values: readonly SeenValue[]): readonly SeenValue[] {
  return values.filter((value, i) => values[i + 1]?.on !== value.on);
}

const hundredth = new Big("0.01");

/** Π(1 + r) − 1, in percent. Rates written without sign of an indicator that is to fall are falls. */
function compounded(readings: readonly Reading[], terms: Terms): readonly SeenValue[] {
  const one = isPercent(terms.unit) ? shareOfOne(terms.unit) : hundredth;
  const falls = terms.direction === "decrease" && readings.every((r) => r.value.gte(0));
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

/** The amounts of the stretch as long as the baseline's period that ends with each reading, where it is whole. */
function windowSums(
  readings: readonly Reading[],
  baseline: Baseline,
  period: { start: Day; end: Day },
): readonly SeenValue[] {
  const days = period.end - period.start + 1;
  const sums: SeenValue[] = [];
  let sum = new Big(0);
  let covered = 0;
  let oldest = 0;
  for (const last of readings) {
    sum = sum.plus(last.value);
    covered += last.on - last.start + 1;
    for (
      let left = readings[oldest];
      left !== undefined && left.start <= last.on - days;
      left = readings[oldest]
    ) {
      sum = sum.minus(left.value);
      covered -= left.on - left.start + 1;
      oldest += 1;
    }
    // A leap day makes a year one day longer or shorter than the baseline's.
    const whole = Math.abs(covered - days) <= 1;
    if (whole && (baseline.on === null || last.on >= baseline.on)) sums.push({ ...last, value: sum });
  }
  return lastOfEachDay(sums);
}
