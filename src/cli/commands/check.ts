/** `plan check`: findings and status of plans. */
import type { Compilation } from "../../compile.ts";
import { type Diagnostic, type Severity, severities } from "../../diagnostics/diagnostic.ts";
import { type CheckOutput, countSeverities, type RunTotals } from "../../findings-output/check-run.ts";
import type { Status } from "../../indicators/results.ts";
import type { Call } from "../args.ts";
import { type EntitySearch, searchEntity } from "../entity.ts";
import { EXIT_CLEAN, EXIT_COULD_NOT_RUN, EXIT_FINDINGS, worseExit } from "../exit-code.ts";
import type { CommandContext } from "../run.ts";
import { openSession, type Session } from "../session.ts";
import { typed, usageFinding } from "../usage.ts";
import { checkOutput, errorTeller } from "./output.ts";

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
  const entity = searchEntity(options.entity);
  const run = await writeRun(session, faults, output, entity, context);
  const unknown = entity.fault();
  // Known only when all is written, so it stands beside the output, which may be JSON.
  if (unknown !== null) (await errorTeller(context, options))(unknown);
  const exit = worseExit(run.exit, faults.length > 0 || unknown !== null ? EXIT_COULD_NOT_RUN : EXIT_CLEAN);
  return worseExit(
    exit,
    failsOn(run.counts.findings, textOf(options.failOn) ?? "error") ? EXIT_FINDINGS : EXIT_CLEAN,
  );
}

function textOf(option: unknown): string | undefined {
  return typeof option === "string" ? option : undefined;
}

function optionFaults(options: Call["options"]): readonly Diagnostic[] {
  const max = options.maxFindings;
  if (max === undefined || (typeof max === "string" && /^\d{1,9}$/.test(max))) return [];
  const finding = usageFinding({
    en: `--max-findings is no count: ${typed(String(max))}; write a whole number such as 50`,
    zhHans: `--max-findings 应为整数，如 50，不能是“${String(max)}”`,
    given: String(max),
  });
  return [finding];
}

/** Compiles plan after plan and writes each as soon as it is known, so that memory stays flat. */
async function writeRun(
  session: Session,
  faults: readonly Diagnostic[],
  output: CheckOutput,
  entity: EntitySearch,
  { host }: CommandContext,
): Promise<{ readonly counts: RunTotals; readonly exit: number }> {
  const totals = new Totals();
  let exit = EXIT_CLEAN;
  host.out.write(output.head({ version: host.version, asOf: session.asOf, findings: faults }));
  for (const job of session.jobs) {
    const compiled = await session.compile(job);
    exit = worseExit(exit, compiled.exit);
    entity.look(compiled.compilation);
    totals.add(compiled.compilation);
    host.out.write(output.plan(compiled.compilation));
  }
  const counts = totals.of(session.jobs.length, faults);
  host.out.write(output.end(counts));
  return { counts, exit };
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
