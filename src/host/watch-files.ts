/** Watches files over chokidar. Loaded for `--watch` only. */
import { existsSync, statSync } from "node:fs";
import { type FSWatcher, watch } from "chokidar";
import type { FileChanges, FileWatcher, Watched } from "./host.ts";

/**
 * Quiet time after which a burst of changes counts as over. chokidar tells nothing of a file for 50 ms after a change of it:
 * what is written within them is seen only if the check begins later.
 */
const quietMilliseconds = 55;
/** After a file has gone: many programs save by removing a file and putting another in its place. */
const goneMilliseconds = 80;
/** How often is looked whether the folders are still there, or there again: of that the system tells nothing sure. */
const lookMilliseconds = 250;

/** Watches what `watched` names, and what is added to it later. */
export async function watchFiles(watched: Watched): Promise<FileWatcher> {
  const wanted = new Set(watched.files);
  const parents = new Set(watched.files.map(parentOf));
  const folders = watched.folders;
  const changed = new Set<string>();
  /** Which folder stands at each path; a folder that was put in the place of another is not watched yet. */
  const standing = new Map(folders.map((folder) => [folder, identityOf(folder)]));
  let firstAt = 0;
  let timer: NodeJS.Timeout | null = null;
  let waiting: ((changes: FileChanges) => void) | null = null;
  let watcher: FSWatcher | null = null;
  let polls = false;

  const give = (): void => {
    timer = null;
    if (waiting === null || changed.size === 0) return;
    const since = firstAt;
    const paths = [...changed].sort();
    changed.clear();
    const settle = waiting;
    waiting = null;
    settle({ paths, time: timeOfDay(), elapsed: () => Math.round(performance.now() - since) });
  };
  const hear = (event: string, path: string): void => {
    const at = posix(path);
    const isPlan = /\.ya?ml$/i.test(at) && isBelow(at) && !event.endsWith("Dir");
    if (isPlan || wanted.has(at)) note(event, at);
  };
  const note = (event: string, path: string): void => {
    if (changed.size === 0) firstAt = performance.now();
    changed.add(path);
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(give, event.startsWith("unlink") ? goneMilliseconds : quietMilliseconds);
  };
  const isBelow = (at: string): boolean =>
    folders.some((folder) => at.startsWith(folder.endsWith("/") ? folder : `${folder}/`));
  const isIgnored = (path: string, stats?: { isFile(): boolean }): boolean => {
    const at = posix(path);
    if (wanted.has(at) || folders.includes(at)) return false;
    // Folders above what is wanted are walked through, nothing else of them.
    if (!isBelow(at)) return !parents.has(at);
    const name = at.slice(at.lastIndexOf("/") + 1);
    if (name.startsWith(".") || name === "node_modules") return true;
    return stats?.isFile() === true && !/\.ya?ml$/i.test(name);
  };
  const start = async (): Promise<void> => {
    const before = watcher;
    const made = watch([...folders, ...parentsOf(wanted)], {
      ignoreInitial: true,
      followSymlinks: false,
      atomic: false,
      usePolling: polls,
      interval: lookMilliseconds,
      ignored: isIgnored,
    });
    watcher = made;
    made.on("all", hear);
    made.on("error", () => {
      // Most often the system's limit of watched files: looking at them again and again needs no watch.
      if (watcher !== made || polls) return;
      polls = true;
      void start();
    });
    await before?.close();
    await new Promise<void>((ready) => made.once("ready", () => ready()));
  };
  await start();
  const looking = setInterval(() => {
    for (const folder of folders) {
      const identity = identityOf(folder);
      if (identity === standing.get(folder)) continue;
      standing.set(folder, identity);
      if (identity === null) note("unlinkDir", folder);
      else void start().then(() => note("addDir", folder));
    }
  }, lookMilliseconds);

  return {
    next: () =>
      new Promise((settle) => {
        waiting = settle;
        if (timer === null) give();
      }),
    add: (files) => {
      const fresh = files.filter((file) => !wanted.has(file));
      for (const file of fresh) {
        wanted.add(file);
        parents.add(parentOf(file));
      }
      if (fresh.length > 0) watcher?.add([...parentsOf(fresh), ...fresh.filter((file) => existsSync(file))]);
    },
    close: async () => {
      clearInterval(looking);
      if (timer !== null) clearTimeout(timer);
      await watcher?.close();
    },
  };
}

/** What tells a folder from another at the same path; null where there is none. */
function identityOf(folder: string): string | null {
  const stat = statSync(folder, { throwIfNoEntry: false, bigint: true });
  return stat === undefined ? null : `${stat.dev} ${stat.ino} ${stat.birthtimeNs}`;
}

function parentOf(path: string): string {
  return path.slice(0, path.lastIndexOf("/")) || "/";
}

function parentsOf(files: Iterable<string>): readonly string[] {
  return [...new Set([...files].map(parentOf))].filter((folder) => existsSync(folder));
}

function posix(path: string): string {
  return path.replaceAll("\\", "/");
}

function timeOfDay(): string {
  const now = new Date();
  const parts = [now.getHours(), now.getMinutes(), now.getSeconds()];
  return parts.map((part) => String(part).padStart(2, "0")).join(":");
}
