/** Where files cannot be written, that is told at once. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { writeWhole } from "../../src/host/write-files.ts";

test("folders that are missing are made", async () => {
  const folder = mkdtempSync(join(tmpdir(), "planwright-write-"));
  const file = join(folder, "a", "b", "c.txt");
  expect(await writeWhole(file, "text")).toEqual({ ok: true });
  expect(readFileSync(file, "utf8")).toBe("text");
  rmSync(folder, { recursive: true });
});

test("a file is no folder to write into", async () => {
  const folder = mkdtempSync(join(tmpdir(), "planwright-write-"));
  await writeWhole(join(folder, "a"), "text");
  expect(await writeWhole(join(folder, "a", "b", "c.txt"), "text")).toEqual({ ok: false, code: "ENOTDIR" });
  expect(readFileSync(join(folder, "a"), "utf8")).toBe("text");
  rmSync(folder, { recursive: true });
});

// Node's own way of making folders one below the other does not come back there.
test.runIf(existsSync("/proc/self"))("where no folder can be made, writing ends and says so", async () => {
  expect(await writeWhole("/proc/planwright/x/c.txt", "text")).toEqual({ ok: false, code: "ENOENT" });
});
