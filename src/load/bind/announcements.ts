/** Counts that a section or mechanism announces. */
import type { Given } from "../../plan/given.ts";
import type { Announcement } from "../../plan/plan.ts";
import type { YamlNode } from "../yaml-node.ts";
import type { Scope } from "./binder.ts";
import { readQuantity } from "./quantities.ts";
import { countOf, given, isNothing } from "./read-map.ts";

/** Counts by the thing counted; a bare number counts `items`. */
export function readAnnouncements(scope: Scope, node: YamlNode | null): readonly Announcement[] {
  if (node === null || node.kind === "list") return [];
  if (node.kind === "scalar") {
    const count = readCount(scope, node);
    return count === null ? [] : [{ of: { value: "items", span: node.span, origin: "assumed" }, count }];
  }
  return node.entries.flatMap(({ key, value }) => {
    const count = isNothing(value) ? null : readCount(scope, value);
    return count === null ? [] : [{ of: given(key.text, key.span), count }];
  });
}

/** Digits, or a count as documents write it: 八, 8项, 15个. */
function readCount(scope: Scope, node: YamlNode): Given<number> | null {
  const plain = countOf(node);
  if (plain !== null) return plain;
  const quantity = readQuantity(scope, node, null);
  if (quantity === null || quantity.value.upper !== null) return null;
  const count = quantity.value.value.toNumber();
  return Number.isSafeInteger(count) && count >= 0 ? given(count, quantity.span) : null;
}
