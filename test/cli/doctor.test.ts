import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { run } from "../../src/cli/run.ts";
import { type FakeHostOptions, fakeHost } from "../kit/fake-host.ts";

async function doctor(options: FakeHostOptions, ...args: readonly string[]) {
  const host = fakeHost(options);
  const exit = await run(["doctor", ...args], host);
  return { exit, out: host.stdout() };
}

const chromium = { ok: true, program: "/usr/bin/chromium", version: 140, lacksChinese: false } as const;

test("where everything is there each line says so", async () => {
  const { exit, out } = await doctor({ machine: { printer: chromium } });
  expect(exit).toBe(0);
  expect(
    out,
  ).toBe(`✓ ok  planwright: 0.0.0-test; plan format 1; JSON output of check 1, of diff 1, of export 1
✓ ok  Node.js: 22.12.0 (linux x64)
✓ ok  settings: no planwright.yaml; the defaults apply
✓ ok  folder: /repo is writable
✓ ok  git: 2.39.5
✓ ok  Chromium: 140 (/usr/bin/chromium)
✓ ok  Chinese font: found
`);
});

test("in Chinese, what is only missing for PDFs is told with its cure and is no fault", async () => {
  const { exit, out } = await doctor({ machine: { git: null } }, "--lang", "zh-Hans");
  expect(exit).toBe(0);
  expect(out).toContain("◆ 缺少  git：未找到\n    仅在与历史版本比较时需要\n");
  expect(out).toContain("◆ 缺少  Chromium：未找到\n    如需生成 PDF，请安装");
});

test.each([
  ["20.18.3", 1],
  ["20.19.0", 0],
  ["21.7.0", 1],
  ["22.11.0", 1],
  ["22.12.0", 0],
  ["24.1.0", 0],
])("Node %s ends with exit code %i, as the range in package.json says", async (node, exit) => {
  expect((await doctor({ machine: { node } })).exit).toBe(exit);
});

test("faulty settings are a fault, with the file and what is wrong", async () => {
  const { exit, out } = await doctor({ files: { "/repo/planwright.yaml": "as-off: 2026-01-01\n" } });
  expect(exit).toBe(1);
  expect(out).toContain(
    "× fault  settings: planwright.yaml: unknown setting as-off\n    plan check shows the line\n",
  );
});

test("an old Chromium, one without Chinese letters and a folder that cannot be written in are told", async () => {
  const printer = { ...chromium, version: 120, lacksChinese: true };
  const { exit, out } = await doctor({ machine: { printer, canWrite: false } });
  expect(exit).toBe(0);
  expect(out).toContain("page numbers need version 131 or later");
  expect(out).toContain("Chinese in PDFs needs a font");
  expect(out).toContain("◆ missing  folder: /repo is not writable");
});

test("JSON holds the same", async () => {
  const { out } = await doctor({}, "--format", "json");
  expect(JSON.parse(out)).toMatchObject({
    schemaVersion: 1,
    checks: [
      { id: "planwright", state: "ok" },
      { id: "node", state: "ok", found: "22.12.0 (linux x64)", cure: null },
      { id: "configuration" },
      { id: "folder" },
      { id: "git" },
      { id: "chromium", state: "missing", found: "not found" },
    ],
  });
});

test("the versions of the schemas are those that the schemas state", async () => {
  const { out } = await doctor({}, "--format", "json");
  const { schemas } = JSON.parse(out);
  const stated = (name: string): unknown => {
    const { properties, definitions } = JSON.parse(readFileSync(`schemas/${name}.schema.json`, "utf8"));
    const version = name === "plan" ? properties.format : (definitions?.version ?? properties.schemaVersion);
    return version.const ?? version.enum[0];
  };
  const names = ["plan", "check-output", "diff-output", "compiled-plan"];
  expect(schemas).toEqual(Object.fromEntries(names.map((name) => [name, Number(stated(name))])));
});
