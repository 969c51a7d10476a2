/** `plan export` as it is called. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { run } from "../../src/cli/run.ts";
import { type FakeHost, type FakeHostOptions, fakeHost } from "../kit/fake-host.ts";
import { minimalPlan } from "../kit/plans.ts";

async function exported(
  args: readonly string[],
  options: FakeHostOptions = {},
): Promise<{ readonly exit: number; readonly host: FakeHost }> {
  const host = fakeHost({ files: { "/repo/a.plan.yaml": minimalPlan }, ...options });
  return { exit: await run(["export", ...args], host), host };
}

test("each format is a file named for the plan; without --to it is JSON", async () => {
  const { exit, host } = await exported(["--to", "json,csv、ics", "--out", "out"]);
  expect(exit).toBe(0);
  expect([...host.written.keys()]).toEqual(
    ["plan.json", "results.csv", "calendar.ics"].map((name) => `/repo/out/small-${name}`),
  );
  expect(host.stdout()).toBe(
    "wrote out/small-plan.json\nwrote out/small-results.csv\nwrote out/small-calendar.ics\n",
  );
  expect([...(await exported([])).host.written.keys()]).toEqual(["/repo/small-plan.json"]);
});

test("the plan's language holds, unless the call asks for another", async () => {
  const files = { "/repo/a.plan.yaml": minimalPlan.replace("language: en", "language: zh-Hans") };
  const csv = async (...more: readonly string[]): Promise<string | undefined> =>
    (await exported(["--to", "csv", ...more], { files })).host.written.get("/repo/small-results.csv");
  expect(await csv()).toContain("指标编号");
  expect(await csv("--lang", "en")).toContain("indicator id");
  expect(await csv("--lang", "zh-Hant")).toContain("指標編號");
});

test("an unknown format is refused before anything is written", async () => {
  const { exit, host } = await exported(["--to", "json,xls"]);
  expect(exit).toBe(2);
  expect(host.written.size).toBe(0);
  expect(host.stderr()).toContain("xlsx");
  expect((await exported(["--to", "xls", "--lang", "zh-Hans"])).host.stderr()).toContain(
    "没有名为“xls”的格式",
  );
});

test("a plan that cannot be read is told (1), the others are exported; a full disk is told (2)", async () => {
  const files = { "/repo/a.plan.yaml": "- no map", "/repo/b.plan.yaml": minimalPlan };
  const { exit, host } = await exported(["."], { files });
  expect(exit).toBe(1);
  expect(host.stderr()).toContain("a.plan.yaml");
  expect([...host.written.keys()]).toEqual(["/repo/small-plan.json"]);
  const full = await exported([], { writeFailure: "ENOSPC" });
  expect(full.exit).toBe(2);
  expect(full.host.stderr()).toContain("output/unwritable");
});

test("the built program writes all four, the same bytes each time", () => {
  const folder = mkdtempSync(join(tmpdir(), "plan-export-"));
  try {
    writeFileSync(join(folder, "a.plan.yaml"), minimalPlan);
    const contents = ["one", "two"].map((out) => {
      const args = [
        "export",
        "a.plan.yaml",
        "--to",
        "json,csv,xlsx,ics",
        "--as-of",
        "2026-06-30",
        "--out",
        out,
      ];
      const { status, stderr } = spawnSync(process.execPath, [resolve("dist/plan.js"), ...args], {
        cwd: folder,
        encoding: "utf8",
      });
      expect(stderr).toBe("");
      expect(status).toBe(0);
      const names = readdirSync(join(folder, out)).sort();
      return names.map((name) => [name, readFileSync(join(folder, out, name)).toString("base64")]);
    });
    expect(contents[0]).toEqual(contents[1]);
    expect(contents[0]?.map(([name]) => name)).toEqual([
      "small-calendar.ics",
      "small-plan.json",
      "small-results.csv",
      "small-results.xlsx",
    ]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
