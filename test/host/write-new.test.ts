import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { writeNewFiles } from "../../src/host/write-new.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "write-new-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const all = (): readonly string[] => readdirSync(folder, { recursive: true, encoding: "utf8" }).sort();

test("all files are written, with their folders and nothing beside them", () => {
  const files = ["a.txt", "deep/er/b.txt"].map((name) => ({ path: join(folder, name), content: name }));
  expect(writeNewFiles(files)).toEqual({ ok: true });
  expect(all()).toEqual(["a.txt", "deep", "deep/er", "deep/er/b.txt"]);
  expect(readFileSync(join(folder, "deep/er/b.txt"), "utf8")).toBe("deep/er/b.txt");
});

test("a file that exists stays as it is, and none of the others is left, nor their folders", () => {
  writeFileSync(join(folder, "taken.txt"), "mine");
  const files = ["new/a.txt", "taken.txt", "b.txt"].map((name) => ({
    path: join(folder, name),
    content: "x",
  }));
  expect(writeNewFiles(files)).toEqual({ ok: false, path: join(folder, "taken.txt"), code: "EEXIST" });
  expect(all()).toEqual(["taken.txt"]);
  expect(readFileSync(join(folder, "taken.txt"), "utf8")).toBe("mine");
});

test("where a folder would be needed in place of a file, nothing is written", () => {
  writeFileSync(join(folder, "data"), "a file");
  const files = ["a.txt", "data/b.txt"].map((name) => ({ path: join(folder, name), content: "x" }));
  expect(writeNewFiles(files)).toMatchObject({ ok: false, code: "ENOTDIR" });
  expect(all()).toEqual(["data"]);
});
