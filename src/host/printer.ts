/**
 * Prints pages to PDF by an installed Chromium: one for the whole run, a fresh context for each page, so that what a page
 * gives does not depend on those before it. A file of its own, for most runs print nothing.
 */
import { accessSync, constants, statSync } from "node:fs";
import { type Chromium, ChromiumFailure, startChromium, within } from "./chromium.ts";
import { chromiumPlaces, chromiumVariable } from "./chromium-places.ts";
import type { Printer, PrintFailure, PrintResult, TriedPrinter } from "./host.ts";

export interface PrinterOptions {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Named in the documents as what made them. */
  readonly maker: string;
  /** Seconds for a start, and for a page; pages of thousands of rows take some. */
  readonly startSeconds?: number;
  readonly pageSeconds?: number;
}

interface Running {
  readonly program: string;
  readonly chromium: Chromium;
  readonly lacksChinese: boolean;
}

/** Makes a printer; nothing is looked for or started before the first page. */
export function makePrinter(options: PrinterOptions): Printer {
  let running: Running | null = null;
  let neverStarts: PrintFailure | null = null;
  const stop = async (): Promise<void> => {
    const { chromium } = running ?? {};
    running = null;
    await chromium?.close();
  };
  return {
    close: stop,
    print: async (html): Promise<PrintResult> => {
      if (neverStarts !== null) return { ok: false, failure: neverStarts };
      if (running === null) {
        const started = await startAny(options);
        if ("cause" in started) {
          // It would fail at every page, and each might take the whole time limit.
          neverStarts = started;
          return { ok: false, failure: started };
        }
        running = started;
      }
      const { program, chromium, lacksChinese } = running;
      try {
        const bytes = await within(options.pageSeconds ?? 180, printPage(chromium, html));
        if (!isWhole(bytes)) return { ok: false, failure: { cause: "incomplete", program, detail: "" } };
        return { ok: true, bytes, version: chromium.version, lacksChinese };
      } catch (error) {
        await stop(); // the next page gets a new one
        return { ok: false, failure: failureOf(error, program, "refused") };
      }
    },
  };
}

/** Starts the Chromium that would print, and ends it again: whether it does, and what it has. */
export async function tryPrinter(options: PrinterOptions): Promise<TriedPrinter> {
  const started = await startAny({ startSeconds: 20, ...options });
  if ("cause" in started) return { ok: false, failure: started };
  const { program, chromium, lacksChinese } = started;
  await chromium.close();
  return { ok: true, program, version: chromium.version, lacksChinese };
}

/** The first of the programs that starts, or why the first of them does not. */
async function startAny({ env, maker, startSeconds = 60 }: PrinterOptions): Promise<Running | PrintFailure> {
  const named = env[chromiumVariable];
  const places = named ? [named] : chromiumPlaces({ platform: process.platform, env });
  const programs = places.filter(isProgram);
  if (programs.length === 0)
    return named
      ? { cause: "not-a-program", program: named, detail: "" }
      : { cause: "not-found", program: null, detail: "" };
  let first: PrintFailure | null = null;
  for (const program of programs) {
    const started = await tryStart(program, { maker, seconds: startSeconds });
    if (!("cause" in started)) return started;
    first ??= started;
    // One that hangs, or a full disk: another would only take as long again.
    if (started.cause !== "no-start") break;
  }
  return first ?? { cause: "not-found", program: null, detail: "" };
}

async function tryStart(
  program: string,
  options: { readonly maker: string; readonly seconds: number },
): Promise<Running | PrintFailure> {
  let chromium: Chromium | null = null;
  try {
    chromium = await startChromium(program, options);
    const lacksChinese = await within(options.seconds, lacksChineseFont(chromium));
    return { program, chromium, lacksChinese };
  } catch (error) {
    await chromium?.close();
    return failureOf(error, program, "no-start");
  }
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

function failureOf(error: unknown, program: string, otherwise: "no-start" | "refused"): PrintFailure {
  const detail = error instanceof Error ? error.message : String(error);
  return { cause: error instanceof ChromiumFailure ? error.why : otherwise, program, detail };
}

/** Sends a command to one page. */
type Send = (method: string, parameters?: object) => Promise<Readonly<Record<string, unknown>>>;

/** A page of its own: a command to it, and its end. */
async function inPage<T>(chromium: Chromium, work: (send: Send) => Promise<T>): Promise<T> {
  const { devTools } = chromium;
  const { browserContextId } = await devTools.send("Target.createBrowserContext");
  const { targetId } = await devTools.send("Target.createTarget", { url: "about:blank", browserContextId });
  const done = await work(await attached(chromium, targetId));
  await devTools.send("Target.disposeBrowserContext", { browserContextId });
  return done;
}

async function attached({ devTools }: Chromium, targetId: unknown): Promise<Send> {
  const { sessionId } = await devTools.send("Target.attachToTarget", { targetId, flatten: true });
  return (method, parameters) => devTools.send(method, parameters, String(sessionId));
}

/**
 * Written into an empty page (`about:blank`), which may load no file of this machine, with scripts off. `lang` and title
 * of the page become those of the PDF, its headings the outline.
 */
function printPage(chromium: Chromium, html: string): Promise<Uint8Array> {
  return inPage(chromium, async (send) => {
    await send("Emulation.setScriptExecutionDisabled", { value: true });
    const { frameTree } = await send("Page.getFrameTree");
    const frameId = (frameTree as { readonly frame: { readonly id: string } }).frame.id;
    await send("Page.setDocumentContent", { frameId, html });
    while (
      (await evaluatedValue(send("Runtime.evaluate", { expression: "document.readyState" }))) !== "complete"
    )
      await new Promise((done) => setTimeout(done, 20));
    const { data } = await send("Page.printToPDF", {
      preferCSSPageSize: true,
      printBackground: true,
      generateTaggedPDF: true,
      generateDocumentOutline: true,
    });
    return Buffer.from(String(data), "base64");
  });
}

/** Three characters that no font draws alike: when they look the same, what is drawn is the box for a missing one. */
const differentDrawings = `new Set([..."中文国"].map((sign) => {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = 40;
  const pen = canvas.getContext("2d");
  pen.font = "32px sans-serif";
  pen.fillText(sign, 2, 34);
  return canvas.toDataURL();
})).size`;

/** Asked in the empty page that Chromium starts with: a further one takes longer to open than to be asked. */
async function lacksChineseFont(chromium: Chromium): Promise<boolean> {
  const ask = async (send: Send): Promise<boolean> =>
    (await evaluatedValue(
      send("Runtime.evaluate", { expression: differentDrawings, returnByValue: true }),
    )) === 1;
  const { targetInfos } = await chromium.devTools.send("Target.getTargets");
  const open = (targetInfos as readonly { readonly targetId: string; readonly type: string }[]).find(
    ({ type }) => type === "page",
  );
  return open === undefined ? inPage(chromium, ask) : ask(await attached(chromium, open.targetId));
}

async function evaluatedValue(evaluated: Promise<Readonly<Record<string, unknown>>>): Promise<unknown> {
  return ((await evaluated).result as { readonly value?: unknown } | undefined)?.value;
}

/** A PDF begins and ends with its marks; one that was cut off has no end. */
function isWhole(bytes: Uint8Array): boolean {
  const text = (part: Uint8Array): string => Buffer.from(part).toString("latin1");
  return text(bytes.subarray(0, 5)) === "%PDF-" && /%%EOF\s*$/.test(text(bytes.subarray(-16)));
}
