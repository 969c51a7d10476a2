/**
 * One cause, one finding: what the evaluation says of a figure that could not be used is an echo of that fault. The rows
 * of the results stay as they are; only the findings of family `status/` that rest on the fault are left out.
 */
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { type Levels, withoutOff } from "../diagnostics/levels.ts";
import type { DataFile, Indicator, Plan } from "../plan/plan.ts";
import type { PlanIndex } from "../plan/plan-index.ts";
import { isWithin, positionAt, type Span, spanText } from "../text/source.ts";
import { withoutListFollowers } from "./misshapen-lists.ts";
import { type Told, withoutFollowers } from "./open-names.ts";
import { withoutSectionFollowers } from "./open-sections.ts";
import { hangsOnPeriod, withoutPeriodEchoes } from "./period-in-doubt.ts";
import { withoutRowEchoes } from "./refused-rows.ts";
import { withoutDoubles } from "./told-twice.ts";
import { withoutUnitEchoes } from "./unit-in-doubt.ts";
import { withoutIndicatorFollowers } from "./without-indicators.ts";

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
  "indicator/part-of-larger",
  "target/total-mismatch",
  "target/rate-mismatch",
  "target/relative-mismatch",
]);

/** A figure that is perhaps ten times too large leads no further; told as a note it may stand. */
const perhapsWrong = "target/magnitude";

/** Faults of one value, told where it is bound. */
const faultsOfValues: ReadonlySet<string> = new Set([
  "statement/unreadable-quantity",
  "time/unreadable",
  "time/unknown-rhythm",
]);

/** Faults after which a whole data file is missing. */
const faultsOfFiles: ReadonlySet<string> = new Set([
  "reference/missing-file",
  "data/missing-column",
  "data/duplicate-heading",
  "data/empty-file",
  "data/unclosed-quote",
]);
/** Headings without which no row of a data file is read. */
const neededHeadings: ReadonlySet<unknown> = new Set(["indicator", "at", "value", "指标", "时间", "实际值"]);

/** A value that says nothing even in full. */
const unreadValues: ReadonlySet<string> = new Set([...faultsOfValues, "data/unreadable-value"]);

const ofReadings = "time/two-readings";
const ofKeys = "schema/unknown-key";
const ofRevisions = "statement/revision-mismatch";

/** What silence in a data file makes the evaluation say. */
const ofObservations: ReadonlySet<string> = new Set(["status/no-data", "status/stale"]);
const ofProgress: ReadonlySet<string> = new Set([
  "status/milestone-overdue",
  "status/action-overdue",
  "status/deliverable-overdue",
]);

/**
 * What was read and what the rules found, without findings that only repeat another of them. `text` holds the faults of
 * the text itself, which are told apart from these. A rule that is off is no reason to be silent about what follows from it.
 */
export function withoutEchoes(
  { plan, index }: { readonly plan: Plan; readonly index: PlanIndex },
  text: readonly Diagnostic[],
  found: Told,
  levels: Levels,
): readonly Diagnostic[] {
  const whole = withoutListFollowers(withoutIndicatorFollowers(found, levels), levels);
  const named = withoutFollowers(index, whole, levels);
  const { read, ruled } = { ...named, ruled: withoutSectionFollowers(plan, named.ruled, levels) };
  const all = [...text, ...read];
  const single = withoutDoubles(plan, read, withoutPeriodEchoes(plan, ruled, levels), levels);
  const told = withoutStatusEchoes(
    plan,
    withoutOff(all, levels),
    withoutRevisionEchoes(plan, read, single, levels),
    levels,
  );
  const rowsUsed = withoutRowEchoes(plan, read, told, levels);
  const fit = withoutUnitEchoes(plan, { read, ruled: rowsUsed }, levels);
  const noted = withoutKeyEchoes(
    [...text, ...fit.read],
    withoutToldReadings(plan, fit.read, fit.ruled),
    levels,
  );
  return [...noted, ...withoutMisreadings(plan, all, fit.ruled)];
}

/**
 * The faults of the text without those of a value that cannot be read as a whole either (`7,2%`): in quotes, as they advise,
 * it would only be the other fault, which knows the cure.
 */
export function withoutSplitEchoes(
  text: readonly Diagnostic[],
  told: readonly Diagnostic[],
  levels: Levels,
): readonly Diagnostic[] {
  if (!text.some(isSplit)) return text;
  const unread = withoutOff(told, levels).filter(({ code }) => unreadValues.has(code));
  const overlaps = overlapsAny(unread.flatMap(({ span }) => span ?? []));
  return text.filter((fault) => !isSplit(fault) || !overlaps(fault.span));
}

/** A key that is not known follows from the comma or the kind of target that is missing beside it. */
function withoutKeyEchoes(
  all: readonly Diagnostic[],
  read: readonly Diagnostic[],
  levels: Levels,
): readonly Diagnostic[] {
  if (!read.some(({ code }) => code === ofKeys)) return read;
  const causes = withoutOff(all, levels).filter(
    ({ code, args }) =>
      code === "yaml/missing-comma" || (code === "schema/target-kind" && args.found === null),
  );
  const lines = new Set(causes.flatMap(({ span }) => (span === null ? [] : lineOf(span))));
  return read.filter(({ code, span }) => code !== ofKeys || span === null || !lines.has(lineOf(span)));
}

function lineOf({ file, start }: Span): string {
  return `${file.name}:${positionAt(file, start).line}`;
}

function isSplit({ code }: Diagnostic): boolean {
  return code === "yaml/split-text";
}

/** What a rule says of a value whose text is at fault judges something that nobody meant to write. */
function withoutMisreadings(
  plan: Plan,
  read: readonly Diagnostic[],
  ruled: readonly Diagnostic[],
): readonly Diagnostic[] {
  const misread = read.filter((fault) => fault.severity === "error" && isOfReading(fault));
  if (misread.length === 0) return ruled;
  const overlaps = overlapsAny(misread.flatMap(({ span }) => span ?? []));
  return ruled.filter((finding) => isAtId(plan, finding) || !overlaps(finding.span));
}

function isOfReading({ code }: Diagnostic): boolean {
  return code.startsWith("yaml/") || code.startsWith("schema/") || faultsOfValues.has(code);
}

/** What is missing in an item is told at its id, whose own text has no part in it. */
function isAtId({ id }: Plan, { subject, span }: Diagnostic): boolean {
  if (span === null || (id !== null && span.start === id.span.start)) return true;
  return subject !== null && spanText(span).replace(/^["']|["']$/g, "") === subject.id;
}

/** Whether a span overlaps one of many: by file they are sorted, with the furthest end of all before. */
function overlapsAny(spans: readonly Span[]): (judged: Span | null) => boolean {
  const byFile = new Map<Span["file"], { readonly start: number; end: number }[]>();
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const before = byFile.get(span.file);
    if (before === undefined) byFile.set(span.file, [{ start: span.start, end: span.end }]);
    else before.push({ start: span.start, end: Math.max(span.end, before.at(-1)?.end ?? 0) });
  }
  return (judged) => {
    if (judged === null) return false;
    const sorted = byFile.get(judged.file) ?? [];
    const last = sorted[countBefore(sorted, judged.end) - 1];
    return last !== undefined && judged.start < last.end;
  };
}

/** How many of sorted places start before an offset. */
function countBefore(sorted: readonly { readonly start: number }[], offset: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A finding on a date tells both its readings: that it has two is not told besides. */
function withoutToldReadings(
  plan: Plan,
  read: readonly Diagnostic[],
  ruled: readonly Diagnostic[],
): readonly Diagnostic[] {
  if (!read.some(({ code }) => code === ofReadings)) return read;
  const judged = new Set(ruled.map(({ span }) => span?.start));
  const indicatorOf = indicatorFinder(plan);
  const toldOf = (id: string | undefined, day: unknown): string => `${id}\n${day}`;
  const told = new Set(
    ruled
      .filter(({ args }) => args.sure === "reading")
      .flatMap(({ subject, args }) => [args.read, args.otherwise].map((day) => toldOf(subject?.id, day))),
  );
  return read.filter((finding) => {
    if (finding.code !== ofReadings) return true;
    if (judged.has(finding.span?.start)) return false;
    return told.size === 0 || !told.has(toldOf(indicatorOf(finding) ?? undefined, finding.args.read));
  });
}

/** What the record of revisions disagrees with is the fault itself, where a target of the indicator has one. */
function withoutRevisionEchoes(
  plan: Plan,
  read: readonly Diagnostic[],
  ruled: readonly Diagnostic[],
  levels: Levels,
): readonly Diagnostic[] {
  if (!ruled.some(({ code }) => code === ofRevisions)) return ruled;
  const loud = withoutOff([...read, ...ruled], levels).filter(
    (f) => f.severity !== "info" && f.code !== ofRevisions && !isStatus(f),
  );
  const indicatorOf = indicatorFinder(plan);
  const faulty = new Set(loud.flatMap((fault) => indicatorOf(fault) ?? []));
  return ruled.filter(({ code, subject }) => code !== ofRevisions || !faulty.has(subject?.id ?? ""));
}

function withoutStatusEchoes(
  plan: Plan,
  read: readonly Diagnostic[],
  ruled: readonly Diagnostic[],
  levels: Levels,
): readonly Diagnostic[] {
  const faults = withoutOff([...read, ...ruled], levels).filter(
    (f) =>
      (leadsNowhere(f) && f.severity === "error") || (f.code === perhapsWrong && f.severity === "warning"),
  );
  const files = read.filter(
    (f) =>
      faultsOfFiles.has(f.code) ||
      (f.code === "data/unknown-heading" && neededHeadings.has(f.args.nearest ?? null)),
  );
  if (faults.length === 0 && files.length === 0) return ruled;
  const { period } = plan;
  if (period !== null && faults.some(({ span }) => span !== null && isWithin(span, period.span))) {
    return ruled.filter((finding) => !isStatus(finding) && !hangsOnPeriod(period.span, finding));
  }
  const indicatorOf = indicatorFinder(plan);
  const clouded = new Set(faults.flatMap((fault) => indicatorOf(fault) ?? []));
  const ofTargets = overlapsAny(plan.indicators.flatMap(statedFigures));
  const undated = new Set(
    faults.flatMap((fault) => (isOfTarget(fault) || ofTargets(fault.span) ? [] : (indicatorOf(fault) ?? []))),
  );
  const lacksObservations = files.some((fault) => concerns(fault, plan.data.observations));
  const lacksProgress = files.some((fault) => concerns(fault, plan.data.progress));
  return ruled.filter((finding) => {
    if (!isStatus(finding)) return true;
    if (lacksObservations && ofObservations.has(finding.code)) return false;
    if (lacksProgress && ofProgress.has(finding.code)) return false;
    if (finding.subject?.kind !== "indicator") return true;
    // Which values are due hangs on no target, and on no baseline.
    return !(finding.code === "status/stale" ? undated : clouded).has(finding.subject.id);
  });
}

function leadsNowhere({ code, args }: Diagnostic): boolean {
  return faultsOfFigures.has(code) || (code === "yaml/tag" && args.alone === true);
}

/** Where an indicator says where it starts and what is to be reached. */
function statedFigures({ baseline, targets }: Indicator): readonly Span[] {
  return [...baseline, ...targets].map(({ span }) => span);
}

/** A fault of how much is to be reached, not of when. */
function isOfTarget({ code }: Diagnostic): boolean {
  const isQuantity = code.startsWith("target/") || code === "statement/unreadable-quantity";
  return isQuantity && code !== "target/before-baseline";
}

function isStatus({ code }: Diagnostic): boolean {
  return code.startsWith("status/");
}

/** The id of the indicator that a finding is about, or stands in. */
function indicatorFinder(plan: Plan): (finding: Diagnostic) => string | null {
  const places = plan.indicators
    .map(({ id, span }) => ({ id: id.value, span, start: span.start }))
    .sort((a, b) => a.start - b.start);
  return ({ subject, span }) => {
    if (subject?.kind === "indicator") return subject.id;
    if (span === null) return null;
    const near = places[countBefore(places, span.start + 1) - 1];
    return near !== undefined && isWithin(span, near.span) ? near.id : null;
  };
}

/** The fault is told at the file's name in the plan, or in the file itself. */
function concerns({ span }: Diagnostic, files: readonly DataFile[]): boolean {
  return files.some(
    ({ path }) =>
      (span !== null && isWithin(span, path.span)) ||
      span?.file.name.endsWith(path.value.replace(/^\.\//, "")),
  );
}
