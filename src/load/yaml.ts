/**
 * Reading YAML: text → positioned tree with comments. What the parser refuses is diagnosed, taken away and read again, so
 * that one run finds all faults; js-yaml is imported by the `yaml*.ts` files of this folder and nowhere else.
 */
import { EVENT_ID, type Event, parseEvents, YAMLException } from "js-yaml";
import { type Diagnostic, makeDiagnostic, type Outcome } from "../diagnostics/diagnostic.ts";
import type { SourceFile } from "../text/source.ts";
import {
  yamlEmpty,
  yamlIndentation,
  yamlMissingColon,
  yamlNotAMap,
  yamlSeveralDocuments,
  yamlSyntax,
  yamlTooDeep,
  yamlTooManyNodes,
} from "./codes.ts";
import { withoutInnerTabs } from "./inner-tabs.ts";
import { applyEdits, type Edit, offsetIn, type PatchedText, placeIn, unpatched } from "./patched-text.ts";
import { headBefore } from "./readable-head.ts";
import { type Diagnosis, refusalOf, removal } from "./refusal.ts";
import { cureOf } from "./sure-cures.ts";
import { lineNumberAt } from "./trap-lines.ts";
import { diagnose } from "./traps.ts";
import { findQuietTraps } from "./traps-quiet.ts";
import { readComments } from "./yaml-comments.ts";
import type { PlanText, YamlComment, YamlMap, YamlNode } from "./yaml-node.ts";
import { buildTree, maxNesting, maxNodes, type ParsedText } from "./yaml-tree.ts";

/** Most faults that one run repairs, and most text that it reads again for that. */
const maxRepairs = 400;
const maxRepairText = 8 * 1024 * 1024;
/** Most lines with tabs between signs that one attempt gets over. */
const maxTabRounds = 50;

/** Codes that say only that a line does not fit: after a repair of the line they are its echo. */
const vague: ReadonlySet<string> = new Set([yamlSyntax.code, yamlIndentation.code, yamlMissingColon.code]);

/** Codes that speak of the file as a whole. */
const whole: ReadonlySet<string> = new Set([yamlEmpty.code, yamlNotAMap.code]);

/** More signs of structure than that cannot stay within the limit of nodes. */
const maxStructure = 3 * maxNodes;

/**
 * Reads a plan file. Every fault of the text is a finding of family `yaml/`. `root` is null when the file holds no map,
 * passes a limit, or has a fault that leaves open what was meant; `head` then holds what stands before that fault.
 */
export function readYaml(file: SourceFile): Outcome<PlanText> {
  const nothing: PlanText = { root: null, head: null, comments: [] };
  if (file.text.length > maxNodes && countStructure(file.text) > maxStructure) {
    return { value: nothing, findings: [makeDiagnostic(yamlTooManyNodes, start(file), { limit: maxNodes })] };
  }
  const parsed = parseWithRepairs(file, unpatched(file.text));
  if (parsed.events === null) return { value: nothing, findings: parsed.findings };
  const first = withoutMarker(file, parsed) ?? readDocument(file, parsed.patched, parsed.events);
  const quiet = first.root === null ? null : findQuietTraps(file, first.root, first.comments);
  if (quiet === null) return outcome(first, parsed, null);
  const findings = [...parsed.findings, ...quiet.findings];
  const head = readHead(file, parsed, quiet.edits);
  if (quiet.edits.length === 0) return outcome(first, { ...parsed, findings }, head);
  const last = withoutQuietTraps(file, { parsed, read: first, findings }, quiet.edits);
  return outcome(last.read, { ...last.parsed, findings: last.findings }, head);
}

/** Most times that a text is read again for traps which another has hidden. */
const maxQuietRounds = 3;

/** A text as it was read last, with all that was found on the way. */
interface Reading {
  readonly parsed: Parsed;
  readonly read: Read;
  readonly findings: readonly Diagnostic[];
}

/** Makes the edits of quiet traps and reads again: where they kept the file in one text, other faults show only now. */
function withoutQuietTraps(file: SourceFile, before: Reading, edits: readonly Edit[]): Reading {
  let last = before;
  let left = edits;
  for (let round = 0; left.length > 0 && round < maxQuietRounds; round++) {
    const repaired = applyEdits(last.parsed.patched, inCurrentText(last.parsed.patched, left));
    const again = parseWithRepairs(file, repaired);
    if (again.events === null) break;
    const read = readDocument(file, again.patched, again.events);
    // A text that was a map before hides nothing behind its quiet traps, and what was told of it would be found again.
    const wasHidden = last.read.root?.kind !== "map" || again.findings.length > 0;
    const quiet = wasHidden && read.root !== null ? findQuietTraps(file, read.root, read.comments) : null;
    const parsed = { ...again, sure: again.sure && last.parsed.sure };
    left = quiet?.edits ?? [];
    last = { parsed, read, findings: [...last.findings, ...again.findings, ...(quiet?.findings ?? [])] };
  }
  return last;
}

/** The whole items before a fault that leaves open what was meant; what the tree itself tells is told of the whole text. */
function readHead(file: SourceFile, { head }: Parsed, edits: readonly Edit[]): YamlMap | null {
  if (head === null) return null;
  const patched = applyEdits(head, inCurrentText(head, edits));
  const { events } = attempt(patched.text);
  const root = events === null ? null : readDocument(file, patched, events).root;
  return root?.kind === "map" ? root : null;
}

/**
 * The whole of a plan that a stray `---` cuts in two: what stands behind it is no plan of its own, so it is read on. The
 * finding stays. Null where there is no second document, or it is one of its own.
 */
function withoutMarker(file: SourceFile, { events, patched }: Parsed): Read | null {
  if (events === null || !patched.text.includes("---")) return null;
  let documents = 0;
  for (const event of events) if (event.type === EVENT_ID.DOCUMENT) documents++;
  if (documents !== 2) return null;
  const cut = readDocument(file, patched, events);
  const told = cut.findings.find((finding) => finding.code === yamlSeveralDocuments.code);
  const at = told?.span == null ? null : offsetIn(patched, told.span.start);
  if (told === undefined || at === null || cut.root?.kind !== "map") return null;
  if (/^format[ \t]*[:：]/m.test(patched.text.slice(at))) return null;
  const joined = applyEdits(patched, [{ start: at, end: at + 3, text: "" }]);
  const again = attempt(joined.text);
  if (again.events === null) return null;
  const read = readDocument(file, joined, again.events);
  return { ...read, findings: [told, ...read.findings] };
}

function inCurrentText(patched: PatchedText, edits: readonly Edit[]): readonly Edit[] {
  const moved: Edit[] = [];
  for (const edit of edits) {
    const from = offsetIn(patched, edit.start);
    if (from === null) continue;
    const length = edit.end - edit.start;
    // What was taken out between its ends makes it shorter.
    const last = length === 0 ? null : offsetIn(patched, edit.end - 1);
    const end = last === null ? from + length : last + 1;
    moved.push({ ...edit, start: from, end: Math.max(from, Math.min(end, patched.text.length)) });
  }
  return moved;
}

interface Read {
  readonly source: ParsedText;
  readonly root: YamlNode | null;
  readonly comments: readonly YamlComment[];
  readonly findings: readonly Diagnostic[];
}

function outcome(
  read: Read,
  parsed: { readonly findings: readonly Diagnostic[]; readonly sure: boolean },
  head: YamlMap | null,
): Outcome<PlanText> {
  const root = parsed.sure && read.root?.kind === "map" ? read.root : null;
  // What is left after a line was taken out says nothing about the file as a whole.
  const own = parsed.sure ? read.findings : read.findings.filter((finding) => !whole.has(finding.code));
  return { value: { root, head, comments: read.comments }, findings: [...parsed.findings, ...own] };
}

/** The first document of the events as a tree. */
function readDocument(file: SourceFile, patched: PatchedText, events: readonly Event[]): Read {
  const place =
    patched.segments.length === 1 ? (offset: number) => offset : (offset: number) => placeIn(patched, offset);
  const source: ParsedText = { file, text: patched.text, place };
  const comments = readComments(source, events);
  const first = events.findIndex((event) => event.type === EVENT_ID.DOCUMENT) + 1;
  const content = events[first];
  if (content === undefined || first === 0 || isNothing(content)) {
    return { source, root: null, comments, findings: [makeDiagnostic(yamlEmpty, start(file), {})] };
  }
  const tree = buildTree(source, events, first);
  const findings = [...tree.findings];
  if (tree.root !== null && tree.root.kind !== "map") {
    findings.push(makeDiagnostic(yamlNotAMap, firstLineOf(tree.root), { found: tree.root.kind }));
  }
  const second = secondDocument(source, events, first);
  if (second !== null) findings.push(second);
  return { source, root: tree.root, comments, findings };
}

function isNothing(event: Event): boolean {
  return (
    event.type === EVENT_ID.SCALAR && event.valueStart < 0 && event.tagStart < 0 && event.anchorStart < 0
  );
}

function firstLineOf(node: YamlNode) {
  const { file, start: from, end } = node.span;
  const breakAt = file.text.slice(from, end).search(/[\r\n]/);
  return { file, start: from, end: breakAt < 0 ? end : from + breakAt };
}

/** A further document that holds something: found at its `---` line. */
function secondDocument(source: ParsedText, events: readonly Event[], first: number): Diagnostic | null {
  for (let i = first; i < events.length; i++) {
    if (events[i]?.type !== EVENT_ID.DOCUMENT) continue;
    const content = events[i + 1];
    if (content === undefined || isNothing(content) || content.type === EVENT_ID.POP) continue;
    const at =
      "valueStart" in content ? content.valueStart : "start" in content ? content.start : source.text.length;
    const line = Math.max(source.text.lastIndexOf("\n---", at), source.text.lastIndexOf("\r---", at));
    const from = line + 1;
    const span = { file: source.file, start: source.place(from), end: source.place(from + 3) };
    return makeDiagnostic(yamlSeveralDocuments, span, {});
  }
  return null;
}

interface Parsed {
  /** Null when the text cannot be read even with repairs, or passes a limit. */
  readonly events: readonly Event[] | null;
  readonly patched: PatchedText;
  readonly findings: readonly Diagnostic[];
  /** True when every repair says what was meant. */
  readonly sure: boolean;
  /** Where not every repair does: the text of the whole items before the first that does not. */
  readonly head: PatchedText | null;
}

function parseWithRepairs(file: SourceFile, text: PatchedText): Parsed {
  let patched = text;
  let tried = attempt(patched.text);
  patched = { ...patched, text: tried.text };
  if (tried.events !== null) return { events: tried.events, patched, findings: [], sure: true, head: null };
  const findings: Diagnostic[] = [];
  const seen = new Set<string>();
  let sure = true;
  let head: PatchedText | null = null;
  for (
    let round = 0;
    tried.events === null && round < maxRepairs && round * file.text.length < maxRepairText;
    round++
  ) {
    if (tried.reason.startsWith("nesting exceeded")) {
      const at = placeIn(patched, tried.offset);
      findings.push(makeDiagnostic(yamlTooDeep, { file, start: at, end: at }, { limit: maxNesting }));
      return { events: null, patched, findings, sure: false, head: null };
    }
    const refusal = refusalOf(file, patched, tried.offset, tried.reason);
    const cause = diagnose(refusal);
    const line = lineNumberAt(refusal.lines, cause.edits[0]?.start ?? tried.offset);
    const again = isSeen(seen, cause, line);
    for (const edit of cause.edits) seen.add(String(lineNumberAt(refusal.lines, edit.start)));
    if (!again) findings.push(withFix(cause, patched, file));
    const target = refusal.lines[line];
    const edits = again && target !== undefined ? removal(refusal, target) : cause.edits;
    const isSure = cause.sure && !again;
    if (sure && !isSure)
      head = headBefore(patched, Math.min(tried.offset, ...edits.map((edit) => edit.start)));
    sure = sure && isSure;
    const next = applyEdits(patched, edits);
    if (next.text === patched.text) break;
    tried = attempt(next.text);
    patched = { ...next, text: tried.text };
  }
  return { events: tried.events, patched, findings, sure, head };
}

/** The finding with the edits of its repair, where they are a sure cure of the file itself. */
function withFix(cause: Diagnosis, patched: PatchedText, file: SourceFile): Diagnostic {
  const fix = cureOf(cause, patched, file);
  return fix.length === 0 ? cause.finding : { ...cause.finding, fix };
}

/**
 * True for a cause that a repair has met before: the same finding at the same place, or a vague one on a line that was
 * changed. The line goes then, and nothing more is said of it.
 */
function isSeen(seen: Set<string>, cause: Diagnosis, line: number): boolean {
  const { code, span } = cause.finding;
  const same = `${code} ${span?.start ?? ""}`;
  const isKnown = seen.has(same) || (vague.has(code) && seen.has(String(line)));
  seen.add(same);
  return isKnown;
}

type Parse =
  | { readonly events: readonly Event[] }
  | { readonly events: null; readonly offset: number; readonly reason: string };

/** `text` is what was read: tabs between signs stand as spaces in it. */
type Attempt = Parse & { readonly text: string };

function attempt(text: string): Attempt {
  let read = text;
  let tried = parse(read);
  for (let round = 0; tried.events === null && tried.reason === "deficient indentation"; round++) {
    const isTooMuch = round >= maxTabRounds || round * text.length > maxRepairText;
    const spaced = isTooMuch ? null : withoutInnerTabs(read, tried.offset);
    if (spaced === null) break;
    read = spaced;
    tried = parse(read);
  }
  return { ...tried, text: read };
}

function parse(text: string): Parse {
  try {
    return { events: parseEvents(text, { maxDepth: maxNesting + 2 }) };
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    return { events: null, offset: error.mark?.position ?? 0, reason: error.reason };
  }
}

/** Signs that can begin a node: a cheap bound on the number of nodes, taken before anything is built. */
function countStructure(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    // comma, brackets, line feed, carriage return; dash, colon and question mark before a space
    if (unit === 44 || unit === 91 || unit === 123 || unit === 10 || unit === 13) count++;
    else if ((unit === 45 || unit === 58 || unit === 63) && text.charCodeAt(i + 1) <= 32) count++;
  }
  return count;
}

function start(file: SourceFile) {
  return { file, start: 0, end: 0 };
}
