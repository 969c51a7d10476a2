/**
 * Parameters of mechanisms of every type, read by what the schema says of each key: `holds` names the reader of a value,
 * a map or list of maps is read by its parts. No type is known here; a new type needs keys only.
 */
import { planSchema } from "../../../generated/plan-schema.js";
import type { Given, Statement } from "../../plan/given.ts";
import type { Parameter, ParameterMap, StatedQuantity } from "../../plan/parameters.ts";
import type { ItemKind } from "../../plan/plan.ts";
import type { Quantity } from "../../plan/quantity.ts";
import type { YamlMap, YamlNode } from "../yaml-node.ts";
import { readAnnouncements } from "./announcements.ts";
import { mentionAll, type ReadValue, type Scope } from "./binder.ts";
import { readFrequency } from "./frequency.ts";
import { readSection } from "./mentions.ts";
import { nameOf } from "./names.ts";
import { readOwner } from "./owner.ts";
import { readQuantity } from "./quantities.ts";
import { given, isNothing, itemsOf, nodeAt, text, textOf } from "./read-map.ts";
import { nothingSaid, readStatement, readStatements } from "./statements.ts";
import { readWhen } from "./when.ts";

/** What the schema without texts says of a key (`src/schema/part.ts`). */
interface KeySchema {
  readonly $ref?: string;
  readonly holds?: Parameter["kind"];
  readonly kinds?: readonly ItemKind[];
  readonly type?: string | readonly string[];
  readonly properties?: Keys;
  readonly items?: KeySchema;
}
type Keys = Readonly<Record<string, KeySchema | true>>;

interface TypeCase {
  readonly if: { readonly properties: { readonly type: { readonly const: string } } };
  readonly then: { readonly properties: Keys };
}
interface Root {
  readonly properties: {
    readonly mechanisms: { readonly items: { readonly $ref?: string; readonly allOf?: readonly TypeCase[] } };
  };
  readonly definitions: Readonly<Record<string, KeySchema>>;
}

// Generated from src/schema; its shape is tested there.
const root = planSchema as Root;
let keysByType: ReadonlyMap<string, Keys> | null = null;

function keysOf(type: string): Keys {
  keysByType ??= new Map(
    (root.properties.mechanisms.items.allOf ?? []).map((one) => [
      one.if.properties.type.const,
      one.then.properties,
    ]),
  );
  return keysByType.get(type) ?? {};
}

/** What a mechanism states under the keys of its type; keys that the schema refuses are left out. */
export function readParameters(scope: Scope, map: YamlMap, type: string): ParameterMap {
  return mapOf(scope, map, keysOf(type), null);
}

function mapOf(scope: Scope, map: YamlMap, keys: Keys, section: Given<string> | null): ParameterMap {
  const values = new Map<string, Parameter>();
  for (const { key, value } of map.entries) {
    const schema = Object.hasOwn(keys, key.text) ? keys[key.text] : undefined;
    if (schema === undefined || schema === true || isNothing(value) || values.has(key.text)) continue;
    const parameter = readKey({ scope, key: key.text, section }, value, schema);
    if (parameter !== null) values.set(key.text, parameter);
  }
  return { span: map.span, section, values, get: (key) => values.get(key) };
}

/** Where a value stands: the mechanism, the key, and the section that the entry around it cites. */
interface Place {
  readonly scope: Scope;
  readonly key: string;
  readonly section: Given<string> | null;
}

function readKey(place: Place, node: YamlNode, written: KeySchema): Parameter | null {
  const schema = resolved(written);
  if (schema.holds !== undefined) return readers[schema.holds](place, node, schema);
  if (schema.items?.properties !== undefined || schema.items?.$ref !== undefined)
    return readList(place, node, resolved(schema.items));
  if (schema.properties === undefined || node.kind !== "map") return null;
  return { kind: "map", span: node.span, map: entryOf(place, node, schema) };
}

/** What stands beside a reference goes before what it refers to. */
function resolved(schema: KeySchema): KeySchema {
  if (schema.$ref === undefined) return schema;
  const { $ref, ...own } = schema;
  return { ...resolved(root.definitions[$ref.slice("#/definitions/".length)] ?? {}), ...own };
}

function readList(place: Place, node: YamlNode, schema: KeySchema): Parameter | null {
  const entries = itemsOf(node).flatMap((item) => {
    if (item.kind === "map") return entryOf(place, item, schema);
    return nameAlone(item) ?? [];
  });
  return { kind: "list", span: node.span, entries };
}

/** An entry written as a plain value is its name. */
function nameAlone(node: YamlNode): ParameterMap | null {
  const name = nameOf(node.kind === "scalar" ? node : null, null);
  if (name === null) return null;
  const values = new Map<string, Parameter>([["name", { kind: "name", span: node.span, name }]]);
  return { span: node.span, section: null, values, get: (key) => values.get(key) };
}

function entryOf({ scope }: Place, map: YamlMap, schema: KeySchema): ParameterMap {
  const keys = schema.properties ?? {};
  const own = keys.section;
  // Where the section is a key of the entry itself, its reader notes the mention.
  const isOwn = own !== undefined && own !== true && own.holds !== undefined;
  return mapOf(scope, map, keys, isOwn ? null : readSection(scope, map));
}

type Reader = (place: Place, node: YamlNode, schema: KeySchema) => Parameter | null;

/** How each kind of value is read. Null when nothing of it can be read, which has been reported. */
const readers: Readonly<Record<Parameter["kind"], Reader>> = {
  quantity: (place, node) => stated("quantity", node, quantitiesOf(place, node)),
  time: (place, node) => stated("time", node, statementsOf(place, node, readWhen)),
  rhythm: (place, node) => stated("rhythm", node, statementsOf(place, node, readFrequency)),
  owner: (place, node) => stated("owner", node, statementsOf(place, node, readOwner)),
  expression: (place, node) => stated("expression", node, statementsOf(place, node, readText)),
  text: (place, node) => stated("text", node, wordsOf(place, node)),
  reference: readReferences,
  name: ({ scope }, node) => {
    const name = nameOf(node, scope.binder.language);
    return name === null ? null : { kind: "name", span: node.span, name };
  },
  flag: (_, node) => {
    const word = textOf(node)?.value;
    if (word !== "true" && word !== "false") return null;
    return { kind: "flag", span: node.span, flag: given(word === "true", node.span) };
  },
  announced: ({ scope }, node) => {
    const counts = readAnnouncements(scope, node);
    return counts.length === 0 ? null : { kind: "announced", span: node.span, counts };
  },
  list: () => null,
  map: () => null,
};

function stated<K extends string, S>(kind: K, node: YamlNode, statements: readonly S[]) {
  return statements.length === 0 ? null : { kind, span: node.span, statements };
}

const readText: ReadValue<string> = (_, node) => textOf(node);

/** A number that the document leaves open on purpose (1+3+N): no value, and no fault. */
const openNumber = /^(?:[NnXx]|若干)$/;

const readNumber: ReadValue<Quantity> = (scope, node, map) =>
  openNumber.test(textOf(node)?.value.trim() ?? "") ? null : readQuantity(scope, node, map);

/** Statements under a key; a value that names no section is said in that of its entry. */
function statementsOf<T>(place: Place, node: YamlNode, read: ReadValue<T>): readonly Statement<T>[] {
  const statements = readStatements(place.scope, node, read);
  const { section } = place;
  if (section === null) return statements;
  return statements.map((one) => (one.section === null ? { ...one, section } : one));
}

function quantitiesOf(place: Place, node: YamlNode): readonly StatedQuantity[] {
  return itemsOf(node).flatMap((item) => {
    const [statement] = statementsOf(place, item, readNumber);
    if (statement === undefined) return [];
    return [{ of: item.kind === "map" ? text(item, "of") : null, ...statement }];
  });
}

type Words = readonly Given<string>[];

/** Words: plain ones make one statement; maps with `is` make one each. */
function wordsOf({ scope, section }: Place, node: YamlNode): readonly Statement<Words>[] {
  const maps = itemsOf(node).filter((item) => item.kind === "map");
  if (maps.length > 0) return maps.flatMap((map) => readStatement(scope, map, readWords) ?? []);
  const words = itemsOf(node).flatMap((item) => textOf(item) ?? []);
  if (words.length === 0) return [];
  return [{ is: given(words, node.span), span: node.span, ...nothingSaid, section }];
}

const readWords: ReadValue<Words> = (_, node) => {
  const words = itemsOf(node).flatMap((item) => textOf(item) ?? []);
  return words.length === 0 ? null : given(words, node.span);
};

function readReferences({ scope, key }: Place, node: YamlNode, { kinds = [] }: KeySchema): Parameter | null {
  const ids = itemsOf(node).flatMap((item) => {
    const is = item.kind === "map" ? nodeAt(item, "is") : item;
    return itemsOf(is).flatMap((one) => textOf(one) ?? []);
  });
  mentionAll(scope.binder, ids, kinds, scope.item, key);
  return ids.length === 0 ? null : { kind: "reference", span: node.span, ids };
}
