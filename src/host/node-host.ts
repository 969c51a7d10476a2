/** The real host: the only file that touches disk, clock, environment or process. */
import { randomBytes } from "node:crypto";
import {
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
import { dirname, resolve, sep } from "node:path";
import { version } from "../../package.json";
import type { Host, PathKind, ReadFailure, ReadResult, TextStream } from "./host.ts";

/** Makes the host of this process. A reader that goes away (a closed pipe) ends the output quietly. */
export function makeNodeHost(): Host {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EPIPE") process.exit(process.exitCode ?? 0);
      throw error;
    });
  }
  return {
    cwd: posix(process.cwd()),
    env: process.env,
    version,
    today: () => new Date().toISOString().slice(0, 10),
    kindOf,
    read: (path, limits) => readWhole(path, limits.maxBytes, limits.root),
    readStdin: (maxBytes) => readStdin(maxBytes),
    find: findPlans,
    realPath: (path) => posix(realOr(path)),
    write: writeWhole,
    out: streamOf(process.stdout, 1),
    err: streamOf(process.stderr, 2),
  };
}

function posix(path: string): string {
  return sep === "/" ? path : path.replaceAll(sep, "/");
}

function kindOf(path: string): PathKind {
  try {
    const stat = statSync(path);
    return stat.isFile() ? "file" : stat.isDirectory() ? "folder" : "other";
  } catch {
    return "missing";
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
    const real = realpathSync(path);
    if (root !== undefined && !isInside(real, realOr(root))) return { ok: false, failure: "outside-root" };
    handle = openSync(real, constants.O_RDONLY | constants.O_NONBLOCK);
    const stat = fstatSync(handle);
    if (stat.isDirectory()) return { ok: false, failure: "folder" };
    if (!stat.isFile()) return { ok: false, failure: "not-a-file" };
    if (stat.size > maxBytes) return { ok: false, failure: "too-large" };
    const bytes = readFileSync(handle);
    return bytes.length > maxBytes ? { ok: false, failure: "too-large" } : { ok: true, bytes };
  } catch (error) {
    return { ok: false, failure: failureOf(error) };
  } finally {
    if (handle !== null) closeSync(handle);
  }
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

async function findPlans(
  pattern: { readonly folder: string } | { readonly glob: string },
): Promise<readonly string[]> {
  const { glob } = await import("tinyglobby");
  const options = {
    absolute: false,
    onlyFiles: true,
    followSymbolicLinks: false,
    expandDirectories: false,
  } as const;
  if ("glob" in pattern) return (await glob(pattern.glob, options)).sort();
  const found = await glob(["**/*.plan.yaml", "**/plan.yaml"], {
    ...options,
    cwd: pattern.folder,
    ignore: ["**/node_modules/**"],
  });
  return found
    .sort()
    .map((path) => (pattern.folder === "." ? path : `${pattern.folder.replace(/\/+$/, "")}/${path}`));
}

/** Writes beside the destination and renames: a reader sees the old file or the new one, never half of one. */
function writeWhole(path: string, content: string | Uint8Array): ReturnType<Host["write"]> {
  const temporary = `${path}.${randomBytes(6).toString("hex")}.tmp`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(temporary, content, { flag: "wx" });
    renameSync(temporary, path);
    return { ok: true };
  } catch (error) {
    rmSync(temporary, { force: true });
    return { ok: false, message: (error as NodeJS.ErrnoException).code ?? "EIO" };
  }
}

/** Writes synchronously, so that nothing is lost when the process ends; falls back to the stream when a pipe is full. */
function streamOf(stream: NodeJS.WriteStream, handle: number): TextStream {
  return {
    isTerminal: stream.isTTY === true,
    columns: stream.isTTY === true ? stream.columns : null,
    write: (text) => {
      let rest = Buffer.from(text, "utf8");
      while (rest.length > 0) {
        try {
          rest = rest.subarray(writeSync(handle, rest));
        } catch (error) {
          const code = (error as NodeJS.ErrnoException).code;
          if (code === "EAGAIN") Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
          else if (code === "EPIPE") process.exit(process.exitCode ?? 0);
          else throw error;
        }
      }
    },
  };
}
