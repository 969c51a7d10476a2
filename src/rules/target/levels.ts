/**
 * Targets as levels: what value an indicator shall have on which day, in the indicator's own unit and exactly.
 * Shared by the rules of this family; not a rule. A target whose level cannot be told (no baseline, a unit that does
 * not convert) has none here, and the rule of that fault tells why.
 */
import type Big from "big.js";
import { relationOf } from "../../plan/compare.ts";
import type { Given } from "../../plan/given.ts";
import { isMultipleOfBase, isOwnLevel, isShareOfBase } from "../../plan/level-words.ts";
import type { Direction, Indicator, Plan, Target } from "../../plan/plan.ts";
import type { Quantity, Relation, Unit } from "../../plan/quantity.ts";
import type { Day } from "../../plan/time.ts";
import { convert } from "../../plan/units.ts";
import type { Span } from "../../text/source.ts";

/** A value with the bounds that it sets: `≥60` a floor, `≤24` a ceiling, `=` and ranges both. */
export interface Bounds {
  readonly floor: Big | null;
  readonly ceiling: Big | null;
  /** One exact value: it is a bound only on the side of the indicator's direction. */
  readonly exact: boolean;
}

/** The level that a `reach`, `hold` or `change` asks for. */
export interface Level extends Bounds {
  readonly target: Target;
  readonly quantity: Given<Quantity>;
  /** Stated value in the indicator's unit (lower end of a range). */
  readonly value: Big;
}

/** A baseline in the indicator's unit. */
export interface BaselineLevel {
  readonly value: Big;
  /** Last day of the baseline's date; null when it has none. */
  readonly on: Day | null;
  readonly span: Span;
  readonly quantity: Quantity;
  /** The statement speaks of a place or a group of its own. */
  readonly narrowed: boolean;
  /** Its source speaks of another place or a wider area. */
  readonly borrowed: boolean;
}

/** An indicator's figures, read once per plan. */
export interface Figures {
  readonly indicator: Indicator;
  /** The stated unit, else the unit of its first figure that has one. */
  readonly unit: Unit | null;
  /** The stated direction, else that from the baseline to the last target. */
  readonly direction: Direction | null;
  readonly baselines: readonly BaselineLevel[];
  readonly levels: readonly Level[];
}

/** Most figures of one indicator that are held against each other: the work grows with their square. */
export const mostFigures = 400;

const figuresOfPlan = new WeakMap<Plan, readonly Figures[]>();

/** The figures of all indicators of a plan, in plan order. */
export function figuresOf(plan: Plan): readonly Figures[] {
  const known = figuresOfPlan.get(plan);
  if (known !== undefined) return known;
  const elsewhere = new Set(
    plan.sources.flatMap(({ id, scope }) =>
      scope === null || scope.value === "this-plan" ? [] : [id.value],
    ),
  );
  const figures = plan.indicators.map((indicator) => readFigures(indicator, elsewhere));
  figuresOfPlan.set(plan, figures);
  return figures;
}

/** True for shares in percent or per mille: their changes are stated in points. */
export function isPercent(unit: Unit | null): boolean {
  return unit !== null && unit.dimension === "percent" && unit.key !== "倍";
}

/** True for percentage points. */
export function isPoints(unit: Unit | null): boolean {
  return unit !== null && unit.dimension === "points";
}

/** Last day of the target's date, as stated; null when it states none. */
export function statedDay(target: Target): Day | null {
  const when = target.by ?? target.over;
  if (when === null || when.origin === "assumed" || when.value.state !== "dated") return null;
  return when.value.period?.end ?? null;
}

/** True when the target has a date that leads to no day: it is neither dated nor without date. */
export function isUnresolved({ by, over }: Target): boolean {
  return (by ?? over)?.value.state === "unresolved";
}

/** True when a level is due on the day of another target; two without a stated date are both due at the plan's end. */
export function dueTogether(level: Target, other: Target): boolean {
  if (level.kind === "hold" || isUnresolved(level) || isUnresolved(other)) return false;
  return statedDay(level) === statedDay(other);
}

/** The bounds that a value sets under a relation; `upper` is the upper end of a range. */
export function boundsOf(value: Big, upper: Big | null, relation: Relation): Bounds {
  if (upper !== null) return { floor: value, ceiling: upper, exact: false };
  if (relation === "=") return { floor: value, ceiling: value, exact: true };
  const isFloor = relation === ">=" || relation === ">";
  return { floor: isFloor ? value : null, ceiling: isFloor ? null : value, exact: false };
}

function readFigures(indicator: Indicator, elsewhere: ReadonlySet<string>): Figures {
  const unit = indicator.unit?.value ?? firstUnit(indicator);
  const baselines = indicator.baseline.slice(0, mostFigures).flatMap((statement): BaselineLevel[] => {
    const { quantity, at } = statement.is.value;
    const value = convert(quantity.value, quantity.unit, unit);
    if (value === null) return [];
    const narrowed = statement.place !== null || statement.scope !== null;
    const borrowed = elsewhere.has((statement.source ?? indicator.source)?.value ?? "");
    return [
      { value, on: at?.value.period?.end ?? null, span: statement.is.span, quantity, narrowed, borrowed },
    ];
  });
  const base = baselines[0] ?? null;
  const direction = indicator.direction?.value ?? inferDirection(indicator, unit, base);
  const levels = indicator.targets.slice(0, mostFigures).flatMap((target): Level[] => {
    const level = levelOf(target, unit, base, direction);
    return level === null ? [] : [level];
  });
  return { indicator, unit, direction, baselines, levels };
}

function firstUnit(indicator: Indicator): Unit | null {
  for (const statement of indicator.baseline) {
    const { unit } = statement.is.value.quantity;
    if (unit !== null) return unit;
  }
  for (const { kind, quantity } of indicator.targets) {
    if ((kind === "reach" || kind === "hold") && quantity !== null && quantity.value.unit !== null) {
      return quantity.value.unit;
    }
  }
  return null;
}

function inferDirection(
  indicator: Indicator,
  unit: Unit | null,
  base: BaselineLevel | null,
): Direction | null {
  const last = indicator.targets.findLast((t) => t.kind === "reach");
  const quantity = last?.quantity?.value;
  if (quantity === undefined || quantity.upper !== null) return null;
  const value = convert(quantity.value, quantity.unit, unit);
  if (base !== null && value !== null && !value.eq(base.value)) {
    return value.gt(base.value) ? "increase" : "decrease";
  }
  if (quantity.relation === ">=" || quantity.relation === ">") return "increase";
  return quantity.relation === "<=" || quantity.relation === "<" ? "decrease" : null;
}

function levelOf(
  target: Target,
  unit: Unit | null,
  base: BaselineLevel | null,
  direction: Direction | null,
): Level | null {
  const { kind, quantity } = target;
  if (quantity === null) return null;
  const { value, upper, relation } = quantity.value;
  const direct = relation ?? relationOf(direction);
  const isShare =
    kind === "reach"
      ? isMultipleOfBase(quantity.value, unit)
      : kind === "change" && isShareOfBase(quantity.value, unit);
  if (isShare) {
    if (base === null || upper !== null) return null;
    const level = base.value
      .times(value)
      .times(quantity.value.unit?.factor ?? 1)
      .times("0.01");
    return { target, quantity, value: level, ...boundsOf(level, null, direct) };
  }
  if (kind === "reach" || kind === "hold" || (kind === "change" && isOwnLevel(quantity.value, unit))) {
    const level = convert(value, quantity.value.unit, unit);
    const top = upper === null ? null : convert(upper, quantity.value.unit, unit);
    if (level === null || (upper !== null && top === null)) return null;
    return { target, quantity, value: level, ...boundsOf(level, top, direct) };
  }
  if (kind !== "change" || base === null || upper !== null) return null;
  const step = changeInUnit(quantity.value, unit);
  if (step === null) return null;
  const level = base.value.plus(towards(step, quantity.value, direction));
  return { target, quantity, value: level, ...boundsOf(level, null, relationOf(direction)) };
}

/** An unsigned change of an indicator that is to fall is a fall. */
export function towards(change: Big, { signed }: Quantity, direction: Direction | null): Big {
  return !signed && direction === "decrease" ? change.neg() : change;
}

/** An absolute change in the indicator's unit: points count as the percent that they add. */
export function changeInUnit(quantity: Quantity, unit: Unit | null): Big | null {
  if (isPoints(quantity.unit)) {
    const inPercent = quantity.unit === null ? quantity.value : quantity.value.times(quantity.unit.factor);
    return unit === null || unit.key === "%" ? inPercent : null;
  }
  return isPercent(quantity.unit) ? null : convert(quantity.value, quantity.unit, unit);
}

/** True when a level of the direction's side is weaker than another: a lower floor, a higher ceiling. */
export function isWeaker(later: Bounds, earlier: Bounds, direction: Direction | null): boolean {
  const floors = !(later.exact || earlier.exact) || direction === "increase";
  if (floors && later.floor !== null && earlier.floor !== null && later.floor.lt(earlier.floor)) return true;
  const ceilings = !(later.exact || earlier.exact) || direction === "decrease";
  return ceilings && later.ceiling !== null && earlier.ceiling !== null && later.ceiling.gt(earlier.ceiling);
}

/** True when no value satisfies both. */
export function areDisjoint(a: Bounds, b: Bounds): boolean {
  return isAbove(a.floor, b.ceiling) || isAbove(b.floor, a.ceiling);
}

function isAbove(floor: Big | null, ceiling: Big | null): boolean {
  return floor !== null && ceiling !== null && floor.gt(ceiling);
}

/** True when two bounds of the same side, or the two sides together, cannot both be the plan's value. */
export function disagree(a: Bounds, b: Bounds): boolean {
  if (a.floor !== null && b.floor !== null && !a.floor.eq(b.floor)) return true;
  if (a.ceiling !== null && b.ceiling !== null && !a.ceiling.eq(b.ceiling)) return true;
  return areDisjoint(a, b);
}

/** True when both set the same bounds. */
export function sameBounds(a: Bounds, b: Bounds): boolean {
  return sameBound(a.floor, b.floor) && sameBound(a.ceiling, b.ceiling);
}

function sameBound(a: Big | null, b: Big | null): boolean {
  return a === null || b === null ? a === b : a.eq(b);
}
