/**
 * How long reports take (`npm run bench:report`): whole processes, medians, for the largest example. Goals: a full status
 * report in HTML and Markdown under 1 s, its PDF under 5 s, Chromium's start included.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { reportNames } from "../../src/report/reports.ts";

const rounds = 5;
const program = resolve("dist/plan.js");
const plan = resolve("examples/gangqudui-team-building/gangqudui-team-building.plan.yaml");
const folder = mkdtempSync(join(tmpdir(), "planwright-bench-"));

/** Median milliseconds of a call; null when it fails, which it has told by itself. */
function timed(template: string, formats: string): number | null {
  const args = [program, "report", plan, "--template", template, "--to", formats, "--out", folder];
  const times: number[] = [];
  for (let i = 0; i < rounds; i++) {
    const started = process.hrtime.bigint();
    const { status } = spawnSync(process.execPath, args, { stdio: ["ignore", "ignore", "inherit"] });
    if (status !== 0) return null;
    times.push(Number(process.hrtime.bigint() - started) / 1e6);
  }
  return times.sort((a, b) => a - b)[Math.floor(rounds / 2)] ?? null;
}

function tell(what: string, milliseconds: number | null, goal: string): void {
  const time = milliseconds === null ? "failed" : `${(milliseconds / 1000).toFixed(2)} s`;
  console.log(`${what.padEnd(44)} ${time.padStart(8)}   goal ${goal}`);
}

try {
  for (const template of reportNames) {
    tell(`plan report --template ${template} --to html,md`, timed(template, "html,md"), "1 s");
    tell(`plan report --template ${template} --to pdf`, timed(template, "pdf"), "5 s");
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
