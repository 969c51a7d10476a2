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
  readonly range: RangeJson | null;
  /** Section of the plan's document that states what stands there, as the plan cites it. */
  readonly section: string | null;
  /** The item that it is about: kind of the plan format (`indicator`, `phase` …) and id. */
  readonly subject: { readonly kind: string; readonly id: string } | null;
  readonly related: readonly RelatedJson[];
  /** The text that would be right, where one is sure. */
  readonly suggestion: string | null;
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

/** Where an indicator stands, as a whole or for one entity. */
export interface IndicatorJson {
  readonly id: string;
  /** Null: the row of the plan; else the id of the entity that the row is of. */
  readonly entity: string | null;
  readonly method: string;
  readonly status: Status;
  /** What the method says in its own words. */
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
  readonly projectedBy: string | null;
  readonly reachedOn: string | null;
  readonly firstMetOn: string | null;
  /** The method's own ratio and score; the score times the weight of the indicator. */
  readonly ratio: string | null;
  readonly score: string | null;
  readonly weightedScore: string | null;
  readonly scheduleRatio: string | null;
  /** Periods in which a `hold` was kept, of `periods` that have a value. */
  readonly held: number | null;
  readonly periods: number | null;
  /** Of a row made from entities: how many have a value, of how many, and who has none. */
  readonly coverage: {
    readonly counted: number;
    readonly of: number;
    readonly missing: readonly string[];
  } | null;
  readonly targets: readonly TargetJson[];
}

/** How many rows have a status; one that none has is absent. */
export type StatusCounts = Readonly<Partial<Record<Status, number>>>;

/** A roll-up of rows. Null `status`: the plan could not be read. */
export interface RollUpJson {
  readonly status: Status | null;
  readonly score: string | null;
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
  readonly dimensions: readonly DimensionJson[];
  readonly mechanisms: readonly MechanismJson[];
  readonly plan: RollUpJson;
  readonly summary: {
    readonly findings: Readonly<Record<Severity, number>>;
    readonly statuses: StatusCounts;
  };
}
