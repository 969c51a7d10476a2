/**
 * Powers of decimals with decimal exponents, to 30 significant digits (ENGINE.md section 2): growth over a part of a year.
 * Whole exponents are exact; others go through logarithms in integers scaled by 10^60.
 */
import Big from "big.js";
import { divide } from "../plan/decimal.ts";

/** Largest whole exponent that is multiplied out exactly. */
const largestWholeExponent = 100;

const places = 60;
const one = 10n ** BigInt(places);
/** ln 10, scaled. */
const ln10 = 2302585092994045684017991454684364207601101488628772976033327n;

/**
 * base ^ exponent. Null where it has no real value or no sensible size: base below zero with a broken exponent, zero
 * with a negative one, a result beyond 10^±300.
 */
export function power(base: Big, exponent: Big): Big | null {
  const whole = Number(exponent.toString());
  if (Number.isInteger(whole) && Math.abs(whole) <= largestWholeExponent) {
    if (whole >= 0) return base.pow(whole);
    return base.eq(0) ? null : divide(new Big(1), base.pow(-whole));
  }
  if (base.lt(0)) return null;
  if (base.eq(0)) return exponent.gt(0) ? new Big(0) : null;
  return exponential((scaledLn(base) * scaled(exponent)) / one);
}

/**
 * The root of a base that is not below zero: base ^ (1 ÷ degree) without rounding 1 ÷ degree first, so that the 15th root of
 * an exact power ends where it should. Null for a base below zero, a degree that is not above zero, a result beyond 10^±300.
 */
export function root(base: Big, degree: Big): Big | null {
  if (base.lt(0) || degree.lte(0)) return null;
  if (base.eq(0) || degree.eq(1)) return base;
  return exponential((scaledLn(base) * one) / scaled(degree));
}

/** e^x of a scaled x to 30 significant digits; null beyond 10^±300. */
function exponential(x: bigint): Big | null {
  const tens = x / ln10;
  if (tens > 300n || tens < -300n) return null;
  const rest = new Big(`${scaledExp(x - tens * ln10)}e${-places + Number(tens)}`);
  return divide(rest, new Big(1));
}

function scaled(value: Big): bigint {
  return BigInt(value.times(new Big(`1e${places}`)).toFixed(0));
}

/** ln of a positive decimal, scaled: mantissa and power of ten apart, so that size costs no digits. */
function scaledLn(value: Big): bigint {
  const mantissa = scaled(value.times(new Big(`1e${-value.e}`)));
  return lnOfMantissa(mantissa) + BigInt(value.e) * ln10;
}

/** ln x = 2^k · 2 · artanh((r − 1) ÷ (r + 1)) with r the 2^k-th root of x, near enough to 1 for a short series. */
function lnOfMantissa(x: bigint): bigint {
  let root = x;
  const halvings = 6;
  for (let i = 0; i < halvings; i++) root = integerRoot(root * one);
  const ratio = ((root - one) * one) / (root + one);
  const square = (ratio * ratio) / one;
  let term = ratio;
  let sum = 0n;
  for (let odd = 1n; term !== 0n; odd += 2n) {
    sum += term / odd;
    term = (term * square) / one;
  }
  return sum * 2n * 2n ** BigInt(halvings);
}

/** e^x for |x| below ln 10: the series for x ÷ 2^k, which is short, squared k times. */
function scaledExp(x: bigint): bigint {
  const halvings = 8n;
  const small = x >> halvings;
  let term = one;
  let sum = 0n;
  for (let n = 1n; term !== 0n; n += 1n) {
    sum += term;
    term = (term * small) / one / n;
  }
  for (let i = 0n; i < halvings; i += 1n) sum = (sum * sum) / one;
  return sum;
}

/** Largest integer whose square is not above n (Newton, from just above the root in floating point); n below 10^300. */
function integerRoot(n: bigint): bigint {
  let guess = BigInt(Math.ceil(Math.sqrt(Number(n)) * (1 + 1e-14)));
  for (;;) {
    const next = (guess + n / guess) >> 1n;
    if (next >= guess) return guess;
    guess = next;
  }
}
