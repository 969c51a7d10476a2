/** The built program as a real process: what a host in memory cannot show. */
import { execFileSync, spawn, spawnSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, expect, test } from "vitest";
import { contradictoryPlan, minimalPlan } from "../kit/plans.ts";

const program = resolve("dist/plan.js");
const posix = process.platform !== "win32";
const base = mkdtempSync(join(tmpdir(), "plan-process-"));
chmodSync(base, 0o755);
afterAll(() => rmSync(base, { recursive: true, force: true }));

let folders = 0;

/** A folder of its own with some files. */
function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = join(base, String(folders++));
  mkdirSync(folder);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

interface Ended {
  readonly exit: number | null;
  readonly out: string;
  readonly err: string;
}

interface Circumstances {
  readonly input?: string;
  /** User and group to run as. */
  readonly user?: number | undefined;
}

function plan(cwd: string, args: readonly string[], { input = "", user }: Circumstances = {}): Ended {
  const identity = user === undefined ? {} : { uid: user, gid: user };
  const env = { ...process.env, LC_ALL: "en_US.UTF-8" };
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    cwd,
    env,
    input,
    encoding: "utf8",
    timeout: 20_000,
    ...identity,
  });
  return { exit: status, out: stdout, err: stderr };
}

const withData = (file: string): string => `${minimalPlan}data:\n  observations: ${file}\n`;

test.runIf(posix)("a FIFO as plan or as data file is told at once, and never waited for", () => {
  const folder = folderWith({ "p.plan.yaml": withData("values.csv") });
  execFileSync("mkfifo", [join(folder, "pipe.plan.yaml"), join(folder, "values.csv")]);
  const asPlan = plan(folder, ["check", "pipe.plan.yaml"]);
  expect([asPlan.exit, asPlan.out]).toEqual([2, expect.stringContaining("it is not an ordinary file")]);
  const asData = plan(folder, ["check", "p.plan.yaml"]);
  expect([asData.exit, asData.out]).toEqual([1, expect.stringContaining("reference/missing-file")]);
});

test.runIf(posix)(
  "links out of the root are not followed: not of a plan, a data file, a folder or the settings",
  () => {
    const outside = folderWith({
      "secret.csv": "indicator,at,value\nsecret-word,2026-01,1\n",
      "planwright.yaml": "secret-word: 1\n",
    });
    const folder = folderWith({
      "a.plan.yaml": withData("link.csv"),
      "b.plan.yaml": withData("linked/secret.csv"),
      "c/c.plan.yaml": minimalPlan,
    });
    symlinkSync(join(outside, "secret.csv"), join(folder, "link.csv"));
    symlinkSync(outside, join(folder, "linked"));
    symlinkSync(join(outside, "secret.csv"), join(folder, "d.plan.yaml"));
    symlinkSync(join(outside, "planwright.yaml"), join(folder, "c", "planwright.yaml"));
    const { exit, out, err } = plan(folder, ["check", "a.plan.yaml", "b.plan.yaml", "c", "d.plan.yaml"]);
    expect(exit).toBe(2);
    expect(out + err).not.toContain("secret-word");
    expect(out.match(/error reference\/missing-file/g)).toHaveLength(2);
    expect(out).toMatch(/d\.plan\.yaml cannot be read: it is a link that leads out/);
    expect(out).toMatch(/c\/planwright\.yaml cannot be read: it is a link that leads out/);
  },
);

test.runIf(posix)("an unreadable file or folder is exit 2 and named, and all else is checked", (context) => {
  const user = process.getuid?.() === 0 ? 65534 : undefined;
  const folder = folderWith({
    "locked.plan.yaml": minimalPlan,
    "secret/a.plan.yaml": minimalPlan,
    "z.plan.yaml": minimalPlan,
  });
  // Root reads everything, and another user may not be able to reach this checkout.
  if (plan(folder, ["--version"], { user }).exit !== 0) context.skip();
  chmodSync(join(folder, "locked.plan.yaml"), 0);
  chmodSync(join(folder, "secret"), 0);
  const below = plan(folder, ["check", "."], { user });
  chmodSync(join(folder, "secret"), 0o755);
  expect(below.exit).toBe(2);
  expect(below.out).toContain("locked.plan.yaml cannot be read: permission denied");
  expect(below.out).toContain("secret cannot be read: the folder cannot be listed");
  expect(below.out).toContain("z.plan.yaml  Small plan");
});

test.runIf(posix)(
  "a reader that goes away ends nothing: the exit code still tells what was found",
  async () => {
    const many = Array.from({ length: 300 }, (_, i) => [`${i}.plan.yaml`, contradictoryPlan] as const);
    const child = spawn(process.execPath, [program, "check", "."], {
      cwd: folderWith(Object.fromEntries(many)),
    });
    child.stdout.once("data", () => child.stdout.destroy());
    let err = "";
    child.stderr.on("data", (text) => (err += String(text)));
    const exit = await new Promise((done) => child.on("exit", done));
    expect([exit, err]).toEqual([1, ""]);
  },
);

test.runIf(existsSync("/dev/full"))("a full disk under standard output is exit 2 in words", () => {
  const folder = folderWith({ "p.plan.yaml": minimalPlan });
  const script = `"${process.execPath}" "${program}" check p.plan.yaml > /dev/full`;
  const { status, stderr } = spawnSync("sh", ["-c", script], { cwd: folder, encoding: "utf8" });
  expect(status).toBe(2);
  expect(stderr).toMatch(/output\/unwritable/);
  expect(stderr).not.toMatch(/^ +at /m);
});

test("the built program itself resolves a glob that no shell has resolved", () => {
  const folder = folderWith({ "a/one.plan.yaml": minimalPlan, "b/two.plan.yaml": minimalPlan });
  const { exit, out } = plan(folder, ["check", "*/*.plan.yaml", "--format", "json"]);
  expect(exit).toBe(0);
  expect(JSON.parse(out).plans.map(({ file }: { file: string }) => file)).toEqual([
    "a/one.plan.yaml",
    "b/two.plan.yaml",
  ]);
});

const ownTemplates = {
  "small.plan.yaml": minimalPlan,
  "t/partials/head.html.hbs": "<h1>{{title}}</h1>",
  "t/status/own.html.hbs": "{{> head.html}}{{#if (eq language 'en')}}{{count facts}}{{/if}}\n",
  "t/status/field.html.hbs": "<p>\n{{tittle}}",
  "t/status/partial.html.hbs": "\n\n {{> hed.html}}",
  "t/status/helper.html.hbs": "{{readFile '/etc/passwd'}}",
  "t/status/open.html.hbs": "{{#each facts}}\n{{label}}",
  "t/status/reach.html.hbs": "{{lookup this 'constructor'}}|{{lookup this '__proto__'}}|",
  "t/status/deep.html.hbs": "{{> self.html}}",
  "t/partials/self.html.hbs": "\n{{> self.html}}",
  "t/status/endless.html.hbs": `${"{{#each @root.glossary}}".repeat(16)}x${"{{/each}}".repeat(16)}`,
};

test("a template of one's own prints the view with its partials and helpers, and reaches nothing else", () => {
  const folder = folderWith(ownTemplates);
  const { exit } = plan(folder, [
    "report",
    ".",
    "--templates",
    "t",
    "--template",
    "own,reach",
    "--lang",
    "en",
  ]);
  expect(exit).toBe(0);
  expect(readFileSync(join(folder, "small-own.html"), "utf8")).toMatch(/^<h1>.+<\/h1>\d+\n$/);
  expect(readFileSync(join(folder, "small-reach.html"), "utf8")).toBe("||");
});

test.each([
  ["field", "t/status/field.html.hbs:2:3", "tittle"],
  ["partial", "t/status/partial.html.hbs:3:2", "hed.html"],
  ["helper", "t/status/helper.html.hbs:1:1", "readFile"],
  ["open", "t/status/open.html.hbs:1", "opened here and not closed"],
  ["deep", "t/partials/self.html.hbs", "does not finish"],
])("a wrong template (%s) is told at its line, and nothing is written", (name, place, word) => {
  const folder = folderWith(ownTemplates);
  const { exit, err } = plan(folder, ["report", ".", "--templates", "t", "--template", name]);
  expect(exit).toBe(2);
  expect(err).toContain(place);
  expect(err).toContain(word);
  expect(readdirSync(folder).sort()).toEqual(["small.plan.yaml", "t"]);
});

test("a template that never ends is ended", { timeout: 60_000 }, () => {
  const folder = folderWith(ownTemplates);
  const { exit, err } = plan(folder, ["report", ".", "--templates", "t", "--template", "endless"]);
  expect(exit).toBe(2);
  expect(err).toContain("t/status/endless.html.hbs:1:1");
});

test("a report is written whole or not at all, and nothing is left beside it", () => {
  const folder = folderWith({
    "p.plan.yaml": minimalPlan,
    "out/small-status.md/keep.txt": "x",
    "out/small-status.html": "old",
    file: "x",
  });
  const { exit, out, err } = plan(folder, ["report", "p.plan.yaml", "--to", "html,md", "--out", "out"]);
  expect([exit, out]).toEqual([2, "wrote out/small-status.html\n"]);
  expect(err).toContain("out/small-status.md cannot be written");
  expect(readdirSync(join(folder, "out")).sort()).toEqual(["small-status.html", "small-status.md"]);
  expect(readFileSync(join(folder, "out/small-status.html"), "utf8")).toMatch(
    /^<!DOCTYPE html>[\s\S]*<\/html>\s*$/i,
  );
  const intoFile = plan(folder, ["report", "p.plan.yaml", "--out", "file"]);
  expect([intoFile.exit, intoFile.err]).toEqual([2, expect.stringContaining("is a file, not a folder")]);
});

test("nothing is written but what was asked for", () => {
  const folder = folderWith({ "p.plan.yaml": minimalPlan });
  for (const args of [
    ["check", "--as-of", "2026-06-30"],
    ["status"],
    ["explain", "p.plan.yaml#coverage"],
    ["rules"],
    ["schema"],
    ["--help"],
  ]) {
    expect([args, plan(folder, args).exit]).toEqual([args, 0]);
  }
  expect(readdirSync(folder)).toEqual(["p.plan.yaml"]);
});

test("a plan on standard input takes its data files from the working folder", () => {
  const folder = folderWith({ "values.csv": "indicator,at,value\ncoverage,2026-06-15,57%\n" });
  const { exit, out } = plan(folder, ["check", "-", "--as-of", "2026-06-30"], {
    input: withData("values.csv"),
  });
  expect([exit, out]).toEqual([0, expect.stringContaining("● on track")]);
  expect(plan(folder, ["check", "-"]).out).toContain("<stdin>");
});

test.runIf(posix)("a working folder that was removed is a missing path, not a stack trace", () => {
  const folder = folderWith({});
  const script = `rmdir "$PWD" && exec "${process.execPath}" "${program}" check`;
  const { status, stdout, stderr } = spawnSync("sh", ["-c", script], { cwd: folder, encoding: "utf8" });
  expect(status).toBe(2);
  expect(stdout + stderr).not.toMatch(/^ +at /m);
});

/** Runs a shell line in which `plan` is the program. */
function shell(cwd: string, line: string): Ended {
  const script = `plan() { "${process.execPath}" "${program}" "$@"; }; ${line}`;
  const { status, stdout, stderr } = spawnSync("sh", ["-c", script], { cwd, encoding: "utf8" });
  return { exit: status, out: stdout, err: stderr };
}

test.runIf(posix)(
  "a disk that takes only a part of a report leaves nothing behind, and the old one stays",
  () => {
    const folder = folderWith({ "p.plan.yaml": minimalPlan, "out/small-status.html": "old" });
    // Files may have at most 1 KiB here; the signal that says so is ignored, so that writing fails as on a full disk.
    const line = "trap '' XFSZ; ulimit -f 1; plan report p.plan.yaml --out out";
    const { exit, err } = shell(folder, line);
    expect([exit, err]).toEqual([2, expect.stringContaining("out/small-status.html cannot be written")]);
    expect(err).not.toMatch(/^ +at /m);
    expect(readdirSync(join(folder, "out"))).toEqual(["small-status.html"]);
    expect(readFileSync(join(folder, "out/small-status.html"), "utf8")).toBe("old");
  },
);

test.runIf(posix)("a folder that may not be written is told, and nothing is left in it", (context) => {
  const user = process.getuid?.() === 0 ? 65534 : undefined;
  const folder = folderWith({ "p.plan.yaml": minimalPlan, "out/keep.txt": "x" });
  if (plan(folder, ["--version"], { user }).exit !== 0) context.skip();
  chmodSync(join(folder, "out"), 0o555);
  const { exit, err } = plan(folder, ["report", "p.plan.yaml", "--out", "out"], { user });
  chmodSync(join(folder, "out"), 0o755);
  expect([exit, err]).toEqual([2, expect.stringContaining("permission denied")]);
  expect(readdirSync(join(folder, "out"))).toEqual(["keep.txt"]);
});

test.runIf(posix).each([
  ["SIGINT", 130],
  ["SIGTERM", 143],
] as const)(
  "%s between reports ends the run with %i, every file whole and none half written",
  async (signal, code) => {
    const many = Array.from({ length: 60 }, (_, i) => [`${i}.plan.yaml`, minimalPlan] as const);
    const folder = folderWith(Object.fromEntries(many));
    const child = spawn(process.execPath, [program, "report", ".", "--out", "out"], { cwd: folder });
    child.stdout.once("data", () => child.kill(signal));
    const exit = await new Promise((done) => child.on("exit", done));
    const written = readdirSync(join(folder, "out"));
    expect(exit).toBe(code);
    expect(written.length).toBeGreaterThan(0);
    expect(written.length).toBeLessThan(60);
    expect(written.filter((name) => !name.endsWith(".html"))).toEqual([]);
    for (const name of written)
      expect(readFileSync(join(folder, "out", name), "utf8")).toMatch(/<\/html>\s*$/);
  },
);

test.runIf(posix)("a check ends at once on SIGINT, as the shell expects", async () => {
  const child = spawn(process.execPath, [program, "check", "-"], { cwd: folderWith({}), stdio: "pipe" });
  await new Promise((done) => setTimeout(done, 300));
  child.kill("SIGINT");
  const ended = await new Promise((done) => child.on("exit", (exit, by) => done([exit, by])));
  expect(ended).toEqual([null, "SIGINT"]);
});

test.runIf(existsSync("/dev/zero"))("a device as plan, or named as data file, is told and never read", () => {
  const folder = folderWith({
    "p.plan.yaml": withData("/dev/zero"),
    "q.plan.yaml": withData("../../dev/zero"),
  });
  symlinkSync("/dev/zero", join(folder, "z.plan.yaml"));
  expect(plan(folder, ["check", "z.plan.yaml"]).exit).toBe(2);
  for (const name of ["p.plan.yaml", "q.plan.yaml"]) {
    const { exit, out } = plan(folder, ["check", name]);
    expect([exit, out]).toEqual([1, expect.stringContaining("reference/missing-file")]);
  }
});

test("--jobs and --cache change nothing of what is printed, in either format", () => {
  const files: Record<string, string> = { "broken.plan.yaml": "format: 1\n\tid: x\n" };
  for (let i = 0; i < 40; i++) {
    files[`p${i}.plan.yaml`] = (i % 3 === 0 ? contradictoryPlan : minimalPlan).replace("small", `small-${i}`);
  }
  const folder = folderWith(files);
  for (const format of ["text", "json"]) {
    const call = ["check", ".", "--as-of", "2026-06-30", "--format", format];
    const plain = plan(folder, call);
    expect(plain.exit).toBe(1);
    expect(plan(folder, [...call, "--jobs", "3"])).toEqual(plain);
    expect(plan(folder, [...call, "--jobs", "2", "--cache", "kept"])).toEqual(plain);
    expect(plan(folder, [...call, "--jobs", "2", "--cache", "kept"])).toEqual(plain);
    writeFileSync(join(folder, "p1.plan.yaml"), contradictoryPlan);
    const changed = plan(folder, call);
    expect(changed.out).not.toBe(plain.out);
    expect(plan(folder, [...call, "--cache", "kept"])).toEqual(changed);
    writeFileSync(join(folder, "p1.plan.yaml"), files["p1.plan.yaml"] ?? "");
  }
  const wrong = plan(folder, ["check", ".", "--jobs", "0"]);
  expect([wrong.exit, wrong.out]).toEqual([2, expect.stringContaining("--jobs is not a count")]);
});

test("two runs may share a cache", async () => {
  const files: Record<string, string> = {};
  for (let i = 0; i < 12; i++) files[`p${i}.plan.yaml`] = minimalPlan.replace("small", `small-${i}`);
  const folder = folderWith(files);
  const call = ["check", ".", "--as-of", "2026-06-30"];
  const alone = plan(folder, call);
  const started = [1, 2, 3].map(
    () =>
      new Promise<string>((settle) => {
        const child = spawn(process.execPath, [program, ...call, "--cache", "kept"], {
          cwd: folder,
          env: { ...process.env, LC_ALL: "en_US.UTF-8" },
        });
        let out = "";
        child.stdout.on("data", (part: Buffer) => (out += part.toString()));
        child.on("close", () => settle(out));
      }),
  );
  expect(await Promise.all(started)).toEqual([alone.out, alone.out, alone.out]);
  expect(readdirSync(join(folder, "kept")).filter((name) => name.endsWith(".tmp"))).toEqual([]);
});

/** Starts `check --watch` and gives its output so far, and what waits until it holds some words. */
async function startWatch(cwd: string, args: readonly string[] = []) {
  const env = { ...process.env, LC_ALL: "en_US.UTF-8" };
  const child = spawn(process.execPath, [program, "check", "--watch", ...args], { cwd, env });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8");
    stream.on("data", (text: string) => (said += text));
  }
  const ended = new Promise<number | null>((done) => child.on("exit", done));
  const until = async (words: string): Promise<string> => {
    while (!said.includes(words)) {
      if (child.exitCode !== null) throw new Error(`ended before it said ${words}: ${said}`);
      await new Promise((again) => setTimeout(again, 10));
    }
    const end = said.indexOf(words) + words.length;
    const heard = said.slice(0, end);
    said = said.slice(end);
    return heard;
  };
  return { child, ended, until };
}

test.runIf(posix)(
  "a watch tells changes, outlives a folder that disappears, and ends with 130",
  async () => {
    const folder = folderWith({ "plans/a.plan.yaml": minimalPlan });
    const file = join(folder, "plans", "a.plan.yaml");
    const { child, ended, until } = await startWatch(folder, ["plans"]);
    await until("watching for changes");
    // Many saves in a row; a check may fall between two of them.
    for (let i = 0; i < 20; i++) writeFileSync(file, `isuer: Office\n${minimalPlan}`);
    await until("schema/unknown-key");
    writeFileSync(file, "title: [a\n");
    await until("yaml/unclosed");
    rmSync(join(folder, "plans"), { recursive: true });
    await until("input/missing-path");
    mkdirSync(join(folder, "plans"));
    writeFileSync(file, minimalPlan);
    expect(await until("1 plan: 0 errors")).toContain("gone: error input/missing-path");
    writeFileSync(join(folder, "plans", "b.plan.yaml"), "title: [a\n");
    expect(await until("2 plans")).toContain("b.plan.yaml");
    child.kill("SIGINT");
    expect(await ended).toBe(130);
  },
  30_000,
);

test.runIf(posix)(
  "`fmt` and `check --fix` keep permissions, follow a link, and leave what is write-protected",
  () => {
    const crooked = minimalPlan.replace("id:", "id:  ");
    const folder = folderWith({ "real/a.plan.yaml": crooked, "b.plan.yaml": crooked, "planwright.yaml": "" });
    chmodSync(join(folder, "real/a.plan.yaml"), 0o640);
    chmodSync(join(folder, "b.plan.yaml"), 0o444);
    symlinkSync("real/a.plan.yaml", join(folder, "c.plan.yaml"));
    expect(plan(folder, ["fmt", "c.plan.yaml"]).exit).toBe(0);
    expect(readFileSync(join(folder, "real/a.plan.yaml"), "utf8")).toContain("\nid: ");
    expect(statSync(join(folder, "real/a.plan.yaml")).mode & 0o777).toBe(0o640);
    expect(lstatSync(join(folder, "c.plan.yaml")).isSymbolicLink()).toBe(true);
    const kept = plan(folder, ["fmt", "b.plan.yaml"]);
    expect(kept.exit).toBe(2);
    expect(kept.err).toContain("it is write-protected");
    expect(readFileSync(join(folder, "b.plan.yaml"), "utf8")).toBe(crooked);
    expect(readdirSync(folder).filter((name) => name.endsWith(".tmp"))).toEqual([]);
  },
);
