/** What one plan adds to a run of `check`: its printed text and its counts. */
import type { Severity } from "../diagnostics/diagnostic.ts";
import { type CheckOutput, countSeverities } from "../findings-output/check-run.ts";
import type { ToldPlan } from "../findings-output/told-plan.ts";
import type { Status } from "../indicators/results.ts";
import type { KnownFindings } from "./baseline.ts";
import type { PlanBaseline } from "./baseline-file.ts";
import { entityNames } from "./entity.ts";
import type { Compiled } from "./session.ts";

export interface PlanOutcome {
  /** For each output made plan by plan, in pieces; made as they are gone through, once, unless they are a list. */
  readonly texts: readonly Iterable<string>[];
  /** For the outputs made from all plans together; null where there is none. */
  readonly told: ToldPlan | null;
  readonly exit: number;
  /** How many rules ran. */
  readonly rules: number;
  readonly checked: number;
  readonly skipped: number;
  readonly suppressed: number;
  /** Findings that a baseline left out. */
  readonly known: number;
  /** Entries for a baseline to be written; null for none. */
  readonly found: readonly KnownFindings[] | null;
  readonly findings: Readonly<Record<Severity, number>>;
  readonly statuses: Readonly<Partial<Record<Status, number>>>;
  /** Ids and names of the plan's entities where one is asked for; null where none is, or the plan could not be read. */
  readonly entities: readonly string[] | null;
}

/** How a plan is told. */
export interface Telling {
  readonly outputs: readonly CheckOutput[];
  /** Makes what the outputs of all plans together need; null where there is none. */
  readonly tell: ((plan: PlanBaseline) => ToldPlan) | null;
  readonly asksForEntity: boolean;
}

/** Prints a compiled plan, of which a baseline took out what it knows, and counts it. */
export function outcomeOf(
  exit: Compiled["exit"],
  plan: PlanBaseline,
  { outputs, tell, asksForEntity }: Telling,
): PlanOutcome {
  const { compilation, known, found } = plan;
  const { findings, results, suppressed, rules } = compilation;
  const skipped = results?.skipped ?? 0;
  return {
    texts: outputs.map((output) => output.plan(compilation)),
    told: tell === null ? null : tell(plan),
    exit,
    rules,
    checked: (compilation.plan?.indicators.length ?? 0) - skipped,
    skipped,
    suppressed,
    known: known.length,
    found,
    findings: countSeverities(findings),
    statuses: results?.plan.statuses ?? {},
    entities: asksForEntity ? entityNames(compilation) : null,
  };
}

/** The same as plain data, which threads and caches can hold. */
export function asPlainData(outcome: PlanOutcome): PlanOutcome {
  return { ...outcome, texts: outcome.texts.map((pieces) => [...pieces]) };
}
