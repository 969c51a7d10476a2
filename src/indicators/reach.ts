/**
 * The day on which the projection meets the target (`reachedOn`, ENGINE.md section 3): that of the trend through the series, or of the
 * method's own projection where `projected` is its. An estimate in floating point; never before the as-of date.
 */
import type Big from "big.js";
import type { Day } from "../plan/time.ts";
import type { Derivation, FigureMaker } from "./figures.ts";
import { deriveHeight, estimateOf } from "./forecast.ts";
import type { OwnProjection } from "./methods/method.ts";
import type { Position } from "./position.ts";
import { heightOn, lastPrintableDay } from "./projection.ts";
import type { Figure } from "./results.ts";

/** That day, and where the projection stands on it: for `explain`. */
export interface Reach {
  readonly on: Day;
  readonly level: Figure;
}

/** What the day is found by. */
export interface Ahead {
  /** The method's own projection; null where the trend through the series stands in `projected`. */
  readonly own: OwnProjection | null;
  readonly make: FigureMaker;
  /** The trace of the method's formula with so many years left. */
  deriveOwn(formula: string, left: Big): Derivation;
}

/** Null where there is no projection, or it never meets the level, or has passed it already. */
export function reachOf(position: Position, level: number, { own, make, deriveOwn }: Ahead): Reach | null {
  const { latest, evidence } = position;
  if (latest === null) return null;
  const after = Math.max(latest.on, evidence.asOf);
  if (own !== null) {
    const on = firstDayAt(own, level, after);
    if (on === null) return null;
    const left = () => estimateOf(own.leftOn(on));
    return { on, level: make.of(estimateOf(own.valueOn(on)), () => deriveOwn(own.formula, left()), true) };
  }
  const trend = position.trend();
  const on = trend?.reaches(level, after) ?? null;
  if (trend === null || on === null) return null;
  return { on, level: make.of(estimateOf(heightOn(trend, on)), () => deriveHeight(trend, on), true) };
}

/** The first day after another on which a steady projection stands at a level or beyond it, found by halving. */
function firstDayAt({ valueOn }: OwnProjection, level: number, after: Day): Day | null {
  const side = Math.sign(level - valueOn(after));
  // A day is not counted twice for the last digit of a root in floating point.
  const slack = Math.abs(level) * 1e-12;
  const isThere = (day: Day): boolean => (valueOn(day) - level) * side >= -slack;
  if (side === 0 || !isThere(lastPrintableDay)) return null;
  let before = after;
  let there = lastPrintableDay;
  while (there - before > 1) {
    const middle = Math.floor((before + there) / 2);
    if (isThere(middle)) there = middle;
    else before = middle;
  }
  return there;
}
