// The sources with every mutant behind a switch, and the tests, as one script.

import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
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
    stdin: { contents: entryOf(tests), resolveDir: resolve("."), loader: "ts" },
    bundle: true,
    write: false,
    format: "iife",
    platform: "node",
    target: "node20",
    alias: { vitest: resolve("tools/mutation/stand-in.mjs") },
    plugins: [replacing(texts)],
    logLevel: "error",
  });
  return { mutants, bundle: result.outputFiles[0].text };
}

/** Property tests take the same examples every time, and need no smallest one. */
function entryOf(tests) {
  const settings = `import fc from "fast-check"; fc.configureGlobal({ seed: 7, endOnFailure: true });`;
  return [settings, ...tests.map((file) => `import ${JSON.stringify(file)};`)].join("\n");
}

function replacing(texts) {
  return {
    name: "mutants",
    setup({ onLoad }) {
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
