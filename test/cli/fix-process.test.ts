/** `check --fix` by the built program, on files as they lie about: other encodings, protected, linked, saved by somebody else meanwhile. */
import { execFileSync, spawnSync } from "node:child_process";
import {
  chmodSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, expect, test } from "vitest";

const base = mkdtempSync(join(tmpdir(), "plan-fix-"));
chmodSync(base, 0o755);
afterAll(() => rmSync(base, { recursive: true, force: true }));

let folders = 0;

function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = join(base, String(folders++));
  mkdirSync(folder);
  for (const [path, content] of Object.entries({ "planwright.yaml": "", ...files }))
    writeFileSync(join(folder, path), content);
  return folder;
}

interface Circumstances {
  readonly env?: Readonly<Record<string, string>>;
  readonly command?: readonly string[];
}

function fix(folder: string, { env = {}, command = ["check", "--fix"] }: Circumstances = {}) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [resolve("dist/plan.js"), ...command, "--as-of", "2026-01-01"],
    {
      cwd: folder,
      env: { ...process.env, LC_ALL: "en_US.UTF-8", ...env },
      encoding: "utf8",
      timeout: 60_000,
    },
  );
  return { exit: status, out: stdout, err: stderr };
}

const read = (folder: string, name = "a.plan.yaml"): Buffer => readFileSync(join(folder, name));
const sound = `format: 1
id: demo
title: 示范方案
language: zh-Hans
period: 2026-01..2027-12
indicators:
  - { id: rate, name: 覆盖率, role: context, unit: "%" }
`;
/** A colon in full width, a misspelt key, figures in full width. */
const faulty = sound
  .replace("id: demo", "id：demo")
  .replace("language", "langauge")
  .replace("2027-12", "2027-1２");

/** The text in an encoding, by another program than ours. */
function encoded(text: string, encoding: string): Buffer {
  return execFileSync("iconv", ["-f", "UTF-8", "-t", encoding], { input: text });
}

const posix = process.platform !== "win32";
const mark = Buffer.from([0xef, 0xbb, 0xbf]);

test.runIf(posix).each<[name: string, encode: (text: string) => Buffer]>([
  ["UTF-8", (text) => Buffer.from(text)],
  ["UTF-8 with a mark and CRLF", (text) => Buffer.concat([mark, Buffer.from(text.replaceAll("\n", "\r\n"))])],
  ["GB18030", (text) => encoded(text, "GB18030")],
  ["GB18030 with CRLF", (text) => encoded(text.replaceAll("\n", "\r\n"), "GB18030")],
  ["UTF-16", (text) => encoded(text, "UTF-16")],
])("a plan in %s keeps its encoding and line ends, and all else of its bytes", (_, encode) => {
  const folder = folderWith({ "a.plan.yaml": encode(faulty) });
  const { err } = fix(folder);
  expect(err).toBe("a.plan.yaml: 3 fixed\n");
  expect(read(folder).equals(encode(sound))).toBe(true);
  // Once more there is nothing to cure, and the file is not written.
  expect(fix(folder).err).toBe("");
  expect(read(folder).equals(encode(sound))).toBe(true);
});

test.runIf(posix)(
  "a write-protected plan and one with a second name are told and left; others are cured",
  () => {
    const folder = folderWith({ "a.plan.yaml": faulty, "b.plan.yaml": faulty, "c.plan.yaml": faulty });
    chmodSync(join(folder, "a.plan.yaml"), 0o444);
    linkSync(join(folder, "b.plan.yaml"), join(folder, "b.copy"));
    const { exit, err } = fix(folder);
    expect(exit).toBe(2);
    expect(err).toContain("a.plan.yaml is left as it is: it is write-protected");
    expect(err).toContain("b.plan.yaml is left as it is: it has further names (hard links)");
    expect(err).toContain("c.plan.yaml: 3 fixed");
    expect(read(folder).toString()).toBe(faulty);
    expect(read(folder, "b.plan.yaml").toString()).toBe(faulty);
    expect(read(folder, "c.plan.yaml").toString()).toBe(sound);
    expect(fix(folder, { command: ["fmt", "b.plan.yaml"] }).exit).toBe(2);
    expect(readdirSync(folder).sort()).toEqual([
      "a.plan.yaml",
      "b.copy",
      "b.plan.yaml",
      "c.plan.yaml",
      "planwright.yaml",
    ]);
  },
);

/** Somebody else saves the plan just before the program puts the new text in its place. */
const otherEditor = `
const fs = require("node:fs");
const write = fs.writeFileSync;
fs.writeFileSync = (path, ...rest) => {
  if (String(path).endsWith(".tmp")) write(String(path).replace(/\\.[^.]+\\.tmp$/, ""), "title: theirs\\n");
  return write(path, ...rest);
};
`;

test("a plan that somebody saves meanwhile keeps their text", () => {
  const folder = folderWith({ "a.plan.yaml": faulty, "other.cjs": otherEditor });
  const { exit, err } = fix(folder, { env: { NODE_OPTIONS: `--require=${join(folder, "other.cjs")}` } });
  expect(exit).toBe(2);
  expect(err).toContain("a.plan.yaml is left as it is: it was changed while the command ran");
  expect(read(folder).toString()).toBe("title: theirs\n");
  expect(readdirSync(folder).filter((name) => name.endsWith(".tmp"))).toEqual([]);
});
