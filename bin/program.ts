/** The program that `plan.ts` and `worker.ts` start, as one file of the package. */
export { run } from "../src/cli/run.ts";
export { takeTask } from "../src/cli/threads.ts";
export { setForShortRun } from "../src/host/engine.ts";
export { makeNodeHost } from "../src/host/node-host.ts";
