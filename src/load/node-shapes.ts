/** What shape a node of a YAML tree has, in the words of JSON Schema and in those of our messages. */
import type { Span } from "../text/source.ts";
import type { Shape } from "./codes-schema.ts";
import type { YamlNode } from "./yaml-node.ts";

/** The JSON type of a node: plain `null`, `~` and nothing are null, plain `true` and `false` booleans, all else text. */
export function jsonType(node: YamlNode): "string" | "boolean" | "null" | "object" | "array" {
  if (node.kind === "map") return "object";
  if (node.kind === "list") return "array";
  if (node.style !== "plain") return "string";
  const { text } = node;
  if (text === "" || text === "null" || text === "~") return "null";
  return text === "true" || text === "false" ? "boolean" : "string";
}

/** The word of our messages for a JSON type. */
export function shapeOf(type: string): Shape {
  if (type === "object") return "map";
  if (type === "array") return "list";
  if (type === "boolean") return "flag";
  return type === "null" ? "empty" : "value";
}

/** The words for what a schema takes; that it may be empty is said only where nothing else is. */
export function expectedShapes(type: string | readonly string[]): string {
  const shapes = new Set((typeof type === "string" ? [type] : type).map(shapeOf));
  if (shapes.size > 1) shapes.delete("empty");
  return [...shapes].join(" ");
}

/** Where a fault of the whole node is shown: its first key, the bracket of an empty map, the value itself. */
export function placeOf(node: YamlNode): Span {
  if (node.kind === "scalar") return node.span;
  if (node.kind === "map") {
    return node.entries[0]?.key.span ?? { ...node.span, end: Math.min(node.span.end, node.span.start + 1) };
  }
  return { ...node.span, end: Math.min(node.span.end, node.span.start + 1) };
}
