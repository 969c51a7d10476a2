/** The examples of docs/fmt.md and docs/fix.md and their Chinese twins, run as they stand there. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { run } from "../../src/cli/run.ts";
import { layOut } from "../../src/format/layout.ts";
import { fakeHost } from "../kit/fake-host.ts";

const head = "format: 1\ntitle: A\nlanguage: en\nperiod: 2026-01..2027-12\n";

/** Rows of two cells that are code. */
function rowsOf(page: string): readonly (readonly [string, string])[] {
  const rows = readFileSync(page, "utf8").matchAll(/^\| `(.+)` \| `(.+)` \|$/gm);
  return [...rows].map(([, before = "", after = ""]) => [before, after]);
}

test.each(["docs/fmt.md", "docs/fmt.zh-Hans.md"])("%s: what is before becomes what is after", (page) => {
  expect(rowsOf(page)).toHaveLength(4);
  for (const [before, after] of rowsOf(page)) expect(layOut(`${before}\n`)).toBe(`${after}\n`);
  const block = /# before\n([^#]*)# after\n([^#`]*)```/.exec(readFileSync(page, "utf8"));
  expect(layOut(block?.[1] ?? "")).toBe(block?.[2]);
});

test.each(["docs/fix.md", "docs/fix.zh-Hans.md"])("%s: what is found is cured as it says", async (page) => {
  expect(rowsOf(page)).toHaveLength(9);
  for (const [before, after] of rowsOf(page)) {
    const isHead = before.startsWith("id");
    const plan = (line: string): string =>
      isHead
        ? `${line}\n${head}indicators: []\n`
        : `id: a\n${head}indicators:\n  - id: i\n    name: I\n    ${line}\n`;
    const path = "/repo/a.plan.yaml";
    const host = fakeHost({ files: { [path]: plan(before) } });
    await run(["check", "--fix"], host);
    expect(new TextDecoder().decode(host.replaced.get(path))).toBe(plan(after));
  }
});

test("the two pages of a topic show the same examples", () => {
  for (const topic of ["fmt", "fix"])
    expect(rowsOf(`docs/${topic}.zh-Hans.md`)).toEqual(rowsOf(`docs/${topic}.md`));
});
