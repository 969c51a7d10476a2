/** Faults that show while the tree is made, each of one entry: keys, merges, tags, escapes. */
import { COLLECTION_STYLE, EVENT_ID, type Event, type ScalarEvent } from "js-yaml";
import { type Diagnostic, makeDiagnostic } from "../diagnostics/diagnostic.ts";
import type { Span } from "../text/source.ts";
import {
  yamlComplexKey,
  yamlDuplicateKey,
  yamlEscape,
  yamlMergeKey,
  yamlTag,
  yamlUnquotedText,
} from "./codes.ts";
import { shown } from "./shown.ts";
import { longestLine } from "./trap-lines.ts";
import { skipBlank } from "./yaml-ends.ts";
import type { YamlMap, YamlNode, YamlScalar } from "./yaml-node.ts";
import type { ParsedText } from "./yaml-tree.ts";

/** What is read, and what is told of it. */
export interface Told {
  readonly source: ParsedText;
  readonly findings: Diagnostic[];
}

/** Tags of the YAML core schema by what they may stand before: they change nothing, every scalar is read by its text. */
const coreTags = {
  scalar: new Set(["!", "!!str", "!!int", "!!float", "!!bool", "!!null"]),
  map: new Set(["!", "!!map"]),
  list: new Set(["!", "!!seq"]),
};
/** True for the key of an entry that may stay: a word, not there yet. */
export function acceptEntry(tree: Told, key: YamlNode, seen: Map<string, YamlScalar>): key is YamlScalar {
  if (key.kind !== "scalar" || (key.text === "" && key.style === "plain")) {
    tree.findings.push(makeDiagnostic(yamlComplexKey, key.span, {}));
    return false;
  }
  const first = seen.get(key.text);
  if (first !== undefined) {
    const note = { en: "first stated here; this one is used", zhHans: "首次出现于此，以此为准" };
    tree.findings.push(
      makeDiagnostic(
        yamlDuplicateKey,
        key.span,
        { key: shown(key.text) },
        { related: [{ span: first.span, note }] },
      ),
    );
    return false;
  }
  seen.set(key.text, key);
  return true;
}

/** True for `<<`, not in quotes. */
export function isMergeKey(key: YamlNode): boolean {
  return key.kind === "scalar" && key.text === "<<" && key.style === "plain";
}

/** The maps whose keys a merge key brings in, for what hangs on those keys: the merge itself stays a fault. */
export function mergedMaps(tree: Told, key: YamlNode, value: YamlNode): readonly YamlMap[] {
  const values = value.kind === "list" ? value.items : [value];
  const maps = values.filter((each) => each.kind === "map");
  const isRead = maps.length > 0 && maps.length === values.length;
  tree.findings.push(makeDiagnostic(yamlMergeKey, key.span, { isRead }));
  return maps;
}

/** `a: &x b: c`: the parser takes the second key for the first of a map, which must begin on a line of its own. */
export function checkOwnLine(tree: Told, event: Event | undefined, keyEnd: number, colonEnd: number): void {
  if (event?.type !== EVENT_ID.MAPPING || event.style === COLLECTION_STYLE.FLOW) return;
  const { text } = tree.source;
  if (/[\r\n]/.test(text.slice(keyEnd, event.start))) return;
  const start = skipBlank(text, colonEnd);
  const rest = /^[^\r\n]*/.exec(text.slice(start, start + longestLine))?.[0] ?? "";
  const end = start + rest.replace(/\s+#.*$/, "").trimEnd().length;
  const value = shown(text.slice(start, end));
  const single = /["\\]/.test(text.slice(start, end));
  tree.findings.push(
    makeDiagnostic(yamlUnquotedText, spanOf(tree, start, end), { value, sign: ": ", single }),
  );
}

/** `\U00110000` is beyond the last character; the parser makes something of it all the same. */
export function checkEscapes(tree: Told, { valueStart, valueEnd }: ScalarEvent): void {
  const source = tree.source.text.slice(valueStart, valueEnd);
  if (!source.includes("\\U")) return;
  for (const found of source.matchAll(/\\(?:U([\da-fA-F]{8})|.)/gs)) {
    if (found[1] === undefined || Number.parseInt(found[1], 16) <= 0x10ffff) continue;
    const at = valueStart + found.index;
    const span = spanOf(tree, at, at + found[0].length);
    tree.findings.push(makeDiagnostic(yamlEscape, span, { sequence: found[0] }));
  }
}

/** A tag that means something else than text. `alone`: no value stands behind the tag, so that `unit: !` would be lost without a word; only `!!null` says so. */
export function checkTag(
  tree: Told,
  start: number,
  end: number,
  kind: YamlNode["kind"],
  alone: boolean,
): void {
  if (start < 0) return;
  const tag = tree.source.text.slice(start, end);
  if (coreTags[kind].has(tag) && (!alone || tag === "!!null")) return;
  const extras = alone ? { suggestion: `"${shown(tag)}"` } : {};
  tree.findings.push(makeDiagnostic(yamlTag, spanOf(tree, start, end), { tag: shown(tag), alone }, extras));
}

/** A range of the parsed text as a span of the file. */
export function spanOf(tree: Told, start: number, end: number): Span {
  const { file, place } = tree.source;
  return { file, start: place(start), end: place(end) };
}
