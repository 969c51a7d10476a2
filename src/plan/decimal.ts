/**
 * Exact decimals: reading, division, printing. Sums and products of `Big` are exact; quotients are the one place where
 * digits are lost, so all of the project divides here. Nothing here depends on big.js's settings, which anyone may change.
 */
import Big from "big.js";
import { toHalfWidth } from "./half-width.ts";

/** Significant digits of a quotient. */
const quotientDigits = 30;

/** Decimal places of a printed decimal. */
const printedPlaces = 20;

/** Longest text read as a number, in UTF-16 units. */
const longestNumber = 400;

/** Largest power of ten that an exponent may state, either way: `1e999999999` must not exhaust memory. */
export const largestExponent = 100;

const plainNumber = /^[+-]?(?:\d+(?:\.\d+)?|\.\d+)(?:[eE]([+-]?\d{1,4}))?$/;
const groupedNumber = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;
const halfEven = 2;
const zero = new Big(0);

/**
 * The decimal that a text states, or null when it states none: digits with an optional sign and fraction, thousands
 * separated in threes (`1,000`), an exponent within ±100. Full-width digits, signs and separators are read; spaces
 * around are ignored. Units, percent signs and decimal commas are not numbers.
 */
export function parseDecimal(text: string): Big | null {
  if (text.length > longestNumber) return null;
  const plain = toHalfWidth(text).trim();
  const match = plainNumber.exec(plain);
  if (match !== null) {
    if (match[1] !== undefined && Math.abs(Number(match[1])) > largestExponent) return null;
    return bigOf(plain);
  }
  return groupedNumber.test(plain) ? bigOf(plain.replaceAll(",", "")) : null;
}

/** big.js refuses a leading plus. */
function bigOf(digits: string): Big {
  return new Big(digits.startsWith("+") ? digits.slice(1) : digits);
}

/** Digits up to which a division can be done in whole numbers: ten times a remainder stays below 2⁵³. */
const shortDigits = 14;

/**
 * a ÷ b to 30 significant digits, half-even; exact when the quotient ends within them.
 * Throws when b is zero: callers decide beforehand what a missing denominator means.
 */
export function divide(a: Big, b: Big): Big {
  if (isZero(b)) throw new Error("division by zero");
  if (isZero(a)) return new Big(0);
  const isShort = a.c.length <= shortDigits && b.c.length <= shortDigits;
  return isShort ? divideShort(a, b) : divideLong(a, b);
}

/** True for zero; `value.eq(0)` would make a new decimal first. */
export function isZero(value: Big): boolean {
  return value.c[0] === 0;
}

/** Division digit by digit: figures of plans are short, and this is ten times as fast as big integers. */
function divideShort(a: Big, b: Big): Big {
  const divisor = wholeOf(b.c);
  let remainder = wholeOf(a.c);
  // Digits of the quotient from the first one that is not zero; `exponent` is the power of ten of that one.
  const digits: number[] = [];
  let exponent = a.e - (a.c.length - 1) - (b.e - (b.c.length - 1));
  const integer = (remainder - (remainder % divisor)) / divisor;
  if (integer > 0) {
    for (const digit of String(integer)) digits.push(Number(digit));
    exponent += digits.length - 1;
  }
  remainder %= divisor;
  while (remainder > 0 && digits.length < quotientDigits) {
    remainder *= 10;
    const digit = (remainder - (remainder % divisor)) / divisor;
    remainder %= divisor;
    if (digits.length === 0) exponent -= 1;
    if (digits.length > 0 || digit > 0) digits.push(digit);
  }
  const last = digits[digits.length - 1] ?? 0;
  const isUp = remainder * 2 > divisor || (remainder * 2 === divisor && last % 2 === 1);
  return isUp
    ? bigOfDigits(a.s * b.s, ...roundedUp(digits, exponent))
    : bigOfDigits(a.s * b.s, digits, exponent);
}

/** The digits as one whole number. */
function wholeOf(digits: readonly number[]): number {
  let whole = 0;
  for (const digit of digits) whole = whole * 10 + digit;
  return whole;
}

/** One more in the last place, which may carry up to a new first digit. */
function roundedUp(digits: number[], exponent: number): [digits: number[], exponent: number] {
  let at = digits.length - 1;
  while (digits[at] === 9) digits[at--] = 0;
  if (at < 0) return [[1], exponent + 1];
  digits[at] = (digits[at] ?? 0) + 1;
  return [digits, exponent];
}

/** The decimal d.ddd × 10ᵉ, without going through text. */
function bigOfDigits(sign: number, digits: number[], exponent: number): Big {
  while (digits[digits.length - 1] === 0) digits.pop();
  const value = new Big(zero); // a copy; made from a number, it would go through text
  value.s = sign;
  value.e = exponent;
  value.c = digits;
  return value;
}

/** A hundredth, exact: the point is moved, where a product would work all digits out. */
export function hundredthOf(value: Big): Big {
  const share = new Big(value);
  if (!isZero(share)) share.e -= 2;
  return share;
}

/** The sum of decimals, exact; 0 for none. Short ones are added as whole numbers, which is several times as fast. */
export function sumOf(values: readonly Big[]): Big {
  return sumOfShort(values) ?? values.reduce((sum, value) => sum.plus(value), new Big(0));
}

/** Digits of whole numbers that a double holds. */
const exactDigits = 15;

/** Null where a value or a sum on the way has more digits than a double holds. */
function sumOfShort(values: readonly Big[]): Big | null {
  let places = 0;
  let longest = 0;
  let sum = 0;
  for (const { s, c, e } of values) {
    const own = c.length - 1 - e;
    const more = Math.max(own - places, 0);
    places += more;
    longest = Math.max(longest, e + 1);
    if (places + longest > exactDigits) return null;
    sum = sum * tenTo(more) + s * wholeOf(c) * tenTo(places - own);
    if (Math.abs(sum) > Number.MAX_SAFE_INTEGER) return null;
  }
  return new Big(places === 0 ? sum : `${sum}e-${places}`);
}

/** Less than 0, 0 or more as a is below, at or above b: what `a.cmp(b)` gives, which makes a new decimal each time. */
export function compareDecimals(a: Big, b: Big): number {
  const [zeroA, zeroB] = [isZero(a), isZero(b)];
  if (zeroA || zeroB) return (zeroA ? 0 : a.s) - (zeroB ? 0 : b.s);
  if (a.s !== b.s) return a.s;
  if (a.e !== b.e) return a.e > b.e ? a.s : -a.s;
  const shared = Math.min(a.c.length, b.c.length);
  for (let i = 0; i < shared; i++) {
    const difference = (a.c[i] ?? 0) - (b.c[i] ?? 0);
    if (difference !== 0) return difference * a.s;
  }
  return (a.c.length - b.c.length) * a.s;
}

/** big.js copies the other number at each comparison, and those of one plan are compared thousands of times. */
const compareText = Big.prototype.cmp;
Big.prototype.cmp = function (this: Big, other: Big | number | string | bigint) {
  if (!(other instanceof Big)) return compareText.call(this, other);
  const order = compareDecimals(this, other);
  return order === 0 ? 0 : order < 0 ? -1 : 1;
};

/** Powers of ten up to which a double holds them exactly. */
const exactPower = 22;
const powersOfTen = Array.from({ length: exactPower + 1 }, (_, power) => Number(`1e${power}`));

/** A power of ten that a double holds exactly, 0 to 22: read, not computed, since it is asked for a million times. */
function tenTo(power: number): number {
  return powersOfTen[power] ?? Number.NaN;
}

/** The nearest double, for estimates: what `toNumber` gives, without going through text where the decimal is short. */
export function toDouble(value: Big): number {
  const { s, c, e } = value;
  const power = e - (c.length - 1);
  if (c.length > exactDigits || Math.abs(power) > exactPower) return Number(value.toString());
  // Both are exact, so that one multiplication or division rounds once.
  return power < 0 ? (s * wholeOf(c)) / tenTo(-power) : s * wholeOf(c) * tenTo(power);
}

/** True where a ÷ b lies surely below a number, of positive decimals; false where it does not, or only an exact quotient tells. */
export function isSurelyBelow(a: Big, b: Big, quotient: number): boolean {
  return toDouble(a) < toDouble(b) * quotient * almostOne;
}

/** Leaves room for the rounding of doubles. */
const almostOne = 1 - 1e-9;

function divideLong(a: Big, b: Big): Big {
  const dividend = BigInt(a.c.join(""));
  const divisor = BigInt(b.c.join(""));
  // Scale so that the integer quotient has exactly 30 digits: one place more when the first try has 29.
  let places = quotientDigits - 1 - (a.c.length - b.c.length);
  let scaled = quotientAt(dividend, divisor, places);
  if (scaled.quotient < leastFull) {
    places += 1;
    scaled = quotientAt(dividend, divisor, places);
  }
  const exponent = a.e - (a.c.length - 1) - (b.e - (b.c.length - 1)) - places;
  const text = String(roundedHalfEven(scaled));
  const digits: number[] = [];
  for (let i = 0; i < text.length; i++) digits.push(text.charCodeAt(i) - 48);
  return bigOfDigits(a.s * b.s, digits, exponent + digits.length - 1);
}

interface Scaled {
  readonly quotient: bigint;
  readonly remainder: bigint;
  readonly divisor: bigint;
}

/** The least whole number of 30 digits. */
const leastFull = 10n ** BigInt(quotientDigits - 1);

function quotientAt(dividend: bigint, divisor: bigint, places: number): Scaled {
  const top = places >= 0 ? dividend * 10n ** BigInt(places) : dividend;
  const bottom = places >= 0 ? divisor : divisor * 10n ** BigInt(-places);
  const quotient = top / bottom;
  return { quotient, remainder: top - quotient * bottom, divisor: bottom };
}

function roundedHalfEven({ quotient, remainder, divisor }: Scaled): bigint {
  const twice = remainder * 2n;
  if (twice < divisor || (twice === divisor && quotient % 2n === 0n)) return quotient;
  return quotient + 1n;
}

/**
 * A decimal as printed everywhere: exact when it ends within 20 decimal places, else 20 places half-even; no exponent,
 * no trailing zeros, never `-0`.
 */
export function formatDecimal(value: Big): string {
  const shown = value.c.length - 1 - value.e > printedPlaces ? value.round(printedPlaces, halfEven) : value;
  return isZero(shown) ? "0" : shown.toFixed();
}
