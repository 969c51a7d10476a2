/** What a figure after a word such as 增至 or 降到 is a level of (FORMAT.md section 3: 增至1.2倍 is ×1.2, 增长1.2倍 is ×2.2). */
import Big from "big.js";
import type { Quantity, Unit } from "./quantity.ts";

/**
 * True when the figure is a share of the level before: 增至1.2倍 of 100家 is 120家. A percent of an indicator in percent
 * is a level of its own (提高到85%), a multiple never is.
 */
export function isShareOfBase({ level, unit: own }: Quantity, unit: Unit | null): boolean {
  if (!level || own === null || own.dimension !== "percent") return false;
  return unit?.dimension !== "percent" || (own.key === "倍" && unit.key !== "倍");
}

/** True when a level to reach is given as a multiple of the baseline: 增至1.2倍 where the indicator counts 家. */
export function isMultipleOfBase(quantity: Quantity, unit: Unit | null): boolean {
  return quantity.unit?.key === "倍" && isShareOfBase(quantity, unit);
}

/** True when a change is worded as a level in the indicator's own unit: 提高到150, 提高到85%. */
export function isOwnLevel(quantity: Quantity, unit: Unit | null): boolean {
  return quantity.level && !isShareOfBase(quantity, unit);
}

/** The share as the change that leads to it: 降至80% is -20%; any other quantity as it is. */
export function asChange(quantity: Quantity, unit: Unit | null): Quantity {
  if (!isShareOfBase(quantity, unit)) return quantity;
  const whole = new Big(100).div(quantity.unit?.factor ?? 1);
  const upper = quantity.upper?.minus(whole) ?? null;
  return { ...quantity, value: quantity.value.minus(whole), upper, signed: true };
}
