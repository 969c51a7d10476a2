/** The code cache of the program is handed to V8 only in the very build of Node that made it. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Script } from "node:vm";
import { afterAll, expect, test } from "vitest";
import { codeCache } from "../../bin/load-program.ts";

const folder = mkdtempSync(join(tmpdir(), "plan-code-cache-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const thisBuild = JSON.stringify(process.config);

function cacheOf(build: string): Buffer | null {
  const path = join(folder, "a.cache");
  const head = build.padEnd(Math.ceil(build.length / 8) * 8);
  writeFileSync(path, Buffer.concat([Buffer.from(head, "latin1"), Buffer.from([1, 2, 3])]));
  return codeCache(path);
}

test("a cache of this build is used, one of another build or none is not", () => {
  expect(cacheOf(thisBuild)).toEqual(Buffer.from([1, 2, 3]));
  expect(cacheOf(thisBuild.replace('"variables"', '"Variables"'))).toBe(null);
  expect(cacheOf("")).toBe(null);
  expect(codeCache(join(folder, "missing"))).toBe(null);
});

test("V8 takes the cache that the build made", () => {
  const [name = ""] = readdirSync("dist").filter((file) => file.endsWith(".cache"));
  const made = codeCache(join("dist", name));
  if (made === null) return expect(name).not.toContain(`.${process.version}-`); // built by another Node
  const source = readFileSync("dist/program.js", "latin1");
  expect(
    new Script(source, { filename: join(process.cwd(), "dist/program.js"), cachedData: made })
      .cachedDataRejected,
  ).toBe(false);
});
