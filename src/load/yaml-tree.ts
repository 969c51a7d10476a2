/**
 * Parser events → positioned tree. Settles aliases, tags, merge keys, duplicate keys and the limits on nodes and
 * nesting; a fault costs only the entry it stands in.
 */
import {
  COLLECTION_STYLE,
  EVENT_ID,
  type Event,
  getScalarValue,
  type MappingEvent,
  SCALAR_STYLE,
  type ScalarEvent,
  type SequenceEvent,
} from "js-yaml";
import { type Diagnostic, makeDiagnostic } from "../diagnostics/diagnostic.ts";
import { FindingList } from "../diagnostics/finding-list.ts";
import type { SourceFile, Span } from "../text/source.ts";
import { yamlAliasCycle, yamlTooDeep, yamlTooManyNodes, yamlUnknownAlias } from "./codes.ts";
import { shown } from "./shown.ts";
import { afterColon, afterDash, closingEnd, trimmed } from "./yaml-ends.ts";
import {
  acceptEntry,
  checkEscapes,
  checkOwnLine,
  checkTag,
  isMergeKey,
  mergedMaps,
  spanOf,
} from "./yaml-faults.ts";
import type { YamlEntry, YamlList, YamlMap, YamlNode, YamlScalar } from "./yaml-node.ts";

/** Most nodes of a plan, every use of an alias counted with all that hangs below it; a long text counts as several. */
export const maxNodes = 1_000_000;
/** Characters that count as one more node: a text of a million, used a thousand times, is no small plan. */
const nodeText = 64;
/** Most levels of maps and lists inside each other. */
export const maxNesting = 200;

/** Tags that make a text of any value. */
const textTags = new Set(["!", "!!str"]);

/** The text that the parser read, and where its offsets lie in the file (the two differ only after a repair). */
export interface ParsedText {
  readonly file: SourceFile;
  readonly text: string;
  /** Offset in the parsed text → offset in the file. */
  readonly place: (offset: number) => number;
}

/** What an anchor stands for, with what the limits need: nodes in it (long texts as several), levels below it. */
interface Anchored {
  readonly node: YamlNode;
  readonly size: number;
  readonly height: number;
}

interface Reader {
  readonly source: ParsedText;
  readonly events: readonly Event[];
  readonly findings: Diagnostic[];
  /** Anchor → node; null while the node is being read, which is how a cycle shows. */
  readonly anchors: Map<string, Anchored | null>;
  next: number;
  /** End of the last thing read, in the parsed text. */
  end: number;
  nodes: number;
  /** Levels below the last node read. */
  height: number;
  /** True once a limit is passed: everything still to come is skipped. */
  stopped: boolean;
}

/** A tree, or null for a root that a limit refused. */
export interface Tree {
  readonly root: YamlNode | null;
  readonly findings: readonly Diagnostic[];
}

/** Reads the node that begins at event `first`. Reports `yaml/duplicate-key` … `yaml/too-many-nodes`. */
export function buildTree(source: ParsedText, events: readonly Event[], first: number): Tree {
  const reader: Reader = {
    source,
    events,
    findings: new FindingList(),
    anchors: new Map(),
    next: first,
    end: 0,
    nodes: 0,
    height: 0,
    stopped: false,
  };
  const root = readNode(reader, 0);
  return { root: reader.stopped ? null : root, findings: reader.findings };
}

function readNode(reader: Reader, depth: number): YamlNode {
  const event = reader.events[reader.next++];
  if (event === undefined || event.type === EVENT_ID.POP || event.type === EVENT_ID.DOCUMENT) {
    throw new Error("parser events out of order");
  }
  if (event.type === EVENT_ID.ALIAS) return readAlias(reader, event.anchorStart, event.anchorEnd, depth);
  const weight =
    event.type === EVENT_ID.SCALAR ? 1 + Math.floor((event.valueEnd - event.valueStart) / nodeText) : 1;
  countNodes(reader, weight, event);
  const anchor = event.anchorStart < 0 ? null : reader.source.text.slice(event.anchorStart, event.anchorEnd);
  if (anchor !== null) reader.anchors.set(anchor, null);
  const kind = event.type === EVENT_ID.SCALAR ? "scalar" : event.type === EVENT_ID.MAPPING ? "map" : "list";
  const alone = event.type === EVENT_ID.SCALAR && event.valueStart < 0;
  checkTag(reader, event.tagStart, event.tagEnd, kind, alone);
  const before = reader.nodes;
  const node = readContent(reader, event, depth);
  const size = event.type === EVENT_ID.SCALAR ? weight : reader.nodes - before + 1;
  if (anchor !== null) reader.anchors.set(anchor, { node, size, height: reader.height });
  return node;
}

function readContent(
  reader: Reader,
  event: ScalarEvent | MappingEvent | SequenceEvent,
  depth: number,
): YamlNode {
  if (event.type === EVENT_ID.SCALAR) {
    reader.height = 0;
    return readScalar(reader, event);
  }
  const isFlow = event.style === COLLECTION_STYLE.FLOW;
  return event.type === EVENT_ID.MAPPING
    ? readMap(reader, event.start, isFlow, depth + 1)
    : readList(reader, event.start, isFlow, depth + 1);
}

function readMap(reader: Reader, start: number, flow: boolean, depth: number): YamlMap {
  const entries: YamlEntry[] = [];
  const seen = new Map<string, YamlScalar>();
  const merged: YamlMap[] = [];
  let height = 0;
  reader.end = start;
  checkDepth(reader, depth, start);
  while (!reader.stopped && !atEnd(reader)) {
    const key = readNode(reader, depth);
    // A key may itself be nested too deep; then nothing behind it stands where it is expected.
    if (reader.stopped) break;
    const keyEnd = reader.end;
    reader.end = afterColon(reader.source.text, keyEnd);
    checkOwnLine(reader, reader.events[reader.next], keyEnd, reader.end);
    const value = readNode(reader, depth);
    height = Math.max(height, reader.height);
    if (isMergeKey(key)) merged.push(...mergedMaps(reader, key, value));
    else if (acceptEntry(reader, key, seen)) entries.push({ key, value });
  }
  for (const entry of merged.flatMap((map) => map.entries)) {
    if (!seen.has(entry.key.text)) entries.push(entry);
    seen.set(entry.key.text, entry.key);
  }
  reader.next++;
  if (flow) reader.end = closingEnd(reader.source.text, reader.end, "}", start);
  reader.height = height + 1;
  return { kind: "map", entries, flow, span: spanOf(reader, start, reader.end) };
}

function readList(reader: Reader, start: number, flow: boolean, depth: number): YamlList {
  const items: YamlNode[] = [];
  let height = 0;
  reader.end = start;
  checkDepth(reader, depth, start);
  while (!reader.stopped && !atEnd(reader)) {
    if (!flow) reader.end = afterDash(reader.source.text, reader.end);
    const item = readNode(reader, depth);
    height = Math.max(height, reader.height);
    items.push(item);
  }
  reader.next++;
  if (flow) reader.end = closingEnd(reader.source.text, reader.end, "]", start);
  reader.height = height + 1;
  return { kind: "list", items, flow, span: spanOf(reader, start, reader.end) };
}

function readScalar(reader: Reader, event: ScalarEvent): YamlScalar {
  const { source } = reader;
  if (event.valueStart < 0) {
    const at =
      event.tagEnd >= 0 || event.anchorEnd >= 0 ? Math.max(event.tagEnd, event.anchorEnd) : reader.end;
    reader.end = at;
    return { kind: "scalar", text: "", style: "plain", span: spanOf(reader, at, at) };
  }
  const text = getScalarValue(source.text, event);
  if (event.style === SCALAR_STYLE.PLAIN) {
    reader.end = event.valueEnd;
    const asText = event.tagStart >= 0 && textTags.has(source.text.slice(event.tagStart, event.tagEnd));
    return {
      kind: "scalar",
      text,
      style: asText ? "quoted" : "plain",
      span: spanOf(reader, event.valueStart, event.valueEnd),
    };
  }
  if (event.style === SCALAR_STYLE.SINGLE_QUOTED || event.style === SCALAR_STYLE.DOUBLE_QUOTED) {
    reader.end = event.valueEnd + 1;
    if (event.style === SCALAR_STYLE.DOUBLE_QUOTED) checkEscapes(reader, event);
    return {
      kind: "scalar",
      text,
      style: "quoted",
      span: spanOf(reader, event.valueStart - 1, event.valueEnd + 1),
    };
  }
  reader.end = event.valueEnd;
  const [start, end] = trimmed(source.text, event.valueStart, event.valueEnd);
  return { kind: "scalar", text, style: "block", span: spanOf(reader, start, end) };
}

function readAlias(reader: Reader, anchorStart: number, anchorEnd: number, depth: number): YamlNode {
  const name = reader.source.text.slice(anchorStart, anchorEnd);
  reader.end = anchorEnd;
  const span = spanOf(reader, anchorStart - 1, anchorEnd);
  const known = reader.anchors.get(name);
  if (known === undefined || known === null) {
    reader.findings.push(
      makeDiagnostic(known === null ? yamlAliasCycle : yamlUnknownAlias, span, { name: shown(name) }),
    );
    reader.height = 0;
    return { kind: "scalar", text: "", style: "plain", span };
  }
  countNodes(reader, known.size, null, span);
  if (depth + known.height > maxNesting)
    stop(reader, makeDiagnostic(yamlTooDeep, span, { limit: maxNesting }));
  reader.height = known.height;
  return known.node;
}

function countNodes(reader: Reader, count: number, event: Event | null, span?: Span): void {
  reader.nodes += count;
  if (reader.nodes <= maxNodes) return;
  const place = event === null || !("start" in event) ? reader.end : event.start;
  stop(reader, makeDiagnostic(yamlTooManyNodes, span ?? spanOf(reader, place, place), { limit: maxNodes }));
}

function checkDepth(reader: Reader, depth: number, start: number): void {
  if (depth > maxNesting) {
    stop(reader, makeDiagnostic(yamlTooDeep, spanOf(reader, start, start + 1), { limit: maxNesting }));
  }
}

function stop(reader: Reader, finding: Diagnostic): void {
  if (!reader.stopped) reader.findings.push(finding);
  reader.stopped = true;
}

function atEnd(reader: Reader): boolean {
  return reader.events[reader.next]?.type === EVENT_ID.POP;
}
