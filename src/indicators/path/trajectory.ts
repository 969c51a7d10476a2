/**
 * The trajectory (应达轨迹): the value that should have been reached on each day, from the starting point through the
 * levels of all dated targets to the last one (ENGINE.md section 1, FORMAT.md section 5 `trajectory`).
 */
import Big from "big.js";
import { nextPeriod, periodContaining } from "../../plan/days.ts";
import { divide } from "../../plan/decimal.ts";
import type { Day, Frequency } from "../../plan/time.ts";
import { power } from "../power.ts";
import type { PathPoint } from "../results.ts";

export type TrajectoryKind = "linear" | "step" | "geometric" | "equal-split" | "custom" | "end-only";

/** A trajectory: points to draw, and the expected value of any day (constant before the start and after the end). */
export interface Path {
  readonly points: readonly PathPoint[];
  expectedOn(day: Day): Big | null;
}

/**
 * Builds a trajectory. `start` is the starting point, `stops` the levels on the way in order of days, all later than the
 * start, the last one final. Null when there is nothing to lead to, or a geometric path would pass zero.
 */
export function buildPath(
  kind: TrajectoryKind,
  start: PathPoint,
  stops: readonly PathPoint[],
  frequency: Frequency | null,
): Path | null {
  const last = stops.at(-1);
  if (last === undefined) return null;
  switch (kind) {
    case "linear":
    case "custom":
      return joined([start, ...stops], linearBetween);
    case "step":
      return stepped([start, ...stops]);
    case "end-only":
      return stepped([start, last]);
    case "equal-split":
      return stepped([start, ...equalParts(start, stops, frequency ?? "yearly")]);
    case "geometric":
      return isGeometric([start, ...stops]) ? geometricPath([start, ...stops]) : null;
  }
}

/** A constant bound over a span, for targets that hold. */
export function constantPath(from: Day, to: Day, value: Big): Path {
  return {
    points: [
      { on: from, value },
      { on: to, value },
    ],
    expectedOn: () => value,
  };
}

/** Points in order of days, the first of them where the way begins. */
type Way = readonly [PathPoint, ...PathPoint[]];

type Between = (a: PathPoint, b: PathPoint, day: Day) => Big | null;

function joined(points: Way, between: Between): Path {
  return {
    points,
    expectedOn(day) {
      const before = points.findLast((p) => p.on <= day);
      const after = points.find((p) => p.on > day);
      if (before === undefined) return points[0].value;
      return after === undefined ? before.value : between(before, after, day);
    },
  };
}

function linearBetween(a: PathPoint, b: PathPoint, day: Day): Big {
  return a.value.plus(divide(b.value.minus(a.value).times(day - a.on), new Big(b.on - a.on)));
}

/** Nothing is expected before a stop's day; the point before each rise is kept so that a drawn line is a staircase. */
function stepped(points: Way): Path {
  const corners: PathPoint[] = [];
  for (const point of points) {
    const before = corners.at(-1);
    if (before !== undefined && before.on < point.on - 1)
      corners.push({ on: point.on - 1, value: before.value });
    corners.push(point);
  }
  return {
    points: corners,
    expectedOn: (day) => (points.findLast((p) => p.on <= day) ?? points[0]).value,
  };
}

const mostParts = 1200;

/** The way to each stop in equal parts, one due at the end of every period between. */
function equalParts(
  start: PathPoint,
  stops: readonly PathPoint[],
  frequency: Frequency,
): readonly PathPoint[] {
  const parts: PathPoint[] = [];
  let from = start;
  for (const stop of stops) {
    const ends = endsBetween(from.on, stop.on, frequency);
    const way = stop.value.minus(from.value);
    for (const [i, on] of ends.entries()) {
      parts.push({ on, value: from.value.plus(divide(way.times(i + 1), new Big(ends.length + 1))) });
    }
    parts.push(stop);
    from = stop;
  }
  return parts;
}

/** Last days of the periods before a stop; of more periods than can be listed as many days, evenly spread. */
function endsBetween(from: Day, to: Day, frequency: Frequency): readonly Day[] {
  const ends: Day[] = [];
  let period = periodContaining(from + 1, frequency);
  while (period.end < to && ends.length < mostParts) {
    ends.push(period.end);
    period = nextPeriod(period, frequency);
  }
  if (period.end >= to) return ends;
  return ends.map((_, i) => from + Math.round(((to - from) * (i + 1)) / (mostParts + 1)));
}

function isGeometric(points: Way): boolean {
  return points.every((p) => p.value.times(points[0].value).gt(0));
}

/** Equal growth every day between two points. */
function geometricBetween(a: PathPoint, b: PathPoint, day: Day): Big | null {
  const share = divide(new Big(day - a.on), new Big(b.on - a.on));
  const factor = power(divide(b.value, a.value), share);
  return factor === null ? null : a.value.times(factor);
}

const drawnParts = 12;

function geometricPath(stops: Way): Path {
  const path = joined(stops, geometricBetween);
  const points = stops.flatMap((stop, i) => {
    const next = stops[i + 1];
    return next === undefined ? [stop] : [stop, ...pointsBetween(path, stop, next)];
  });
  return { points, expectedOn: path.expectedOn };
}

/** Points of a curve, a twelfth of the way apart, or a day where that is longer. */
function pointsBetween(path: Path, a: PathPoint, b: PathPoint): readonly PathPoint[] {
  const points: PathPoint[] = [];
  const apart = Math.max((b.on - a.on) / drawnParts, 1);
  for (let part = 1; ; part++) {
    const on = a.on + Math.round(part * apart);
    if (on >= b.on) return points;
    const value = path.expectedOn(on);
    if (value !== null) points.push({ on, value });
  }
}
