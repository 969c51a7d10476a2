/** A parser's place among its tokens: what comes next, what may still be made, and the first fault. */
import { expressionLimits } from "../plan/limits.ts";
import { type Fault, type FaultCode, type FaultKind, faultAt } from "./fault.ts";
import type { Token } from "./tokens.ts";
import type { Tree } from "./tree.ts";

/** `compares`: a comparison sign or a range was taken; `depth` and `nodes` are held to `expressionLimits`. */
export interface Parser {
  readonly tokens: Token[];
  at: number;
  depth: number;
  nodes: number;
  compares: boolean;
  fault: Fault | null;
}

/** Stands before the first token. */
export function startParser(tokens: Token[]): Parser {
  return { tokens, at: 0, depth: 0, nodes: 0, compares: false, fault: null };
}

const nothing: Token = { kind: "end", start: 0, end: 0, text: "" };

/** The token that comes next, the end again behind it. */
export function peek({ tokens, at }: Parser): Token {
  return tokens[at] ?? tokens.at(-1) ?? nothing;
}

/** Whether a token is this operator. */
export function isOperator(token: Token, text: string): boolean {
  return token.kind === "operator" && token.text === text;
}

/** Takes the operator that comes next if it is one of these. */
export function take(parser: Parser, operators: readonly string[]): Token | null {
  splitJoined(parser);
  const token = peek(parser);
  if (token.kind !== "operator" || !operators.includes(token.text)) return null;
  parser.at++;
  if (comparing.has(token.text)) parser.compares = true;
  return token;
}

const comparing: ReadonlySet<string> = new Set(["=", "≠", "<", "≤", ">", "≥", ".."]);
const joined = /^(并且|且|或者|或)(?=.)/;

/** `85%且满意率`: where an operator must stand, no name can, so the word in front of the name is one. */
function splitJoined(parser: Parser): void {
  const token = peek(parser);
  const word = token.kind === "name" ? joined.exec(token.text)?.[1] : undefined;
  if (word === undefined) return;
  const middle = token.start + word.length;
  parser.tokens.splice(
    parser.at,
    1,
    { kind: "operator", start: token.start, end: middle, text: word.endsWith("且") ? "and" : "or" },
    { kind: "name", start: middle, end: token.end, text: token.text.slice(word.length) },
  );
}

/** Notes a fault, the first only; always null, as what could not be read. */
export function fail(
  parser: Parser,
  kind: FaultKind,
  code: FaultCode,
  token: { readonly start: number; readonly end: number; readonly text?: string },
  other: string | null = null,
): null {
  parser.fault ??= faultAt(kind, code, token, { text: token.text ?? "", other });
  return null;
}

/** The fault of a token that cannot stand where it does. */
export function unexpected(parser: Parser): null {
  const token = peek(parser);
  if (token.kind === "fault") {
    parser.fault ??= token.fault;
    return null;
  }
  return fail(parser, "syntax", token.kind === "end" ? "ends-early" : "unexpected", token);
}

/** Counts a node; null once there are too many. */
export function made(parser: Parser, tree: Tree): Tree | null {
  parser.nodes++;
  return parser.nodes > expressionLimits.nodes ? fail(parser, "size", "too-many", tree) : tree;
}

/** Reads something one level further down. */
export function deeper(parser: Parser, read: (parser: Parser) => Tree | null): Tree | null {
  if (parser.depth >= expressionLimits.depth) return fail(parser, "size", "too-deep", peek(parser));
  parser.depth++;
  const tree = read(parser);
  parser.depth--;
  return tree;
}
