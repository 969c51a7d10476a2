#!/usr/bin/env node
/**
 * Starts the program. Beside `program.js` the build leaves what V8 made of it (its code cache), named for the very Node
 * that built it; with it the program need not be parsed and compiled anew at every call. Any other Node finds no cache
 * of its name and compiles as usual, and V8 itself refuses a cache that does not fit. Nothing is written here.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Script } from "node:vm";
import type * as Program from "./program.ts";

const filename = join(__dirname, "program.js");
// The build writes ASCII only, which is the fastest to read.
const source = readFileSync(filename, "latin1");
const cachedData = codeCache(`program.${process.version}-${process.platform}-${process.arch}.cache`);
const script = new Script(source, cachedData === null ? { filename } : { filename, cachedData });
const { run, makeNodeHost } = script.runInThisContext()(require, filename) as typeof Program;
void run(process.argv.slice(2), makeNodeHost()).then((exitCode) => {
  process.exitCode = exitCode;
});

function codeCache(name: string): Buffer | null {
  try {
    return readFileSync(join(__dirname, name));
  } catch {
    return null;
  }
}
