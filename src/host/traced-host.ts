/**
 * A host that notes what it was asked and what it answered. All that a run learns of the outside comes from its host, so
 * a run whose questions are still answered in the same way would print the same again.
 */
import type { Host } from "./host.ts";

/** One question, with the digest of its answer: operation, what it was asked about, answer. */
export type TraceEntry = readonly [operation: keyof typeof questions, about: unknown, answer: string];

export type Trace = readonly TraceEntry[];

export interface TracedHost {
  readonly host: Host;
  /** What was asked so far; null once something was done that cannot be asked again: standard input, a file written. */
  trace(): Trace | null;
}

type ReadQuestion = readonly [path: string, limits: Parameters<Host["read"]>[1]];

/** How each question is put again. What stands in a trace was noted by `traceHost` for the same operation. */
const questions = {
  env: (host: Host, name: unknown) => host.env[name as string] ?? "",
  today: (host: Host) => host.today(),
  kindOf: (host: Host, path: unknown) => host.kindOf(path as string),
  realPath: (host: Host, path: unknown) => host.realPath(path as string),
  read: (host: Host, about: unknown) => {
    const [path, limits] = about as ReadQuestion;
    return digestOfRead(host, host.read(path, limits));
  },
  find: async (host: Host, pattern: unknown) =>
    digestOfFound(host, await host.find(pattern as Parameters<Host["find"]>[0])),
};

/**
 * Wraps a host; its answers are those of the host itself. What lies below `apart`, the folder in which answers are kept,
 * is no part of the question.
 */
export function traceHost(host: Host, apart: string): TracedHost {
  const entries = new Map<string, TraceEntry>();
  let repeatable = true;
  const isApart = (path: string): boolean => path.startsWith(`${apart.replace(/\/+$/, "")}/`);
  const note = (operation: TraceEntry[0], about: unknown, answer: string): void => {
    entries.set(`${operation} ${JSON.stringify(about)}`, [operation, about, answer]);
  };
  const unrepeatable = <T>(answer: T): T => {
    repeatable = false;
    return answer;
  };
  const traced: Host = {
    ...host,
    env: new Proxy(host.env, {
      get: (env, name) => {
        if (typeof name !== "string") return undefined;
        note("env", name, env[name] ?? "");
        return env[name];
      },
    }),
    today: () => noted("today", null, host.today()),
    kindOf: (path) => (isApart(path) ? host.kindOf(path) : noted("kindOf", path, host.kindOf(path))),
    realPath: (path) => noted("realPath", path, host.realPath(path)),
    read: (path, limits) => {
      const answer = host.read(path, limits);
      if (!isApart(path)) note("read", [path, limits], digestOfRead(host, answer));
      return answer;
    },
    find: async (pattern) => {
      const answer = await host.find(pattern);
      note("find", pattern, digestOfFound(host, answer));
      return answer;
    },
    readStdin: (maxBytes) => unrepeatable(host.readStdin(maxBytes)),
    git: (args, options) => unrepeatable(host.git(args, options)),
    watch: (watched) => unrepeatable(host.watch(watched)),
    writeNew: (files) => unrepeatable(host.writeNew(files)),
    input: {
      isTerminal: () => unrepeatable(host.input.isTerminal()),
      line: () => unrepeatable(host.input.line()),
    },
    examineMachine: (folder) => unrepeatable(host.examineMachine(folder)),
    openPrinter: () => unrepeatable(host.openPrinter()),
    replace: (path, before, content) => unrepeatable(host.replace(path, before, content)),
    writeBytes: (bytes) => unrepeatable(host.writeBytes(bytes)),
    write: (path, content) => {
      const written = host.write(path, content);
      return isApart(path) ? written : unrepeatable(written);
    },
  };
  function noted<T extends string>(operation: TraceEntry[0], about: unknown, answer: T): T {
    note(operation, about, answer);
    return answer;
  }
  return { host: traced, trace: () => (repeatable ? [...entries.values()] : null) };
}

/** True when the host still answers every question of a trace as it did. */
export async function stillHolds(trace: Trace, host: Host): Promise<boolean> {
  for (const [operation, about, answer] of trace) {
    if ((await questions[operation](host, about)) !== answer) return false;
  }
  return true;
}

function digestOfRead(host: Host, answer: ReturnType<Host["read"]>): string {
  return answer.ok ? host.digest(answer.bytes) : answer.failure;
}

function digestOfFound(host: Host, answer: Awaited<ReturnType<Host["find"]>>): string {
  return host.digest(JSON.stringify([answer.files, answer.denied]));
}
