/** `plan check --fix` and `--fix-dry-run`: the sure cures, written or shown. */
import { plural } from "../../diagnostics/counts.ts";
import type { Diagnostic, Localized } from "../../diagnostics/diagnostic.ts";
import { lineDiff } from "../../text/line-diff.ts";
import { printable, printableLine } from "../../text/printable.ts";
import type { Call } from "../args.ts";
import { EXIT_CLEAN, EXIT_COULD_NOT_RUN, EXIT_FINDINGS, worseExit } from "../exit-code.ts";
import { makeFixes } from "../make-fixes.ts";
import { requestOf } from "../plan-checker.ts";
import type { CommandContext } from "../run.ts";
import type { Job } from "../session.ts";
import { openSource, replaceSource } from "../source-file.ts";
import { usageFinding } from "../usage.ts";
import { errorTeller, refuse } from "./output.ts";

/** What a run of `check` knows before it makes fixes. */
export interface RunToFix {
  /** Every plan that was named. */
  readonly all: readonly Job[];
  /** Those of them that are to be checked. */
  readonly jobs: readonly Job[];
  /** What is wrong with the call so far. */
  readonly faults: readonly Diagnostic[];
}

export interface FixesMade {
  /** The exit code that the run has to end with, at the least. */
  readonly exit: number;
  /** What is wrong with the call besides. */
  readonly faults: readonly Diagnostic[];
  /** The call asked for nothing more (`--fix-dry-run`), and all is told. */
  readonly isAll: boolean;
}

/** Does what `--fix` or `--fix-dry-run` asks of a run, before its plans are checked. */
export async function runFixes(
  call: Call,
  context: CommandContext,
  { all, jobs, faults: before }: RunToFix,
): Promise<FixesMade> {
  const faults = fixFaults(call, all);
  if (call.options.fixDryRun === true)
    return { exit: await tryFixes(call, context, jobs, [...before, ...faults]), faults, isAll: true };
  const exit = faults.length > 0 ? EXIT_CLEAN : await fixPlans(call, context, jobs);
  return { exit, faults, isAll: false };
}

/** What is wrong with a call of `--fix` or `--fix-dry-run` over these plans. */
function fixFaults({ options }: Call, jobs: readonly Job[]): readonly Diagnostic[] {
  const option = options.fixDryRun === true ? "--fix-dry-run" : "--fix";
  if (options.fixDryRun === true && options.format === "json") {
    return [
      usageFinding({
        en: "--fix-dry-run shows a diff, not JSON; in the JSON each finding has its edits in `fix`",
        zhHans: "--fix-dry-run 显示的是改动对照，不是 JSON；JSON 中各问题项的 `fix` 已列出改法",
      }),
    ];
  }
  if (jobs.every(({ source }) => source.path !== null)) return [];
  return [
    usageFinding({
      en: `${option} needs files: standard input cannot be written back`,
      zhHans: `${option} 只能用于文件，标准输入无法写回`,
    }),
  ];
}

/** Writes the cures of all plans, and says on standard error how many. The value: the exit code that the run has to end with. */
async function fixPlans(call: Call, context: CommandContext, jobs: readonly Job[]): Promise<number> {
  const { host, speaker } = context;
  const tell = await errorTeller(context, call.options);
  let exit = EXIT_CLEAN;
  for (const job of jobs) {
    const read = openSource(host, job.source, job.configuration.root);
    // What cannot be read is told by the check that follows.
    if (!read.ok) continue;
    const { file } = read.opened;
    const { text, count } = await makeFixes(host, requestOf(call), job, file);
    if (text === file.text) continue;
    const written = await replaceSource(host, read.opened, text);
    for (const finding of written.findings) tell(finding);
    exit = worseExit(exit, written.value);
    if (written.value !== EXIT_CLEAN) continue;
    const name = printableLine(job.source.name);
    const words = speaker.say({ en: `${name}: ${count} fixed`, zhHans: `“${name}”：已改正 ${count} 处` }, [
      name,
    ]);
    host.err.write(`${words}\n`);
  }
  return exit;
}

/** `--fix-dry-run`: the diff alone; whatever is wrong with the call is told beside it. */
async function tryFixes(
  call: Call,
  context: CommandContext,
  jobs: readonly Job[],
  faults: readonly Diagnostic[],
): Promise<number> {
  const [first] = faults;
  if (first !== undefined && call.options.format === "json") return refuse(context, call.options, first);
  const tell = await errorTeller(context, call.options);
  for (const fault of faults) tell(fault);
  if (faults.length > 0 && jobs.some(({ source }) => source.path === null)) return EXIT_COULD_NOT_RUN;
  const exit = await showFixes(call, context, jobs);
  return faults.length > 0 ? EXIT_COULD_NOT_RUN : exit;
}

/**
 * Shows the cures of all plans as a diff. Exit code 1 when there are any, as with `fmt --check`; where there are none, standard
 * error says so, and standard output stays an empty diff.
 */
async function showFixes(call: Call, context: CommandContext, jobs: readonly Job[]): Promise<number> {
  const { host, speaker } = context;
  const tell = await errorTeller(context, call.options);
  let exit = EXIT_CLEAN;
  for (const job of jobs) {
    const read = openSource(host, job.source, job.configuration.root);
    if (!read.ok) {
      for (const finding of read.findings) tell(finding);
      exit = worseExit(exit, read.exit);
      continue;
    }
    const { file } = read.opened;
    const { text } = await makeFixes(host, requestOf(call), job, file);
    if (text === file.text) continue;
    host.out.write(printable(lineDiff(printableLine(job.source.name), file.text, text)));
    exit = worseExit(exit, EXIT_FINDINGS);
  }
  if (exit === EXIT_CLEAN) host.err.write(`${speaker.say(nothingToFix(jobs.length))}\n`);
  return exit;
}

function nothingToFix(plans: number): Localized {
  return {
    en: `nothing to fix: ${plural(plans, "plan")} without a fault that has one sure cure`,
    zhHans: `没有可自动改正之处：${plans} 个方案均无改法确定的问题项`,
  };
}
