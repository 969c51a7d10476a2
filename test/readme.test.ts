/**
 * The commands that the READMEs show give the output that they show. Each README's files are the blocks that follow
 * a line "Save this as `NAME`" or "存为 `NAME`". A program (`js`) gives what the block after it shows (`text`), run with
 * the built package. `UPDATE_README=1` writes what commands and programs print now.
 */
import { spawnSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { run } from "../src/cli/run.ts";
import { fakeHost } from "./kit/fake-host.ts";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const savedPattern = /(?:[Ss]ave (?:this|the figures) as|存为) `([^`]+)`[^\n]*\n\n```\w+\n([\s\S]*?)```/g;
const blockPattern = /```console\n([\s\S]*?)```/g;
const programPattern = /```js\n([\s\S]*?)```\n\n```text\n([\s\S]*?)```/g;
/** Output after this line is left off. */
const cut = "…";

for (const name of ["README.md", "README.zh-Hans.md"]) {
  const text = readFileSync(join(root, name), "utf8");
  const files = Object.fromEntries(
    [...text.matchAll(savedPattern)].map(([, path = "", content = ""]) => [`/repo/${path}`, content]),
  );
  const blocks = [...text.matchAll(blockPattern)].map(([, block = ""]) => block);

  test(`${name} saves a plan and runs commands on it`, () => {
    expect(Object.keys(files)).toContainEqual(expect.stringMatching(/\.plan\.yaml$/));
    expect(blocks.length).toBeGreaterThanOrEqual(4);
    for (const block of blocks) expect(block).toMatch(/^\$ plan \S/);
  });

  const programs = [...text.matchAll(programPattern)];
  test(`${name} shows the library`, () => expect(programs).toHaveLength(1));

  if (process.env.UPDATE_README === "1") {
    test(`${name} is rewritten`, async () => {
      let fresh = text;
      for (const [block, program = "", shown = ""] of programs)
        fresh = fresh.replace(block, () =>
          block.replace(`\`\`\`text\n${shown}`, () => `\`\`\`text\n${ran(program)}`),
        );
      for (const block of blocks) fresh = fresh.replace(block, await rewritten(block, files));
      writeFileSync(join(root, name), fresh);
    });
    continue;
  }

  test(`${name}: the program gives what is shown`, () => {
    for (const [, program = "", shown] of programs) expect(ran(program)).toBe(shown);
  });

  for (const block of blocks) {
    const [command = "", ...shown] = block.trimEnd().split("\n");
    test(`${name}: ${command}`, async () => {
      const printed = await output(command, files);
      const end = shown.indexOf(cut);
      const expected = end === -1 ? shown : shown.slice(0, end);
      expect(end === -1 ? printed : printed.slice(0, end)).toEqual(expected);
    });
  }
}

/** What a program prints that imports the package by its name. */
function ran(program: string): string {
  // Inside the package its own name leads to what it exports.
  const path = join(root, `generated/readme-${process.pid}.mjs`);
  writeFileSync(path, program);
  try {
    const { stdout, stderr } = spawnSync(process.execPath, [path], { encoding: "utf8" });
    expect(stderr).toBe("");
    return stdout;
  } finally {
    rmSync(path, { force: true });
  }
}

/** Lines that a command prints, on both streams, in the folder that holds the files. */
async function output(command: string, files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const host = fakeHost({ files });
  const exit = await run(command.replace(/^\$ plan /, "").split(" "), host);
  expect(exit).toBeLessThanOrEqual(1);
  return `${host.stdout()}${host.stderr()}`.trimEnd().split("\n");
}

/** The block with what its command prints now, cut where it was cut. */
async function rewritten(block: string, files: Readonly<Record<string, string>>): Promise<string> {
  const [command = "", ...shown] = block.trimEnd().split("\n");
  const printed = await output(command, files);
  const end = shown.indexOf(cut);
  const lines = end === -1 ? printed : [...printed.slice(0, end), cut];
  return `${[command, ...lines].join("\n")}\n`;
}
