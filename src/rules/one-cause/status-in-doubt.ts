/** What the evaluation says of an indicator whose figures could not be used, or of values whose file could not be read. */
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { type Levels, withoutOff } from "../../diagnostics/levels.ts";
import type { DataFile, Indicator, Plan } from "../../plan/plan.ts";
import { isWithin, type Span } from "../../text/source.ts";
import { indicatorFinder, overlapsAny } from "./finding-places.ts";
import { hangsOnPeriod } from "./period-in-doubt.ts";

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

/** What silence in a data file makes the evaluation say. */
const ofObservations: ReadonlySet<string> = new Set(["status/no-data", "status/stale"]);
const ofProgress: ReadonlySet<string> = new Set([
  "status/milestone-overdue",
  "status/action-overdue",
  "status/deliverable-overdue",
]);

/** The findings of family `status/` without those that rest on a fault told elsewhere. */
export function withoutStatusEchoes(
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

export function isStatus({ code }: Diagnostic): boolean {
  return code.startsWith("status/");
}

/** The fault is told at the file's name in the plan, or in the file itself. */
function concerns({ span }: Diagnostic, files: readonly DataFile[]): boolean {
  return files.some(
    ({ path }) =>
      (span !== null && isWithin(span, path.span)) ||
      span?.file.name.endsWith(path.value.replace(/^\.\//, "")),
  );
}
