/** Sections of the document with their texts and what they announce, and sources. */
import type { Span } from "../../text/source.ts";
import type { Given, Statement } from "../given.ts";
import type { When } from "../time.ts";
import type { Item, Name } from "./item.ts";

/** Counts that a section announces: thing counted (`indicators`, `dimensions`, `items` …) → count. */
export interface Announcement {
  readonly of: Given<string>;
  readonly count: Given<number>;
  /** The count with where it is said; several of one thing are compared as any fact is. */
  readonly statement: Statement<number>;
}

export interface Section extends Item {
  readonly kind: "section";
  readonly title: Name | null;
  readonly role: Given<string> | null;
  readonly parent: string | null;
  readonly announces: readonly Announcement[];
  /** The section's own text, read from the plan or from the file it names; null when it has none. */
  readonly text: SectionText | null;
}

export interface SectionText {
  readonly span: Span;
  /** The text with `{{…}}` placeholders as written. */
  readonly text: string;
  readonly placeholders: readonly Placeholder[];
}

/**
 * `{{target coverage-rate}}` in a section text: `verb` target, baseline, value, name, count …; `id` what it is about;
 * `which` of several statements is meant (`{{target coverage-rate 2026}}`), null where nothing is said of it.
 */
export interface Placeholder {
  readonly span: Span;
  readonly verb: string;
  readonly id: string | null;
  readonly which: string | null;
}

export interface Source extends Item {
  readonly kind: "source";
  readonly title: Name | null;
  readonly date: Given<When> | null;
  readonly scope: Given<"this-plan" | "wider" | "other-place"> | null;
  readonly note: Given<string> | null;
}
