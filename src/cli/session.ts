/** What every command that reads plans needs: sources, configuration, as-of date, compiled plans one after another. */
import { allCodes } from "../codes.ts";
import { type Compilation, type CompileInput, compile, type Only, uncompiled } from "../compile.ts";
import { type Diagnostic, makeDiagnostic } from "../diagnostics/diagnostic.ts";
import type { Level } from "../diagnostics/levels.ts";
import { nearest } from "../diagnostics/suggest.ts";
import type { Host } from "../host/host.ts";
import type { IncludedBytes } from "../load/included.ts";
import { internalFinding, unreadablePath } from "../load/input-codes.ts";
import { parseIsoDay } from "../plan/days.ts";
import type { Day } from "../plan/time.ts";
import { rules } from "../rules/index.ts";
import { joinPath, printedPath } from "../text/paths.ts";
import { configurationFinder } from "./config.ts";
import { type Configuration, levelNames } from "./configuration.ts";
import { dataDesk } from "./configured-data.ts";
import { dayMeant } from "./day-meant.ts";
import { discover, type PlanSource } from "./discover.ts";
import { EXIT_CLEAN, EXIT_COULD_NOT_RUN, EXIT_INTERNAL } from "./exit-code.ts";
import { typed, usageFinding } from "./usage.ts";
import { isWorkbook, workbookShelf } from "./workbooks.ts";

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

/** A compiled plan. `exit` is above 0 when its bytes could not even be read (2), or we failed on it ourselves (3). */
export interface Compiled {
  readonly compilation: Compilation;
  readonly exit: number;
  /** One digest of the plan and of every file that it names, whose change changes it; null when they were not traced. */
  readonly inputsDigest: string | null;
  /** The severities set for it, by configuration and call. */
  readonly levels: ReadonlyMap<string, Level>;
}

export interface Session {
  readonly jobs: readonly Job[];
  /** Faults of paths, options and configurations: the run ends with exit code 2 when there is any. */
  readonly findings: readonly Diagnostic[];
  /** The as-of date of all jobs; null when they differ. */
  readonly asOf: Day | null;
  /** Reads and compiles a job's plan. */
  compile(job: Job): Promise<Compiled>;
}

/**
 * Opens a session: finds the plans, their configurations and the as-of date. Reads no plan yet. A session whose as-of
 * date cannot be read has no job: what holds today says nothing of the day that was meant.
 */
export async function openSession(host: Host, request: SessionRequest): Promise<Session> {
  const configurationOf = configurationFinder(host, () => allCodes.map((c) => c.code));
  const levels = readLevels(request.levels);
  const asOf = readAsOf(request.asOf);
  if (asOf.findings.length > 0) {
    const findings = [...asOf.findings, ...levels.findings];
    return {
      jobs: [],
      findings,
      asOf: null,
      compile: (job) => compileJob(host, request, job),
    };
  }
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
    compile: (job) => compileJob(host, request, job),
  };
}

function readAsOf(text: string | undefined): {
  readonly day: Day | null;
  readonly findings: readonly Diagnostic[];
} {
  if (text === undefined) return { day: null, findings: [] };
  const day = parseIsoDay(text);
  if (day !== null) return { day, findings: [] };
  const finding = usageFinding({
    en: `--as-of is not a date: ${typed(text)}; write a day such as 2026-06-30`,
    zhHans: `--as-of 不是有效日期：“${text}”，应写成 2026-06-30 这样的日期`,
    given: text,
    suggestion: dayMeant(text),
  });
  return { day: null, findings: [finding] };
}

/** The severities that a call sets; what cannot be read sets none. */
export function levelsOf(given: unknown): ReadonlyMap<string, Level> {
  return readLevels(Array.isArray(given) ? given : []).levels;
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
    const codes = allCodes.map((c) => c.code);
    if (level !== undefined && codes.includes(rule)) levels.set(rule, level);
    else findings.push(levelFault(text, rule, codes));
  }
  return { levels, findings };
}

/** `RULE=LEVEL` that names no rule, or no level. */
function levelFault(text: string, rule: string, codes: readonly string[]): Diagnostic {
  if (rule !== "" && !codes.includes(rule)) {
    return usageFinding({
      en: `--rule: there is no rule ${typed(rule)}`,
      zhHans: `--rule：没有名为“${rule}”的规则`,
      given: rule,
      suggestion: nearest(rule, codes),
    });
  }
  return usageFinding({
    en: `--rule cannot be read: ${typed(text)}; write RULE=error, warning, info or off`,
    zhHans: `--rule 无法识别：“${text}”，应写成“规则名=级别”，级别为 error、warning、info 或 off`,
    given: text,
  });
}

/** Reads and compiles the plan of a job; the job may come from the session of another thread. */
export async function compileJob(
  host: Host,
  request: Pick<SessionRequest, "only" | "levels" | "trace">,
  { source, configuration, asOf }: Job,
): Promise<Compiled> {
  const levels = new Map([...configuration.levels, ...readLevels(request.levels).levels]);
  const bytes =
    source.path === null
      ? host.readStdin(maxFileBytes + 1)
      : host.read(source.path, { maxBytes: maxFileBytes + 1, root: configuration.root });
  if (!bytes.ok && bytes.failure !== "too-large") {
    const finding = makeDiagnostic(unreadablePath, null, { path: source.name, cause: bytes.failure });
    return {
      compilation: uncompiled(source.name, asOf, finding),
      exit: EXIT_COULD_NOT_RUN,
      inputsDigest: null,
      levels,
    };
  }
  const read: string[] = [];
  const seen = (path: string, bytes: Uint8Array): void => {
    if (request.trace) read.push(`${path} ${host.digest(bytes)}`);
  };
  if (bytes.ok) seen("", bytes.bytes);
  const workbooks = workbookShelf();
  const desk = dataDesk(configuration, source.folder, host.cwd);
  const input: CompileInput = {
    name: source.name,
    bytes: bytes.ok ? bytes.bytes : new Uint8Array(maxFileBytes + 1),
    asOf,
    include: (path) => {
      const found = includeFile(host, source.folder, configuration.root, path);
      if (found.ok) seen(path, found.bytes);
      else if (found.failure === "missing" && desk !== null) return desk.lacking(path);
      return found.ok && isWorkbook(path) ? workbooks.take(path, found) : found;
    },
    ...(desk === null ? {} : { dataOf: desk.dataOf }),
    rules,
    levels,
    only: request.only,
    trace: request.trace,
  };
  try {
    let compilation = compile(input);
    // Workbooks are unpacked between two runs, for the pipeline waits for nothing.
    if (await workbooks.fill()) compilation = compile(input);
    const inputsDigest = read.length === 0 ? null : host.digest([...new Set(read)].sort().join("\n"));
    return { compilation, exit: EXIT_CLEAN, inputsDigest, levels };
  } catch (error) {
    const finding = internalFinding(error, host.version);
    const compilation = uncompiled(source.name, asOf, finding);
    return { compilation, exit: EXIT_INTERNAL, inputsDigest: null, levels };
  }
}

function includeFile(host: Host, folder: string, root: string, path: string): IncludedBytes {
  const absolute = joinPath(folder, path.replaceAll("\\", "/"));
  const inside = absolute === root || absolute.startsWith(root.endsWith("/") ? root : `${root}/`);
  if (!inside) return { ok: false, failure: "outside-root" };
  const read = host.read(absolute, { maxBytes: maxFileBytes, root });
  return read.ok ? { ok: true, name: printedPath(host.cwd, absolute), bytes: read.bytes } : read;
}
