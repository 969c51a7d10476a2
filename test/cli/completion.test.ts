import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { run } from "../../src/cli/run.ts";
import { completionScript } from "../../src/completion/index.ts";
import { fakeHost } from "../kit/fake-host.ts";

async function script(shell: string, ...args: readonly string[]): Promise<string> {
  const host = fakeHost();
  expect(await run(["completion", shell, ...args], host)).toBe(0);
  return host.stdout();
}

/** What bash offers where the last of the words is being typed. */
function offered(source: string, words: readonly string[]): readonly string[] {
  const list = words.map((word) => `'${word}'`).join(" ");
  const program = `${source}\nCOMP_WORDS=(${list})\nCOMP_CWORD=${words.length - 1}\n_plan\nprintf '%s\\n' "\${COMPREPLY[@]}"`;
  return execFileSync("bash", ["--norc", "-c", program], { encoding: "utf8", cwd: "examples/elderly-meals" })
    .split("\n")
    .filter((line) => line !== "");
}

test.each([
  [["plan", "ch"], ["check"]],
  [["plan", "check", "--form"], ["--format"]],
  [
    ["plan", "check", "--format", "j"],
    ["json", "junit"],
  ],
  [
    ["plan", "check", "--format", "=", "j"],
    ["json", "junit"],
  ],
  [["plan", "--lang", "en", "report", "--template", "bri"], ["brief"]],
  [["plan", "report", "--to", "p"], ["pdf"]],
  [["plan", "explain", "target/confl"], ["target/conflict"]],
  [["plan", "rules", "narr"], ["narrative"]],
  [["plan", "schema", "che"], ["check-output"]],
  [["plan", "check", "el"], ["elderly-meals.plan.yaml"]],
  [["plan", "check", "d"], ["data"]],
  [["plan", "check", "planw"], ["planwright.yaml"]],
  [["plan", "init", "d"], ["data"]],
  [["plan", "init", "el"], []],
  [["plan", "init", "--title", "x"], []],
])("bash completes %j as %j", async (words, expected) => {
  expect(offered(await script("bash"), words)).toEqual(expected);
});

test.each(["bash", "zsh", "fish", "powershell"])(
  "%s knows every command and option of the parser",
  async (shell) => {
    const text = await script(shell);
    for (const word of [
      "check",
      "status",
      "explain",
      "report",
      "rules",
      "schema",
      "init",
      "completion",
      "doctor",
    ])
      expect(text).toMatch(new RegExp(`\\b${word}\\b`));
    for (const option of ["max-findings", "fail-on", "plan-lang", "as-of"]) expect(text).toContain(option);
  },
);

test("the scripts speak the language of the call and escape what shells would read", async () => {
  expect(await script("zsh", "--lang", "zh-Hans")).toContain("生成方案报告");
  const table = [
    {
      name: "x",
      help: "it's [a]: 'b'",
      operand: "none",
      words: [],
      options: [{ flag: "--y", help: "it's [a]", operand: "none", words: [] }],
    },
  ] as const;
  expect(completionScript("zsh", table)).toContain("'--y[it'\\''s \\[a\\]]'");
  expect(completionScript("fish", table)).toContain("-d 'it\\'s [a]: \\'b\\''");
  expect(completionScript("powershell", table)).toContain("Help = 'it''s [a]: ''b'''");
});

test("a shell without completion is refused with the nearest", async () => {
  const host = fakeHost();
  expect(await run(["completion", "bsh"], host)).toBe(2);
  expect(host.stderr()).toContain("did you mean: bash");
});
