/** Reads files and says what stands at a path; never throws, never waits, reads nothing outside a root. */
import { closeSync, constants, fstatSync, openSync, readSync, realpathSync, statSync } from "node:fs";
import { resolve, sep } from "node:path";
import type { PathKind, ReadFailure, ReadResult } from "./host.ts";

/** A path with `/` between its parts on every system. */
export function posix(path: string): string {
  return sep === "/" ? path : path.replaceAll(sep, "/");
}

/** What stands at a path, links followed. */
export function kindOf(path: string): PathKind {
  try {
    const stat = statSync(path);
    return stat.isFile() ? "file" : stat.isDirectory() ? "folder" : "other";
  } catch (error) {
    return failureOf(error) === "denied" ? "denied" : "missing";
  }
}

/** The path behind all links; of what does not exist the full path as written. */
export function realOr(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return resolve(path);
  }
}

/** The failure that an error of the operating system stands for. */
export function failureOf(error: unknown): ReadFailure {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === "ENOENT" || code === "ENOTDIR") return "missing";
  if (code === "EACCES" || code === "EPERM") return "denied";
  if (code === "EISDIR") return "folder";
  return "failed";
}

/** Opens without waiting (a FIFO would block), refuses what is not a plain file, reads what was there when opened. */
export function readWhole(path: string, maxBytes: number, root: string | undefined): ReadResult {
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
