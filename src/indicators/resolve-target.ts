/** Resolves the targets of an indicator: level, relation, dates, starting point (ENGINE.md sections 1 and 4). */
import Big from "big.js";
import { formatDecimal } from "../plan/decimal.ts";
import type { Target } from "../plan/plan.ts";
import type { Relation } from "../plan/quantity.ts";
import type { Day } from "../plan/time.ts";
import type { Measure, ResolvedTarget, StartPoint, TargetRole } from "./resolved-target.ts";
import { type Level, levelOf, type ValueAt } from "./target-level.ts";
import { firstDay, lastDay, type Terms } from "./terms.ts";

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
  return targets.map((target) => resolveTarget(target, terms, valueAt));
}

function resolveTarget(target: Target, terms: Terms, valueAt: ValueAt): ResolvedTarget {
  const role = roles[target.kind];
  const due = dueOf(target, terms);
  const level = levelOf(target, terms, due.dueOn, valueAt);
  const measure = measureOf(target, role, terms);
  const from =
    firstDay(target.from) ?? firstDay(target.over) ?? terms.planStart ?? dayAfter(terms.baseline?.on ?? null);
  return {
    target,
    role,
    measure,
    level: level.level,
    upper: level.upper,
    ...relationOf(target, level, terms),
    shown: shownOf(target, level),
    from,
    ...due,
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

function measureOf(target: Target, role: TargetRole, terms: Terms): Measure {
  if (terms.kind !== "flow" || (role !== "reach" && role !== "total")) return "value";
  if (target.kind === "compound") return "compound";
  if (role === "total" || target.from !== null || target.over !== null) return "sum";
  // The amount of 2025 as baseline is compared with the amount of as long a stretch, not with a sum from the plan's start.
  const { baseline } = terms;
  if (baseline === null || baseline.value.eq(0)) return "sum";
  return baseline.period !== null && baseline.period.end > baseline.period.start ? "window" : "value";
}

function startOf(measure: Measure, from: Day | null, terms: Terms): StartPoint | null {
  const fromZero =
    measure === "sum" ||
    measure === "compound" ||
    (terms.kind === "running-total" && terms.baseline === null);
  if (fromZero) return { value: new Big(0), on: from === null ? null : from - 1, span: null };
  return terms.baseline;
}

const reversed: Readonly<Record<Relation, Relation>> = {
  ">=": "<=",
  "<=": ">=",
  ">": "<",
  "<": ">",
  "=": "=",
};

/**
 * How the value must compare with the level. A stated relation of a fall describes its size (降低30%以上 is at most 70%
 * of the base), so it is turned round.
 */
function relationOf(
  target: Target,
  { level, upper, change }: Level,
  terms: Terms,
): { readonly relation: Relation; readonly relationUnknown: boolean } {
  const known = (relation: Relation) => ({ relation, relationUnknown: false });
  const stated = target.quantity?.value.relation ?? null;
  if (stated !== null) {
    const describesFall =
      change?.lt(0) === true && (!target.quantity?.value.signed || stated === ">=" || stated === ">");
    return known(describesFall && terms.direction !== "increase" ? reversed[stated] : stated);
  }
  if (upper !== null) return known("=");
  if (terms.direction === "increase") return known(">=");
  if (terms.direction === "decrease") return known("<=");
  if (change !== null) return known(change.lt(0) ? "<=" : ">=");
  if (terms.direction === "maintain") return known("=");
  if (terms.kind !== "level" || level === null) return known(">=");
  const baseline = terms.baseline?.value;
  if (baseline === undefined || target.kind === "hold") return { relation: "=", relationUnknown: true };
  return known(level.lt(baseline) ? "<=" : ">=");
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
