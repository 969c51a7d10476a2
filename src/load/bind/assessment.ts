/** `assess`: the method by its name, or with parameters. */
import type { Given } from "../../plan/given.ts";
import type { Assessment, WrittenValue } from "../../plan/plan.ts";
import { spanText } from "../../text/source.ts";
import type { YamlMap, YamlNode } from "../yaml-node.ts";
import { given, isNothing, nodeAt, text, textOf } from "./read-map.ts";

/** The method under `assess`, with its parameters as they are written; the empty name where a map or a list states none. */
export function readAssessment(map: YamlMap): Given<Assessment> | null {
  const node = nodeAt(map, "assess");
  if (node?.kind === "list") return given({ method: "", parameters: new Map() }, node.span);
  if (node?.kind !== "map") {
    const method = textOf(node);
    return method === null ? null : given({ method: method.value, parameters: new Map() }, method.span);
  }
  // Parameters of no method: which one is meant is not known, so that the usual one does not stand in for it.
  const method = text(node, "method") ?? given("", node.span);
  const parameters = new Map(writtenEntries(node, deepest).filter(([name]) => name !== "method"));
  return given({ method: method.value, parameters }, node.span);
}

/** No parameter is nested deeper: a list of maps of plain values. */
const deepest = 3;
const noItems: readonly WrittenValue[] = [];
const noEntries: ReadonlyMap<string, WrittenValue> = new Map();

/** A value with its parts, as far as parameters go; what lies deeper is text. */
function written(node: YamlNode, depth: number): WrittenValue {
  const value = node.kind === "scalar" ? node.text : spanText(node.span);
  const parts = {
    shape: node.kind,
    items: node.kind === "list" && depth > 0 ? node.items.map((item) => written(item, depth - 1)) : noItems,
    entries: node.kind === "map" && depth > 0 ? new Map(writtenEntries(node, depth - 1)) : noEntries,
  };
  return { value, span: node.span, origin: "given", ...parts };
}

function writtenEntries({ entries }: YamlMap, depth: number): readonly (readonly [string, WrittenValue])[] {
  return entries.flatMap(({ key, value }) =>
    isNothing(value) ? [] : [[key.text, written(value, depth)] as const],
  );
}
