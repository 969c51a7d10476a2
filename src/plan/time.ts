/** Days, periods and times of a plan (FORMAT.md section 4). Types; parsing is in `parse-time.ts`. */

/** A civil day as the count of days since 1970-01-01 (may be negative). No time of day, no time zone. */
export type Day = number;

/** Days from `start` to `end`, both included. An open side is null (`2026..`). */
export interface Period {
  readonly start: Day | null;
  readonly end: Day | null;
}

/** The plain rhythms (FORMAT.md `frequency`), shortest period first. */
export const frequencies = ["daily", "weekly", "monthly", "quarterly", "half-yearly", "yearly"] as const;
type PlainFrequency = (typeof frequencies)[number];

/** Once in every calendar period: a plain one or several of them (`every 2 years`). */
export type Frequency = PlainFrequency | `every ${number} ${"days" | "weeks" | "months" | "years"}`;

/** Spans in which a number of times is counted. */
export const rhythmSpans = ["day", "week", "month", "quarter", "half-year", "year"] as const;
export type RhythmSpan = (typeof rhythmSpans)[number];

/**
 * How often something happens, in one form for all ways of writing it. `2 per year`: a number of times in a span;
 * `regular` (定期) and `continuous` (常态化) set no length.
 */
export type Rhythm = Frequency | `${number} per ${RhythmSpan}` | "regular" | "continuous";

/**
 * A time as written, before the plan's calendar is known.
 * `calendar`: absolute days. `month`: `M9`, counted from the plan's start (`M0` is the day before it).
 * `range`: from the start of one to the end of another, either side open. `name`: a phase id.
 * `undated`: the document gives no date.
 */
export type TimeExpression =
  | {
      readonly kind: "calendar";
      readonly text: string;
      readonly start: Day;
      readonly end: Day;
      readonly grain: Grain;
    }
  | { readonly kind: "month"; readonly text: string; readonly month: number }
  | { readonly kind: "within-year"; readonly text: string; readonly part: YearPart }
  | {
      readonly kind: "range";
      readonly text: string;
      readonly from: TimeExpression | null;
      readonly to: TimeExpression | null;
    }
  | { readonly kind: "name"; readonly text: string }
  | { readonly kind: "undated"; readonly text: string };

/**
 * A part of a year that is not named: a half, a quarter, its middle or end, or a month or day in the recurring form
 * `--06` (June), `--06-30`, `--06-end` (its last day), `--06-early`, `--06-mid`, `--06-late` (上旬, 中旬, 下旬).
 */
export type YearPart =
  | "first-half"
  | "second-half"
  | "q1"
  | "q2"
  | "q3"
  | "q4"
  | "year-end"
  | "mid-year"
  | `--${string}`;

/** The size of a calendar literal. */
export type Grain = "year" | "half" | "quarter" | "month" | "day";

/** A bound time: what was written and the days it stands for on the plan's calendar. */
export interface When {
  /** As written. */
  readonly text: string;
  /** `dated`: `period` is set. `undated`: the document gives none. `unresolved`: needs a start the plan lacks, or an unknown name. */
  readonly state: "dated" | "undated" | "unresolved";
  readonly period: Period | null;
  readonly expression: TimeExpression | null;
  /** Section from which the date is taken over (`{ date, inherited }`); null when stated in place. */
  readonly inherited: string | null;
  /** The other reading of `{ before: 2024, or: 2024-12 }`; null when there is one reading. */
  readonly alternative: Period | null;
  /** Phase named by the time, if it is a phase id. */
  readonly phase: string | null;
}
