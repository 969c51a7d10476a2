/** What a run of `check` settles before its first plan: which plans, against what, told how. */
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { RunTotals } from "../findings-output/check-run.ts";
import type { Host } from "../host/host.ts";
import type { Call } from "./args.ts";
import type { CheckedPlan } from "./baseline-file.ts";
import type { Changes } from "./changes.ts";
import type { FixesMade, RunToFix } from "./commands/fix.ts";
import { EXIT_CLEAN } from "./exit-code.ts";
import { type Bench, benchOf, requestOf, textOf } from "./plan-checker.ts";
import type { CommandContext } from "./run.ts";
import { type Job, levelsOf, openSession } from "./session.ts";
import { openSinks, type Sink } from "./sinks.ts";
import { usageFinding } from "./usage.ts";
import { settledOutputs } from "./wanted-outputs.ts";

/** A run that is ready for its plans. */
export interface CheckSetup {
  /** The call without outputs that cannot be written. */
  readonly call: Call;
  readonly jobs: readonly Job[];
  readonly bench: Bench;
  readonly sinks: readonly Sink[];
  /** What keeps the run from doing all that was asked: exit code 2. */
  readonly faults: readonly Diagnostic[];
  /** Told of the run without being a fault. */
  readonly notices: readonly Diagnostic[];
  /** What came of the cures that were to be written first. */
  readonly exit: number;
  /** A plan as the baseline to be written needs it. */
  readonly checkedPlan: (position: number, found: CheckedPlan["found"]) => CheckedPlan;
  /** Writes the baseline that was asked for; gives what went wrong. */
  readonly writeBaseline: (checked: readonly CheckedPlan[]) => Promise<readonly Diagnostic[]>;
  /** The counts that only some calls have. */
  readonly ownTotals: (known: number) => Pick<RunTotals, "known" | "unchanged">;
}

/**
 * Settles a run, writes the cures that were asked for, and tells its head. `optionFaults` are those of the options' own
 * forms. Only an exit code where the call asks for nothing more (`--fix-dry-run`).
 */
export async function setUpCheck(
  asked: Call,
  optionFaults: readonly Diagnostic[],
  context: CommandContext,
): Promise<CheckSetup | Pick<CheckSetup, "exit">> {
  const { options } = asked;
  const { host } = context;
  const request = requestOf(asked);
  const session = await openSession(host, { ...request, paths: asked.paths, asOf: textOf(options.asOf) });
  const scope = await scopeOf(session.jobs, options, host);
  const { call, findings } = settledOutputs(asked, host, session.jobs);
  const bench = await benchOf(call, context);
  const baseline = await baselineOf(bench, host);
  const callFaults = [...session.findings, ...optionFaults, ...findings, ...scope.faults, ...baseline.faults];
  const fixes = await fixesOf(call, context, { all: session.jobs, jobs: scope.jobs, faults: callFaults });
  const { exit } = fixes;
  if (fixes.isAll) return { exit };
  const faults = [...callFaults, ...fixes.faults];
  const notices = [...scope.notices, ...baseline.notices];
  const head = {
    version: host.version,
    asOf: session.asOf,
    findings: [...faults, ...notices],
    faults,
    notices,
  };
  return {
    call,
    jobs: scope.jobs,
    bench,
    sinks: await openSinks(bench, head, call, context),
    faults,
    notices,
    exit,
    checkedPlan: (position, found) => {
      const job = scope.jobs[position];
      const levels = new Map([...(job?.configuration.levels ?? []), ...levelsOf(options.rule)]);
      return { path: job?.source.path ?? null, found, only: request.only, levels };
    },
    writeBaseline: baseline.write,
    ownTotals: (known) => ({
      ...(bench.baseline === null ? {} : { known }),
      ...(options.changed === true ? { unchanged: scope.unchanged } : {}),
    }),
  };
}

async function fixesOf(call: Call, context: CommandContext, run: RunToFix): Promise<FixesMade> {
  const { fix, fixDryRun } = call.options;
  if (fix !== true && fixDryRun !== true) return { exit: EXIT_CLEAN, faults: [], isAll: false };
  return (await import("./commands/fix.ts")).runFixes(call, context, run);
}

/** The jobs of a run: all, or with `--changed` those of which something changed. */
async function scopeOf(jobs: readonly Job[], options: Call["options"], host: Host): Promise<Changes> {
  const all: Changes = { jobs, unchanged: 0, faults: [], notices: [] };
  const since = textOf(options.since);
  if (options.changed !== true) return since === undefined ? all : { ...all, faults: [sinceAlone()] };
  const { changedJobs } = await import("./changes.ts");
  return changedJobs(jobs, since, host);
}

function sinceAlone(): Diagnostic {
  return usageFinding({
    en: "--since says what --changed compares with, so it needs --changed",
    zhHans: "--since 用于指定 --changed 的比较对象，须与 --changed 同用",
  });
}

interface RunBaseline extends Pick<CheckSetup, "faults" | "notices"> {
  readonly write: CheckSetup["writeBaseline"];
}

async function baselineOf({ baseline }: Bench, host: Host): Promise<RunBaseline> {
  if (baseline === null) return { faults: [], notices: [], write: async () => [] };
  const { goneWithPlans, writeBaseline } = await import("./baseline-file.ts");
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
