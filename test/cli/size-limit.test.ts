/** The built program on files as large as are read: a gigabyte of memory is enough. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, expect, test } from "vitest";
import { minimalPlan } from "../kit/plans.ts";

const folder = mkdtempSync(join(tmpdir(), "plan-size-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("a data file of 16 MiB with more than a million rows is read up to the limit, within 700 MB", () => {
  writeFileSync(join(folder, "p.plan.yaml"), `${minimalPlan}data: { observations: o.csv }\n`);
  const row = "coverage,M1,5\n";
  const rows = row.repeat(Math.floor((16 * 1024 * 1024 - 100) / row.length));
  writeFileSync(join(folder, "o.csv"), `indicator,at,value\n${rows}`);
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["--max-old-space-size=700", resolve("dist/plan.js"), "check", "p.plan.yaml", "--lang", "en"],
    { cwd: folder, encoding: "utf8" },
  );
  expect([status, stderr]).toEqual([1, ""]);
  expect(stdout).toContain(
    "row 1000002 and all after it are not read: the data files together may have at most 1,000,000 rows",
  );
}, 120_000);
