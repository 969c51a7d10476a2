/** Files beside a plan, through the reader that the caller hands over. */

import { maxBytes } from "../load/decode.ts";
import type { IncludedBytes } from "../load/included.ts";
import { isAbsolute, joinPath, parentFolder } from "../text/paths.ts";
import { bytesOf, kindOf, refuse } from "./values.ts";

/** Makes what the pipeline asks for files; `name` is the path of the plan, `read` the reader, none for undefined. */
export function includedFiles(caller: string, name: string, read: unknown): (path: string) => IncludedBytes {
  if (read !== undefined && !isReader(read))
    refuse(caller, `include must be a function that reads a file, not ${kindOf(read)}`);
  const folder = name.includes("/") ? parentFolder(name) : ".";
  // Where the name says nothing of a root, the plan's own folder is the root: a careless reader must not be led out of it.
  const root = isAbsolute(name) || leadsOut(folder) ? folder : null;
  return (path) => {
    const found = joinPath(folder, path.replaceAll("\\", "/"));
    const inside = root === null ? !leadsOut(found) && !isAbsolute(found) : isInside(found, root);
    if (!inside) return { ok: false, failure: "outside-root" };
    if (read === undefined) return { ok: false, failure: "missing" };
    return contentOf(caller, found, read);
  };
}

function isReader(read: unknown): read is (path: string) => unknown {
  return typeof read === "function";
}

function leadsOut(path: string): boolean {
  return path === ".." || path.startsWith("../");
}

function isInside(path: string, folder: string): boolean {
  const start = folder.endsWith("/") ? folder : `${folder}/`;
  return path.startsWith(start) && !leadsOut(path.slice(start.length));
}

function contentOf(caller: string, path: string, read: (path: string) => unknown): IncludedBytes {
  let content: unknown;
  try {
    content = read(path);
  } catch {
    return { ok: false, failure: "failed" };
  }
  if (content === null || content === undefined) return { ok: false, failure: "missing" };
  const bytes = bytesOf(content);
  if (bytes === null)
    refuse(caller, `include must give text, bytes or null at once, not ${kindOf(content)} (for ${path})`);
  return bytes.length > maxBytes ? { ok: false, failure: "too-large" } : { ok: true, name: path, bytes };
}
