/** Figures shortened for a table, never so that they say what is not so. */
import Big from "big.js";
import { isZero } from "../plan/decimal.ts";

const one = new Big(1);
const hundred = new Big(100);

/**
 * At most two decimals unless others are asked for, half to even; a value that is not zero keeps digits until it does not
 * print as zero. `least`: zeros are printed up to these decimals.
 */
export function shortDecimal(value: Big, decimals = 2, least = 0): string {
  for (let places = decimals; places <= 20; places++) {
    const rounded = value.round(places, Big.roundHalfEven);
    if (isZero(rounded) && !isZero(value)) continue;
    return rounded.toFixed(Math.max(least, rounded.c.length - 1 - rounded.e, 0));
  }
  return value.toFixed();
}

/** A share as percent with one decimal; below the whole it never prints as 100%. */
export function shortPercent(share: Big): string {
  const percent = share.times(hundred);
  for (let places = 1; places <= 20; places++) {
    const rounded = percent.round(places, Big.roundHalfEven);
    if (!rounded.eq(hundred) || share.eq(one)) return `${rounded.toFixed()}%`;
  }
  return `${percent.toFixed()}%`;
}
