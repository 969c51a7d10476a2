/** From a job to what `check` tells of its plan: compiled and printed, or taken from the cache. */
import type { CheckOutput } from "../findings-output/check-run.ts";
import { entryPath, keep, recall } from "../host/cache.ts";
import { traceHost } from "../host/traced-host.ts";
import type { Call } from "./args.ts";
import { checkOutput } from "./commands/output.ts";
import { asPlainData, outcomeOf, type PlanOutcome } from "./plan-outcome.ts";
import type { CommandContext } from "./run.ts";
import { compileJob, type Job, type SessionRequest } from "./session.ts";

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

/** The output that a call of `check` asks for. */
export function outputOf({ options }: Call, context: CommandContext): Promise<CheckOutput> {
  return checkOutput(options.format === "json" ? "json" : "text", context, options);
}

/** Makes the checker of a call; with `--cache` it remembers plans that read as before. */
export function checkerOf(call: Call, context: CommandContext, output: CheckOutput): PlanChecker {
  const request = requestOf(call);
  const asksForEntity = call.options.entity !== undefined;
  const check = async (job: Job, { host }: Pick<CommandContext, "host">): Promise<PlanOutcome> =>
    outcomeOf(await compileJob(host, request, job), output, asksForEntity);
  const folder = textOf(call.options.cache);
  if (folder === undefined || !eachPlanAlone(call)) return (job) => check(job, context);
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
  return ["plan", host.cwd, source, asOf, configuration.root, levels, options, speaker.language, colours];
}
