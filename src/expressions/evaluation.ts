/**
 * What the parts of an evaluation share: values and why there is none, where the values of names come from, and what may
 * still be reckoned.
 */
import { expressionLimits } from "../plan/limits.ts";
import type { Day } from "../plan/time.ts";
import type { Checked } from "./checker.ts";
import { bounded, type Fraction } from "./fraction.ts";
import type { Tree } from "./tree.ts";

/**
 * Why there is no value. `no-observation`: a name has none in the period; `no-earlier-value`; `divides-by-zero`;
 * `too-few-values`: the periods do not reach back far enough; `different-periods`: amounts of unlike spans;
 * `not-a-figure`; `too-large`: figures beyond all measure; `too-many-steps`.
 */
export type WhyNot =
  | "no-observation"
  | "no-earlier-value"
  | "divides-by-zero"
  | "too-few-values"
  | "different-periods"
  | "not-a-figure"
  | "too-large"
  | "too-many-steps";

/** No value, and why. */
export interface Failure {
  readonly ok: false;
  readonly reason: WhyNot;
  /** The part that has no value, or the one that is nothing below a line. */
  readonly at: Tree;
}

/** A figure in base units, or whether a condition holds. */
export type Value = { readonly ok: true; readonly value: Fraction | boolean } | Failure;

/** As `Value`, where only a figure is one. */
export type FigureValue = { readonly ok: true; readonly value: Fraction } | Failure;

/** A reporting period as the values are kept by: `start` is the first day, `end` the last. */
export interface Moment {
  readonly start: Day;
  readonly end: Day;
}

/** Where the values of names come from. */
export interface Values {
  /** In base units. */
  valueAt(ref: string, moment: Moment): Fraction | WhyNot;
  /** The last value at or before the end of a period. */
  latestAt(ref: string, moment: Moment): Fraction | WhyNot;
  /** Periods up to one in which any of the names has a value, oldest first. */
  momentsUpTo(refs: readonly string[], moment: Moment): readonly Moment[];
  /** The period before; null where none is known. */
  before(refs: readonly string[], moment: Moment): Moment | null;
  /** First day that belongs to the plan; null where it has none. */
  readonly start: Day | null;
}

/** Operations left for all formulas of a plan. */
export interface Budget {
  steps: number;
}

/** One evaluation of a formula, in whatever periods it asks for. */
export interface Evaluation {
  readonly checked: Checked;
  readonly values: Values;
  readonly budget: Budget;
  /** The value of a part in a period; here, so that what stands in a file of its own can ask for the parts of a part. */
  readonly valueIn: (tree: Tree, moment: Moment) => Value;
}

/** What all formulas of a plan together may take. */
export function newBudget(): Budget {
  return { steps: expressionLimits.steps };
}

/** No value of a part. */
export function failed(reason: WhyNot, at: Tree): Failure {
  return { ok: false, reason, at };
}

/** A result within measure. Long figures cost more than short ones, by the square of their digits. */
export function figure(value: Fraction, tree: Tree, { budget }: Evaluation): Value {
  const digits = value.top.c.length + value.over.c.length;
  budget.steps -= (digits * digits) >> 10;
  const kept = bounded(value);
  return kept === null ? failed("too-large", tree) : { ok: true, value: kept };
}

/** What the values of names give, as the value of a part. */
export function asValue(value: Fraction | WhyNot, tree: Tree): Value {
  return typeof value === "string" ? failed(value, tree) : { ok: true, value };
}

/** The figure that a part is in a period; a condition is none. */
export function figureOf(tree: Tree, moment: Moment, evaluation: Evaluation): FigureValue {
  const of = evaluation.valueIn(tree, moment);
  if (!of.ok) return of;
  return typeof of.value === "boolean" ? failed("not-a-figure", tree) : { ok: true, value: of.value };
}
