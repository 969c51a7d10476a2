/**
 * How exactly a figure is stated, and whether a level agrees with what another statement leads to. Half of the last stated
 * digit is allowed on both sides: `5` may be 4.5 to 5.5. Shared by the rules of this family; not a rule.
 */
import Big from "big.js";
import type { Quantity, Relation, Unit } from "../../plan/quantity.ts";
import { convert } from "../../plan/units.ts";
import { isPoints, type Level } from "./levels.ts";

/** A level that follows from a change, with what rounding may hide, both in the indicator's unit. */
export interface Expected {
  readonly value: Big;
  readonly slack: Big;
  /** The relation that the change states; null when it states none. */
  readonly relation: Relation | null;
}

const decimals = /[.．](\d{1,30})/;

/** Half of the last stated digit, in the quantity's own unit. */
export function slack(quantity: Quantity): Big {
  const places = decimals.exec(quantity.text)?.[1]?.length ?? 0;
  return new Big(`5e-${places + 1}`);
}

/** A percent, per mille or multiple as a plain share; null for other units. */
export function shareOf({ value, unit }: Quantity): Big | null {
  return unit === null || unit.dimension !== "percent" ? null : value.times(unit.factor).times("0.01");
}

/**
 * True when the level cannot be what the change leads to. Where the change is itself a bound (`≥5pp`), a level on its
 * stricter side is no contradiction.
 */
export function contradicts(level: Level, expected: Expected, unit: Unit | null): boolean {
  const { quantity, value } = level;
  const half = slack(quantity.value);
  // A change of a percentage is stated in points, its level in percent.
  const own = isPoints(quantity.value.unit) ? half : convert(half, quantity.value.unit, unit);
  if (own === null || quantity.value.upper !== null || quantity.value.soft !== null) return false;
  return isApart(value, own, expected);
}

/** True when a value, give or take its own rounding, lies where the change cannot lead. */
export function isApart(value: Big, own: Big, expected: Expected): boolean {
  const difference = value.minus(expected.value);
  if (difference.abs().lte(expected.slack.plus(own))) return false;
  const { relation } = expected;
  if (relation === ">=" || relation === ">") return difference.lt(0);
  if (relation === "<=" || relation === "<") return difference.gt(0);
  return true;
}
