/** The annex of the report `status` as plain data: how figures and statuses came about. */
import type { StatusMark } from "./printed-parts.ts";

/** How the figures of one indicator came about. */
export interface IndicatorTrace {
  readonly anchor: string;
  /** False for a block that stands in the HTML, but is not printed. */
  readonly onPaper: boolean;
  readonly number: string;
  readonly name: string;
  readonly status: StatusMark;
  /** What decided the status. */
  readonly basis: string;
  /** The method with its bands; null where it was not asked. */
  readonly method: string | null;
  readonly figures: readonly {
    readonly label: string;
    readonly value: string;
    readonly remark: string | null;
    /** Formula and the same with the numbers put in; null for what is itself stated. */
    readonly how: string | null;
    /** What the formula's letters mean and where the inputs stand; null where all was computed. */
    readonly sources: string | null;
  }[];
  /** Reported values, with the place of each; null when there is none. */
  readonly values: string | null;
  /** What could not be computed, and why; null when all could. */
  readonly missing: string | null;
  readonly entities: readonly EntityTrace[];
}

/** How the figures of one entity came about, in a line below its indicator. */
export interface EntityTrace {
  readonly anchor: string;
  readonly name: string;
  readonly status: StatusMark;
  readonly basis: string;
  readonly figures: string;
}

/** How status and score of a dimension or of the whole plan came about. */
export interface RollUpTrace {
  readonly anchor: string;
  readonly name: string;
  readonly status: StatusMark;
  /** By what the status was judged; the numbers of `members` follow it. */
  readonly basis: string;
  readonly members: readonly { readonly anchor: string; readonly number: string }[];
  /** Null without a score; then `noScore` says why, where one was to be expected. */
  readonly score: string | null;
  readonly how: string | null;
  readonly noScore: string | null;
}
