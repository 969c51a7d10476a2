/** How the printer bears a Chromium that fails; a real one prints in test/browser. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, expect, test, vi } from "vitest";
import type { Printer } from "../../src/host/host.ts";
import { makePrinter } from "../../src/host/printer.ts";
import { type Behaviour, fakeChromium, isRunning } from "../kit/fake-chromium.ts";

const base = mkdtempSync(join(tmpdir(), "plan-printer-"));
afterAll(() => rmSync(base, { recursive: true, force: true }));

const page = "<!doctype html><title>x</title>";
let opened: Printer | null = null;
let startsFile = "";
afterEach(async () => {
  await opened?.close();
  opened = null;
  vi.restoreAllMocks();
});

function printer(behaviour: Behaviour): Printer {
  const fake = fakeChromium(mkdtempSync(join(base, "p-")), behaviour);
  startsFile = fake.startsFile;
  const hangs = behaviour.startsWith("hangs");
  opened = makePrinter({
    env: { PLANWRIGHT_CHROMIUM: fake.program },
    maker: "planwright 1",
    startSeconds: hangs ? 1 : 20,
    pageSeconds: hangs ? 1 : 20,
  });
  return opened;
}

interface Start {
  readonly pid: number;
  readonly folder: string;
}

function starts(): readonly Start[] {
  const lines = readFileSync(startsFile, "utf8").trim().split("\n");
  return lines.map((line) => ({
    pid: Number(line.split(" ")[0]),
    folder: line.slice(line.indexOf(" ") + 1),
  }));
}

function runAs(user: number): void {
  vi.spyOn(process as { getuid: () => number }, "getuid").mockReturnValue(user);
}

const posix = test.runIf(process.platform !== "win32");

posix(
  "one Chromium prints all pages, without network or first-run pages, and nothing of it stays",
  async () => {
    const { print, close } = printer("well");
    const first = await print("<p>方案</p>");
    const second = await print(page);
    if (!first.ok || !second.ok) throw new Error("not printed");
    const text = Buffer.from(first.bytes).toString("utf8");
    expect(text).toContain("<p>方案</p>");
    for (const setting of [
      "--headless",
      "--no-first-run",
      "--disable-background-networking",
      "MAP * ~NOTFOUND",
    ])
      expect(text).toContain(setting);
    expect([first.version, first.lacksChinese]).toEqual([156, false]);
    const [started, ...more] = starts();
    expect(more).toEqual([]);
    expect(existsSync(started?.folder ?? "")).toBe(true);
    await close();
    expect(existsSync(started?.folder ?? "")).toBe(false);
    expect(isRunning(started?.pid ?? 0)).toBe(false);
  },
);

posix.each([
  ["no start", "no-start", /libnss3\.so/],
  ["hangs at start", "too-slow", /^1$/],
  ["hangs at a page", "too-slow", /^1$/],
  ["dies at a page", "died", /Out of memory/],
  ["refuses", "refused", /Printing is not available/],
  ["half a PDF", "incomplete", /^$/],
  ["no PDF", "incomplete", /^$/],
  ["nonsense", "no-start", /DevTools protocol/],
] as const)(
  "a Chromium that %s is told as %s, and its folder is removed",
  async (behaviour, cause, detail) => {
    const { print, close } = printer(behaviour);
    const printed = await print(page);
    expect(printed).toEqual({
      ok: false,
      failure: { cause, program: expect.stringContaining(base), detail: expect.stringMatching(detail) },
    });
    await close();
    for (const { pid, folder } of starts())
      expect([existsSync(folder), isRunning(pid)]).toEqual([false, false]);
  },
);

posix(
  "one that does not start is not started for every page: a run of many plans would take for ever",
  async () => {
    const { print } = printer("hangs at start");
    await print(page);
    const before = starts().length;
    expect((await print(page)).ok).toBe(false);
    expect(starts()).toHaveLength(before);
  },
);

posix("a page at which it dies costs only that page", async () => {
  const { print } = printer("dies at its first page");
  expect((await print(page)).ok).toBe(false);
  expect((await print(page)).ok).toBe(true);
  expect(starts()).toHaveLength(2);
});

posix("root runs it without sandbox, as Chromium demands", async () => {
  runAs(0);
  const printed = await printer("well").print(page);
  expect(printed.ok && Buffer.from(printed.bytes).toString("utf8")).toContain("--no-sandbox");
});

posix("others run it with its sandbox, and without only where the system gives none", async () => {
  runAs(1000);
  const usual = await printer("well").print(page);
  expect(usual.ok && Buffer.from(usual.bytes).toString("utf8")).not.toContain("--no-sandbox");
  await opened?.close();
  expect((await printer("no sandbox").print(page)).ok).toBe(true);
  expect(starts()).toHaveLength(2);
});

test.each(["missing", "a folder", "no program"])(
  "a named program that is %s is not replaced by another",
  async (kind) => {
    const folder = mkdtempSync(join(base, "n-"));
    const named = kind === "a folder" ? folder : join(folder, "chromium");
    if (kind === "no program") writeFileSync(named, "x", { mode: 0o644 });
    opened = makePrinter({ env: { ...process.env, PLANWRIGHT_CHROMIUM: named }, maker: "x" });
    expect(await opened.print(page)).toEqual({
      ok: false,
      failure: { cause: "not-a-program", program: named, detail: "" },
    });
  },
);

posix("of those found by themselves, the next is taken where the first does not start", async () => {
  const folder = mkdtempSync(join(base, "q-"));
  const broken = fakeChromium(folder, "no start");
  const good = fakeChromium(folder, "well");
  for (const [name, { program }] of Object.entries({ chromium: broken, "chromium-browser": good }))
    writeFileSync(join(folder, name), `#!/bin/sh\nexec "${program}" "$@"\n`, { mode: 0o755 });
  opened = makePrinter({ env: { PATH: folder }, maker: "x", startSeconds: 20 });
  expect((await opened.print(page)).ok).toBe(true);
});

posix("no room for temporary files is told with the system's code", async () => {
  const fake = fakeChromium(mkdtempSync(join(base, "t-")), "well");
  vi.stubEnv("TMPDIR", join(base, "missing"));
  opened = makePrinter({ env: { PLANWRIGHT_CHROMIUM: fake.program }, maker: "x" });
  const printed = await opened.print(page);
  vi.unstubAllEnvs();
  expect(printed).toMatchObject({ ok: false, failure: { cause: "no-folder", detail: "ENOENT" } });
});
