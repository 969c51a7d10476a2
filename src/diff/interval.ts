/** The values that a bound allows, and which of two bounds asks for more. */
import type Big from "big.js";
import { compareDecimals } from "../plan/decimal.ts";
import type { Direction } from "../plan/plan.ts";
import type { Relation } from "../plan/quantity.ts";

/** Values from `low` to `high`; a side without bound is null, an open one excludes its own figure. */
export interface Interval {
  readonly low: Big | null;
  readonly lowOpen: boolean;
  readonly high: Big | null;
  readonly highOpen: boolean;
}

/** How what is asked for afterwards compares with what was asked for before. */
export type Strength = "same" | "weaker" | "stronger" | "unclear";

/** The values that meet a bound; with `upper` those from `value` to it, ends included. */
export function intervalOf(relation: Relation, value: Big, upper: Big | null): Interval {
  if (upper !== null) return { low: value, lowOpen: false, high: upper, highOpen: false };
  const floor = relation === ">=" || relation === ">" || relation === "=";
  const cap = relation === "<=" || relation === "<" || relation === "=";
  return {
    low: floor ? value : null,
    lowOpen: relation === ">",
    high: cap ? value : null,
    highOpen: relation === "<",
  };
}

/**
 * A bound that allows more is weaker, one that allows less is stronger. Where neither holds the other within it, the side that
 * is better decides (80% instead of 85%, where more is better); where no side is better, nothing can be said.
 */
export function compareIntervals(before: Interval, after: Interval, direction: Direction | null): Strength {
  const wider = holds(after, before);
  const narrower = holds(before, after);
  if (wider && narrower) return "same";
  if (wider) return "weaker";
  if (narrower) return "stronger";
  if (direction === "increase") return verdict(compareLows(after, before));
  if (direction === "decrease") return verdict(compareHighs(before, after));
  return "unclear";
}

function verdict(order: number): Strength {
  if (order === 0) return "unclear";
  return order > 0 ? "stronger" : "weaker";
}

function holds(outer: Interval, inner: Interval): boolean {
  return compareLows(outer, inner) <= 0 && compareHighs(outer, inner) >= 0;
}

/** Above 0 where a begins higher than b; an open end begins above its figure. */
function compareLows(a: Interval, b: Interval): number {
  if (a.low === null || b.low === null) return (a.low === null ? 0 : 1) - (b.low === null ? 0 : 1);
  const order = compareDecimals(a.low, b.low);
  return order !== 0 ? order : Number(a.lowOpen) - Number(b.lowOpen);
}

/** Above 0 where a ends higher than b; an open end ends below its figure. */
function compareHighs(a: Interval, b: Interval): number {
  if (a.high === null || b.high === null) return (b.high === null ? 0 : 1) - (a.high === null ? 0 : 1);
  const order = compareDecimals(a.high, b.high);
  return order !== 0 ? order : Number(b.highOpen) - Number(a.highOpen);
}
