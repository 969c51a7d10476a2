/** Names: one text, or texts by language. */
import type { Name } from "../../plan/plan.ts";
import type { YamlMap, YamlNode } from "../yaml-node.ts";
import type { Binder } from "./binder.ts";
import { nodeAt, scalarOf } from "./read-map.ts";

/** The name under a key; null when there is none. */
export function readName(binder: Binder, map: YamlMap, key = "name"): Name | null {
  return nameOf(nodeAt(map, key), binder.language);
}

const oneLanguage: Name["byLanguage"] = new Map();

/** A name from its node; in several languages the plan's own is shown, else the first. */
export function nameOf(node: YamlNode | null, language: string | null): Name | null {
  const scalar = scalarOf(node);
  if (scalar !== null) return { span: scalar.span, text: scalar.text, byLanguage: oneLanguage };
  if (node?.kind !== "map") return null;
  const byLanguage = new Map<string, string>();
  for (const { key, value } of node.entries) {
    const written = scalarOf(value);
    if (written !== null && !byLanguage.has(key.text)) byLanguage.set(key.text, written.text);
  }
  const [first] = byLanguage.values();
  if (first === undefined) return null;
  return { span: node.span, text: byLanguage.get(language ?? "") ?? first, byLanguage };
}
