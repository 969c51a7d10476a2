/** Whether two texts of a plan say the same. */
import type { PlanText, YamlComment, YamlNode } from "./yaml-node.ts";

/**
 * True when two plan texts hold the same maps, lists and texts in the same order, quoted alike as far as it matters, and
 * the same comments. How they are laid out is not compared.
 */
export function saysTheSame(a: PlanText, b: PlanText): boolean {
  return sameNode(a.root, b.root) && sameComments(a.comments, b.comments);
}

function sameNode(a: YamlNode | null, b: YamlNode | null): boolean {
  if (a === null || b === null) return a === b;
  if (a.kind === "scalar")
    return b.kind === "scalar" && a.text === b.text && (a.style === "plain") === (b.style === "plain");
  if (a.kind === "list") {
    if (b.kind !== "list" || a.items.length !== b.items.length) return false;
    return a.items.every((item, i) => sameNode(item, b.items[i] ?? null));
  }
  if (b.kind !== "map" || a.entries.length !== b.entries.length) return false;
  return a.entries.every(({ key, value }, i) => {
    const other = b.entries[i];
    return other !== undefined && sameNode(key, other.key) && sameNode(value, other.value);
  });
}

function sameComments(a: readonly YamlComment[], b: readonly YamlComment[]): boolean {
  return a.length === b.length && a.every(({ text }, i) => bare(text) === bare(b[i]?.text ?? ""));
}

function bare(comment: string): string {
  return comment.replace(/[ \t]+$/, "");
}
