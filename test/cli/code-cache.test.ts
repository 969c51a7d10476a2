/** The code cache of the program is handed to V8 only in the very build of Node that made it. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
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

test("V8 takes the cache that the build made, with the settings that the program starts with", () => {
  const [name = ""] = readdirSync("dist").filter((each) => each.endsWith(".cache"));
  if (!name.includes(`.${process.version}-`)) return expect(name).not.toBe(""); // built by another Node
  const hook = join(folder, "tell-refusal.cjs");
  writeFileSync(
    hook,
    `const vm = require("node:vm");
vm.Script = class extends vm.Script {
  constructor(...args) {
    super(...args);
    require("node:fs").writeSync(2, "refused: " + this.cachedDataRejected);
  }
};`,
  );
  const run = spawnSync(process.execPath, ["--require", hook, "dist/plan.js", "--version"]);
  expect([run.status, String(run.stderr)]).toEqual([0, "refused: false"]);
});
