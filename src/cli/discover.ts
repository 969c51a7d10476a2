/** From paths of the command line to the plan files that they mean. */
import { type Diagnostic, makeDiagnostic } from "../diagnostics/diagnostic.ts";
import type { Host } from "../host/host.ts";
import { missingPath, nothingMatched, unknownKind, unreadablePath } from "../load/input-codes.ts";
import { isConfiguration } from "./config.ts";
import { joinPath, parentFolder, printedPath } from "./paths.ts";

/** A plan to read. `path` null: standard input. */
export interface PlanSource {
  readonly name: string;
  readonly path: string | null;
  /** Absolute folder that the plan's own paths start from. */
  readonly folder: string;
}

export interface Discovered {
  readonly sources: readonly PlanSource[];
  readonly findings: readonly Diagnostic[];
}

const magic = /[*?[\]{}!]/;

/** All plan files meant by the paths, each once, in order of the paths and sorted within each. */
export async function discover(host: Host, paths: readonly string[]): Promise<Discovered> {
  const findings: Diagnostic[] = [];
  const sources = new Map<string, PlanSource>();
  for (const given of paths.length === 0 ? ["."] : paths) {
    if (given === "-") {
      sources.set("-", { name: "<stdin>", path: null, folder: host.cwd });
      continue;
    }
    const found = await expand(host, given);
    if (found.finding !== null) findings.push(found.finding);
    for (const path of found.paths) {
      const absolute = joinPath(host.cwd, path);
      if (!sources.has(absolute)) {
        sources.set(absolute, {
          name: printedPath(host.cwd, path),
          path: absolute,
          folder: parentFolder(absolute),
        });
      }
    }
  }
  return { sources: [...sources.values()], findings };
}

async function expand(
  host: Host,
  given: string,
): Promise<{ readonly paths: readonly string[]; readonly finding: Diagnostic | null }> {
  const none = (finding: Diagnostic): { paths: readonly string[]; finding: Diagnostic } => ({
    paths: [],
    finding,
  });
  const path = given.replaceAll("\\", "/");
  const kind = host.kindOf(joinPath(host.cwd, path));
  if (kind === "file") {
    const isPlan = /\.ya?ml$/i.test(path) && !isConfiguration(path);
    return isPlan
      ? { paths: [path], finding: null }
      : none(makeDiagnostic(unknownKind, null, { path: given }));
  }
  if (kind === "other")
    return none(makeDiagnostic(unreadablePath, null, { path: given, cause: "not-a-file" }));
  if (kind === "missing" && !magic.test(path))
    return none(makeDiagnostic(missingPath, null, { path: given }));
  const all = await host.find(kind === "folder" ? { folder: path } : { glob: path });
  const paths = kind === "folder" ? all : all.filter((p) => /\.ya?ml$/i.test(p) && !isConfiguration(p));
  return paths.length === 0
    ? none(makeDiagnostic(nothingMatched, null, { path: given }))
    : { paths, finding: null };
}
