/** The real host: only here and in the files of this folder are disk, clock, environment and process touched. */
import { statSync } from "node:fs";
import { dirname, join, sep } from "node:path";
import { version } from "../../package.json";
import { runGit } from "./git.ts";
import type { FoundFiles, Host } from "./host.ts";
import { makeMemoryHolder } from "./memory.ts";
import { kindOf, posix, readWhole, realOr } from "./read-files.ts";
import { readLine, readStdin, streamOf, writerOf } from "./standard-streams.ts";
import { stopBetweenFiles } from "./stop-between-files.ts";
import { replaceWhole, writeWhole } from "./write-files.ts";

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

async function findPlans(
  pattern: { readonly folder: string } | { readonly glob: string },
): Promise<FoundFiles> {
  const { findBelow, findMatching } = await import("./find-plans.ts");
  return "glob" in pattern ? findMatching(pattern.glob) : findBelow(pattern.folder);
}
