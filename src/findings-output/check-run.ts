/** What the outputs of `check` are made from: one run over plans, told piece by piece so that memory stays flat. */
import type { Compilation } from "../compile.ts";
import type { Diagnostic, Severity } from "../diagnostics/diagnostic.ts";
import type { Status } from "../indicators/results.ts";
import type { Speaker } from "../language/speaker.ts";
import type { Day } from "../plan/time.ts";

/** Known before the first plan is read. */
export interface RunHead {
  readonly version: string;
  /** The as-of date of every plan of the run; null when their configurations pin different ones. */
  readonly asOf: Day | null;
  /** Findings that belong to no plan: paths, options, configuration. */
  readonly findings: readonly Diagnostic[];
}

/** Counts over a run. */
export interface RunTotals {
  readonly files: number;
  readonly plans: number;
  /** Rules that ran on at least one plan. */
  readonly rules: number;
  readonly checked: number;
  readonly skipped: number;
  readonly suppressed: number;
  /** Findings left out because a baseline knows them; undefined without a baseline. */
  readonly known?: number;
  /** Plans left out because nothing of them changed; undefined where all were asked for. */
  readonly unchanged?: number;
  readonly findings: Readonly<Record<Severity, number>>;
  readonly statuses: Readonly<Partial<Record<Status, number>>>;
}

export interface OutputOptions {
  readonly speaker: Speaker;
  readonly paint: Paint;
  /** Only the summary line, and errors. */
  readonly quiet: boolean;
  /** Most findings printed in full; null for all. Counts are never cut. */
  readonly maxFindings: number | null;
  /** Entity whose rows are shown too; `all` for every one, null for the plan's rows only. */
  readonly entity: string | null;
  /** Columns of the output. */
  readonly columns: number;
  /** Columns that a table has to keep within; null where it may be as wide as it needs (files, pipes). */
  readonly tableColumns: number | null;
}

/** Colours of the terminal; the plain one changes nothing. */
export interface Paint {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly red: (text: string) => string;
  readonly yellow: (text: string) => string;
  readonly green: (text: string) => string;
  readonly cyan: (text: string) => string;
}

const same = (text: string): string => text;
export const plainPaint: Paint = { bold: same, dim: same, red: same, yellow: same, green: same, cyan: same };

/** An output format: each part of a run → the text to print for it. Pure but for the count of findings shown so far. */
export interface CheckOutput {
  head(head: RunHead): string;
  /** In pieces, each made when it is asked for: the rows of a plan may be a hundred thousand. */
  plan(compilation: Compilation): Iterable<string>;
  /** What stands before a plan; `position` counts the plans of the run from 0. */
  before(position: number): string;
  end(totals: RunTotals): string;
}

/** Findings by severity, all three always present. */
export function countSeverities(findings: readonly Diagnostic[]): Record<Severity, number> {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of findings) counts[severity]++;
  return counts;
}
