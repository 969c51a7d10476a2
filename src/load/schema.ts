/**
 * Checks a YAML tree against the plan's JSON Schema. The schema is walked together with the tree, so that every fault has
 * its place at once and costs the same however many there are; what a general validator finds is the same (tested).
 */
import { type Diagnostic, type FixEdit, makeDiagnostic, type Severity } from "../diagnostics/diagnostic.ts";
import { nearest } from "../diagnostics/suggest.ts";
import { outlineId } from "../plan/outline-number.ts";
import { type Span, spanText } from "../text/source.ts";
import {
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
import { expectedShapes, jsonType, placeOf, shapeOf } from "./node-shapes.ts";
import { keyMeant } from "./other-keys.ts";
import { ownersAsWritten } from "./owner-lists.ts";
import {
  type KnownKeys,
  matches,
  optionsOf,
  partOf,
  partsFor,
  resolved,
  rootSchema,
  type Schema,
} from "./schema-keywords.ts";
import { shown } from "./shown.ts";
import type { YamlDocument, YamlEntry, YamlMap, YamlNode, YamlScalar } from "./yaml-node.ts";

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
  checkNode(check, document.root, rootSchema, "");
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
    check.findings.push(
      makeDiagnostic(schemaType, placeOf(node), {
        key,
        found,
        expected: wanted,
        instead: null,
        keys: wanted === "map" ? keysToWrite(schema) : null,
      }),
    );
    return;
  }
  const owners = key === "owner" ? ownersAsWritten(node) : null;
  if (owners !== null) {
    const args = { key, found: "list" as const, expected: "map", instead: owners, keys: null };
    check.findings.push(makeDiagnostic(schemaType, node.span, args, { suggestion: owners }));
  } else if (node.kind === "scalar") checkScalar(check, node, schema, key, type);
  else if (node.kind === "map") checkMap(check, node, schema);
  else if (schema.items !== undefined) {
    for (const item of node.items) checkNode(check, item, schema.items, key);
  }
}

/** What a map of the plan begins with, for one who wrote a plain value. */
function keysToWrite({ properties = {}, required = [] }: Schema): string | null {
  const keys = Object.keys(properties);
  const first = [...required, ...keys.filter((key) => !required.includes(key))];
  return keys.length === 0 ? null : listedKeys(first);
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
  let free: readonly string[] | null = null;
  for (const entry of node.entries) {
    if (check.findings.length > most) return;
    const part = partOf(entry, schema, known);
    if (typeof part !== "boolean") checkEntry(check, entry, part, entry.key.text);
    if (part !== false) continue;
    free ??= freeKeys(node, known);
    const section = nestedIn(entry, node, known);
    const finding = unknownKey(entry, node, { known, free, isCorrected: !check.inAssess, section });
    check.findings.push(finding);
    const { suggestion } = finding;
    if (suggestion === null) continue;
    misspelt = (misspelt ?? new Map()).set(entry, suggestion);
    // It is read as what was meant where that does not stand there too, so what stands under it has to be right as well.
    const meant = free.includes(suggestion) ? known.properties.get(suggestion) : undefined;
    if (meant !== undefined && takes(meant, entry.value)) checkEntry(check, entry, meant, suggestion);
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

/** What stands under a key, or under one that means it. */
function checkEntry(check: Check, { value }: YamlEntry, part: Schema, key: string): void {
  const before = check.inAssess;
  check.inAssess = before || key === "assess";
  checkNode(check, value, part, key);
  check.inAssess = before;
}

/** Whether a value has the shape that a key asks for. */
function takes(part: Schema | true, value: YamlNode): part is Schema {
  if (part === true) return false;
  const { type } = resolved(part);
  return type === undefined || type.includes(jsonType(value));
}

/** The id of the section in whose map further sections are listed; null elsewhere. */
function nestedIn(entry: YamlEntry, map: YamlMap, { properties }: KnownKeys): string | null {
  // Only sections announce.
  if (!properties.has("announces") || nestedSections(entry) === null) return null;
  const id = map.entries.find(({ key }) => key.text === "id")?.value;
  return id?.kind === "scalar" ? shown(id.text) : null;
}

/** Keys that a map may have and has not. */
function freeKeys({ entries }: YamlMap, { properties }: KnownKeys): readonly string[] {
  const used = new Set(entries.map(({ key }) => key.text));
  return [...properties.keys()].filter((name) => !used.has(name));
}

/** What is known where a key is not. */
interface Unknown {
  readonly known: KnownKeys;
  readonly free: readonly string[];
  /** A misspelt key may be corrected. */
  readonly isCorrected: boolean;
  /** The id of the section in which the entry lists further ones. */
  readonly section: string | null;
}

function unknownKey(
  entry: YamlEntry,
  node: YamlMap,
  { known, free, isCorrected, section }: Unknown,
): Diagnostic {
  const key = entry.key.text;
  const names = [...known.properties.keys()];
  const fitting = free.filter((name) => takes(known.properties.get(name) ?? true, entry.value));
  const meant = section === null ? keyMeant(key, names, new Set(fitting)) : null;
  const suggestion = meant?.key ?? null;
  const isCured = isCorrected && meant?.isSpelling === true;
  return makeDiagnostic(
    schemaUnknownKey,
    entry.key.span,
    { key: shown(key), nearest: suggestion, nestedIn: section, free: listedKeys(free) },
    { suggestion, fix: isCured ? cureOfKey(entry, meant.key, names, node) : [] },
  );
}

/** Keys as help names them; the first ones where they are many. */
function listedKeys(keys: readonly string[]): string {
  return keys.length <= mostListed ? keys.join(", ") : `${keys.slice(0, mostListed).join(", ")}, …`;
}

const mostListed = 14;

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
