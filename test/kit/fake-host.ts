/** A host in memory: files, streams and a clock that stands still. */
import { createHash } from "node:crypto";
import type {
  GitOptions,
  GitResult,
  Host,
  MachineFacts,
  PathKind,
  PrintResult,
  TextStream,
} from "../../src/host/host.ts";
import { renderOwnTemplate, type TemplateTask } from "../../src/report/own-template.ts";

export interface FakeHost extends Host {
  readonly stdout: () => string;
  readonly stderr: () => string;
  readonly written: ReadonlyMap<string, string>;
  /** Source files that were replaced, by their path. */
  readonly replaced: ReadonlyMap<string, Uint8Array>;
  /** Bytes written to standard output as they are. */
  readonly stdoutBytes: () => Uint8Array;
  /** Those that were written as bytes. */
  readonly writtenBytes: ReadonlyMap<string, Uint8Array>;
}

export interface FakeHostOptions {
  /** Absolute path → content; folders follow from the paths. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  readonly stdin?: string | Uint8Array;
  /** Paths that cannot be replaced, with the cause. */
  readonly kept?: Readonly<Record<string, "changed" | "read-only" | "linked">>;
  readonly env?: Readonly<Record<string, string>>;
  /** Paths that exist but cannot be read, with the failure. */
  readonly failures?: Readonly<Record<string, "denied" | "not-a-file" | "failed" | "outside-root">>;
  /** Folders that a search below a folder cannot list. */
  readonly deniedFolders?: readonly string[];
  /** Columns of a terminal; null for a pipe. */
  readonly columns?: number | null;
  /** What happens while the host is watched: each changes `files` and names what it changed; then the watch ends. */
  readonly changes?: readonly (() => readonly string[])[];
  /** Error code with which every file is refused. */
  readonly writeFailure?: string;
  /** What git answers; by default there is none on this machine. */
  readonly git?: (args: readonly string[], options: GitOptions) => GitResult;
  /** What the machine has, beside Node 22, git, and a folder that can be written in, but no Chromium. */
  readonly machine?: Partial<MachineFacts>;
  /** Lines that are typed at the terminal, then its end; none: the input is no terminal. */
  readonly typed?: readonly string[];
  /** What the printer gives for a page; none is found by default. */
  readonly print?: (html: string) => PrintResult;
}

const noChromium = {
  ok: false,
  failure: { cause: "not-found", program: null, detail: "" },
} as const;

/** Makes a host whose working folder is `/repo` and whose day is 2026-06-30. */
export function fakeHost({
  files = {},
  stdin = "",
  kept = {},
  changes = [],
  env = {},
  failures = {},
  deniedFolders = [],
  columns = null,
  writeFailure,
  git = () => ({ ok: false, reason: "no-git", detail: "" }),
  typed,
  machine = {},
  print = () => noChromium,
}: FakeHostOptions = {}): FakeHost {
  let out = "";
  let err = "";
  const written = new Map<string, string>();
  const replaced = new Map<string, Uint8Array>();
  let bytesOut: readonly number[] = [];
  const paths = (): readonly string[] => [...Object.keys(files), ...Object.keys(failures)];
  const coming = [...changes];
  const writtenBytes = new Map<string, Uint8Array>();
  const lines = [...(typed ?? [])];
  const stream = (write: (text: string) => void): TextStream => ({
    isTerminal: columns !== null,
    columns,
    write,
  });
  const absolute = (path: string): string => (path.startsWith("/") ? path : `/repo/${path}`);
  const kindOf = (path: string): PathKind => {
    if (
      path in files ||
      written.has(path) ||
      failures[path] === "denied" ||
      failures[path] === "outside-root"
    )
      return "file";
    if (path in failures) return "other";
    return paths().some((p) => p.startsWith(path === "/" ? "/" : `${path}/`)) ? "folder" : "missing";
  };
  return {
    cwd: "/repo",
    env: { LANG: "en_US.UTF-8", ...env },
    version: "0.0.0-test",
    build: "",
    digest: (content) => createHash("sha256").update(content).digest("hex"),
    processors: () => 1,
    startWorkers: async () => [],
    runApart: async ({ input }) => ({ ok: true, answer: renderOwnTemplate(input as TemplateTask) }),
    serveEditor: async () => 0,
    holdMemory: () => undefined,
    git,
    watch: async () => ({
      next: async () => {
        const change = coming.shift();
        return change === undefined ? null : { paths: change(), time: "14:03:12", elapsed: () => 12 };
      },
      add: () => undefined,
      close: async () => undefined,
    }),
    examineMachine: async () => ({
      node: "22.12.0",
      platform: "linux x64",
      git: "2.39.5",
      canWrite: true,
      printer: noChromium,
      ...machine,
    }),
    openPrinter: async () => ({ print: async (html) => print(html), close: async () => undefined }),
    today: () => "2026-06-30",
    kindOf,
    read: (path, { maxBytes }) => {
      const failure = failures[path];
      if (failure !== undefined) return { ok: false, failure };
      const content = replaced.get(path) ?? files[path] ?? written.get(path);
      if (content === undefined)
        return { ok: false, failure: kindOf(path) === "folder" ? "folder" : "missing" };
      const bytes = bytesOf(content);
      return bytes.length > maxBytes ? { ok: false, failure: "too-large" } : { ok: true, bytes };
    },
    readStdin: () => ({ ok: true, bytes: bytesOf(stdin) }),
    find: async (pattern) => {
      if ("glob" in pattern) {
        const regex = new RegExp(`^${pattern.glob.replace(/[.+]/g, "\\$&").replaceAll("*", "[^/]*")}$`);
        const matching = Object.keys(files).map((p) => p.replace("/repo/", ""));
        return { files: matching.filter((p) => regex.test(p)).sort(), denied: [] };
      }
      const folder = absolute(pattern.folder === "." ? "" : pattern.folder).replace(/\/$/, "");
      const below = Object.keys(files).filter((p) => p.startsWith(`${folder}/`));
      const found = below.filter((p) => /(\.plan|\/plan)\.yaml$/.test(p)).map((p) => p.replace("/repo/", ""));
      return { files: found.sort(), denied: deniedFolders };
    },
    realPath: (path) => path,
    write: async (path, content) => {
      if (writeFailure !== undefined) return { ok: false, code: writeFailure };
      written.set(path, typeof content === "string" ? content : new TextDecoder().decode(content));
      return { ok: true };
    },
    replace: async (path, before, content) => {
      const cause = kept[path];
      if (cause !== undefined) return { ok: false, cause };
      if (writeFailure !== undefined) return { ok: false, cause: "failed", code: writeFailure };
      const now = bytesOf(replaced.get(path) ?? files[path] ?? "");
      if (Buffer.compare(now, before) !== 0) return { ok: false, cause: "changed" };
      replaced.set(path, content);
      return { ok: true };
    },
    writeBytes: (bytes) => {
      bytesOut = [...bytesOut, ...bytes];
      out += new TextDecoder().decode(bytes);
    },
    writeNew: async (files) => {
      const [first] = files;
      if (writeFailure !== undefined) return { ok: false, path: first?.path ?? "", code: writeFailure };
      for (const { path, content } of files) {
        if (typeof content !== "string") writtenBytes.set(path, content);
        written.set(path, typeof content === "string" ? content : new TextDecoder().decode(content));
      }
      return { ok: true };
    },
    input: { isTerminal: () => typed !== undefined, line: () => lines.shift() ?? null },
    out: stream((text) => {
      out += text;
    }),
    err: stream((text) => {
      err += text;
    }),
    stdout: () => out,
    stderr: () => err,
    written,
    replaced,
    stdoutBytes: () => Uint8Array.from(bytesOut),
    writtenBytes,
  };
}

function bytesOf(content: string | Uint8Array): Uint8Array {
  return typeof content === "string" ? new TextEncoder().encode(content) : content;
}
