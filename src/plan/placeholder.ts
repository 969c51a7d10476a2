/** Placeholders of section texts (`{{target coverage-rate}}`): how they are written and what can stand in their place. */
import type { Span } from "../text/source.ts";
import type { Statement } from "./given.ts";
import type { Indicator, Name, Owner, Target } from "./plan.ts";
import type { Quantity } from "./quantity.ts";
import type { Day, Rhythm, When } from "./time.ts";

/** A placeholder in a text: verb, id, and which of several statements is meant. */
export const placeholderPattern =
  /\{\{\s{0,20}([^\s{}]{1,100})(?:[ \t\u3000]{1,20}([^\s{}]{1,200}))?(?:[ \t\u3000]{1,20}([^\s{}]{1,200}))?\s{0,20}\}\}/gu;

/** What a placeholder may ask for. */
export const placeholderVerbs = [
  "target",
  "baseline",
  "value",
  "actual",
  "unit",
  "status",
  "name",
  "title",
  "count",
  "weight",
  "owner",
  "date",
  "period",
] as const;
export type PlaceholderVerb = (typeof placeholderVerbs)[number];

/** A value that can be printed in the place of a placeholder. */
export type PlacedKind =
  | { readonly kind: "target"; readonly target: Target; readonly indicator: Indicator }
  /** A level; `of` gives its unit to a bare number. */
  | { readonly kind: "quantity"; readonly quantity: Quantity; readonly of: Indicator | null }
  | { readonly kind: "rhythm"; readonly rhythm: Rhythm }
  | { readonly kind: "time"; readonly when: When; readonly side: "start" | "end" | "both" }
  | { readonly kind: "owner"; readonly statement: Statement<Owner> }
  /** A condition or calculation as written. */
  | { readonly kind: "expression"; readonly text: string }
  | { readonly kind: "count"; readonly count: number }
  | { readonly kind: "name"; readonly name: Name }
  | { readonly kind: "words"; readonly text: string };

export interface PlacedValue {
  readonly value: PlacedKind;
  /** The words as printed in the document; they stand for the value. */
  readonly wording: string | null;
  /** Sections that state it; none where the plan does not say. */
  readonly sections: readonly string[];
  /** Words that tell it from other statements: its date, scope, place, time of validity. */
  readonly called: readonly string[];
  /** Last day of a dated target. */
  readonly due: Day | null;
  /** Equal for statements that say the same. */
  readonly key: string;
  readonly span: Span;
}
