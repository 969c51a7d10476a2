/** Collections in brackets: on one line as they were, or on several, which are written without brackets. */
import type { CST } from "yaml";
import { linesOfScalar } from "./scalars.ts";
import { Unsettled } from "./unsettled.ts";

/** An entry of a bracket: what stands before it, without comma and white space, and its two sides. */
type Item = CST.FlowCollection["items"][number];

/** True for brackets that hold nothing but white space. */
export function isEmptyFlow(flow: CST.FlowCollection): boolean {
  return itemsOf(flow).length === 0;
}

/** The entries; a comma behind the last one makes none. */
export function itemsOf(flow: CST.FlowCollection): readonly Item[] {
  return flow.items.filter((item) => hasContent(item));
}

function hasContent({ start, key, sep, value }: Item): boolean {
  const isProperty = start.some(({ type }) => type === "anchor" || type === "tag");
  return isProperty || (key ?? null) !== null || (sep?.length ?? 0) > 0 || (value ?? null) !== null;
}

/** True when a line ends inside the brackets. */
export function spansLines(flow: CST.FlowCollection): boolean {
  return (
    holdsBreak(flow.end) ||
    flow.items.some(
      ({ start, key, sep, value }) =>
        holdsBreak(start) || holdsBreak(sep ?? []) || isBroken(key) || isBroken(value),
    )
  );
}

function isBroken(token: CST.Token | null | undefined): boolean {
  if (token === null || token === undefined) return false;
  if (token.type === "flow-collection") return spansLines(token);
  return "source" in token && token.source.includes("\n");
}

function holdsBreak(tokens: readonly CST.SourceToken[]): boolean {
  // The first closing bracket ends the collection; what stands behind it is not inside.
  const end = tokens.findIndex(({ type }) => type === "flow-map-end" || type === "flow-seq-end");
  return tokens
    .slice(0, end < 0 ? undefined : end)
    .some(({ type }) => type === "newline" || type === "comment");
}

/** A collection of one line: one space inside braces, none inside brackets, one behind commas and colons. */
export function flowText(flow: CST.FlowCollection): string {
  const isMap = flow.start.source === "{";
  const items = itemsOf(flow).map((item) => itemText(item));
  if (items.length === 0) return isMap ? "{}" : "[]";
  return isMap ? `{ ${items.join(", ")} }` : `[${items.join(", ")}]`;
}

function itemText({ start, key, sep, value }: Item): string {
  const before = propertiesOf(start);
  // A key whose colon is left out looks like the rest of the text before it: the colon stays.
  if (sep === undefined || !hasColon(sep)) return joined(before, key ?? value);
  if (key === null || key === undefined) throw new Unsettled();
  const name = joined(before, key);
  const meant = joined(propertiesOf(sep), value);
  return meant === "" ? `${name}${colonBehind(key)}` : `${name}${colonBehind(key)} ${meant}`;
}

function joined(properties: readonly string[], token: CST.Token | null | undefined): string {
  return [...properties, nodeText(token)].filter((word) => word !== "").join(" ");
}

/** Behind an alias the colon needs a space, or it would belong to the name. */
export function colonBehind(key: CST.Token): string {
  return key.type === "alias" ? " :" : ":";
}

/** True when the signs between the two sides of an entry hold its colon. */
export function hasColon(tokens: readonly CST.SourceToken[]): boolean {
  return tokens.some(({ type }) => type === "map-value-ind");
}

/** Anchors and tags among tokens; a question mark before a key is not settled here. */
export function propertiesOf(tokens: readonly CST.SourceToken[]): readonly string[] {
  if (tokens.some(({ type }) => type === "explicit-key-ind")) throw new Unsettled();
  return tokens.filter(({ type }) => type === "anchor" || type === "tag").map(({ source }) => source);
}

function nodeText(token: CST.Token | null | undefined): string {
  if (token === null || token === undefined) return "";
  if (token.type === "flow-collection") return flowText(token);
  if (!isScalar(token)) throw new Unsettled();
  const lines = linesOfScalar(token);
  if (lines?.length !== 1) throw new Unsettled();
  return lines[0] ?? "";
}

/** True for a scalar that is no block text. */
export function isScalar(token: CST.Token): token is CST.FlowScalar {
  return (
    token.type === "scalar" ||
    token.type === "alias" ||
    token.type === "single-quoted-scalar" ||
    token.type === "double-quoted-scalar"
  );
}
