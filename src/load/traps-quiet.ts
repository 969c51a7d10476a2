/** Traps that parse without error and mean something else than their writer did: found in the tree. */
import { planKeys } from "../../generated/plan-schema.js";
import { type Diagnostic, type FindingExtras, makeDiagnostic } from "../diagnostics/diagnostic.ts";
import type { SourceFile, Span } from "../text/source.ts";
import {
  yamlCutValue,
  yamlFullWidth,
  yamlListSeparator,
  yamlMissingSpace,
  yamlSplitNumber,
  yamlUnquotedRelation,
} from "./codes.ts";
import type { Edit } from "./patched-text.ts";
import { shown } from "./shown.ts";
import type { YamlComment, YamlEntry, YamlList, YamlMap, YamlNode, YamlScalar } from "./yaml-node.ts";

/** Findings, and the edits of the file's text that say what was meant. */
export interface QuietTraps {
  readonly findings: readonly Diagnostic[];
  readonly edits: readonly Edit[];
}

interface Search {
  readonly file: SourceFile;
  readonly findings: Diagnostic[];
  readonly edits: Edit[];
  /** Nodes seen: an aliased node is searched once. */
  readonly seen: Set<YamlNode>;
}

const keys: ReadonlySet<string> = new Set(planKeys);
const wideSigns = /[\u3000\uff01-\uff5e]/;
const wideSeparators = /[，、；]/;
const wideEntry = /^([A-Za-z][\w-]*)[ \u3000]*：[ \u3000]*/;
const tightEntry = /^([A-Za-z][\w-]*):(?=[^\s:/])/;
const wholeNumber = /^[^,]*(?:,\d{3}(?!\d))+[^,\]}\s]*/;
const leadingWideSpace = /^\u3000+/;
const longest = 2000;

/** All quiet traps of a tree, in document order but for cut values, which come last. */
export function findQuietTraps(
  file: SourceFile,
  root: YamlNode,
  comments: readonly YamlComment[],
): QuietTraps {
  const search: Search = { file, findings: [], edits: [], seen: new Set() };
  if (root.kind === "scalar") searchLoneText(search, root);
  else searchNode(search, root);
  for (const comment of comments) searchComment(search, comment);
  return search;
}

function searchNode(search: Search, node: YamlNode): void {
  if (node.kind === "scalar" || search.seen.has(node)) return;
  search.seen.add(node);
  if (node.kind === "list") searchList(search, node);
  else searchMap(search, node);
}

function searchList(search: Search, list: YamlList): void {
  if (list.flow) searchSeparators(search, list);
  for (const item of list.items) {
    if (item.kind !== "scalar") searchNode(search, item);
    else if (!list.flow) searchLoneText(search, item);
  }
}

function searchMap(search: Search, map: YamlMap): void {
  let before: YamlEntry | null = null;
  for (const entry of map.entries) {
    const { key, value } = entry;
    if (key.style === "plain" && wideSigns.test(key.text)) searchWideKey(search, entry, map.flow);
    else if (map.flow && key.style === "plain" && value.kind === "scalar" && value.text === "") {
      if (!searchSplitNumber(search, before, entry)) searchTightEntry(search, key);
    }
    if (!map.flow && key.text.startsWith("-")) searchDash(search, key);
    if (value.kind !== "scalar") searchNode(search, value);
    else if (value.style === "plain" && value.text !== "") searchValue(search, entry, value, map.flow);
    else if (value.style === "block" && value.text.trim() === "") searchRelation(search, key, value);
    before = entry;
  }
}

function searchValue(search: Search, entry: YamlEntry, value: YamlScalar, flow: boolean): void {
  if (flow && searchJoinedEntries(search, value)) return;
  if (entry.key.text === "id" && wideSigns.test(value.text)) searchWideId(search, value);
  else if (!flow && /[\r\n]/.test(search.file.text.slice(entry.key.span.end, value.span.start)))
    searchLoneText(search, value);
}

/** `{ reach: 1,000 }`: the digits behind the comma became a key of their own. */
function searchSplitNumber(search: Search, before: YamlEntry | null, entry: YamlEntry): boolean {
  const { key } = entry;
  if (before === null || !/^\d{3}(?!\d)/.test(key.text)) return false;
  const number = before.value.kind === "scalar" && before.value.text !== "" ? before.value : before.key;
  if (number.style !== "plain" || !/\d$/.test(number.text)) return false;
  if (search.file.text.slice(number.span.end, key.span.start) !== ",") return false;
  search.edits.push({ start: number.span.end, end: key.span.start, text: "" });
  // Of 1,000,000 the second comma is the same fault as the first.
  if (number === before.key) return true;
  const written = wholeNumber.exec(
    search.file.text.slice(number.span.start, number.span.start + longest),
  )?.[0];
  if (written === undefined) return true;
  const span = part(search, number.span.start, number.span.start + written.length);
  const args = { number: shown(written), read: shown(number.text) };
  search.findings.push(
    makeDiagnostic(yamlSplitNumber, span, args, { suggestion: written.replaceAll(",", "") }),
  );
  return true;
}

/** `{ id:a }`: one word for YAML. */
function searchTightEntry(search: Search, key: YamlScalar): void {
  const word = tightEntry.exec(key.text.slice(0, longest))?.[1];
  if (word !== undefined && keys.has(word)) reportTight(search, key.span.start + word.length, word);
}

function reportTight(search: Search, at: number, key: string): void {
  search.findings.push(makeDiagnostic(yamlMissingSpace, part(search, at, at + 1), { key, sign: ":" }));
  search.edits.push({ start: at + 1, end: at + 1, text: " " });
}

/** A key with full-width letters, digits, space, or a full-width colon that swallowed its value. */
function searchWideKey(search: Search, entry: YamlEntry, flow: boolean): void {
  const { key } = entry;
  const colon = key.text.indexOf("：");
  const isAlone = entry.value.kind === "scalar" && entry.value.text === "";
  if (flow && colon > 0 && isAlone) {
    reportWide(search, key.span.start + colon, key.span.start + colon + 1, "：", ": ");
    return;
  }
  const lead = flow ? undefined : leadingWideSpace.exec(key.text)?.[0].length;
  if (lead !== undefined) {
    const end = key.span.start + lead;
    reportWide(search, key.span.start, end, "\u3000", " ", "  ".repeat(lead));
    return;
  }
  const normal = key.text.normalize("NFKC").trim();
  if (keys.has(normal)) reportWide(search, key.span.start, key.span.end, key.text, normal);
}

/** `-id: a`: the dash of a list item became part of the key. */
function searchDash(search: Search, key: YamlScalar): void {
  const word = key.text.slice(1);
  if (!keys.has(word)) return;
  search.findings.push(makeDiagnostic(yamlMissingSpace, key.span, { key: word, sign: "-" }));
  search.edits.push({ start: key.span.start + 1, end: key.span.start + 1, text: " " });
}

function searchWideId(search: Search, value: YamlScalar): void {
  const normal = value.text.normalize("NFKC").trim();
  reportWide(search, value.span.start, value.span.end, value.text, normal);
}

/** `{ id: a，name：b }`: full-width signs keep the entries in one value. */
function searchJoinedEntries(search: Search, value: YamlScalar): boolean {
  const text = search.file.text.slice(value.span.start, Math.min(value.span.end, value.span.start + longest));
  if (!text.includes("，")) return false;
  let isJoined = false;
  const joined = /，[ \u3000]*([A-Za-z][\w-]*)[ \u3000]*(：[ \u3000]*|:)/g;
  for (const found of text.matchAll(joined)) {
    const word = found[1] ?? "";
    if (!keys.has(word)) continue;
    const at = value.span.start + found.index;
    reportWide(search, at, at + 1, "，", ", ", `, ${word}: `, at + found[0].length);
    isJoined = true;
  }
  return isJoined;
}

/** Lines `key：value` or `key:value` that YAML took for one text. */
function searchLoneText(search: Search, node: YamlScalar): void {
  if (node.style !== "plain" || node.text.length > longest) return;
  if (!wideEntry.test(node.text) && !tightEntry.test(node.text)) return;
  const source = search.file.text.slice(node.span.start, node.span.end);
  let offset = 0;
  for (const line of source.split(/(?<=[\r\n])/)) {
    const lead = line.length - line.trimStart().length;
    const content = line.slice(lead);
    const at = node.span.start + offset + lead;
    const found = wideEntry.exec(content);
    const tight = tightEntry.exec(content)?.[1];
    if (found !== null && keys.has(found[1] ?? "")) {
      const colon = at + found[0].indexOf("：");
      reportWide(search, colon, colon + 1, "：", ": ", ": ", at + found[0].length);
    } else if (tight !== undefined && keys.has(tight)) reportTight(search, at + tight.length, tight);
    offset += line.length;
  }
}

/** `[区民政局、区财政局]`: read as one item, meant as two. */
function searchSeparators(search: Search, list: YamlList): void {
  const isPlain = list.items.every((item) => item.kind === "scalar" && item.style === "plain");
  if (!isPlain) return;
  for (const item of list.items) {
    if (item.kind !== "scalar" || item.text.length > longest) continue;
    const sign = wideSeparators.exec(item.text)?.[0];
    if (sign === undefined) continue;
    const source = search.file.text.slice(item.span.start, item.span.end);
    const right = source.replace(/\s*[，、；]\s*/g, ", ");
    const args = { item: shown(item.text), sign };
    search.findings.push(makeDiagnostic(yamlListSeparator, item.span, args, { suggestion: right }));
    search.edits.push({ start: item.span.start, end: item.span.end, text: right });
  }
}

/** `hold: >5`: the head of a folded text with nothing in it. */
function searchRelation(search: Search, key: YamlScalar, value: YamlScalar): void {
  const head = search.file.text.slice(key.span.end, value.span.start);
  const found = /^\s*:\s+(>\d+)[ \t]*(?:#[^\r\n]*)?(?:[\r\n]|$)/.exec(head);
  const written = found?.[1];
  if (found === null || written === undefined) return;
  const at = key.span.end + found[0].indexOf(">");
  const span = part(search, at, at + written.length);
  const right = `"${written}"`;
  search.findings.push(makeDiagnostic(yamlUnquotedRelation, span, { value: written }, { suggestion: right }));
  search.edits.push({ start: at, end: at + written.length, text: right });
}

/** `name: 建设 #3 号楼`: a comment that looks like the rest of a value. */
function searchComment(search: Search, comment: YamlComment): void {
  if (comment.ownLine || /^(?:[\s#!]|$)/.test(comment.text)) return;
  const { text } = search.file;
  const lineStart =
    Math.max(text.lastIndexOf("\n", comment.span.start - 1), text.lastIndexOf("\r", comment.span.start - 1)) +
    1;
  const before = text.slice(Math.max(lineStart, comment.span.start - longest), comment.span.start).trimEnd();
  const isChinese = /\p{Script=Han}$/u.test(before);
  const isNumber = /[\p{L}\p{N}]$/u.test(before) && /^\d/.test(comment.text);
  if (!isChinese && !isNumber) return;
  const value = /(?:: |- )(?!.*: )(.*)$/.exec(before)?.[1] ?? before.trim();
  const rest = shown(`#${comment.text}`);
  search.findings.push(makeDiagnostic(yamlCutValue, comment.span, { value: shown(value), rest }));
}

/** Reports a full-width sign; `edit` and `editEnd` say what replaces it, if more than the expected sign. */
function reportWide(
  search: Search,
  start: number,
  end: number,
  found: string,
  expected: string,
  edit: string = expected,
  editEnd: number = end,
): void {
  const extras: FindingExtras = { suggestion: expected };
  search.findings.push(
    makeDiagnostic(
      yamlFullWidth,
      part(search, start, end),
      { found: found.slice(0, 60), expected: expected.slice(0, 60) },
      extras,
    ),
  );
  search.edits.push({ start, end: editEnd, text: edit });
}

function part(search: Search, start: number, end: number): Span {
  return { file: search.file, start, end };
}
