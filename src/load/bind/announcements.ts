/** Counts that a section or mechanism announces. */
import type { Announcement } from "../../plan/plan.ts";
import type { YamlNode } from "../yaml-node.ts";
import { countOf, given } from "./read-map.ts";

/** Counts by the thing counted; a bare number counts `items`. */
export function readAnnouncements(node: YamlNode | null): readonly Announcement[] {
  if (node === null || node.kind === "list") return [];
  if (node.kind === "scalar") {
    const count = countOf(node);
    return count === null ? [] : [{ of: { value: "items", span: node.span, origin: "assumed" }, count }];
  }
  return node.entries.flatMap(({ key, value }) => {
    const count = countOf(value);
    return count === null ? [] : [{ of: given(key.text, key.span), count }];
  });
}
