/** The files of a commit, as git keeps them: nothing is checked out, no filter and no link is followed. */

import { type Diagnostic, makeDiagnostic } from "../diagnostics/diagnostic.ts";
import type { GitResult, Host, ReadResult } from "../host/host.ts";
import { type RevisionFault, unknownRevision } from "../load/input-codes.ts";
import { joinPath } from "../text/paths.ts";

/** Largest list of files of a commit that is read; about half a million files. */
const maxListBytes = 64 * 1024 * 1024;

/** Most bytes asked of git in one call. */
const maxBatchBytes = 64 * 1024 * 1024;

const smallAnswer = 64 * 1024;

/** Where git stands. */
export interface Repository {
  /** Absolute path of its uppermost folder, with `/`. */
  readonly top: string;
}

export type Found<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly finding: Diagnostic };

/** A commit with its files. */
export interface RevisionTree {
  readonly commit: string;
  readonly entries: ReadonlyMap<string, TreeEntry>;
}

interface TreeEntry {
  readonly kind: "file" | "link" | "other";
  readonly blob: string;
  readonly size: number;
}

/** The repository of the working folder, if it has any commit. `wanted`: what was named and is looked for in it. */
export function openRepository(host: Host, wanted: string): Found<Repository> {
  const place = ask(host, host.cwd, ["rev-parse", "--show-toplevel", "--show-prefix"]);
  if (!place.ok) return noAnswer(place, "no-repository", wanted);
  const head = ask(host, host.cwd, ["rev-parse", "--verify", "--quiet", "HEAD"]);
  if (!head.ok) return noAnswer(head, "no-commit", wanted);
  const [top = "", prefix = ""] = new TextDecoder().decode(place.out).split(/\r?\n/);
  return { ok: true, value: { top: topAsSeen(host.cwd, top.replaceAll("\\", "/"), prefix) } };
}

/** git resolves links on the way to the working folder; paths of the user do not. */
function topAsSeen(cwd: string, top: string, prefix: string): string {
  const inside = prefix === "" ? "" : `/${prefix.replace(/\/$/, "")}`;
  return cwd.endsWith(inside) ? cwd.slice(0, cwd.length - inside.length) : top;
}

/** The commit that a revision names; `A...` with a second one is where both parted. */
export function findCommit(host: Host, revision: string): Found<string> {
  // What begins with a dash would be an option of git.
  if (revision === "" || revision.startsWith("-")) return refused("unknown", revision);
  const answer = ask(host, host.cwd, ["rev-parse", "--verify", "--quiet", `${revision}^{commit}`]);
  return answer.ok ? { ok: true, value: textOf(answer) } : noAnswer(answer, "unknown", revision);
}

/** The commit at which two commits parted. */
export function findMergeBase(host: Host, a: string, b: string, shown: string): Found<string> {
  const answer = ask(host, host.cwd, ["merge-base", a, b]);
  return answer.ok ? { ok: true, value: textOf(answer) } : noAnswer(answer, "no-common", shown);
}

/** All files of a commit. */
export function readTree(
  host: Host,
  { top }: Repository,
  commit: string,
  shown: string,
): Found<RevisionTree> {
  const args = ["ls-tree", "-r", "-z", "-l", "--full-tree", commit];
  const answer = host.git(args, { cwd: top, maxBytes: maxListBytes });
  if (!answer.ok) return noAnswer(answer, "failed", shown);
  const entries = new Map<string, TreeEntry>();
  for (const line of new TextDecoder().decode(answer.out).split("\0")) {
    const [, mode = "", , blob = "", size = "", path = ""] =
      /^(\d+) (\w+) ([0-9a-f]+) +(\d+|-)\t([\s\S]*)$/.exec(line) ?? [];
    if (path === "") continue;
    const kind = mode.startsWith("100") ? "file" : mode === "120000" ? "link" : "other";
    entries.set(path, { kind, blob, size: Number(size) || 0 });
  }
  return { ok: true, value: { commit, entries } };
}

/**
 * A host whose files are those of a commit, under the paths that they would have on the disk. Reads each file once; `prefetch`
 * names those that are best read together.
 */
export function hostOfTree(
  host: Host,
  { top }: Repository,
  { entries }: RevisionTree,
): Host & { readonly prefetch: (paths: readonly string[]) => void } {
  const blobs = new Map<string, Uint8Array>();
  const folders = foldersOf(entries.keys());
  const inTree = (path: string): string | null => {
    const absolute = joinPath(host.cwd, path);
    if (absolute === top) return "";
    return absolute.startsWith(`${top}/`) ? absolute.slice(top.length + 1) : null;
  };
  const kindOf: Host["kindOf"] = (path) => {
    const at = inTree(path);
    if (at === null) return "missing";
    // The repository itself is what bounds its plans.
    if (at === ".git" || at === "" || folders.has(at)) return "folder";
    const entry = entries.get(at);
    return entry === undefined ? "missing" : entry.kind === "file" ? "file" : "other";
  };
  const read: Host["read"] = (path, { maxBytes, root }) => {
    const at = inTree(path);
    const entry = at === null ? undefined : entries.get(at);
    if (entry === undefined) return { ok: false, failure: kindOf(path) === "folder" ? "folder" : "missing" };
    if (root !== undefined && !isInside(joinPath(host.cwd, path), root))
      return { ok: false, failure: "outside-root" };
    if (entry.kind !== "file")
      return { ok: false, failure: entry.kind === "link" ? "outside-root" : "not-a-file" };
    if (entry.size > maxBytes) return { ok: false, failure: "too-large" };
    return readBlob(host, top, entry, blobs);
  };
  return {
    ...host,
    kindOf,
    read,
    realPath: (path) => joinPath(host.cwd, path),
    find: async (pattern) => {
      if ("glob" in pattern) return { files: [], denied: [] };
      const at = inTree(pattern.folder);
      const files = at === null ? [] : plansBelow(entries, at);
      const below = at === "" || at === null ? "" : `${at}/`;
      const shown = pattern.folder === "." ? "" : `${pattern.folder.replace(/\/+$/, "")}/`;
      return { files: files.map((path) => shown + path.slice(below.length)), denied: [] };
    },
    prefetch: (paths) => prefetch(host, top, wanted(paths, inTree, entries, blobs), blobs),
  };
}

function readBlob(
  host: Host,
  top: string,
  { blob, size }: TreeEntry,
  blobs: Map<string, Uint8Array>,
): ReadResult {
  const known = blobs.get(blob);
  if (known !== undefined) return { ok: true, bytes: known };
  const answer = host.git(["cat-file", "blob", blob], { cwd: top, maxBytes: size + 1 });
  if (!answer.ok) return { ok: false, failure: answer.reason === "too-large" ? "too-large" : "failed" };
  blobs.set(blob, answer.out);
  return { ok: true, bytes: answer.out };
}

function wanted(
  paths: readonly string[],
  inTree: (path: string) => string | null,
  entries: RevisionTree["entries"],
  blobs: ReadonlyMap<string, Uint8Array>,
): readonly TreeEntry[] {
  const found = paths.flatMap((path) => {
    const entry = entries.get(inTree(path) ?? "");
    return entry?.kind === "file" && !blobs.has(entry.blob) && entry.size < maxBatchBytes ? [entry] : [];
  });
  return [...new Map(found.map((entry) => [entry.blob, entry])).values()];
}

/** Many files by one call of git instead of one each; what fails is read by itself later, and told then. */
function prefetch(
  host: Host,
  top: string,
  entries: readonly TreeEntry[],
  blobs: Map<string, Uint8Array>,
): void {
  let batch: TreeEntry[] = [];
  let bytes = 0;
  for (const entry of [...entries, null]) {
    if (batch.length > 0 && (entry === null || bytes + entry.size > maxBatchBytes)) {
      readBatch(host, top, batch, bytes, blobs);
      batch = [];
      bytes = 0;
    }
    if (entry === null) break;
    batch.push(entry);
    bytes += entry.size;
  }
}

/** Answers are `ID blob SIZE`, a line end, the bytes, a line end, in the order of the questions. */
function readBatch(
  host: Host,
  top: string,
  batch: readonly TreeEntry[],
  bytes: number,
  blobs: Map<string, Uint8Array>,
): void {
  const input = batch.map(({ blob }) => `${blob}\n`).join("");
  const answer = host.git(["cat-file", "--batch"], { cwd: top, maxBytes: bytes + batch.length * 200, input });
  if (!answer.ok) return;
  let at = 0;
  for (const { blob, size } of batch) {
    const head = answer.out.indexOf(10, at);
    const line = new TextDecoder().decode(answer.out.subarray(at, head));
    if (head < 0 || line !== `${blob} blob ${size}`) return;
    blobs.set(blob, answer.out.subarray(head + 1, head + 1 + size));
    at = head + 1 + size + 1;
  }
}

/** As a search on the disk finds them: hidden folders and those of packages are passed over. */
function plansBelow(entries: RevisionTree["entries"], folder: string): readonly string[] {
  const below = folder === "" ? "" : `${folder}/`;
  const found: string[] = [];
  for (const [path, { kind }] of entries) {
    if (kind !== "file" || !path.startsWith(below)) continue;
    const parts = path.slice(below.length).split("/");
    const name = parts.pop() ?? "";
    const passed = parts.some((part) => part.startsWith(".") || part === "node_modules");
    if (!passed && (name === "plan.yaml" || name.endsWith(".plan.yaml"))) found.push(path);
  }
  return found.sort();
}

function foldersOf(paths: Iterable<string>): ReadonlySet<string> {
  const folders = new Set<string>();
  for (const path of paths) {
    for (let at = path.lastIndexOf("/"); at > 0; at = path.lastIndexOf("/", at - 1)) {
      const folder = path.slice(0, at);
      if (folders.has(folder)) break;
      folders.add(folder);
    }
  }
  return folders;
}

function isInside(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith("/") ? folder : `${folder}/`);
}

function ask(host: Host, cwd: string, args: readonly string[]): GitResult {
  return host.git(args, { cwd, maxBytes: smallAnswer });
}

function textOf(answer: { readonly out: Uint8Array }): string {
  return new TextDecoder().decode(answer.out).trim();
}

function noAnswer(
  answer: GitResult & { readonly ok: false },
  cause: RevisionFault,
  name: string,
): { readonly ok: false; readonly finding: Diagnostic } {
  const { reason, detail } = answer;
  if (reason !== "failed") return refused(reason, name);
  // "not a git repository" says no more than our own words.
  return refused(cause, name, /not a git repository/.test(detail) ? "" : detail);
}

function refused(
  cause: RevisionFault,
  name: string,
  detail = "",
): { readonly ok: false; readonly finding: Diagnostic } {
  return { ok: false, finding: makeDiagnostic(unknownRevision, null, { cause, name, detail }) };
}
