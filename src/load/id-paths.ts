/**
 * Where a place stands in a plan, told so that it stays the same when lines or items are moved: keys, and ids in place of
 * positions in lists (`indicators[coverage].targets.reach`).
 */
import type { SourceFile, Span } from "../text/source.ts";
import type { YamlMap, YamlNode } from "./yaml-node.ts";

/** The path of a place; empty for one outside the plan's own tree (another file, a comment before the first key). */
export type IdPathOf = (span: Span) => string;

/** For what has no tree. */
export const noIdPaths: IdPathOf = () => "";

/** A key or a list item with an id. */
interface Step {
  readonly start: number;
  readonly end: number;
  readonly name: string;
  readonly node: YamlNode | null;
}

/** Longest id that a path repeats. */
const longestName = 80;

/** Levels of a path; a plan may be nested two hundred deep. */
const deepest = 24;

/** Finds paths in a tree. What lies on the way is sorted once per map or list, so that many questions cost little. */
export function idPaths(root: YamlMap, file: SourceFile): IdPathOf {
  const known = new Map<YamlNode, readonly Step[]>();
  const stepsOf = (node: YamlNode): readonly Step[] => {
    const before = known.get(node);
    if (before !== undefined) return before;
    const steps = makeSteps(node);
    known.set(node, steps);
    return steps;
  };
  return (span) => {
    if (span.file !== file) return "";
    let path = "";
    let node: YamlNode | null = root;
    for (let depth = 0; node !== null && depth < deepest; depth++) {
      const step = around(stepsOf(node), span.start);
      if (step === null) break;
      path += node.kind === "list" ? step.name : path === "" ? step.name : `.${step.name}`;
      node = step.node;
    }
    return path;
  };
}

/** Children in order of their places; an alias stands elsewhere and is left to its anchor. */
function makeSteps(node: YamlNode): readonly Step[] {
  if (node.kind === "scalar") return [];
  const steps =
    node.kind === "map"
      ? node.entries.map(({ key, value }): Step => {
          const own = value.span.start >= key.span.start;
          const end = own ? Math.max(value.span.end, key.span.end) : key.span.end;
          return { start: key.span.start, end, name: cut(key.text), node: own ? value : null };
        })
      : node.items.map(
          (item): Step => ({ start: item.span.start, end: item.span.end, name: idName(item), node: item }),
        );
  return steps.sort((a, b) => a.start - b.start);
}

/** `[coverage]` for an item with an id; nothing for one without. */
function idName(item: YamlNode): string {
  if (item.kind !== "map") return "";
  const id = item.entries.find(({ key }) => key.text === "id")?.value;
  return id?.kind === "scalar" && id.text !== "" ? `[${cut(id.text)}]` : "";
}

function cut(name: string): string {
  return name.length > longestName ? `${name.slice(0, longestName)}…` : name;
}

/** The last step that begins at or before an offset, if it reaches so far. */
function around(steps: readonly Step[], offset: number): Step | null {
  let low = 0;
  let high = steps.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((steps[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  const step = steps[low - 1];
  return step !== undefined && step.end >= offset ? step : null;
}
