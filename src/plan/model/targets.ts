/** Targets: what an indicator shall come to, and when. */
import type { Span } from "../../text/source.ts";
import type { Given, Saying } from "../given.ts";
import type { Quantity, Relation } from "../quantity.ts";
import type { Rhythm, When } from "../time.ts";

export type Direction = "increase" | "decrease" | "maintain";

export const targetKinds = [
  "reach",
  "hold",
  "change",
  "relative",
  "rate",
  "each",
  "total",
  "compound",
  "versus",
  "done",
  "grade",
  "trend",
] as const;
export type TargetKind = (typeof targetKinds)[number];

/** One target. Exactly one kind; the fields of other kinds are null. */
export interface Target extends Saying {
  readonly kind: TargetKind;
  readonly span: Span;
  /** Key and value of the kind (`reach: ≥85%`). */
  readonly stated: Given<string>;
  /** The quantity of reach, hold, change, relative, rate, each, total, compound; null for other kinds. */
  readonly quantity: Given<Quantity> | null;
  readonly by: Given<When> | null;
  readonly from: Given<When> | null;
  /** `during` read as a time: the span that rate, each, total, compound, trend cover. */
  readonly over: Given<When> | null;
  /** `every: year`: the period in which a `hold` is judged; null = the reporting period. */
  readonly every: Given<Rhythm> | null;
  /** `of` of a relative target: a date of the baseline or a value; null = the baseline. */
  readonly base: {
    readonly at: Given<When> | null;
    readonly quantity: Given<Quantity> | null;
    readonly span: Span;
  } | null;
  /** `versus`: the other indicator and the margin. */
  readonly versus: {
    readonly indicator: Given<string>;
    readonly relation: Relation;
    readonly margin: Given<Quantity> | null;
  } | null;
  /** `grade`: the level wanted and the ordered levels, worst first. */
  readonly grade: { readonly wanted: Given<string>; readonly levels: readonly string[] } | null;
  readonly trend: Given<Direction> | null;
}
