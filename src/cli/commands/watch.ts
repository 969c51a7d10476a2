/** `plan check --watch`: checks once as usual, then again whatever has changed, until it is ended. */
import { type Diagnostic, severities } from "../../diagnostics/diagnostic.ts";
import { noSections } from "../../diagnostics/section-of.ts";
import { countSeverities } from "../../findings-output/check-run.ts";
import { briefText, findingText } from "../../findings-output/finding-text.ts";
import type { FileChanges, Host, Watched } from "../../host/host.ts";
import { severityWords } from "../../language/words.ts";
import { joinPath } from "../../text/paths.ts";
import type { Call } from "../args.ts";
import { EXIT_COULD_NOT_RUN } from "../exit-code.ts";
import { requestOf, textOf } from "../plan-checker.ts";
import type { CommandContext, CommandRunner } from "../run.ts";
import { openSession, type Session } from "../session.ts";
import { type CallFault, usageFinding } from "../usage.ts";
import { type CheckedPlan, checkPlan, compareFindings, isTouched, notingHost } from "../watched-plans.ts";
import { outputOptions, refuse } from "./output.ts";

/** What is known between two checks. */
interface State {
  readonly plans: Map<string, CheckedPlan>;
  /** Findings of no plan: paths, settings. */
  faults: readonly Diagnostic[];
}

/** Runs `check` as given, then stays. The exit code is the first run's where the call could not be followed, else that of the end. */
export async function runWatch(call: Call, context: CommandContext, check: CommandRunner): Promise<number> {
  const fault = callFault(call);
  if (fault !== null) return refuse(context, call.options, usageFinding(fault));
  const { watch: _, ...options } = call.options;
  const first = await check({ ...call, options }, context);
  if (first >= EXIT_COULD_NOT_RUN) return first;
  const { host, speaker } = context;
  const state: State = { plans: new Map(), faults: [] };
  const noting = notingHost(host);
  await recheck(state, call, noting.host, await open(call, noting.host), []);
  const watcher = await host.watch(watchedBy(call, host, filesOf(state, noting.files)));
  host.err.write(`${speaker.say(watching)}\n`);
  for (;;) {
    const changes = await watcher.next();
    if (changes === null) break;
    const again = notingHost(host);
    const changed = await recheck(state, call, again.host, await open(call, again.host), changes.paths);
    await tellChanges(changed, state, changes, call, context);
    watcher.add(filesOf(state, again.files));
  }
  await watcher.close();
  return first;
}

const watching = {
  en: "watching for changes; Ctrl-C ends it",
  zhHans: "正在监视文件变动，按 Ctrl-C 结束",
};

function callFault({ paths, options }: Call): CallFault | null {
  const other = options.fix === true ? "--fix" : options.fixDryRun === true ? "--fix-dry-run" : null;
  if (other !== null)
    return { en: `--watch cannot be used with ${other}`, zhHans: `--watch 不能与 ${other} 同时使用` };
  if (paths.includes("-"))
    return {
      en: "--watch needs files, not standard input",
      zhHans: "--watch 只能用于文件，不能用于标准输入",
    };
  return (textOf(options.format) ?? "text") === "text"
    ? null
    : { en: "--watch prints text only", zhHans: "--watch 只能以文本格式输出" };
}

function open(call: Call, host: Host): Promise<Session> {
  return openSession(host, { ...requestOf(call), paths: call.paths, asOf: textOf(call.options.asOf) });
}

function filesOf({ plans }: State, others: ReadonlySet<string>): readonly string[] {
  return [...new Set([...others, ...[...plans.values()].flatMap(({ files }) => [...files])])];
}

/** Folders that the call names, or that its globs begin with; all else are single files. */
function watchedBy({ paths }: Call, host: Host, files: readonly string[]): Watched {
  const folders = (paths.length === 0 ? ["."] : paths).flatMap((given) => {
    const path = given.replaceAll("\\", "/").replace(/(.)\/+$/, "$1");
    const absolute = joinPath(host.cwd, path);
    const kind = host.kindOf(absolute);
    if (kind === "folder") return [absolute];
    return kind === "file" ? [] : [joinPath(host.cwd, path.replace(/(^|\/)[^/]*[*?[\]{}!].*$/, "$1."))];
  });
  return { folders: [...new Set(folders)], files };
}

/** A plan whose findings changed. */
interface PlanChange {
  readonly came: readonly Diagnostic[];
  readonly went: readonly Diagnostic[];
  readonly sectionOf: CheckedPlan["sectionOf"];
}

/** Checks the new and the touched plans, forgets those that are gone. */
async function recheck(
  state: State,
  call: Call,
  host: Host,
  session: Session,
  changed: readonly string[],
): Promise<readonly PlanChange[]> {
  const found: PlanChange[] = [];
  const { came, went } = compareFindings(state.faults, session.findings);
  found.push({ came, went, sectionOf: noSections });
  state.faults = session.findings;
  const names = new Set(session.jobs.map(({ source }) => source.name));
  for (const [name, known] of state.plans) {
    if (names.has(name)) continue;
    state.plans.delete(name);
    found.push({ came: [], went: known.findings, sectionOf: known.sectionOf });
  }
  for (const job of session.jobs) {
    const known = state.plans.get(job.source.name);
    if (known !== undefined && !isTouched(known, job, changed)) continue;
    const now = await checkPlan(host, requestOf(call), job);
    state.plans.set(job.source.name, now);
    found.push({ ...compareFindings(known?.findings ?? [], now.findings), sectionOf: now.sectionOf });
  }
  return found;
}

async function tellChanges(
  found: readonly PlanChange[],
  state: State,
  { time, elapsed }: FileChanges,
  call: Call,
  context: CommandContext,
): Promise<void> {
  const { host, speaker } = context;
  const options = await outputOptions(context, call.options);
  const isShown = ({ severity }: Diagnostic): boolean => !options.quiet || severity === "error";
  const lines: string[] = [];
  for (const { came, went, sectionOf } of found) {
    for (const finding of came.filter(isShown)) lines.push(findingText([finding], { ...options, sectionOf }));
    for (const finding of went.filter(isShown))
      lines.push(`${speaker.say(gone)}${briefText(finding, null, { ...options, sectionOf })}\n`);
  }
  const counts = {
    came: found.reduce((sum, { came }) => sum + came.length, 0),
    went: found.reduce((sum, { went }) => sum + went.length, 0),
  };
  const all = [...state.faults, ...[...state.plans.values()].flatMap(({ findings }) => findings)];
  lines.push(`${summary(counts, all, time, elapsed(), state.plans.size, context)}\n`);
  host.out.write(lines.join(lines.length > 1 ? "\n" : ""));
}

const gone = { en: "gone: ", zhHans: "已消除：" };

function summary(
  { came, went }: { readonly came: number; readonly went: number },
  all: readonly Diagnostic[],
  time: string,
  milliseconds: number,
  plans: number,
  { speaker }: CommandContext,
): string {
  const counts = countSeverities(all);
  const left = severities.map((severity) =>
    speaker.chinese
      ? `${speaker.say(severityWords[severity])} ${counts[severity]} 个`
      : `${counts[severity]} ${plural(severity, counts[severity])}`,
  );
  return speaker.say({
    en: `${time} · ${came} new, ${went} gone · ${plans} ${plans === 1 ? "plan" : "plans"}: ${left.join(", ")} · ${milliseconds} ms`,
    zhHans: `${time} · 新增 ${came} 个，消除 ${went} 个 · 方案 ${plans} 个：${left.join("，")} · ${milliseconds} 毫秒`,
  });
}

function plural(severity: Diagnostic["severity"], count: number): string {
  return count === 1 || severity === "info" ? severity : `${severity}s`;
}
