/** `plan check`: findings and status of plans. */
import { type Diagnostic, makeDiagnostic, type Severity, severities } from "../../diagnostics/diagnostic.ts";
import { countSeverities, type RunTotals } from "../../findings-output/check-run.ts";
import { isOpen } from "../../host/cache.ts";
import type { Status } from "../../indicators/results.ts";
import { cacheUnwritable } from "../../load/input-codes.ts";
import { tooManyWarnings } from "../../load/run-codes.ts";
import type { Call } from "../args.ts";
import type { CheckedPlan } from "../baseline-file.ts";
import { setUpCheck } from "../check-setup.ts";
import { searchEntity } from "../entity.ts";
import { EXIT_CLEAN, EXIT_COULD_NOT_RUN, EXIT_FINDINGS, worseExit } from "../exit-code.ts";
import { checkerOf, textOf } from "../plan-checker.ts";
import type { PlanOutcome } from "../plan-outcome.ts";
import type { CommandContext } from "../run.ts";
import { shareOut } from "../threads.ts";
import { typed, usageFinding } from "../usage.ts";
import { errorTeller } from "./output.ts";

/** Runs `plan check`: plan after plan, each written as soon as it is known, so that memory stays flat. */
export async function runCheck(asked: Call, context: CommandContext): Promise<number> {
  const { options } = asked;
  if (options.watch === true) return (await import("./watch.ts")).runWatch(asked, context, runCheck);
  const { host } = context;
  const setup = await setUpCheck(asked, optionFaults(options), context);
  if (!("sinks" in setup)) return setup.exit;
  const { call, jobs, bench, sinks, faults, notices } = setup;
  const entity = searchEntity(options.entity);
  const totals = new Totals();
  let exit = worseExit(setup.exit, faults.length > 0 ? EXIT_COULD_NOT_RUN : EXIT_CLEAN);
  const checked: CheckedPlan[] = [];
  const outcomes = shareOut(jobs, await checkerOf(call, context, bench), call, context);
  for await (const outcome of outcomes) {
    exit = worseExit(exit, outcome.exit);
    entity.look(outcome.entities);
    for (const sink of sinks) sink.plan(outcome, totals.plans);
    if (bench.baseline !== null) checked.push(setup.checkedPlan(totals.plans, outcome.found));
    totals.add(outcome);
    if (totals.plans < jobs.length) host.holdMemory();
  }
  const counts = { ...totals.of(jobs.length, [...faults, ...notices]), ...setup.ownTotals(totals.known) };
  // Known only when all is told, so they stand beside the output, which may be JSON.
  const late: Diagnostic[] = [];
  for (const sink of sinks) late.push(...present(await sink.end(counts)));
  late.push(...present(entity.fault()), ...(await setup.writeBaseline(checked)));
  if (late.length > 0) exit = worseExit(exit, EXIT_COULD_NOT_RUN);
  const excess = tooManyOf(counts.findings.warning, options);
  const tell = late.length + excess.length === 0 ? () => undefined : await errorTeller(context, options);
  for (const finding of [...late, ...excess]) tell(finding);
  await tellOfCache(call, context);
  const level = textOf(options.failOn) ?? "error";
  const fails = failsOn(counts.findings, level) || (excess.length > 0 && level !== "never");
  return worseExit(exit, fails ? EXIT_FINDINGS : EXIT_CLEAN);
}

function present<T>(value: T | null): readonly T[] {
  return value === null ? [] : [value];
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
    en: `${option} is not a count: ${typed(given)}; write a whole number such as ${example}`,
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
