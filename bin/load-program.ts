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

/**
 * The cache begins with the configuration of the Node that made it, for which it alone is good: V8 itself takes caches of
 * other builds and then crashes (seen among versions 20.x), so that a build of the same version with other settings,
 * of a distribution for instance, must not get it.
 */
export function codeCache(path: string): Buffer | null {
  try {
    const bytes = readFileSync(path);
    const build = JSON.stringify(process.config);
    if (bytes.toString("latin1", 0, build.length) !== build) return null;
    return bytes.subarray(Math.ceil(build.length / 8) * 8); // where V8 need not copy it
  } catch {
    return null;
  }
}
