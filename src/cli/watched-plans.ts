/** The plans under watch: what each was read from, and what was found in it last. */
import { type Diagnostic, orderDiagnostics } from "../diagnostics/diagnostic.ts";
import type { SectionOf } from "../diagnostics/section-of.ts";
import type { Host } from "../host/host.ts";
import { dataPaths } from "./configured-data.ts";
import { compileJob, type Job, type SessionRequest } from "./session.ts";

/** A plan as it was checked last. */
export interface CheckedPlan {
  readonly findings: readonly Diagnostic[];
  readonly sectionOf: SectionOf;
  /** Absolute paths of all files that were asked for, also those that do not exist. */
  readonly files: ReadonlySet<string>;
  /** What was asked of it besides the files: settings and day. */
  readonly settings: string;
}

/** A host that notes the files that it is asked for. */
export function notingHost(host: Host): { readonly host: Host; readonly files: ReadonlySet<string> } {
  const files = new Set<string>();
  return {
    files,
    host: {
      ...host,
      read: (path, limits) => {
        files.add(path);
        return host.read(path, limits);
      },
      kindOf: (path) => {
        // Settings that may yet be written are looked for up to the working folder.
        if (/\.ya?ml$/i.test(path) && path.startsWith(`${host.cwd}/`)) files.add(path);
        return host.kindOf(path);
      },
    },
  };
}

/** Checks a plan and notes what it was read from. */
export async function checkPlan(
  host: Host,
  request: Pick<SessionRequest, "only" | "levels" | "trace">,
  job: Job,
): Promise<CheckedPlan> {
  const noting = notingHost(host);
  const { compilation } = await compileJob(noting.host, request, job);
  const { findings, sectionOf } = compilation;
  return { findings, sectionOf, files: noting.files, settings: settingsOf(job) };
}

/** True when a plan has to be checked again: its settings or one of its files have changed. */
export function isTouched(known: CheckedPlan, job: Job, changed: readonly string[]): boolean {
  return known.settings !== settingsOf(job) || changed.some((path) => known.files.has(path));
}

function settingsOf({ asOf, configuration }: Job): string {
  return JSON.stringify([asOf, configuration.root, [...configuration.levels], dataPaths(configuration.data)]);
}

/** What changed from one check to the next. A finding that only moved to another line has not changed. */
export interface Changed {
  readonly came: readonly Diagnostic[];
  readonly went: readonly Diagnostic[];
}

/** The findings of `after` that `before` does not have, and the reverse. */
export function compareFindings(before: readonly Diagnostic[], after: readonly Diagnostic[]): Changed {
  return { came: without(after, before), went: without(before, after) };
}

function without(findings: readonly Diagnostic[], others: readonly Diagnostic[]): readonly Diagnostic[] {
  const counts = new Map<string, number>();
  for (const other of others) counts.set(nameOf(other), (counts.get(nameOf(other)) ?? 0) + 1);
  const left = findings.filter((finding) => {
    const count = counts.get(nameOf(finding)) ?? 0;
    counts.set(nameOf(finding), count - 1);
    return count <= 0;
  });
  return orderDiagnostics(left);
}

function nameOf({ code, severity, message, subject, span }: Diagnostic): string {
  return JSON.stringify([code, severity, message.en, subject?.kind, subject?.id, span?.file.name]);
}
