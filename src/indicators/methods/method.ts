/** The shape of an assessment method: one pure function and what it needs (ENGINE.md section 6). One file per method. */
import type Big from "big.js";
import type { Relation, Unit } from "../../plan/quantity.ts";
import type { Day } from "../../plan/time.ts";
import type { Span } from "../../text/source.ts";
import type { SeenValue, Status } from "../results.ts";
import type { ParameterReader } from "./parameters.ts";

export type { ParameterReader } from "./parameters.ts";

/** A value on a day; the day is null when the plan does not say it. */
export interface Dated {
  readonly value: Big;
  readonly on: Day | null;
}

/** A level on the way, with the span over which it is measured. */
export interface DatedTarget extends Dated {
  readonly role: "reach" | "hold" | "total";
  readonly span: Span;
  readonly from: Day | null;
  readonly upper: Big | null;
  readonly relation: Relation;
  /** What had been done towards it by a day: the last value, or the sum of its span; null when nothing had been observed. */
  doneBy(day: Day): SeenValue | null;
}

/** What is known whether or not anything has been observed. All values are in the indicator's unit. */
export interface Ground {
  readonly asOf: Day;
  readonly parameters: ParameterReader;
  readonly kind: "level" | "flow" | "running-total";
  /** +1 when higher is better, −1 when lower is, 0 when the plan does not say or wants neither. */
  readonly sign: 1 | -1 | 0;
  /** A sum that must stay below the target: less than expected is better. */
  readonly isCap: boolean;
  /** The target is a bound to keep: the engine judges it, a method may still have its word. */
  readonly holds: boolean;
  readonly unit: Unit | null;
  /** Baseline, or 0 the day before the span of a sum, or the first observation; null when there is none. */
  readonly start: Dated | null;
  readonly startOn: Day | null;
  readonly planStart: Day | null;
  /** The governing target; null when there is none. */
  readonly target: DatedTarget | null;
  /** All targets with a level, in the order of the plan. */
  readonly targets: readonly DatedTarget[];
  /** Days after a period within which its value may still come. */
  readonly reportWithinDays: number;
  /** The last word observed (a grade, `true`); null when there is none. */
  readonly word: string | null;
  /** Whether that word satisfies the target, where it is a grade or a state; null without word or such a target. */
  readonly meetsWord: boolean | null;
  /** Days of the span t0..tT and those of them that have passed; null where a date is missing. */
  readonly schedule: { readonly passed: number; readonly whole: number } | null;
  readonly elapsed: Big | null;
}

/** What a method may look at; figures are those of ENGINE.md section 3. */
export interface MethodInput extends Ground {
  readonly value: SeenValue;
  readonly meetsTarget: boolean;
  /** What was observed since the start, oldest first; the last one is `value`. */
  readonly series: readonly SeenValue[];
  readonly attained: Big | null;
  readonly ofTarget: Big | null;
  readonly expected: Big | null;
  readonly pace: Big | null;
}

/** A dated number that went into one of a method's own: `v` a value, `T` a target, `w` a weight. */
export interface Source {
  readonly name: "v" | "T" | "w";
  readonly on: Day;
  readonly value: Big;
  readonly span: Span | null;
}

/** What a method says. Fields that it has no word on are null. */
export interface Verdict {
  readonly ratio: Big | null;
  /**
   * The ratio in symbols, for `explain`: v, b, T, names of figures (`attained`, `elapsed`, `expected`, `pace`,
   * `ofTarget`) and names of `named`.
   */
  readonly formula: string;
  /** Numbers that the formulas name besides these, in the order of use. */
  readonly named?: Readonly<Record<string, Big>>;
  /** What some of these were made of, for `explain`. */
  readonly sources?: Readonly<Record<string, readonly Source[]>>;
  /** The method's own word (`green`, `substantial_progress`); null for a method without words. */
  readonly methodStatus: string | null;
  /** Null when the method cannot judge; `reason` says why. */
  readonly status: Status | null;
  readonly reason: string | null;
  /** What it judged by when that was not its own way. */
  readonly basis: string | null;
  /** On the method's own scale; undefined: clamp(ratio, 0, 1). */
  readonly score?: Big | null;
  /** The scale of that score (`-5..5`, marks of 20); undefined: 0 to 1. Scores of different scales are not added up. */
  readonly scale?: string;
  /** How the score was made; names as in `formula`, and `ratio`. */
  readonly scoreFormula?: string;
  /** Percentage points that decide in place of the ratio, and how they were made. */
  readonly points?: { readonly value: Big; readonly formula: string };
  readonly scheduleRatio?: Big | null;
  readonly scheduleFormula?: string;
  /** The method's own projection to the target's date, in place of the trend through the series. */
  readonly projection?: OwnProjection;
}

/** A method's own way of looking ahead. */
export interface OwnProjection {
  /** On the target's date. */
  readonly value: Big;
  readonly by: string;
  readonly formula: string;
  readonly estimate: boolean;
  /** Where it leads on any later day, in floating point: rising or falling all the way. */
  valueOn(day: Day): number;
  /** The years that its formula calls `left`, to that day. */
  leftOn(day: Day): number;
}

export interface Method {
  readonly name: string;
  /**
   * What must be there. Without a target the engine answers `no-target`; without a baseline the share of the target
   * decides (ENGINE.md section 4).
   */
  readonly needs: readonly ("baseline" | "target")[];
  /** The first observation at or after the plan's start serves where a level has no baseline. */
  readonly firstObservationServes?: true;
  /** Judges due periods itself: the days of single targets decide nothing (ENGINE.md section 1). */
  readonly judgesPeriods?: true;
  /** Names of its parameters besides `method`. */
  readonly parameters: readonly string[];
  /** Reads every parameter that applies, so that the reader knows which are missing, unreadable or out of order. */
  check?(parameters: ParameterReader): void;
  assess(input: MethodInput): Verdict;
  /** Its word while no value is there; absent: none. */
  withoutValue?(ground: Ground): Verdict;
}

/** Reads all parameters, so that the reader knows every fault: names that the method does not take are faults too. */
export function checkParameters(method: Method, parameters: ParameterReader): void {
  parameters.only(method.parameters);
  method.check?.(parameters);
}

/** A verdict of a method that cannot judge. */
export function refused(reason: string, methodStatus: string | null = null): Verdict {
  return { ratio: null, formula: "", methodStatus, status: null, reason, basis: null };
}
