/** Reads values of the right shape out of the positioned YAML tree; anything else is null (the schema reports it). */
import type { Given } from "../../plan/given.ts";
import type { Span } from "../../text/source.ts";
import type { YamlEntry, YamlList, YamlMap, YamlNode, YamlScalar } from "../yaml-node.ts";

/** The entry of a key; the first where a key stands twice. */
export function entryOf(map: YamlMap, key: string): YamlEntry | undefined {
  // A plan is bound by thousands of these: a plain loop is faster than a closure for each.
  for (const entry of map.entries) if (entry.key.text === key) return entry;
  return undefined;
}

/** The value of a key, or null when it is absent or written as null. */
export function nodeAt(map: YamlMap, key: string): YamlNode | null {
  const value = entryOf(map, key)?.value;
  return value === undefined || isNothing(value) ? null : value;
}

/** True for an empty value, `null` and `~`: the same as no value. */
export function isNothing(node: YamlNode): boolean {
  return node.kind === "scalar" && node.style === "plain" && node.text.length <= 4 && nothings.has(node.text);
}

const nothings: ReadonlySet<string> = new Set(["", "~", "null", "Null", "NULL"]);

/** A value that stands in the plan. */
export function given<T>(value: T, span: Span): Given<T> {
  return { value, span, origin: "given" };
}

/** A scalar that says something. */
export function scalarOf(node: YamlNode | null): YamlScalar | null {
  return node !== null && node.kind === "scalar" && !isNothing(node) ? node : null;
}

/** The text of a scalar with its place. */
export function textOf(node: YamlNode | null): Given<string> | null {
  const scalar = scalarOf(node);
  return scalar === null ? null : given(scalar.text, scalar.span);
}

/** The text of a key. */
export function text(map: YamlMap, key: string): Given<string> | null {
  return textOf(nodeAt(map, key));
}

/** The text of a key where it is one of some words. */
export function word<W extends string>(map: YamlMap, key: string, words: readonly W[]): Given<W> | null {
  const written = text(map, key);
  const known = words.find((w) => w === written?.value);
  return written === null || known === undefined ? null : given(known, written.span);
}

/** `true` or `false` of a key; null for anything else. */
export function flag(map: YamlMap, key: string): boolean | null {
  const written = text(map, key)?.value;
  return written === "true" ? true : written === "false" ? false : null;
}

const wholeNumber = /^[0-9]{1,9}$/;

/** A whole number of at most nine digits. */
export function countOf(node: YamlNode | null): Given<number> | null {
  const written = textOf(node);
  return written === null || !wholeNumber.test(written.value)
    ? null
    : given(Number(written.value), written.span);
}

/** The map of a key. */
export function mapAt(map: YamlMap, key: string): YamlMap | null {
  const value = nodeAt(map, key);
  return value?.kind === "map" ? value : null;
}

/** The items of a key: those of a list, or the one value that stands in its place. */
export function itemsAt(map: YamlMap, key: string): readonly YamlNode[] {
  return itemsOf(nodeAt(map, key));
}

const nothing: readonly YamlNode[] = [];

/** The items of a list, or the one value that stands in its place. */
export function itemsOf(node: YamlNode | null): readonly YamlNode[] {
  if (node === null) return nothing;
  return node.kind === "list" ? node.items : [node];
}

const noTexts: readonly Given<string>[] = [];

/** The texts of a key: of a list, or of the one value. */
export function texts(map: YamlMap, key: string): readonly Given<string>[] {
  const items = itemsAt(map, key);
  return items.length === 0 ? noTexts : items.flatMap((item) => textOf(item) ?? []);
}

/** The list of a key. */
export function listAt(map: YamlMap, key: string): YamlList | null {
  const value = nodeAt(map, key);
  return value?.kind === "list" ? value : null;
}
