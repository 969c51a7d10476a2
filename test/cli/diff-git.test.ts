/** `plan diff` through the built program, over repositories made for it. */
import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, expect, test } from "vitest";
import { minimalPlan } from "../kit/plans.ts";

const program = resolve("dist/plan.js");
const base = mkdtempSync(join(tmpdir(), "plan-diff-"));
afterAll(() => rmSync(base, { recursive: true, force: true }));

const binding = minimalPlan.replace("    role: outcome\n", "    role: outcome\n    attribute: binding\n");
const lower = binding.replace("≥85%", "≥80%");
let folders = 0;

type Files = Readonly<Record<string, string | Buffer | null>>;

/** Only what the test says: no settings of the machine. */
const env = {
  ...process.env,
  LC_ALL: "en_US.UTF-8",
  GIT_CONFIG_GLOBAL: "/dev/null",
  GIT_CONFIG_SYSTEM: "/dev/null",
  GIT_AUTHOR_NAME: "a",
  GIT_AUTHOR_EMAIL: "a@example.org",
  GIT_COMMITTER_NAME: "a",
  GIT_COMMITTER_EMAIL: "a@example.org",
};

function git(folder: string, ...args: readonly string[]): void {
  execFileSync("git", args, { cwd: folder, env, stdio: "pipe" });
}

function put(folder: string, files: Files): void {
  for (const [path, content] of Object.entries(files)) {
    const at = join(folder, path);
    if (content === null) rmSync(at);
    else {
      mkdirSync(dirname(at), { recursive: true });
      writeFileSync(at, content);
    }
  }
}

/** A repository with one commit for each state; null removes a file. */
function repository(...states: readonly Files[]): string {
  const folder = join(base, String(folders++));
  mkdirSync(folder);
  git(folder, "init", "-q", "-b", "main");
  for (const state of states) {
    put(folder, state);
    git(folder, "add", "-A");
    git(folder, "commit", "-q", "--allow-empty", "-m", "state");
  }
  return folder;
}

interface Ended {
  readonly exit: number | null;
  readonly out: string;
  readonly err: string;
}

function diff(folder: string, ...args: readonly string[]): Ended {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [program, "diff", "--as-of", "2026-06-30", ...args],
    { cwd: folder, env, encoding: "utf8", timeout: 60_000 },
  );
  return { exit: status, out: stdout, err: stderr };
}

test("two commits, a revision and the disk, a range, and one path of it give the same change", () => {
  const folder = repository({ "plans/a.plan.yaml": binding }, { "plans/a.plan.yaml": lower });
  const weakened = "indicator coverage: the target for 2027-12 is weakened, from ≥85% to ≥80%";
  for (const args of [
    ["HEAD~1", "HEAD"],
    ["HEAD~1"],
    ["HEAD~1", "--", "plans"],
    ["HEAD~1", "HEAD", "--", "plans/a.plan.yaml"],
    ["HEAD~1..HEAD"],
    ["HEAD~1:plans", "HEAD:plans"],
    ["HEAD~1:plans/a.plan.yaml", "plans/a.plan.yaml"],
    ["HEAD~1", "plans/a.plan.yaml"],
  ]) {
    const said = diff(folder, ...args);
    expect([said.exit, said.err], args.join(" ")).toEqual([1, ""]);
    expect(said.out, args.join(" ")).toContain(weakened);
    expect(said.out).toContain("HEAD~1:plans/a.plan.yaml:15 → ");
  }
  expect(diff(folder, "HEAD", "HEAD").out).toBe("1 plan compared: no change.\n");
  expect(diff(folder, "HEAD").exit).toBe(0);
  // Below the folder that the user stands in, and by a path from there.
  expect(diff(join(folder, "plans"), "HEAD~1", "HEAD").out).toContain(
    "HEAD~1:a.plan.yaml:15 → HEAD:a.plan.yaml:15",
  );
  expect(diff(join(folder, "plans"), "HEAD~1:./a.plan.yaml", "a.plan.yaml").exit).toBe(1);
}, 120_000);

test("`A...B` begins where both parted: what the other branch did since then is no change of this one", () => {
  const folder = repository({ "a.plan.yaml": binding });
  git(folder, "checkout", "-q", "-b", "side");
  put(folder, { "a.plan.yaml": binding.replace("quarterly", "monthly") });
  git(folder, "commit", "-qam", "side");
  git(folder, "checkout", "-q", "main");
  put(folder, { "a.plan.yaml": binding.replace("≥85%", "≥90%") });
  git(folder, "commit", "-qam", "main");
  expect(diff(folder, "main..side").exit).toBe(1);
  const since = diff(folder, "main...side");
  expect(since.exit).toBe(0);
  expect(since.out).toContain("frequency is changed, from quarterly to monthly");
}, 60_000);

test("a file renamed between revisions is one plan; one that only a side has is new or gone", () => {
  const other = binding.replace("id: small", "id: other");
  const folder = repository(
    { "old name.plan.yaml": binding, "other.plan.yaml": other },
    { "old name.plan.yaml": null, "新/名称.plan.yaml": lower, "other.plan.yaml": null },
  );
  const said = diff(folder, "HEAD~1", "HEAD");
  expect(said.exit).toBe(1);
  expect(said.out).toContain("HEAD:新/名称.plan.yaml (was HEAD~1:old name.plan.yaml)");
  expect(said.out).toContain("the plan is gone");
  const fresh = diff(folder, "HEAD~1", "HEAD", "--", "新");
  expect([fresh.exit, fresh.out.includes("new plan")]).toEqual([0, true]);
}, 60_000);

test("texts, settings and encodings are those of each revision", () => {
  const plan = `${binding}sections:\n  - { id: "1", title: Why, text: { file: ../text/why.md } }\n`;
  const folder = repository(
    { "plans/a.plan.yaml": plan, "text/why.md": "Because.", "plans/b.plan.yaml": binding },
    {
      "text/why.md": "Why not?",
      "plans/b.plan.yaml": Buffer.from(`\ufeff${lower.replaceAll("\n", "\r\n")}`),
    },
  );
  put(folder, { "text/why.md": "On the disk." });
  const said = diff(folder, "HEAD~1", "HEAD");
  expect(said.out).toContain("the texts of 1 section changed (1)");
  expect(said.out).toContain("HEAD:plans/b.plan.yaml:15");
  expect(said.out).not.toContain("missing");
}, 60_000);

test("a plan that is broken on one side is told, and the others are compared", () => {
  const folder = repository(
    { "a.plan.yaml": "format: [\n", "b.plan.yaml": binding },
    { "a.plan.yaml": binding.replace("id: small", "id: a"), "b.plan.yaml": lower },
  );
  const said = diff(folder, "HEAD~1", "HEAD");
  expect(said.exit).toBe(1);
  expect(said.out).toContain("cannot be compared, one side cannot be read");
  expect(said.out).toContain("HEAD~1:a.plan.yaml:1");
  expect(said.out).toContain("from ≥85% to ≥80%");
}, 60_000);

test("what git cannot give is told: no repository, no commit, no such revision or path", () => {
  const none = join(base, "none");
  mkdirSync(none);
  put(none, { "a.plan.yaml": binding });
  expect(diff(none, "HEAD~1", "HEAD")).toEqual({
    exit: 2,
    out: "",
    err: expect.stringContaining(
      'there is no file or folder "HEAD", and it cannot be a revision: the folder is not in a git repository',
    ),
  });
  // A slip in a file's name outside of a repository
  expect(diff(none, "a.plan.yaml", "b.plan.yaml").err).toContain('there is no file or folder "b.plan.yaml"');
  const empty = join(base, "empty");
  mkdirSync(empty);
  git(empty, "init", "-q");
  put(empty, { "a.plan.yaml": binding });
  expect(diff(empty, "HEAD").err).toContain("the git repository has no commit yet");
  const folder = repository({ "a.plan.yaml": binding });
  expect(diff(folder, "v9", "HEAD").err).toContain('"v9" is neither a file or folder nor a revision');
  expect(diff(folder, "HEAD:b.plan.yaml", "a.plan.yaml").err).toContain(
    'the revision has no file or folder "HEAD:b.plan.yaml"',
  );
  expect(diff(folder, "HEAD", "--", "b").exit).toBe(2);
  // Of several paths one that neither side has is a slip; the others are compared.
  const slip = diff(folder, "HEAD", "HEAD", "--", "a.plan.yaml", "b");
  expect([slip.exit, slip.out]).toEqual([2, "1 plan compared: no change.\n"]);
  expect(slip.err).toContain('there is no file or folder "b"');
}, 120_000);

test.runIf(process.platform !== "win32")(
  "a repository runs no program of its own: no hook, watcher, filter or outside diff",
  () => {
    const folder = repository(
      { "a.plan.yaml": binding, ".gitattributes": "* filter=evil diff=evil\n" },
      { "a.plan.yaml": lower },
    );
    const mark = join(folder, "ran");
    const evil = join(folder, ".git", "evil.sh");
    writeFileSync(evil, `#!/bin/sh\ntouch ${mark}\ncat\n`);
    chmodSync(evil, 0o755);
    for (const key of [
      "core.fsmonitor",
      "diff.external",
      "core.pager",
      "filter.evil.smudge",
      "filter.evil.clean",
      "diff.evil.textconv",
      "diff.evil.command",
    ])
      git(folder, "config", key, evil);
    expect(diff(folder, "HEAD~1", "HEAD").exit).toBe(1);
    expect(diff(folder, "HEAD~1").exit).toBe(1);
    expect(existsSync(mark)).toBe(false);
  },
  60_000,
);

test.runIf(process.platform !== "win32")(
  "a link in a revision leads nowhere",
  () => {
    const folder = repository({ "a.plan.yaml": `${binding}data:\n  observations: link.csv\n` });
    execFileSync("ln", ["-s", "/etc/passwd", join(folder, "link.csv")]);
    git(folder, "add", "-A");
    git(folder, "commit", "-qm", "link");
    put(folder, { "a.plan.yaml": lower });
    git(folder, "commit", "-qam", "lower");
    const said = diff(folder, "HEAD~1", "HEAD");
    expect(said.exit).toBe(1);
    expect(said.out + said.err).not.toContain("root:");
  },
  60_000,
);
