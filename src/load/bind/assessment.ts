/** `assess`: the method by its name, or with parameters. */
import type { Given } from "../../plan/given.ts";
import type { Assessment } from "../../plan/plan.ts";
import { spanText } from "../../text/source.ts";
import type { YamlMap, YamlNode } from "../yaml-node.ts";
import { given, isNothing, nodeAt, text, textOf } from "./read-map.ts";

/** The method under `assess`; lists and maps among its parameters are kept as they are written. */
export function readAssessment(map: YamlMap): Given<Assessment> | null {
  const node = nodeAt(map, "assess");
  if (node?.kind !== "map") {
    const method = textOf(node);
    return method === null ? null : given({ method: method.value, parameters: new Map() }, method.span);
  }
  const method = text(node, "method");
  if (method === null) return null;
  const parameters = new Map<string, Given<string>>();
  for (const { key, value } of node.entries) {
    if (key.text !== "method" && !isNothing(value))
      parameters.set(key.text, given(writtenText(value), value.span));
  }
  return given({ method: method.value, parameters }, node.span);
}

function writtenText(node: YamlNode): string {
  return node.kind === "scalar" ? node.text : spanText(node.span);
}
