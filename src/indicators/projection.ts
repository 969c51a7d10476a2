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

/** The trend through a series, oldest value first; null with fewer than three days. */
export function trendLine(series: readonly SeenValue[]): TrendLine | null {
  const points = series.slice(-mostPoints).map((v) => ({ x: v.on, y: v.value.toNumber() }));
  if (points.length < fewestPoints) return null;
  const slopes: number[] = [];
  for (const [i, a] of points.entries()) {
    for (const b of points.slice(i + 1)) {
      if (b.x !== a.x) slopes.push((b.y - a.y) / (b.x - a.x));
    }
  }
  if (slopes.length === 0) return null;
  const slopePerDay = median(slopes);
  const origin = points[0]?.x ?? 0;
  const intercept = median(points.map((p) => p.y - slopePerDay * (p.x - origin)));
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

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}
