// Shares mutants out among processes; a mutant that keeps one busy for too long counts as killed.
import { Worker } from "node:worker_threads";

const workers = 2;
/** Far more than all tests take together, also on a busy machine. */
const patience = 90_000;

/** Ids of the mutants that a test notices; `failed` names the tests that fail without any. */
export async function tried(bundle, mutants) {
  const { coverage, failed } = await surveyed(bundle);
  if (failed.length > 0) return { killed: new Set(), failed };
  const passing = passedBy(coverage);
  const jobs = mutants
    .map((mutant) => jobOf(mutant, mutants, coverage, passing))
    .filter(({ order }) => order.length > 0);
  const killed = new Set();
  await Promise.all(Array.from({ length: workers }, () => worked(bundle, jobs, killed)));
  return { killed, failed };
}

async function surveyed(bundle) {
  const worker = started(bundle);
  const answer = await asked(worker, "survey");
  await worker.terminate();
  return answer;
}

/** Numbers of the tests that pass each mutant. */
function passedBy({ perTest }) {
  const passing = new Map();
  for (const [test, hits] of Object.entries(perTest))
    for (const id of Object.keys(hits)) passing.set(id, [...(passing.get(id) ?? []), Number(test)]);
  return passing;
}

/** What is to be run for a mutant: of one that acts while its module is loaded, all that its file has to do with. */
function jobOf({ id, fileName }, mutants, { static: loaded }, passing) {
  if (!(id in loaded)) return { id, isStatic: false, order: passing.get(id) ?? [] };
  const near = mutants
    .filter((other) => other.fileName === fileName)
    .flatMap((other) => passing.get(other.id) ?? []);
  return { id, isStatic: true, order: [...new Set([...(passing.get(id) ?? []), ...near])] };
}

async function worked(bundle, jobs, killed) {
  let worker = started(bundle);
  for (let job = jobs.pop(); job !== undefined; job = jobs.pop()) {
    const answer = await Promise.race([asked(worker, job).catch(() => null), late()]);
    if (answer === null) {
      await worker.terminate();
      worker = started(bundle);
    }
    if (answer === null || answer.killed) killed.add(job.id);
  }
  await worker.terminate();
}

function started(bundle) {
  return new Worker(new URL("./worker.mjs", import.meta.url), { workerData: { bundle } });
}

function asked(worker, job) {
  return new Promise((resolve, reject) => {
    worker.once("error", reject);
    worker.once("message", (answer) => {
      worker.removeListener("error", reject);
      resolve(answer);
    });
    worker.postMessage(job);
  });
}

function late() {
  return new Promise((resolve) => {
    setTimeout(resolve, patience, null).unref();
  });
}
