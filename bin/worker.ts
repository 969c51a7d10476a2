/** A thread of `plan check --jobs`: takes its task, then answers batches of jobs one after another. */
import { join } from "node:path";
import { parentPort, workerData } from "node:worker_threads";
import { makeNodeHost } from "../src/host/node-host.ts";
import { loadProgram, programFile } from "./load-program.ts";

async function serve(): Promise<void> {
  const answer = await loadProgram(__dirname).takeTask(
    workerData,
    makeNodeHost(join(__dirname, programFile)),
  );
  let before: Promise<void> = Promise.resolve();
  parentPort?.on("message", (batch: unknown) => {
    before = before.then(async () => parentPort?.postMessage(await answer(batch)));
  });
}

void serve();
