/**
 * Tokens → tree, by descent with a bound on depth and size: nothing here runs deeper than `expressionLimits.depth`. From
 * loose to tight: or, and, not, `for …`, comparison, + −, × ÷ per, ranges, minus, brackets and calls.
 * Reading ends at the first fault; what was understood up to there tells whether an expression was meant at all.
 */
import { expressionLimits } from "../plan/limits.ts";
import { type Fault, faultAt } from "./fault.ts";
import {
  deeper,
  fail,
  isOperator,
  made,
  type Parser,
  peek,
  startParser,
  take,
  unexpected,
} from "./parser.ts";
import type { IsName } from "./scanner.ts";
import { spanOfLiteral } from "./span.ts";
import { readTokens, type Token } from "./tokens.ts";
import type { Arithmetic, Comparison, Tree } from "./tree.ts";

export type Parsed =
  | { readonly ok: true; readonly tree: Tree }
  /** `compares`: a comparison sign or a range stood before the fault, so that a condition was meant and no prose. */
  | { readonly ok: false; readonly fault: Fault; readonly compares: boolean };

/** Reads an expression. Never throws. */
export function parseExpression(text: string, isName: IsName = () => false): Parsed {
  if (text.length > expressionLimits.length) {
    const fault = faultAt("size", "too-long", { start: 0, end: 1 }, { text: `${text.length}` });
    return { ok: false, fault, compares: false };
  }
  const tokens = readTokens(text, isName, expressionLimits.nodes * 4);
  const parser = startParser(tokens);
  if (tokens[0]?.kind === "end") {
    const fault = faultAt("syntax", "empty", { start: 0, end: text.length });
    return { ok: false, fault, compares: false };
  }
  const tree = readOr(parser);
  if (tree !== null && peek(parser).kind !== "end") unexpected(parser);
  if (tree !== null && parser.fault === null) return { ok: true, tree };
  const place = { start: text.length, end: text.length };
  const fault = parser.fault ?? faultAt("syntax", "ends-early", place);
  return { ok: false, fault, compares: parser.compares };
}

function chain<O extends string>(
  parser: Parser,
  operators: readonly O[],
  read: (parser: Parser) => Tree | null,
  make: (operator: O, left: Tree, right: Tree) => Tree,
): Tree | null {
  let left = read(parser);
  while (left !== null) {
    const token = take(parser, operators);
    if (token === null) return left;
    const right = read(parser);
    if (right === null) return null;
    left = made(parser, make(token.text as O, left, right));
  }
  return null;
}

function readOr(parser: Parser): Tree | null {
  return chain<"or">(parser, ["or"], readAnd, logic);
}

function readAnd(parser: Parser): Tree | null {
  return chain<"and">(parser, ["and"], readNot, logic);
}

function logic(operator: "and" | "or", left: Tree, right: Tree): Tree {
  return { kind: "logic", operator, left, right, ...between(left, right) };
}

function between(left: Tree, right: Tree): { start: number; end: number } {
  return { start: left.start, end: right.end };
}

function readNot(parser: Parser): Tree | null {
  const token = take(parser, ["not"]);
  if (token === null) return readLasting(parser);
  const of = deeper(parser, readNot);
  return of === null ? null : made(parser, { kind: "not", of, start: token.start, end: of.end });
}

function readLasting(parser: Parser): Tree | null {
  let tree = readComparison(parser);
  while (tree !== null) {
    const token = take(parser, ["for"]);
    if (token === null) return tree;
    const literal = peek(parser);
    const span = literal.kind === "literal" ? spanOfLiteral(literal) : null;
    if (span === null)
      return literal.kind === "end" ? unexpected(parser) : fail(parser, "syntax", "span", literal);
    parser.at++;
    tree = made(parser, { kind: "lasting", of: tree, span, start: tree.start, end: literal.end });
  }
  return null;
}

const comparisons: readonly Comparison[] = ["=", "≠", "<", "≤", ">", "≥"];

function readComparison(parser: Parser): Tree | null {
  const tree = chain(parser, comparisons, readSum, (operator, left, right) => ({
    kind: "comparison",
    operator,
    left,
    right,
    ...between(left, right),
  }));
  // a < b < c compares a condition with a figure.
  if (tree?.kind === "comparison" && tree.left.kind === "comparison" && !isBracketed(parser, tree.left))
    return fail(parser, "syntax", "chain", tree);
  return tree;
}

/** Whether a closing bracket stands right behind a part. */
function isBracketed({ tokens }: Parser, part: Tree): boolean {
  return tokens.some(
    (token) => token.start >= part.end && token.start <= part.end + 1 && isOperator(token, ")"),
  );
}

function readSum(parser: Parser): Tree | null {
  return chain<"+" | "-">(parser, ["+", "-"], readProduct, arithmetic);
}

function readProduct(parser: Parser): Tree | null {
  return chain<"*" | "/" | "per">(parser, ["*", "/", "per"], readFactor, arithmetic);
}

/** A factor; behind `per` also a number of things that have a name. */
function readFactor(parser: Parser): Tree | null {
  const before = parser.tokens[parser.at - 1];
  const count = peek(parser);
  const name = parser.tokens[parser.at + 1];
  const isPer =
    before !== undefined && isOperator(before, "per") && count.kind === "literal" && count.unit === null;
  if (!isPer || name === undefined || (name.kind !== "name" && name.kind !== "quoted"))
    return readRange(parser);
  parser.at += 2;
  const { start, text, value } = count;
  return made(parser, {
    kind: "each",
    count: { kind: "literal", text, value, unit: null, per: null, start, end: count.end },
    of: { kind: "name", name: name.text, quoted: name.kind === "quoted", start: name.start, end: name.end },
    start,
    end: name.end,
  });
}

function arithmetic(operator: Arithmetic, left: Tree, right: Tree): Tree {
  return { kind: "arithmetic", operator, left, right, ...between(left, right) };
}

function readRange(parser: Parser): Tree | null {
  const open = take(parser, [".."]);
  const low = open === null ? readSigned(parser) : null;
  if (open === null && low === null) return null;
  const sign = open ?? take(parser, [".."]);
  if (sign === null) return low;
  const high = open === null && !beginsValue(peek(parser)) ? null : readSigned(parser);
  if (parser.fault !== null) return null;
  const start = low?.start ?? sign.start;
  return made(parser, { kind: "range", low, high, start, end: high?.end ?? sign.end });
}

/** Behind the dots of a range that is open above stands nothing, or what cannot begin a value. */
function beginsValue(token: Token): boolean {
  if (token.kind === "operator") return ["(", "-", "+"].includes(token.text);
  return token.kind !== "end";
}

function readSigned(parser: Parser): Tree | null {
  const token = take(parser, ["-", "+"]);
  if (token === null) return readPrimary(parser);
  const of = deeper(parser, readSigned);
  if (of === null || token.text === "+") return of;
  return made(parser, { kind: "minus", of, start: token.start, end: of.end });
}

function readPrimary(parser: Parser): Tree | null {
  const token = peek(parser);
  if (isOperator(token, "(")) return readBracketed(parser, token);
  if (token.kind !== "literal" && token.kind !== "name" && token.kind !== "quoted") return unexpected(parser);
  parser.at++;
  const { start, end, text } = token;
  if (token.kind === "literal")
    return made(parser, {
      kind: "literal",
      text,
      value: token.value,
      unit: token.unit,
      per: token.per,
      start,
      end,
    });
  const next = peek(parser);
  if (token.kind === "name" && isOperator(next, "(") && next.start === end) return readCall(parser, token);
  return made(parser, { kind: "name", name: text, quoted: token.kind === "quoted", start, end });
}

function readBracketed(parser: Parser, opening: Token): Tree | null {
  parser.at++;
  const tree = deeper(parser, readOr);
  if (tree === null) return null;
  return take(parser, [")"]) === null ? unclosed(parser, opening) : tree;
}

function unclosed(parser: Parser, opening: Token): null {
  const token = peek(parser);
  return token.kind === "end" ? fail(parser, "syntax", "unclosed-bracket", opening) : unexpected(parser);
}

function readCall(parser: Parser, name: Token): Tree | null {
  const opening = peek(parser);
  parser.at++;
  const given: Tree[] = [];
  const isEmpty = isOperator(peek(parser), ")");
  while (!isEmpty) {
    const argument = deeper(parser, readOr);
    if (argument === null) return null;
    given.push(argument);
    if (take(parser, [","]) === null) break;
  }
  const closing = take(parser, [")"]);
  if (closing === null) return unclosed(parser, opening);
  return made(parser, {
    kind: "call",
    name: name.text,
    arguments: given,
    start: name.start,
    end: closing.end,
  });
}
