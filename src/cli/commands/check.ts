/** `plan check`: findings and status of plans. */
import { type Diagnostic, makeDiagnostic, type Severity, severities } from "../../diagnostics/diagnostic.ts";
import { countSeverities, type RunTotals } from "../../findings-output/check-run.ts";
import { isOpen } from "../../host/cache.ts";
import type { TextStream } from "../../host/host.ts";
import type { Status } from "../../indicators/results.ts";
import { cacheUnwritable } from "../../load/input-codes.ts";
import type { Call } from "../args.ts";
import { searchEntity } from "../entity.ts";
import { EXIT_CLEAN, EXIT_COULD_NOT_RUN, EXIT_FINDINGS, worseExit } from "../exit-code.ts";
import { checkerOf, outputOf, requestOf, textOf } from "../plan-checker.ts";
import type { PlanOutcome } from "../plan-outcome.ts";
import type { CommandContext } from "../run.ts";
import { type Job, openSession } from "../session.ts";
import { shareOut } from "../threads.ts";
import { typed, usageFinding } from "../usage.ts";
import { errorTeller, refuse } from "./output.ts";

/** Runs `plan check`: plan after plan, each written as soon as it is known, so that memory stays flat. */
export async function runCheck(call: Call, context: CommandContext): Promise<number> {
  const { options } = call;
  if (options.watch === true) return (await import("./watch.ts")).runWatch(call, context, runCheck);
  const { host } = context;
  const session = await openSession(host, {
    ...requestOf(call),
    paths: call.paths,
    asOf: textOf(options.asOf),
  });
  const fixes = options.fix === true || options.fixDryRun === true ? await import("./fix.ts") : null;
  const fixFaults = fixes?.fixFaults(call, session.jobs) ?? [];
  const faults = [...session.findings, ...optionFaults(options), ...fixFaults];
  if (fixes !== null && options.fixDryRun === true) return tryFixes(call, context, session.jobs, faults);
  const fixExit =
    fixes === null || fixFaults.length > 0 ? EXIT_CLEAN : await fixes.fixPlans(call, context, session.jobs);
  const output = await outputOf(call, context);
  const entity = searchEntity(options.entity);
  const totals = new Totals();
  let exit = worseExit(fixExit, faults.length > 0 ? EXIT_COULD_NOT_RUN : EXIT_CLEAN);
  host.out.write(output.head({ version: host.version, asOf: session.asOf, findings: faults }));
  const outcomes = shareOut(session.jobs, checkerOf(call, context, output), call, context);
  for await (const outcome of outcomes) {
    exit = worseExit(exit, outcome.exit);
    entity.look(outcome.entities);
    writePieces(host.out, output.before(totals.plans), outcome.text);
    totals.add(outcome);
    if (totals.plans < session.jobs.length) host.holdMemory();
  }
  const counts = totals.of(session.jobs.length, faults);
  host.out.write(output.end(counts));
  const unknown = entity.fault();
  // Known only when all is written, so it stands beside the output, which may be JSON.
  if (unknown !== null) (await errorTeller(context, options))(unknown);
  await tellOfCache(call, context);
  exit = worseExit(exit, unknown === null ? EXIT_CLEAN : EXIT_COULD_NOT_RUN);
  return worseExit(
    exit,
    failsOn(counts.findings, textOf(options.failOn) ?? "error") ? EXIT_FINDINGS : EXIT_CLEAN,
  );
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

/** Fewest characters that are worth a call to the system. */
const leastWritten = 65_536;

function writePieces(out: TextStream, before: string, pieces: Iterable<string>): void {
  let waiting = before;
  for (const piece of pieces) {
    waiting += piece;
    if (waiting.length < leastWritten) continue;
    out.write(waiting);
    waiting = "";
  }
  if (waiting !== "") out.write(waiting);
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
  return [...max, ...jobs];
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

  add(outcome: PlanOutcome): void {
    this.plans++;
    this.rules = Math.max(this.rules, outcome.rules);
    this.suppressed += outcome.suppressed;
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
