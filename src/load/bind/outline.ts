/** Sections with their texts, and sources. */
import type { Given } from "../../plan/given.ts";
import { placeholderPattern } from "../../plan/placeholder.ts";
import type { ItemKind, Placeholder, Section, SectionText, Source } from "../../plan/plan.ts";
import { type Span, spanText } from "../../text/source.ts";
import { joinChineseLines } from "../chinese-folds.ts";
import { joinWrappedLines } from "../wrapped-lines.ts";
import type { YamlMap } from "../yaml-node.ts";
import { readAnnouncements } from "./announcements.ts";
import { anyKind, type Binder, itemSources, mention, type Scope } from "./binder.ts";
import { includeFile } from "./include.ts";
import { readName } from "./names.ts";
import { given, nodeAt, scalarOf, text, word } from "./read-map.ts";
import { whenAt } from "./when.ts";

/** The outline, in plan order. */
export function bindSections(binder: Binder, root: YamlMap): readonly Section[] {
  const sources = itemSources(binder, root, "sections", "section");
  const ids = new Set(sources.map(({ head }) => head.id.value));
  return sources.map(({ map, head }) => ({
    title: readName(binder, map, "title"),
    role: text(map, "role"),
    parent: text(map, "parent")?.value ?? parentOf(head.id.value, ids),
    announces: readAnnouncements({ binder, item: head }, nodeAt(map, "announces")),
    text: readSectionText({ binder, item: head }, map),
    ...head,
  }));
}

/** `3.10` stands below `3`, where the outline has it. */
function parentOf(id: string, ids: ReadonlySet<string>): string | null {
  for (let dot = id.lastIndexOf("."); dot > 0; dot = id.lastIndexOf(".", dot - 1)) {
    const above = id.slice(0, dot);
    if (ids.has(above)) return above;
  }
  return null;
}

function readSectionText(scope: Scope, map: YamlMap): SectionText | null {
  const node = nodeAt(map, "text");
  const inPlace = scalarOf(node);
  if (inPlace !== null) return textWithPlaceholders(scope, inPlace.span, inPlace.text);
  const path = node?.kind === "map" ? text(node, "file") : null;
  const file = path === null ? null : includeFile(scope.binder, path);
  if (file === null) return null;
  return textWithPlaceholders(scope, { file, start: 0, end: file.text.length }, file.text);
}

function textWithPlaceholders(scope: Scope, span: Span, content: string): SectionText {
  const placeholders: Placeholder[] = [];
  // Searched in the source, not in the value: block scalars are indented there.
  const source = spanText(span);
  for (const match of source.includes("{{") ? source.matchAll(placeholderPattern) : []) {
    const start = span.start + match.index;
    const [whole, verb = "", id = null, which = null] = match;
    placeholders.push({ span: { file: span.file, start, end: start + whole.length }, verb, id, which });
    const at = id === null ? -1 : start + whole.indexOf(id, whole.indexOf(verb) + verb.length);
    if (id !== null)
      mentionPlaceholder(scope, verb, given(id, { file: span.file, start: at, end: at + id.length }));
  }
  return { span, text: joinWrappedLines(joinChineseLines(content, source)), placeholders };
}

const indicatorVerbs = new Set(["target", "baseline", "value", "actual", "unit", "status"]);

function mentionPlaceholder(scope: Scope, verb: string, id: Given<string>): void {
  if (verb === "count") return; // names a kind of thing, not an id
  mention(scope.binder, id, kindsNamed(verb), scope.item, "text");
}

/** A figure of a mechanism has a value, stated once and for all; an indicator has targets, a baseline and reported values. */
function kindsNamed(verb: string): readonly ItemKind[] {
  if (verb === "value") return ["indicator", "figure", "resource", "mechanism"];
  return indicatorVerbs.has(verb) ? ["indicator"] : [...anyKind, "figure"];
}

/** Sources, in plan order. */
export function bindSources(binder: Binder, root: YamlMap): readonly Source[] {
  return itemSources(binder, root, "sources", "source").map(({ map, head }) => ({
    title: readName(binder, map, "title"),
    date: whenAt({ binder, item: head }, map, "date"),
    scope: word(map, "scope", ["this-plan", "wider", "other-place"]),
    note: text(map, "note"),
    ...head,
  }));
}
