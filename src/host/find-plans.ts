/** Finds plan files below a folder or by a glob; links are not followed, folders that cannot be listed are told. */
import * as nodeFs from "node:fs";
import type { FoundFiles } from "./host.ts";

/** Folders that hold no plans of their own, and hidden ones (`.git` …), are passed over. */
function isSkipped(name: string): boolean {
  return name.startsWith(".") || name === "node_modules";
}

function isPlanName(name: string): boolean {
  return name === "plan.yaml" || name.endsWith(".plan.yaml");
}

/** All `*.plan.yaml` and `plan.yaml` below a folder, sorted, with the folder's own path in front. */
export function findBelow(folder: string): FoundFiles {
  const files: string[] = [];
  const denied: string[] = [];
  const base = folder.replace(/\/+$/, "") || "/";
  const waiting = [base];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    let entries: readonly nodeFs.Dirent[];
    try {
      entries = nodeFs.readdirSync(at, { withFileTypes: true });
    } catch (error) {
      if (isDenied(error)) denied.push(at);
      continue;
    }
    const inside = at === "." ? "" : at.endsWith("/") ? at : `${at}/`;
    for (const entry of entries) {
      if (isSkipped(entry.name)) continue;
      if (entry.isDirectory()) waiting.push(inside + entry.name);
      else if (entry.isFile() && isPlanName(entry.name)) files.push(inside + entry.name);
    }
  }
  return { files: files.sort(), denied: denied.sort() };
}

/** All files that a glob matches, sorted. */
export async function findMatching(pattern: string): Promise<FoundFiles> {
  const { glob } = await import("tinyglobby");
  const denied = new Set<string>();
  const readdir = ((path: string, options: object, done: (...found: unknown[]) => void) => {
    nodeFs.readdir(path, options, (error, ...found) => {
      if (isDenied(error)) denied.add(path.replace(/(.)\/+$/, "$1"));
      done(error, ...found);
    });
  }) as typeof nodeFs.readdir;
  const files = await glob(pattern, {
    absolute: false,
    onlyFiles: true,
    followSymbolicLinks: false,
    expandDirectories: false,
    fs: { ...nodeFs, readdir },
  });
  return { files: files.sort(), denied: [...denied].sort() };
}

function isDenied(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException | null)?.code;
  return code === "EACCES" || code === "EPERM";
}
