/**
 * The one layout of plan files: walks the tokens of a YAML text, which hold every sign of it, and writes them again with
 * settled white space, line breaks and quotes. The package `yaml` is imported here and in the files beside it only.
 */
import { type CST, Parser } from "yaml";
import {
  colonBehind,
  flowText,
  hasColon,
  isEmptyFlow,
  isScalar,
  itemsOf,
  propertiesOf,
  spansLines,
} from "./flow.ts";
import { blockTextAt, linesOfScalar } from "./scalars.ts";
import { Unsettled } from "./unsettled.ts";
import { beginItem, endLine, makeWriter, say, sayComment, sayLines, textOf, type Writer } from "./writer.ts";

type Tokens = readonly CST.SourceToken[];

/** Columns that each level stands behind the one above. */
const step = 2;

/**
 * A YAML text in the layout, with the line ends that the first line has. Null where it holds what the parser refuses or
 * the layout does not settle.
 */
export function layOut(text: string): string | null {
  const lineEnd = /\r\n?|\n/.exec(text)?.[0] ?? "\n";
  try {
    const made = written(text.replace(/\r\n?/g, "\n"));
    return lineEnd === "\n" ? made : made.replaceAll("\n", lineEnd);
  } catch (error) {
    if (error instanceof Unsettled) return null;
    throw error;
  }
}

function written(text: string): string {
  const writer = makeWriter(text);
  for (const token of new Parser().parse(text)) writeTop(writer, token);
  return textOf(writer);
}

function writeTop(writer: Writer, token: CST.Token): void {
  switch (token.type) {
    case "document":
      writeDocument(writer, token);
      return;
    case "directive":
    case "doc-end":
      beginItem(writer);
      say(writer, token.source, 0);
      if (token.type === "doc-end") writeBetween(writer, token.end ?? [], 0);
      return;
    case "comment":
    case "newline":
    case "space":
      writeBetween(writer, [token], 0);
      return;
    default:
      throw new Unsettled();
  }
}

function writeDocument(writer: Writer, { start, value, end }: CST.Document): void {
  const mark = start.findIndex(({ type }) => type === "doc-start");
  if (mark >= 0) {
    writeBetween(writer, start.slice(0, mark), 0);
    endLine(writer);
    say(writer, "---", 0);
    writer.opens = true;
  }
  const after = start.slice(mark + 1);
  if (value !== undefined) {
    const isBlock = value.type === "block-map" || value.type === "block-seq";
    if (!isBlock && value.type !== "flow-collection") throw new Unsettled();
    writeBetween(writer, after, 0);
    if (after.some(({ type }) => type === "anchor" || type === "tag")) throw new Unsettled();
    endLine(writer);
    writeNode(writer, value, 0, false);
  } else writeBetween(writer, after, 0);
  writeBetween(writer, end ?? [], 0);
}

/** White space and comments; anchors, tags and signs of structure are the caller's. `indent`: where a comment stands. */
function writeBetween(
  writer: Writer,
  tokens: Tokens,
  indent: number | ((comment: CST.SourceToken) => number),
): void {
  for (const token of tokens) {
    const { type, source } = token;
    if (type === "newline") writer.breaks += source.split("\n").length - 1;
    else if (type === "comment")
      sayComment(writer, source, typeof indent === "number" ? indent : indent(token));
  }
}

/**
 * Where a comment on a line of its own stands: with the innermost block under way that begins no further right; before a
 * further entry of the innermost block at least with that. In brackets columns say nothing.
 */
function placeOf(writer: Writer, comment: CST.SourceToken, isBeforeEntry: boolean): number {
  const innermost = writer.levels.at(-1);
  const column = columnOf(writer, comment);
  const isInBrackets = innermost?.from === Number.POSITIVE_INFINITY;
  if (innermost !== undefined && (isInBrackets || (isBeforeEntry && column < innermost.from)))
    return innermost.to;
  return writer.levels.findLast(({ from }) => from <= column)?.to ?? 0;
}

/** Where a comment below a key without a value stands: below the key, or with what follows. */
function placeBelow(writer: Writer, comment: CST.SourceToken): number {
  const innermost = writer.levels.at(-1);
  return innermost !== undefined && innermost.from < columnOf(writer, comment)
    ? innermost.to + step
    : placeOf(writer, comment, true);
}

function columnOf({ source }: Writer, { offset }: CST.SourceToken): number {
  return offset - 1 - source.lastIndexOf("\n", offset - 1);
}

/** The value of an entry or item whose own column is `indent`; `tokens` stand before it. */
function writeValue(
  writer: Writer,
  tokens: Tokens,
  value: CST.Token | null | undefined,
  indent: number,
  inItem: boolean,
): void {
  let isInline = inItem;
  for (const token of tokens) {
    if (token.type === "anchor" || token.type === "tag") {
      say(writer, token.source, indent + step);
      isInline = false;
      writer.opens = true;
    } else {
      if (token.type === "comment") isInline = false;
      const isAlone = value === null || value === undefined;
      writeBetween(writer, [token], isAlone ? (comment) => placeBelow(writer, comment) : indent + step);
    }
  }
  if (value !== null && value !== undefined) writeNode(writer, value, indent + step, isInline, indent);
}

/** A node at a column. `isInline`: a collection may begin on the line under way. */
function writeNode(
  writer: Writer,
  node: CST.Token,
  indent: number,
  isInline: boolean,
  parent = indent,
): void {
  if (isScalar(node)) {
    writeScalar(writer, node, indent);
    writeBetween(writer, node.end ?? [], parent);
  } else if (node.type === "block-scalar") writeBlockText(writer, node, indent);
  else if (node.type === "flow-collection") writeFlow(writer, node, indent, isInline, parent);
  else if (node.type === "block-map" || node.type === "block-seq") {
    writer.levels.push({ from: node.indent, to: indent });
    if (node.type === "block-map") writeEntries(writer, node.items, indent, isInline);
    else writeItems(writer, node.items, indent, isInline);
    writer.levels.pop();
  } else throw new Unsettled();
}

function writeScalar(writer: Writer, node: CST.FlowScalar, indent: number): void {
  const lines = linesOfScalar(node);
  if (lines === null) throw new Unsettled();
  const [first = "", ...others] = lines;
  say(writer, first, indent);
  if (others.length === 0) return;
  const last = others.pop() ?? "";
  sayLines(
    writer,
    others.map((line) => (line === "" ? "" : " ".repeat(indent) + line)),
  );
  writer.line = " ".repeat(indent) + last;
}

function writeBlockText(writer: Writer, { props, source }: CST.BlockScalar, indent: number): void {
  let header = "";
  for (const token of props) {
    if (token.type === "block-scalar-header") {
      header = token.source;
      say(writer, header, indent);
    } else if (token.type === "comment") sayComment(writer, token.source, indent);
    else if (token.type === "anchor" || token.type === "tag") throw new Unsettled();
  }
  const text = blockTextAt(source, header, indent);
  if (text === null) throw new Unsettled();
  sayLines(writer, text.lines);
  writer.breaks = 1 + text.blanks;
}

/** Brackets of one line stay on it; those over several lines are written as a block, each entry on its line. */
function writeFlow(
  writer: Writer,
  node: CST.FlowCollection,
  indent: number,
  isInline: boolean,
  parent: number,
): void {
  const closing = node.end.findIndex(({ type }) => type === "flow-map-end" || type === "flow-seq-end");
  const inside = node.end.slice(0, closing);
  if (closing < 0) throw new Unsettled();
  if (!spansLines(node) || (isEmptyFlow(node) && !hasComments(node))) say(writer, flowText(node), indent);
  else if (isEmptyFlow(node)) throw new Unsettled();
  else {
    // In brackets columns say nothing: all comments stand with the entries.
    writer.levels.push({ from: Number.POSITIVE_INFINITY, to: indent });
    if (node.start.source === "{") writeEntries(writer, itemsOf(node), indent, isInline);
    else writeItems(writer, itemsOf(node), indent, isInline);
    writeBetween(writer, inside, indent);
    writer.levels.pop();
    writer.breaks = 0;
  }
  writeBetween(writer, node.end.slice(closing + 1), parent);
}

function hasComments({ items, end }: CST.FlowCollection): boolean {
  return [...items.flatMap(({ start }) => start), ...end].some(({ type }) => type === "comment");
}

/** An entry of a map, of either style. */
interface Entry {
  readonly start: Tokens;
  readonly key?: CST.Token | null | undefined;
  readonly sep?: Tokens | undefined;
  readonly value?: CST.Token | undefined;
}

function writeEntries(writer: Writer, entries: readonly Entry[], indent: number, isInline: boolean): void {
  for (const [i, entry] of entries.entries()) {
    const { start, key, sep, value } = entry;
    const name = key ?? (sep === undefined ? value : undefined);
    const isLast = name === undefined || name === null;
    writeBetween(writer, start, (comment) => placeOf(writer, comment, !isLast));
    if (isLast) {
      if (sep !== undefined || propertiesOf(start).length > 0) throw new Unsettled();
      continue;
    }
    if (i > 0 || !isInline || writer.hasComment) beginItem(writer);
    writeEntry(writer, entry, name, indent);
  }
}

function writeEntry(
  writer: Writer,
  { start, sep = [], key, value }: Entry,
  name: CST.Token,
  indent: number,
): void {
  for (const property of propertiesOf(start)) say(writer, property, indent);
  if (!isScalar(name) || hasCommentBehind(name)) throw new Unsettled();
  const lines = linesOfScalar(name);
  if (lines?.length !== 1) throw new Unsettled();
  say(writer, lines[0] ?? "", indent);
  const colon = sep.findIndex(({ type }) => type === "map-value-ind");
  if (sep.slice(0, Math.max(colon, 0)).some(({ type }) => type === "comment")) throw new Unsettled();
  say(writer, colonBehind(name), indent, true);
  writer.opens = true;
  writeValue(
    writer,
    sep.slice(colon + 1),
    key === undefined || key === null ? undefined : value,
    indent,
    false,
  );
}

function hasCommentBehind({ end }: CST.FlowScalar): boolean {
  return end?.some(({ type }) => type === "comment") === true;
}

/** Items of a list, of either style: behind a dash, or behind a comma. */
function writeItems(writer: Writer, items: readonly Entry[], indent: number, isInline: boolean): void {
  for (const [i, item] of items.entries()) {
    const dash = item.start.findIndex(({ type }) => type === "seq-item-ind");
    const isPair = item.sep !== undefined && hasColon(item.sep);
    const isBlock = dash >= 0;
    const node = item.value ?? item.key ?? undefined;
    if (!isBlock && node === undefined && !isPair && propertiesOf(item.start).length === 0) {
      writeBetween(writer, item.start, (comment) => placeOf(writer, comment, false));
      continue;
    }
    const properties = (token: CST.SourceToken): boolean => token.type === "anchor" || token.type === "tag";
    const before = isBlock ? item.start.slice(0, dash) : item.start.filter((token) => !properties(token));
    const after = isBlock ? item.start.slice(dash + 1) : item.start.filter(properties);
    writeBetween(writer, before, (comment) => placeOf(writer, comment, true));
    if (i > 0 || !isInline || writer.hasComment) beginItem(writer);
    say(writer, "-", indent);
    writer.opens = true;
    if (!isBlock && isPair) writeEntries(writer, [{ ...item, start: after }], indent + step, true);
    else writeValue(writer, after, node, indent, true);
  }
}
