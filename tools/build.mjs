/**
 * Builds `dist/`: a small start file, the program, and large data in files of their own that load only when they are
 * used. Everything is bundled, so that users install no dependency of a dependency.
 *
 * The program is CommonJS in one file, because only a script can be given V8's code cache on the supported versions of
 * Node: a third of a short run was parsing and compiling. The cache is made here, by this Node, from a run
 * over the examples, so that it holds the functions that `plan check` needs; `bin/plan.ts` says how it is used.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, extname, resolve } from "node:path";
import { Script } from "node:vm";
import { build } from "esbuild";
import { buildLibrary } from "./build-library.mjs";
import { withSharedShapes } from "./shared-shapes.mjs";

/** Data that only some commands need; each is a file of its own. */
const separate = [
  "generated/templates.js",
  "generated/rule-examples.js",
  "src/language/traditional.ts",
  "src/host/workers.ts",
  "src/host/find-plans.ts",
  "src/host/printer.ts",
  "src/findings-output/pipeline/pipeline-formats.ts",
  "src/host/watch-files.ts",
  "bin/cached-start.ts",
  "src/report/method-guide/methods-page.ts",
  "src/report/markup.ts",
  "src/format/layout.ts",
  "src/export/results-workbook.ts",
  "src/host/editor-connection.ts",
  "src/starter/index.ts",
  "src/completion/index.ts",
  "src/host/machine.ts",
  "src/workbook/index.ts",
  "src/word/index.ts",
  "src/draft/index.ts",
  "src/records/import-kinds.ts",
];

const separateFiles = {
  name: "separate",
  setup: ({ onResolve }) => onResolve({ filter: /^\./ }, separateFile),
};

const options = {
  outdir: "dist",
  bundle: true,
  format: "cjs",
  platform: "node",
  target: "node20.19",
  minify: true,
  supported: { "dynamic-import": false }, // a script can only `require`
  define: { "import.meta.url": "__filename" },
  legalComments: "linked",
  logLevel: "warning",
};

/** The run over these decides which functions stand compiled in the code cache. */
const typicalPlans = ["examples/elderly-meals", "examples/safe-crossings"];

rmSync("dist", { recursive: true, force: true });
mkdirSync("dist");
writeFileSync("dist/package.json", '{ "type": "commonjs" }\n');
await build({
  ...options,
  entryPoints: separate.map((path) => ({ in: path, out: nameOf(path) })),
  plugins: [separateFiles],
});
await build({
  ...options,
  entryPoints: ["bin/plan.ts", "bin/worker.ts", "bin/template-worker.ts"],
  plugins: [separateFiles],
});
await buildProgram();
await writeCodeCache();
await buildLibrary("./traditional.js");

/** A function of `require` and the file's own name that gives what `bin/program.ts` exports. */
async function buildProgram() {
  const { outputFiles } = await build({
    ...options,
    entryPoints: ["bin/program.ts"],
    write: false,
    banner: { js: "(function(require,__filename){var module={exports:{}};" },
    footer: { js: "return module.exports})" },
    // commander asks for it to run programs of other packages, which `plan` never does; loading it takes 1-2 ms.
    alias: { "node:child_process": "./tools/no-child-process.mjs" },
    plugins: [separateFiles],
  });
  for (const { path, text } of outputFiles)
    writeFileSync(path, path.endsWith(".js") ? withSharedShapes(inAscii(text)) : text);
}

function separateFile({ path, resolveDir, kind }) {
  if (kind === "entry-point") return null;
  // The package holds the schemas beside `dist`.
  if (extname(path) === ".json" && basename(resolve(resolveDir, path, "..")) === "schemas")
    return { path: `../schemas/${basename(path)}`, external: true };
  const found = separate.find((file) => resolve(file) === resolve(resolveDir, path));
  return found === undefined ? null : { path: `./${nameOf(found)}.js`, external: true };
}

function nameOf(path) {
  const name = basename(path, extname(path));
  return name === "index" ? basename(resolve(path, "..")) : name;
}

/** esbuild escapes strings but leaves regular expressions as they are. */
function inAscii(code) {
  return code.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

async function writeCodeCache() {
  const filename = resolve("dist/program.js");
  const load = () => {
    const script = new Script(readFileSync(filename, "latin1"), { filename });
    return { script, ...script.runInThisContext()(createRequire(filename), filename) };
  };
  load().setForShortRun(); // as the start file does, before it loads the program
  const { script, run, makeNodeHost } = load();
  const silent = { isTerminal: false, columns: null, write: () => undefined };
  // Plans as they mostly are: a cache that also held what only long and faulty plans need would take longer to read.
  await run(["check", ...typicalPlans], { ...makeNodeHost(), out: silent, err: silent });
  const cache = `dist/program.${process.version}-${process.platform}-${process.arch}.cache`;
  // `bin/load-program.ts` says why the build of Node stands before it.
  const nodeBuild = JSON.stringify(process.config);
  const head = nodeBuild.padEnd(Math.ceil(nodeBuild.length / 8) * 8);
  writeFileSync(cache, Buffer.concat([Buffer.from(head, "latin1"), script.createCachedData()]));
}
