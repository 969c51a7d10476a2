/** Where an indicator stands on a day: governing target, measured series, latest value, trajectory. The ground of all figures. */

import type Big from "big.js";
import { meets } from "../plan/compare.ts";
import { orderedBy } from "../plan/ordered-by.ts";
import type { Day } from "../plan/time.ts";
import { type Governing, governingTarget, pull, stricter } from "./govern.ts";
import { shownPeriods } from "./hold.ts";
import { boundOf, type Evidence } from "./judge-target.ts";
import { endsOfSums, measuredSeries, type SeriesEnds, sumSoFar } from "./measure.ts";
import { buildPath, constantPath, type Path } from "./path/trajectory.ts";
import { type TrendLine, trendLine } from "./projection.ts";
import {
  hasLevel,
  type LevelTarget,
  type ResolvedTarget,
  type Sign,
  type StartPoint,
} from "./resolved-target.ts";
import type { PathPoint, SeenValue } from "./results.ts";
import type { Unsettled } from "./standing-rows.ts";
import { hasUnusablePoints, inUnit, lastDay, type Terms } from "./terms.ts";
import { openSince } from "./unsettled.ts";

export interface Position {
  readonly evidence: Evidence;
  readonly targets: readonly ResolvedTarget[];
  readonly governing: Governing;
  /** The governing target where it has a level, else null. */
  readonly goal: LevelTarget | null;
  /** What says over which span a value is measured: the goal, or the plan's own for an entity's part of its sum. */
  readonly measuredBy: LevelTarget | null;
  readonly sign: Sign;
  readonly contradicted: boolean;
  /** The goal is a bound to keep: a `hold`, or a level equal to the baseline. */
  readonly holds: boolean;
  /** A sum that must stay below the goal: meeting it early says nothing. */
  readonly isCap: boolean;
  readonly start: StartPoint | null;
  /** First day of all measuring: the baseline's, else the day before the plan's start. */
  readonly startOn: Day | null;
  /** Made when it is first asked for: an entity's part of a sum is judged by its last value alone. */
  readonly series: () => readonly SeenValue[];
  readonly first: SeenValue | null;
  /** Null too where a newer day than the series' last has values that cannot be used (`unsettled`). */
  readonly latest: SeenValue | null;
  readonly unsettled: Unsettled | null;
  /** The sum of a flow that is still too short to be judged; null where there is a latest value. */
  readonly soFar: SeenValue | null;
  readonly path: Path | null;
  /** The trend through the series; found when it is first asked for, since not every row needs it. */
  trend(): TrendLine | null;
}

/** Finds the position from what is known; `whole` is the plan's sum that an entity without a target of its own adds to. */
export function findPosition(
  targets: readonly ResolvedTarget[],
  evidence: Evidence,
  whole: LevelTarget | null = null,
): Position {
  const { terms, asOf, readings } = evidence;
  const governing = governingTarget(targets, terms, asOf);
  const goal = governing.target !== null && hasLevel(governing.target) ? governing.target : null;
  const { sign, contradicted } =
    goal === null ? { sign: aimlessSign(targets, terms), contradicted: false } : pull(goal, terms);
  const start = goal?.start ?? (goal === null ? terms.baseline : null);
  // A first observation that happens to stand at the level does not turn a level to be reached into one to be kept.
  const stated = terms.startsAtFirst ? null : start;
  const holds =
    goal !== null &&
    (goal.role === "hold" || (stated !== null && goal.upper === null && goal.level.eq(stated.value)));
  const fromZero = start !== null && start.span === null;
  const measuredBy = goal ?? whole;
  const seriesOnce = once(() => (measuredBy === null ? readings : seriesOf(measuredBy, evidence)));
  const { first, latest: last } =
    goal === null && whole !== null ? endsOfSums(whole, readings) : endsOf(seriesOnce());
  const unsettled = openSince(evidence.unsettled, readings.at(-1) ?? evidence.words.at(-1) ?? null);
  return {
    evidence,
    targets,
    governing,
    goal,
    measuredBy,
    sign,
    contradicted,
    holds,
    isCap: fromZero && sign < 0 && goal?.measure !== "compound",
    start,
    startOn: start?.on ?? (terms.planStart === null ? null : terms.planStart - 1),
    series: seriesOnce,
    first,
    latest: unsettled === null ? last : null,
    unsettled,
    soFar: first !== null || goal === null || unsettled !== null ? null : sumSoFar(goal, readings),
    path: goal === null ? null : pathOf(goal, targets, start, holds, terms),
    trend: once(() => trendLine(seriesOnce())),
  };
}

function endsOf(series: readonly SeenValue[]): SeriesEnds {
  return { first: series[0] ?? null, latest: series.at(-1) ?? null };
}

/** The direction where no target has a level: as stated, else as a target without figure wants it. */
function aimlessSign(targets: readonly ResolvedTarget[], { direction }: Terms): Sign {
  const wanted = direction ?? targets.flatMap(({ target }) => target.trend?.value ?? [])[0];
  if (wanted === "increase") return 1;
  return wanted === "decrease" ? -1 : 0;
}

/** True where nothing but directions and comparisons is asked for: a method without target has nothing against it. */
export function isAimless({ targets }: Position): boolean {
  return targets.every(({ role }) => role === "trend" || role === "versus");
}

/** What the goal is judged by: of a flow that is to keep a bound, the sums of whole periods. */
function seriesOf(goal: LevelTarget, { terms, readings, asOf }: Evidence): readonly SeenValue[] {
  return goal.role === "hold" && terms.kind === "flow"
    ? shownPeriods(boundOf(goal, terms), readings, asOf)
    : measuredSeries(goal, readings, terms);
}

/** Gives what `make` makes at the first call. */
function once<T extends object | null>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    if (made === undefined) made = make();
    return made;
  };
}

function pathOf(
  goal: LevelTarget,
  targets: readonly ResolvedTarget[],
  start: StartPoint | null,
  holds: boolean,
  terms: Terms,
): Path | null {
  if (goal.role === "hold") {
    const begin = goal.from ?? start?.on ?? null;
    return begin === null || goal.dueOn === null || goal.upper !== null
      ? null
      : constantPath(begin, goal.dueOn, goal.level);
  }
  if (start === null || start.on === null || goal.dueOn === null || goal.dueOn <= start.on) return null;
  if (holds) return constantPath(start.on, goal.dueOn, goal.level);
  if (hasUnusablePoints(terms)) return null;
  const from = { on: start.on, value: start.value };
  const stops = stopsOf(goal, targets, from.on, terms);
  return buildPath(terms.indicator.trajectory?.kind.value ?? "linear", from, stops, terms.frequency);
}

/** Levels on the way to the goal, strictest per date; points of a custom trajectory stand before both. */
function stopsOf(
  goal: LevelTarget,
  targets: readonly ResolvedTarget[],
  after: Day,
  terms: Terms,
): readonly PathPoint[] {
  const due = goal.dueOn ?? after;
  const byDay = new Map<Day, Big>();
  const onWay = targets.filter((t): t is LevelTarget => hasLevel(t) && isOnWay(t, goal));
  for (const { steps } of onWay) for (const step of steps) byDay.set(step.on, step.value);
  const dueBy = new Map<Day, LevelTarget>();
  for (const target of onWay) {
    if (target.dueOn === null) continue;
    const alike = dueBy.get(target.dueOn);
    dueBy.set(target.dueOn, alike === undefined ? target : stricter(alike, target, terms));
  }
  for (const [dueOn, { level }] of dueBy) byDay.set(dueOn, level);
  for (const point of customPoints(terms)) byDay.set(point.on, point.value);
  byDay.set(due, goal.level);
  const stops: PathPoint[] = [];
  for (const [on, value] of byDay) if (on > after && on <= due) stops.push({ on, value });
  return orderedBy(stops, ({ on }) => on);
}

/** Levels measured in the same way from the same day. */
function isOnWay(target: LevelTarget, goal: LevelTarget): boolean {
  return target.role === goal.role && target.measure === goal.measure && target.start?.on === goal.start?.on;
}

function customPoints(terms: Terms): readonly PathPoint[] {
  const { trajectory } = terms.indicator;
  if (trajectory?.kind.value !== "custom") return [];
  return trajectory.points.flatMap(({ at, is }) => {
    const on = lastDay(at);
    const value = inUnit(is.value, terms.unit);
    return on === null || value === null ? [] : [{ on, value }];
  });
}

/** True when a value satisfies the goal. */
export function meetsGoal(value: SeenValue, goal: LevelTarget): boolean {
  return meets(value.value, goal.relation, goal.level, goal.upper);
}
