/** `planwright.yaml`: the nearest one above a plan. It also bounds what the plan may read. */

import { type Diagnostic, makeDiagnostic } from "../diagnostics/diagnostic.ts";
import type { Level } from "../diagnostics/levels.ts";
import { nearest } from "../diagnostics/suggest.ts";
import type { Host, ReadResult } from "../host/host.ts";
import { decodeText } from "../load/decode.ts";
import { configurationFault, unreadablePath } from "../load/input-codes.ts";
import { readYaml } from "../load/yaml.ts";
import type { YamlEntry } from "../load/yaml-node.ts";
import { parseIsoDay } from "../plan/days.ts";
import type { Day } from "../plan/time.ts";
import { baseName, joinPath, parentFolder, printedPath } from "../text/paths.ts";
import type { Span } from "../text/source.ts";
import { dayMeant } from "./day-meant.ts";
import { typed } from "./usage.ts";

/** Settings of a repository of plans. */
export interface Configuration {
  /** Folder that nothing may leave. */
  readonly root: string;
  readonly asOf: Day | null;
  readonly levels: ReadonlyMap<string, Level>;
  /** Faults of the configuration itself; with any, the run ends with exit code 2. */
  readonly findings: readonly Diagnostic[];
}

export const configurationName = "planwright.yaml";
const maxBytes = 1024 * 1024;
export const levelNames: readonly Level[] = ["error", "warning", "info", "off"];

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
        ? { root: found.folder, asOf: null, levels: new Map<string, Level>(), findings: [] }
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
  const empty = { root, asOf: null, levels: new Map<string, Level>() };
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
  return readSettings(root, yaml.value.root.entries, yaml.findings, knownCodes);
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

function readSettings(
  root: string,
  entries: readonly YamlEntry[],
  before: readonly Diagnostic[],
  knownCodes: () => readonly string[],
): Configuration {
  const findings: Diagnostic[] = [...before.filter((f) => f.severity === "error")];
  const levels = new Map<string, Level>();
  let asOf: Day | null = null;
  const fault = (
    span: Span,
    en: string,
    zhHans: string,
    given: string,
    suggestion: string | null = null,
  ): void => {
    findings.push(makeDiagnostic(configurationFault, span, { en, zhHans, given }, { suggestion }));
  };
  for (const { key, value } of entries) {
    const text = value.kind === "scalar" ? value.text : "";
    if (key.text.startsWith("x-")) continue;
    if (key.text === "as-of") {
      asOf = parseIsoDay(text);
      const words = [
        `as-of is no date: ${typed(text)}; write a day such as 2026-06-30`,
        `as-of 不是日期：“${text}”，应写成 2026-06-30 这样的日期`,
      ] as const;
      if (asOf === null) fault(value.span, ...words, text, dayMeant(text));
    } else if (key.text !== "rules") {
      const near = nearest(key.text, ["as-of", "rules"]);
      fault(key.span, `unknown setting ${typed(key.text)}`, `未知设置项“${key.text}”`, key.text, near);
    } else if (value.kind === "map") {
      for (const entry of value.entries) readLevel(entry, levels, knownCodes, fault);
    } else if (value.kind !== "scalar" || text !== "") {
      fault(
        value.span,
        "rules holds lines of the form RULE: LEVEL",
        "rules 之下每行应为“规则名: 级别”",
        text,
      );
    }
  }
  return { root, asOf, levels, findings };
}

type Fault = (span: Span, en: string, zhHans: string, given: string, suggestion?: string | null) => void;

function readLevel(
  { key, value }: YamlEntry,
  levels: Map<string, Level>,
  knownCodes: () => readonly string[],
  fault: Fault,
): void {
  const codes = knownCodes();
  if (!codes.includes(key.text)) {
    const near = nearest(key.text, codes);
    fault(key.span, `there is no rule ${typed(key.text)}`, `没有名为“${key.text}”的规则`, key.text, near);
    return;
  }
  const text = value.kind === "scalar" ? value.text : "";
  const level = levelNames.find((l) => l === text);
  if (level !== undefined) {
    levels.set(key.text, level);
    return;
  }
  fault(
    value.span,
    `unknown level ${typed(text)}: error, warning, info or off`,
    `未知级别“${text}”，应为 error、warning、info 或 off`,
    text,
    nearest(text, levelNames),
  );
}

/** The file name of a path is that of the configuration. */
export function isConfiguration(path: string): boolean {
  return baseName(path) === configurationName;
}
