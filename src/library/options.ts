/** What callers of the library hand over. Types only. */

/** Severity given to a rule; `off` silences it. */
export type RuleLevel = "error" | "warning" | "info" | "off";

/** Language of messages and help: English, Simplified Chinese, or `zhHant` of `planwright/zh-Hant` for Traditional. */
export type MessageLanguage = "en" | "zh-Hans" | ((text: string, kept: readonly string[]) => string);

/**
 * Reads a file that a plan names: a text, a table of data (CSV) or of entities. `path` has `/`, counts from the folder
 * that `name` counts from, and never leads out of it. Gives text or bytes; null or undefined where there is no such file.
 * Where it throws, the file is told as one that cannot be read. It is called at once for each file, so it cannot wait: to
 * fetch files, call once with a reader that notes the paths and gives null, fetch, and call again.
 */
export type ReadIncluded = (path: string) => string | Uint8Array | null | undefined;

/** Settings of `evaluatePlan`. */
export interface EvaluateOptions {
  /** The day for which figures and findings hold, as ISO day: `2026-06-30`. */
  readonly asOf: string;
  /**
   * Path of the plan as findings print it, default `plan.yaml`. Its files are sought beside it, and nothing is read
   * outside of the folder that it counts from (of an absolute path: outside of the plan's own folder).
   */
  readonly name?: string | undefined;
  /** Reads the files that the plan names; without it each is told as missing. */
  readonly include?: ReadIncluded | undefined;
  /** Severities by rule name, as in `planwright.yaml`: `{ "target/conflict": "warning" }`. */
  readonly rules?: Readonly<Record<string, RuleLevel>> | undefined;
  /** Default `en`. */
  readonly language?: MessageLanguage | undefined;
}

/** Settings of `checkPlan`. */
export interface CheckOptions extends EvaluateOptions {
  /** `plan`: no findings about the status, which change with the day alone; `status`: these only. Default: all. */
  readonly only?: "all" | "plan" | "status" | undefined;
}
