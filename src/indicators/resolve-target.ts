/** Resolves the targets of an indicator: level, relation, dates, starting point (ENGINE.md sections 1 and 4). */
import Big from "big.js";
import { reversedRelation } from "../plan/compare.ts";
import { type ClosedPeriod, periodContaining } from "../plan/days.ts";
import { formatDecimal } from "../plan/decimal.ts";
import type { Target } from "../plan/plan.ts";
import type { Relation } from "../plan/quantity.ts";
import type { Day } from "../plan/time.ts";
import { leaning } from "./govern.ts";
import type { Measure, ResolvedTarget, Sign, StartPoint, TargetRole } from "./resolved-target.ts";
import { type Level, levelOf, type ValueAt } from "./target-level.ts";
import { type Baseline, firstDay, lastDay, type Terms } from "./terms.ts";

const roles: Readonly<Record<Target["kind"], TargetRole>> = {
  reach: "reach",
  change: "reach",
  relative: "reach",
  rate: "reach",
  each: "reach",
  compound: "reach",
  hold: "hold",
  total: "total",
  done: "done",
  grade: "grade",
  versus: "versus",
  trend: "trend",
};

/** All targets of an indicator, in plan order. */
export function resolveTargets(
  terms: Terms,
  targets: readonly Target[],
  valueAt: ValueAt,
): readonly ResolvedTarget[] {
  const resolved = targets.map((target) => resolveTarget(target, terms, valueAt));
  const sign = terms.direction === null ? leaning(resolved, terms) : 0;
  return sign === 0 ? resolved : resolved.map((target) => withDirection(target, sign));
}

/** A bare level takes its relation from the direction that the plan leans to. */
function withDirection(target: ResolvedTarget, sign: Sign): ResolvedTarget {
  const { quantity, kind } = target.target;
  const bare = kind === "reach" || kind === "hold" || kind === "total";
  if (!bare || target.level === null || target.upper !== null || quantity?.value.relation !== null)
    return target;
  return { ...target, relation: sign < 0 ? "<=" : ">=", relationUnknown: false };
}

function resolveTarget(target: Target, terms: Terms, valueAt: ValueAt): ResolvedTarget {
  const role = roles[target.kind];
  const due = dueOf(target, terms);
  const level = levelOf(target, terms, due.dueOn, valueAt);
  const from =
    firstDay(target.from) ?? firstDay(target.over) ?? terms.planStart ?? dayAfter(terms.baseline?.on ?? null);
  const measured = measureOf(target, role, { from, to: due.dueOn }, terms);
  const { measure } = measured;
  const way = wayOf(target, level.level, measure, terms);
  const relation = relationOf(target, level, way, terms);
  return {
    target,
    role,
    measure,
    window: measured.window,
    level: level.level,
    upper: level.upper,
    way,
    relation: relation.relation,
    relationUnknown: relation.relationUnknown,
    shown: shownOf(target, level),
    from,
    dueOn: due.dueOn,
    assumed: due.assumed,
    start: startOf(measure, from, terms),
    steps: level.steps,
    reason: level.reason,
  };
}

function dayAfter(day: Day | null): Day | null {
  return day === null ? null : day + 1;
}

/** `by`, else the end of `during`, else the time in the value itself (`≥85% @ 2027`); a target without a date is due at the plan's end. */
function dueOf(target: Target, terms: Terms): { readonly dueOn: Day | null; readonly assumed: boolean } {
  for (const when of [target.by, target.over]) {
    if (when === null || when.value.state === "undated") continue;
    if (when.value.state === "unresolved") return { dueOn: null, assumed: false };
    const end = lastDay(when);
    if (end !== null) return { dueOn: end, assumed: false };
  }
  const at = target.quantity?.value.at ?? null;
  if (at?.kind === "calendar") return { dueOn: at.end, assumed: false };
  return { dueOn: terms.planEnd, assumed: true };
}

interface Measured {
  readonly measure: Measure;
  readonly window: ClosedPeriod | null;
}

function measureOf(target: Target, role: TargetRole, span: Span, terms: Terms): Measured {
  const by = (measure: Measure): Measured => ({ measure, window: null });
  if (terms.kind !== "flow" || (role !== "reach" && role !== "total")) return by("value");
  if (target.kind === "compound") return by("compound");
  const { baseline } = terms;
  if (role === "total" || hasOwnSpan(target) || baseline === null || baseline.value.eq(0)) return by("sum");
  // The amount of 2025 as baseline is compared with the amount of as long a stretch. Where the whole span is no longer
  // than that, the sum from its start comes to the same on its last day.
  const window = windowOf(baseline, terms);
  if (window === null) return by("value");
  return isWithin(span, window) ? by("sum") : { measure: "window", window };
}

interface Span {
  readonly from: Day | null;
  readonly to: Day | null;
}

/** A reach over a stated span is its sum; the span of a change or a rate is the time that the change has. */
function hasOwnSpan(target: Target): boolean {
  return target.kind === "reach" && (target.from !== null || target.over !== null);
}

/** The period that a baseline is the amount of: no shorter than what is reported. */
function windowOf({ on, period }: Baseline, { frequency }: Terms): ClosedPeriod | null {
  const reported = on === null || frequency === null ? null : periodContaining(on, frequency);
  const stated = period !== null && period.end > period.start ? period : null;
  if (stated === null || reported === null) return stated ?? reported;
  return reported.end - reported.start > stated.end - stated.start ? reported : stated;
}

/** A leap day does not make a year longer than a year. */
function isWithin({ from, to }: Span, window: ClosedPeriod): boolean {
  return from !== null && to !== null && to - from <= window.end - window.start + 1;
}

function wayOf(target: Target, level: Big | null, measure: Measure, terms: Terms): Sign {
  const { baseline } = terms;
  if (level === null || baseline === null || target.kind === "hold" || target.kind === "total") return 0;
  if (measure === "compound") return 0;
  // A sum over a span of its own starts at 0 by rule, which says nothing about the direction.
  if (measure === "sum" && (hasOwnSpan(target) || baseline.value.eq(0))) return 0;
  return level.cmp(baseline.value);
}

function startOf(measure: Measure, from: Day | null, terms: Terms): StartPoint | null {
  const fromZero =
    measure === "sum" ||
    measure === "compound" ||
    (terms.kind === "running-total" && terms.baseline === null);
  if (fromZero) return { value: new Big(0), on: from === null ? null : from - 1, span: null };
  return terms.baseline;
}

/**
 * How the value must compare with the level. A stated relation of a fall describes its size (降低30%以上 is at most 70%
 * of the base), so it is turned round.
 */
function relationOf(
  target: Target,
  { level, upper, change }: Level,
  way: Sign,
  terms: Terms,
): { readonly relation: Relation; readonly relationUnknown: boolean } {
  const known = (relation: Relation) => ({ relation, relationUnknown: false });
  const stated = target.quantity?.value.relation ?? null;
  if (target.quantity?.value.level === true && stated !== null) return known(stated);
  if (stated !== null) {
    const describesFall =
      change?.lt(0) === true && (!target.quantity?.value.signed || stated === ">=" || stated === ">");
    return known(describesFall && terms.direction !== "increase" ? reversedRelation[stated] : stated);
  }
  if (upper !== null) return known("=");
  if (terms.direction === "increase") return known(">=");
  if (terms.direction === "decrease") return known("<=");
  if (change !== null) return known(change.lt(0) ? "<=" : ">=");
  if (terms.direction === "maintain") return known("=");
  if (way !== 0) return known(way < 0 ? "<=" : ">=");
  if (terms.kind !== "level" || level === null) return known(">=");
  const unknown = terms.baseline === null || target.kind === "hold";
  return unknown ? { relation: "=", relationUnknown: true } : known(">=");
}

function shownOf(target: Target, { level, upper }: Level): string | null {
  if (level !== null)
    return upper === null ? formatDecimal(level) : `${formatDecimal(level)}..${formatDecimal(upper)}`;
  if (target.grade !== null) return target.grade.wanted.value;
  if (target.trend !== null) return target.trend.value;
  if (target.versus !== null) return target.versus.indicator.value;
  if (target.kind === "done") return "true";
  // A change without a level to start from: the change itself, so that a figure stays a figure.
  return target.quantity === null ? null : formatDecimal(target.quantity.value.value);
}
