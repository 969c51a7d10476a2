/** Problems, dimensions, objectives, and the evidence kept apart from them. */
import type { Given, Statements } from "../given.ts";
import type { Quantity } from "../quantity.ts";
import type { When } from "../time.ts";
import type { Assessment } from "./assessment.ts";
import type { Item, Name } from "./item.ts";

export interface Problem extends Item {
  readonly kind: "problem";
  readonly statement: Name | null;
  readonly objectives: readonly Given<string>[];
  readonly section: Given<string> | null;
  readonly evidence: readonly Evidence[];
}

export interface Dimension extends Item {
  readonly kind: "dimension";
  readonly name: Name | null;
  readonly weight: Statements<Quantity>;
  readonly section: Given<string> | null;
  readonly assess: Given<Assessment> | null;
}

export interface Objective extends Item {
  readonly kind: "objective";
  readonly statement: Name | null;
  readonly dimension: Given<string> | null;
  readonly section: Given<string> | null;
}

export interface Evidence extends Item {
  readonly kind: "evidence";
  readonly kindOf: Given<"background" | "case" | "standard"> | null;
  /** Indicator, or standing figure of a mechanism, that it is about, if any. */
  readonly of: Given<string> | null;
  readonly place: Given<string> | null;
  readonly scope: Given<string> | null;
  readonly is: Given<Quantity> | null;
  readonly from: Given<Quantity> | null;
  readonly to: Given<Quantity> | null;
  readonly at: Given<When> | null;
  readonly cause: Given<string> | null;
  readonly source: Given<string> | null;
  /** What the figure is called, where it is about no indicator. */
  readonly name: Name | null;
  readonly section: Given<string> | null;
  readonly text: Given<string> | null;
}
