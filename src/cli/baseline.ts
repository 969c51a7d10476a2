/**
 * Baselines: the findings that a repository had when it began to be checked, by plan, rule and place in the tree of ids. They are
 * left out and counted, so that only new ones are told; those that are gone are told, so that the file gets shorter.
 */
import type { Compilation, Only } from "../compile.ts";
import { type Diagnostic, makeDiagnostic, orderDiagnostics } from "../diagnostics/diagnostic.ts";
import type { Level } from "../diagnostics/levels.ts";
import type { Host } from "../host/host.ts";
import { decodeText } from "../load/decode.ts";
import { unreadablePath } from "../load/input-codes.ts";
import { baselineFault, baselineGone } from "../load/run-codes.ts";
import { readYaml } from "../load/yaml.ts";
import type { YamlMap, YamlNode } from "../load/yaml-node.ts";
import { joinPath, parentFolder, printedPath } from "../text/paths.ts";
import type { Span } from "../text/source.ts";

/** Findings of one rule at one place of a plan. Paths start from the folder of the baseline. */
export interface KnownFindings {
  readonly plan: string;
  /** The file that the place is in, where it is not the plan. */
  readonly file: string | null;
  readonly rule: string;
  readonly at: string;
  readonly count: number;
}

/** An entry with its place in the baseline. */
interface PlacedEntry extends KnownFindings {
  readonly span: Span;
}

export interface Baseline {
  /** Absolute folder that the paths start from. */
  readonly folder: string;
  readonly entries: readonly PlacedEntry[];
  /** Entries of a plan by its path. */
  readonly ofPlan: (plan: string) => readonly PlacedEntry[];
}

/** The version that is written and read. */
const version = "1";

const maxBytes = 64 * 1024 * 1024;

/** Reads a baseline; null with a finding when it cannot be used. */
export function readBaseline(
  host: Host,
  path: string,
): { readonly baseline: Baseline | null; readonly findings: readonly Diagnostic[] } {
  const absolute = joinPath(host.cwd, path);
  const name = printedPath(host.cwd, absolute);
  const read = host.read(absolute, { maxBytes });
  const refuse = (...findings: Diagnostic[]) => ({ baseline: null, findings });
  if (!read.ok) return refuse(makeDiagnostic(unreadablePath, null, { path: name, cause: read.failure }));
  const { value: source } = decodeText(name, read.bytes);
  const root = source === null ? null : readYaml(source).value.root;
  const found = root === null ? undefined : scalarOf(root, "planwrightBaseline");
  if (root === null || found === undefined)
    return refuse(makeDiagnostic(baselineFault, null, { cause: "form", path: name, detail: "" }));
  if (found !== version)
    return refuse(makeDiagnostic(baselineFault, root.span, { cause: "version", path: name, detail: found }));
  const list = root.entries.find(({ key }) => key.text === "findings")?.value;
  if (list?.kind !== "list")
    return refuse(
      makeDiagnostic(baselineFault, root.span, { cause: "entry", path: name, detail: "findings" }),
    );
  const entries: PlacedEntry[] = [];
  for (const item of list.items) {
    const entry = readEntry(item);
    if (typeof entry === "string")
      return refuse(makeDiagnostic(baselineFault, item.span, { cause: "entry", path: name, detail: entry }));
    entries.push(entry);
  }
  const byPlan = grouped(entries);
  const ofPlan = (plan: string): readonly PlacedEntry[] => byPlan.get(plan) ?? [];
  return { baseline: { folder: parentFolder(absolute), entries, ofPlan }, findings: [] };
}

function grouped(entries: readonly PlacedEntry[]): ReadonlyMap<string, readonly PlacedEntry[]> {
  const groups = new Map<string, PlacedEntry[]>();
  for (const entry of entries) {
    const group = groups.get(entry.plan) ?? [];
    groups.set(entry.plan, group);
    group.push(entry);
  }
  return groups;
}

/** An entry, or the name of what it lacks. */
function readEntry(item: YamlNode): PlacedEntry | string {
  if (item.kind !== "map") return "plan";
  const {
    plan,
    file,
    rule,
    at,
    count = "1",
  } = Object.fromEntries(["plan", "file", "rule", "at", "count"].map((key) => [key, scalarOf(item, key)]));
  if (plan === undefined) return "plan";
  if (rule === undefined) return "rule";
  if (at === undefined) return "at";
  if (!/^[1-9]\d{0,8}$/.test(count)) return "count";
  return { plan, file: file ?? null, rule, at, count: Number(count), span: item.span };
}

function scalarOf(map: YamlMap, key: string): string | undefined {
  const value = map.entries.find((entry) => entry.key.text === key)?.value;
  return value?.kind === "scalar" ? value.text : undefined;
}

/** What a baseline is held against: the settings of the run. */
export interface BaselineSettings {
  readonly only: Only;
  readonly levels: ReadonlyMap<string, Level>;
  readonly cwd: string;
}

/** A plan after its baseline. */
export interface Rebased {
  readonly compilation: Compilation;
  /** What was left out. */
  readonly known: readonly Diagnostic[];
}

/** Leaves out of a plan what its baseline knows, and tells what is gone. More findings than known at one place are all told. */
export function withoutKnown(
  compilation: Compilation,
  baseline: Baseline,
  settings: BaselineSettings,
): Rebased {
  const plan = pathFrom(baseline.folder, compilation.file.name, settings.cwd);
  const entries = baseline.ofPlan(plan);
  if (entries.length === 0) return { compilation, known: [] };
  const counts = countsByKey(compilation, plan, baseline.folder, settings.cwd);
  const known = new Set<string>();
  const gone: Diagnostic[] = [];
  for (const entry of entries) {
    const { rule, at, count, span } = entry;
    const found = counts.get(keyOf(entry))?.count ?? 0;
    if (found <= count) known.add(keyOf(entry));
    if (found < count && compilation.plan !== null && hasSay(rule, settings)) {
      gone.push(
        makeDiagnostic(baselineGone, span, { rule, at, gone: count - found, plan: compilation.file.name }),
      );
    }
  }
  const isKnown = (finding: Diagnostic): boolean => {
    const entry = entryOf(finding, compilation, plan, baseline.folder, settings.cwd);
    return entry !== null && known.has(keyOf(entry));
  };
  const findings = orderDiagnostics([...compilation.findings.filter((one) => !isKnown(one)), ...gone]);
  return { compilation: { ...compilation, findings }, known: compilation.findings.filter(isKnown) };
}

/** Leaves out all that a baseline can hold: what is told after it was written. */
export function withoutAll(compilation: Compilation, folder: string, cwd: string): Rebased {
  const plan = pathFrom(folder, compilation.file.name, cwd);
  const isKnown = (one: Diagnostic): boolean => entryOf(one, compilation, plan, folder, cwd) !== null;
  const findings = compilation.findings.filter((one) => !isKnown(one));
  return { compilation: { ...compilation, findings }, known: compilation.findings.filter(isKnown) };
}

/** The entries of a plan; null where it could not be read, so that nothing is known of them. */
export function entriesOf(
  compilation: Compilation,
  folder: string,
  cwd: string,
): readonly KnownFindings[] | null {
  if (compilation.plan === null) return null;
  const plan = pathFrom(folder, compilation.file.name, cwd);
  return [...countsByKey(compilation, plan, folder, cwd).values()];
}

function countsByKey(
  compilation: Compilation,
  plan: string,
  folder: string,
  cwd: string,
): ReadonlyMap<string, KnownFindings> {
  const counts = new Map<string, KnownFindings>();
  for (const finding of compilation.findings) {
    const entry = entryOf(finding, compilation, plan, folder, cwd);
    if (entry === null) continue;
    const key = keyOf(entry);
    counts.set(key, { ...entry, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return counts;
}

/** Families that a baseline never holds: a plan that cannot be read must not pass, nor a call that cannot be followed. */
const neverKnown = /^(?:yaml|input|usage|configuration|output|internal)\//;

function entryOf(
  { code, span, subject }: Diagnostic,
  { file, idPathOf }: Compilation,
  plan: string,
  folder: string,
  cwd: string,
): KnownFindings | null {
  if (neverKnown.test(code)) return null;
  const path = span === null ? "" : idPathOf(span);
  const at = path === "" && subject !== null ? `${subject.kind}[${subject.id}]` : path;
  const other = span === null || span.file.name === file.name ? null : pathFrom(folder, span.file.name, cwd);
  return { plan, file: other, rule: code, at, count: 1 };
}

function pathFrom(folder: string, name: string, cwd: string): string {
  return name.startsWith("<") ? name : printedPath(folder, joinPath(cwd, name));
}

function keyOf({ plan, file, rule, at }: KnownFindings): string {
  return JSON.stringify([plan, file, rule, at]);
}

/** A rule that was switched off or not asked says nothing; that does not mean that its findings are gone. */
export function hasSay(rule: string, { only, levels }: Pick<BaselineSettings, "only" | "levels">): boolean {
  if (levels.get(rule) === "off") return false;
  return only === "all" || rule.startsWith("status/") === (only === "status");
}

/** The text of a baseline: one entry a line, sorted, so that two versions of it differ where findings do. */
export function baselineText(entries: readonly KnownFindings[]): string {
  const sorted = [...entries].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : keyOf(a) > keyOf(b) ? 1 : 0));
  const lines = sorted.map(({ plan, file, rule, at, count }) => {
    const fields = { plan, ...(file === null ? {} : { file }), rule, at, ...(count === 1 ? {} : { count }) };
    return `    ${JSON.stringify(fields)}`;
  });
  const list = lines.length === 0 ? "[]" : `[\n${lines.join(",\n")}\n  ]`;
  return `{\n  "planwrightBaseline": ${version},\n  "findings": ${list}\n}\n`;
}

/** Of the entries of a plan those that a former baseline held, as many as are still there. */
export function stillKnown(
  found: readonly KnownFindings[],
  former: readonly KnownFindings[],
): readonly KnownFindings[] {
  const counts = new Map(found.map((entry) => [keyOf(entry), entry.count]));
  return former.flatMap((entry) => {
    const count = Math.min(entry.count, counts.get(keyOf(entry)) ?? 0);
    return count === 0 ? [] : [{ ...entry, count }];
  });
}
