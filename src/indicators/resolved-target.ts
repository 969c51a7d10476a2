/** A target as the engine judges it: a level in the indicator's unit with its dates and its starting point. Types only. */
import type Big from "big.js";
import type { ClosedPeriod } from "../plan/days.ts";
import type { Target } from "../plan/plan.ts";
import type { Relation } from "../plan/quantity.ts";
import type { Day } from "../plan/time.ts";
import type { Span } from "../text/source.ts";

/** +1: up, higher is better; −1: down, lower is better; 0: neither (a range, an exact value, nothing known). */
export type Sign = 1 | -1 | 0;

/** How a target is judged. All kinds that ask for a level at a date are `reach`. */
export type TargetRole = "reach" | "hold" | "total" | "done" | "grade" | "versus" | "trend";

/**
 * What is held against the level. `value`: the observed value. `sum`: the amounts of the span so far. `window`: the
 * amounts of the last stretch as long as `window`. `compound`: the rates of the span so far, multiplied.
 */
export type Measure = "value" | "sum" | "window" | "compound";

/** A value with its day, and the place that states it (null when it follows from a rule: sums start at 0). */
export interface StartPoint {
  readonly value: Big;
  readonly on: Day | null;
  readonly span: Span | null;
}

export interface ResolvedTarget {
  readonly target: Target;
  readonly role: TargetRole;
  readonly measure: Measure;
  /** The period that the baseline is the amount of; null for other measures. */
  readonly window: ClosedPeriod | null;
  /** Null where the target has no level or it cannot be computed; then `reason` says why. */
  readonly level: Big | null;
  readonly upper: Big | null;
  readonly relation: Relation;
  /** The relation follows from nothing that the plan says: no direction, no relation, no baseline. */
  readonly relationUnknown: boolean;
  readonly shown: string | null;
  /** First day of its span (hold, versus, trend, sums); null when not known. */
  readonly from: Day | null;
  readonly dueOn: Day | null;
  readonly assumed: boolean;
  /** Where measuring starts: the baseline, or 0 on the day before the span of a sum. */
  readonly start: StartPoint | null;
  /** Side of the baseline that the level lies on; 0 where that says nothing about the direction. */
  readonly way: Sign;
  /** Levels on the way that the target itself asks for (`each`: the end of every year). */
  readonly steps: readonly { readonly on: Day; readonly value: Big }[];
  readonly reason: string | null;
}

/** A resolved target that has a level. */
export type LevelTarget = ResolvedTarget & { readonly level: Big };

/** True when the target has a level to be held against. */
export function hasLevel(target: ResolvedTarget): target is LevelTarget {
  return target.level !== null;
}
