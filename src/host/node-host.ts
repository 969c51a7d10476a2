/** The real host: the only file that touches disk, clock, environment or process. */
import {
  accessSync,
  chmodSync,
  chownSync,
  closeSync,
  constants,
  fstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { dirname, join, resolve, sep } from "node:path";
import { version } from "../../package.json";
import { runGit } from "./git.ts";
import {
  type FoundFiles,
  type Host,
  OutputFailure,
  type PathKind,
  type ReadFailure,
  type ReadResult,
  type ReplaceResult,
  type TextStream,
  type WriteResult,
} from "./host.ts";
import { makeMemoryHolder } from "./memory.ts";

/** Makes the host of this process; `program` is the file of the program that runs, none for one run from its sources. */
export function makeNodeHost(program?: string): Host {
  let hasThreads = false;
  return {
    cwd: posix(workingFolder()),
    env: process.env,
    version,
    build: program === undefined ? "" : stampOf(program),
    digest,
    today: localDay,
    kindOf,
    read: (path, limits) => readWhole(path, limits.maxBytes, limits.root),
    readStdin: (maxBytes) => readStdin(maxBytes),
    find: findPlans,
    realPath: (path) => posix(realOr(path)),
    write: writeWhole,
    git: (args, options) => runGit(args, options, process.env),
    replace: replaceWhole,
    watch: async (watched) => {
      await stopBetweenFiles();
      const { watchFiles } = await import("./watch-files.ts");
      return watchFiles(watched);
    },
    writeNew: async (files) => {
      await stopBetweenFiles();
      const { writeNewFiles } = await import("./write-new.ts");
      return writeNewFiles(files);
    },
    openPrinter: async () => {
      await stopBetweenFiles();
      const { makePrinter } = await import("./printer.ts");
      return makePrinter({ env: process.env, maker: `planwright ${version}` });
    },
    examineMachine: async (folder) => {
      await stopBetweenFiles();
      const { examineMachine } = await import("./machine.ts");
      return examineMachine(folder, { env: process.env, maker: `planwright ${version}` });
    },
    processors: () => process.getBuiltinModule("node:os").availableParallelism(),
    startWorkers: async (count, task) => {
      if (program === undefined) return [];
      hasThreads = true;
      const { startThreads } = await import("./workers.ts");
      return startThreads(join(dirname(program), "worker.js"), count, task);
    },
    runApart: async ({ kind, input }) => {
      if (program === undefined) return { ok: false };
      const { answerOf } = await import("./workers.ts");
      return answerOf(join(dirname(program), `${kind}-worker.js`), input);
    },
    serveEditor: async (service) => {
      const { serveEditor } = await import("./editor-connection.ts");
      return serveEditor(service, version);
    },
    holdMemory: makeMemoryHolder(() => hasThreads),
    input: { isTerminal: () => process.getBuiltinModule("node:tty").isatty(0), line: readLine },
    out: streamOf(1, () => process.stdout),
    err: streamOf(2, () => process.stderr),
    writeBytes: writerOf(1),
  };
}

/** Size and time of a file: another build has another. */
function stampOf(path: string): string {
  const stat = statSync(path, { throwIfNoEntry: false });
  return `${stat?.size} ${stat?.mtimeMs}`;
}

/** Loaded only for a cache: it takes a few milliseconds. */
function digest(content: string | Uint8Array): string {
  const { createHash } = process.getBuiltinModule("node:crypto");
  return createHash("sha256").update(content).digest("hex");
}

/** The folder that the process stands in; one that was removed meanwhile is found missing later, like any other path. */
function workingFolder(): string {
  try {
    return process.cwd();
  } catch {
    return process.env.PWD ?? sep;
  }
}

/** The day on the user's own calendar: at seven in the morning in Beijing it is still yesterday in UTC. */
function localDay(): string {
  const now = new Date();
  const two = (part: number): string => String(part).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

function posix(path: string): string {
  return sep === "/" ? path : path.replaceAll(sep, "/");
}

function kindOf(path: string): PathKind {
  try {
    const stat = statSync(path);
    return stat.isFile() ? "file" : stat.isDirectory() ? "folder" : "other";
  } catch (error) {
    return failureOf(error) === "denied" ? "denied" : "missing";
  }
}

function realOr(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return resolve(path);
  }
}

function failureOf(error: unknown): ReadFailure {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === "ENOENT" || code === "ENOTDIR") return "missing";
  if (code === "EACCES" || code === "EPERM") return "denied";
  if (code === "EISDIR") return "folder";
  return "failed";
}

/** Opens without waiting (a FIFO would block), refuses what is not a plain file, reads what was there when opened. */
function readWhole(path: string, maxBytes: number, root: string | undefined): ReadResult {
  let handle: number | null = null;
  try {
    const real = root === undefined ? path : realpathSync(path);
    if (root !== undefined && !isInside(real, realOr(root))) return { ok: false, failure: "outside-root" };
    handle = openSync(real, constants.O_RDONLY | constants.O_NONBLOCK);
    const stat = fstatSync(handle);
    if (stat.isDirectory()) return { ok: false, failure: "folder" };
    if (!stat.isFile()) return { ok: false, failure: "not-a-file" };
    if (stat.size > maxBytes) return { ok: false, failure: "too-large" };
    return readBytes(handle, stat.size, maxBytes);
  } catch (error) {
    return { ok: false, failure: failureOf(error) };
  } finally {
    if (handle !== null) closeSync(handle);
  }
}

/** Reads to the end, but no further than allowed: a file may grow meanwhile, and those of `/proc` say that they have no bytes. */
function readBytes(handle: number, size: number, maxBytes: number): ReadResult {
  const parts: Buffer[] = [];
  let read = 0;
  for (;;) {
    const buffer = Buffer.allocUnsafe(Math.max(size - read, 0) + 4096);
    const count = readSync(handle, buffer);
    if (count === 0) break;
    read += count;
    if (read > maxBytes) return { ok: false, failure: "too-large" };
    parts.push(buffer.subarray(0, count));
  }
  const [first] = parts;
  return { ok: true, bytes: parts.length === 1 && first !== undefined ? first : Buffer.concat(parts) };
}

function isInside(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

function readStdin(maxBytes: number): ReadResult {
  const parts: Buffer[] = [];
  let size = 0;
  const buffer = Buffer.alloc(65_536);
  for (;;) {
    let count: number;
    try {
      count = readSync(0, buffer, 0, buffer.length, null);
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code;
      if (code === "EAGAIN") {
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
        continue;
      }
      if (code === "EOF") break;
      return { ok: false, failure: failureOf(error) };
    }
    if (count === 0) break;
    size += count;
    if (size > maxBytes) return { ok: false, failure: "too-large" };
    parts.push(Buffer.from(buffer.subarray(0, count)));
  }
  return { ok: true, bytes: Buffer.concat(parts) };
}

/** One line as it is typed; what stands behind it stays for the next. A terminal gives no more than the line itself. */
function readLine(): string | null {
  const bytes: number[] = [];
  const one = Buffer.alloc(1);
  for (;;) {
    let count: number;
    try {
      count = readSync(0, one, 0, 1, null);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EAGAIN") return null;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
      continue;
    }
    if (count === 0) return bytes.length === 0 ? null : Buffer.from(bytes).toString("utf8");
    if (one[0] === 10) return Buffer.from(bytes).toString("utf8").replace(/\r$/, "");
    bytes.push(one[0] ?? 0);
  }
}

async function findPlans(
  pattern: { readonly folder: string } | { readonly glob: string },
): Promise<FoundFiles> {
  const { findBelow, findMatching } = await import("./find-plans.ts");
  return "glob" in pattern ? findMatching(pattern.glob) : findBelow(pattern.folder);
}

let stopsBetweenFiles = false;

/**
 * From the first file on, and while Chromium runs for us, Ctrl-C and a request to end are heard between two files only, with the exit code that the shell
 * gives to a process ended by that signal. Until then nothing can be left half written, and they end the process at once.
 */
async function stopBetweenFiles(): Promise<void> {
  if (!stopsBetweenFiles) {
    for (const [signal, code] of [
      ["SIGHUP", 129],
      ["SIGINT", 130],
      ["SIGTERM", 143],
    ] as const) {
      process.on(signal, () => process.exit(code));
    }
    stopsBetweenFiles = true;
  }
  await new Promise((done) => setImmediate(done));
}

/** Writes beside the destination and renames: a reader sees the old file or the new one, never half of one. */
async function writeWhole(path: string, content: string | Uint8Array): Promise<WriteResult> {
  await stopBetweenFiles();
  const temporary = `${path}.${crypto.randomUUID()}.tmp`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(temporary, content, { flag: "wx" });
    renameSync(temporary, path);
    return { ok: true };
  } catch (error) {
    removeQuietly(temporary);
    return { ok: false, code: (error as NodeJS.ErrnoException).code ?? "EIO" };
  }
}

/**
 * As `writeWhole`, in the place of a file that was read: none of its three write permissions means that it is not to be
 * written, also where the user (root) could.
 */
async function replaceWhole(path: string, before: Uint8Array, content: Uint8Array): Promise<ReplaceResult> {
  await stopBetweenFiles();
  let temporary: string | null = null;
  try {
    const real = realpathSync(path);
    const { mode, uid, gid } = statSync(real);
    if ((mode & 0o222) === 0) return { ok: false, cause: "read-only" };
    accessSync(real, constants.W_OK);
    temporary = `${real}.${crypto.randomUUID()}.tmp`;
    writeFileSync(temporary, content, { flag: "wx", mode });
    chmodSync(temporary, mode & 0o7777);
    const own = statSync(temporary);
    if (own.uid !== uid || own.gid !== gid) chownSync(temporary, uid, gid);
    if (Buffer.compare(readFileSync(real), before) !== 0) {
      removeQuietly(temporary);
      return { ok: false, cause: "changed" };
    }
    renameSync(temporary, real);
    return { ok: true };
  } catch (error) {
    if (temporary !== null) removeQuietly(temporary);
    const code = (error as NodeJS.ErrnoException).code ?? "EIO";
    if (code === "ENOENT") return { ok: false, cause: "changed" };
    return code === "EACCES" || code === "EROFS"
      ? { ok: false, cause: "read-only" }
      : { ok: false, cause: "failed", code };
  }
}

/** Removes what may not be there, or not even be able to be there (its folder is a file). */
function removeQuietly(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // The cause of the first failure is told; this one says nothing new.
  }
}

/**
 * Writes synchronously, so that nothing is lost when the process ends; waits while a pipe is full. When its reader has
 * gone (`| head`), the rest is dropped and the run goes on: its exit code must still tell what was found. Node's own stream is asked for the terminal's width only: making it costs a few milliseconds.
 */
function streamOf(handle: number, stream: () => NodeJS.WriteStream): TextStream {
  const terminal = isDevice(handle) && stream().isTTY ? stream() : null;
  const write = writerOf(handle);
  return {
    isTerminal: terminal !== null,
    columns: terminal?.columns ?? null,
    write: (text) => write(Buffer.from(text, "utf8")),
  };
}

/** Writes all of some bytes, as `streamOf` says. */
function writerOf(handle: number): (bytes: Uint8Array) => void {
  let gone = false;
  return (bytes) => {
    let rest = bytes;
    while (rest.length > 0 && !gone) {
      try {
        rest = rest.subarray(writeSync(handle, rest));
      } catch (error) {
        const code = (error as NodeJS.ErrnoException).code ?? "EIO";
        if (code === "EAGAIN") Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
        else if (code === "EPIPE" || handle !== 1) gone = true;
        else throw new OutputFailure(code);
      }
    }
  };
}

/** False for files, pipes and the null device, which are no terminals; cheap to find out. */
function isDevice(handle: number): boolean {
  try {
    const stat = fstatSync(handle);
    return stat.isCharacterDevice() && stat.rdev !== statSync("/dev/null", { throwIfNoEntry: false })?.rdev;
  } catch {
    return false;
  }
}
