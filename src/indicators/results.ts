/** What the engine gives: one row per indicator and entity, with every figure and its inputs (ENGINE.md). Types only. */
import type Big from "big.js";
import type { ClosedPeriod } from "../plan/days.ts";
import type { Indicator, Target } from "../plan/plan.ts";
import type { Relation } from "../plan/quantity.ts";
import type { Day } from "../plan/time.ts";
import type { Span } from "../text/source.ts";
import type { DerivedOutcome } from "./derived-job.ts";
import type { InterimStatus, Status } from "./statuses.ts";

export { type InterimStatus, type Status, statuses } from "./statuses.ts";

/** Names of the figures, as in the JSON. */
export const figureNames = [
  "value",
  "baseline",
  "target",
  "attained",
  "ofTarget",
  "elapsed",
  "expected",
  "pace",
  "gap",
  "gapPoints",
  "previous",
  "change",
  "yearOnYear",
  "required",
  "projected",
  "projectedLow",
  "projectedHigh",
  "ratio",
  "score",
  "weightedScore",
  "scheduleRatio",
] as const;
export type FigureName = (typeof figureNames)[number];

/** One number or day that went into a figure. `span` null when it was itself computed. */
export interface FigureInput {
  readonly name: string;
  /** The value as a plain decimal or an ISO day. */
  readonly value: string;
  readonly span: Span | null;
  /** Which part of a share it is, where the parts and not the share went in. */
  readonly part?: "numerator" | "denominator";
}

/**
 * A computed figure. `value` null with a `reason` (a word such as `no-baseline`, `expected-equals-baseline`) when it cannot be
 * computed. `formula` is the definition with names, `substituted` the same with the numbers put in.
 */
export interface Figure {
  readonly value: Big | null;
  readonly reason: string | null;
  readonly formula: string;
  readonly substituted: string;
  readonly inputs: readonly FigureInput[];
  /** An estimate (trend, projection), not an exact figure. */
  readonly estimate: boolean;
}

/** A target judged on its own. */
export interface JudgedTarget {
  readonly target: Target;
  /** The level that the target asks for in the indicator's unit; null where it has none (done, grade, trend, versus, no baseline). */
  readonly level: Big | null;
  readonly upper: Big | null;
  readonly relation: Relation;
  /** Printed value: the level where there is one, else the word (`true`, a grade, a direction). */
  readonly shown: string | null;
  /** Due day; the plan's end when undated (`assumed`). Null when that is not known either. */
  readonly dueOn: Day | null;
  readonly assumed: boolean;
  readonly status: Status | InterimStatus;
  /** Value it was judged by, with its date. */
  readonly judgedBy: { readonly value: string; readonly on: Day; readonly span: Span } | null;
  /** Day of the first value after the date that meets it, of a missed target that the latest value meets; else null. */
  readonly reachedLateOn: Day | null;
  readonly governing: boolean;
}

/** A point of the trajectory: the value that should have been reached on a day. */
export interface PathPoint {
  readonly on: Day;
  readonly value: Big;
}

/** An observation as the engine used it. */
export interface SeenValue {
  readonly on: Day;
  readonly start: Day;
  readonly value: Big;
  readonly provisional: boolean;
  readonly span: Span;
  /** The latest sum over entities, of which some have not reported: shown, and no target is judged by it. */
  readonly isPartial?: true;
}

/** Values by group of one column or several (`dimension:NAME`), beside the headline that they never make. */
export interface Slicing {
  /** Names of the columns: `sex`, `age × sex`. */
  readonly names: string;
  /** Last day of the period that they are of. */
  readonly on: Day;
  /** What the groups are together, as a share of the whole; null where that cannot be said, `reason` says why. */
  readonly coverage: Big | null;
  /** Less than the whole, the whole (but for rounding, half a percent), more than the whole. */
  readonly kind: "partial" | "complete" | "overlap" | null;
  readonly reason: string | null;
  readonly parts: readonly { readonly group: string; readonly value: Big; readonly span: Span }[];
}

/** The `basis` of a status that rests on the values of some entities only; `coverage` names the others. */
export const partialRollUp = "partial-roll-up";

/** The `basis` of a status that rests on a sum in which periods are missing; `gaps` names them. */
export const missingPeriods = "missing-periods";

/** Periods for which somebody reported nothing although a sum goes over them. */
export interface Gap {
  /** Null for the plan itself. */
  readonly entity: string | null;
  /** Oldest first, never none. */
  readonly periods: readonly ClosedPeriod[];
}

/** One row: an indicator of the plan (`entity` null) or of one entity. */
export interface IndicatorRow {
  readonly indicator: Indicator;
  readonly entity: string | null;
  readonly method: string;
  readonly status: Status;
  /** What the figures say, where a person's judgement stands in `status`; else null. */
  readonly computedStatus: Status | null;
  readonly methodStatus: string | null;
  /** The latest value is older than the rhythm of reports allows, whatever the status was decided by. */
  readonly isOutOfDate: boolean;
  /** Word that says why there is no status or figure (`no-target`, `no-level`, `direction-contradicted` …), else null. */
  readonly reason: string | null;
  /** What the status was judged by when it was not the method's own way (`of-target`, `first-observation`, `partial-roll-up`, `missing-periods`), else null. */
  readonly basis: string | null;
  readonly unit: string | null;
  readonly observedOn: Day | null;
  /** Day of the earliest value that could count; null when there is none. */
  readonly firstObservedOn: Day | null;
  readonly baselineOn: Day | null;
  /** The plan gives the baseline no date that can be used: `baselineOn` is the day before the plan's start. */
  readonly baselineAssumed: boolean;
  readonly targetOn: Day | null;
  readonly contested: boolean;
  readonly figures: Readonly<Record<FigureName, Figure>>;
  /** Percentage points by which the method decided; null where it decides by its ratio. For `explain`. */
  readonly points: Figure | null;
  /** The scale of the score (`0..1`, `-5..5`); null without a score. */
  readonly scoreScale: string | null;
  readonly projectedBy: string | null;
  readonly reachedOn: Day | null;
  /** Where the projection stands on that day, for `explain`; null without such a day. */
  readonly reached: Figure | null;
  readonly firstMetOn: Day | null;
  /** Day of the first value that no longer met the target after one that did; null while the latest value meets it, or none ever did. */
  readonly lostOn: Day | null;
  /** Reporting periods in which a `hold` was kept, of those that have a value; null without a `hold`. */
  readonly held: number | null;
  readonly periods: number | null;
  readonly targets: readonly JudgedTarget[];
  /** The steps of section 5 in order, and the first that hit: for `explain`. */
  readonly decision: {
    readonly step: string;
    readonly words: { readonly en: string; readonly zhHans: string };
  };
  /** Last word observed, for targets of kind `grade` and `done`; null when there is none. */
  readonly word: string | null;
  /**
   * Series as seen on the as-of date, oldest first; for charts and `explain`. Of a flow the running sum that the target is
   * judged by. Made when it is first asked for; a getter would give every row a hidden class of its own.
   */
  readonly series: () => readonly SeenValue[];
  /** Values that were worse than the trajectory on their days, for `explain`; null where nothing was expected of a day. */
  readonly behind: () => readonly SeenValue[] | null;
  /** Trajectory from baseline through the targets; empty when there is none. */
  readonly path: readonly PathPoint[];
  /** Entities whose values are missing from a roll-up, and how many it covers; null when it is no roll-up. */
  readonly coverage: {
    readonly counted: number;
    readonly of: number;
    readonly missing: readonly string[];
    /** Entities above others whose own value stands in place of what lies below them. */
    readonly own: readonly string[];
  } | null;
  /** Periods that are missing from the plan's sum; empty for most, and for rows of entities. */
  readonly gaps: readonly Gap[];
  /** Values by group; empty for most. */
  readonly slices: readonly Slicing[];
}

/** A roll-up of rows: a dimension, or the whole plan (`id` null). Counts cover rows with `entity: null`. */
export interface RollUp {
  readonly id: string | null;
  readonly status: Status;
  readonly score: Big | null;
  /** Why there is no score: nothing is weighted, a weighted member has none, their methods score on different scales. */
  readonly scoreReason: "no-weight" | "no-score" | "different-scales" | null;
  readonly statuses: Readonly<Partial<Record<Status, number>>>;
}

/** Results of one plan on one day; rows in plan order, entity rows after their plan row. */
export interface IndicatorResults {
  readonly asOf: Day;
  readonly rows: readonly IndicatorRow[];
  readonly dimensions: readonly RollUp[];
  readonly plan: RollUp;
  /** Indicators of role `context`: shown, not judged. */
  readonly skipped: number;
  /** What the formulas of derived indicators came upon, by indicator id. */
  readonly derived: ReadonlyMap<string, DerivedOutcome>;
}
