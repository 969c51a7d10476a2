/** The page on pipelines: its commands give what it shows, its settings are accepted, and the files that it speaks of fit the program. */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { parse } from "yaml";
import { run } from "../../src/cli/run.ts";
import { fakeHost } from "../kit/fake-host.ts";
import { contradictoryPlan } from "../kit/plans.ts";

const pages = [
  { page: "docs/ci.md", lang: "en", name: "Residents who rate the service as good" },
  { page: "docs/ci.zh-Hans.md", lang: "zh-Hans", name: "对服务评价为好的居民" },
];
const base = mkdtempSync(join(tmpdir(), "plan-action-"));
afterAll(() => rmSync(base, { recursive: true, force: true }));

const blocksOf = (page: string, language: string): readonly string[] =>
  [...readFileSync(page, "utf8").matchAll(/```(\w+)\n([\s\S]*?)```/g)].flatMap(([, found, text = ""]) =>
    found === language ? [text] : [],
  );

const settingsOf = (page: string): string =>
  blocksOf(page, "yaml").find((text) => text.startsWith("as-of:")) ?? "";

test.each(pages)("the commands of $page print what it shows", async ({ page, lang, name }) => {
  const plan = contradictoryPlan
    .replace("name: Coverage", `name: ${name}`)
    .replace("language: en", `language: ${lang}`);
  for (const block of blocksOf(page, "console")) {
    const [command = "", ...shown] = block.trimEnd().split("\n");
    const isConfig = command.includes("config");
    const files = {
      "/repo/my.plan.yaml": plan,
      ...(isConfig ? { "/repo/planwright.yaml": settingsOf(page), "/repo/templates/brief.md.hbs": "" } : {}),
    };
    const host = fakeHost({ files });
    await run([...command.replace("$ plan ", "").split(" "), "--lang", lang], host);
    for (const line of shown.filter((one) => one !== "…"))
      expect(host.stdout()).toContain(line.replace("…", ""));
  }
});

test.each(pages)("the settings that $page shows are accepted", async ({ page }) => {
  const host = fakeHost({
    files: { "/repo/planwright.yaml": settingsOf(page), "/repo/templates/brief.md.hbs": "" },
  });
  expect(await run(["config"], host)).toBe(0);
});

test("both pages have the same blocks of settings for forges, but for comments", () => {
  const [english, chinese] = pages.map(({ page }) =>
    blocksOf(page, "yaml").map((text) => JSON.stringify(parse(text))),
  );
  expect(english?.slice(1, -1)).toEqual(chinese?.slice(1, -1));
  expect(english).toHaveLength(5);
});

interface Action {
  readonly inputs: Readonly<Record<string, { readonly default: string }>>;
  readonly runs: {
    readonly steps: readonly { readonly run?: string; readonly env?: Readonly<Record<string, string>> }[];
  };
}

const action: Action = parse(readFileSync("action.yml", "utf8"));

test("no input of the action stands inside a script", () => {
  for (const { run: script = "" } of action.runs.steps) expect(script).not.toContain("${{");
});

/** Runs the first step of the action as GitHub does, with the installed program replaced by one that prints its arguments. */
function actionArguments(inputs: Readonly<Record<string, string>>): readonly string[] {
  const folder = mkdtempSync(join(base, "run-"));
  mkdirSync(join(folder, "node_modules/.bin"), { recursive: true });
  writeFileSync(
    join(folder, "node_modules/.bin/plan"),
    '#!/bin/sh\nfor one in "$@"; do echo "<$one>"; done\nexit 1\n',
    { mode: 0o755 },
  );
  const [step] = action.runs.steps;
  const env = Object.entries(step?.env ?? {}).map(([key, value]) => {
    const name = /inputs\.([\w-]+)/.exec(value)?.[1] ?? "";
    return [key, inputs[name] ?? action.inputs[name]?.default ?? ""];
  });
  const output = join(folder, "output");
  const { stdout, status } = spawnSync("bash", ["-e", "-o", "pipefail", "-c", step?.run ?? "exit 9"], {
    cwd: folder,
    env: { ...process.env, ...Object.fromEntries(env), GITHUB_OUTPUT: output },
    encoding: "utf8",
  });
  expect(status).toBe(0);
  expect(readFileSync(output, "utf8")).toBe("exit-code=1\n");
  return stdout.trimEnd().split("\n");
}

test.runIf(process.platform !== "win32")(
  "the action hands paths and options on as they are, and its calls are understood",
  async () => {
    const usual = actionArguments({});
    expect(usual).toEqual([
      "<check>",
      "<--format=github>",
      "<--fail-on=error>",
      "<--output-file=sarif=planwright.sarif>",
      "<-->",
      "<.>",
    ]);
    const given = actionArguments({
      paths: "a b.plan.yaml\n$(touch x)\n",
      args: "--only=plan\n",
      comment: "c.md",
    });
    expect(given.slice(3)).toEqual([
      "<--only=plan>",
      "<--output-file=sarif=planwright.sarif>",
      "<--output-file=markdown=c.md>",
      "<-->",
      "<a b.plan.yaml>",
      "<$(touch x)>",
    ]);
    const host = fakeHost({ files: { "/repo/my.plan.yaml": contradictoryPlan } });
    expect(
      await run(
        usual.map((one) => one.slice(1, -1)),
        host,
      ),
    ).toBe(1);
    expect(host.stdout()).toMatch(/^::error file=my\.plan\.yaml,/);
    expect(JSON.parse(host.written.get("/repo/planwright.sarif") ?? "").version).toBe("2.1.0");
  },
);

test("the pre-commit hook is called for plan files only, and its call is understood", async () => {
  const [hook] = parse(readFileSync(".pre-commit-hooks.yaml", "utf8"));
  const files = new RegExp(hook.files);
  expect(
    ["plan.yaml", "a/plan.yaml", "a/my.plan.yaml", "方案.plan.yaml"].filter((path) => !files.test(path)),
  ).toEqual([]);
  expect(
    ["planwright.yaml", "a.yaml", "myplan.yaml", "plan.yaml.txt"].filter((path) => files.test(path)),
  ).toEqual([]);
  const host = fakeHost({ files: { "/repo/my.plan.yaml": contradictoryPlan } });
  expect(await run([...hook.entry.split(" ").slice(1), "my.plan.yaml"], host)).toBe(1);
});
