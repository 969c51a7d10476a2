/**
 * Literals of expressions: the quantities of the format (FORMAT.md section 3) as far as they are one plain value. The words
 * for units, shares and multiples are those of the quantity reader; bounds are written with comparison signs instead.
 */
import type Big from "big.js";
import { parseDecimal } from "../plan/decimal.ts";
import { parseQuantity } from "../plan/parse-quantity.ts";
import type { Unit } from "../plan/quantity.ts";
import { findUnit } from "../plan/units.ts";
import { type Fault, faultAt } from "./fault.ts";
import { nameEnd, type Scanner } from "./scanner.ts";
import { isDigit, isLetter, isUnitSign, operatorWords } from "./signs.ts";

export interface Literal {
  readonly end: number;
  readonly value: Big;
  readonly unit: Unit | null;
  readonly per: string | null;
}

const number = /(?:\d{1,3}(?:,\d{3})+(?![\d])|\d+)(?:\.\d+)?(?::\d+|[eE][+-]?\d{1,4}(?![A-Za-z\d_]))?/y;

/** Longest number, in digits and signs. */
const longestNumber = 400;

/** The literal at an offset; null where there is none. `wordEnd` is where the word that begins there ends. */
export function readLiteral(
  scanner: Scanner,
  at: number,
  wordEnd: number,
): Literal | { fault: Fault } | null {
  const { plain } = scanner;
  if (isDigit(plain.charCodeAt(at))) return readNumber(scanner, at, at);
  const isCurrency = wordEnd === at;
  if (isCurrency) return readNumber(scanner, at, at + 1);
  const word = plain.slice(at, wordEnd);
  if (!isSpelledShare(word)) return null;
  const reading = parseQuantity(word);
  return reading.ok ? toLiteral(scanner, at, wordEnd) : null;
}

/** 千分之三, 三分之一, 每万人3名. */
function isSpelledShare(word: string): boolean {
  return word.length < 40 && (word.includes("分之") || (word.startsWith("每") && /\d/.test(word)));
}

function readNumber(scanner: Scanner, at: number, from: number): Literal | { fault: Fault } {
  const { plain, open } = scanner;
  number.lastIndex = from;
  const digits = number.exec(plain)?.[0] ?? "";
  const behind = from + digits.length;
  if (digits.length > longestNumber)
    return { fault: faultAt("syntax", "literal", { start: at, end: behind }) };
  if (digits.includes(",") && open.at(-1) === true) {
    const [first = "", ...others] = digits.split(",");
    return {
      fault: faultAt(
        "syntax",
        "comma",
        { start: at, end: behind },
        {
          text: digits,
          suggestion: `${first}, ${others.join(", ")}`,
        },
      ),
    };
  }
  const end = unitEnd(scanner, behind);
  return toLiteral(scanner, at, end, { digits, unitFrom: behind });
}

/** Where the unit behind a number ends; the number's own end where there is none. */
function unitEnd(scanner: Scanner, from: number): number {
  const { plain } = scanner;
  let end = wordEnd(scanner, from);
  if (end === from) {
    let next = from;
    while (plain[next] === " " && next - from < 3) next++;
    end = next === from ? from : spacedUnitEnd(scanner, next, from);
  }
  return end === from ? from : denominatorEnd(scanner, end);
}

/** Letters and signs of a unit right behind a number, up to a word that joins conditions. */
function wordEnd({ plain }: Scanner, from: number): number {
  let end = from;
  while (isLetter(plain.charCodeAt(end)) || isUnitSign(plain[end] ?? "")) {
    if (end > from && /[且或]/.test(plain[end] ?? "")) break;
    if (end === from && /^(?:且|或|并且)/.test(plain.slice(end, end + 2))) break;
    end++;
  }
  return end;
}

const mostWords = 3;

/** The unit behind a space: the longest known one of up to three words, else one word that is no operator. */
function spacedUnitEnd(scanner: Scanner, start: number, none: number): number {
  const { plain } = scanner;
  const ends: number[] = [];
  for (let at = start; ends.length < mostWords; ) {
    const end = Math.max(wordEnd(scanner, at), nameEnd(scanner, at));
    const isCountedOver = ends.length === 0 && scanner.afterPer && scanner.isName(plain.slice(at, end));
    if (isCountedOver) return none;
    if (end === at || operatorWords.has(plain.slice(at, end).toLowerCase()) || isCall(plain, end)) break;
    ends.push(end);
    if (plain[end] !== " ") break;
    at = end + 1;
  }
  const known = ends.findLast((end) => isKnownUnit(plain.slice(start, end)));
  return known ?? ends[0] ?? none;
}

function isCall(plain: string, end: number): boolean {
  return plain[end] === "(";
}

function isKnownUnit(spelling: string): boolean {
  return !findUnit(spelling).dimension.startsWith("text:");
}

/** `元/人`, `元/人·年`: a slash or dot without spaces belongs to the unit where a known unit stands behind it. */
function denominatorEnd(scanner: Scanner, from: number): number {
  const { plain } = scanner;
  let end = from;
  while (plain[end] === "/" || plain[end] === "·") {
    const next = wordEnd(scanner, end + 1);
    const word = plain.slice(end + 1, next);
    if (next === end + 1 || scanner.isName(word) || !isKnownUnit(word)) break;
    end = next;
  }
  return end;
}

function toLiteral(
  { text, plain }: Scanner,
  start: number,
  end: number,
  parts: { readonly digits: string; readonly unitFrom: number } | null = null,
): Literal | { fault: Fault } {
  const written = text.slice(start, end);
  const reading = parseQuantity(written);
  if (reading.ok) {
    const { relation, value, upper, unit, soft, signed, at, per } = reading.quantity;
    const isPlain = relation === null && upper === null && soft === null && !signed && at === null;
    if (isPlain) return { end, value, unit, per };
    return { fault: faultAt("syntax", "bound-literal", { start, end }, { text: written }) };
  }
  // A word that is no unit of the format counts what it says: 1000 served-population.
  const value = parts === null ? null : parseDecimal(parts.digits);
  const word = parts === null ? "" : plain.slice(parts.unitFrom, end).trim();
  if (value !== null && /^[^\d%‰‱°¥€$£]{1,60}$/.test(word))
    return { end, value, unit: findUnit(word), per: null };
  return { fault: faultAt("syntax", "literal", { start, end }, { text: written }) };
}
