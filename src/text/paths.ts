/** Paths as text, with `/`; nothing here touches the disk. */

/** Joins and settles `.` and `..`; an absolute second part stands alone. */
export function joinPath(folder: string, path: string): string {
  return settle(isAbsolute(path) ? path : `${folder}/${path}`);
}

/** Absolute on POSIX or with a drive letter. */
export function isAbsolute(path: string): boolean {
  return path.startsWith("/") || /^[A-Za-z]:[\\/]/.test(path);
}

/** The folder of a path; the root is its own. */
export function parentFolder(path: string): string {
  const settled = settle(path);
  const at = settled.lastIndexOf("/");
  if (at < 0) return settled;
  return at === 0 ? "/" : settled.slice(0, at);
}

/** The last part of a path. */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

/** A path as findings print it: relative to the working folder, with `/`. */
export function printedPath(cwd: string, path: string): string {
  const from = settle(cwd).split("/");
  const to = joinPath(cwd, path).split("/");
  let common = 0;
  while (common < from.length && common < to.length && from[common] === to[common]) common++;
  const up = from
    .slice(common)
    .filter((part) => part !== "")
    .map(() => "..");
  return [...up, ...to.slice(common)].join("/") || ".";
}

function settle(path: string): string {
  const parts: string[] = [];
  for (const part of path.split("/")) {
    if (part === "" || part === ".") continue;
    if (part === ".." && parts.length > 0 && parts.at(-1) !== "..") parts.pop();
    else if (part !== ".." || !path.startsWith("/")) parts.push(part);
  }
  return (path.startsWith("/") ? "/" : "") + parts.join("/");
}
