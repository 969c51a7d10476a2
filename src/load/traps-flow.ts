/** Quiet traps inside `{ }` and `[ ]`: what a comma splits there, and signs that look like commas and brackets. */
import { makeDiagnostic } from "../diagnostics/diagnostic.ts";
import { yamlListSeparator, yamlMissingColon, yamlSplitNumber, yamlSplitText } from "./codes.ts";
import { fixOf, keys, longest, part, reportWide, type Search } from "./quiet-search.ts";
import { shown } from "./shown.ts";
import type { YamlEntry, YamlList, YamlMap, YamlScalar } from "./yaml-node.ts";

const wideSeparators = /[，、；]/;
/** A mark in brackets belongs to the name: 各县（市、区）人民政府. */
const bracketed = /（[^（）]{0,60}）|《[^《》]{0,60}》|“[^“”]{0,60}”/g;
// Also to the end of a range: 1,000..2,000. Some write a space behind the comma, or groups of four (万).
const wholeNumber = /^[^,]*(?:, ?\d{3,4}(?!\d))+[^,\]}\s]*(?:,\d{3,4}(?!\d)[^,\]}\s]*)*/;
const wideClosers: Readonly<Record<string, string>> = { "［": "］", "【": "】", "｛": "｝" };
const narrow: Readonly<Record<string, string>> = {
  "［": "[",
  "【": "[",
  "｛": "{",
  "］": "]",
  "】": "]",
  "｝": "}",
};

/** Keys whose lists hold ids or levels: one item in place of two is certainly a fault. */
const listsOfIds: ReadonlySet<string> = new Set([
  "objectives",
  "serves",
  "needs",
  "mitigations",
  "owner",
  "with",
  "data-from",
  "of",
  "tell",
  "indicators",
]);

/** Keys whose values are sentences, which may hold a comma. */
export const freeTexts: ReadonlySet<string> = new Set([
  "name",
  "title",
  "statement",
  "text",
  "wording",
  "note",
  "definition",
  "method",
  "purpose",
  "reason",
]);

/** `{ reach: 1,000 }`: the digits behind the comma became a key of their own. */
export function searchSplitNumber(search: Search, before: YamlEntry | null, entry: YamlEntry): boolean {
  const { key } = entry;
  if (before === null || !/^\d{3,4}(?!\d)/.test(key.text)) return false;
  const number = before.value.kind === "scalar" && before.value.text !== "" ? before.value : before.key;
  if (number.style !== "plain" || !/\d$/.test(number.text)) return false;
  if (!/^, ?$/.test(search.file.text.slice(number.span.end, key.span.start))) return false;
  // Of 1,000,000 the second comma is the same fault as the first.
  if (number !== before.key) reportSplitNumber(search, number);
  return true;
}

/** `[1,000]`: two items; only where zeros lead is it certain that one number is meant. */
export function searchSplitItems(search: Search, list: YamlList): void {
  for (const [i, item] of list.items.entries()) {
    const before = list.items[i - 1];
    if (before?.kind !== "scalar" || item.kind !== "scalar") continue;
    if (before.style !== "plain" || !/^[1-9]\d{0,2}$/.test(before.text) || !/^0\d\d(?!\d)/.test(item.text))
      continue;
    if (search.file.text.slice(before.span.end, item.span.start) === ",") reportSplitNumber(search, before);
  }
}

/** `[｛ reach: 85%, by: 2026 ｝]`: braces that are only letters to YAML; all of one list are one cause. */
export function searchWideBraces(search: Search, list: YamlList): boolean {
  const { start, end } = list.span;
  const source = search.file.text.slice(start, Math.min(end, start + longest));
  if (!/^\[\s*｛/.test(source) || /["']/.test(source)) return false;
  const edits = [...source.matchAll(/[｛｝［］]/g)].map((found) => {
    const at = start + found.index;
    return { start: at, end: at + 1, text: narrow[found[0]] ?? "" };
  });
  const [first, ...others] = edits;
  if (first === undefined) return false;
  const sign = search.file.text[first.start] ?? "";
  reportWide(search, first.start, first.end, sign, first.text, first.text, first.end, edits);
  search.edits.push(...others);
  return true;
}

function reportSplitNumber(search: Search, number: YamlScalar): void {
  const { start } = number.span;
  const written = wholeNumber.exec(search.file.text.slice(start, start + longest))?.[0];
  if (written === undefined) return;
  const right = written.replace(/, ?/g, "");
  const args = { number: shown(written), read: shown(number.text) };
  const span = part(search, start, start + written.length);
  const edits = [{ start, end: start + written.length, text: right }];
  const extras = { suggestion: right, fix: fixOf(search, edits) };
  search.findings.push(makeDiagnostic(yamlSplitNumber, span, args, extras));
  search.edits.push(...edits);
}

/** `{ text: A pilot, then all }`: what follows the comma became a key without value. */
export function searchSplitText(search: Search, { entries }: YamlMap, at: number): void {
  const before = entries[at - 1];
  const first = before?.value;
  if (before === undefined || first?.kind !== "scalar" || first.style !== "plain" || first.text === "")
    return;
  if (!isContinued(search, first, entries[at]) || searchMissingColon(search, before, entries[at])) return;
  let last = entries[at]?.key ?? first;
  for (let i = at + 1; isContinued(search, last, entries[i]); i++) last = entries[i]?.key ?? last;
  const { start } = first.span;
  const written = search.file.text.slice(start, last.span.end);
  if (written.length > longest || /["\r\n]/.test(written)) return;
  const args = { text: shown(written), read: shown(first.text) };
  const right = `"${written.replaceAll("\\", "\\\\")}"`;
  const span = part(search, start, last.span.end);
  search.findings.push(makeDiagnostic(yamlSplitText, span, args, { suggestion: right }));
  search.edits.push({ start, end: last.span.end, text: right });
}

/** `{ kind: people, name cooks }`: behind a value that is no free text a known key lacks its colon. */
function searchMissingColon(search: Search, before: YamlEntry, entry: YamlEntry | undefined): boolean {
  const word = /^([A-Za-z][\w-]*)\s/.exec(entry?.key.text.slice(0, longest) ?? "")?.[1];
  if (entry === undefined || word === undefined || !keys.has(word) || freeTexts.has(before.key.text))
    return false;
  const { start } = entry.key.span;
  const end = start + word.length;
  search.findings.push(makeDiagnostic(yamlMissingColon, part(search, start, end), { key: word }));
  search.edits.push({ start: end, end, text: ":" });
  return true;
}

/** The entry is a bare word, and only a comma stands before it. */
function isContinued(search: Search, before: YamlScalar, entry: YamlEntry | undefined): boolean {
  if (entry === undefined || entry.key.style !== "plain") return false;
  if (entry.value.kind !== "scalar" || entry.value.text !== "") return false;
  const { text } = search.file;
  if (!/^\s*,\s*$/.test(text.slice(before.span.end, entry.key.span.start))) return false;
  return /^\s*[,}]/.test(text.slice(entry.key.span.end, entry.key.span.end + 200));
}

/** `[区民政局、区财政局]`: read as one item, meant as two. */
export function searchSeparators(search: Search, list: YamlList, key: string): void {
  const isPlain = list.items.every((item) => item.kind === "scalar" && item.style === "plain");
  if (!isPlain) return;
  for (const item of list.items) {
    if (item.kind !== "scalar" || item.text.length > longest) continue;
    const sign = wideSeparators.exec(item.text.replace(bracketed, ""))?.[0];
    if (sign === undefined) continue;
    const source = search.file.text.slice(item.span.start, item.span.end);
    const right = splitOutsideBrackets(source);
    const args = { item: shown(item.text), sign };
    const severity = sign === "，" || listsOfIds.has(key) ? "error" : "warning";
    const edits = [{ start: item.span.start, end: item.span.end, text: right }];
    // No id holds such a sign; in a list of names it may belong to one.
    const extras = {
      suggestion: right,
      severity,
      fix: listsOfIds.has(key) ? fixOf(search, edits) : [],
    } as const;
    search.findings.push(makeDiagnostic(yamlListSeparator, item.span, args, extras));
    search.edits.push(...edits);
  }
}

function splitOutsideBrackets(source: string): string {
  const kept = source.match(bracketed) ?? [];
  return source
    .split(bracketed)
    .map((outside, at) => outside.replace(/\s*[，、；]\s*/g, ", ") + (kept[at] ?? ""))
    .join("");
}

/** `objectives: ［a, b］`: brackets that are only letters to YAML. */
export function searchWideBracket(search: Search, value: YamlScalar): boolean {
  const opener = value.text[0] ?? "";
  const closer = wideClosers[opener];
  if (closer === undefined) return false;
  const { text } = search.file;
  const { start } = value.span;
  const rest = /^[^\r\n]*/.exec(text.slice(start, start + longest))?.[0] ?? "";
  const end = rest.indexOf(closer);
  if (end < 0 || !/^\s*(?:[,}\]#]|$)/.test(rest.slice(end + 1))) return false;
  const inner = rest.slice(1, end).replaceAll("，", ", ").replaceAll("、", ", ").replaceAll("：", ": ");
  const right = `${narrow[opener]}${inner}${narrow[closer]}`;
  const edit = { start, end: start + end + 1, text: right };
  // 【】 are brackets of ordinary texts, too.
  const cure = opener === "【" ? [] : [edit];
  reportWide(search, start, start + 1, opener, narrow[opener] ?? "", right, edit.end, cure);
  return true;
}
