/**
 * The parts of which the plan's schema is written, as data with every title in both languages. `json-schema.ts` makes
 * the JSON Schema of one language from it; a missing text does not compile.
 *
 * Two readers share one schema: an editor sees numbers where a plan writes digits, our own check sees the text of every
 * scalar. Therefore a plain value is always of type string or number, and null where the plan may leave it open.
 */
import type { Localized } from "../diagnostics/diagnostic.ts";
import type { ItemKind } from "../plan/plan.ts";

export type JsonType = "string" | "number" | "boolean" | "null" | "object" | "array";

/** What a value of a mechanism is, so that the binding reads it without knowing the type (`load/bind/parameters.ts`). */
export type Holds =
  | "quantity"
  | "time"
  | "rhythm"
  | "owner"
  | "reference"
  | "expression"
  | "text"
  | "name"
  | "flag"
  | "announced";

/** One place of the plan: what may stand there and what an editor says about it. */
export interface Part {
  readonly title: Localized;
  readonly description?: Localized;
  /** Name of a shared part (`sharedParts`); title and description here go before its own. */
  readonly ref?: string;
  readonly type?: readonly JsonType[];
  readonly enum?: readonly (string | number | null)[];
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly properties?: Parts;
  readonly required?: readonly string[];
  /** Keys of the writer's own choosing (`announces`): what stands under each. Absent: unknown keys are refused. */
  readonly others?: Part | "anything";
  /** Names that such keys may have. */
  readonly otherNames?: string;
  readonly items?: Part;
  /** Exactly one of these keys must be there. */
  readonly oneOfKeys?: readonly string[];
  /** How the binding reads the value; absent: a map or list is read by its parts, anything else is not kept. */
  readonly holds?: Holds;
  /** `holds: "reference"`: the kinds that the id may name. */
  readonly kinds?: readonly ItemKind[];
  /** Parts that apply when `key` has the given value. */
  readonly cases?: { readonly key: string; readonly parts: Readonly<Record<string, Parts>> };
}

export type Parts = Readonly<Record<string, Part>>;

/** Letters of any script or digits, then also `.`, `_`, `-` (FORMAT.md section 1). */
export const idPattern = "^[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}._-]*$";

/** Title and, where the title does not say it all, a description. */
export type Words = readonly [title: Localized, description?: Localized];

const plain: readonly JsonType[] = ["string", "number", "null"];

/** The two texts of a title or description. */
export function both(en: string, zhHans: string): Localized {
  return { en, zhHans };
}

function head([title, description]: Words): Pick<Part, "title" | "description"> {
  return description === undefined ? { title } : { title, description };
}

/** A plain value; numbers, dates and words alike. */
export function value(...words: Words): Part {
  return { ...head(words), type: plain };
}

/** An id of the item itself. */
export function ownId(...words: Words): Part {
  return { ...head(words), type: ["string", "number"], pattern: idPattern };
}

/** One of a few words. */
export function choice(options: readonly string[], ...words: Words): Part {
  return { ...head(words), type: ["string", "null"], enum: [...options, null] };
}

/** `true` or `false`. */
export function flag(...words: Words): Part {
  return { ...head(words), type: ["boolean", "null"] };
}

/** A shared part under words of its own. */
export function shared(ref: string, ...words: Words): Part {
  return { ...head(words), ref };
}

/** A list. */
export function list(items: Part, ...words: Words): Part {
  return { ...head(words), type: ["array", "null"], items };
}

/** One plain value or a list of them. */
export function valueOrList(...words: Words): Part {
  return { ...head(words), type: [...plain, "array"], items: value(words[0]) };
}

/** A map with fixed keys. */
export function map(properties: Parts, required: readonly string[], ...words: Words): Part {
  return { ...head(words), type: ["object"], properties, required };
}

/** A map with fixed keys that may be left empty. */
export function optionalMap(properties: Parts, ...words: Words): Part {
  return { ...head(words), type: ["object", "null"], properties };
}

/** A map from names of the writer's choosing to parts of one kind. */
export function open(others: Part | "anything", ...words: Words): Part {
  return { ...head(words), type: ["object", "null"], others };
}

/** A plain value, or a map that says more. */
export function valueOrMap(properties: Parts, ...words: Words): Part {
  return { ...head(words), type: [...plain, "object"], properties };
}
