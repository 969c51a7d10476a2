/** Values of a plan with their place and origin, and statements: values with where the document says them. */
import type { Span } from "../text/source.ts";

/**
 * Where a value comes from: written in the plan; assumed by a rule of the format (an undated target is due at the
 * plan's end); inherited from a parent item; computed from other values. Rules blame only what was given.
 */
export type Origin = "given" | "assumed" | "inherited" | "computed";

/** A bound value: the value, the place that states it, how it came to be. */
export interface Given<T> {
  readonly value: T;
  readonly span: Span;
  readonly origin: Origin;
}

/** How firmly a document states a value (确保/应当/力争/预计/建议). */
export const forces = ["ensure", "require", "strive", "expected", "recommend"] as const;
export type Force = (typeof forces)[number];

/** The id of a source, and where in it: `table#D7` is cell D7 of the source `table`. */
export interface Citation extends Given<string> {
  /** A cell, a page, a paragraph, as written; null where only the source is named. */
  readonly within: string | null;
}

/** What may stand beside any stated value (FORMAT.md section 2). Null where the plan says nothing. */
export interface Saying {
  /** Section of the document that states the value. */
  readonly section: Given<string> | null;
  readonly source: Citation | null;
  /** The words as printed in the document; reports print them again. */
  readonly wording: Given<string> | null;
  readonly note: Given<string> | null;
  /** When the statement applies: a time literal or a phase id, as written. */
  readonly during: Given<string> | null;
  /** Section whose value this one declares to step up from; no conflict then. */
  readonly follows: Given<string> | null;
  readonly force: Force | null;
  readonly alsoCalled: Given<string> | null;
  readonly place: Given<string> | null;
  readonly scope: Given<string> | null;
}

/** One statement of a fact. */
export interface Statement<T> extends Saying {
  readonly is: Given<T>;
  /** The whole statement: the value, or the map that holds it. */
  readonly span: Span;
}

/** All statements of one fact, in document order; empty when the plan does not state it. */
export type Statements<T> = readonly Statement<T>[];
