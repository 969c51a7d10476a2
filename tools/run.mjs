// Runs a TypeScript file of this folder: bundles it into generated/, runs it with the given arguments, passes its exit
// code through. `node tools/run.mjs tools/generate-schema.ts`
import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { withSharedShapes } from "./shared-shapes.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const [entry, ...rest] = process.argv.slice(2);
if (entry === undefined) {
  console.error("usage: node tools/run.mjs FILE.ts [arguments]");
  process.exit(2);
}
// A bench runs what users run: its code is shaped as the build shapes the program.
const isBench = /[\\/]bench[\\/]/.test(entry);
const folder = join(root, "generated", "tools");
mkdirSync(folder, { recursive: true });
const outfile = join(folder, `${basename(entry, ".ts")}-${process.pid}.mjs`);
try {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    packages: "external",
    // Node finds the file only by its whole name; the bundlers know it by the shorter one.
    alias: { "handlebars/runtime": "handlebars/runtime.js" },
    outfile,
    write: false,
    minifyWhitespace: isBench,
    logLevel: "warning",
  });
  for (const { path, text } of outputFiles) writeFileSync(path, isBench ? withSharedShapes(text) : text);
  const { status } = spawnSync(process.execPath, [outfile, ...rest], { stdio: "inherit", cwd: root });
  process.exitCode = status ?? 3;
} finally {
  rmSync(outfile, { force: true });
}
