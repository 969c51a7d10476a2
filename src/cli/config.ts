/** `planwright.yaml`: the nearest one above a plan. It also bounds what the plan may read. */

import { makeDiagnostic } from "../diagnostics/diagnostic.ts";
import type { Host, ReadResult } from "../host/host.ts";
import { decodeText } from "../load/decode.ts";
import { unreadablePath } from "../load/input-codes.ts";
import { readYaml } from "../load/yaml.ts";
import { baseName, joinPath, parentFolder, printedPath } from "../text/paths.ts";
import { type Configuration, emptyConfiguration, readSettings } from "./configuration.ts";

export const configurationName = "planwright.yaml";
const maxBytes = 1024 * 1024;

/** Finds configurations folder by folder and reads each once. `knownCodes` are the rule names that may be set. */
export function configurationFinder(
  host: Host,
  knownCodes: () => readonly string[],
): (folder: string) => Configuration {
  const known = new Map<string, Configuration>();
  const read = new Map<string, Configuration>();
  return (folder) => {
    const before = known.get(folder);
    if (before !== undefined) return before;
    const found = rootOf(host, folder);
    const configuration =
      found.file === null
        ? emptyConfiguration(found.folder, null)
        : (read.get(found.file) ?? readConfiguration(host, found.folder, found.file, knownCodes));
    if (found.file !== null) read.set(found.file, configuration);
    known.set(folder, configuration);
    return configuration;
  };
}

/** The root of a plan in a folder: the nearest `planwright.yaml`, else the nearest `.git`, else the folder itself. */
function rootOf(host: Host, folder: string): { readonly folder: string; readonly file: string | null } {
  let repository: string | null = null;
  for (let at = folder; ; at = parentFolder(at)) {
    const file = joinPath(at, configurationName);
    if (host.kindOf(file) === "file") return { folder: at, file };
    if (repository === null && host.kindOf(joinPath(at, ".git")) !== "missing") repository = at;
    if (parentFolder(at) === at) return { folder: repository ?? folder, file: null };
  }
}

function readConfiguration(
  host: Host,
  root: string,
  path: string,
  knownCodes: () => readonly string[],
): Configuration {
  const name = printedPath(host.cwd, path);
  const bytes = readBounded(host, root, path);
  const empty = emptyConfiguration(root, path);
  if (!bytes.ok) {
    return {
      ...empty,
      findings: [makeDiagnostic(unreadablePath, null, { path: name, cause: bytes.failure })],
    };
  }
  const decoded = decodeText(name, bytes.bytes);
  // An empty or commented-out configuration only marks the root.
  if (decoded.value === null || decoded.value.text.replace(/^\s*#.*$/gm, "").trim() === "") {
    return {
      ...empty,
      findings: decoded.findings.filter(
        (f) => f.severity === "error" && bytes.bytes.length > 0 && f.code !== "yaml/empty",
      ),
    };
  }
  const yaml = readYaml(decoded.value);
  if (yaml.value.root === null) return { ...empty, findings: yaml.findings };
  const isFolder = (folder: string): boolean => host.kindOf(folder) === "folder";
  return readSettings(root, path, yaml.value.root.entries, yaml.findings, { knownCodes, isFolder });
}

/** A configuration may be a link, but only to a place within its folder or its repository: its lines are printed. */
function readBounded(host: Host, folder: string, path: string): ReadResult {
  const near = host.read(path, { maxBytes, root: folder });
  if (near.ok || near.failure !== "outside-root") return near;
  for (let at = folder; parentFolder(at) !== at; at = parentFolder(at)) {
    if (host.kindOf(joinPath(at, ".git")) !== "missing") return host.read(path, { maxBytes, root: at });
  }
  return near;
}

/** The file name of a path is that of the configuration. */
export function isConfiguration(path: string): boolean {
  return baseName(path) === configurationName;
}
