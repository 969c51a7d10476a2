/** From paths of the command line to the plan files that they mean. */
import { type Diagnostic, makeDiagnostic } from "../diagnostics/diagnostic.ts";
import type { Host } from "../host/host.ts";
import { missingPath, nothingMatched, unknownKind, unreadablePath } from "../load/input-codes.ts";
import { joinPath, parentFolder, printedPath } from "../text/paths.ts";
import { isConfiguration } from "./config.ts";

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
    findings.push(...found.findings);
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

interface Expanded {
  readonly paths: readonly string[];
  readonly findings: readonly Diagnostic[];
}

async function expand(host: Host, given: string): Promise<Expanded> {
  const none = (finding: Diagnostic): Expanded => ({ paths: [], findings: [finding] });
  const unreadable = (cause: string): Expanded =>
    none(makeDiagnostic(unreadablePath, null, { path: given, cause }));
  if (given === "") return none(makeDiagnostic(missingPath, null, { path: given }));
  // A slash behind a file's name says nothing; behind a folder's neither.
  const path = given.replaceAll("\\", "/").replace(/(.)\/+$/, "$1");
  const kind = host.kindOf(joinPath(host.cwd, path));
  if (kind === "denied") return unreadable("denied");
  if (kind === "other") return unreadable("not-a-file");
  if (kind === "file") {
    return isPlanPath(path)
      ? { paths: [path], findings: [] }
      : none(makeDiagnostic(unknownKind, null, { path: given }));
  }
  if (kind === "missing" && !magic.test(path))
    return none(makeDiagnostic(missingPath, null, { path: given }));
  return search(host, given, path, kind === "folder" ? "folder" : "glob");
}

async function search(host: Host, given: string, path: string, kind: "folder" | "glob"): Promise<Expanded> {
  const found = await host.find(kind === "folder" ? { folder: path } : { glob: path });
  const paths = kind === "folder" ? found.files : found.files.filter(isPlanPath);
  // What lies in a folder that cannot be listed is not known: a run that passed it over would pass too easily.
  const findings = found.denied.map((folder) =>
    makeDiagnostic(unreadablePath, null, { path: printedPath(host.cwd, folder), cause: "folder-denied" }),
  );
  if (paths.length > 0 || findings.length > 0) return { paths, findings };
  return { paths, findings: [makeDiagnostic(nothingMatched, null, { path: given, kind })] };
}

function isPlanPath(path: string): boolean {
  return /\.ya?ml$/i.test(path) && !isConfiguration(path);
}
