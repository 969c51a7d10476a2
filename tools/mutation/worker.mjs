// Tries mutants in one process: the bundle of sources and tests holds all of them behind switches. A mutant in code that runs
// when a module is loaded needs the bundle loaded anew.
import { createRequire } from "node:module";
import { Script } from "node:vm";
import { parentPort, workerData } from "node:worker_threads";
import { assertions } from "./assertions.mjs";

const require = createRequire(import.meta.url);
const expect = await assertions();
const load = new Script(`(function (require) {${workerData.bundle}\n})`, {
  filename: "bundle.js",
}).runInThisContext();

// Tests that fail tell so by an error: making their stack took longer than the test.
Error.stackTraceLimit = 0;

function freshTests() {
  globalThis.planwrightMutation = { expect, tests: [] };
  load(require);
  return globalThis.planwrightMutation.tests;
}

const switches = {};
globalThis.__stryker__ = switches;
const ordinary = freshTests();

/** Runs every test without a mutant; which test passes which mutant, and what fails already. */
async function survey() {
  const failed = [];
  const durations = [];
  for (const [i, test] of ordinary.entries()) {
    switches.currentTestId = String(i);
    const begin = performance.now();
    try {
      await test.run();
    } catch (error) {
      failed.push(`${test.name}: ${error.message}`);
    }
    durations.push(performance.now() - begin);
  }
  const coverage = switches.mutantCoverage;
  switches.currentTestId = undefined;
  return { coverage, failed, durations, files: ordinary.map(({ file }) => file) };
}

/** True when a test fails with the mutant in force: as the modules are, then, where it acts as they load, loaded anew. */
async function isKilled({ id, order, anew, hitLimit }) {
  switches.activeMutant = id;
  switches.hitCount = 0;
  switches.hitLimit = hitLimit;
  try {
    for (const i of order) await ordinary[i].run();
    if (anew.length === 0) return false;
    const tests = freshTests();
    for (const i of anew) await tests[i].run();
    return tests.length !== ordinary.length;
  } catch {
    return true;
  } finally {
    switches.activeMutant = undefined;
  }
}

parentPort.on("message", async (job) => {
  parentPort.postMessage(job === "survey" ? await survey() : { killed: await isKilled(job) });
});
