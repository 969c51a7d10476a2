/** The plan's JSON Schema as the check of a plan reads it: which keys a map takes, and which texts a value. */
import { planSchema } from "../../generated/plan-schema.js";
import type { YamlEntry, YamlMap, YamlNode } from "./yaml-node.ts";

/** The keywords of JSON Schema that the plan's schema uses. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly (string | number | null)[];
  readonly const?: string;
  readonly pattern?: string;
  readonly properties?: Readonly<Record<string, Schema | true>>;
  readonly patternProperties?: Readonly<Record<string, Schema | true>>;
  readonly additionalProperties?: Schema | boolean;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly oneOf?: readonly { readonly required: readonly [string] }[];
  readonly allOf?: readonly { readonly if: Schema; readonly then: Schema }[];
  readonly definitions?: Readonly<Record<string, Schema>>;
}

// Generated from src/schema; the generator writes no other keyword.
export const rootSchema = planSchema as Schema;
const definitions: ReadonlyMap<string, Schema> = new Map(
  Object.entries(rootSchema.definitions ?? {}).map(([name, schema]) => [`#/definitions/${name}`, schema]),
);

/** The schema itself, or what it refers to. */
export function resolved(schema: Schema): Schema {
  let at = schema;
  while (at.$ref !== undefined) at = definitions.get(at.$ref) ?? {};
  return at;
}

/** What a map allows: its own properties, or with those of the case that its deciding key selects. */
export interface KnownKeys {
  readonly properties: ReadonlyMap<string, Schema | true>;
  readonly refusesOthers: boolean;
}

/** The keys that a map may have, by the first case whose condition it meets. */
export function partsFor(node: YamlMap, schema: Schema): KnownKeys {
  for (const { if: condition, then } of schema.allOf ?? []) {
    const applies = Object.entries(condition.properties ?? {}).every(
      ([key, part]) =>
        part !== true && node.entries.some((e) => e.key.text === key && isText(e.value, part.const)),
    );
    if (applies) return knownOnce(then, () => ({ ...then.properties, ...schema.properties }), true);
  }
  return knownOnce(schema, () => schema.properties ?? {}, schema.additionalProperties === false);
}

const knownOf = new Map<Schema, KnownKeys>();

/** The keys of a schema in a map, made once: every map of the text asks for them. */
function knownOnce(
  of: Schema,
  properties: () => NonNullable<Schema["properties"]>,
  refusesOthers: boolean,
): KnownKeys {
  let known = knownOf.get(of);
  if (known === undefined) {
    known = { properties: new Map(Object.entries(properties())), refusesOthers };
    knownOf.set(of, known);
  }
  return known;
}

/** The part for an entry; true when anything goes, false when the key is not known. */
export function partOf(entry: YamlEntry, schema: Schema, known: KnownKeys): Schema | boolean {
  const key = entry.key.text;
  if (key.startsWith("x-")) return true;
  const part = known.properties.get(key);
  if (part !== undefined) return part;
  for (const [pattern, ofPattern] of Object.entries(schema.patternProperties ?? {})) {
    if (pattern !== "^x-" && matches(pattern, key)) return ofPattern;
  }
  if (known.refusesOthers) return false;
  return schema.additionalProperties ?? true;
}

function isText(node: YamlNode, text: string | undefined): boolean {
  return node.kind === "scalar" && node.text === text;
}

/** The words of a pattern that only lists words; null for the pattern of ids. */
export function optionsOf(pattern: string): readonly string[] | null {
  if (pattern === "^[1-5]$") return ["1", "2", "3", "4", "5"];
  return /^\^\(([\w|-]+)\)\$$/.exec(pattern)?.[1]?.split("|") ?? null;
}

const patterns = new Map<string, RegExp>();

/** The pattern of ids, and the ids that most plans have: the first use of all scripts costs a millisecond. */
const idPattern = "^[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}._-]*$";
const commonId = /^[A-Za-z0-9\u3400-\u9fff][A-Za-z0-9\u3400-\u9fff._-]*$/;

export function matches(pattern: string, text: string): boolean {
  if (pattern === idPattern && commonId.test(text)) return true;
  let compiled = patterns.get(pattern);
  if (compiled === undefined) {
    compiled = new RegExp(pattern, "u");
    patterns.set(pattern, compiled);
  }
  return compiled.test(text);
}
