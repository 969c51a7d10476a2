/**
 * Baselines: the findings that a repository had when it began to be checked, by plan, rule and place in the tree of ids. They are
 * left out and counted, so that only new ones are told; those that are gone are told, so that the file gets shorter.
 */
import type { Compilation, Only } from "../compile.ts";
import { type Diagnostic, makeDiagnostic, orderDiagnostics } from "../diagnostics/diagnostic.ts";
import { FindingList } from "../diagnostics/finding-list.ts";
import type { Level } from "../diagnostics/levels.ts";
import type { Host } from "../host/host.ts";
import { missingPath, unreadablePath } from "../load/input-codes.ts";
import { baselineFault, baselineGone } from "../load/run-codes.ts";
import { joinPath, parentFolder, printedPath } from "../text/paths.ts";
import { lineTable, lineText, type SourceFile, type Span } from "../text/source.ts";

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
const version = 1;

/** Largest baseline that is read. */
const maxBytes = 256 * 1024 * 1024;

/** Reads a baseline; null with a finding when it cannot be used. */
export function readBaseline(
  host: Host,
  path: string,
): { readonly baseline: Baseline | null; readonly findings: readonly Diagnostic[] } {
  const absolute = joinPath(host.cwd, path);
  const name = printedPath(host.cwd, absolute);
  const read = host.read(absolute, { maxBytes });
  const refuse = (...findings: Diagnostic[]) => ({ baseline: null, findings });
  if (!read.ok)
    return refuse(
      read.failure === "missing"
        ? makeDiagnostic(missingPath, null, { path: name })
        : makeDiagnostic(unreadablePath, null, { path: name, cause: read.failure }),
    );
  const source: SourceFile = { name, text: new TextDecoder().decode(read.bytes) };
  const whole: Span = { file: source, start: 0, end: 0 };
  const fault = (cause: string, detail: string, span: Span | null) =>
    refuse(makeDiagnostic(baselineFault, span, { cause, path: name, detail }));
  const root = objectOf(source.text);
  const found = root?.planwrightBaseline;
  if (root === null || found === undefined) return fault("form", "", null);
  if (found !== version) return fault("version", String(found).slice(0, 40), whole);
  if (!Array.isArray(root.findings)) return fault("entry", "findings", whole);
  const entries: PlacedEntry[] = [];
  for (const [i, item] of root.findings.entries()) {
    const span = spanOfEntry(source, i, item) ?? whole;
    const entry = readEntry(item);
    if (typeof entry === "string") return fault("entry", entry, span);
    entries.push({ ...entry, span });
  }
  const byPlan = grouped(entries);
  const ofPlan = (plan: string): readonly PlacedEntry[] => byPlan.get(plan) ?? [];
  return { baseline: { folder: parentFolder(absolute), entries, ofPlan }, findings: [] };
}

type Fields = Readonly<Record<string, unknown>>;

/** The object that a JSON text holds; null for any other text. */
function objectOf(text: string): Fields | null {
  try {
    const value: unknown = JSON.parse(text);
    return isFields(value) ? value : null;
  } catch {
    return null;
  }
}

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Lines before the first entry, as `baselineText` writes them. */
const linesBefore = 3;

/** The line of an entry in a file laid out as it was written; null in one that was laid out otherwise. */
function spanOfEntry(file: SourceFile, position: number, item: unknown): Span | null {
  const line = position + linesBefore + 1;
  const text = lineText(file, line);
  const inner = text.trim().replace(/,$/, "");
  if (inner === "" || inner !== JSON.stringify(item)) return null;
  const start = (lineTable(file)[line - 1] ?? 0) + text.indexOf(inner);
  return { file, start, end: start + inner.length };
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
function readEntry(item: unknown): KnownFindings | string {
  if (!isFields(item)) return "plan";
  const { plan, file = null, rule, at, count = 1 } = item;
  if (typeof plan !== "string") return "plan";
  if (file !== null && typeof file !== "string") return "file";
  if (typeof rule !== "string") return "rule";
  if (typeof at !== "string") return "at";
  if (typeof count !== "number" || !Number.isSafeInteger(count) || count < 1) return "count";
  return { plan, file, rule, at, count };
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
  const gone = new FindingList();
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
    counts.set(key, { ...entry, count: (counts.get(key)?.count ?? 0) + (finding.faults ?? 1) });
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
