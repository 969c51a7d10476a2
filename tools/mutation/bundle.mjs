// The sources with every mutant behind a switch, and the tests, as one script.

import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";
import { globSync } from "tinyglobby";

const version = "9.6.1";
const home = resolve("generated/mutation");

/** Mutants and the script that holds them. */
export async function mutated(files) {
  const { files: made, mutants } = await instrumented(files);
  const texts = new Map(made.map(({ name, content }) => [name, content]));
  const tests = globSync("test/indicators/**/*.test.ts", { absolute: true }).sort();
  const result = await build({
    stdin: { contents: entryOf(files, tests), resolveDir: resolve("."), loader: "ts" },
    bundle: true,
    write: false,
    format: "iife",
    platform: "node",
    target: "node20",
    alias: {
      vitest: resolve("tools/mutation/stand-in.mjs"),
      "fast-check": resolve("tools/mutation/few-examples.mjs"),
      "all-of-fast-check": fileURLToPath(import.meta.resolve("fast-check")),
    },
    plugins: [replacing(texts)],
    logLevel: "error",
  });
  return { mutants, bundle: result.outputFiles[0].text };
}

/** The sources first, then each test file behind a mark of its own, since many evaluate plans while they load. */
function entryOf(files, tests) {
  const sources = files.map((file) => `import ${JSON.stringify(resolve(file))};`);
  const marked = tests.flatMap((file, i) => [`import "mark:${i}";`, `import ${JSON.stringify(file)};`]);
  return [...sources, ...marked, `import "mark:end";`].join("\n");
}

function replacing(texts) {
  return {
    name: "mutants",
    setup({ onLoad, onResolve }) {
      onResolve({ filter: /^mark:/ }, ({ path }) => ({
        path: path.slice("mark:".length),
        namespace: "mark",
      }));
      onLoad({ filter: /.*/, namespace: "mark" }, ({ path }) => ({
        contents: `globalThis.__stryker__.currentTestId = ${path === "end" ? "undefined" : `"load ${path}"`};`,
      }));
      onLoad({ filter: /\.ts$/ }, ({ path }) =>
        texts.has(path) ? { contents: texts.get(path), loader: "ts" } : undefined,
      );
    },
  };
}

async function instrumented(files) {
  const packageFile = join(home, "node_modules/@stryker-mutator/instrumenter/package.json");
  if (!existsSync(packageFile)) install();
  const module = join(home, "node_modules/@stryker-mutator/instrumenter/dist/src/index.js");
  const { Instrumenter } = await import(pathToFileURL(module).href);
  const silent = { debug() {}, info() {}, warn() {}, isDebugEnabled: () => false };
  const given = files.map((file) => ({
    name: resolve(file),
    mutate: true,
    content: readFileSync(file, "utf8"),
  }));
  return new Instrumenter(silent).instrument(given, {
    plugins: null,
    excludedMutations: [],
    ignorers: [],
    noHeader: false,
  });
}

function install() {
  mkdirSync(home, { recursive: true });
  writeFileSync(join(home, "package.json"), "{}");
  const wanted = `@stryker-mutator/instrumenter@${version}`;
  const npm = spawnSync("npm", ["install", "--silent", "--ignore-scripts", wanted], {
    cwd: home,
    stdio: "inherit",
  });
  if (npm.status !== 0) throw new Error("the mutation testing tool cannot be installed");
}
