import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";

const program = resolve("dist/plan.js");
let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "start-docs-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** The calls of the first example of a page, each as its arguments. */
function calls(page: string): readonly (readonly string[])[] {
  const block = /```sh\n([\s\S]*?)```/.exec(readFileSync(page, "utf8"))?.[1] ?? "";
  return block
    .trim()
    .split("\n")
    .map((line) => [...line.matchAll(/"([^"]*)"|(\S+)/g)].slice(1).map((m) => m[1] ?? m[2] ?? ""));
}

test.each(["docs/start.md", "docs/start.zh-Hans.md"])(
  "the example of %s runs in the built program",
  (page) => {
    const [init, check] = calls(page);
    execFileSync("node", [program, ...(init ?? [])], { cwd: folder });
    const { status } = spawnSync("node", [program, ...(check ?? []), "--as-of", "2026-01-15"], {
      cwd: folder,
    });
    expect(status).toBe(0);
    const [made] = readdirSync(folder);
    expect(existsSync(join(folder, made ?? "", ".github/workflows/plans.yml"))).toBe(true);
    const again = spawnSync("node", [program, ...(init ?? [])], { cwd: folder, encoding: "utf8" });
    expect(again.status).toBe(2);
  },
);

test("the built program writes sheets, reads them back and takes over a table", () => {
  const plan = (...args: readonly string[]) =>
    spawnSync("node", [program, ...args], { cwd: folder, encoding: "utf8" });
  expect(plan("init", "--yes", "--id", "p", "--period", "2026-01..2027-12").status).toBe(0);
  expect(plan("init", "--records", "p.plan.yaml", "--as-of", "2026-06-30", "--out", "data").status).toBe(0);
  expect(readdirSync(join(folder, "data")).sort()).toEqual([
    "observations.csv",
    "p-observations.csv",
    "p-observations.xlsx",
  ]);
  const imported = plan(
    "import",
    "data/p-observations.xlsx",
    "--plan",
    "p.plan.yaml",
    "--out",
    "data/more.csv",
  );
  // Nothing is filled in yet, so that there is nothing to take over.
  expect(imported.status).toBe(1);
  expect(imported.stderr).toContain("the table holds no figure that can be imported");
  expect(plan("doctor").stdout).toContain("Node.js");
  const script = plan("completion", "bash").stdout;
  expect(spawnSync("bash", ["-n"], { input: script }).status).toBe(0);
});
