/**
 * Exact fractions: sums, products and quotients of decimals without loss, so that only the result of a formula is ever
 * rounded (30 significant digits, as all quotients).
 */
import Big from "big.js";
import { divide, isZero } from "../plan/decimal.ts";
import { expressionLimits } from "../plan/limits.ts";

/** `over` is never zero. */
export interface Fraction {
  readonly top: Big;
  readonly over: Big;
}

const one = new Big(1);

export function whole(value: Big): Fraction {
  return { top: value, over: one };
}

export function toDecimal({ top, over }: Fraction): Big {
  return over.eq(one) ? top : divide(top, over);
}

export function isNothing({ top }: Fraction): boolean {
  return isZero(top);
}

export function plus(a: Fraction, b: Fraction): Fraction {
  if (a.over.eq(b.over)) return { top: a.top.plus(b.top), over: a.over };
  return { top: a.top.times(b.over).plus(b.top.times(a.over)), over: a.over.times(b.over) };
}

export function negative({ top, over }: Fraction): Fraction {
  return { top: top.neg(), over };
}

export function times(a: Fraction, b: Fraction): Fraction {
  return { top: a.top.times(b.top), over: a.over.times(b.over) };
}

/** a ÷ b; b must not be nothing. */
export function over(a: Fraction, b: Fraction): Fraction {
  return { top: a.top.times(b.over), over: a.over.times(b.top) };
}

/** Below zero where a is less than b, above zero where it is more. */
export function compare(a: Fraction, b: Fraction): number {
  const sign = a.over.s * b.over.s;
  return a.top.times(b.over).cmp(b.top.times(a.over)) * sign;
}

/** Digits beyond which a fraction goes on as a quotient to 30 digits: a mean of a thousand shares has a thousand denominators. */
const longFraction = 60;

/** The fraction in a form that can be computed with further; null where its figures are beyond all measure. */
export function bounded(value: Fraction): Fraction | null {
  const { top, over: below } = value;
  const digits = Math.max(top.c.length, below.c.length, Math.abs(top.e), Math.abs(below.e));
  if (digits <= longFraction) return value;
  if (!below.eq(one)) return bounded(whole(divide(top, below)));
  return digits > expressionLimits.digits ? null : value;
}
