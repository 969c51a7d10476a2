/** The figure of a quantity: digits or Chinese numerals, fractions, signs. Positions are offsets of the plain text. */
import Big from "big.js";
import { chineseInteger, numeralClass, parseChineseNumber } from "./chinese-number.ts";
import { divide, largestExponent, parseDecimal } from "./decimal.ts";

/** A figure that was read. `share` is the unit that the form itself states (百分之, 分之): `%`, `‰`, `‱`. */
export interface ReadNumber {
  readonly ok: true;
  readonly value: Big;
  readonly share: string | null;
  /** An explicit `+`, `-` or 负 stands before it. */
  readonly signed: boolean;
  /** Offset behind the figure. */
  readonly next: number;
}

export interface NumberFault {
  readonly ok: false;
  readonly code: "no-number" | "decimal-comma" | "grouping" | "exponent" | "zero-denominator";
  readonly start: number;
  readonly end: number;
  readonly hint: string | null;
}

const latin =
  /(?:\d{1,3}(?: \d{3})+(?![\d,])(?:\.\d+)?|\d+(?:,\d+)*(?:\.\d+(?:,\d+)*)?|\.\d+)(?:e[+-]?\d+(?![a-z]))?/y;
const mixed = /(\d{1,8})亿(\d{1,4})万|(\d{1,8})万(\d{3,4})(?!\d)/y;
const numerals = new RegExp(`[${numeralClass}]+(?:点[零〇一二三四五六七八九]+)?`, "y");
const fraction = new RegExp(`(\\d{1,6}|[${numeralClass}]{1,12})分之`, "y");
const half = /半(?=个?小时|天|个月|日|分钟|年(?!度))/y;
/** 一半 is a share in words, 一半小时 is none. */
const oneHalf = /一半/y;
const sign = /([+-]|负)?\s*/y;
const bareDigits = /^[零〇一二三四五六七八九两]{2,}$/;

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** Whether a figure may begin at an offset. */
export function numberMayStart(plain: string, at: number): boolean {
  return /[\d.+\-负半]/.test(plain.charAt(at)) || numeralClass.includes(plain.charAt(at));
}

/** Reads the figure at `start` of lower-case half-width text; `no-number` when there is none. */
export function readNumber(plain: string, start: number): ReadNumber | NumberFault {
  const signs = matchAt(sign, plain, start);
  const at = start + (signs?.[0].length ?? 0);
  const negative = signs?.[1] === "-" || signs?.[1] === "负";
  const read = readUnsigned(plain, at);
  if (!read.ok) return read;
  return { ...read, value: negative ? read.value.neg() : read.value, signed: signs?.[1] !== undefined };
}

function readUnsigned(plain: string, at: number): ReadNumber | NumberFault {
  const over = matchAt(fraction, plain, at);
  if (over !== null) return readFraction(plain, at, over);
  const parts = matchAt(mixed, plain, at);
  if (parts !== null) {
    const [high, low, scale] =
      parts[1] === undefined ? [parts[3], parts[4], 1] : [parts[1], parts[2], 10_000];
    return readAs(
      new Big(high ?? 0)
        .times(10_000)
        .times(scale)
        .plus(new Big(low ?? 0).times(scale)),
      mixed.lastIndex,
    );
  }
  const digits = matchAt(latin, plain, at);
  if (digits !== null) return readDigits(digits[0], at);
  if (matchAt(half, plain, at) !== null) return readAs(new Big("0.5"), at + 1);
  const words = matchAt(oneHalf, plain, at) === null ? matchAt(numerals, plain, at) : null;
  const value = words === null || bareDigits.test(words[0]) ? null : parseChineseNumber(words[0]);
  if (words === null || value === null)
    return { ok: false, code: "no-number", start: at, end: at, hint: null };
  return readAs(value, at + words[0].length);
}

function readAs(value: Big, next: number, share: string | null = null): ReadNumber {
  return { ok: true, value, share, signed: false, next };
}

function readDigits(written: string, at: number): ReadNumber | NumberFault {
  const end = at + written.length;
  const value = parseDecimal(written.replaceAll(" ", ""));
  if (value !== null) return readAs(value, end);
  if (written.includes("e")) return { ok: false, code: "exponent", start: at, end, hint: null };
  return { ok: false, ...commaFault(written), start: at, end };
}

/** One comma before other than three digits is a decimal comma; several commas are broken groups. */
function commaFault(written: string): { code: "decimal-comma" | "grouping"; hint: string | null } {
  if (/^\d+,\d+$/.test(written) && !/,\d{3,}$/.test(written)) {
    return { code: "decimal-comma", hint: written.replace(",", ".") };
  }
  if (/^\d{1,3}(?:\.\d{3})+,\d+$/.test(written)) {
    return { code: "decimal-comma", hint: written.replaceAll(".", "").replace(",", ".") };
  }
  // Groups of four are how 万 counts; any other grouping may hide a lost digit.
  return {
    code: "grouping",
    hint: /^\d{1,4}(?:,\d{4})+$/.test(written) ? written.replaceAll(",", "") : null,
  };
}

const namedShares: ReadonlyMap<string, string> = new Map([
  ["百", "%"],
  ["100", "%"],
  ["千", "‰"],
  ["1000", "‰"],
  ["万", "‱"],
]);

/** `百分之八十五` is 85 %, `百分之百` 100 %, `千分之三` 3 ‰, `三分之一` 33.3… % (30 digits). */
function readFraction(plain: string, at: number, over: RegExpExecArray): ReadNumber | NumberFault {
  const start = at + over[0].length;
  const below = over[1] ?? "";
  // 百分之百: the only share whose figure is a bare unit.
  if (below === "百" && /^百(?![\p{L}\p{N}])|^百(?=以)/u.test(plain.slice(start, start + 2))) {
    return readAs(new Big(100), start + 1, "%");
  }
  const top = readUnsigned(plain, start);
  if (!top.ok) return top;
  const share = namedShares.get(below);
  if (share !== undefined) return readAs(top.value, top.next, share);
  const denominator = /^\d/.test(below) ? Number(below) : chineseInteger(below);
  if (denominator === null) return { ok: false, code: "no-number", start: at, end: top.next, hint: null };
  if (denominator === 0) return { ok: false, code: "zero-denominator", start: at, end: top.next, hint: null };
  return readAs(divide(top.value.times(100), new Big(denominator)), top.next, "%");
}

/** Whether a decimal stays within the exponents that are read. */
export function isWithinRange(value: Big): boolean {
  return value.eq(0) || Math.abs(value.e) <= largestExponent;
}
