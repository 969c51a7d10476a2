/**
 * Where a series is heading: the median slope through its points (Theil–Sen) and the median line with it. An estimate in
 * floating point; one outlier does not move it. At least three points (ENGINE.md section 3).
 */
import type { Day } from "../plan/time.ts";
import type { SeenValue } from "./results.ts";

/** A straight line in days. */
export interface TrendLine {
  readonly slopePerDay: number;
  valueOn(day: Day): number;
  /** First day on which the line stands at a value or beyond it, seen from `after`; null when it never will. */
  reaches(value: number, after: Day): Day | null;
}

const fewestPoints = 3;
/** Slopes grow with the square of the points; the newest are enough for a trend. */
const mostPoints = 200;
/** Beyond the year 9999 a day cannot be printed. */
const lastPrintableDay = 2_932_896;

/** The trend through a series, oldest value first; null with fewer than three days, or figures beyond floating point. */
export function trendLine(series: readonly SeenValue[]): TrendLine | null {
  const points = series.slice(-mostPoints).map((v) => ({ x: v.on, y: v.value.toNumber() }));
  if (points.length < fewestPoints) return null;
  const slopes = slopesOf(points);
  if (slopes.length === 0) return null;
  const slopePerDay = median(slopes);
  if (!Number.isFinite(slopePerDay)) return null;
  const origin = points[0]?.x ?? 0;
  const intercept = median(Float64Array.from(points, (p) => p.y - slopePerDay * (p.x - origin)));
  const valueOn = (day: Day): number => intercept + slopePerDay * (day - origin);
  return {
    slopePerDay,
    valueOn,
    reaches(value, after) {
      const left = value - valueOn(after);
      if (slopePerDay === 0 || left / slopePerDay <= 0) return null;
      // A day is not counted twice for the last digit of a quotient in floating point.
      const day = after + Math.ceil(left / slopePerDay - 1e-9);
      return day <= lastPrintableDay ? day : null;
    },
  };
}

interface Point {
  readonly x: Day;
  readonly y: number;
}

/** Slopes between every two points of different days. */
function slopesOf(points: readonly Point[]): Float64Array {
  const slopes = new Float64Array((points.length * (points.length - 1)) / 2);
  let count = 0;
  for (const [i, a] of points.entries()) {
    for (let j = i + 1; j < points.length; j++) {
      const b = points[j];
      if (b !== undefined && b.x !== a.x) slopes[count++] = (b.y - a.y) / (b.x - a.x);
    }
  }
  return slopes.subarray(0, count);
}

/** Sorts the values in place. */
function median(values: Float64Array): number {
  values.sort();
  const middle = values.length >> 1;
  const upper = values[middle] ?? 0;
  return values.length % 2 === 1 ? upper : ((values[middle - 1] ?? 0) + upper) / 2;
}
