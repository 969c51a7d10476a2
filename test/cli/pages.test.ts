/** The commands that the pages of `docs/` show, on the examples of the package, print what the pages show. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { expect, test } from "vitest";
import { run } from "../../src/cli/run.ts";
import { fakeHost } from "../kit/fake-host.ts";

const example = "examples/elderly-meals";
const files = Object.fromEntries(
  readdirSync(example, { recursive: true, encoding: "utf8" })
    .map((path) => `${example}/${path.replaceAll("\\", "/")}`)
    .filter((path) => statSync(path).isFile())
    .map((path) => [`/repo/${path}`, readFileSync(path)]),
);

const shown = ["docs/export.md", "docs/export.zh-Hans.md"].flatMap((page) =>
  [...readFileSync(page, "utf8").matchAll(/```console\n\$ plan ([^\n]*)\n([\s\S]*?)```/g)].map(
    ([, call = "", output = ""]) => ({ page, call, output }),
  ),
);

test("both pages show a command", () => {
  expect(new Set(shown.map(({ page }) => page)).size).toBe(2);
});

test.each(shown)("$page: plan $call", async ({ call, output }) => {
  const host = fakeHost({ files });
  expect(await run(call.split(" "), host)).toBe(0);
  expect(host.stdout()).toBe(output);
});

const importPages = [
  { page: "docs/import.md", table: "indicators.csv", lang: "en" },
  { page: "docs/import.zh-Hans.md", table: "指标表.csv", lang: "zh-Hans" },
];

test.each(importPages)("$page: its table gives its draft", async ({ page, table, lang }) => {
  const text = readFileSync(page, "utf8");
  const block = (kind: string): string =>
    new RegExp(`\`\`\`${kind}\n([\\s\\S]*?)\`\`\``).exec(text)?.[1] ?? "";
  const host = fakeHost({ files: { [`/repo/${table}`]: block("csv") } });
  expect(await run(["import", table, "--as", "plan", "--lang", lang], host)).toBe(0);
  expect([...host.written.values()]).toEqual([block("yaml")]);
});
