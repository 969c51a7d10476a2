/** What every item of a plan has. */
import type { Span } from "../../text/source.ts";
import type { Given } from "../given.ts";

/** Kinds of item that can be named by an id. */
export type ItemKind =
  | "section"
  | "source"
  | "actor"
  | "entity"
  | "problem"
  | "dimension"
  | "objective"
  | "indicator"
  | "phase"
  | "milestone"
  | "deliverable"
  | "action"
  | "risk"
  | "evidence"
  | "resource"
  | "mechanism"
  | "figure";

/** What every item has. */
export interface Item {
  readonly kind: ItemKind;
  readonly id: Given<string>;
  readonly span: Span;
}

/** A name in one language or in several (`{ zh-Hans: …, en: … }`). */
export interface Name {
  readonly span: Span;
  /** The name in the plan's own language, or the only one there is. */
  readonly text: string;
  readonly byLanguage: ReadonlyMap<string, string>;
}
