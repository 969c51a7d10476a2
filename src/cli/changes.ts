/** `--changed`: which plans of a run differ from a commit, by their own file, a file that they name, or their settings. */
import { type Diagnostic, makeDiagnostic } from "../diagnostics/diagnostic.ts";
import type { GitResult, Host } from "../host/host.ts";
import { text } from "../load/bind/read-map.ts";
import { decodeText } from "../load/decode.ts";
import { changesUnknown, noCommits } from "../load/run-codes.ts";
import { readYaml } from "../load/yaml.ts";
import type { YamlNode } from "../load/yaml-node.ts";
import { baseName, joinPath, parentFolder } from "../text/paths.ts";
import type { Configuration } from "./configuration.ts";
import { configuredFiles } from "./configured-data.ts";
import { type Job, maxFileBytes } from "./session.ts";

/** The jobs to do. `unchanged` is how many were left out; with a fault nothing is known, and none is left. */
export interface Changes {
  readonly jobs: readonly Job[];
  readonly unchanged: number;
  readonly faults: readonly Diagnostic[];
  readonly notices: readonly Diagnostic[];
}

/** Most names of changed files, in bytes. */
const maxNames = 256 * 1024 * 1024;

/**
 * Leaves out the jobs of which nothing changed since the common commit of `since` and HEAD (without `since` since HEAD), work
 * tree and files unknown to git included.
 */
export function changedJobs(jobs: readonly Job[], since: string | undefined, host: Host): Changes {
  const unknown = (cause: string, detail = ""): Changes => ({
    jobs: [],
    unchanged: 0,
    faults: [makeDiagnostic(changesUnknown, null, { cause, detail })],
    notices: [],
  });
  const ask = (...args: string[]): GitResult => host.git(args, { cwd: host.cwd, maxBytes: maxNames });
  const top = ask("rev-parse", "--show-toplevel");
  if (!top.ok) return unknown(top.reason === "no-git" ? "no-git" : causeOf(top.detail), top.detail);
  const root = decode(top).replace(/\n$/, "");
  const head = ask("rev-parse", "--quiet", "--verify", "HEAD^{commit}");
  if (!head.ok && since === undefined)
    return { jobs, unchanged: 0, faults: [], notices: [makeDiagnostic(noCommits, null, {})] };
  const base = since === undefined ? { commit: "HEAD" } : commonCommit(since, ask);
  if (!("commit" in base)) return unknown(base.cause, base.detail);
  // Names only, and no search for renamed files: a plan or a file under another name is another one.
  const tracked = ask(...withoutFilters(ask), "diff", ...namesOnly, base.commit, "--");
  if (!tracked.ok) return unknown("failed", tracked.detail);
  const untracked = ask("-C", root, "ls-files", "--others", "--exclude-standard", "-z");
  if (!untracked.ok) return unknown("failed", untracked.detail);
  const names = [...decode(tracked).split("\0"), ...decode(untracked).split("\0")];
  const changed = new Set(names.filter((name) => name !== "").map((name) => joinPath(root, name)));
  const left = changed.size === 0 ? [] : jobs.filter((job) => isChanged(job, changed, root, host));
  return { jobs: left, unchanged: jobs.length - left.length, faults: [], notices: [] };
}

const namesOnly = ["--name-only", "--no-renames", "--no-relative", "--no-ext-diff", "--no-textconv", "-z"];

/** Settings that switch off the filters of a repository: programs through which git would read the files of the work tree. */
function withoutFilters(ask: (...args: string[]) => GitResult): readonly string[] {
  const found = ask("config", "--null", "--name-only", "--get-regexp", "^filter\\..*\\.(clean|process)$");
  const drivers = decode(found)
    .split("\0")
    .filter((name) => name !== "" && !name.includes("="))
    .map((name) => name.replace(/\.(?:clean|process)$/, ""));
  return [...new Set(drivers)].flatMap((driver) =>
    [`${driver}.clean=`, `${driver}.process=`, `${driver}.required=false`].flatMap((one) => ["-c", one]),
  );
}

function causeOf(detail: string): string {
  return /not a git repository/i.test(detail) ? "no-repository" : "failed";
}

interface Base {
  readonly commit: string;
}

/** The last common commit of a reference and HEAD. */
function commonCommit(
  since: string,
  ask: (...args: string[]) => GitResult,
): Base | { readonly cause: string; readonly detail: string } {
  const named =
    since.startsWith("-") || since === ""
      ? null
      : ask("rev-parse", "--quiet", "--verify", "--end-of-options", `${since}^{commit}`);
  if (named === null || !named.ok) return { cause: "no-reference", detail: since };
  const common = ask("merge-base", decode(named).trim(), "HEAD");
  return common.ok ? { commit: decode(common).trim() } : { cause: "no-common", detail: since };
}

function decode(result: GitResult): string {
  return result.ok ? new TextDecoder().decode(result.out) : "";
}

function isChanged(job: Job, changed: ReadonlySet<string>, root: string, host: Host): boolean {
  const { source, configuration } = job;
  if (source.path === null) return true;
  const plan = settled(source.path, host);
  if (!isWithin(plan, root) || touches(plan, changed, root)) return true;
  if (configuration.file !== null && touches(settled(configuration.file, host), changed, root)) return true;
  return namesChanged(job, parentFolder(plan), changed, root, host);
}

/** A path with the links of its folder resolved; the file itself may be gone. */
function settled(path: string, host: Host): string {
  return joinPath(host.realPath(parentFolder(path)), baseName(path));
}

function isWithin(path: string, root: string): boolean {
  return path.startsWith(root.endsWith("/") ? root : `${root}/`);
}

/** The path itself changed, or a folder above it that git knows as one thing (a submodule). */
function touches(path: string, changed: ReadonlySet<string>, root: string): boolean {
  for (let at = path; isWithin(at, root); at = parentFolder(at)) if (changed.has(at)) return true;
  return false;
}

/** A text of the plan is the path of a changed file. A plan that cannot be read is not passed over. */
function namesChanged(
  { source, configuration }: Job,
  folder: string,
  changed: ReadonlySet<string>,
  root: string,
  host: Host,
): boolean {
  if (source.path === null) return true;
  const read = host.read(source.path, { maxBytes: maxFileBytes, root: configuration.root });
  const planText = read.ok ? decodeText(source.name, read.bytes).value : null;
  const tree = planText === null ? null : readYaml(planText).value.root;
  if (tree === null) return true;
  const seen = new Set<YamlNode>();
  const isNamed = (node: YamlNode): boolean => {
    if (seen.has(node)) return false;
    seen.add(node);
    if (node.kind === "map") return node.entries.some(({ value }) => isNamed(value));
    if (node.kind === "list") return node.items.some(isNamed);
    const path = joinPath(folder, node.text.replaceAll("\\", "/"));
    if (!isWithin(path, root)) return false;
    return (
      touches(path, changed, root) || (fileName.test(path) && touches(host.realPath(path), changed, root))
    );
  };
  return isNamed(tree) || dataChanged(configuration, text(tree, "id")?.value ?? null, changed, root, host);
}

/** A data file that the settings give to the plan is a changed one. */
function dataChanged(
  { data, root: folder }: Configuration,
  id: string | null,
  changed: ReadonlySet<string>,
  root: string,
  host: Host,
): boolean {
  const files = Object.values(data).flatMap((list) => configuredFiles(list, folder, id));
  return files.some(({ path }) => {
    const settledPath = settled(path.value, host);
    return touches(settledPath, changed, root) || touches(host.realPath(path.value), changed, root);
  });
}

/** What may be a link to a file. */
const fileName = /\.[A-Za-z]{1,5}$/;
