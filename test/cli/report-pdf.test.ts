/** `plan report --to pdf`: what is written and told; the host's printer is a stand-in, or a program that plays Chromium. */
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, expect, test } from "vitest";
import { run } from "../../src/cli/run.ts";
import type { PrintFailure, PrintResult } from "../../src/host/host.ts";
import { fakeChromium, isRunning } from "../kit/fake-chromium.ts";
import { type FakeHost, fakeHost } from "../kit/fake-host.ts";
import { minimalPlan } from "../kit/plans.ts";

const pdf = "%PDF-1.4\n/CreationDate (D:20991231235959+08'00')\n%%EOF";

function printed(more: Partial<Extract<PrintResult, { ok: true }>> = {}): PrintResult {
  return { ok: true, bytes: new TextEncoder().encode(pdf), version: 156, lacksChinese: false, ...more };
}

function failed(cause: PrintFailure["cause"], program: string | null = "/usr/bin/chromium"): PrintResult {
  return { ok: false, failure: { cause, program, detail: "" } };
}

interface Said {
  readonly exit: number;
  readonly host: FakeHost;
  readonly err: string;
}

async function report(print: (html: string) => PrintResult, ...more: readonly string[]): Promise<Said> {
  const files = { "/repo/a.plan.yaml": minimalPlan, "/repo/b.plan.yaml": minimalPlan };
  const host = fakeHost({ files, print });
  const exit = await run(["report", ".", "--as-of", "2026-06-30", "--to", "pdf,md", ...more], host);
  return { exit, host, err: host.stderr() };
}

test("the page printed is the HTML report, and the PDF is dated as the report is", async () => {
  const pages: string[] = [];
  const { exit, host } = await report((html) => {
    pages.push(html);
    return printed();
  });
  expect(exit).toBe(0);
  expect(pages).toHaveLength(3); // and the index of both
  expect(pages[0]).toMatch(/^<!doctype html>\s*<html lang="en">/i);
  expect(host.written.get("/repo/small-status.pdf")).toBe(
    "%PDF-1.4\n/CreationDate (D:20260630000000+00'00')\n%%EOF",
  );
  expect(host.stdout()).toContain("wrote small-status.pdf");
});

test("without Chromium it says once what to do, writes the other formats, and could not do all (2)", async () => {
  const { exit, host, err } = await report(() => failed("not-found", null));
  expect(exit).toBe(2);
  expect(err.match(/output\/no-chromium/g)).toHaveLength(1);
  expect(err).toContain("set PLANWRIGHT_CHROMIUM to the path of its program");
  const names = ["small-status.md", "small-2-status.md", "index.md"].map((name) => `/repo/${name}`);
  expect([...host.written.keys()]).toEqual(names);
  expect(host.written.get("/repo/index.md")).toContain("small-status.md");
  expect(host.written.get("/repo/index.md")).not.toContain("small-status.pdf");
  expect((await report(() => failed("not-found", null), "--lang", "zh-Hans")).err).toContain(
    "无法生成 PDF：未找到 Chromium、Google Chrome 或 Microsoft Edge",
  );
});

test("a named program that is none is named", async () => {
  const { exit, err } = await report(() => failed("not-a-program", "/x/chrom\u001bium"));
  expect(exit).toBe(2);
  expect(err).toContain('PLANWRIGHT_CHROMIUM names "/x/chrom\\u{1b}ium"');
});

test("each PDF that was not printed is named, and the others are written", async () => {
  let page = 0;
  const { exit, host, err } = await report(() => (page++ === 0 ? failed("died") : printed()));
  expect(exit).toBe(2);
  expect(err).toContain("small-status.pdf was not written: /usr/bin/chromium ended while it printed");
  expect(host.written.has("/repo/small-status.pdf")).toBe(false);
  expect(host.written.has("/repo/small-2-status.pdf")).toBe(true);
});

test("boxes instead of Chinese are a warning where there is Chinese, once, and the PDF is written", async () => {
  const chinese = await report(() => printed({ lacksChinese: true }), "--lang", "zh-Hans");
  expect(chinese.exit).toBe(0);
  expect(chinese.err.match(/output\/no-chinese-font/g)).toHaveLength(1);
  expect(chinese.host.written.has("/repo/small-status.pdf")).toBe(true);
});

test("a Chromium before 131 is told to print no page numbers; 131 and one of unknown version are not", async () => {
  expect((await report(() => printed({ version: 130 }))).err).toContain("Chromium 130 cannot print them");
  for (const version of [131, 0]) expect((await report(() => printed({ version }))).err).toBe("");
});

const folder = mkdtempSync(join(tmpdir(), "plan-pdf-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.runIf(process.platform !== "win32").each([
  ["SIGINT", 130],
  ["SIGTERM", 143],
] as const)(
  "%s while Chromium prints ends both with %i, and nothing is left behind",
  async (signal, code) => {
    const place = mkdtempSync(join(folder, "s-"));
    const temporary = mkdtempSync(join(folder, "t-"));
    writeFileSync(join(place, "a.plan.yaml"), minimalPlan);
    const { program, startsFile } = fakeChromium(folder, "hangs at a page");
    rmSync(startsFile, { force: true });
    const child = spawn(process.execPath, [resolve("dist/plan.js"), "report", ".", "--to", "pdf"], {
      cwd: place,
      env: { ...process.env, PLANWRIGHT_CHROMIUM: program, TMPDIR: temporary },
    });
    const ended = new Promise((done) => child.on("exit", done));
    while (!existsSync(startsFile)) await new Promise((done) => setTimeout(done, 20));
    expect(readdirSync(temporary)).toHaveLength(1);
    child.kill(signal);
    expect(await ended).toBe(code);
    expect(readdirSync(temporary)).toEqual([]);
    expect(readdirSync(place)).toEqual(["a.plan.yaml"]);
    const pid = Number(readFileSync(startsFile, "utf8").split(" ")[0]);
    // Its process is ended by the system, at the latest when its parent is gone.
    for (let tries = 0; isRunning(pid) && tries < 100; tries++)
      await new Promise((done) => setTimeout(done, 20));
    expect(isRunning(pid)).toBe(false);
  },
);
