/** `plan check`: findings and status of plans. */
import type { Compilation } from "../../compile.ts";
import { type Diagnostic, makeDiagnostic, type Severity, severities } from "../../diagnostics/diagnostic.ts";
import { type CheckOutput, countSeverities, type RunTotals } from "../../findings-output/check-run.ts";
import type { Status } from "../../indicators/results.ts";
import { usageFault } from "../../load/input-codes.ts";
import type { Call } from "../args.ts";
import { EXIT_CLEAN, EXIT_COULD_NOT_RUN, EXIT_FINDINGS } from "../exit-code.ts";
import type { CommandContext } from "../run.ts";
import { openSession, type Session } from "../session.ts";
import { checkOutput } from "./output.ts";

/** Runs `plan check`. */
export async function runCheck(call: Call, context: CommandContext): Promise<number> {
  const { options } = call;
  const session = await openSession(context.host, {
    paths: call.paths,
    asOf: textOf(options.asOf),
    only: options.only === "plan" || options.only === "status" ? options.only : "all",
    levels: Array.isArray(options.rule) ? options.rule : [],
    trace: false,
  });
  const faults = [...session.findings, ...optionFaults(options)];
  const output = await checkOutput(options.format === "json" ? "json" : "text", context, options);
  const totals = await writeRun(session, faults, output, context);
  if (totals.unreadable || faults.length > 0) return EXIT_COULD_NOT_RUN;
  return failsOn(totals.counts.findings, textOf(options.failOn) ?? "error") ? EXIT_FINDINGS : EXIT_CLEAN;
}

function textOf(option: unknown): string | undefined {
  return typeof option === "string" ? option : undefined;
}

function optionFaults(options: Call["options"]): readonly Diagnostic[] {
  const max = options.maxFindings;
  if (max === undefined || (typeof max === "string" && /^\d{1,9}$/.test(max))) return [];
  const words = {
    en: `--max-findings is no count: ${String(max)}`,
    zhHans: `--max-findings 不是数目：“${String(max)}”`,
  };
  return [makeDiagnostic(usageFault, null, words)];
}

/** Compiles plan after plan and writes each as soon as it is known, so that memory stays flat. */
async function writeRun(
  session: Session,
  faults: readonly Diagnostic[],
  output: CheckOutput,
  { host }: CommandContext,
): Promise<{ readonly counts: RunTotals; readonly unreadable: boolean }> {
  const totals = new Totals();
  let unreadable = false;
  host.out.write(output.head({ version: host.version, asOf: session.asOf, findings: faults }));
  for (const job of session.jobs) {
    const compiled = await session.compile(job);
    unreadable ||= compiled.unreadable;
    totals.add(compiled.compilation);
    host.out.write(output.plan(compiled.compilation));
  }
  const counts = totals.of(session.jobs.length, faults);
  host.out.write(output.end(counts));
  return { counts, unreadable };
}

/** Counts over the plans of a run. */
class Totals {
  private readonly findings = { error: 0, warning: 0, info: 0 };
  private readonly statuses: Partial<Record<Status, number>> = {};
  private plans = 0;
  private rules = 0;
  private checked = 0;
  private skipped = 0;
  private suppressed = 0;

  add({ plan, findings, results, suppressed, rules }: Compilation): void {
    this.plans++;
    this.rules = Math.max(this.rules, rules);
    this.suppressed += suppressed;
    const counted = countSeverities(findings);
    for (const severity of severities) this.findings[severity] += counted[severity];
    this.checked += (plan?.indicators.length ?? 0) - (results?.skipped ?? 0);
    this.skipped += results?.skipped ?? 0;
    for (const [status, count] of Object.entries(results?.plan.statuses ?? {})) {
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
