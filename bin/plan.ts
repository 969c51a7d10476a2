#!/usr/bin/env node
/**
 * Starts the program, or answers from the cache of `--cache DIR` without loading it. Beside `program.js` the build
 * leaves what V8 made of it (its code cache), named for the very Node that built it; with it the program need not be
 * parsed and compiled anew at every call. Any other Node finds no cache of its name and compiles as usual, and V8 itself
 * refuses a cache that does not fit. Nothing is written here but what `--cache` asks for.
 */
import { join } from "node:path";
import { cacheFolder, keepRun, recallRun } from "../src/host/cached-run.ts";
import { makeNodeHost } from "../src/host/node-host.ts";
import { loadProgram, programFile } from "./load-program.ts";

const argv = process.argv.slice(2);
const file = join(__dirname, programFile);

async function start(): Promise<number> {
  if (cacheFolder(argv) === null) return runProgram();
  const host = makeNodeHost(file);
  return (
    (await recallRun(argv, host)) ?? keepRun(argv, host, (noted) => loadProgram(__dirname).run(argv, noted))
  );
}

function runProgram(): Promise<number> {
  const { run, makeNodeHost: makeHost } = loadProgram(__dirname);
  return run(argv, makeHost(file));
}

void start().then((exitCode) => {
  process.exitCode = exitCode;
});
