/**
 * One cause, one finding: what the evaluation says of a figure that could not be used is an echo of that fault. The rows
 * of the results stay as they are; only the findings of family `status/` that rest on the fault are left out.
 */
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { DataFile, Plan } from "../plan/plan.ts";
import type { Span } from "../text/source.ts";

/** Faults after which the figures of an indicator lead nowhere. */
const faultsOfFigures: ReadonlySet<string> = new Set([
  "statement/unreadable-quantity",
  "time/unreadable",
  "time/unresolved",
  "time/reversed",
  "schema/type",
  "schema/target-kind",
  "target/unit-mismatch",
  "target/percent-points",
  "target/no-share",
  "target/out-of-bounds",
  "target/wrong-direction",
  "target/before-baseline",
]);

/** Faults after which a whole data file is missing. */
const faultsOfFiles: ReadonlySet<string> = new Set([
  "reference/missing-file",
  "data/missing-column",
  "data/duplicate-heading",
  "data/empty-file",
  "data/unclosed-quote",
]);

const ofUnits = "data/wrong-unit";
const ofRevisions = "statement/revision-mismatch";

/** What silence in a data file makes the evaluation say. */
const ofObservations: ReadonlySet<string> = new Set(["status/no-data", "status/stale"]);
const ofProgress: ReadonlySet<string> = new Set(["status/milestone-overdue", "status/action-overdue"]);

/** What was read and what the rules found, without findings that only repeat another of them. */
export function withoutEchoes(
  plan: Plan,
  read: readonly Diagnostic[],
  ruled: readonly Diagnostic[],
): readonly Diagnostic[] {
  const told = withoutStatusEchoes(plan, read, withoutRevisionEchoes(plan, read, ruled));
  return [...withoutUnitEchoes(plan, read, told), ...told];
}

/** Where an indicator's unit is the slip, its data are not blamed for their unit. */
function withoutUnitEchoes(
  plan: Plan,
  read: readonly Diagnostic[],
  ruled: readonly Diagnostic[],
): readonly Diagnostic[] {
  if (!read.some(({ code }) => code === ofUnits)) return read;
  const slips = plan.indicators.filter(({ unit }) =>
    ruled.some(({ code, span }) => code === "target/unit-mismatch" && unit !== null && span === unit.span),
  );
  const ids = new Set(slips.map(({ id }) => id.value));
  return read.filter(({ code, subject }) => code !== ofUnits || !ids.has(subject?.id ?? ""));
}

/** What the record of revisions disagrees with is the fault itself, where a target of the indicator has one. */
function withoutRevisionEchoes(
  plan: Plan,
  read: readonly Diagnostic[],
  ruled: readonly Diagnostic[],
): readonly Diagnostic[] {
  if (!ruled.some(({ code }) => code === ofRevisions)) return ruled;
  const loud = [...read, ...ruled].filter(
    (f) => f.severity !== "info" && f.code !== ofRevisions && !isStatus(f),
  );
  const faulty = new Set(loud.flatMap((fault) => indicatorOf(plan, fault) ?? []));
  return ruled.filter(({ code, subject }) => code !== ofRevisions || !faulty.has(subject?.id ?? ""));
}

function withoutStatusEchoes(
  plan: Plan,
  read: readonly Diagnostic[],
  ruled: readonly Diagnostic[],
): readonly Diagnostic[] {
  const faults = [...read, ...ruled].filter((f) => faultsOfFigures.has(f.code) && f.severity === "error");
  const files = read.filter((f) => faultsOfFiles.has(f.code));
  if (faults.length === 0 && files.length === 0) return ruled;
  if (faults.some(({ span }) => plan.period !== null && isWithin(span, plan.period.span))) {
    return ruled.filter((finding) => !isStatus(finding));
  }
  const clouded = new Set(faults.flatMap((fault) => indicatorOf(plan, fault) ?? []));
  const lacksObservations = files.some((fault) => concerns(fault, plan.data.observations));
  const lacksProgress = files.some((fault) => concerns(fault, plan.data.progress));
  return ruled.filter((finding) => {
    if (!isStatus(finding)) return true;
    if (lacksObservations && ofObservations.has(finding.code)) return false;
    if (lacksProgress && ofProgress.has(finding.code)) return false;
    return finding.subject?.kind !== "indicator" || !clouded.has(finding.subject.id);
  });
}

function isStatus({ code }: Diagnostic): boolean {
  return code.startsWith("status/");
}

function indicatorOf(plan: Plan, { subject, span }: Diagnostic): string | null {
  if (subject?.kind === "indicator") return subject.id;
  return plan.indicators.find((indicator) => isWithin(span, indicator.span))?.id.value ?? null;
}

function isWithin(span: Span | null, whole: Span): boolean {
  return span !== null && span.file === whole.file && span.start >= whole.start && span.end <= whole.end;
}

/** The fault is told at the file's name in the plan, or in the file itself. */
function concerns({ span }: Diagnostic, files: readonly DataFile[]): boolean {
  return files.some(
    ({ path }) => isWithin(span, path.span) || span?.file.name.endsWith(path.value.replace(/^\.\//, "")),
  );
}
