/** The library as it lies in the package: what it is made of, that it runs in a browser, that its types are found. */
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createContext, runInContext } from "node:vm";
import { build } from "esbuild";
import { afterAll, expect, test } from "vitest";
import { checkPlan } from "../../src/library/index.ts";
import { contradictoryPlan } from "../kit/plans.ts";

const root = resolve(import.meta.dirname, "../..");
const folder = mkdtempSync(join(tmpdir(), "plan-library-"));
mkdirSync(join(folder, "node_modules"));
symlinkSync(root, join(folder, "node_modules/planwright"), "dir");
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const options = { asOf: "2026-06-30", name: "a.plan.yaml" };
const expected = JSON.parse(JSON.stringify(checkPlan(contradictoryPlan, options)));

/** What a bundler for browsers makes of a module; fails where anything is left to import. */
async function bundled(code: string): Promise<string> {
  const { outputFiles, metafile } = await build({
    metafile: true,
    stdin: { contents: code, resolveDir: folder },
    bundle: true,
    write: false,
    format: "iife",
    globalName: "given",
    platform: "neutral",
    conditions: ["browser", "import"],
    logLevel: "silent",
  });
  expect(Object.values(metafile.outputs).flatMap(({ imports }) => imports)).toEqual([]);
  return outputFiles.map(({ text }) => text).join("");
}

test("the library needs nothing but the language and the encodings of every browser", async () => {
  const code = await bundled('export * from "planwright"');
  // A realm without process, console, Buffer or a clock.
  const run = `(function (plan, options) { delete globalThis.console; globalThis.Date = undefined; Math.random = undefined;\n${code}
    return JSON.stringify(given.checkPlan(plan, options)); })`;
  const inRealm = runInContext(run, createContext({ TextEncoder, TextDecoder }));
  expect(JSON.parse(inRealm(contradictoryPlan, options))).toEqual(expected);
});

test("bytes of another realm are bytes", () => {
  const bytes = runInContext(
    "(codes) => new Uint8Array(codes)",
    createContext({}),
  )([...new TextEncoder().encode(contradictoryPlan)]);
  expect(bytes instanceof Uint8Array).toBe(false);
  expect(checkPlan(bytes, options)).toEqual(expected);
});

test("the Traditional dictionary is bundled only with its own entry", async () => {
  const both = await bundled('export * from "planwright"; export * from "planwright/zh-Hant"');
  const without = await bundled('export * from "planwright"');
  expect(both.length - without.length).toBeGreaterThan(1_000_000);
  expect(without.length).toBeLessThan(2_200_000);
});

const call = `const plan = checkPlan(process.argv[2], { asOf: "2026-06-30", name: "a.plan.yaml", language: process.argv[3] === "hant" ? zhHant : "en" });
console.log(JSON.stringify(plan));`;

for (const [file, head] of [
  ["a.mjs", 'import { checkPlan } from "planwright";\nimport { zhHant } from "planwright/zh-Hant";'],
  [
    "a.cjs",
    'const { checkPlan } = require("planwright");\nconst { zhHant } = require("planwright/zh-Hant");',
  ],
] as const) {
  test(`the package answers ${file.endsWith(".cjs") ? "require" : "import"}`, () => {
    writeFileSync(join(folder, file), `${head}\n${call}\n`);
    const { stdout, stderr } = spawnSync(process.execPath, [file, contradictoryPlan], {
      cwd: folder,
      encoding: "utf8",
    });
    // While `require` of modules is new, Node says so to programs outside of node_modules; here the package is a link.
    expect(stderr.replace(/^\(node:\d+\) ExperimentalWarning: .*\n\(Use .*\n/m, "")).toBe("");
    expect(JSON.parse(stdout)).toEqual(expected);
    const hant = execFileSync(process.execPath, [file, contradictoryPlan, "hant"], {
      cwd: folder,
      encoding: "utf8",
      stdio: "pipe",
    });
    expect(JSON.parse(hant).findings[0].message).toMatch(/[\u4e00-\u9fff]/);
  });
}

const user = `import { checkPlan, evaluatePlan, type CheckOptions, type FindingJson, type PlanJson, type Status } from "planwright";
import { zhHant } from "planwright/zh-Hant";
const options: CheckOptions = { asOf: "2026-06-30", rules: { "target/conflict": "off" }, language: zhHant };
const plan: PlanJson = checkPlan("", options);
const findings: readonly FindingJson[] = plan.findings;
const status: Status | undefined = evaluatePlan(new Uint8Array(), { asOf: "2026-06-30" }).indicators[0]?.status;
// @ts-expect-error an as-of date is needed
checkPlan("", {});
// @ts-expect-error no level of that name
checkPlan("", { asOf: "2026-06-30", rules: { "target/conflict": "fatal" } });
// @ts-expect-error a list that is not to be changed
plan.findings.push();
export { findings, status };
`;

for (const [file, module, moduleResolution] of [
  ["user.mts", "Node16", "Node16"],
  ["user.cts", "Node16", "Node16"],
  ["user.ts", "ESNext", "Bundler"],
] as const) {
  test(`types are found and right with ${moduleResolution} in ${file}`, () => {
    writeFileSync(join(folder, file), user);
    const compilerOptions = {
      strict: true,
      noEmit: true,
      module,
      moduleResolution,
      target: "ES2023",
      lib: ["ES2023"],
      types: [],
      skipLibCheck: false,
    };
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, files: [file] }));
    const tsc = join(root, "node_modules/typescript/bin/tsc");
    const { stdout } = spawnSync(process.execPath, [tsc, "-p", folder], { encoding: "utf8" });
    expect(stdout).toBe("");
  });
}

test("the map of the library leads to its sources", () => {
  const { sources, sourcesContent } = JSON.parse(readFileSync(join(root, "dist/library.mjs.map"), "utf8"));
  const at = sources.findIndex((source: string) => source.endsWith("src/library/index.ts"));
  expect(sourcesContent[at]).toBe(readFileSync(join(root, "src/library/index.ts"), "utf8"));
});
