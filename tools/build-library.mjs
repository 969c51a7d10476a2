/**
 * Builds what `import "planwright"` gives: one ES module that asks nothing of its platform, doors to it for `require`,
 * and one file of types. The types are those that tsc makes of the sources, brought into one file, so that they cannot
 * differ from the code and lead to no file that is not in the package.
 */
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { build } from "esbuild";

/** Entry of the sources → name in `dist`. */
const entries = { "library/index": "library", "library/zh-hant": "zh-hant" };

const typesFolder = "generated/types/src";

/** Writes the library to `dist`. `dictionary`: the file of the program that holds the Traditional converter. */
export async function buildLibrary(dictionary) {
  await build({
    entryPoints: [{ in: "src/library/index.ts", out: "library" }],
    outdir: "dist",
    outExtension: { ".js": ".mjs" },
    bundle: true,
    format: "esm",
    platform: "neutral",
    mainFields: ["module", "main"],
    target: "es2023",
    charset: "utf8",
    minify: true,
    sourcemap: true,
    legalComments: "linked",
    logLevel: "warning",
  });
  // Node lets `require` load an ES module, on every version that is supported.
  writeFileSync("dist/library.cjs", 'module.exports = require("./library.mjs");\n');
  writeFileSync("dist/zh-hant.cjs", `exports.zhHant = require("${dictionary}").toTraditional;\n`);
  writeFileSync("dist/zh-hant.mjs", `export { toTraditional as zhHant } from "${dictionary}";\n`);
  writeTypes();
}

function writeTypes() {
  const tsc = join(dirname(createRequire(import.meta.url).resolve("typescript/package.json")), "bin/tsc");
  execFileSync(process.execPath, [tsc, "-p", "src/tsconfig.types.json"], { stdio: "inherit" });
  for (const [entry, name] of Object.entries(entries)) {
    const types = typesOf(resolve(typesFolder, `${entry}.d.ts`));
    writeFileSync(`dist/${name}.d.mts`, types);
    writeFileSync(`dist/${name}.d.cts`, types);
  }
}

const importPattern = /^import type \{[^}]*\} from "([^"]+)";\n/gm;
const exportPattern = /^export type (\{[^}]*\}) from "([^"]+)";\n/gm;

/** The declarations of a file with all that it imports, in one text; only what the file itself exports is exported. */
function typesOf(entry) {
  const texts = new Map();
  const gather = (file) => {
    if (texts.has(file)) return;
    const text = readFileSync(file, "utf8");
    texts.set(file, text);
    for (const [, from] of text.matchAll(importPattern)) gather(declarationsAt(file, from));
    for (const [, , from] of text.matchAll(exportPattern)) gather(declarationsAt(file, from));
  };
  gather(entry);
  const parts = [...texts].map(([file, text]) => {
    const own = text.replace(importPattern, "");
    return file === entry
      ? own.replace(exportPattern, "export type $1;\n")
      : own.replace(exportPattern, "").replace(/^export (?=declare|interface|type)/gm, "");
  });
  const whole = parts.join("\n");
  if (/\bfrom "|\bimport\(/.test(whole)) throw new Error(`the types of ${entry} lead out of the package`);
  return whole;
}

function declarationsAt(file, from) {
  return resolve(dirname(file), from.replace(/\.ts$/, ".d.ts"));
}
