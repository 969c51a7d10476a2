import { expect, test } from "vitest";
import { run } from "../../src/cli/run.ts";
import { fakeHost } from "../kit/fake-host.ts";

const crooked = "format: 1\nid:   a\ntitle: 'A'\n";
const straight = 'format: 1\nid: a\ntitle: "A"\n';

const text = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);

test("writes what is crooked, names it, and leaves what is in order", async () => {
  const host = fakeHost({ files: { "/repo/a.plan.yaml": crooked, "/repo/b.plan.yaml": straight } });
  expect(await run(["fmt"], host)).toBe(0);
  expect(host.stdout()).toBe("a.plan.yaml\n");
  expect(host.stderr()).toBe("2 files: 1 changed, 1 in order\n");
  expect([...host.replaced.keys()]).toEqual(["/repo/a.plan.yaml"]);
  expect(text(host.replaced.get("/repo/a.plan.yaml"))).toBe(straight);
});

test("`--check` writes nothing and fails where something would change", async () => {
  const files = { "/repo/a.plan.yaml": crooked, "/repo/b.plan.yaml": straight };
  const host = fakeHost({ files });
  expect(await run(["fmt", "--check"], host)).toBe(1);
  expect(host.stdout()).toBe("a.plan.yaml\n");
  expect(host.stderr()).toBe("2 files: 1 would change, 1 in order\n");
  expect(host.replaced.size).toBe(0);
  expect(await run(["fmt", "--check", "b.plan.yaml"], fakeHost({ files }))).toBe(0);
});

test("in Chinese", async () => {
  const host = fakeHost({ files: { "/repo/a.plan.yaml": crooked } });
  await run(["fmt", "--check", "--lang", "zh-Hans"], host);
  expect(host.stderr()).toBe("共 1 个文件：需要整理 1 个，无须整理 0 个\n");
});

test("standard input goes to standard output in its own encoding", async () => {
  // 方案 in GB18030.
  const stdin = Uint8Array.from([...Buffer.from("title:   "), 0xb7, 0xbd, 0xb0, 0xb8, 0x0d, 0x0a]);
  const host = fakeHost({ stdin });
  expect(await run(["fmt", "-"], host)).toBe(0);
  expect(Buffer.from(host.stdoutBytes())).toEqual(
    Buffer.from([...Buffer.from("title: "), 0xb7, 0xbd, 0xb0, 0xb8, 0x0d, 0x0a]),
  );
  expect(host.stderr()).toBe("");
});

test("a file with a fault in its YAML is told and left, the others are written", async () => {
  const files = { "/repo/a.plan.yaml": "title: [a\nformat: 1\n", "/repo/b.plan.yaml": crooked };
  const host = fakeHost({ files });
  expect(await run(["fmt"], host)).toBe(1);
  expect([...host.replaced.keys()]).toEqual(["/repo/b.plan.yaml"]);
  expect(host.stderr()).toContain("yaml/unclosed");
  expect(host.stderr()).toContain("2 files: 1 changed, 0 in order, 1 left as it is");
});

test("standard input with a fault writes nothing, so that an editor keeps its text", async () => {
  const host = fakeHost({ stdin: "title: [a\nformat: 1\n" });
  expect(await run(["fmt", "-"], host)).toBe(1);
  expect(host.stdout()).toBe("");
});

test.each([
  ["changed", "it was changed while the command ran"],
  ["read-only", "it is write-protected"],
] as const)("a file that is %s is told and kept", async (cause, words) => {
  const path = "/repo/a.plan.yaml";
  const host = fakeHost({ files: { [path]: crooked }, kept: { [path]: cause } });
  expect(await run(["fmt"], host)).toBe(2);
  expect(host.stderr()).toContain(words);
  expect(host.stdout()).toBe("");
});

test("what the layout does not settle is told as a fault of the program, and the file stays", async () => {
  const host = fakeHost({ files: { "/repo/a.plan.yaml": "format: 1\ntitle: |2\n    A\n" } });
  expect(await run(["fmt"], host)).toBe(3);
  expect(host.stderr()).toContain("internal/fault");
  expect(host.replaced.size).toBe(0);
});

test("nothing found is an error", async () => {
  expect(await run(["fmt"], fakeHost())).toBe(2);
});
