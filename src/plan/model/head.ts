/** The plan's own head: period, issuer, data files, revisions. */
import type { Span } from "../../text/source.ts";
import type { Given } from "../given.ts";
import type { Day, When } from "../time.ts";

export interface PlanPeriod {
  readonly span: Span;
  readonly start: Given<Day> | null;
  readonly end: Given<Day> | null;
  readonly stated: boolean;
  readonly text: string;
}

export interface Issuer {
  readonly span: Span;
  readonly name: Given<string> | null;
  readonly number: Given<string> | null;
  readonly date: Given<When> | null;
  readonly to: readonly Given<string>[];
  readonly secrecy: Given<string> | null;
  readonly signed: Given<string> | null;
  readonly contact: Given<string> | null;
}

export interface DataFile {
  readonly span: Span;
  /** Path as written, relative to the plan's folder. */
  readonly path: Given<string>;
  /** The file is marked as made up (`demo: true`). */
  readonly demo: boolean;
}

export interface DataFiles {
  readonly observations: readonly DataFile[];
  readonly progress: readonly DataFile[];
  readonly spending: readonly DataFile[];
}

export interface Revision {
  readonly span: Span;
  readonly date: Given<When> | null;
  readonly what: Given<string> | null;
  readonly from: Given<string> | null;
  readonly to: Given<string> | null;
  readonly reason: Given<string> | null;
  readonly approvedBy: Given<string> | null;
}
