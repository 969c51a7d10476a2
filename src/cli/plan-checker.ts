/** From a job to what `check` tells of its plan: compiled and printed, or taken from the cache. */
import type { CheckOutput } from "../findings-output/check-run.ts";
import { isPipelineFormat } from "../findings-output/formats.ts";
import { entryPath, keep, recall } from "../host/cache.ts";
import { traceHost } from "../host/traced-host.ts";
import type { Call } from "./args.ts";
import type { BaselineTask } from "./baseline-file.ts";
import { checkOutput } from "./commands/output.ts";
import { dataPaths } from "./configured-data.ts";
import { asPlainData, outcomeOf, type PlanOutcome, type Telling } from "./plan-outcome.ts";
import type { CommandContext } from "./run.ts";
import { compileJob, type Job, type SessionRequest } from "./session.ts";
import { type WantedOutput, wantedOutputs } from "./wanted-outputs.ts";

export type PlanChecker = (job: Job) => Promise<PlanOutcome>;

/** An option that takes a text; undefined where it was not given. */
export function textOf(option: unknown): string | undefined {
  return typeof option === "string" ? option : undefined;
}

/** What a call of `check` asks of the compiler. */
export function requestOf({ options }: Call): Pick<SessionRequest, "only" | "levels" | "trace"> {
  return {
    only: options.only === "plan" || options.only === "status" ? options.only : "all",
    levels: Array.isArray(options.rule) ? options.rule : [],
    trace: false,
  };
}

/** The outputs of a call that are made plan by plan, in the order of the wanted ones. */
function outputsOf(
  wanted: readonly WantedOutput[],
  { options }: Call,
  context: CommandContext,
): Promise<readonly CheckOutput[]> {
  const streamed = wanted.flatMap(({ format, file }) => (isPipelineFormat(format) ? [] : [{ format, file }]));
  return Promise.all(
    streamed.map(({ format, file }) =>
      // A file has no terminal: no colour, no width, and all findings.
      file === null
        ? checkOutput(format, context, options)
        : checkOutput(format, onPaper(context), { ...options, color: "never", maxFindings: undefined }),
    ),
  );
}

function onPaper(context: CommandContext): CommandContext {
  const out = { ...context.host.out, isTerminal: false, columns: null };
  return { ...context, host: { ...context.host, out } };
}

/** Everything that the checker of a call works with. */
export interface Bench {
  readonly wanted: readonly WantedOutput[];
  readonly outputs: readonly CheckOutput[];
  readonly baseline: BaselineTask | null;
}

/** Sets up what a call of `check` needs for its plans; also in a thread of its own. */
export async function benchOf(call: Call, context: CommandContext): Promise<Bench> {
  const { outputs: wanted } = wantedOutputs(call, context.host);
  const { baseline: from, writeBaseline: to } = call.options;
  const baseline =
    from === undefined && to === undefined
      ? null
      : (await import("./baseline-file.ts")).baselineTask(call, context.host);
  return { wanted, outputs: await outputsOf(wanted, call, context), baseline };
}

/** Makes the checker of a call; with `--cache` it remembers plans that read as before. */
export async function checkerOf(call: Call, context: CommandContext, bench: Bench): Promise<PlanChecker> {
  const request = requestOf(call);
  const telling = await tellingOf(call, context, bench);
  const baseline = bench.baseline;
  const rebase = baseline === null ? null : (await import("./baseline-file.ts")).rebased;
  const check = async (job: Job, { host }: Pick<CommandContext, "host">): Promise<PlanOutcome> => {
    const { compilation, exit, levels } = await compileJob(host, request, job);
    const plan =
      baseline === null || rebase === null
        ? { compilation, known: [], found: null }
        : rebase(compilation, baseline, { only: request.only, levels, cwd: host.cwd });
    return outcomeOf(exit, plan, telling);
  };
  const folder = textOf(call.options.cache);
  // What a baseline says is no question that was asked of the host for this plan.
  if (folder === undefined || baseline !== null || !eachPlanAlone(call)) return (job) => check(job, context);
  return async (job) => {
    const { host } = context;
    const place = entryPath(host, folder, askedOf(job, call, context));
    const known = await recall<PlanOutcome>(host, place);
    if (known !== null) return known;
    const traced = traceHost(host, folder);
    const outcome = asPlainData(await check(job, traced));
    if (outcome.exit === 0) await keep(host, place, traced, outcome);
    return outcome;
  };
}

async function tellingOf(
  { options }: Call,
  { speaker }: CommandContext,
  { wanted, outputs }: Bench,
): Promise<Telling> {
  const asksForEntity = options.entity !== undefined;
  if (!wanted.some(({ format }) => isPipelineFormat(format))) return { outputs, tell: null, asksForEntity };
  const { toldPlan } = await import("../findings-output/told-plan.ts");
  return { outputs, tell: ({ compilation, known }) => toldPlan(compilation, known, speaker), asksForEntity };
}

/** False where the text of a plan depends on the plans before it. */
export function eachPlanAlone({ options }: Call): boolean {
  return options.maxFindings === undefined;
}

/** All that settles the outcome of a plan besides what is read on the way. */
function askedOf(job: Job, call: Call, { host, speaker }: CommandContext): readonly unknown[] {
  const { source, asOf, configuration } = job;
  const { cache: _, jobs: __, failOn: ___, ...options } = call.options;
  const colours = [host.out.isTerminal, host.out.columns, host.env.NO_COLOR, host.env.TERM];
  const levels = [...configuration.levels];
  const data = dataPaths(configuration.data);
  const settings = [configuration.root, levels, data];
  return ["plan", host.cwd, source, asOf, ...settings, options, speaker.language, colours];
}
