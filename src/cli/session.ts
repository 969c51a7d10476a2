/** What every command that reads plans needs: sources, configuration, as-of date, compiled plans one after another. */
import { allCodes } from "../codes.ts";
import {
  type Compilation,
  type CompileInput,
  compile,
  type IncludedBytes,
  type Level,
  type Only,
  uncompiled,
} from "../compile.ts";
import { type Diagnostic, makeDiagnostic } from "../diagnostics/diagnostic.ts";
import type { Host } from "../host/host.ts";
import type { Language } from "../language/speaker.ts";
import { unreadablePath, usageFault } from "../load/input-codes.ts";
import { parseIsoDay } from "../plan/days.ts";
import type { Day } from "../plan/time.ts";
import { rules } from "../rules/index.ts";
import { type Configuration, configurationFinder, levelNames } from "./config.ts";
import { discover, type PlanSource } from "./discover.ts";
import { joinPath, printedPath } from "./paths.ts";

/** Largest plan, text or data file that is read. */
export const maxFileBytes = 16 * 1024 * 1024;

export interface SessionRequest {
  readonly paths: readonly string[];
  readonly asOf: string | undefined;
  readonly only: Only;
  readonly levels: readonly string[];
  readonly trace: boolean;
}

/** A plan that will be read, with its settings. */
export interface Job {
  readonly source: PlanSource;
  readonly configuration: Configuration;
  readonly asOf: Day;
}

/** A compiled plan; `unreadable` when its bytes could not even be read (exit code 2). */
export interface Compiled {
  readonly compilation: Compilation;
  readonly unreadable: boolean;
}

export interface Session {
  readonly jobs: readonly Job[];
  /** Faults of paths, options and configurations: the run ends with exit code 2 when there is any. */
  readonly findings: readonly Diagnostic[];
  /** The as-of date of all jobs; null when they differ. */
  readonly asOf: Day | null;
  /** Language that the working folder's configuration asks for. */
  readonly language: Language | null;
  /** Reads and compiles a job's plan. */
  compile(job: Job): Promise<Compiled>;
}

/** Opens a session: finds the plans, their configurations and the as-of date. Reads no plan yet. */
export async function openSession(host: Host, request: SessionRequest): Promise<Session> {
  const configurationOf = configurationFinder(host, () => allCodes.map((c) => c.code));
  const levels = readLevels(request.levels);
  const asOf = readAsOf(request.asOf);
  const found = await discover(host, request.paths);
  const here = configurationOf(host.cwd);
  const today = parseIsoDay(host.today()) ?? 0;
  const jobs = found.sources.map((source) => {
    const configuration = configurationOf(source.folder);
    return { source, configuration, asOf: asOf.day ?? configuration.asOf ?? today };
  });
  const faults = [...new Set([here, ...jobs.map((j) => j.configuration)])].flatMap((c) => c.findings);
  const days = new Set(jobs.map((job) => job.asOf));
  return {
    jobs,
    findings: [...asOf.findings, ...levels.findings, ...found.findings, ...faults],
    asOf:
      days.size === 1 ? (jobs[0]?.asOf ?? null) : days.size === 0 ? (asOf.day ?? here.asOf ?? today) : null,
    language: here.language,
    compile: (job) => compileJob(host, request, job, levels.levels),
  };
}

function readAsOf(text: string | undefined): {
  readonly day: Day | null;
  readonly findings: readonly Diagnostic[];
} {
  if (text === undefined) return { day: null, findings: [] };
  const day = parseIsoDay(text);
  if (day !== null) return { day, findings: [] };
  const words = {
    en: `--as-of is no date: ${text}; write a day such as 2026-06-30`,
    zhHans: `--as-of 不是有效日期：“${text}”，应写成 2026-06-30 这样的日期`,
  };
  return { day: null, findings: [makeDiagnostic(usageFault, null, words)] };
}

function readLevels(given: readonly string[]): {
  readonly levels: ReadonlyMap<string, Level>;
  readonly findings: readonly Diagnostic[];
} {
  const levels = new Map<string, Level>();
  const findings: Diagnostic[] = [];
  for (const text of given) {
    const at = text.lastIndexOf("=");
    const rule = text.slice(0, Math.max(at, 0));
    const level = levelNames.find((l) => l === text.slice(at + 1));
    if (level !== undefined && allCodes.some((c) => c.code === rule)) levels.set(rule, level);
    else {
      const words = {
        en: `--rule cannot be read: ${text}; write RULE=error, warning, info or off`,
        zhHans: `--rule 无法识别：“${text}”，应写成 规则名=error、warning、info 或 off`,
      };
      findings.push(makeDiagnostic(usageFault, null, words));
    }
  }
  return { levels, findings };
}

async function compileJob(
  host: Host,
  request: SessionRequest,
  job: Job,
  levels: ReadonlyMap<string, Level>,
): Promise<Compiled> {
  const { source, configuration } = job;
  const bytes =
    source.path === null
      ? host.readStdin(maxFileBytes + 1)
      : host.read(source.path, { maxBytes: maxFileBytes + 1 });
  if (!bytes.ok && bytes.failure !== "too-large") {
    const finding = makeDiagnostic(unreadablePath, null, { path: source.name, cause: bytes.failure });
    return { compilation: uncompiled(source.name, job.asOf, finding), unreadable: true };
  }
  const input: CompileInput = {
    name: source.name,
    bytes: bytes.ok ? bytes.bytes : new Uint8Array(maxFileBytes + 1),
    asOf: job.asOf,
    include: (path) => includeFile(host, source.folder, configuration.root, path),
    rules,
    levels: new Map([...configuration.levels, ...levels]),
    only: request.only,
    trace: request.trace,
  };
  return { compilation: compile(input), unreadable: false };
}

function includeFile(host: Host, folder: string, root: string, path: string): IncludedBytes {
  const absolute = joinPath(folder, path.replaceAll("\\", "/"));
  const inside = absolute === root || absolute.startsWith(root.endsWith("/") ? root : `${root}/`);
  if (!inside) return { ok: false, failure: "outside-root" };
  const read = host.read(absolute, { maxBytes: maxFileBytes, root });
  return read.ok ? { ok: true, name: printedPath(host.cwd, absolute), bytes: read.bytes } : read;
}
