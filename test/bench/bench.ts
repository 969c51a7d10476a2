/**
 * How much `plan check` costs, as ratios to bare Node in one run (`npm run bench`). Whole processes, interleaved, medians;
 * NODE_EXTRA_CA_CERTS is unset on both sides, because reading certificates would flatter every ratio.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { benchPlan } from "./bench-plan.ts";

const pairs = 21;
const manyPlans = 1000;
const program = resolve("dist/plan.js");
const rssHook = resolve("test/bench/peak-memory.mjs");

const env: NodeJS.ProcessEnv = { ...process.env, LANG: "en_US.UTF-8" };
delete env.NODE_EXTRA_CA_CERTS;

interface Run {
  readonly milliseconds: number;
  readonly peakMib: number | null;
}

function runNode(args: readonly string[], measureMemory = false): Run {
  const all = measureMemory ? ["--import", rssHook, ...args] : args;
  const started = process.hrtime.bigint();
  const child = spawnSync(process.execPath, all, {
    env,
    stdio: ["ignore", "ignore", "pipe", "pipe"],
    maxBuffer: 1 << 28,
  });
  const milliseconds = Number(process.hrtime.bigint() - started) / 1e6;
  if (child.status !== 0) throw new Error(`exit ${child.status}: ${String(child.stderr)}`);
  const peak = Number(String(child.output[3] ?? ""));
  return { milliseconds, peakMib: measureMemory && peak > 0 ? peak / 1024 : null };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

const folder = mkdtempSync(join(tmpdir(), "planwright-bench-"));
try {
  const one = join(folder, "one.plan.yaml");
  writeFileSync(one, benchPlan(0));
  const many = join(folder, "many");
  mkdirSync(many);
  for (let i = 0; i < manyPlans; i++) writeFileSync(join(many, `p${i}.plan.yaml`), benchPlan(i));
  const check = (path: string): string[] => [
    program,
    "check",
    path,
    "--as-of",
    "2026-06-30",
    "--fail-on",
    "never",
  ];

  const bare: number[] = [];
  const single: number[] = [];
  for (let i = 0; i < pairs; i++) {
    bare.push(runNode(["-e", "0"]).milliseconds);
    single.push(runNode(check(one)).milliseconds);
  }
  const ratio = median(single.map((ms, i) => ms / (bare[i] ?? Number.NaN)));
  const lines = benchPlan(0).split("\n").length - 1;
  console.log(`bare node -e 0                  median ${median(bare).toFixed(1)} ms`);
  console.log(
    `plan check, one plan (${lines} lines)  median ${median(single).toFixed(1)} ms   ${ratio.toFixed(2)} × bare (goal 2.6, at most 3.5)`,
  );

  const batches = [1, 2, 3].map(() => runNode(check(many), true));
  const seconds = median(batches.map((b) => b.milliseconds)) / 1000;
  const mib = median(batches.map((b) => b.peakMib ?? Number.NaN));
  console.log(
    `plan check, ${manyPlans} plans          median ${seconds.toFixed(2)} s   ${((seconds * 1000) / median(bare)).toFixed(0)} × bare   peak ${mib.toFixed(0)} MiB (goal 2.2 s, 130 MiB)`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
