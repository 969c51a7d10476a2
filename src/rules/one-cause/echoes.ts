/**
 * One cause, one finding: what the evaluation says of a figure that could not be used is an echo of that fault. The rows
 * of the results stay as they are; only the findings of family `status/` that rest on the fault are left out.
 */
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { type Levels, withoutOff } from "../../diagnostics/levels.ts";
import type { Plan } from "../../plan/plan.ts";
import type { PlanIndex } from "../../plan/plan-index.ts";
import { spanText } from "../../text/source.ts";
import { indicatorFinder, lineOf, overlapsAny } from "./finding-places.ts";
import { withoutListFollowers } from "./misshapen-lists.ts";
import { type Told, withoutFollowers } from "./open-names.ts";
import { withoutSectionFollowers } from "./open-sections.ts";
import { withoutPeriodEchoes } from "./period-in-doubt.ts";
import { withoutRowEchoes } from "./refused-rows.ts";
import { isStatus, withoutStatusEchoes } from "./status-in-doubt.ts";
import { withoutDoubles } from "./told-twice.ts";
import { withoutUnitEchoes } from "./unit-in-doubt.ts";
import { withoutIndicatorFollowers } from "./without-indicators.ts";

/** Faults of one value, told where it is bound. */
const faultsOfValues: ReadonlySet<string> = new Set([
  "statement/unreadable-quantity",
  "time/unreadable",
  "time/unknown-rhythm",
]);

/** A value that says nothing even in full. */
const unreadValues: ReadonlySet<string> = new Set([...faultsOfValues, "data/unreadable-value"]);

const ofReadings = "time/two-readings";
const ofKeys = "schema/unknown-key";
const ofKinds = "schema/target-kind";
/** What the kinds of an indicator's targets make necessary. */
const neededByKind: ReadonlySet<string> = new Set([
  "indicator/missing-unit",
  "indicator/missing-frequency",
  "indicator/missing-baseline",
]);
const ofRevisions = "statement/revision-mismatch";

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
  const single = withoutDoubles(plan, read, withoutPeriodEchoes(plan, all, ruled, levels), levels);
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
  const unread = withoutTargetFollowers(plan, withoutOff(all, levels), fit.ruled);
  return [...noted, ...withoutMisreadings(plan, all, unread)];
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

/** What an indicator needs hangs on the kinds of its targets: nothing is missed where one of them is in doubt. */
function withoutTargetFollowers(
  plan: Plan,
  read: readonly Diagnostic[],
  ruled: readonly Diagnostic[],
): readonly Diagnostic[] {
  const faults = read.filter(({ code }) => code === ofKinds);
  if (faults.length === 0) return ruled;
  const indicatorOf = indicatorFinder(plan);
  const inDoubt = new Set(faults.flatMap((fault) => indicatorOf(fault) ?? []));
  return ruled.filter(({ code, subject }) => !neededByKind.has(code) || !inDoubt.has(subject?.id ?? ""));
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
