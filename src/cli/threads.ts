/** `--jobs`: the plans of a run shared out among threads; what is told keeps its order. */
import type { Worker } from "../host/host.ts";
import type { Language } from "../language/speaker.ts";
import { makeSpeaker } from "../language/speaker.ts";
import type { Call } from "./args.ts";
import { benchOf, checkerOf, eachPlanAlone, type PlanChecker } from "./plan-checker.ts";
import { asPlainData, type PlanOutcome } from "./plan-outcome.ts";
import type { CommandContext } from "./run.ts";
import type { Job } from "./session.ts";

/** Plans handed over at once: enough that the handing over costs little, few enough that all threads end together. */
const plansAtOnce = 8;

/** Jobs below this number are not worth another thread, which takes as long to start as these take to check. */
const fewestPlans = 4 * plansAtOnce;

/** Jobs handed to a thread before it has answered for the first, so that it never waits. */
const handedAhead = 2;

/** What a thread must know before its first job. Plain data. */
interface Task {
  readonly call: Call;
  readonly language: Language;
  readonly askedLanguage: Language | null;
  readonly isTerminal: boolean;
  readonly columns: number | null;
}

/** The outcomes of all jobs in their order. This thread takes its share; the others start only when there is enough to do. */
export async function* shareOut(
  jobs: readonly Job[],
  check: PlanChecker,
  call: Call,
  context: CommandContext,
): AsyncGenerator<PlanOutcome> {
  const helpers = await helpersFor(jobs, call, context);
  if (helpers.length === 0) {
    for (const job of jobs) yield await check(job);
    return;
  }
  try {
    yield* inOrder(batchesOf(jobs), check, helpers);
  } finally {
    for (const helper of helpers) helper.stop();
  }
}

async function helpersFor(
  jobs: readonly Job[],
  call: Call,
  { host, speaker, askedLanguage }: CommandContext,
): Promise<readonly Worker[]> {
  const asked = call.options.jobs;
  if (asked === undefined || jobs.length < fewestPlans || !eachPlanAlone(call)) return [];
  // Standard input can be read here only.
  if (jobs.some(({ source }) => source.path === null)) return [];
  const threads = asked === "auto" ? host.processors() : Number(asked);
  const { isTerminal, columns } = host.out;
  const task: Task = { call, language: speaker.language, askedLanguage, isTerminal, columns };
  const count = Math.min(threads - 1, Math.ceil(jobs.length / fewestPlans));
  return count > 0 ? host.startWorkers(count, task) : [];
}

function batchesOf(jobs: readonly Job[]): readonly (readonly Job[])[] {
  const batches: (readonly Job[])[] = [];
  for (let at = 0; at < jobs.length; at += plansAtOnce) batches.push(jobs.slice(at, at + plansAtOnce));
  return batches;
}

interface Slot {
  readonly done: Promise<readonly PlanOutcome[]>;
  readonly settle: (outcomes: readonly PlanOutcome[]) => void;
  readonly fail: (error: unknown) => void;
}

async function* inOrder(
  batches: readonly (readonly Job[])[],
  check: PlanChecker,
  helpers: readonly Worker[],
): AsyncGenerator<PlanOutcome> {
  const slots = new Map(batches.map((_, i) => [i, slot()]));
  const here = async (batch: readonly Job[]): Promise<readonly PlanOutcome[]> => {
    const outcomes: PlanOutcome[] = [];
    for (const job of batch) outcomes.push(await check(job));
    return outcomes;
  };
  let next = 0;
  const work = async (run: (batch: readonly Job[]) => Promise<readonly PlanOutcome[]>): Promise<void> => {
    for (let i = next++; i < batches.length; i = next++) {
      const batch = batches[i] ?? [];
      // A thread that died (memory) must not take plans with it.
      const outcomes = run(batch).catch(() => here(batch));
      await outcomes.then(slots.get(i)?.settle, slots.get(i)?.fail);
      await new Promise((resume) => setImmediate(resume));
    }
  };
  for (const helper of helpers) {
    for (let i = 0; i < handedAhead; i++)
      void work(async (batch) => (await helper.ask(batch)) as PlanOutcome[]);
  }
  void work(here);
  for (let i = 0; i < batches.length; i++) {
    yield* (await slots.get(i)?.done) ?? [];
    slots.delete(i);
  }
}

function slot(): Slot {
  const { promise, resolve, reject } = deferred<readonly PlanOutcome[]>();
  return { done: promise, settle: resolve, fail: reject };
}

function deferred<T>(): {
  promise: Promise<T>;
  resolve: (value: T) => void;
  reject: (error: unknown) => void;
} {
  let resolve: (value: T) => void = () => undefined;
  let reject: (error: unknown) => void = () => undefined;
  const promise = new Promise<T>((settle, fail) => {
    resolve = settle;
    reject = fail;
  });
  return { promise, resolve, reject };
}

/** In a thread: makes the function that answers for batches of jobs. */
export async function takeTask(
  task: unknown,
  host: CommandContext["host"],
): Promise<(batch: unknown) => Promise<readonly PlanOutcome[]>> {
  const { call, language, askedLanguage, isTerminal, columns } = task as Task; // as `helpersFor` made it
  const out = { ...host.out, isTerminal, columns };
  const context = { host: { ...host, out }, speaker: await makeSpeaker(language), askedLanguage };
  const check = await checkerOf(call, context, await benchOf(call, context));
  return async (batch) => {
    const outcomes: PlanOutcome[] = [];
    for (const job of batch as readonly Job[]) {
      outcomes.push(asPlainData(await check(job))); // as `inOrder` sent it
    }
    return outcomes;
  };
}
