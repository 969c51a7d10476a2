/** Indicators with everything that hangs on them but their targets. */
import type { Span } from "../../text/source.ts";
import type { Given, Statements } from "../given.ts";
import type { Quantity, Unit } from "../quantity.ts";
import type { Rhythm, When } from "../time.ts";
import type { Assessment } from "./assessment.ts";
import type { Item, Name } from "./item.ts";
import type { Owner } from "./people.ts";
import type { Direction, Target } from "./targets.ts";

export interface Indicator extends Item {
  readonly kind: "indicator";
  readonly name: Name | null;
  readonly objective: Given<string> | null;
  readonly serves: readonly Given<string>[];
  readonly dimension: Given<string> | null;
  readonly role: Given<"outcome" | "output" | "process" | "input" | "context"> | null;
  readonly attribute: Given<"binding" | "anticipatory"> | null;
  readonly headline: boolean;
  readonly unit: (Given<Unit> & { readonly text: string }) | null;
  readonly direction: Given<Direction> | null;
  readonly value: Given<"level" | "flow" | "running-total">;
  readonly definition: Given<string> | null;
  /** Every statement of the definition; `definition` is the first. */
  readonly definitions: Statements<readonly Given<string>[]>;
  readonly counted: Counted | null;
  readonly collected: Collected | null;
  readonly baseline: Statements<Baseline>;
  /** The grade at which an indicator of grades starts; its `baseline` is empty then. */
  readonly startsAt: Given<string> | null;
  readonly targets: readonly Target[];
  readonly frequency: Statements<Rhythm>;
  /** Days after the end of a period within which its value is due (`report-within`). */
  readonly reportWithinDays: Given<number> | null;
  readonly owner: Statements<Owner>;
  readonly source: Given<string> | null;
  readonly section: Given<string> | null;
  readonly weight: Statements<Quantity>;
  readonly sameAs: Given<string> | null;
  readonly partOf: Given<string> | null;
  readonly alsoCalled: readonly Given<string>[];
  readonly dataFrom: readonly Given<string>[];
  readonly trajectory: Trajectory | null;
  readonly aggregation: Given<string> | null;
  /** Natural limits of the value, in the indicator's unit (0..100 for a percent, unless stated). */
  readonly bounds: (Given<Quantity> & { readonly stated: boolean }) | null;
  readonly performance: Given<string> | null;
  readonly formula: Given<string> | null;
  readonly assess: Given<Assessment> | null;
  /** A part that is written but could not be read: the indicator is then not judged by what is left. */
  readonly unreadable?: "baseline" | "target" | null;
  /** Observations written in the plan itself. */
  readonly observations: readonly InlineObservation[];
}

export interface Counted {
  readonly span: Span;
  readonly per: Given<string> | null;
  readonly of: Given<string> | null;
  readonly where: Given<string> | null;
  readonly window: Given<string> | null;
}

export interface Collected {
  readonly span: Span;
  readonly by: Given<string> | null;
  readonly every: Given<Rhythm> | null;
  readonly method: Given<string> | null;
  readonly sample: Given<string> | null;
}

/** A baseline statement: level (absent when the map states only a date) and its date. */
export interface Baseline {
  readonly quantity: Quantity;
  readonly at: Given<When> | null;
}

export interface Trajectory {
  readonly span: Span;
  readonly kind: Given<"linear" | "step" | "geometric" | "equal-split" | "custom" | "end-only">;
  readonly points: readonly { readonly at: Given<When>; readonly is: Given<Quantity> }[];
}

export interface InlineObservation {
  readonly span: Span;
  /** Column → value as written, under the column names of FORMAT.md section 8. */
  readonly cells: ReadonlyMap<string, Given<string>>;
}
