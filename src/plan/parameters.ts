/**
 * Parameters of mechanisms: what stands under the keys of a mechanism's type, as one tree for all types. Built by
 * `load/bind/parameters.ts` from what the schema says of each key (`holds`); read through the functions below, which give
 * nothing where a key is absent or could not be read. No type of mechanism is known here.
 */

import type { Span } from "../text/source.ts";
import type { Given, Statement, Statements } from "./given.ts";
import type { Announcement, Name, Owner } from "./plan.ts";
import type { Quantity } from "./quantity.ts";
import type { Rhythm, When } from "./time.ts";

/** A stated quantity; `of` is the base of a share or rate, in words. */
export interface StatedQuantity extends Statement<Quantity> {
  readonly of: Given<string> | null;
}

/** The value of one key. Every kind but maps, lists and names keeps all its statements. */
export type Parameter = { readonly span: Span } & (
  | { readonly kind: "quantity"; readonly statements: readonly StatedQuantity[] }
  | { readonly kind: "time"; readonly statements: Statements<When> }
  | { readonly kind: "rhythm"; readonly statements: Statements<Rhythm> }
  | { readonly kind: "owner"; readonly statements: Statements<Owner> }
  /** A condition or calculation as written. */
  | { readonly kind: "expression"; readonly statements: Statements<string> }
  /** Words, one or several in one statement. */
  | { readonly kind: "text"; readonly statements: Statements<readonly Given<string>[]> }
  | { readonly kind: "reference"; readonly ids: readonly Given<string>[] }
  | { readonly kind: "name"; readonly name: Name }
  | { readonly kind: "flag"; readonly flag: Given<boolean> }
  | { readonly kind: "announced"; readonly counts: readonly Announcement[] }
  | { readonly kind: "list"; readonly entries: readonly ParameterMap[] }
  | { readonly kind: "map"; readonly map: ParameterMap }
);

/** Values by key, in the order of the document; an entry of a list, or all that a mechanism has of its type. */
export interface ParameterMap {
  readonly span: Span;
  /** Section that the entry cites; null for none. */
  readonly section: Given<string> | null;
  readonly values: ReadonlyMap<string, Parameter>;
  get(key: string): Parameter | undefined;
}

/** All statements of a quantity. */
export function quantitiesAt(map: ParameterMap, key: string): readonly StatedQuantity[] {
  const value = map.get(key);
  return value?.kind === "quantity" ? value.statements : [];
}

/** All statements of a time. */
export function timesAt(map: ParameterMap, key: string): Statements<When> {
  const value = map.get(key);
  return value?.kind === "time" ? value.statements : [];
}

/** All statements of a rhythm. */
export function rhythmsAt(map: ParameterMap, key: string): Statements<Rhythm> {
  const value = map.get(key);
  return value?.kind === "rhythm" ? value.statements : [];
}

/** All words under a key, of all its statements. */
export function wordsAt(map: ParameterMap, key: string): readonly Given<string>[] {
  const value = map.get(key);
  if (value?.kind === "text") return value.statements.flatMap(({ is }) => is.value);
  return value?.kind === "expression" ? value.statements.map(({ is }) => is) : [];
}

/** Ids under a key. */
export function idsAt(map: ParameterMap, key: string): readonly Given<string>[] {
  const value = map.get(key);
  return value?.kind === "reference" ? value.ids : [];
}

/** Entries of a list. */
export function entriesAt(map: ParameterMap, key: string): readonly ParameterMap[] {
  const value = map.get(key);
  return value?.kind === "list" ? value.entries : [];
}

/** A map below a key. */
export function mapAt(map: ParameterMap, key: string): ParameterMap | null {
  const value = map.get(key);
  return value?.kind === "map" ? value.map : null;
}

/** `true` or `false`; null where it is not stated. */
export function flagAt(map: ParameterMap, key: string): boolean | null {
  const value = map.get(key);
  return value?.kind === "flag" ? value.flag.value : null;
}

/** Announced counts under a key. */
export function countsAt(map: ParameterMap, key: string): readonly Announcement[] {
  const value = map.get(key);
  return value?.kind === "announced" ? value.counts : [];
}

/** What an entry is called: its name, id, role or what it is for; null for none. */
export function labelOf(map: ParameterMap): string | null {
  const name = map.get("name");
  if (name?.kind === "name") return name.name.text;
  for (const key of ["id", "role", "for"]) {
    const [word] = wordsAt(map, key);
    if (word !== undefined) return word.value;
  }
  return null;
}

/** Calls `see` for every value of the tree with its path: keys, and for entries their id, label or number. */
export function walkParameters(
  map: ParameterMap,
  see: (path: readonly string[], value: Parameter) => void,
  above: readonly string[] = [],
): void {
  for (const [key, value] of map.values) {
    const path = [...above, key];
    see(path, value);
    if (value.kind === "map") walkParameters(value.map, see, path);
    if (value.kind !== "list") continue;
    for (const [i, entry] of value.entries.entries()) {
      walkParameters(entry, see, [...path, wordsAt(entry, "id")[0]?.value ?? labelOf(entry) ?? `${i + 1}`]);
    }
  }
}
