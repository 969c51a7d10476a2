/**
 * Checks a YAML tree against the plan's JSON Schema. The schema is walked together with the tree, so that every fault has
 * its place at once and costs the same however many there are; what a general validator finds is the same (tested).
 */
import { planSchema } from "../../generated/plan-schema.js";
import { type Diagnostic, type FixEdit, makeDiagnostic, type Severity } from "../diagnostics/diagnostic.ts";
import { nearest } from "../diagnostics/suggest.ts";
import { outlineId } from "../plan/outline-number.ts";
import { type Span, spanText } from "../text/source.ts";
import {
  type Shape,
  schemaFormatVersion,
  schemaId,
  schemaMissingKey,
  schemaMore,
  schemaTargetKind,
  schemaType,
  schemaUnknownKey,
  schemaValue,
} from "./codes-schema.ts";
import { nestedSections } from "./nested-sections.ts";
import { shown } from "./shown.ts";
import type { YamlDocument, YamlEntry, YamlMap, YamlNode, YamlScalar } from "./yaml-node.ts";

/** The keywords of JSON Schema that the plan's schema uses. */
interface Schema {
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
const root = planSchema as Schema;
const definitions: ReadonlyMap<string, Schema> = new Map(
  Object.entries(root.definitions ?? {}).map(([name, schema]) => [`#/definitions/${name}`, schema]),
);
const patterns = new Map<string, RegExp>();

/** Most faults that are listed for one plan. */
const most = 1000;

/** Keys of the plan's head that a plan should state, though it can be read without them. */
const expected: readonly (readonly [string, Severity])[] = [
  ["title", "warning"],
  ["language", "info"],
  ["period", "warning"],
];

interface Check {
  readonly findings: Diagnostic[];
  /** Under `assess`, where nothing is corrected unasked: each method and parameter gives another figure. */
  inAssess: boolean;
}

/**
 * All faults of shape in document order of their parents; empty when the root is missing. Reports `schema/unknown-key`,
 * `schema/missing-key`, `schema/type`, `schema/value`, `schema/id`, `schema/format-version`, `schema/target-kind`.
 */
export function checkSchema(document: YamlDocument): readonly Diagnostic[] {
  if (document.root === null) return [];
  const check: Check = { findings: [], inAssess: false };
  checkNode(check, document.root, root, "");
  for (const [key, severity] of expected) {
    const entry = document.root.entries.find((candidate) => candidate.key.text === key);
    if (entry !== undefined && jsonType(entry.value) !== "null") continue;
    if (entry === undefined && isMisspelt(key, document.root, check.findings)) continue;
    const span = entry?.key.span ?? placeOf(document.root);
    check.findings.push(makeDiagnostic(schemaMissingKey, span, { key }, { severity }));
  }
  if (check.findings.length <= most) return check.findings;
  const more = makeDiagnostic(schemaMore, placeOf(document.root), { listed: most });
  return [...check.findings.slice(0, most), more];
}

/** A key of the head that stands there in another spelling is told as such. */
function isMisspelt(key: string, head: YamlMap, findings: readonly Diagnostic[]): boolean {
  const meant = findings.filter(
    ({ code, suggestion }) => code === schemaUnknownKey.code && suggestion === key,
  );
  return meant.some(({ span }) => head.entries.some((entry) => entry.key.span === span));
}

function checkNode(check: Check, node: YamlNode, given: Schema, key: string): void {
  if (check.findings.length > most) return;
  const schema = resolved(given);
  const type = jsonType(node);
  if (schema.type !== undefined && !(schema.type === type || schema.type.includes(type))) {
    const found = shapeOf(type);
    const wanted = expectedShapes(schema.type);
    check.findings.push(makeDiagnostic(schemaType, placeOf(node), { key, found, expected: wanted }));
    return;
  }
  if (node.kind === "scalar") checkScalar(check, node, schema, key, type);
  else if (node.kind === "map") checkMap(check, node, schema);
  else if (schema.items !== undefined) {
    for (const item of node.items) checkNode(check, item, schema.items, key);
  }
}

function checkScalar(check: Check, node: YamlScalar, schema: Schema, key: string, type: string): void {
  const { span, text } = node;
  if (schema.enum !== undefined && !schema.enum.includes(type === "null" ? null : text)) {
    const options = schema.enum.filter((option) => typeof option === "string");
    if (key === "format")
      check.findings.push(makeDiagnostic(schemaFormatVersion, span, { value: shown(text) }));
    else check.findings.push(valueFinding(span, key, text, options));
    return;
  }
  if (type !== "string" || schema.pattern === undefined || matches(schema.pattern, text)) return;
  const options = optionsOf(schema.pattern);
  if (options === null) {
    const suggestion = outlineId(text);
    check.findings.push(makeDiagnostic(schemaId, span, { value: shown(text) }, { suggestion }));
  } else check.findings.push(valueFinding(span, key, text, options));
}

function valueFinding(span: Span, key: string, value: string, options: readonly string[]): Diagnostic {
  return makeDiagnostic(
    schemaValue,
    span,
    { key, value: shown(value), allowed: options.join(", ") },
    { suggestion: nearest(value, options) },
  );
}

function checkMap(check: Check, node: YamlMap, schema: Schema): void {
  const known = partsFor(node, schema);
  // Keys as they were meant: what is misspelt is not also missing.
  let misspelt: Map<YamlEntry, string> | null = null;
  for (const entry of node.entries) {
    if (check.findings.length > most) return;
    const part = partOf(entry, schema, known);
    if (typeof part !== "boolean") checkEntry(check, entry, part);
    if (part !== false) continue;
    const finding = unknownKey(entry, known, check.inAssess ? null : node, nestedIn(entry, node, known));
    check.findings.push(finding);
    if (finding.suggestion !== null) misspelt = (misspelt ?? new Map()).set(entry, finding.suggestion);
  }
  for (const key of schema.required ?? []) {
    if (node.entries.some((entry) => entry.key.text === key || misspelt?.get(entry) === key)) continue;
    check.findings.push(makeDiagnostic(schemaMissingKey, placeOf(node), { key }));
  }
  if (schema.oneOf === undefined) return;
  const kinds = schema.oneOf.map((option) => option.required[0]);
  const exact = node.entries.filter((entry) => kinds.includes(entry.key.text));
  if (exact.length === 1) return;
  const near = node.entries.filter((entry) => kinds.includes(misspelt?.get(entry) ?? ""));
  checkKind(check, node, kinds, exact.length > 0 ? exact : near);
}

function checkEntry(check: Check, { key, value }: YamlEntry, part: Schema): void {
  const before = check.inAssess;
  check.inAssess = before || key.text === "assess";
  checkNode(check, value, part, key.text);
  check.inAssess = before;
}

/** What a map allows: its own properties, or with those of the case that its deciding key selects. */
interface KnownKeys {
  readonly properties: ReadonlyMap<string, Schema | true>;
  readonly refusesOthers: boolean;
}

function partsFor(node: YamlMap, schema: Schema): KnownKeys {
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
function partOf(entry: YamlEntry, schema: Schema, known: KnownKeys): Schema | boolean {
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

/** The id of the section in whose map further sections are listed; null elsewhere. */
function nestedIn(entry: YamlEntry, map: YamlMap, { properties }: KnownKeys): string | null {
  // Only sections announce.
  if (!properties.has("announces") || nestedSections(entry) === null) return null;
  const id = map.entries.find(({ key }) => key.text === "id")?.value;
  return id?.kind === "scalar" ? shown(id.text) : null;
}

/**
 * `map`: the map of the entry, where a misspelt key may be corrected; else null. `section`: the id of the section in which
 * the entry lists further ones.
 */
function unknownKey(
  entry: YamlEntry,
  known: KnownKeys,
  map: YamlMap | null,
  section: string | null,
): Diagnostic {
  const key = entry.key.text;
  const names = [...known.properties.keys()];
  const suggestion = section === null ? nearest(key, names) : null;
  return makeDiagnostic(
    schemaUnknownKey,
    entry.key.span,
    { key: shown(key), nearest: suggestion, nestedIn: section },
    { suggestion, fix: map === null || suggestion === null ? [] : cureOfKey(entry, suggestion, names, map) },
  );
}

/** The known key in the place of the misspelt one; none where another is near as well, or the known one stands there already. */
function cureOfKey(
  { key }: YamlEntry,
  meant: string,
  names: readonly string[],
  { entries }: YamlMap,
): readonly FixEdit[] {
  const others = names.filter((name) => name !== meant);
  const isAlone = nearest(key.text, others) === null && !entries.some((entry) => entry.key.text === meant);
  const isPlain = key.style === "plain" && spanText(key.span) === key.text;
  return isAlone && isPlain ? [{ span: key.span, text: meant }] : [];
}

function checkKind(
  check: Check,
  node: YamlMap,
  kinds: readonly string[],
  stated: readonly YamlEntry[],
): void {
  if (stated.length === 1) return;
  const found = stated.length === 0 ? null : stated.map((entry) => entry.key.text).join(", ");
  const span = stated[1]?.key.span ?? placeOf(node);
  check.findings.push(makeDiagnostic(schemaTargetKind, span, { found, kinds: kinds.join(", ") }));
}

function resolved(schema: Schema): Schema {
  let at = schema;
  while (at.$ref !== undefined) at = definitions.get(at.$ref) ?? {};
  return at;
}

/** The JSON type of a node: plain `null`, `~` and nothing are null, plain `true` and `false` booleans, all else text. */
function jsonType(node: YamlNode): "string" | "boolean" | "null" | "object" | "array" {
  if (node.kind === "map") return "object";
  if (node.kind === "list") return "array";
  if (node.style !== "plain") return "string";
  const { text } = node;
  if (text === "" || text === "null" || text === "~") return "null";
  return text === "true" || text === "false" ? "boolean" : "string";
}

function isText(node: YamlNode, text: string | undefined): boolean {
  return node.kind === "scalar" && node.text === text;
}

function shapeOf(type: string): Shape {
  if (type === "object") return "map";
  if (type === "array") return "list";
  if (type === "boolean") return "flag";
  return type === "null" ? "empty" : "value";
}

function expectedShapes(type: string | readonly string[]): string {
  const shapes = new Set((typeof type === "string" ? [type] : type).map(shapeOf));
  if (shapes.size > 1) shapes.delete("empty");
  return [...shapes].join(" ");
}

/** The words of a pattern that only lists words; null for the pattern of ids. */
function optionsOf(pattern: string): readonly string[] | null {
  if (pattern === "^[1-5]$") return ["1", "2", "3", "4", "5"];
  return /^\^\(([\w|-]+)\)\$$/.exec(pattern)?.[1]?.split("|") ?? null;
}

/** The pattern of ids, and the ids that most plans have: the first use of all scripts costs a millisecond. */
const idPattern = "^[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}._-]*$";
const commonId = /^[A-Za-z0-9\u3400-\u9fff][A-Za-z0-9\u3400-\u9fff._-]*$/;

function matches(pattern: string, text: string): boolean {
  if (pattern === idPattern && commonId.test(text)) return true;
  let compiled = patterns.get(pattern);
  if (compiled === undefined) {
    compiled = new RegExp(pattern, "u");
    patterns.set(pattern, compiled);
  }
  return compiled.test(text);
}

/** Where a fault of the whole node is shown: its first key, the bracket of an empty map, the value itself. */
function placeOf(node: YamlNode): Span {
  if (node.kind === "scalar") return node.span;
  if (node.kind === "map") {
    return node.entries[0]?.key.span ?? { ...node.span, end: Math.min(node.span.end, node.span.start + 1) };
  }
  return { ...node.span, end: Math.min(node.span.end, node.span.start + 1) };
}
