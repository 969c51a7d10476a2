/** `--changed`: plans that differ from a commit, in real repositories; and the built program in a pipeline. */
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, expect, test } from "vitest";
import { run } from "../../src/cli/run.ts";
import { fakeHost } from "../kit/fake-host.ts";
import { contradictoryPlan, minimalPlan } from "../kit/plans.ts";

const program = resolve("dist/plan.js");
const base = mkdtempSync(join(tmpdir(), "plan-changed-"));
afterAll(() => rmSync(base, { recursive: true, force: true }));

let folders = 0;

function write(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = join(base, String(folders++));
  mkdirSync(folder);
  write(folder, files);
  return folder;
}

const identity = {
  GIT_AUTHOR_NAME: "a",
  GIT_AUTHOR_EMAIL: "a@e.example",
  GIT_COMMITTER_NAME: "a",
  GIT_COMMITTER_EMAIL: "a@e.example",
};

function git(folder: string, ...args: string[]): void {
  execFileSync("git", args, { cwd: folder, env: { ...process.env, ...identity }, stdio: "pipe" });
}

/** A repository with one commit, whose branch is `main`. */
function repository(files: Readonly<Record<string, string>>): string {
  const folder = folderWith(files);
  git(folder, "init", "-q", "-b", "main");
  git(folder, "add", "-A");
  git(folder, "commit", "-q", "-m", "first");
  return folder;
}

function plan(folder: string, args: string, env: Readonly<Record<string, string>> = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args.split(" ")], {
    cwd: folder,
    env: { ...process.env, LC_ALL: "en_US.UTF-8", ...env },
    encoding: "utf8",
    timeout: 60_000,
  });
  return { exit: status, out: stdout, err: stderr };
}

/** The plans that a run checked, and how many it left out. */
function checked(
  folder: string,
  args: string,
): { readonly plans: readonly string[]; readonly unchanged: number } {
  const { out } = plan(folder, `check --as-of 2026-06-30 --format json ${args}`);
  const told = JSON.parse(out);
  return { plans: told.plans.map(({ file }: { file: string }) => file), unchanged: told.summary.unchanged };
}

const withData = minimalPlan
  .replace(/ {4}observations:.*\n/, "")
  .concat("data:\n  observations: { file: data/values.csv }\n");
const files = {
  "a.plan.yaml": minimalPlan,
  "b.plan.yaml": minimalPlan,
  "sub/c.plan.yaml": withData,
  "sub/data/values.csv": "indicator,at,value\ncoverage,2026-06,56%\n",
  "notes.md": "x\n",
};

test("a plan is changed where the file that the settings give to it by its id is", () => {
  const folder = repository({
    "planwright.yaml": "data:\n  observations: data/{id}.csv\n",
    "a.plan.yaml": minimalPlan,
    "b.plan.yaml": minimalPlan.replace("id: small", "id: other"),
    "data/other.csv": "indicator,at,value\n",
  });
  write(folder, { "data/other.csv": "indicator,at,value\ncoverage,2026-06,57\n" });
  expect(checked(folder, "--changed")).toEqual({ plans: ["b.plan.yaml"], unchanged: 1 });
  write(folder, { "data/small.csv": "indicator,at,value\n" });
  expect(checked(folder, "--changed")).toEqual({ plans: ["a.plan.yaml", "b.plan.yaml"], unchanged: 0 });
});

test("only the plan that was edited is checked; the others are counted", () => {
  const folder = repository(files);
  expect(checked(folder, "--changed")).toEqual({ plans: [], unchanged: 3 });
  expect(plan(folder, "check --changed").exit).toBe(0);
  write(folder, { "a.plan.yaml": contradictoryPlan, "notes.md": "y\n" });
  expect(checked(folder, "--changed")).toEqual({ plans: ["a.plan.yaml"], unchanged: 2 });
  git(folder, "add", "-A");
  expect(checked(folder, "--changed").plans).toEqual(["a.plan.yaml"]);
  expect(plan(folder, "check --changed").exit).toBe(1);
});

test("a changed, new or removed data file makes the plan that names it changed; from a folder below, too", () => {
  const folder = repository(files);
  write(folder, { "sub/data/values.csv": "indicator,at,value\ncoverage,2026-06,57%\n" });
  expect(checked(folder, "--changed").plans).toEqual(["sub/c.plan.yaml"]);
  expect(checked(join(folder, "sub"), "--changed").plans).toEqual(["c.plan.yaml"]);
  rmSync(join(folder, "sub/data/values.csv"));
  expect(checked(folder, "--changed").plans).toEqual(["sub/c.plan.yaml"]);
});

test("a plan under a new name, a plan unknown to git, and a changed planwright.yaml count", () => {
  const folder = repository(files);
  renameSync(join(folder, "a.plan.yaml"), join(folder, "e 方案.plan.yaml"));
  git(folder, "add", "-A");
  write(folder, { "d.plan.yaml": minimalPlan });
  expect(checked(folder, "--changed").plans).toEqual(["d.plan.yaml", "e 方案.plan.yaml"]);
  write(folder, { "sub/planwright.yaml": "as-of: 2026-06-30\n" });
  expect(checked(folder, "--changed").plans).toEqual(["d.plan.yaml", "e 方案.plan.yaml", "sub/c.plan.yaml"]);
});

test("--since compares with where the branch began, not with what the other has become", () => {
  const folder = repository(files);
  git(folder, "checkout", "-q", "-b", "work");
  write(folder, { "a.plan.yaml": contradictoryPlan });
  git(folder, "commit", "-q", "-a", "-m", "work");
  git(folder, "checkout", "-q", "main");
  write(folder, { "b.plan.yaml": contradictoryPlan });
  git(folder, "commit", "-q", "-a", "-m", "main");
  git(folder, "checkout", "-q", "work");
  expect(checked(folder, "--changed").plans).toEqual([]);
  expect(checked(folder, "--changed --since main").plans).toEqual(["a.plan.yaml"]);
});

test("a reference that does not exist, or looks like an option, is exit code 2", () => {
  const folder = repository(files);
  for (const reference of ["nowhere", "--output=stolen"]) {
    const { exit, out } = plan(folder, `check --changed --since=${reference}`);
    expect(exit).toBe(2);
    expect(out).toContain(`the repository has no commit, branch or tag "${reference}"`);
  }
  expect(existsSync(join(folder, "stolen"))).toBe(false);
});

test("two histories without a common commit are told", () => {
  const folder = repository(files);
  git(folder, "checkout", "-q", "--orphan", "other");
  git(folder, "commit", "-q", "-m", "other");
  const { exit, out } = plan(folder, "check --changed --since main");
  expect(exit).toBe(2);
  expect(out).toContain('HEAD and "main" have no common commit here');
});

test("in a repository without commits every plan is checked, and that is said", () => {
  const folder = folderWith(files);
  git(folder, "init", "-q");
  const { exit, out } = plan(folder, "check --changed --as-of 2026-06-30");
  expect(exit).toBe(0);
  expect(out).toContain("the repository has no commits yet");
  expect(out).toContain("3 plans in 3 files");
});

test("a folder outside of any repository is exit code 2", () => {
  const { exit, out } = plan(folderWith(files), "check --changed", { GIT_CEILING_DIRECTORIES: base });
  expect(exit).toBe(2);
  expect(out).toContain("this folder belongs to none");
});

test("programs that a repository names are not run", () => {
  const folder = repository({ ...files, ".gitattributes": "*.yaml filter=evil diff=evil\n" });
  const command = `touch ${join(folder, "ran")}; cat`;
  for (const key of [
    "filter.evil.clean",
    "diff.evil.textconv",
    "diff.evil.command",
    "diff.external",
    "core.fsmonitor",
    "core.pager",
  ])
    git(folder, "config", key, command);
  write(folder, { "a.plan.yaml": `${contradictoryPlan}\n` });
  expect(checked(folder, "--changed").plans).toEqual(["a.plan.yaml"]);
  expect(existsSync(join(folder, "ran"))).toBe(false);
});

test("without git on the machine, --changed says so", async () => {
  const host = fakeHost({ files: { "/repo/a.plan.yaml": minimalPlan } });
  expect(await run(["check", "--changed"], host)).toBe(2);
  expect(host.stdout()).toContain("--changed needs git, which is not installed");
});

test("--since needs --changed", async () => {
  const host = fakeHost({ files: { "/repo/a.plan.yaml": minimalPlan } });
  expect(await run(["check", "--since", "main"], host)).toBe(2);
  expect(host.stdout()).toContain("it needs --changed");
});

test("the built program writes all formats and a baseline, also with threads", () => {
  const many = Object.fromEntries(
    Array.from({ length: 40 }, (_, i) => [`p${i}.plan.yaml`, contradictoryPlan]),
  );
  const folder = folderWith(many);
  const outputs = ["sarif", "junit", "github", "markdown", "json", "text"].map(
    (one) => `--output-file ${one}=out/${one}`,
  );
  const args = `check --as-of 2026-06-30 ${outputs.join(" ")}`;
  const before = plan(folder, args);
  expect(before.exit).toBe(1);
  const texts = (): readonly string[] =>
    ["sarif", "junit", "github", "markdown", "json", "text"].map((one) =>
      readFileSync(join(folder, "out", one), "utf8"),
    );
  const alone = texts();
  expect(alone[5]).toBe(before.out);
  expect(JSON.parse(alone[0] ?? "").runs[0].results.length).toBeGreaterThan(40);
  expect(plan(folder, `${args} --jobs 2`).out).toBe(before.out);
  expect(texts()).toEqual(alone);
  expect(plan(folder, "check --as-of 2026-06-30 --write-baseline known.json --quiet --jobs 2").exit).toBe(0);
  const after = plan(
    folder,
    "check --as-of 2026-06-30 --baseline known.json --fail-on info --jobs 2 --quiet",
  );
  expect(after.exit).toBe(0);
  expect(after.out).toContain("known in the baseline");
});
