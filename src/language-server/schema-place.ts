/** What the plan format allows at a place: keys, values, and which kinds of item an id may name. */
import { planSchema } from "../../generated/plan-schema.js";
import { anyKind, neededKinds, ownerKinds } from "../load/bind/binder.ts";
import type { ItemKind } from "../plan/plan.ts";
import { governedKinds } from "../plan/plan-index.ts";
import type { Step } from "./yaml-place.ts";

/** The published schema, as far as it is read here. */
export interface SchemaPart {
  readonly $ref?: string;
  readonly title?: string;
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly (string | number | null)[];
  readonly pattern?: string;
  readonly properties?: Readonly<Record<string, SchemaPart | true>>;
  readonly additionalProperties?: SchemaPart | boolean;
  readonly items?: SchemaPart;
  readonly allOf?: readonly { readonly if: SchemaPart; readonly then: SchemaPart }[];
  readonly definitions?: Readonly<Record<string, SchemaPart>>;
  readonly const?: string;
}

/** Finds the part of the schema that a path leads to; null where the format knows no such place. */
export function partAt(
  root: SchemaPart,
  path: readonly Step[],
  siblings: ReadonlyMap<string, string>,
): SchemaPart | null {
  let part: SchemaPart | null = root;
  for (const step of path) {
    if (part === null) return null;
    const here: SchemaPart = resolved(root, part);
    // A statement may be a map or a list of maps: a list whose part has no items is the part itself.
    if (step === null) part = here.items ?? here;
    else part = keyPart(root, here, step, new Map());
  }
  return part === null ? null : withCases(resolved(root, part), siblings);
}

/** The part of a key of a map. */
export function keyPart(
  root: SchemaPart,
  map: SchemaPart,
  key: string,
  siblings: ReadonlyMap<string, string>,
): SchemaPart | null {
  const here = withCases(resolved(root, map), siblings);
  const own =
    here.properties !== undefined && Object.hasOwn(here.properties, key) ? here.properties[key] : undefined;
  const inCase = here.allOf?.map(({ then }) => then.properties?.[key]).find((one) => typeof one === "object");
  const found = typeof own === "object" ? own : (inCase ?? here.additionalProperties);
  if (typeof found === "object") return resolved(root, found);
  // A map below a part that is written as a list of one.
  const { items } = here;
  return items === undefined ? null : keyPart(root, items, key, siblings);
}

/** The part that a reference leads to, with the words that stand beside the reference. */
export function resolved(root: SchemaPart, part: SchemaPart): SchemaPart {
  if (part.$ref === undefined) return part;
  const { $ref, ...own } = part;
  return { ...(root.definitions?.[$ref.replace("#/definitions/", "")] ?? {}), ...own };
}

/** With the keys of the case that the siblings select (`type: review`). */
function withCases(part: SchemaPart, siblings: ReadonlyMap<string, string>): SchemaPart {
  if (part.allOf === undefined) return part;
  const chosen = part.allOf.find(({ if: condition }) =>
    Object.entries(condition.properties ?? {}).every(
      ([key, one]) => typeof one === "object" && one.const === siblings.get(key),
    ),
  );
  if (chosen === undefined) return part;
  const more = Object.entries(chosen.then.properties ?? {}).filter(([, one]) => typeof one === "object");
  return { ...part, properties: { ...part.properties, ...Object.fromEntries(more) } };
}

const alternatives = /^\^\(([\w|-]+)\)\$$/;

/** The values that a key may take, where they are a list. */
export function valuesOf(root: SchemaPart, part: SchemaPart): readonly string[] {
  const here = resolved(root, part);
  const listed = here.enum?.filter((one) => one !== null).map(String) ?? [];
  const inPattern =
    here.pattern === undefined ? [] : (alternatives.exec(here.pattern)?.[1]?.split("|") ?? []);
  const types = typeof here.type === "string" ? [here.type] : (here.type ?? []);
  const flags = types.includes("boolean") ? ["true", "false"] : [];
  const cases = here.items === undefined ? [] : valuesOf(root, here.items);
  return [...new Set([...listed, ...inPattern, ...flags, ...cases])];
}

/** Which kinds an id under a key may name. Of keys that hold free words in one place and ids in another, the ids. */
const kindsOfKeys: Readonly<Record<string, readonly ItemKind[]>> = {
  section: ["section"],
  "also-in": ["section"],
  follows: ["section"],
  inherited: ["section"],
  source: ["source"],
  objective: ["objective"],
  objectives: ["objective"],
  serves: ["objective"],
  dimension: ["dimension"],
  indicator: ["indicator"],
  "same-as": ["indicator"],
  "part-of": ["indicator"],
  versus: ["indicator"],
  of: ["indicator", "figure"],
  owner: ownerKinds,
  lead: ownerKinds,
  with: ownerKinds,
  "approved-by": ["actor"],
  phase: ["phase"],
  during: ["phase"],
  deliverable: ["deliverable"],
  needs: neededKinds,
  "data-from": neededKinds,
  mitigations: neededKinds,
  item: neededKinds,
  governs: governedKinds,
  norm: ["mechanism"],
  alarm: ["mechanism"],
  cause: anyKind,
};

let ofMechanisms: ReadonlyMap<string, readonly ItemKind[]> | null = null;

/** The kinds that an id under a key may name; empty for a key that names none. `above`: the key that holds it. */
export function kindsAt(key: string, above: string | null, isMechanism: boolean): readonly ItemKind[] {
  if (key === "parent") {
    if (above === "actions") return ["action"];
    return above === "entities" ? ["entity"] : above === "sections" ? ["section"] : [];
  }
  ofMechanisms ??= kindsInSchema();
  const own = isMechanism ? ofMechanisms.get(key) : undefined;
  return own ?? (Object.hasOwn(kindsOfKeys, key) ? (kindsOfKeys[key] ?? []) : []);
}

/** The keys of mechanisms that name items, from the schema that the binding reads by. */
function kindsInSchema(): ReadonlyMap<string, readonly ItemKind[]> {
  const found = new Map<string, readonly ItemKind[]>();
  const walk = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    for (const [key, part] of Object.entries(value)) {
      if (typeof part === "object" && part !== null && "kinds" in part && Array.isArray(part.kinds))
        found.set(key, [...new Set([...(found.get(key) ?? []), ...part.kinds])]);
      walk(part);
    }
  };
  walk(planSchema);
  return found;
}
