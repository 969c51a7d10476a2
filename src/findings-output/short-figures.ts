/** Figures shortened for a table, never so that they say what is not so. */
import Big from "big.js";
import { isZero } from "../plan/decimal.ts";

const one = new Big(1);
const hundred = new Big(100);

/** At most two decimals, half to even; a value that is not zero keeps digits until it does not print as zero. */
export function shortDecimal(value: Big): string {
  for (let places = 2; places <= 20; places++) {
    const rounded = value.round(places, Big.roundHalfEven);
    if (!isZero(rounded) || isZero(value)) return rounded.toFixed();
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
