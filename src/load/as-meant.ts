/**
 * The tree as it was meant: a misspelt key or word that has one sure correction is read as corrected, so that what hangs
 * on it is not told as missing; sections inside a section are read behind it, owners in a list as the first of them with the others. The finding stays. Nothing under `assess` is guessed, neither the method nor its parameters: each
 * gives another figure.
 */
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { schemaType, schemaUnknownKey, schemaValue } from "./codes-schema.ts";
import { withFlatSections } from "./nested-sections.ts";
import { ownersAsMeant } from "./owner-lists.ts";
import type { YamlDocument, YamlEntry, YamlMap, YamlNode } from "./yaml-node.ts";

/** Corrections by the offset at which the misspelt word begins. */
type Corrections = ReadonlyMap<number, string>;

const correctable: ReadonlySet<string> = new Set([schemaUnknownKey.code, schemaValue.code, schemaType.code]);

/** The document with the suggestions of the schema's findings taken; the same document where there are none. */
export function readAsMeant(document: YamlDocument, findings: readonly Diagnostic[]): YamlDocument {
  const corrections = new Map<number, string>();
  for (const { code, span, suggestion } of findings) {
    if (suggestion !== null && span !== null && correctable.has(code))
      corrections.set(span.start, suggestion);
  }
  if (document.root === null) return document;
  const isNested = findings.some(
    ({ code, args }) => code === schemaUnknownKey.code && args.nestedIn !== null,
  );
  if (corrections.size === 0 && !isNested) return document;
  const root = correctedMap(document.root, corrections);
  return { ...document, root: isNested ? withFlatSections(root) : root };
}

function corrected(node: YamlNode, corrections: Corrections): YamlNode {
  if (node.kind === "map") return correctedMap(node, corrections);
  if (node.kind === "list") {
    if (corrections.has(node.span.start)) return ownersAsMeant(node);
    return { ...node, items: node.items.map((item) => corrected(item, corrections)) };
  }
  const text = corrections.get(node.span.start);
  return text === undefined ? node : { ...node, text };
}

function correctedMap(map: YamlMap, corrections: Corrections): YamlMap {
  const entries = map.entries.map(({ key, value }): YamlEntry => {
    const meant = corrections.get(key.span.start);
    const isFree = meant !== undefined && !map.entries.some((entry) => entry.key.text === meant);
    const name = isFree ? meant : key.text;
    return {
      key: isFree ? { ...key, text: meant } : key,
      value: name === "assess" ? value : corrected(value, corrections),
    };
  });
  return { ...map, entries };
}
