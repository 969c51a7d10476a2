/** Asks git, without a shell and with everything off by which a repository could have a program of its own run. */
import type { GitOptions, GitResult } from "./host.ts";

/** Longest time that git is given. */
const timeLimit = 60_000;

/** Settings before every call: no hooks, no file watcher, no outside diff or pager, no way to another machine. */
const settings: readonly string[] = [
  "core.hooksPath=/dev/null",
  "core.fsmonitor=false",
  "core.pager=cat",
  "diff.external=",
  "protocol.allow=never",
  "core.quotePath=false",
];

/** Longest message of git that is kept. */
const longestDetail = 400;

/** Runs `git` with these arguments; what it prints is read whole, or not at all. */
export function runGit(
  args: readonly string[],
  { cwd, maxBytes, input = "" }: GitOptions,
  env: Readonly<Record<string, string | undefined>>,
): GitResult {
  // Loaded only where git is asked: it takes a few milliseconds.
  const { spawnSync } = process.getBuiltinModule("node:child_process");
  const fixed = ["--no-pager", "--no-optional-locks", ...settings.flatMap((setting) => ["-c", setting])];
  const { error, status, stdout, stderr } = spawnSync("git", [...fixed, ...args], {
    cwd,
    env: quietEnvironment(env),
    input,
    maxBuffer: maxBytes,
    timeout: timeLimit,
    killSignal: "SIGKILL",
    windowsHide: true,
    shell: false,
  });
  if (error !== undefined) return { ok: false, reason: reasonOf(error), detail: "" };
  if (status === 0) return { ok: true, out: stdout };
  return { ok: false, reason: "failed", detail: firstLine(stderr) };
}

function reasonOf(error: NodeJS.ErrnoException): "no-git" | "too-large" | "too-slow" | "failed" {
  if (error.code === "ENOBUFS") return "too-large";
  if (error.code === "ETIMEDOUT") return "too-slow";
  return error.code === "ENOENT" || error.code === "EACCES" ? "no-git" : "failed";
}

/** Words in English, no questions, nothing fetched; variables that name programs are left out. */
function quietEnvironment(env: Readonly<Record<string, string | undefined>>): NodeJS.ProcessEnv {
  const kept = Object.entries(env).filter(([name]) => !programs.has(name.toUpperCase()));
  return {
    ...Object.fromEntries(kept),
    LC_ALL: "C",
    GIT_TERMINAL_PROMPT: "0",
    GIT_OPTIONAL_LOCKS: "0",
    GIT_NO_LAZY_FETCH: "1",
    GIT_NO_REPLACE_OBJECTS: "1",
    NoDefaultCurrentDirectoryInExePath: "1",
  };
}

const programs: ReadonlySet<string> = new Set([
  "GIT_EXTERNAL_DIFF",
  "GIT_PAGER",
  "GIT_ASKPASS",
  "SSH_ASKPASS",
  "GIT_SSH",
  "GIT_SSH_COMMAND",
  "GIT_EDITOR",
  "GIT_TRACE",
  "GIT_TRACE2",
]);

/** What git says, without its `fatal: `. */
function firstLine(stderr: Uint8Array): string {
  const text = new TextDecoder().decode(stderr).trim();
  return (text.split("\n", 1)[0] ?? "").replace(/^(?:fatal|error): /, "").slice(0, longestDetail);
}
