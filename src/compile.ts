/** The pipeline: text → findings and results. Order of stages, nothing else. */
import type { Diagnostic } from "./diagnostics/diagnostic.ts";
import type { IndicatorResults } from "./indicators/results.ts";
import type { Plan } from "./plan/plan.ts";
import type { PlanIndex } from "./plan/plan-index.ts";
import type { Day } from "./plan/time.ts";
import type { Records } from "./records/records.ts";
import type { SourceFile } from "./text/source.ts";

/** A file beside the plan, as the pipeline asks for it. */
export type Included =
  | { readonly ok: true; readonly file: SourceFile; readonly notes: readonly Diagnostic[] }
  | { readonly ok: false; readonly failure: import("./host/host.ts").ReadFailure };

export interface CompileInput {
  /** Bytes of the plan as read; decoding is part of the pipeline. */
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly asOf: Day;
  /** Reads a text or data file named by the plan; path as written, relative to the plan. Bounded by the plan's root. */
  readonly include: (path: string) => { readonly ok: true; readonly name: string; readonly bytes: Uint8Array } | { readonly ok: false; readonly failure: import("./host/host.ts").ReadFailure };
  /** Severity by rule name, from the configuration; `off` silences a rule. */
  readonly levels: ReadonlyMap<string, "error" | "warning" | "info" | "off">;
  /** Which families run: all, all but `status/`, or only `status/` (and what stops a file from being read). */
  readonly only: "all" | "plan" | "status";
}

/** One compiled plan. `plan` is null when its YAML root could not be read. */
export interface Compilation {
  readonly file: SourceFile;
  readonly plan: Plan | null;
  readonly index: PlanIndex | null;
  readonly records: Records | null;
  readonly results: IndicatorResults | null;
  /** Ordered, without suppressed ones. */
  readonly findings: readonly Diagnostic[];
  readonly suppressed: number;
  /** Rules that ran. */
  readonly rules: number;
}
