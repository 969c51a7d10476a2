/** The program that `plan.ts` starts, as one file of the package. */
export { run } from "../src/cli/run.ts";
export { makeNodeHost } from "../src/host/node-host.ts";
