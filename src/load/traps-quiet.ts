/** Traps that parse without error and mean something else than their writer did: found in the tree. */
import { type Diagnostic, makeDiagnostic } from "../diagnostics/diagnostic.ts";
import { FindingList } from "../diagnostics/finding-list.ts";
import { lineStartAt, type SourceFile } from "../text/source.ts";
import { yamlCutValue, yamlMissingSpace, yamlUnquotedRelation } from "./codes.ts";
import type { Edit } from "./patched-text.ts";
import { fixOf, keys, longest, part, reportWide, type Search } from "./quiet-search.ts";
import { colonWith } from "./refusal.ts";
import { shown } from "./shown.ts";
import { searchBullet } from "./traps-bullet.ts";
import {
  searchSeparators,
  searchSplitItems,
  searchSplitNumber,
  searchSplitText,
  searchWideBraces,
  searchWideBracket,
} from "./traps-flow.ts";
import { hasInvisible, searchInvisible } from "./traps-invisible.ts";
import type { YamlComment, YamlEntry, YamlList, YamlMap, YamlNode, YamlScalar } from "./yaml-node.ts";

/** Findings, and the edits of the file's text that say what was meant. */
export interface QuietTraps {
  readonly findings: readonly Diagnostic[];
  readonly edits: readonly Edit[];
}

const wideSigns = /[\u3000\uff01-\uff5e]/;
const wideEntry = /^([A-Za-z][\w-]*)[ \u3000]*[：﹕︰∶][ \u3000]*/;
const tightEntry = /^([A-Za-z][\w-]*):(?=[^\s:/])/;
const leadingWideSpace = /^\u3000+/;

/** All quiet traps of a tree, in document order but for cut values, which come last. */
export function findQuietTraps(
  file: SourceFile,
  root: YamlNode,
  comments: readonly YamlComment[],
): QuietTraps {
  const search: Search = { file, findings: new FindingList(), edits: [], seen: new Set() };
  if (root.kind === "scalar") searchLoneText(search, root);
  else searchNode(search, root, "");
  for (const comment of comments) searchComment(search, comment);
  return search;
}

/** `key` is the one under which the node stands, directly or as an item. */
function searchNode(search: Search, node: YamlNode, key: string): void {
  if (node.kind === "scalar" || search.seen.has(node)) return;
  search.seen.add(node);
  if (node.kind === "list") searchList(search, node, key);
  else searchMap(search, node);
}

function searchList(search: Search, list: YamlList, key: string): void {
  if (list.flow) {
    if (searchWideBraces(search, list)) return;
    searchSplitItems(search, list);
    searchSeparators(search, list, key);
  }
  for (const item of list.items) {
    if (item.kind !== "scalar") searchNode(search, item, key);
    else if (!list.flow) searchLoneText(search, item);
  }
}

function searchMap(search: Search, map: YamlMap): void {
  let before: YamlEntry | null = null;
  for (const [index, entry] of map.entries.entries()) {
    const { key, value } = entry;
    if (key.text === "id" && value.kind === "scalar") searchInvisible(search, value, true);
    // A word that the format knows is no trap; without a value it may be the rest of one.
    const isEmpty = value.kind === "scalar" && value.text === "";
    if (isEmpty || !keys.has(key.text)) searchKey(search, map, index, entry, before);
    if (value.kind !== "scalar") searchNode(search, value, key.text);
    else if (value.style === "plain" && value.text !== "") searchValue(search, entry, value, map.flow);
    else if (value.style === "block" && value.text.trim() === "") searchRelation(search, key, value);
    before = entry;
  }
}

function searchKey(
  search: Search,
  map: YamlMap,
  index: number,
  entry: YamlEntry,
  before: YamlEntry | null,
): void {
  const { key, value } = entry;
  if (hasInvisible(key.text)) searchInvisible(search, key, keys.has(key.text.replace(/\p{Cf}/gu, "")));
  if (!map.flow && searchBullet(search, key)) {
    // What hangs on the item is read again as an item.
  } else if (key.style === "plain" && wideSigns.test(key.text))
    searchWideKey(search, entry, before, map.flow);
  else if (map.flow && key.style === "plain" && value.kind === "scalar" && value.text === "") {
    if (!searchSplitNumber(search, before, entry) && !searchTightEntry(search, key))
      searchSplitText(search, map, index);
  }
  if (!map.flow && key.text.startsWith("-")) searchDash(search, key);
}

function searchValue(search: Search, entry: YamlEntry, value: YamlScalar, flow: boolean): void {
  if (flow && searchJoinedEntries(search, value)) return;
  if (searchWideBracket(search, value)) return;
  if (entry.key.text === "id" && wideSigns.test(value.text)) searchWideId(search, value);
  else if (!flow && isOnNextLine(search, entry, value)) searchLoneText(search, value);
}

function isOnNextLine({ file }: Search, { key }: YamlEntry, { span }: YamlScalar): boolean {
  // No line end fits between a colon and a space.
  return span.start - key.span.end > 2 && /[\r\n]/.test(file.text.slice(key.span.end, span.start));
}

/** `{ id:a }`: one word for YAML. */
function searchTightEntry(search: Search, key: YamlScalar): boolean {
  const word = tightEntry.exec(key.text.slice(0, longest))?.[1];
  if (word === undefined || !keys.has(word)) return false;
  reportTight(search, key.span.start + word.length, word);
  return true;
}

function reportTight(search: Search, at: number, key: string): void {
  const edits = [{ start: at + 1, end: at + 1, text: " " }];
  // Behind the space a quote or a bracket would begin something else than what was read.
  const isWord = /[\p{L}\p{N}]/u.test(search.file.text[at + 1] ?? "");
  const extras = { fix: isWord ? fixOf(search, edits) : [] };
  const span = part(search, at, at + 1);
  search.findings.push(makeDiagnostic(yamlMissingSpace, span, { key, sign: ":" }, extras));
  search.edits.push(...edits);
}

/** A key with full-width letters, digits, space, or a full-width colon that swallowed its value. */
function searchWideKey(search: Search, entry: YamlEntry, before: YamlEntry | null, flow: boolean): void {
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
    // Where the line is indented by spaces already, or stands below no open key, the wide one only came on top.
    const isBelow = before !== null && before.value.span.start === before.value.span.end;
    const isIndented = search.file.text[key.span.start - 1] === " " || !isBelow;
    // How many columns a wide space stood for is a guess.
    reportWide(search, key.span.start, end, "\u3000", " ", isIndented ? "" : "  ".repeat(lead), end, []);
    return;
  }
  const normal = key.text.normalize("NFKC").trim();
  if (keys.has(normal)) reportWide(search, key.span.start, key.span.end, key.text, normal);
}

/** `-id: a`: the dash of a list item became part of the key. */
function searchDash(search: Search, key: YamlScalar): void {
  const word = key.text.slice(1);
  if (!keys.has(word)) return;
  // No cure: which of the lines below belong to the item is the writer's to say.
  search.findings.push(makeDiagnostic(yamlMissingSpace, key.span, { key: word, sign: "-" }));
  search.edits.push({ start: key.span.start + 1, end: key.span.start + 1, text: " " });
}

/** An id with brackets (三（一）) is none in half width either: that is told as what it is. */
function searchWideId(search: Search, value: YamlScalar): void {
  if (/[（）]/.test(value.text)) return;
  const normal = value.text.normalize("NFKC").trim();
  const { start, end } = value.span;
  // What names it elsewhere would have to change with it.
  reportWide(search, start, end, value.text, normal, normal, end, []);
}

/** `{ id: a，name：b }`: full-width signs keep the entries in one value. */
function searchJoinedEntries(search: Search, value: YamlScalar): boolean {
  if (!/[，；、]/.test(value.text)) return false;
  const text = search.file.text.slice(value.span.start, Math.min(value.span.end, value.span.start + longest));
  let isJoined = false;
  const joined = /[，；、][ \u3000]*([A-Za-z][\w-]*)[ \u3000]*(：[ \u3000]*|:)/g;
  for (const found of text.matchAll(joined)) {
    const word = found[1] ?? "";
    if (!keys.has(word)) continue;
    const at = value.span.start + found.index;
    reportWide(search, at, at + 1, found[0][0] ?? "", ", ", `, ${word}: `, at + found[0].length);
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
      const offset = found[0].search(/[：﹕︰∶]/);
      const colon = at + offset;
      const right = colonWith(found[0].slice(offset + 1), content[found[0].length]);
      reportWide(search, colon, colon + 1, found[0][offset] ?? "", ": ", right, at + found[0].length);
    } else if (tight !== undefined && keys.has(tight)) reportTight(search, at + tight.length, tight);
    offset += line.length;
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
  const edits = [{ start: at, end: at + written.length, text: right }];
  const extras = { suggestion: right, fix: fixOf(search, edits) };
  search.findings.push(makeDiagnostic(yamlUnquotedRelation, span, { value: written }, extras));
  search.edits.push(...edits);
}

/** `name: 建设 #3 号楼`: a comment that looks like the rest of a value. */
function searchComment(search: Search, comment: YamlComment): void {
  if (comment.ownLine || /^(?:[\s#!]|$)/.test(comment.text)) return;
  const { text } = search.file;
  const lineStart = lineStartAt(text, comment.span.start);
  const before = text.slice(Math.max(lineStart, comment.span.start - longest), comment.span.start).trimEnd();
  const isChinese = /[\p{Script=Han}）】》”]$/u.test(before);
  const isNumber = /[\p{L}\p{N}%％)]$/u.test(before) && /^\d/.test(comment.text);
  if (!isChinese && !isNumber) return;
  const value = /(?:: |- )(?!.*: )(.*)$/.exec(before)?.[1] ?? before.trim();
  const rest = shown(`#${comment.text}`);
  search.findings.push(makeDiagnostic(yamlCutValue, comment.span, { value: shown(value), rest }));
}
