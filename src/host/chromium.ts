/** Starts an installed Chromium without window, network or traces, and ends it with all that belongs to it. */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable, Writable } from "node:stream";
import { connect, type DevTools } from "./devtools.ts";

/** Thrown when Chromium does not do what was asked; `message` holds its own last words, for `no-folder` an error code. */
export class ChromiumFailure extends Error {
  readonly why: "no-start" | "died" | "too-slow" | "no-folder";

  constructor(why: ChromiumFailure["why"], message: string) {
    super(message);
    this.why = why;
  }
}

export interface Chromium {
  readonly devTools: DevTools;
  /** Its major version; 0 when it does not tell. */
  readonly version: number;
  /** Ends it and removes its folder; to be called once, also after a failure. */
  close(): Promise<void>;
}

/** Seconds in which a running Chromium ends by itself when it is asked to. */
const closingSeconds = 5;

/**
 * No window, no first-run pages, no reports home, nothing kept. Every name resolves to nothing, so that not even
 * a template of the user's own can reach the network. Letters keep their true widths (`--font-render-hinting`), so that
 * lines break alike on every screen. No prepared lists below an address bar that nobody sees: each window would
 * load two pages of scripts for them. Chromium ignores what it does not know, so that versions
 * need not be told apart.
 */
const settings = [
  "--headless",
  "--remote-debugging-pipe",
  "--disable-gpu",
  "--no-first-run",
  "--no-default-browser-check",
  "--no-pings",
  "--disable-background-networking",
  "--disable-breakpad",
  "--disable-component-update",
  "--disable-default-apps",
  "--disable-dev-shm-usage",
  "--disable-domain-reliability",
  "--disable-extensions",
  "--disable-features=CertificateTransparencyComponentUpdater,MediaRouter,OptimizationHints,Translate,WebUIOmniboxAimPopup,WebUIOmniboxFullPopup,WebUIOmniboxPopup",
  "--disable-sync",
  "--font-render-hinting=none",
  "--host-resolver-rules=MAP * ~NOTFOUND",
  "--metrics-recording-only",
  "--mute-audio",
  "--password-store=basic",
  "--use-mock-keychain",
];

/** How to start it: `maker` is named in its documents as what made them, `seconds` is all that it may take to answer. */
export interface StartOptions {
  readonly maker: string;
  readonly seconds: number;
}

/** Starts a program that should be Chromium; rejected with a `ChromiumFailure`. */
export async function startChromium(program: string, options: StartOptions): Promise<Chromium> {
  // Chromium refuses to run as root with its sandbox.
  if (process.getuid?.() === 0) return start(program, options, ["--no-sandbox"]);
  try {
    return await start(program, options, []);
  } catch (error) {
    // Where the system gives none (many containers), it does without: the page runs no script and loads nothing.
    if (!(error instanceof ChromiumFailure) || !/sandbox/i.test(error.message)) throw error;
    return start(program, options, ["--no-sandbox"]);
  }
}

async function start(
  program: string,
  { maker, seconds }: StartOptions,
  more: readonly string[],
): Promise<Chromium> {
  const running = launch(program, maker, more);
  try {
    const { product } = await within(seconds, running.devTools.send("Browser.getVersion"));
    return { ...running, version: Number(/\/(\d+)/.exec(String(product))?.[1] ?? 0) };
  } catch (error) {
    await running.close();
    const died = error instanceof ChromiumFailure && error.why === "died";
    throw died ? new ChromiumFailure("no-start", error.message) : error;
  }
}

function launch(program: string, maker: string, more: readonly string[]): Omit<Chromium, "version"> {
  const folder = ownFolder();
  const child = spawn(
    program,
    [...settings, ...more, `--user-agent=${maker}`, `--user-data-dir=${folder}`, "about:blank"],
    {
      // A group of its own can be ended as a whole; Ctrl-C then reaches us alone, and we end it.
      detached: process.platform !== "win32",
      windowsHide: true,
      stdio: ["ignore", "ignore", "pipe", "pipe", "pipe"],
    },
  );
  const [, , complaints, into, from] = child.stdio;
  const devTools = connect(into as Writable, from as Readable);
  const lastWords = lastWordsOf(complaints as Readable);
  const end = (): void => {
    killGroup(child);
    removeFolder(folder);
  };
  process.once("exit", end);
  const gone = new Promise<void>((done) => {
    child.once("error", (error) => {
      devTools.end(new ChromiumFailure("no-start", error.message));
      done();
    });
    // `close` comes after all that it wrote has been read.
    child.once("close", () => {
      devTools.end(new ChromiumFailure("died", lastWords()));
      done();
    });
  });
  return {
    devTools,
    close: async () => {
      devTools.send("Browser.close").catch(() => undefined);
      await within(closingSeconds, gone).catch(() => undefined);
      // Also what it may have left running.
      killGroup(child);
      await within(closingSeconds, gone).catch(() => undefined);
      process.off("exit", end);
      removeFolder(folder);
    },
  };
}

function ownFolder(): string {
  try {
    return mkdtempSync(join(tmpdir(), "planwright-"));
  } catch (error) {
    throw new ChromiumFailure("no-folder", (error as NodeJS.ErrnoException).code ?? "EIO");
  }
}

/** Removes a folder in which a process that is just ending may still write. */
function removeFolder(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
  } catch {
    // It lies among the temporary files of the system, which clears them.
  }
}

/** Ends a process and, where there are groups, all that it started. */
function killGroup(child: ChildProcess): void {
  try {
    if (child.pid !== undefined && process.platform !== "win32") process.kill(-child.pid, "SIGKILL");
    else child.kill("SIGKILL");
  } catch {
    // It has ended by itself.
  }
}

/** Most of what Chromium complains of is said by every healthy run on a machine without a desktop. */
const harmless = /dbus|gpu|vaapi|gcm|angle|DevTools listening|unexpected operator/i;

/** The last line that a program wrote, without time and place in its source. */
function lastWordsOf(complaints: Readable): () => string {
  let heard = "";
  complaints.on("data", (chunk: Buffer) => {
    heard = (heard + chunk.toString("utf8")).slice(-20_000);
  });
  return () => {
    const lines = heard.split(/\r?\n/).filter((line) => line.trim() !== "" && !harmless.test(line));
    const telling = lines.filter((line) => /sandbox|FATAL|error/i.test(line));
    const line = telling[0] ?? lines.at(-1) ?? "";
    return line.replace(/^\[[^\]]*\]\s*/, "").slice(0, 300);
  };
}

/** What a promise gives, or the failure `too-slow` after so many seconds. */
export async function within<T>(seconds: number, promise: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const tooSlow = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(new ChromiumFailure("too-slow", String(seconds))), seconds * 1000);
  });
  try {
    return await Promise.race([promise, tooSlow]);
  } finally {
    clearTimeout(timer);
  }
}
