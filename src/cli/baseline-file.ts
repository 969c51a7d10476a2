/** `--baseline` and `--write-baseline` of a run: what is read before the first plan, and what is written after the last. */
import type { Compilation } from "../compile.ts";
import { type Diagnostic, makeDiagnostic } from "../diagnostics/diagnostic.ts";
import { FindingList } from "../diagnostics/finding-list.ts";
import type { Host } from "../host/host.ts";
import { unwritable } from "../load/input-codes.ts";
import { baselineGone } from "../load/run-codes.ts";
import { joinPath, parentFolder, printedPath } from "../text/paths.ts";
import type { Call } from "./args.ts";
import {
  type Baseline,
  type BaselineSettings,
  baselineText,
  entriesOf,
  hasSay,
  type KnownFindings,
  type Rebased,
  readBaseline,
  stillKnown,
  withoutAll,
  withoutKnown,
} from "./baseline.ts";

/** What a call asks of baselines, with the files read. */
export interface BaselineTask {
  readonly baseline: Baseline | null;
  /** Absolute path to write; null for none. */
  readonly target: string | null;
  /** What stood in the file to write before; plans that this run does not see keep it. */
  readonly former: Baseline | null;
  readonly findings: readonly Diagnostic[];
}

/** What a plan gives besides its output. */
export interface PlanBaseline extends Rebased {
  /** For the file to write; null where nothing is written, or nothing known of the plan. */
  readonly found: readonly KnownFindings[] | null;
}

/** Reads what a call names; null when it names no baseline. */
export function baselineTask({ options }: Pick<Call, "options">, host: Host): BaselineTask | null {
  const { baseline: from, writeBaseline: to } = options;
  if (typeof from !== "string" && typeof to !== "string") return null;
  const target = typeof to === "string" ? joinPath(host.cwd, to) : null;
  const read = typeof from === "string" ? readBaseline(host, from) : { baseline: null, findings: [] };
  const isSame = typeof from === "string" && joinPath(host.cwd, from) === target;
  const former =
    target === null || isSame || host.kindOf(target) === "missing"
      ? { baseline: isSame ? read.baseline : null, findings: [] }
      : readBaseline(host, target);
  return {
    baseline: read.baseline,
    target,
    former: former.baseline,
    findings: [...read.findings, ...former.findings],
  };
}

/** A compiled plan after the baseline of the run. */
export function rebased(
  compilation: Compilation,
  task: BaselineTask,
  settings: BaselineSettings,
): PlanBaseline {
  const { baseline, target } = task;
  const folder = target === null ? null : parentFolder(target);
  const found = folder === null ? null : entriesOf(compilation, folder, settings.cwd);
  if (baseline !== null) return { ...withoutKnown(compilation, baseline, settings), found };
  return folder === null
    ? { compilation, known: [], found }
    : { ...withoutAll(compilation, folder, settings.cwd), found };
}

/** Entries of plans that are not there any more. */
export function goneWithPlans({ baseline }: BaselineTask, host: Host): readonly Diagnostic[] {
  if (baseline === null) return [];
  const missing = new Map<string, boolean>();
  const gone = new FindingList();
  for (const { plan, rule, at, count, span } of baseline.entries) {
    const path = joinPath(baseline.folder, plan);
    const isGone = missing.get(path) ?? (!plan.startsWith("<") && host.kindOf(path) === "missing");
    missing.set(path, isGone);
    if (isGone)
      gone.push(
        makeDiagnostic(baselineGone, span, { rule, at, gone: count, plan: printedPath(host.cwd, path) }),
      );
  }
  return gone;
}

/** A plan of the run: its path, its settings, what was found in it. */
export interface CheckedPlan extends Pick<BaselineSettings, "only" | "levels"> {
  /** Absolute path; null for standard input. */
  readonly path: string | null;
  readonly found: readonly KnownFindings[] | null;
}

/**
 * Writes the baseline. With `--baseline` beside it nothing new is taken in. Plans that this run did not read, and rules that
 * had no say, keep their entries as long as the plan is there.
 */
export async function writeBaseline(
  task: BaselineTask,
  plans: readonly CheckedPlan[],
  host: Host,
): Promise<Diagnostic | null> {
  const { target, former, baseline } = task;
  if (target === null) return null;
  const folder = parentFolder(target);
  const seen = new Map(
    plans.map((plan) => [plan.path === null ? "<stdin>" : printedPath(folder, plan.path), plan]),
  );
  const before = moved(baseline ?? former, folder);
  const kept = before.filter((entry) => {
    const plan = seen.get(entry.plan);
    if (plan === undefined || plan.found === null)
      return host.kindOf(joinPath(folder, entry.plan)) !== "missing";
    return !hasSay(entry.rule, plan);
  });
  const found = plans.flatMap((plan) => plan.found ?? []);
  const keys = new Set(kept);
  const own =
    baseline === null
      ? found
      : stillKnown(
          found,
          before.filter((entry) => !keys.has(entry)),
        );
  const written = await host.write(target, baselineText([...kept, ...own]));
  const path = printedPath(host.cwd, target);
  return written.ok ? null : makeDiagnostic(unwritable, null, { path, cause: written.code });
}

/** Entries with paths from another folder. */
function moved(from: Baseline | null, folder: string): readonly KnownFindings[] {
  if (from === null) return [];
  const path = (name: string): string =>
    name.startsWith("<") ? name : printedPath(folder, joinPath(from.folder, name));
  return from.entries.map(({ plan, file, rule, at, count }) => {
    return { plan: path(plan), file: file === null ? null : path(file), rule, at, count };
  });
}
