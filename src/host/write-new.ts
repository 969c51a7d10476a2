/** Writes several new files, all or none, over no file that exists. */
import {
  constants,
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname } from "node:path";
import type { NewFile, NewFilesResult } from "./host.ts";

/**
 * Writes each file beside its place first, then gives all of them their names; where one fails, those that have their
 * names lose them again, with the folders that were made for them. A name that another program took meanwhile stays its own.
 */
export function writeNewFiles(files: readonly NewFile[]): NewFilesResult {
  const folders: string[] = [];
  const temporary: string[] = [];
  const named: string[] = [];
  let at = "";
  try {
    for (const { path, content } of files) {
      at = path;
      makeFolder(dirname(path), folders);
      const beside = `${path}.${crypto.randomUUID()}.tmp`;
      temporary.push(beside);
      writeFileSync(beside, content, { flag: "wx" });
    }
    for (const [i, { path }] of files.entries()) {
      at = path;
      giveName(temporary[i] ?? "", path);
      named.push(path);
    }
    removeAll(temporary, []);
    return { ok: true };
  } catch (error) {
    removeAll([...temporary, ...named], folders);
    return { ok: false, path: at, code: (error as NodeJS.ErrnoException).code ?? "EIO" };
  }
}

/** Makes a folder and those above it, each noted, outermost first. */
function makeFolder(path: string, made: string[]): void {
  if (existsSync(path)) return;
  if (dirname(path) !== path) makeFolder(dirname(path), made);
  mkdirSync(path);
  made.push(path);
}

/** A link takes no name that is taken; file systems without links copy, which takes none either. */
function giveName(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") throw error;
    copyFileSync(from, to, constants.COPYFILE_EXCL);
  }
}

function removeAll(files: readonly string[], folders: readonly string[]): void {
  for (const file of files) quietly(() => rmSync(file, { force: true }));
  for (const folder of [...folders].reverse()) quietly(() => rmdirSync(folder));
}

/** The first failure is told; what cannot be cleared away after it says nothing new. */
function quietly(act: () => void): void {
  try {
    act();
  } catch {
    // As above: nothing new.
  }
}
