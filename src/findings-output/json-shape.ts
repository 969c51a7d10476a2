/**
 * The shape of the JSON of `check`, as types: what `json.ts` builds and the library gives. Its published form is
 * `schemas/check-output.schema.json`. Fields may be added, never renamed.
 *
 * Figures are decimals as text (`"52.5"`): exact where they end within 20 places, else rounded half to even; no exponent,
 * no trailing zeros. Shares are of one (`"0.175"` is 17.5%). Days are ISO days (`"2026-06-30"`). Null: not known, or
 * not to be computed.
 */
import type { Severity } from "../diagnostics/severity.ts";
import type { InterimStatus, Status } from "../indicators/statuses.ts";

/** A place in a text: line and column from 1, columns in UTF-16 units. */
export interface PositionJson {
  readonly line: number;
  readonly column: number;
}

/** A stretch of a text; `end` is the first place after it. */
export interface RangeJson {
  readonly start: PositionJson;
  readonly end: PositionJson;
}

/** A further place that belongs to a finding, and what it has to do with it. */
export interface RelatedJson {
  readonly message: string;
  readonly file: string;
  readonly range: RangeJson;
  /** The cell of the sheet (`D7`), where the file is a sheet of a workbook. */
  readonly cell?: string;
  /** Section of the plan's document that states what stands there, as the plan cites it. */
  readonly section: string | null;
}

/** One finding. */
export interface FindingJson {
  /** Name of the rule, `family/fault`. */
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  /** What to do. */
  readonly help: string;
  /** File of the place: the plan or one that it names; null where there is no place. */
  readonly file: string | null;
  /** Line and column of the text that was read; of a workbook that which its sheet shows. */
  readonly range: RangeJson | null;
  /** The cell of the sheet (`D7`), where the file is a sheet of a workbook. */
  readonly cell?: string;
  /** Section of the plan's document that states what stands there, as the plan cites it. */
  readonly section: string | null;
  /** The item that it is about: kind of the plan format (`indicator`, `phase` …) and id. */
  readonly subject: { readonly kind: string; readonly id: string } | null;
  readonly related: readonly RelatedJson[];
  /** The text that would be right, where one is sure. */
  readonly suggestion: string | null;
  /** The edits that cure it for certain (`check --fix` makes them); null where the writer has to decide. */
  readonly fix: readonly FixJson[] | null;
}

/** One edit: what stands in the range of the finding's file is replaced. */
export interface FixJson {
  readonly range: RangeJson;
  readonly text: string;
}

/** One target of an indicator, judged on its own. */
export interface TargetJson {
  /** `reach`, `hold`, `change` … as in the plan format. */
  readonly kind: string;
  /** The level asked for in the unit of the indicator, or a word: `true`, a grade, a direction. */
  readonly value: string | null;
  readonly relation: ">=" | "<=" | ">" | "<" | "=";
  /** Day by which it is due. */
  readonly by: string | null;
  /** Section of the plan that states it. */
  readonly section: string | null;
  readonly status: Status | InterimStatus;
  /** As written in the plan. */
  readonly stated: string;
  /** Upper end of a range. */
  readonly upper: string | null;
  /** `assumed`: the day is not stated, the end of the plan is taken. */
  readonly origin: "given" | "assumed";
}

/** Values by group of one column or several. */
export interface SlicingJson {
  /** Names of the columns: `sex`, `age × sex`. */
  readonly names: string;
  /** Last day of the period that they are of. */
  readonly on: string;
  /** What the groups are together, as a share of the whole. */
  readonly coverage: string | null;
  /** Less than the whole, the whole, more than the whole; null where that cannot be said, `reason` says why. */
  readonly kind: "partial" | "complete" | "overlap" | null;
  readonly reason: string | null;
  readonly parts: readonly { readonly group: string; readonly value: string }[];
}

/** Where an indicator stands, as a whole or for one entity. */
export interface IndicatorJson {
  readonly id: string;
  /** Null: the row of the plan; else the id of the entity that the row is of. */
  readonly entity: string | null;
  readonly method: string;
  readonly status: Status;
  /** What the method says in its own words. */
  /** What the figures say, where a person's judgement stands in `status`; else null. */
  readonly computedStatus: Status | null;
  readonly methodStatus: string | null;
  /** Why there is no status or figure (`no-target`, `no-level` …). */
  readonly reason: string | null;
  /** What the status was judged by when it was not the method's own way. */
  readonly basis: string | null;
  readonly value: string | null;
  /** Last word reported of a state or a grade; `value` is null then. */
  readonly word: string | null;
  readonly unit: string | null;
  readonly observedOn: string | null;
  readonly baseline: string | null;
  readonly baselineOn: string | null;
  readonly target: string | null;
  /** Upper end where the target is a range; `target` is its lower end. */
  readonly targetUpper: string | null;
  readonly targetOn: string | null;
  /** True when the plan states two targets that disagree. */
  readonly contested: boolean;
  /** Share of the way from baseline to target. */
  readonly attained: string | null;
  /** Value as share of the target. */
  readonly ofTarget: string | null;
  /** Share of the time from baseline to target. */
  readonly elapsed: string | null;
  /** Value that should have been reached on the as-of date. */
  readonly expected: string | null;
  /** Way made as share of the way that should have been made. */
  readonly pace: string | null;
  /** Value less what is expected, in the unit; positive is better, also where less is wanted. */
  readonly gap: string | null;
  /** The same in points: hundredths of the way from baseline to target. */
  readonly gapPoints: string | null;
  /** Value one period before, the change since, and the change since one year before. */
  readonly previous: string | null;
  readonly change: string | null;
  readonly yearOnYear: string | null;
  /** Change a year that is still needed to reach the target in time. */
  readonly required: string | null;
  /** Estimated value on the day of the target. */
  readonly projected: string | null;
  /** Between which levels the trend stands on that day, with 80% probability; from five values on. */
  readonly projectedLow: string | null;
  readonly projectedHigh: string | null;
  readonly projectedBy: string | null;
  readonly reachedOn: string | null;
  readonly firstMetOn: string | null;
  /** Day of the first value that no longer met the target after one that did. */
  readonly lostOn: string | null;
  /** The method's own ratio and score; the score times the weight of the indicator. */
  readonly ratio: string | null;
  readonly score: string | null;
  readonly weightedScore: string | null;
  readonly scheduleRatio: string | null;
  /** Periods in which a `hold` was kept, of `periods` that have a value. */
  readonly held: number | null;
  readonly periods: number | null;
  /**
   * Of a row made from entities: how many have a value, of how many, who has none, and which of them stand above others
   * whose values theirs replaces.
   */
  readonly coverage: {
    readonly counted: number;
    readonly of: number;
    readonly missing: readonly string[];
    readonly own: readonly string[];
  } | null;
  /** Values by group (`dimension:NAME`), beside the value that they never make. */
  readonly slices: readonly SlicingJson[];
  /** How well the indicator is made, with what is missing; null in rows of entities and for a reference series. */
  readonly smart: { readonly score: number; readonly missing: readonly string[] } | null;
  readonly targets: readonly TargetJson[];
}

/** How many rows have a status; one that none has is absent. */
export type StatusCounts = Readonly<Partial<Record<Status, number>>>;

/** How the status of an indicator went: on every past reporting date, by what was known then. */
export interface HistoryJson {
  readonly id: string;
  readonly entity: string | null;
  /** Oldest first; the last is the as-of date. */
  readonly points: readonly {
    readonly on: string;
    readonly status: Status;
    readonly value: string | null;
  }[];
  /** Earlier reporting dates that were left out. */
  readonly omitted: number;
  readonly firstMetOn: string | null;
  /** Day of the last value that lost the target, also where it was met again after it. */
  readonly lostOn: string | null;
  /** The times in which the target was met, oldest first; `lostOn` null where the latest value still meets it. */
  readonly met: readonly { readonly from: string; readonly lostOn: string | null }[];
  /** The longest time in which it was off track, worsening or missed; both days included. */
  readonly longestOffTrack: { readonly from: string; readonly to: string; readonly days: number } | null;
}

/** A roll-up of rows. Null `status`: the plan could not be read. */
export interface RollUpJson {
  readonly status: Status | null;
  readonly score: string | null;
  /** Why there is no score; null where there is one. */
  readonly scoreReason: "no-weight" | "no-score" | "different-scales" | null;
  readonly statuses: StatusCounts;
}

/** A dimension of the plan and how it stands. */
export interface DimensionJson extends RollUpJson {
  readonly id: string | null;
}

/** A mechanism of the plan. */
export interface MechanismJson {
  readonly id: string;
  readonly type: string;
  readonly state: string | null;
  readonly results: Readonly<Record<string, unknown>>;
}

/**
 * Earned value of an action or a fund: amounts in the unit of its budget, shares of one. A figure without a value has its
 * reason under `reasons`.
 */
export interface EarnedValueJson {
  /** Day of the progress that it is reckoned for; null where no progress says how much is done or planned. */
  readonly on: string | null;
  readonly unit: string | null;
  /** BAC, what the whole may cost. */
  readonly budget: string | null;
  readonly plannedShare: string | null;
  readonly doneShare: string | null;
  /** PV, EV and AC: cost of what was planned by then, cost planned for what is done, what has been spent. */
  readonly plannedValue: string | null;
  readonly earnedValue: string | null;
  readonly actualCost: string | null;
  /** EV − PV and EV − AC; positive is better. */
  readonly scheduleVariance: string | null;
  readonly costVariance: string | null;
  /** EV ÷ PV and EV ÷ AC. */
  readonly spi: string | null;
  readonly cpi: string | null;
  /** Cost of the whole if it goes on so, and the CPI that the rest needs to keep the budget. */
  readonly eac: string | null;
  readonly tcpi: string | null;
  readonly reasons: Readonly<Record<string, string>>;
}

/** An action or a fund of which something is planned as a share, or spent. */
export interface EarningJson {
  readonly id: string;
  readonly earnedValue: EarnedValueJson;
}

/** One plan: an entry of `plans` in the JSON. `id` and `title` are null when it could not be read. */
export interface PlanJson {
  readonly file: string;
  readonly id: string | null;
  readonly title: string | null;
  readonly asOf: string;
  /** True when data of the plan are marked as made up. */
  readonly demo: boolean;
  /** By place, each once. */
  readonly findings: readonly FindingJson[];
  /** In the order of the plan; rows of entities follow the row of their indicator. */
  readonly indicators: readonly IndicatorJson[];
  /** Only where it is asked for (`plan status --history`). */
  readonly history?: readonly HistoryJson[];
  readonly dimensions: readonly DimensionJson[];
  readonly mechanisms: readonly MechanismJson[];
  /** Actions and funds of which something is planned as a share, or spent. */
  readonly actions: readonly EarningJson[];
  readonly funds: readonly EarningJson[];
  readonly plan: RollUpJson;
  readonly summary: {
    readonly findings: Readonly<Record<Severity, number>>;
    readonly statuses: StatusCounts;
  };
}
