/** What a report is made from. */
import type { Compilation } from "../compile.ts";
import type { Speaker } from "../language/speaker.ts";
import type { Day } from "../plan/time.ts";

/** A compilation whose plan could be read and evaluated. */
export type ReadyCompilation = {
  readonly [K in keyof Compilation]: NonNullable<Compilation[K]>;
};

/** Input of every report builder. */
export interface ReportInput {
  readonly compilation: ReadyCompilation;
  readonly speaker: Speaker;
  readonly asOf: Day;
  /** Version of the program, printed in the colophon. */
  readonly version: string;
}

/** The compilation when it can be reported on; null when its plan could not be read. */
export function readyCompilation(compilation: Compilation): ReadyCompilation | null {
  const { plan, index, records, results } = compilation;
  if (plan === null || index === null || records === null || results === null) return null;
  return { ...compilation, plan, index, records, results };
}
