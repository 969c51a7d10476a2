/**
 * How much `plan check` costs, as ratios to bare Node in one run (`npm run bench`), beside tools that check YAML files
 * against a schema (`--peers`: they are installed into a temporary folder, and are no dependency). Whole processes,
 * interleaved, medians. Where NODE_EXTRA_CA_CERTS is set, Node 20 reads those certificates at every start and is two to
 * three times as slow, which flatters every ratio: one plan is then measured on both bases, and the rest without it.
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

const asItIs: NodeJS.ProcessEnv = { ...process.env, LANG: "en_US.UTF-8" };
const { NODE_EXTRA_CA_CERTS: certificates, ...plain } = asItIs;

interface Run {
  readonly milliseconds: number;
  readonly peakMib: number | null;
}

function runNode(args: readonly string[], { memory = false, anyExit = false, env = plain } = {}): Run {
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
function onePlan(
  cases: readonly (readonly [what: string, args: readonly string[], goal: string])[],
  env: NodeJS.ProcessEnv,
): number {
  const bare: number[] = [];
  const times = cases.map((): number[] => []);
  for (let i = 0; i < pairs; i++) {
    bare.push(runNode(["-e", "0"], { env }).milliseconds);
    for (const [k, [, args]] of cases.entries()) {
      times[k]?.push(runNode(args, { anyExit: true, env }).milliseconds);
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

/** A call over many plans, with what is told besides its time. */
interface ManyPlans {
  readonly what: string;
  readonly args: readonly string[];
  readonly goal?: string;
}

/** Runs of many files, interleaved; ratios to bare Node and, where it is among them, to `ajvCli`. */
function manyPlans(cases: readonly ManyPlans[], bare: number): void {
  const runs = cases.map((): Run[] => []);
  for (let i = 0; i < rounds; i++) {
    for (const [k, { args }] of cases.entries())
      runs[k]?.push(runNode(args, { memory: true, anyExit: true }));
  }
  const times = runs.map((own) => median(own.map((run) => run.milliseconds)));
  const peer = times[cases.findIndex(({ what }) => what.startsWith(ajvCli))];
  for (const [k, { what, goal = "" }] of cases.entries()) {
    const time = times[k] ?? Number.NaN;
    const mib = median((runs[k] ?? []).map((run) => run.peakMib ?? Number.NaN));
    const besidePeer = peer === undefined ? "" : `   ${(time / peer).toFixed(2)} × ajv-cli`;
    tell(what, time, `${(time / bare).toFixed(0)} × bare${besidePeer}   peak ${mib.toFixed(0)} MiB${goal}`);
  }
}

const ajvCli = "ajv-cli validate";

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
    [ajvCli]: (files) => [
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
  const cases = [
    [`plan check, one plan of ${lines} lines`, check(one), " (goal 2.6)"],
    ["the same, unchanged, --cache", check(one, "--cache", cache), " (goal 1.3)"],
    ...others.map(([name, call]) => [name, call(one), ""] as const),
  ] as const;
  if (certificates !== undefined) {
    console.log("With NODE_EXTRA_CA_CERTS, as the environment has it:");
    onePlan(cases, asItIs);
    console.log("Without it:");
  }
  const bare = onePlan(cases, plain);
  const thousand = plansIn("thousand", 1000);
  const kept = check(thousand, "--cache", cache);
  runNode(kept);
  manyPlans(
    [
      { what: "plan check, 1,000 plans", args: check(thousand), goal: " (goal 2.0 × ajv-cli, 130 MiB)" },
      { what: "the same, --jobs auto", args: check(thousand, "--jobs", "auto") },
      { what: "the same, unchanged, --cache", args: kept },
      ...others.map(([name, call]) => ({ what: `${name}, 1,000`, args: call(`${thousand}/*.yaml`) })),
    ],
    bare,
  );
  const tenThousand = plansIn("ten-thousand", 10_000);
  const goal = " (goal 20 s, flat)";
  manyPlans(
    [
      { what: "plan check, 10,000 plans", args: check(tenThousand), goal },
      { what: "the same, --jobs auto", args: check(tenThousand, "--jobs", "auto"), goal },
    ],
    bare,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
