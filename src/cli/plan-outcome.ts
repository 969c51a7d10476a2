/** What one plan adds to a run of `check`: its printed text and its counts. */
import type { Severity } from "../diagnostics/diagnostic.ts";
import { type CheckOutput, countSeverities } from "../findings-output/check-run.ts";
import type { Status } from "../indicators/results.ts";
import { entityNames } from "./entity.ts";
import type { Compiled } from "./session.ts";

export interface PlanOutcome {
  /** In pieces; made as they are gone through, once, unless they are a list. */
  readonly text: Iterable<string>;
  readonly exit: number;
  /** How many rules ran. */
  readonly rules: number;
  readonly checked: number;
  readonly skipped: number;
  readonly suppressed: number;
  readonly findings: Readonly<Record<Severity, number>>;
  readonly statuses: Readonly<Partial<Record<Status, number>>>;
  /** Ids and names of the plan's entities where one is asked for; null where none is, or the plan could not be read. */
  readonly entities: readonly string[] | null;
}

/** Prints a compiled plan and counts it. */
export function outcomeOf(
  { compilation, exit }: Compiled,
  output: CheckOutput,
  asksForEntity: boolean,
): PlanOutcome {
  const { plan, findings, results, suppressed, rules } = compilation;
  const skipped = results?.skipped ?? 0;
  return {
    text: output.plan(compilation),
    exit,
    rules,
    checked: (plan?.indicators.length ?? 0) - skipped,
    skipped,
    suppressed,
    findings: countSeverities(findings),
    statuses: results?.plan.statuses ?? {},
    entities: asksForEntity ? entityNames(compilation) : null,
  };
}

/** The same as plain data, which threads and caches can hold. */
export function asPlainData(outcome: PlanOutcome): PlanOutcome {
  return { ...outcome, text: [...outcome.text] };
}
