/** Threads of this process: those that run the program again (`worker.js`), and those for what may not come to an end. */
import { Worker as Thread } from "node:worker_threads";
import type { ApartResult, Worker } from "./host.ts";

/** Young objects of a thread that does one plan after another; V8's own choice takes three times the memory. */
const youngMegabytes = 8;

/** Starts threads of a file, each with the task as its `workerData`. */
export function startThreads(file: string, count: number, task: unknown): readonly Worker[] {
  return Array.from({ length: count }, () => startThread(file, task));
}

function startThread(file: string, task: unknown): Worker {
  const thread = new Thread(file, {
    workerData: task,
    resourceLimits: { maxYoungGenerationSizeMb: youngMegabytes },
  });
  const waiting: { settle: (answer: unknown) => void; fail: (cause: Error) => void }[] = [];
  let dead: Error | null = null;
  const die = (cause: Error): void => {
    dead = cause;
    for (const { fail } of waiting.splice(0)) fail(cause);
  };
  thread.on("message", (answer: unknown) => {
    waiting.shift()?.settle(answer);
    if (waiting.length === 0) thread.unref();
  });
  thread.on("error", die);
  thread.on("exit", () => die(new Error("the thread has ended")));
  // The process must not stay for a thread that has nothing to do, nor end while one still has.
  thread.unref();
  return {
    ask: (request) =>
      new Promise((settle, fail) => {
        if (dead !== null) return fail(dead);
        waiting.push({ settle, fail });
        thread.ref();
        thread.postMessage(request);
      }),
    stop: () => void thread.terminate(),
  };
}

/** A task that takes longer is ended. */
const longestSeconds = 10;
/** Old objects of a thread that is not trusted. */
const mostMegabytes = 256;

/** One answer of a thread of a file to its `workerData`; not ok when it had to be ended. */
export function answerOf(file: string, task: unknown): Promise<ApartResult> {
  return new Promise((settle) => {
    const thread = new Thread(file, {
      workerData: task,
      resourceLimits: { maxOldGenerationSizeMb: mostMegabytes },
    });
    const end = (result: ApartResult): void => {
      clearTimeout(timer);
      void thread.terminate();
      settle(result);
    };
    const timer = setTimeout(() => end({ ok: false }), longestSeconds * 1000);
    thread.on("message", (answer: unknown) => end({ ok: true, answer }));
    thread.on("error", () => end({ ok: false }));
  });
}
