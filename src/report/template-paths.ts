/**
 * What a template of the user's own is held to beyond Handlebars' strict mode, which looks only at `{{field}}`: the fields that
 * blocks, helpers and partials are given must exist as well, and only finished markup is printed without escaping.
 */
import Handlebars from "handlebars";

/** The helper that follows a path; no template can call it, because it is not among the helpers that templates know. */
export const followHelper = "field";

/**
 * The value at the end of a path from its first part; null where a field on the way is null. Throws Handlebars' words for
 * a missing field where one does not exist, at the place of the call.
 */
export function follow(start: unknown, ...rest: readonly unknown[]): unknown {
  const { loc } = rest.at(-1) as { loc?: hbs.AST.SourceLocation };
  let value = start;
  for (const part of rest.slice(0, -1) as readonly string[]) {
    if (value === null || value === undefined) return null;
    if (Array.isArray(value) ? !/^(?:\d+|length)$/.test(part) : !isField(value, part))
      throw new Handlebars.Exception(`"${part}" not defined in ${String(value)}`, { loc } as hbs.AST.Node);
    value = (value as Readonly<Record<string, unknown>>)[part];
  }
  return value;
}

function isField(value: unknown, name: string): boolean {
  return typeof value === "object" && value !== null && Object.hasOwn(value, name);
}

/** Fields that hold markup of their format. */
const finished = /(?:Html|Markdown)$/;

/** The same program with its paths checked as they are followed; it is changed in place. */
export function withCheckedPaths(program: hbs.AST.Program): hbs.AST.Program {
  const visitor = new Handlebars.Visitor();
  const { MustacheStatement, BlockStatement, SubExpression, PartialStatement, PartialBlockStatement } =
    visitor;
  visitor.MustacheStatement = (node) => {
    if (!isFinished(node)) (node as { escaped: boolean }).escaped = true;
    checkArguments(node);
    MustacheStatement.call(visitor, node);
  };
  visitor.BlockStatement = (node) => {
    checkArguments(node);
    BlockStatement.call(visitor, node);
  };
  visitor.SubExpression = (node) => {
    // The calls that were put in place of paths are seen as well.
    if ((node.path as hbs.AST.PathExpression).original === followHelper) return;
    checkArguments(node);
    SubExpression.call(visitor, node);
  };
  visitor.PartialStatement = (node) => {
    checkArguments(node);
    PartialStatement.call(visitor, node);
  };
  visitor.PartialBlockStatement = (node) => {
    checkArguments(node);
    PartialBlockStatement.call(visitor, node);
  };
  visitor.accept(program);
  return program;
}

/** Whether the last word of what is printed names a field of finished markup: `{{{textHtml}}}`, `{{{lookup this "textHtml"}}}`. */
function isFinished({ path, params }: hbs.AST.MustacheStatement): boolean {
  const last = (params.at(-1) ?? path) as { original?: unknown };
  return typeof last.original === "string" && finished.test(last.original);
}

interface Call {
  params: hbs.AST.Expression[];
  hash?: hbs.AST.Hash;
}

function checkArguments(call: Call): void {
  call.params = call.params.map(checked);
  for (const pair of call.hash?.pairs ?? []) pair.value = checked(pair.value);
}

/** The expression with its fields checked: one field by strict mode, a path step by step. */
function checked(expression: hbs.AST.Expression): hbs.AST.Expression {
  if (expression.type !== "PathExpression") return expression;
  const path = expression as hbs.AST.PathExpression & { strict?: boolean };
  const [first, ...others] = path.parts;
  if (first === undefined) return path;
  if (others.length === 0) {
    if (!path.data) path.strict = true;
    return path;
  }
  const { loc } = path;
  // What `@root` and a block parameter stand for is there; a field has to be looked for.
  const start = { ...path, parts: [first], original: first, strict: !path.data };
  const names = others.map((value) => ({ type: "StringLiteral", value, original: value, loc }));
  const name = {
    type: "PathExpression",
    data: false,
    depth: 0,
    parts: [followHelper],
    original: followHelper,
    loc,
  };
  return { type: "SubExpression", path: name, params: [start, ...names], loc } as hbs.AST.Expression;
}
