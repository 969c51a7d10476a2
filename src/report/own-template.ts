/**
 * A template of the user's own: compiled, held to the view it prints, and rendered. A file of its own, loaded only when a
 * template folder is named, and run in a thread that can be stopped (`host.runApart`), because a template can ask for more
 * than ever ends. Templates can read nothing: there is no helper that reaches outside the view.
 */
import Handlebars from "handlebars";
import { partials as ownPartials } from "../../generated/templates.js";
import { openBlock } from "./open-block.ts";
import { follow, followHelper, withCheckedPaths } from "./template-paths.ts";

/** A template or partial as it was read. */
export interface TemplateSource {
  /** A partial's name, with its format: `head.html`. */
  readonly name: string;
  /** Path as printed in findings. */
  readonly path: string;
  readonly text: string;
}

/** What a thread is asked to render: plain data. The texts of the view are made safe for the format already. */
export interface TemplateTask {
  readonly template: TemplateSource;
  readonly partials: readonly TemplateSource[];
  readonly view: unknown;
  readonly format: "md" | "html";
}

/** Why a template gives no document; line and column count from 1. */
export interface TemplateFault {
  readonly kind:
    | "syntax"
    | "unclosed"
    | "mismatch"
    | "missing-field"
    | "missing-partial"
    | "unknown-helper"
    | "endless"
    | "failed";
  readonly path: string;
  readonly line: number;
  readonly column: number;
  /** The name that is missing; the tag that is not closed; of two that do not match `opened closed`; else what was thrown. */
  readonly detail: string;
}

export type TemplateResult = { readonly text: string } | { readonly fault: TemplateFault };

/** Helpers beside Handlebars' own `if`, `unless`, `each`, `with` and `lookup`. */
const helpers: Readonly<Record<string, (...args: readonly unknown[]) => unknown>> = {
  /** True when both are the same text or number. */
  eq: (a, b) => a === b,
  /** How many entries a list has. */
  count: (list) => (Array.isArray(list) ? list.length : 0),
  /** The texts of a list with a sign between them. */
  join: (list, sign) => (Array.isArray(list) && typeof sign === "string" ? list.join(sign) : ""),
};

const known = new Set([...Object.keys(helpers), "if", "unless", "each", "with", "lookup"]);

/** Renders a template of the user's own; a fault names the first place that is wrong. Never throws. */
export function renderOwnTemplate({ template, partials, view, format }: TemplateTask): TemplateResult {
  const engine = Handlebars.create();
  for (const [name, helper] of Object.entries(helpers)) engine.registerHelper(name, helper);
  engine.registerHelper(followHelper, follow);
  for (const [name, specification] of Object.entries(ownPartials))
    engine.registerPartial(name, engine.template(specification));
  const options = {
    strict: true,
    knownHelpersOnly: true,
    knownHelpers: { eq: true, count: true, join: true, [followHelper]: true },
    noEscape: format === "md",
    preventIndent: true,
  };
  const names = new Set([...Object.keys(ownPartials), ...partials.map(({ name }) => name)]);
  for (const source of [...partials, template]) {
    const fault = staticFault(source, names);
    if (fault !== null) return { fault };
  }
  const nesting: Nesting = { depth: 0 };
  const compiled = (source: TemplateSource): Rendering =>
    placed(engine.compile(withCheckedPaths(engine.parse(source.text)), options), source, nesting);
  try {
    for (const source of partials) engine.registerPartial(source.name, compiled(source));
    return { text: compiled(template)(view) };
  } catch (error) {
    return { fault: faultOf(error, template) };
  }
}

type Rendering = (view: unknown, options?: Handlebars.RuntimeOptions) => string;

/** Thrown with the place of the template in which it came up; what is thrown through other templates keeps it. */
class PlacedFault extends Error {
  readonly fault: TemplateFault;

  constructor(fault: TemplateFault) {
    super(fault.detail);
    this.fault = fault;
  }
}

/** How many templates stand inside one another at this moment of a rendering. */
interface Nesting {
  depth: number;
}

/**
 * Deeper than any plan nests. Counted, because a partial that calls itself would otherwise end with the stack, at a
 * depth and in words that differ from one version of Node to the next.
 */
const deepest = 200;

function placed(render: Rendering, source: TemplateSource, nesting: Nesting): Rendering {
  return (view, options) => {
    if (nesting.depth === deepest)
      throw new PlacedFault({ kind: "endless", path: source.path, line: 1, column: 1, detail: source.name });
    nesting.depth += 1;
    try {
      return render(view, options);
    } catch (error) {
      throw error instanceof PlacedFault ? error : new PlacedFault(faultOf(error, source));
    } finally {
      nesting.depth -= 1;
    }
  };
}

interface PlacedError {
  readonly message?: string;
  readonly lineNumber?: number;
  readonly column?: number;
}

function faultOf(error: unknown, source: TemplateSource): TemplateFault {
  if (error instanceof PlacedFault) return error.fault;
  const { message = "", lineNumber, column } = error as PlacedError;
  const missing = /^"([^"]*)" not defined in /.exec(message)?.[1];
  return {
    kind: missing !== undefined ? "missing-field" : error instanceof RangeError ? "endless" : "failed",
    path: source.path,
    line: lineNumber ?? 1,
    column: (column ?? 0) + 1,
    detail: missing ?? (message.split("\n")[0] ?? "").slice(0, 200),
  };
}

interface ParserError extends PlacedError {
  readonly hash?: { readonly loc?: { readonly last_line?: number; readonly last_column?: number } };
}

/** What the reader of templates says, in our words. */
function syntaxFault(error: unknown, { path, text }: TemplateSource): TemplateFault {
  const { message = "", lineNumber, column, hash } = error as ParserError;
  const line = lineNumber ?? hash?.loc?.last_line ?? Number(/^\D*line (\d+)/.exec(message)?.[1] ?? 1);
  const place = { path, line, column: (column ?? hash?.loc?.last_column ?? 0) + 1 };
  const [, opened, closed] = /^(.+) doesn't match (.+?)(?: - \d+:\d+)?$/.exec(message) ?? [];
  if (opened !== undefined && closed !== undefined)
    return { kind: "mismatch", ...place, detail: `${opened} ${closed}` };
  const open = /got '(?:EOF|INVALID)'$/.test(message) ? openBlock(text) : null;
  return open === null
    ? { kind: "syntax", ...place, detail: "" }
    : { kind: "unclosed", path, line: open.line, column: open.column, detail: open.tag };
}

/** What is wrong with a template whatever the view is: its syntax, partials and helpers that are not there. */
function staticFault(source: TemplateSource, partialNames: ReadonlySet<string>): TemplateFault | null {
  try {
    const calls = callsOf(Handlebars.parse(source.text));
    for (const { kind, name, line, column } of calls) {
      const isThere =
        kind === "missing-partial" ? partialNames.has(name) || name.startsWith("@") : known.has(name);
      if (!isThere) return { kind, path: source.path, line, column, detail: name };
    }
    return null;
  } catch (error) {
    return syntaxFault(error, source);
  }
}

interface NamedCall {
  readonly kind: "missing-partial" | "unknown-helper";
  readonly name: string;
  readonly line: number;
  readonly column: number;
}

/** Partials and helpers that a template calls by name, in the order of the text. */
function callsOf(program: hbs.AST.Program): readonly NamedCall[] {
  const calls: NamedCall[] = [];
  const seen = (kind: NamedCall["kind"], name: string, { start }: hbs.AST.SourceLocation): void => {
    calls.push({ kind, name, line: start.line, column: start.column + 1 });
  };
  const visitor = new Handlebars.Visitor();
  const { SubExpression, PartialStatement, PartialBlockStatement, MustacheStatement, BlockStatement } =
    visitor;
  const partial = ({ name, loc }: { name: unknown; loc: hbs.AST.SourceLocation }): void => {
    const { original } = name as { original?: unknown };
    if (typeof original === "string") seen("missing-partial", original, loc);
  };
  const helper = (
    { path, params, hash, loc }: hbs.AST.MustacheStatement | hbs.AST.SubExpression,
    always: boolean,
  ): void => {
    const { original } = path as hbs.AST.PathExpression;
    const isCall = always || params.length > 0 || (hash as hbs.AST.Hash | undefined) !== undefined;
    if (isCall && typeof original === "string") seen("unknown-helper", original, loc);
  };
  visitor.PartialStatement = (node) => {
    partial(node);
    PartialStatement.call(visitor, node);
  };
  visitor.PartialBlockStatement = (node) => {
    partial(node);
    PartialBlockStatement.call(visitor, node);
  };
  visitor.MustacheStatement = (node) => {
    helper(node, false);
    MustacheStatement.call(visitor, node);
  };
  visitor.SubExpression = (node) => {
    helper(node, true);
    SubExpression.call(visitor, node);
  };
  visitor.BlockStatement = (node) => {
    helper(node as unknown as hbs.AST.MustacheStatement, false);
    BlockStatement.call(visitor, node);
  };
  visitor.accept(program);
  return calls;
}
