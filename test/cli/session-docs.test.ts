/**
 * The pages that go through one session command by command: what they show is what the built program prints, in the
 * language of the page. Files come from the blocks that follow "Save this as `NAME`" or "存为 `NAME`", in the order of the page.
 * `UPDATE_README=1` writes what the commands print now.
 */
import { spawnSync } from "node:child_process";
import { closeSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, expect, test } from "vitest";
import { commandNames } from "../../src/cli/forms/index.ts";

const base = mkdtempSync(join(tmpdir(), "plan-session-"));
afterAll(() => rmSync(base, { recursive: true, force: true }));

const pages = [
  { page: "docs/session.md", locale: "en_US.UTF-8" },
  { page: "docs/session.zh-Hans.md", locale: "zh_CN.UTF-8" },
];
const part = /(?:Save this as|存为) `([^`]+)`[^\n]*\n\n```\w+\n([\s\S]*?)```|```console\n([\s\S]*?)```/g;
/** What follows this line is left off. */
const cut = "…";

interface Step {
  readonly command: string;
  readonly shown: readonly string[];
}

/** The commands of a block with what is shown below each. */
function stepsOf(block: string): readonly Step[] {
  return block
    .trimEnd()
    .split(/^(?=\$ )/m)
    .map((text) => {
      const [head = "", ...shown] = text.replace(/\n$/, "").split("\n");
      return { command: head.slice(2), shown };
    });
}

/** What a command prints on both streams, line by line. */
function printed(command: string, folder: string, locale: string): readonly string[] {
  const file = join(base, "printed");
  const handle = openSync(file, "w");
  // No PATH of the machine's user: git and the shell only.
  const script = `plan() { '${process.execPath}' '${resolve("dist/plan.js")}' "$@"; }\n${command}`;
  spawnSync("sh", ["-c", script], {
    cwd: folder,
    env: { PATH: process.env.PATH, HOME: folder, LC_ALL: locale },
    stdio: ["ignore", handle, handle],
    timeout: 60_000,
  });
  closeSync(handle);
  const lines = readFileSync(file, "utf8")
    .split("\n")
    .map((line) => line.trimEnd());
  while (lines.at(-1) === "") lines.pop();
  return lines;
}

/** How many rules there are is no matter of these pages. */
function withoutCount(line: string): string {
  return line.replace(/· \d+ rules ·/, "· N rules ·").replace(/规则 ?\d+ ?条/, "规则 N 条");
}

function asShown(lines: readonly string[], { shown }: Step): readonly string[] {
  const end = shown.indexOf(cut);
  return end < 0 ? lines : [...lines.slice(0, end), cut];
}

test.skipIf(process.platform === "win32").each(pages)(
  "the session of $page prints what it shows",
  ({ page, locale }) => {
    const folder = mkdtempSync(join(base, "s"));
    const text = readFileSync(page, "utf8");
    let fresh = text;
    for (const [block, name, content, session] of text.matchAll(part)) {
      if (name !== undefined) {
        mkdirSync(dirname(join(folder, name)), { recursive: true });
        writeFileSync(join(folder, name), content ?? "");
        continue;
      }
      const made = stepsOf(session ?? "").map((step) => {
        const lines = asShown(printed(step.command, folder, locale), step);
        if (process.env.UPDATE_README !== "1")
          expect([step.command, ...lines].map(withoutCount)).toEqual(
            [step.command, ...step.shown].map(withoutCount),
          );
        return [`$ ${step.command}`, ...lines].join("\n");
      });
      fresh = fresh.replace(block, () => `\`\`\`console\n${made.join("\n")}\n\`\`\``);
    }
    if (process.env.UPDATE_README === "1") writeFileSync(page, fresh);
  },
  240_000,
);

test("both pages go through the same commands, and through all that the program has", () => {
  const [english, chinese] = pages.map(({ page }) =>
    [...readFileSync(page, "utf8").matchAll(/^\$ (.*)$/gm)].map(([, command = ""]) =>
      command.replace(/"[^"]*"/g, '""'),
    ),
  );
  expect(chinese).toEqual(english);
  const gone = new Set(english?.map((command) => /plan (\w+)/.exec(command)?.[1]));
  // `lsp` speaks to editors, and `import` of indicators to Word: their pages show them.
  expect(commandNames.filter((name) => !gone.has(name))).toEqual(["lsp"]);
});
