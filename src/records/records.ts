/** Dated facts of a plan, bound from its data files and from the plan itself (FORMAT.md section 8). Types only. */
import type Big from "big.js";
import type { Given } from "../plan/given.ts";
import type { Quantity } from "../plan/quantity.ts";
import type { Period } from "../plan/time.ts";
import type { Span } from "../text/source.ts";

/**
 * One observation (实际值). `value` is in the indicator's unit; null when missing, then `missing` says why
 * (`N/A`, `未报送` or the empty cell: ""). A row that could not be read is a finding and not in the list.
 */
export interface Observation {
  readonly span: Span;
  /** Id of the indicator; of the entity, null for the plan itself. */
  readonly indicator: string;
  readonly entity: string | null;
  readonly at: Given<Period & { readonly start: number; readonly end: number }>;
  readonly value: Given<Big> | null;
  /** A grade or `true`/`false` for indicators whose targets are `grade` or `done`. */
  readonly word: Given<string> | null;
  readonly missing: string | null;
  readonly numerator: Given<Big> | null;
  readonly denominator: Given<Big> | null;
  /**
   * Set where numerator and denominator cannot be (a finding of its own): `value`: nothing of the row can be used; `counts`: a
   * value stands beside them that can.
   */
  readonly impossible?: "value" | "counts";
  readonly state: "final" | "provisional" | "revised";
  /** Day on which the value was reported; null when not said (then it counts as seen from its own date). */
  readonly reported: Given<number> | null;
  readonly reporter: Given<string> | null;
  /** `dimension:NAME` columns: name → value; a row with any is a slice, never the headline. */
  readonly slices: ReadonlyMap<string, string>;
  readonly reason: Given<string> | null;
  readonly action: Given<string> | null;
  readonly break: Given<string> | null;
  readonly source: Given<string> | null;
  readonly note: Given<string> | null;
}

export const progressStates = ["not-started", "in-progress", "done", "overdue", "suspended"] as const;
/** 未启动、推进中、已完成、逾期、暂缓. */
export type ProgressState = (typeof progressStates)[number];

/** One progress entry (进展) of an action, milestone, deliverable or phase. */
export interface ProgressEntry {
  readonly span: Span;
  readonly kind: Given<string> | null;
  readonly id: Given<string>;
  readonly at: Given<Period & { readonly start: number; readonly end: number }>;
  readonly state: Given<ProgressState> | null;
  /** Share done, 0..1. */
  readonly share: Given<Big> | null;
  readonly planned: Given<string> | null;
  /** Share that should be done, 0..1, where `planned` states one and not an event in words. */
  readonly plannedShare: Given<Big> | null;
  readonly done: Given<string> | null;
  readonly problem: Given<string> | null;
  readonly next: Given<string> | null;
  readonly evidence: Given<string> | null;
  readonly filledBy: Given<string> | null;
  readonly checkedBy: Given<string> | null;
  /** Where it was taken from, such as the cell of a table. */
  readonly source: Given<string> | null;
}

/** What an action or a fund has spent on a day or in a period (支出). A negative amount is money that came back. */
export interface Spending {
  readonly span: Span;
  readonly kind: Given<BudgetKind> | null;
  readonly id: Given<string>;
  readonly at: Given<Period & { readonly start: number; readonly end: number }>;
  /** The amount with its unit; a bare number is in the unit of the budget. */
  readonly amount: Given<Quantity>;
  readonly line: Given<string> | null;
  readonly source: Given<string> | null;
  readonly note: Given<string> | null;
}

/** What has a budget. */
export type BudgetKind = "action" | "fund";

/** All records of a plan, in file and row order. */
export interface Records {
  readonly observations: readonly Observation[];
  readonly progress: readonly ProgressEntry[];
  readonly spending: readonly Spending[];
  /** True when any data file is marked as made up. */
  readonly demo: boolean;
}
