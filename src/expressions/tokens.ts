/**
 * Text → tokens. Names are ids (letters of any script or digits, then also `.`, `_`, `-`), so `a-b` is one name and a minus
 * between names needs spaces; literals are the quantities of the format. Reading ends at the first fault.
 */
import type Big from "big.js";
import { toHalfWidth } from "../plan/half-width.ts";
import type { Unit } from "../plan/quantity.ts";
import { type Fault, faultAt } from "./fault.ts";
import { readLiteral } from "./literal.ts";
import { type IsName, nameEnd, type Scanner } from "./scanner.ts";
import { isDigit, isLetter, operatorSigns, operatorWords } from "./signs.ts";

export type Token = {
  readonly start: number;
  readonly end: number;
  /** Operator as in the tree, name, or text as written. */
  readonly text: string;
} & (
  | { readonly kind: "operator" | "name" | "quoted" | "end" }
  | { readonly kind: "literal"; readonly value: Big; readonly unit: Unit | null; readonly per: string | null }
  | { readonly kind: "fault"; readonly fault: Fault }
);

const quotes: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ["'", "'"],
  ["`", "`"],
  ["“", "”"],
  ["「", "」"],
]);

/** All tokens, with one of kind `end` or `fault` behind them. At most `most` are read. */
export function readTokens(text: string, isName: IsName, most: number): Token[] {
  const scanner: Scanner = { text, plain: toHalfWidth(text), isName, afterPer: false, open: [] };
  const tokens: Token[] = [];
  let at = 0;
  while (tokens.length < most) {
    while (isBlank(scanner.plain.charCodeAt(at))) at++;
    const token = at >= text.length ? endOf(text) : readToken(scanner, at, tokens.at(-1) ?? null);
    tokens.push(token);
    if (token.kind === "end" || token.kind === "fault") return tokens;
    at = token.end;
  }
  tokens.push(broken(faultAt("size", "too-many", { start: at, end: Math.min(at + 1, text.length) })));
  return tokens;
}

function isBlank(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13);
}

function endOf(text: string): Token {
  return { kind: "end", start: text.length, end: text.length, text: "" };
}

function broken(fault: Fault): Token {
  return { kind: "fault", start: fault.start, end: fault.end, text: fault.text, fault };
}

function readToken(scanner: Scanner, at: number, before: Token | null): Token {
  const { plain } = scanner;
  const code = plain.charCodeAt(at);
  scanner.afterPer = before?.kind === "operator" && before.text === "per";
  const closing = quotes.get(plain[at] ?? "");
  if (closing !== undefined) return readQuoted(scanner, at, closing);
  if (isDigit(code) || isLetter(code) || isCurrency(plain, at)) return readWord(scanner, at);
  return readOperator(scanner, at, before);
}

function isCurrency(plain: string, at: number): boolean {
  return "¥$€£".includes(plain[at] ?? " ") && isDigit(plain.charCodeAt(at + 1));
}

function readQuoted({ text }: Scanner, at: number, closing: string): Token {
  const end = text.indexOf(closing, at + 1);
  if (end < 0) return broken(faultAt("syntax", "unclosed-quote", { start: at, end: at + 1 }));
  return { kind: "quoted", start: at, end: end + 1, text: text.slice(at + 1, end).trim() };
}

/** `5-year`, `12345-hotline`: an id, though the plan may not have it. */
const hyphened = /^[\d.]+-[^\d.-]/;

function readWord(scanner: Scanner, at: number): Token {
  const end = nameEnd(scanner, at);
  const word = scanner.plain.slice(at, end);
  const meant = operatorWords.get(word.toLowerCase());
  if (meant !== undefined) return { kind: "operator", start: at, end, text: meant };
  const startsWithDigit = isDigit(scanner.plain.charCodeAt(at));
  if (end > at && (!startsWithDigit || !/^[\d.]+$/.test(word)) && scanner.isName(word)) {
    return { kind: "name", start: at, end, text: word };
  }
  if (startsWithDigit && hyphened.test(word)) return { kind: "name", start: at, end, text: word };
  const literal = readLiteral(scanner, at, end);
  if (literal !== null) {
    if ("fault" in literal) return broken(literal.fault);
    const { value, unit, per } = literal;
    return {
      kind: "literal",
      start: at,
      end: literal.end,
      text: scanner.text.slice(at, literal.end),
      value,
      unit,
      per,
    };
  }
  return { kind: "name", start: at, end, text: word };
}

function readOperator(scanner: Scanner, at: number, before: Token | null): Token {
  const { text, plain } = scanner;
  const found = operatorSigns.find(([written]) => plain.startsWith(written, at));
  if (found === undefined) {
    const place = { start: at, end: at + 1 };
    return broken(faultAt("syntax", "sign", place, { text: text[at] ?? "" }));
  }
  const [written, meant] = found;
  const end = at + written.length;
  if (meant === "(") scanner.open.push(before?.kind === "name" && before.end === at);
  if (meant === ")") scanner.open.pop();
  // 5-8 is a range where quantities stand, and a subtraction elsewhere: it has to be said which.
  const closeUp = before?.kind === "literal" && before.end === at && isDigit(plain.charCodeAt(end));
  if (meant === "-" && closeUp) {
    return broken(faultAt("syntax", "minus-or-range", { start: before.start, end: end + 1 }));
  }
  return { kind: "operator", start: at, end, text: meant };
}
