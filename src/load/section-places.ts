/** Which section of the document a place of the plan belongs to. */
import type { SectionOf } from "../diagnostics/section-of.ts";
import type { Section } from "../plan/plan.ts";
import type { SourceFile } from "../text/source.ts";
import type { YamlMap, YamlNode } from "./yaml-node.ts";

/** A part of the tree that names its section, within `parent` (an index, −1 for none). */
interface Stretch {
  readonly start: number;
  readonly end: number;
  /** Null where it says that it has none. */
  readonly section: string | null;
  readonly parent: number;
}

/**
 * Finds the innermost map that says its `section` (or is a section itself) around a place; a text file belongs to the
 * section that names it. The tree is walked at the first question.
 */
export function sectionPlaces(root: YamlMap, file: SourceFile, sections: readonly Section[]): SectionOf {
  let stretches: readonly Stretch[] | null = null;
  return (span) => {
    if (span.file !== file)
      return sections.find(({ text }) => text?.span.file === span.file)?.id.value ?? null;
    stretches ??= collect(root);
    let at = lastBefore(stretches, span.start);
    while (at >= 0) {
      const found = stretches[at];
      if (found === undefined) return null;
      if (found.end >= span.end) return found.section;
      at = found.parent;
    }
    return null;
  };
}

/** Where one of several baselines names its section, one that names none is of no known section, not of its indicator's. */
function unplaced({ key, value }: YamlMap["entries"][number]): readonly YamlNode[] {
  if (key.text !== "baseline" || value.kind !== "list") return [];
  const without = value.items.filter(
    (item) => item.kind !== "map" || item.entries.every((entry) => entry.key.text !== "section"),
  );
  return without.length === value.items.length ? [] : without;
}

/** All stretches in order of their start. A value that aliases repeat stands once, where it is written first. */
function collect(root: YamlMap): readonly Stretch[] {
  const found: Stretch[] = [];
  const seen = new Set<YamlNode>();
  const nowhere = new Set<YamlNode>();
  const walk = (node: YamlNode, parent: number, key: "id" | "section"): void => {
    if (nowhere.has(node)) found.push({ start: node.span.start, end: node.span.end, section: null, parent });
    if (node.kind === "scalar" || seen.has(node)) return;
    seen.add(node);
    if (node.kind === "list") {
      for (const item of node.items) walk(item, parent, key);
      return;
    }
    const section = node.entries.find((entry) => entry.key.text === key)?.value;
    let inner = parent;
    const isInOrder = node.span.start >= (found.at(-1)?.start ?? 0);
    if (section?.kind === "scalar" && section.text !== "" && isInOrder) {
      inner = found.length;
      found.push({ start: node.span.start, end: node.span.end, section: section.text, parent });
    }
    for (const entry of node.entries) {
      for (const one of unplaced(entry)) nowhere.add(one);
      walk(entry.value, inner, key);
    }
  };
  for (const { key, value } of root.entries) walk(value, -1, key.text === "sections" ? "id" : "section");
  return found;
}

/** Index of the last stretch that starts at or before an offset; −1 for none. */
function lastBefore(stretches: readonly Stretch[], offset: number): number {
  let low = 0;
  let high = stretches.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((stretches[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
