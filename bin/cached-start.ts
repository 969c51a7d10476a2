/** A call with `--cache`: answered from the cache without loading the program, else run and kept. A file of its own, for most calls have none. */
import { keepRun, recallRun } from "../src/host/cached-run.ts";
import { makeNodeHost } from "../src/host/node-host.ts";
import type * as Program from "./program.ts";

/** The exit code. `program` is the program's file; `load` is called only when there is no answer. */
export async function startCached(
  argv: readonly string[],
  program: string,
  load: () => typeof Program,
): Promise<number> {
  const host = makeNodeHost(program);
  return (await recallRun(argv, host)) ?? keepRun(argv, host, (noted) => load().run(argv, noted));
}
