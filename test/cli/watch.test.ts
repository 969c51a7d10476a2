import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { run } from "../../src/cli/run.ts";
import { type FakeHost, fakeHost } from "../kit/fake-host.ts";

const path = "/repo/a.plan.yaml";
const sound = `format: 1
id: a
title: A
language: en
period: 2026-01..2027-12
indicators:
  - { id: i, name: Hours of training, role: context, unit: h }
`;
const broken = `isuer: Office\n${sound}`;

interface Watch {
  readonly host: FakeHost;
  /** What was printed behind the first check. */
  readonly told: () => string;
}

/** Runs `check --watch` over files that change as said: path → new content, null for gone. */
async function watch(
  files: Record<string, string>,
  changes: readonly Readonly<Record<string, string | null>>[],
  args: readonly string[] = [],
): Promise<Watch> {
  const first = fakeHost({ files: { ...files } });
  await run(["check", ...args], first);
  const host = fakeHost({
    files,
    changes: changes.map((change) => () => {
      for (const [name, content] of Object.entries(change)) {
        if (content === null) delete files[name];
        else files[name] = content;
      }
      return Object.keys(change);
    }),
  });
  await run(["check", "--watch", ...args], host);
  expect(host.stdout().startsWith(first.stdout())).toBe(true);
  return { host, told: () => host.stdout().slice(first.stdout().length) };
}

test("a change is checked again: what is new is told in full, what is gone on one line, then one summary line", async () => {
  const { told } = await watch({ [path]: sound }, [{ [path]: broken }, { [path]: sound }]);
  const [first, second] = told().split(/(?<=ms\n)/);
  expect(first).toContain("error schema/unknown-key");
  expect(first).toContain("a.plan.yaml:1:1");
  expect(first).toMatch(/\n14:03:12 · 1 new, 0 gone · 1 plan: 1 error, .* · 12 ms\n$/);
  expect(second).toContain("gone: error schema/unknown-key");
  expect(second).toMatch(/\n14:03:12 · 0 new, 1 gone · 1 plan: 0 errors, .* · 12 ms\n$/);
});

test.each([
  ["docs/fix.md", []],
  ["docs/fix.zh-Hans.md", ["--lang", "zh-Hans"]],
] as const)("%s shows the summary line as it is printed, but for figures", async (page, options) => {
  const { told } = await watch({ [path]: sound }, [{ [path]: broken }], options);
  const shape = (line: string): string => line.replace(/\d+/g, "N").replace(/N errors?/, "N error");
  const shown = /```text\n(.*)\n```/.exec(readFileSync(page, "utf8"))?.[1] ?? "";
  expect(shape(told().trimEnd().split("\n").at(-1) ?? "")).toBe(shape(shown));
});

test("in Chinese", async () => {
  const { host, told } = await watch({ [path]: sound }, [{ [path]: `${sound}\n` }], ["--lang", "zh-Hans"]);
  expect(host.stderr()).toContain("正在监视文件变动，按 Ctrl-C 结束");
  expect(told()).toMatch(/^14:03:12 · 新增 0 个，消除 0 个 · 方案 1 个：错误 0 个，.* · 12 毫秒\n$/);
});

test("findings that only move to other lines are not told again", async () => {
  const { told } = await watch({ [path]: broken }, [{ [path]: `# above\n${broken}` }]);
  expect(told()).toMatch(/^14:03:12 · 0 new, 0 gone/);
});

test("broken YAML is told, and the watch goes on", async () => {
  const { told } = await watch({ [path]: sound }, [{ [path]: "title: [a\n" }, { [path]: sound }]);
  expect(told()).toContain("yaml/unclosed");
  expect(told().match(/14:03:12/g)).toHaveLength(2);
  expect(told()).toContain("gone: error yaml/unclosed");
});

test("plans that come and go are seen, and a folder that disappears does not end the watch", async () => {
  const other = "/repo/b.plan.yaml";
  const { told } = await watch({ [path]: sound }, [
    { [other]: broken },
    { [other]: null, [path]: null },
    { [path]: sound },
  ]);
  const [came, went, back] = told().split(/(?<=ms\n)/);
  expect(came).toContain("2 plans: 1 error");
  expect(went).toContain("input/missing-path");
  expect(went).toContain("0 plans: 1 error");
  expect(back).toContain("gone: error input/missing-path");
  expect(back).toContain("1 plan: 0 errors");
});

test("a data file and the settings are part of a plan", async () => {
  const plan = `${sound}data: { observations: o.csv }\n`;
  const files = { [path]: plan, "/repo/o.csv": "indicator,at,value\ni,2026-01,5\n" };
  const { told } = await watch(files, [
    { "/repo/o.csv": "indicator,at,value\ni,2026-01,fife\n" },
    { "/repo/planwright.yaml": "rules:\n  data/unreadable-value: off\n" },
  ]);
  const [data, settings] = told().split(/(?<=ms\n)/);
  expect(data).toContain("o.csv:2:");
  expect(settings).toContain("gone: error data/unreadable-value");
});

test("only what was touched is checked again", async () => {
  const files: Record<string, string> = { [path]: sound, "/repo/b.plan.yaml": sound };
  let reads: string[] = [];
  const host = fakeHost({
    files,
    changes: [
      () => {
        reads = [];
        files[path] = `${sound}# end\n`;
        return [path];
      },
    ],
  });
  const read: FakeHost["read"] = (name, limits) => {
    reads.push(name);
    return host.read(name, limits);
  };
  await run(["check", "--watch"], { ...host, read });
  expect(reads.filter((name) => name.endsWith(".plan.yaml"))).toEqual([path]);
});

test.each([
  ["--fix", ["--watch", "--fix"]],
  ["JSON", ["--watch", "--format", "json"]],
  ["standard input", ["--watch", "-"]],
])("a watch with %s is refused", async (_, args) => {
  expect(await run(["check", ...args], fakeHost({ files: { [path]: sound } }))).toBe(2);
});

test("a call that cannot be followed ends at once", async () => {
  const host = fakeHost({ files: { [path]: sound } });
  expect(await run(["check", "--watch", "nowhere"], host)).toBe(2);
  expect(host.stderr()).not.toContain("watching");
});
