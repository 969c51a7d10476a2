/** Whether a target asks for less than it did: its figure, its words, its firmness. Exact; units are converted. */
import type Big from "big.js";
import { relationOf, reversedRelation } from "../plan/compare.ts";
import type { Force } from "../plan/given.ts";
import { measuredUnit } from "../plan/measured-unit.ts";
import type { Direction, Indicator, Target } from "../plan/plan.ts";
import type { Quantity, Unit } from "../plan/quantity.ts";
import { convert } from "../plan/units.ts";
import { compareIntervals, type Interval, intervalOf, type Strength } from "./interval.ts";

/** A target with the indicator that it is of. */
export interface Owned {
  readonly target: Target;
  readonly indicator: Indicator;
}

/** Kinds whose figure is a level; the figure of the others is a change. */
const levelKinds: ReadonlySet<Target["kind"]> = new Set(["reach", "hold", "total"]);

/** How what a target asks for compares with what it asked for; dates are not looked at. */
export function compareTargets(before: Owned, after: Owned): Strength {
  if (before.target.kind !== after.target.kind) return compareKinds(before.target, after.target);
  const asked = compareAsked(before, after);
  if (asked !== "same") return asked;
  if (!sameBase(before.target, after.target)) return "unclear";
  return compareFirmness(before.target, after.target);
}

/** A direction without a figure asks for less than any figure; other kinds ask for different things. */
function compareKinds(before: Target, after: Target): Strength {
  if (after.kind === "trend" && before.quantity !== null) return "weaker";
  if (before.kind === "trend" && after.quantity !== null) return "stronger";
  return "unclear";
}

function compareAsked(before: Owned, after: Owned): Strength {
  const [a, b] = [before.target, after.target];
  if (a.quantity !== null && b.quantity !== null) return compareFigures(before, after);
  if (a.versus !== null && b.versus !== null) return compareVersus(a.versus, b.versus);
  if (a.grade !== null && b.grade !== null) return compareGrades(a.grade, b.grade);
  if (a.trend !== null && b.trend !== null) return a.trend.value === b.trend.value ? "same" : "unclear";
  return a.quantity === null && b.quantity === null ? "same" : "unclear";
}

function compareFigures(before: Owned, after: Owned): Strength {
  const [a, b] = [before.target.quantity?.value, after.target.quantity?.value];
  if (a === undefined || b === undefined || a.per !== b.per || a.level !== b.level) return "unclear";
  const [from, to] = [unitOf(a, before), unitOf(b, after)];
  const value = convert(b.value, to, from);
  const upper = b.upper === null ? null : convert(b.upper, to, from);
  if (value === null || (b.upper !== null && upper === null)) return "unclear";
  const direction = directionOf(before, a);
  const own = after.indicator.direction?.value ?? direction;
  return compareIntervals(
    allowed(before.target, a, direction),
    allowed(after.target, { ...b, value, upper }, own),
    direction,
  );
}

/** A bare level is in the indicator's unit; a bare change goes with any. */
function unitOf(quantity: Quantity, { target, indicator }: Owned): Unit | null {
  if (quantity.unit !== null) return quantity.unit;
  return levelKinds.has(target.kind) ? measuredUnit(indicator) : null;
}

/** Stated, else the way that leads from the baseline to the target. */
function directionOf({ target, indicator }: Owned, quantity: Quantity): Direction | null {
  if (indicator.direction !== null) return indicator.direction.value;
  if (!levelKinds.has(target.kind)) return quantity.value.lt(0) ? "decrease" : "increase";
  const base = indicator.baseline[0]?.is.value.quantity;
  const unit = measuredUnit(indicator);
  const level = base === undefined ? null : convert(base.value, base.unit ?? unit, quantity.unit ?? unit);
  if (level === null || quantity.value.eq(level)) return null;
  return quantity.value.gt(level) ? "increase" : "decrease";
}

function allowed(target: Target, quantity: Quantity, direction: Direction | null): Interval {
  const { relation, value, upper } = quantity;
  if (levelKinds.has(target.kind) || quantity.level)
    return intervalOf(relation ?? relationOf(direction), value, upper);
  return allowedChange(quantity, direction);
}

/**
 * Changes with their sign: a bare 30% of what is to fall is −30%, and a fall of at least 30% is a change of at most −30%, as the
 * engine reads it.
 */
function allowedChange({ relation, value, upper, signed }: Quantity, direction: Direction | null): Interval {
  const turned = !signed && direction === "decrease";
  const change: Big = turned ? value.times(-1) : value;
  const high = upper === null ? null : turned ? upper.times(-1) : upper;
  if (high !== null) {
    const [low, top] = high.lt(change) ? [high, change] : [change, high];
    return intervalOf("=", low, top);
  }
  if (relation === null) {
    if (direction === "increase" || direction === "decrease")
      return intervalOf(relationOf(direction), change, null);
    return intervalOf(change.lt(0) ? "<=" : ">=", change, null);
  }
  const ofSize = change.lt(0) && (!signed || relation === ">=" || relation === ">");
  return intervalOf(ofSize && direction !== "increase" ? reversedRelation[relation] : relation, change, null);
}

function compareVersus(
  before: NonNullable<Target["versus"]>,
  after: NonNullable<Target["versus"]>,
): Strength {
  if (before.indicator.value !== after.indicator.value) return "unclear";
  const [a, b] = [before.margin?.value, after.margin?.value];
  if (a === undefined || b === undefined)
    return a === b && before.relation === after.relation ? "same" : "unclear";
  const value = convert(b.value, b.unit, a.unit);
  if (value === null) return "unclear";
  return compareIntervals(
    intervalOf(before.relation, a.value, null),
    intervalOf(after.relation, value, null),
    null,
  );
}

function compareGrades(before: NonNullable<Target["grade"]>, after: NonNullable<Target["grade"]>): Strength {
  if (before.levels.join("\n") !== after.levels.join("\n")) return "unclear";
  if (before.wanted.value === after.wanted.value) return "same";
  const [a, b] = [before.levels.indexOf(before.wanted.value), after.levels.indexOf(after.wanted.value)];
  if (a < 0 || b < 0) return "unclear";
  return b < a ? "weaker" : "stronger";
}

/** What a relative change is counted from, and the period in which a bound is judged. */
function sameBase(before: Target, after: Target): boolean {
  const base = ({ base, every }: Target): string =>
    [
      base?.at?.value.text ?? "",
      base?.quantity?.value.value.toFixed() ?? "",
      base?.quantity?.value.unit?.key ?? "",
      every?.value ?? "",
    ].join("|");
  return base(before) === base(after);
}

/** A target without a word of force is as firm as a plain one. */
const firmness: Readonly<Record<Force, number>> = {
  ensure: 0,
  require: 0,
  strive: 1,
  expected: 2,
  recommend: 3,
};

function compareFirmness(before: Target, after: Target): Strength {
  const [a, b] = [softness(before), softness(after)];
  if (a === b) return "same";
  return b > a ? "weaker" : "stronger";
}

function softness({ quantity, force }: Target): number {
  const soft = quantity?.value.soft === null || quantity === null ? 0 : 1;
  return (force === null ? 0 : firmness[force]) * 2 + soft;
}
