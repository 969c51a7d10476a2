/** `plan diff`: what changed between two states of plans, and whether something binding was weakened without a reason. */

import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { makeDiagnostic } from "../../diagnostics/diagnostic.ts";
import { type Change, isUnexplained } from "../../diff/change.ts";
import { diffJson } from "../../diff-output/diff-json.ts";
import { diffMarkdown } from "../../diff-output/diff-markdown.ts";
import type { DiffRun, PlanDiff } from "../../diff-output/diff-run.ts";
import { diffText } from "../../diff-output/diff-text.ts";
import { nothingMatched } from "../../load/input-codes.ts";
import type { Call } from "../args.ts";
import { type Operands, readOperands } from "../diff-operands.ts";
import { comparePlansOf } from "../diff-plans.ts";
import { type DiffSide, openSides } from "../diff-sides.ts";
import { EXIT_CLEAN, EXIT_COULD_NOT_RUN, EXIT_FINDINGS, worseExit } from "../exit-code.ts";
import type { CommandContext } from "../run.ts";
import { usageFinding } from "../usage.ts";
import { errorTeller, outputOptions } from "./output.ts";

/** Runs `plan diff A B`. */
export async function runDiff(call: Call, context: CommandContext): Promise<number> {
  const { options } = call;
  const operands = readOperands(context.host, call.paths);
  if (!operands.ok) return cannotRun(context, options, [usageFinding(operands.fault)]);
  const asOf = typeof options.asOf === "string" ? options.asOf : undefined;
  const sides = await openSides(context.host, operands, asOf);
  if (!sides.ok) return cannotRun(context, options, sides.findings);
  const { before, after } = sides;
  const findings = faultsOf(before, after, operands);
  const mixed = before.single !== after.single && before.plans.length > 0 && after.plans.length > 0;
  if (mixed) return cannotRun(context, options, [usageFinding(unlikeSides)]);
  if (before.plans.length + after.plans.length === 0) return cannotRun(context, options, findings);
  const compared = await comparePlansOf(before, after);
  const run: DiffRun = {
    version: context.host.version,
    before: before.name,
    after: after.name,
    findings,
    plans: compared.plans,
  };
  await print(run, context, options);
  const exit = worseExit(compared.exit, findings.length > 0 ? EXIT_COULD_NOT_RUN : EXIT_CLEAN);
  return worseExit(exit, run.plans.some((plan) => fails(plan, options.failOn)) ? EXIT_FINDINGS : EXIT_CLEAN);
}

const unlikeSides = {
  en: "one side is a file, the other a folder; name two files or two folders",
  zhHans: "一侧是文件，另一侧是文件夹；请指定两个文件或两个文件夹",
};

/** Each fault once: both sides may have the same settings. A run over nothing must not pass. */
function faultsOf(
  before: DiffSide,
  after: DiffSide,
  operands: Operands & { ok: true },
): readonly Diagnostic[] {
  const all = [...before.findings, ...after.findings];
  const faults = all.filter((one, i) => all.findIndex(({ message }) => message.en === one.message.en) === i);
  if (faults.length > 0 || before.plans.length + after.plans.length > 0) return faults;
  const path = operands.after.paths[0] ?? ".";
  return [makeDiagnostic(nothingMatched, null, { path, kind: "folder" })];
}

/** A plan that could not be compared is not known to be unharmed. */
function fails({ changes, state, formerName }: PlanDiff, failOn: unknown): boolean {
  if (failOn === "never") return false;
  if (state === "unreadable") return true;
  const counts: (change: Change) => boolean = failOn === "any" ? () => true : isUnexplained;
  return changes.some(counts) || (failOn === "any" && formerName !== null);
}

async function print(run: DiffRun, context: CommandContext, options: Call["options"]): Promise<void> {
  const { host, speaker } = context;
  if (options.format === "json") return host.out.write(diffJson(run, speaker));
  if (options.format === "markdown") return host.out.write(diffMarkdown(run, speaker));
  const tell = await errorTeller(context, options);
  for (const finding of run.findings) tell(finding);
  host.out.write(diffText(run, await outputOptions(context, options)));
}

/** JSON stays JSON when nothing can be compared; else the faults go to standard error. */
async function cannotRun(
  context: CommandContext,
  options: Call["options"],
  findings: readonly Diagnostic[],
): Promise<number> {
  const { host, speaker } = context;
  if (options.format === "json") {
    const none = { name: "", commit: null };
    host.out.write(
      diffJson({ version: host.version, before: none, after: none, findings, plans: [] }, speaker),
    );
    return EXIT_COULD_NOT_RUN;
  }
  const tell = await errorTeller(context, options);
  for (const finding of findings) tell(finding);
  return EXIT_COULD_NOT_RUN;
}
