/** Writes files, each whole or not at all. */
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname } from "node:path";
import type { ReplaceResult, WriteResult } from "./host.ts";
import { stopBetweenFiles } from "./stop-between-files.ts";

/** One folder after the other: Node's own way goes on for ever where a system has no place for any, as below /proc. */
function makeFolders(path: string): void {
  if (existsSync(path) || dirname(path) === path) return;
  makeFolders(dirname(path));
  try {
    mkdirSync(path);
  } catch (error) {
    // Another run may have been faster.
    if (!existsSync(path)) throw error;
  }
}

/** Writes beside the destination and renames: a reader sees the old file or the new one, never half of one. */
export async function writeWhole(path: string, content: string | Uint8Array): Promise<WriteResult> {
  await stopBetweenFiles();
  const temporary = `${path}.${crypto.randomUUID()}.tmp`;
  try {
    makeFolders(dirname(path));
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
export async function replaceWhole(
  path: string,
  before: Uint8Array,
  content: Uint8Array,
): Promise<ReplaceResult> {
  await stopBetweenFiles();
  let temporary: string | null = null;
  try {
    const real = realpathSync(path);
    const { mode, uid, gid, nlink } = statSync(real);
    if ((mode & 0o222) === 0) return { ok: false, cause: "read-only" };
    // A file that is put in its place takes one name only: under the others the old text would stay, unnoticed.
    if (nlink > 1) return { ok: false, cause: "linked" };
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
