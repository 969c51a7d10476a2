/** The sure cures of a plan made in its text: round after round, because one cure may let the next fault be seen. */
import type { Diagnostic, FixEdit } from "../diagnostics/diagnostic.ts";
import type { Host } from "../host/host.ts";
import type { SourceFile } from "../text/source.ts";
import { compileJob, type Job, type SessionRequest } from "./session.ts";

/** Most rounds over one plan: what one cure brings to light is cured in the next. */
const mostRounds = 10;

/** A plan's text after the cures, and how many findings were cured. */
export interface Fixed {
  readonly text: string;
  readonly count: number;
}

/**
 * Cures the findings that carry their edits. Edits of two findings that touch the same text are made in two rounds. The cures of a round that would
 * bring more errors than there were are not made.
 */
export async function makeFixes(
  host: Host,
  request: Pick<SessionRequest, "only" | "levels" | "trace">,
  job: Job,
  file: SourceFile,
): Promise<Fixed> {
  const check = async (text: string) => {
    const bytes = new TextEncoder().encode(text);
    const read: Host["read"] = (path, limits) =>
      path === job.source.path ? { ok: true, bytes } : host.read(path, limits);
    return (await compileJob({ ...host, read }, request, job)).compilation;
  };
  let fixed: Fixed = { text: file.text, count: 0 };
  let now = await check(fixed.text);
  for (let round = 0; round < mostRounds; round++) {
    const cures = apart(now.findings.flatMap((finding) => curesOf(finding, now.file)));
    if (cures.length === 0) break;
    const next = { text: edited(now.file.text, cures.flat()), count: fixed.count + cures.length };
    const then = await check(next.text);
    const wasRead = now.plan !== null;
    if (wasRead && (then.plan === null || errorsOf(then.findings) > errorsOf(now.findings))) break;
    fixed = next;
    now = then;
  }
  return fixed;
}

type Cure = readonly FixEdit[];

/** The cure of a finding, if it has one in this file alone. */
function curesOf({ fix }: Diagnostic, file: SourceFile): readonly Cure[] {
  if (fix === undefined || !fix.every(({ span }) => span.file.name === file.name)) return [];
  return [[...fix].sort((a, b) => a.span.start - b.span.start)];
}

/** Cures of which no two touch the same text; of two that do, the one that begins first. */
function apart(cures: readonly Cure[]): readonly Cure[] {
  const ordered = [...cures].sort((a, b) => startOf(a) - startOf(b));
  const taken: FixEdit[] = [];
  return ordered.filter((cure) => {
    const isFree = cure.every((edit) => !taken.some((other) => touch(edit, other)));
    if (isFree) taken.push(...cure);
    return isFree;
  });
}

function startOf(cure: Cure): number {
  return cure[0]?.span.start ?? 0;
}

/** True for edits that overlap or stand side by side. */
function touch({ span: a }: FixEdit, { span: b }: FixEdit): boolean {
  return a.start <= b.end && b.start <= a.end;
}

function edited(text: string, edits: readonly FixEdit[]): string {
  let made = "";
  let cursor = 0;
  for (const { span, text: right } of [...edits].sort((a, b) => a.span.start - b.span.start)) {
    made += text.slice(cursor, span.start) + right;
    cursor = span.end;
  }
  return made + text.slice(cursor);
}

function errorsOf(findings: readonly Diagnostic[]): number {
  return findings.filter(({ severity }) => severity === "error").length;
}
