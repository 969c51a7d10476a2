/** Which signs names, units and operators are made of. Everything here reads half-width text. */

/** Letters of any script, by ranges: the expression for all of Unicode costs a millisecond at its first use. */
export function isLetter(code: number): boolean {
  if (code < 0x80) return (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code === 95;
  if (code < 0xc0) return code === 0xaa || code === 0xb5 || code === 0xba;
  if (code < 0x2000) return code !== 0xd7 && code !== 0xf7;
  if (code < 0x2c00) return code >= 0x2100 && code <= 0x218f && code !== 0x2103;
  if (code < 0x3400) return code >= 0x3021 || code === 0x3005 || code === 0x3007;
  // Private use and what looks like brackets and stops are no letters; surrogates stand for rare Chinese letters.
  return code < 0xe000 || (code >= 0xf900 && code < 0xfe00) || (code >= 0xff66 && code < 0xffe0);
}

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** Signs that a unit may hold besides letters. */
const unitSigns = "%‰‱°℃²³¥€$£㎡";

export function isUnitSign(sign: string): boolean {
  return sign !== "" && unitSigns.includes(sign);
}

/** Operators as written → as they stand in the tree, longest first. */
export const operatorSigns: readonly (readonly [written: string, meant: string])[] = [
  ["...", ".."],
  ["..", ".."],
  ["<=", "≤"],
  [">=", "≥"],
  ["<>", "≠"],
  ["!=", "≠"],
  ["==", "="],
  ["&&", "and"],
  ["||", "or"],
  ["≤", "≤"],
  ["≥", "≥"],
  ["≠", "≠"],
  ["=", "="],
  ["<", "<"],
  [">", ">"],
  ["+", "+"],
  ["-", "-"],
  ["*", "*"],
  ["×", "*"],
  ["/", "/"],
  ["÷", "/"],
  ["~", ".."],
  ["—", ".."],
  ["…", ".."],
  ["(", "("],
  [")", ")"],
  [",", ","],
];

/** Words that are operators wherever they stand alone; a thing that is called so must be quoted. */
export const operatorWords: ReadonlyMap<string, string> = new Map([
  ["and", "and"],
  ["且", "and"],
  ["并且", "and"],
  ["or", "or"],
  ["或", "or"],
  ["或者", "or"],
  ["not", "not"],
  ["非", "not"],
  ["per", "per"],
  // 5% of cost
  ["of", "*"],
  ["for", "for"],
  ["in", "="],
]);
