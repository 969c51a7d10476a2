// Mutation testing of what judges indicators, on demand (`npm run mutation`, or `npm run mutation -- FILE…`): changes the
// code in a thousand small ways and sees whether a test fails. The tool is installed into generated/mutation when first
// used, and is no dependency. A whole run writes its score to test/mutation/result.md; what survives is explained there
// in survivors.md. Unchanged code is not tried again (incremental).
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const version = "9.6.1";
const root = fileURLToPath(new URL("..", import.meta.url));
const home = join(root, "generated", "mutation");
const program = join(home, "node_modules/@stryker-mutator/core/bin/stryker.js");

/** Methods, trajectory, status: what a wrong figure would come from. */
const judged = [
  ...readdirSync(join(root, "src/indicators/methods"))
    .filter((name) => name.endsWith(".ts"))
    .map((name) => `src/indicators/methods/${name}`),
  "src/indicators/path/trajectory.ts",
  "src/indicators/status.ts",
];

process.chdir(root);
const asked = process.argv.slice(2);
const files = asked.length > 0 ? asked : judged;
mkdirSync(home, { recursive: true });
if (!existsSync(program)) install();
writeFileSync(join(home, "vitest.config.ts"), testConfig());
writeFileSync(join(home, "stryker.config.json"), JSON.stringify(config(files), null, 2));
const run = spawnSync(process.execPath, [program, "run", "generated/mutation/stryker.config.json"], {
  stdio: "inherit",
});
if (run.status !== 0) process.exit(run.status ?? 1);
if (asked.length === 0) writeFileSync("test/mutation/result.md", summary());

function install() {
  writeFileSync(join(home, "package.json"), "{}");
  const packages = ["core", "vitest-runner"].map((name) => `@stryker-mutator/${name}@${version}`);
  // The project's own test runner is used, not one that npm would install beside it.
  const npm = spawnSync(
    "npm",
    ["install", "--silent", "--ignore-scripts", "--legacy-peer-deps", ...packages],
    {
      cwd: home,
      stdio: "inherit",
    },
  );
  if (npm.status !== 0) throw new Error("the mutation testing tool cannot be installed");
}

/** The tests of the engine: those of the whole program would kill the same mutants a hundred times slower. */
function testConfig() {
  const include = ["test/indicators/**/*.test.ts"];
  return `export default { test: { include: ${JSON.stringify(include)}, testTimeout: 30000, pool: "forks", isolate: false } };\n`;
}

function config(mutate) {
  return {
    packageManager: "npm",
    testRunner: "vitest",
    plugins: ["@stryker-mutator/vitest-runner"],
    mutate,
    coverageAnalysis: "perTest",
    concurrency: 2,
    incremental: true,
    incrementalFile: "generated/mutation/incremental.json",
    tempDirName: "generated/mutation/tmp",
    // The tool would rewrite the project's configuration with an interface that TypeScript 7 does not have.
    tsconfigFile: "generated/mutation/none.json",
    reporters: ["clear-text", "json"],
    clearTextReporter: { logTests: false },
    jsonReporter: { fileName: "generated/mutation/report.json" },
    vitest: { configFile: "generated/mutation/vitest.config.ts", related: true },
    ignorePatterns: ["dist", "out", "examples", "docs"],
  };
}

/** Killed and survived mutants of each file, as a table. */
function summary() {
  const report = JSON.parse(readFileSync(join(home, "report.json"), "utf8"));
  const rows = Object.entries(report.files).map(([file, { mutants }]) => ({
    file,
    killed: mutants.filter(({ status }) => status === "Killed" || status === "Timeout").length,
    left: mutants.filter(({ status }) => status === "Survived" || status === "NoCoverage").length,
  }));
  const killed = rows.reduce((sum, row) => sum + row.killed, 0);
  const left = rows.reduce((sum, row) => sum + row.left, 0);
  return [
    "# Mutation score",
    "",
    "Written by `npm run mutation`; what survives is explained in survivors.md.",
    "",
    "| file | killed | survived | score |",
    "|---|---|---|---|",
    ...rows.map((row) => `| ${row.file} | ${row.killed} | ${row.left} | ${score(row.killed, row.left)} |`),
    `| all | ${killed} | ${left} | ${score(killed, left)} |`,
    "",
  ].join("\n");
}

function score(killed, left) {
  return `${((100 * killed) / (killed + left)).toFixed(1)}%`;
}
