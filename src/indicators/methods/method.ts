/** The shape of an assessment method: one pure function and what it needs (ENGINE.md section 6). One file per method. */
import type Big from "big.js";
import type { Relation, Unit } from "../../plan/quantity.ts";
import type { Day } from "../../plan/time.ts";
import type { SeenValue, Status } from "../results.ts";

/** A value on a day; the day is null when the plan does not say it. */
export interface Dated {
  readonly value: Big;
  readonly on: Day | null;
}

/** A level on the way, with the span over which it is measured. */
export interface DatedTarget extends Dated {
  readonly from: Day | null;
  readonly upper: Big | null;
  readonly relation: Relation;
}

/** What a method may look at. All values are in the indicator's unit; figures are those of ENGINE.md section 3. */
export interface MethodInput {
  readonly asOf: Day;
  readonly parameters: ParameterReader;
  /** +1 when higher is better, −1 when lower is. */
  readonly sign: 1 | -1 | 0;
  /** A sum that must stay below the target: less than expected is better. */
  readonly isCap: boolean;
  /** The target is a bound to keep: the engine judges it, a method may still have its word. */
  readonly holds: boolean;
  readonly unit: Unit | null;
  /** Baseline, or 0 the day before the span of a sum; null when there is none. */
  readonly start: Dated | null;
  readonly startOn: Day | null;
  readonly planStart: Day | null;
  /** The governing target; null when there is none. */
  readonly target: DatedTarget | null;
  /** All targets with a level, in order of their day. */
  readonly targets: readonly DatedTarget[];
  readonly value: SeenValue;
  readonly meetsTarget: boolean;
  /** What was observed since the start, oldest first; the last one is `value`. */
  readonly series: readonly SeenValue[];
  readonly attained: Big | null;
  readonly ofTarget: Big | null;
  readonly elapsed: Big | null;
  readonly expected: Big | null;
  readonly pace: Big | null;
}

/** What a method says. Fields that it has no word on are null. */
export interface Verdict {
  readonly ratio: Big | null;
  /** The ratio in symbols, for `explain`: names of figures and of inputs. */
  readonly formula: string;
  /** The method's own word (`green`, `substantial_progress`); null for a method without words. */
  readonly methodStatus: string | null;
  /** Null when the method cannot judge; `reason` says why. */
  readonly status: Status | null;
  readonly reason: string | null;
  /** What it judged by when that was not its own way. */
  readonly basis: string | null;
  /** On the method's own scale; undefined: clamp(ratio, 0, 1). */
  readonly score?: Big | null;
  readonly scheduleRatio?: Big | null;
  /** The method's own projection to the target's date, in place of the trend through the series. */
  readonly projection?: { readonly value: Big; readonly by: string; readonly estimate: boolean };
}

export interface Method {
  readonly name: string;
  /** What must be there; the engine answers for a method that lacks it. */
  readonly needs: readonly ("baseline" | "target")[];
  /** Names of its parameters besides `method`. */
  readonly parameters: readonly string[];
  assess(input: MethodInput): Verdict;
}

/** Parameters of an assessment as written. */
export interface ParameterReader {
  /** A number (`0.8`, `80%`); the default where it is absent.. */
  number(name: string, otherwise: Big): Big;
  optionalNumber(name: string): Big | null;
  word(name: string): string | null;
}
