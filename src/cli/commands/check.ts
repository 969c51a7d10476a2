/** `plan check`: findings and status of plans. */
import { type Diagnostic, makeDiagnostic, type Severity, severities } from "../../diagnostics/diagnostic.ts";
import { countSeverities, type RunTotals } from "../../findings-output/check-run.ts";
import { isOpen } from "../../host/cache.ts";
import type { Host } from "../../host/host.ts";
import type { Status } from "../../indicators/results.ts";
import { cacheUnwritable } from "../../load/input-codes.ts";
import { tooManyWarnings } from "../../load/run-codes.ts";
import type { Call } from "../args.ts";
import type { CheckedPlan } from "../baseline-file.ts";
import type { Changes } from "../changes.ts";
import { searchEntity } from "../entity.ts";
import { EXIT_CLEAN, EXIT_COULD_NOT_RUN, EXIT_FINDINGS, worseExit } from "../exit-code.ts";
import { type Bench, benchOf, checkerOf, requestOf, textOf } from "../plan-checker.ts";
import type { PlanOutcome } from "../plan-outcome.ts";
import type { CommandContext } from "../run.ts";
import { type Job, levelsOf, openSession } from "../session.ts";
import { openSinks } from "../sinks.ts";
import { shareOut } from "../threads.ts";
import { typed, usageFinding } from "../usage.ts";
import { settledOutputs } from "../wanted-outputs.ts";
import { errorTeller, refuse } from "./output.ts";

/** Runs `plan check`: plan after plan, each written as soon as it is known, so that memory stays flat. */
export async function runCheck(asked: Call, context: CommandContext): Promise<number> {
  const { options } = asked;
  if (options.watch === true) return (await import("./watch.ts")).runWatch(asked, context, runCheck);
  const { host } = context;
  const session = await openSession(host, {
    ...requestOf(asked),
    paths: asked.paths,
    asOf: textOf(options.asOf),
  });
  const scope = await scopeOf(session.jobs, options, host);
  const outputs = settledOutputs(asked, host, session.jobs);
  const { call } = outputs;
  const bench = await benchOf(call, context);
  const baseline = await baselineOf(bench, host);
  const fixes = options.fix === true || options.fixDryRun === true ? await import("./fix.ts") : null;
  const fixFaults = fixes?.fixFaults(call, session.jobs) ?? [];
  const faults = [
    ...session.findings,
    ...optionFaults(options),
    ...outputs.findings,
    ...scope.faults,
    ...baseline.faults,
    ...fixFaults,
  ];
  if (fixes !== null && options.fixDryRun === true) return tryFixes(call, context, scope.jobs, faults);
  const fixExit =
    fixes === null || fixFaults.length > 0 ? EXIT_CLEAN : await fixes.fixPlans(call, context, scope.jobs);
  const notices = [...scope.notices, ...baseline.notices];
  const entity = searchEntity(options.entity);
  const totals = new Totals();
  let exit = worseExit(fixExit, faults.length > 0 ? EXIT_COULD_NOT_RUN : EXIT_CLEAN);
  const head = {
    version: host.version,
    asOf: session.asOf,
    findings: [...faults, ...notices],
    faults,
    notices,
  };
  const sinks = await openSinks(bench, head, call, context);
  const checked: CheckedPlan[] = [];
  const { only } = requestOf(call);
  const outcomes = shareOut(scope.jobs, await checkerOf(call, context, bench), call, context);
  for await (const outcome of outcomes) {
    exit = worseExit(exit, outcome.exit);
    entity.look(outcome.entities);
    for (const sink of sinks) sink.plan(outcome, totals.plans);
    if (bench.baseline !== null) {
      const job = scope.jobs[totals.plans];
      const levels = new Map([...(job?.configuration.levels ?? []), ...levelsOf(options.rule)]);
      checked.push({ path: job?.source.path ?? null, found: outcome.found, only, levels });
    }
    totals.add(outcome);
    if (totals.plans < scope.jobs.length) host.holdMemory();
  }
  const counts = {
    ...totals.of(scope.jobs.length, head.findings),
    ...(bench.baseline === null ? {} : { known: totals.known }),
    ...(options.changed === true ? { unchanged: scope.unchanged } : {}),
  };
  const after: Diagnostic[] = [];
  for (const sink of sinks) after.push(...[await sink.end(counts)].filter((fault) => fault !== null));
  const unknown = entity.fault();
  if (unknown !== null) after.push(unknown);
  after.push(...(await baseline.write(checked)));
  if (after.length > 0) exit = worseExit(exit, EXIT_COULD_NOT_RUN);
  const excess = tooManyOf(counts.findings.warning, options);
  // Known only when all is written, so they stand beside the output, which may be JSON.
  const late = [...after, ...excess];
  const tell = late.length === 0 ? () => undefined : await errorTeller(context, options);
  for (const finding of late) tell(finding);
  await tellOfCache(call, context);
  const level = textOf(options.failOn) ?? "error";
  const fails = failsOn(counts.findings, level) || (excess.length > 0 && level !== "never");
  return worseExit(exit, fails ? EXIT_FINDINGS : EXIT_CLEAN);
}

/** The jobs of a run: all, or with `--changed` those of which something changed. */
async function scopeOf(jobs: readonly Job[], options: Call["options"], host: Host): Promise<Changes> {
  const all: Changes = { jobs, unchanged: 0, faults: [], notices: [] };
  const since = textOf(options.since);
  if (options.changed !== true) return since === undefined ? all : { ...all, faults: [sinceAlone] };
  const { changedJobs } = await import("../changes.ts");
  return changedJobs(jobs, since, host);
}

/** `--fix-dry-run`: the diff alone; whatever is wrong with the call is told beside it. */
async function tryFixes(
  call: Call,
  context: CommandContext,
  jobs: readonly Job[],
  faults: readonly Diagnostic[],
): Promise<number> {
  const { showFixes } = await import("./fix.ts");
  const [first] = faults;
  if (first !== undefined && call.options.format === "json") return refuse(context, call.options, first);
  const tell = await errorTeller(context, call.options);
  for (const fault of faults) tell(fault);
  if (faults.length > 0 && jobs.some(({ source }) => source.path === null)) return EXIT_COULD_NOT_RUN;
  const exit = await showFixes(call, context, jobs);
  return faults.length > 0 ? EXIT_COULD_NOT_RUN : exit;
}

const sinceAlone = usageFinding({
  en: "--since says what --changed compares with, so it needs --changed",
  zhHans: "--since 用于指定 --changed 的比较对象，须与 --changed 同用",
});

interface RunBaseline {
  readonly faults: readonly Diagnostic[];
  readonly notices: readonly Diagnostic[];
  /** Writes what was asked for; gives what went wrong. */
  readonly write: (checked: readonly CheckedPlan[]) => Promise<readonly Diagnostic[]>;
}

async function baselineOf({ baseline }: Bench, host: Host): Promise<RunBaseline> {
  if (baseline === null) return { faults: [], notices: [], write: async () => [] };
  const { goneWithPlans, writeBaseline } = await import("../baseline-file.ts");
  const faults = baseline.findings;
  return {
    faults,
    notices: goneWithPlans(baseline, host),
    write: async (checked) => {
      // A file that holds something else stays as it is.
      if (faults.length > 0) return [];
      const fault = await writeBaseline(baseline, checked, host);
      return fault === null ? [] : [fault];
    },
  };
}

function tooManyOf(warnings: number, options: Call["options"]): readonly Diagnostic[] {
  const most = options.maxWarnings;
  if (most === undefined || !isCount(most) || warnings <= Number(most)) return [];
  return [makeDiagnostic(tooManyWarnings, null, { warnings, most: Number(most) })];
}

/** A cache that cannot be kept costs only time; but whoever asked for it should know. */
async function tellOfCache({ options }: Call, context: CommandContext): Promise<void> {
  const folder = textOf(options.cache);
  if (folder === undefined || isOpen(context.host, folder)) return;
  const finding = makeDiagnostic(cacheUnwritable, null, { path: folder });
  (await errorTeller(context, options))(finding);
}

function optionFaults(options: Call["options"]): readonly Diagnostic[] {
  const max = isCount(options.maxFindings)
    ? []
    : [wholeNumber("--max-findings", String(options.maxFindings), "50")];
  const jobs =
    options.jobs === "auto" || (isCount(options.jobs) && options.jobs !== "0")
      ? []
      : [wholeNumber("--jobs", String(options.jobs), "2")];
  const warnings = isCount(options.maxWarnings)
    ? []
    : [wholeNumber("--max-warnings", String(options.maxWarnings), "10")];
  return [...max, ...warnings, ...jobs];
}

function isCount(value: unknown): boolean {
  return value === undefined || (typeof value === "string" && /^\d{1,9}$/.test(value));
}

function wholeNumber(option: string, given: string, example: string): Diagnostic {
  return usageFinding({
    en: `${option} is no count: ${typed(given)}; write a whole number such as ${example}`,
    zhHans: `${option} 应为整数，如 ${example}，不能是“${given}”`,
    given,
  });
}

/** Counts over the plans of a run. */
class Totals {
  plans = 0;
  private readonly findings = { error: 0, warning: 0, info: 0 };
  private readonly statuses: Partial<Record<Status, number>> = {};
  private rules = 0;
  private checked = 0;
  private skipped = 0;
  private suppressed = 0;
  known = 0;

  add(outcome: PlanOutcome): void {
    this.plans++;
    this.rules = Math.max(this.rules, outcome.rules);
    this.suppressed += outcome.suppressed;
    this.known += outcome.known;
    this.checked += outcome.checked;
    this.skipped += outcome.skipped;
    for (const severity of severities) this.findings[severity] += outcome.findings[severity];
    for (const [status, count] of Object.entries(outcome.statuses)) {
      const known = status as Status; // keys of the results' own record
      this.statuses[known] = (this.statuses[known] ?? 0) + count;
    }
  }

  of(files: number, others: readonly Diagnostic[]): RunTotals {
    const counted = countSeverities(others);
    return {
      files,
      plans: this.plans,
      rules: this.rules,
      checked: this.checked,
      skipped: this.skipped,
      suppressed: this.suppressed,
      findings: {
        error: this.findings.error + counted.error,
        warning: this.findings.warning + counted.warning,
        info: this.findings.info + counted.info,
      },
      statuses: this.statuses,
    };
  }
}

function failsOn(counts: Readonly<Record<Severity, number>>, level: string): boolean {
  if (level === "never") return false;
  const until = (severities as readonly string[]).indexOf(level);
  return severities.slice(0, until + 1).some((severity) => counts[severity] > 0);
}
