/**
 * How much `plan check` costs, as ratios to bare Node in one run (`npm run bench`), beside tools that check YAML files
 * against a schema (`--peers`: they are installed into a temporary folder, and are no dependency). Whole processes,
 * interleaved, medians; NODE_EXTRA_CA_CERTS is unset on all sides, because reading certificates would flatter every ratio.
 */
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { benchPlan } from "./bench-plan.ts";

const pairs = 21;
const rounds = 3;
const program = resolve("dist/plan.js");
const rssHook = resolve("test/bench/peak-memory.mjs");

const env: NodeJS.ProcessEnv = { ...process.env, LANG: "en_US.UTF-8" };
delete env.NODE_EXTRA_CA_CERTS;

interface Run {
  readonly milliseconds: number;
  readonly peakMib: number | null;
}

function runNode(args: readonly string[], { memory = false, anyExit = false } = {}): Run {
  const all = memory ? ["--import", rssHook, ...args] : args;
  const started = process.hrtime.bigint();
  const child = spawnSync(process.execPath, all, {
    env,
    stdio: ["ignore", "ignore", "pipe", "pipe"],
    maxBuffer: 1 << 28,
  });
  const milliseconds = Number(process.hrtime.bigint() - started) / 1e6;
  if (child.status !== 0 && !anyExit) throw new Error(`exit ${child.status}: ${String(child.stderr)}`);
  const peak = Number(String(child.output[3] ?? ""));
  return { milliseconds, peakMib: memory && peak > 0 ? peak / 1024 : null };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

const folder = mkdtempSync(join(tmpdir(), "planwright-bench-"));

function plansIn(name: string, count: number): string {
  const path = join(folder, name);
  mkdirSync(path);
  for (let i = 0; i < count; i++) writeFileSync(join(path, `p${i}.plan.yaml`), benchPlan(i));
  return path;
}

function check(path: string, ...options: readonly string[]): readonly string[] {
  return [program, "check", path, "--as-of", "2026-06-30", "--fail-on", "never", ...options];
}

/** One line of the report. */
function tell(what: string, milliseconds: number, rest: string): void {
  const time =
    milliseconds < 2000 ? `${milliseconds.toFixed(1)} ms` : `${(milliseconds / 1000).toFixed(2)} s`;
  console.log(`${what.padEnd(44)} ${time.padStart(10)}   ${rest}`);
}

/** Runs of one file, each beside a bare Node; the median of the ratios. */
function onePlan(cases: readonly (readonly [string, readonly string[], string])[]): number {
  const bare: number[] = [];
  const times = cases.map((): number[] => []);
  for (let i = 0; i < pairs; i++) {
    bare.push(runNode(["-e", "0"]).milliseconds);
    for (const [k, [, args]] of cases.entries()) {
      times[k]?.push(runNode(args, { anyExit: true }).milliseconds);
    }
  }
  tell("bare node -e 0", median(bare), "1");
  for (const [k, [what, , goal]] of cases.entries()) {
    const own = times[k] ?? [];
    const ratio = median(own.map((ms, i) => ms / (bare[i] ?? Number.NaN)));
    tell(what, median(own), `${ratio.toFixed(2)} × bare${goal}`);
  }
  return median(bare);
}

function manyPlans(what: string, args: readonly string[], bare: number, goal: string): void {
  const runs = Array.from({ length: rounds }, () => runNode(args, { memory: true, anyExit: true }));
  const milliseconds = median(runs.map((run) => run.milliseconds));
  const mib = median(runs.map((run) => run.peakMib ?? Number.NaN));
  tell(what, milliseconds, `${(milliseconds / bare).toFixed(0)} × bare   peak ${mib.toFixed(0)} MiB${goal}`);
}

/** Installs the peers and gives their calls: files to check → arguments of Node. */
function peers(): Readonly<Record<string, (files: string) => readonly string[]>> {
  const home = join(folder, "peers");
  mkdirSync(home);
  writeFileSync(join(home, "package.json"), "{}");
  const packages = ["ajv-cli@5.0.0", "@stoplight/spectral-cli@6.16.3"];
  const npm = spawnSync("npm", ["install", "--silent", "--ignore-scripts", ...packages], { cwd: home });
  if (npm.status !== 0) throw new Error(`the peers cannot be installed: ${String(npm.stderr)}`);
  const schema = join(home, "plan.schema.json");
  cpSync(resolve("schemas/plan.schema.json"), schema);
  const ruleset = join(home, "ruleset.yaml");
  writeFileSync(
    ruleset,
    "rules:\n  plan:\n    given: $\n    severity: error\n    then:\n      function: schema\n      functionOptions: { schema: { $ref: ./plan.schema.json } }\n",
  );
  const module = (path: string): string => join(home, "node_modules", path);
  return {
    "ajv-cli validate (schema only)": (files) => [
      module("ajv-cli/dist/index.js"),
      ...["validate", "--strict=false", "-s", schema, "-d", files],
    ],
    "spectral lint (schema only)": (files) => [
      module("@stoplight/spectral-cli/dist/index.js"),
      ...["lint", "--ruleset", ruleset, files],
    ],
  };
}

try {
  const one = join(folder, "one.plan.yaml");
  writeFileSync(one, benchPlan(0));
  const lines = benchPlan(0).split("\n").length - 1;
  const others = process.argv.includes("--peers") ? Object.entries(peers()) : [];
  const cache = join(folder, "cache");
  runNode(check(one, "--cache", cache));
  const bare = onePlan([
    [`plan check, one plan of ${lines} lines`, check(one), " (goal 2.6)"],
    ["the same, unchanged, --cache", check(one, "--cache", cache), " (goal 1.3)"],
    ...others.map(([name, call]) => [name, call(one), ""] as const),
  ]);
  const thousand = plansIn("thousand", 1000);
  manyPlans("plan check, 1,000 plans", check(thousand), bare, " (goal 2.2 s, 130 MiB)");
  manyPlans("the same, --jobs auto", check(thousand, "--jobs", "auto"), bare, "");
  runNode(check(thousand, "--cache", cache));
  manyPlans("the same, unchanged, --cache", check(thousand, "--cache", cache), bare, "");
  for (const [name, call] of others) manyPlans(`${name}, 1,000`, call(`${thousand}/*.yaml`), bare, "");
  const tenThousand = plansIn("ten-thousand", 10_000);
  manyPlans("plan check, 10,000 plans", check(tenThousand), bare, " (goal 20 s, flat)");
  manyPlans("the same, --jobs auto", check(tenThousand, "--jobs", "auto"), bare, " (goal 20 s, flat)");
} finally {
  rmSync(folder, { recursive: true, force: true });
}
