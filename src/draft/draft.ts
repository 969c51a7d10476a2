/** A draft plan as it is read from tables, before it is written down. Types only. */
import type { DoubtKind } from "./codes.ts";

/** What is not sure at a place of the draft: printed as a comment beside it. */
export interface Doubt {
  readonly kind: DoubtKind;
  readonly cell: string;
  readonly text: string;
  readonly more: string;
}

/** A fact with the cell that states it (`C7`). */
export interface Fact {
  readonly text: string;
  readonly cell: string;
  readonly doubts: readonly Doubt[];
}

/** A baseline or target; `at` as the table writes it, null where it gives none. */
export interface DatedFact extends Fact {
  readonly at: string | null;
}

/** A text that could not be read, with the heading that it stands under. */
export interface Unread extends Fact {
  readonly heading: string;
}

/** Texts that a table may give of an indicator, as the format names them. */
export type TextField =
  | "unit"
  | "weight"
  | "definition"
  | "note"
  | "frequency"
  | "attribute"
  | "direction"
  | "source"
  | "performance";

export interface DraftIndicator {
  readonly name: string;
  /** The cell that names it. */
  readonly cell: string;
  /** What the table gives as its number or code; null where it gives none. */
  readonly code: string | null;
  /** Ordinal of the table, from 0. */
  readonly table: number;
  /** Headings above it, the widest first: 一级指标, 二级指标, or rows that name a group. */
  readonly groups: readonly string[];
  readonly texts: ReadonlyMap<TextField, Fact>;
  readonly baselines: readonly DatedFact[];
  readonly targets: readonly DatedFact[];
  /** Names; the first leads. */
  readonly owners: readonly string[];
  readonly unread: readonly Unread[];
  /** Doubts about the row as a whole, or about its name and owner. */
  readonly doubts: readonly Doubt[];
}

export interface Draft {
  readonly title: Fact;
  readonly period: Fact | null;
  /** Where the tables stand (`t.xlsx#Sheet`), and which of the file's tables they are, from 1. */
  readonly tables: readonly { readonly name: string; readonly number: number }[];
  readonly indicators: readonly DraftIndicator[];
  /** Doubts that hold for whole columns or tables. */
  readonly doubts: readonly Doubt[];
}
