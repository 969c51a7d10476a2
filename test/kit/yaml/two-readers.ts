/**
 * One text through two YAML libraries. Ours is js-yaml's events and the tree made from them; the other is the package `yaml`
 * with its schema of plain texts, because every scalar of a plan stays the text that it is written as.
 */
import { EVENT_ID, type Event, parseEvents, YAMLException } from "js-yaml";
import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  parseAllDocuments,
  Scalar,
  type YAMLMap,
} from "yaml";
import type { YamlNode } from "../../../src/load/yaml-node.ts";
import { buildTree, maxNesting } from "../../../src/load/yaml-tree.ts";

/** A tree as plain data: a map is a list of pairs, so that order and twins show. */
export type Plain = string | readonly Plain[] | { readonly map: readonly (readonly [string, Plain])[] };

/** What a library made of a text. */
export type Reading =
  | { readonly read: true; readonly roots: readonly Plain[] }
  | { readonly read: false; readonly code: string };

/** The tree of our reader as plain data. */
export function plain(node: YamlNode): Plain {
  if (node.kind === "scalar") return node.text;
  if (node.kind === "list") return node.items.map(plain);
  return { map: node.entries.map(({ key, value }) => [key.text, plain(value)] as const) };
}

/** What our parser and tree make of a text, before anything is repaired. */
export function readByEvents(text: string): Reading {
  try {
    const events = parseEvents(text, { maxDepth: maxNesting + 2 });
    const starts = events.flatMap((event, i) => (event.type === EVENT_ID.DOCUMENT ? [i + 1] : []));
    const source = { file: { name: "x", text }, text, place: (offset: number) => offset };
    const filled = starts.filter((first) => !isNothing(events[first]));
    const roots = filled.map((first) => buildTree(source, events, first).root);
    return { read: true, roots: roots.map((root) => (root === null ? "" : plain(root))) };
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    return { read: false, code: error.reason };
  }
}

function isNothing(event: Event | undefined): boolean {
  return (
    event?.type === EVENT_ID.SCALAR && event.valueStart < 0 && event.anchorStart < 0 && event.tagStart < 0
  );
}

/** What the package `yaml` makes of it. */
export function readByPackage(text: string): Reading {
  // YAML ends a line at a lone carriage return; the package does so only before a line feed.
  const lines = text.replace(/\r(?!\n)/g, "\n");
  const documents = parseAllDocuments(lines, { schema: "failsafe", uniqueKeys: false, prettyErrors: false });
  if ("empty" in documents) {
    const [error] = documents.errors;
    return error === undefined ? { read: true, roots: [] } : { read: false, code: error.code };
  }
  for (const { errors } of documents) {
    if (errors[0] !== undefined) return { read: false, code: errors[0].code };
  }
  // A lone `...` makes a document of nothing for the package, and none for YAML.
  const filled = documents.filter(
    ({ contents }) => !isScalar(contents) || contents.source !== "" || hasProperty(contents),
  );
  return { read: true, roots: filled.map((document) => plainOf(document.contents, document, new Set())) };
}

function hasProperty({ anchor, tag, type }: Scalar): boolean {
  return anchor !== undefined || tag !== undefined || type !== Scalar.PLAIN;
}

/** A node as our tree holds it: of equal keys the first, no keys but texts, an alias in its own anchor is nothing. */
function plainOf(node: unknown, document: Document.Parsed, open: Set<unknown>): Plain {
  if (isAlias(node)) {
    const target = node.resolve(document);
    return target === undefined || open.has(target) ? "" : plainOf(target, document, open);
  }
  if (isScalar(node)) return node.source ?? String(node.value ?? "");
  open.add(node);
  let made: Plain = "";
  if (isSeq(node)) made = node.items.map((item) => plainOf(item, document, open));
  else if (isMap(node)) made = { map: entriesOf(node, document, open) };
  open.delete(node);
  return made;
}

function entriesOf(
  map: YAMLMap,
  document: Document.Parsed,
  open: Set<unknown>,
): (readonly [string, Plain])[] {
  const entries = new Map<string, Plain>();
  const merged: (readonly [string, Plain])[] = [];
  for (const pair of map.items) {
    const key = isAlias(pair.key) ? pair.key.resolve(document) : pair.key;
    if (!isScalar(key)) continue;
    const word = key.source ?? String(key.value ?? "");
    const isPlain = key.type === undefined || key.type === Scalar.PLAIN;
    if (entries.has(word) || (isPlain && word === "")) continue;
    const value = plainOf(pair.value, document, open);
    if (isPlain && word === "<<") merged.push(...mergedEntries(value));
    else entries.set(word, value);
  }
  for (const [word, value] of merged) if (!entries.has(word)) entries.set(word, value);
  return [...entries];
}

/** The entries of a map, or of several in a list, as YAML 1.1 merged them. */
function mergedEntries(value: Plain): readonly (readonly [string, Plain])[] {
  const maps: readonly Plain[] = isList(value) ? value : [value];
  return maps.flatMap((each) => (typeof each === "string" || isList(each) ? [] : each.map));
}

function isList(value: Plain): value is readonly Plain[] {
  return Array.isArray(value);
}
