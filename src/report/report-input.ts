/** What a report is made from. */
import type { Compilation } from "../compile.ts";
import type { Localized, MessageArgs } from "../diagnostics/diagnostic.ts";
import type { Speaker } from "../language/speaker.ts";
import type { Day } from "../plan/time.ts";

/** A compilation in which nothing is missing. */
export type ReadyCompilation = {
  readonly [K in keyof Compilation]: NonNullable<Compilation[K]>;
};

/** Input of every report builder. */
export interface ReportInput {
  /** One whose plan could be read and evaluated. */
  readonly compilation: Compilation;
  readonly speaker: Speaker;
  readonly asOf: Day;
  /** Version of the program, printed in the colophon. */
  readonly version: string;
  /** Digest of all that the report was made from (the plan and the files it names); null where the caller has none. */
  readonly inputsDigest?: string | null;
  /** One sheet for each owner instead of one list of all; only `responsibilities` knows sheets. */
  readonly byOwner?: boolean;
  /** The words of the rule behind a code; null when there is none. Without it findings are headed by their codes. */
  readonly ruleOf?: (code: string) => RuleWords | null;
}

/** What documents print of a rule. */
export interface RuleWords {
  readonly title: Localized;
  /** Arguments that hold ids, in whose place a document prints names. */
  readonly named: readonly string[];
  /** The English message with other arguments. */
  message(args: MessageArgs): string;
}

/** The compilation with its parts at hand; asking for a report on a plan that could not be read is our own mistake. */
export function readyCompilation(compilation: Compilation): ReadyCompilation {
  const { plan, index, records, results } = compilation;
  if (plan === null || index === null || records === null || results === null) {
    throw new Error(`no report without an evaluated plan: ${compilation.file.name}`);
  }
  return { ...compilation, plan, index, records, results };
}
