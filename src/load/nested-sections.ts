/**
 * Sections that are listed inside another section: the outline is one list, and the numbers tell what belongs where. They are told
 * once, by `schema/unknown-key`, and read as if they stood behind their section, so that what cites them is not told as well.
 */
import type { YamlEntry, YamlMap, YamlNode } from "./yaml-node.ts";

const nestingKeys: ReadonlySet<string> = new Set(["sections", "subsections", "children"]);
/** Deeper outlines are read no further. */
const deepest = 20;

/** The sections that an entry of a section lists; null for any other entry. */
export function nestedSections({ key, value }: YamlEntry): readonly YamlMap[] | null {
  if (!nestingKeys.has(key.text) || value.kind !== "list" || value.items.length === 0) return null;
  const maps = value.items.flatMap((item) => (item.kind === "map" ? [item] : []));
  return maps.length === value.items.length && maps.every((map) => idOf(map) !== null) ? maps : null;
}

/** The head of a plan with its outline as one list; the same head where nothing is nested in it. */
export function withFlatSections(head: YamlMap): YamlMap {
  const outline = head.entries.find(({ key }) => key.text === "sections")?.value;
  if (outline?.kind !== "list" || !outline.items.some(nests)) return head;
  const known = new Set(outline.items.flatMap((item) => (item.kind === "map" ? (idOf(item) ?? []) : [])));
  const items = outline.items.flatMap((item) => flat(item, known, 0));
  const entries = head.entries.map((entry) =>
    entry.value === outline ? { ...entry, value: { ...outline, items } } : entry,
  );
  return { ...head, entries };
}

function nests(node: YamlNode): boolean {
  return node.kind === "map" && node.entries.some((entry) => nestedSections(entry) !== null);
}

/** A section and those in it; one whose id another has already is left where it is, unread. */
function flat(node: YamlNode, known: Set<string>, depth: number): readonly YamlNode[] {
  if (node.kind !== "map" || depth > deepest || !nests(node)) return [node];
  const own = node.entries.filter((entry) => nestedSections(entry) === null);
  const inner = node.entries.flatMap((entry) => nestedSections(entry) ?? []);
  const free = inner.filter((section) => {
    const id = idOf(section) ?? "";
    return !known.has(id) && known.add(id);
  });
  return [{ ...node, entries: own }, ...free.flatMap((section) => flat(section, known, depth + 1))];
}

function idOf({ entries }: YamlMap): string | null {
  const id = entries.find(({ key }) => key.text === "id")?.value;
  return id?.kind === "scalar" ? id.text : null;
}
