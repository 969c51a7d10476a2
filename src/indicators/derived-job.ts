/** What the computation of one formula is given, and what it came upon. */
import type Big from "big.js";
import type { Budget, Failure } from "../expressions/evaluation.ts";
import type { Computable, Formula, PlanFormulas } from "../expressions/formulas.ts";
import type { Plan } from "../plan/plan.ts";
import type { Day } from "../plan/time.ts";
import type { Known } from "./known.ts";
import type { Reading } from "./readings.ts";

/** A value that was reported and is not what the formula gives. */
export interface Disagreement {
  readonly entity: string | null;
  readonly reported: Big;
  readonly computed: Big;
  readonly on: Day;
  readonly span: Reading["span"];
  readonly isBaseline: boolean;
  /** Where the baselines stand that the formula was computed from; empty for reported values. */
  readonly from: readonly Reading["span"][];
}

/** A period for which the formula could not be computed although its names have values. */
export interface NotComputed {
  readonly entity: string | null;
  readonly on: Day;
  readonly failure: Failure;
  /** Place of the value below the line, or whatever else the failure lies in; null where it is none of a reported value. */
  readonly span: Reading["span"] | null;
}

/** What the computation of one formula came upon. */
export interface DerivedOutcome {
  readonly formula: Formula;
  readonly disagreements: readonly Disagreement[];
  readonly notComputed: readonly NotComputed[];
  /** The names have values, but never for one period. */
  readonly neverTogether: boolean;
  /** Ids of indicators that the formula needs and that have no value at all. */
  readonly lacking: readonly string[];
  /** Why the formula of one of those gave no value, so that neither does this one; null where that is no formula's doing. */
  readonly inherited: string | null;
}

/** What is told of a formula while it is computed. */
export interface Log {
  readonly disagreements: Disagreement[];
  readonly notComputed: NotComputed[];
}

/** Starts without any. */
export function emptyLog(): Log {
  return { disagreements: [], notComputed: [] };
}

/** One formula in hand. */
export interface Job extends Log {
  readonly ground: Ground;
  readonly known: Known;
  readonly formula: Formula;
  readonly computable: Computable;
}

/** What all formulas of a plan share. */
export interface Ground {
  readonly plan: Plan;
  readonly read: PlanFormulas;
  readonly trace: boolean;
  readonly budget: Budget;
  readonly knownOf: (id: string) => Known | undefined;
}
