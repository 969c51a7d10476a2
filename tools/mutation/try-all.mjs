// Shares mutants out among processes; a mutant that keeps one busy for too long counts as killed.
import { Worker } from "node:worker_threads";

const workers = 2;
/** Far more than all tests take together; a loop that fills memory ends the whole run when it is let run longer. */
const patience = 60_000;

/** Ids of the mutants that a test notices; `failed` names the tests that fail without any. */
export async function tried(bundle, mutants, tell) {
  const survey = await surveyed(bundle);
  const { failed } = survey;
  if (failed.length > 0) return { killed: new Set(), failed };
  const jobs = jobsOf(mutants, survey);
  const reached = new Set(jobs.map(({ id }) => id));
  for (const { id } of mutants) if (!reached.has(id)) tell(id);
  const killed = new Set();
  await Promise.all(Array.from({ length: workers }, () => worked(bundle, jobs, { killed, tell })));
  return { killed, failed };
}

async function surveyed(bundle) {
  const worker = started(bundle);
  const answer = await asked(worker, "survey");
  await worker.terminate();
  return answer;
}

/**
 * What is to be run for each mutant, quick tests first: those that pass it; with the bundle loaded anew, those whose file
 * passes it while it loads, or, of one that acts while its own module is loaded, all, near ones first. A hundred
 * times the turns that it usually takes are a loop without end.
 */
function jobsOf(mutants, { coverage: { static: loaded, perTest }, durations, files }) {
  const passing = new Map(mutants.map(({ id }) => [id, new Set()]));
  const loading = new Map(mutants.map(({ id }) => [id, new Set()]));
  const ofModule = new Map(mutants.map(({ fileName }) => [fileName, new Set()]));
  const moduleOf = new Map(mutants.map(({ id, fileName }) => [id, fileName]));
  const turns = new Map();
  const quickFirst = (tests) => [...tests].sort((a, b) => durations[a] - durations[b]);
  const all = quickFirst(files.keys());
  const nearFirst = (near) => [...quickFirst(near), ...all.filter((test) => !near.has(test))];
  for (const [place, hits] of Object.entries(perTest)) {
    const tests = place.startsWith("load") ? numbersOf(files, place) : [Number(place)];
    for (const [id, count] of Object.entries(hits)) {
      for (const test of tests) {
        (place.startsWith("load") ? loading : passing).get(id).add(test);
        ofModule.get(moduleOf.get(id)).add(test);
      }
      turns.set(id, (turns.get(id) ?? 0) + count);
    }
  }
  const jobs = mutants.map(({ id, fileName }) => ({
    id,
    order: quickFirst(passing.get(id)),
    anew: id in loaded ? nearFirst(ofModule.get(fileName)) : quickFirst(loading.get(id)),
    hitLimit: 100 * (turns.get(id) ?? 0) + 10_000,
  }));
  return jobs.filter(({ order, anew }) => order.length + anew.length > 0);
}

function numbersOf(files, place) {
  return files.flatMap((file, i) => (file === place ? [i] : []));
}

async function worked(bundle, jobs, { killed, tell }) {
  let worker = started(bundle);
  for (let job = jobs.shift(); job !== undefined; job = jobs.shift()) {
    const answer = await Promise.race([asked(worker, job).catch(() => null), late()]);
    if (answer === null) {
      await worker.terminate();
      worker = started(bundle);
    }
    if (answer === null || answer.killed) killed.add(job.id);
    else tell(job.id);
  }
  // What a mutant leaves behind in a module would kill those after it.
  const { failed } = await asked(worker, "survey");
  if (failed.length > 0) throw new Error(`mutants left something behind: ${failed.join("; ")}`);
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
