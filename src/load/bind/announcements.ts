/** Counts that a section or mechanism announces. */
import type { Given } from "../../plan/given.ts";
import type { Announcement } from "../../plan/plan.ts";
import type { YamlNode } from "../yaml-node.ts";
import type { ReadValue, Scope } from "./binder.ts";
import { readQuantity } from "./quantities.ts";
import { countOf, given, isNothing, nodeAt } from "./read-map.ts";
import { readStatements } from "./statements.ts";

/** Counts by the thing counted, each stated once or several times; a bare count, or statements of one, are of `items`. */
export function readAnnouncements(scope: Scope, node: YamlNode | null): readonly Announcement[] {
  if (node === null) return [];
  if (node.kind !== "map" || nodeAt(node, "is") !== null)
    return countsOf(scope, node, { value: "items", span: node.span, origin: "assumed" });
  return node.entries.flatMap(({ key, value }) => countsOf(scope, value, given(key.text, key.span)));
}

function countsOf(scope: Scope, node: YamlNode, of: Given<string>): readonly Announcement[] {
  return readStatements(scope, node, readCount).map((statement) => ({ of, count: statement.is, statement }));
}

/** Digits, or a count as documents write it: 八, 8项, 15个. */
const readCount: ReadValue<number> = (scope, node) => {
  if (isNothing(node) || node.kind !== "scalar") return null;
  const plain = countOf(node);
  if (plain !== null) return plain;
  const quantity = readQuantity(scope, node, null);
  if (quantity === null || quantity.value.upper !== null) return null;
  const count = quantity.value.value.toNumber();
  return Number.isSafeInteger(count) && count >= 0 ? given(count, quantity.span) : null;
};
