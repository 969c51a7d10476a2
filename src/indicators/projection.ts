/**
 * Where a series is heading: the median slope through its points (Theil–Sen) and the median line with it. An estimate in
 * floating point; one outlier does not move it. At least three points (ENGINE.md section 3).
 */
import { toDouble } from "../plan/decimal.ts";
import type { Day } from "../plan/time.ts";
import type { SeenValue } from "./results.ts";
import { interceptOf, medianOf, type Points, roomForPoints, slopeInterval, slopesBetween } from "./slopes.ts";

/** A straight line in days: `anchor` on the day `from`, and `slope` more every day after it. */
export interface Line {
  readonly from: Day;
  readonly anchor: number;
  readonly slope: number;
}

/** The lines of the two slopes that bound the median one: the slope of a rank from either end of so many sorted ones. */
export interface TrendRange {
  readonly low: Line;
  readonly high: Line;
  readonly rank: number;
  readonly pairs: number;
}

/** The median line through a series. */
export interface TrendLine extends Line {
  /** Between which lines it lies with 80 % probability on days after all points; null with too few points. Not the range of single values. */
  readonly range: TrendRange | null;
  /** First day on which the line stands at a value or beyond it, seen from `after`; null when it never will. */
  reaches(value: number, after: Day): Day | null;
}

const fewestPoints = 3;
/** Beyond the year 9999 a day cannot be printed. */
export const lastPrintableDay = 2_932_896;

/** The trend through a series, oldest value first; null with fewer than three days, or figures beyond floating point. */
export function trendLine(series: readonly SeenValue[]): TrendLine | null {
  if (series.length < fewestPoints) return null;
  const points = pointsOf(series);
  if (points === null) return null;
  const slopes = slopesBetween(points);
  const slopePerDay = medianOf(slopes);
  if (slopes.length === 0 || !Number.isFinite(slopePerDay)) return null;
  const from = series[0]?.on ?? 0;
  const median = lineOf(slopePerDay, points, from);
  return {
    ...median,
    // At once, not when it is asked for: the slopes stand in a room that the next series takes.
    range: rangeOf(slopes, points, from),
    reaches(value, after) {
      const left = value - heightOn(median, after);
      if (slopePerDay === 0 || left / slopePerDay <= 0) return null;
      // A day is not counted twice for the last digit of a quotient in floating point.
      const day = after + Math.ceil(left / slopePerDay - 1e-9);
      return day <= lastPrintableDay ? day : null;
    },
  };
}

function lineOf(slope: number, points: Points, from: Day): Line {
  return { from, anchor: interceptOf(points, slope, from), slope };
}

function rangeOf(slopes: Float64Array, points: Points, from: Day): TrendRange | null {
  const interval = slopeInterval(slopes, points.days.length);
  if (interval === null) return null;
  const { rank, low, high } = interval;
  // A steeper line through the middle of the points stands higher after all of them: low and high never cross.
  return { low: lineOf(low, points, from), high: lineOf(high, points, from), rank, pairs: slopes.length };
}

/** Where a line stands on a day. */
export function heightOn({ from, anchor, slope }: Line, day: Day): number {
  return anchor + slope * (day - from);
}

/** Null for values beyond floating point. Filled in a loop: a call for each element takes longer than the slopes. */
function pointsOf(series: readonly SeenValue[]): Points | null {
  const points = roomForPoints(series.length);
  const { days, values } = points;
  for (let i = 0; i < series.length; i++) {
    const seen = series[i];
    if (seen === undefined) continue;
    days[i] = seen.on;
    const value = toDouble(seen.value);
    if (!Number.isFinite(value)) return null;
    values[i] = value;
  }
  return points;
}
