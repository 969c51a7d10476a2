/** Loads `program.js` of a folder with V8's code cache, if there is one of this very Node. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { Script } from "node:vm";
import type * as Program from "./program.ts";

export const programFile = "program.js";

/** What the program exports. */
export function loadProgram(folder: string): typeof Program {
  const filename = join(folder, programFile);
  // The build writes ASCII only, which is the fastest to read.
  const source = readFileSync(filename, "latin1");
  const cachedData = codeCache(
    join(folder, `program.${process.version}-${process.platform}-${process.arch}.cache`),
  );
  const script = new Script(source, cachedData === null ? { filename } : { filename, cachedData });
  return script.runInThisContext()(createRequire(filename), filename) as typeof Program;
}

function codeCache(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch {
    return null;
  }
}
