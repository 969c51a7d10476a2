#!/usr/bin/env node
/**
 * Starts the program, or answers from the cache of `--cache DIR` without loading it. Beside `program.js` the build
 * leaves what V8 made of it (its code cache), named for the very Node that built it; with it the program need not be
 * parsed and compiled anew at every call. Any other Node finds no cache of its name and compiles as usual, and V8 itself
 * refuses a cache that does not fit. Nothing is written here but what `--cache` asks for.
 */
import { join } from "node:path";
import { cacheFolder } from "../src/host/cache-folder.ts";
import { setForShortRun } from "../src/host/engine.ts";
import { loadProgram, programFile } from "./load-program.ts";

const argv = process.argv.slice(2);
const file = join(__dirname, programFile);

async function start(): Promise<number> {
  if (cacheFolder(argv) !== null) {
    const { startCached } = await import("./cached-start.ts");
    return startCached(argv, file, readyProgram);
  }
  const { run, makeNodeHost } = readyProgram();
  return run(argv, makeNodeHost(file));
}

/** The program, loaded with the settings that its code cache was made with. */
function readyProgram(): ReturnType<typeof loadProgram> {
  setForShortRun();
  return loadProgram(__dirname);
}

// All output is written synchronously, so that the process can end at once: V8 need not take its heap apart.
void start().then((exitCode) => process.exit(exitCode));
