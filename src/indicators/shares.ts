/** Percent and the like as plain shares: where the engine multiplies by a unit instead of converting to another. */
import Big from "big.js";
import { divide, hundredthOf } from "../plan/decimal.ts";
import type { Quantity, Unit } from "../plan/quantity.ts";

const hundredth = new Big("0.01");

/** True for percent, permille and multiples. */
export function isPercent(unit: Unit | null): boolean {
  return unit?.dimension === "percent";
}

/** True for percentage points and their parts. */
export function isPoints(unit: Unit | null): boolean {
  return unit?.dimension === "points";
}

/** What one of the unit is as a plain number: 1 % is 0.01, 1 per 10,000 is 0.0001; 1 for units that are no share (万元). */
export function shareOfOne(unit: Unit | null): Big {
  if (unit === null) return new Big(1);
  if (isPercent(unit)) return unit.factor.times(hundredth);
  return unit.dimension === "ratio" ? unit.factor : new Big(1);
}

/** A percent, a permille or a multiple as a plain share; null for any other unit. */
export function plainShare(quantity: Quantity): Big | null {
  const { value, unit } = quantity;
  if (unit === null || !isPercent(unit)) return null;
  return hundredthOf(unit.key === "%" ? value : value.times(unit.factor));
}

/** A share given by its parts, in the unit: 30 of 40 is 75 %. Null when a part is missing or the whole is nothing. */
export function quotientInUnit(
  numerator: Big | null,
  denominator: Big | null,
  unit: Unit | null,
): Big | null {
  if (numerator === null || denominator === null || denominator.eq(0)) return null;
  return divide(numerator, denominator.times(shareOfOne(unit)));
}
