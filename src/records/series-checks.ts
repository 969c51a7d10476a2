/** Checks of observations against each other and against their indicator (ENGINE.md section 8). */
import Big from "big.js";
import { type Diagnostic, makeDiagnostic } from "../diagnostics/diagnostic.ts";
import { formatDecimal } from "../plan/decimal.ts";
import type { Given } from "../plan/given.ts";
import type { Indicator, Plan } from "../plan/plan.ts";
import { perYear } from "../plan/rhythm.ts";
import { whyNeverSummed } from "../plan/summable.ts";
import { convert, findUnit } from "../plan/units.ts";
import { type Span, spanText } from "../text/source.ts";
import { duplicateObservation, outOfBounds, partAboveWhole, sameDayAmounts, shareMismatch } from "./codes.ts";
import { findMagnitudeSlips } from "./magnitude.ts";
import { shareOf } from "./read-value.ts";
import type { Observation } from "./records.ts";
import { countsFault } from "./share-counts.ts";

/** Reports all findings of the series, indicator by indicator. */
export function checkSeries(plan: Plan, observations: readonly Observation[], findings: Diagnostic[]): void {
  const byIndicator = groupBy(observations, (o) => o.indicator);
  for (const indicator of plan.indicators) {
    const own = byIndicator.get(indicator.id.value) ?? [];
    const series = [...groupBy(own, seriesKey).values()];
    // What cannot be at all is not told as a slip besides.
    const impossible = new Set<Span>();
    for (const observation of own) {
      const beyond = checkParts(indicator, observation) ?? checkBounds(indicator, observation);
      if (beyond === null) continue;
      findings.push(beyond);
      if (beyond.span !== null) impossible.add(beyond.span);
    }
    for (const observation of own) {
      const mismatch = checkShare(indicator, observation);
      if (mismatch !== null) findings.push(mismatch);
    }
    for (const rows of series) checkPeriods(indicator, rows, findings);
    for (const rows of series) {
      for (const slip of findMagnitudeSlips(indicator, rows)) {
        if (slip.span === null || !impossible.has(slip.span)) findings.push(slip);
      }
    }
  }
}

/** One series: one entity, one slice. */
function seriesKey({ entity, slices }: Observation): string {
  const slice =
    slices.size === 0
      ? ""
      : [...slices]
          .map(([name, value]) => `${name}=${value}`)
          .sort()
          .join("\n");
  return `${entity ?? ""}\n${slice}`;
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}

function checkBounds(indicator: Indicator, observation: Observation): Diagnostic | null {
  const { bounds } = indicator;
  const { value } = observation;
  if (bounds === null || value === null) return null;
  const { value: low, upper, relation, unit } = bounds.value;
  const own = indicator.unit?.value ?? null;
  const least = relation === "<=" || relation === "<" ? null : convert(low, unit, own);
  const top = upper ?? (relation === "<=" || relation === "<" ? low : null);
  const most = top === null ? null : convert(top, unit, own);
  const inside = (least === null || value.value.gte(least)) && (most === null || value.value.lte(most));
  if (inside) return null;
  const args = {
    indicator: indicator.id.value,
    value: writtenValue(observation, value),
    bounds: bounds.value.text,
  };
  const extras = finding(indicator, bounds.stated ? bounds.span : null, "bounds");
  return makeDiagnostic(outOfBounds, value.span, args, extras);
}

/** A value as written; one that follows from its counts, with them. */
function writtenValue({ numerator, denominator }: Observation, value: Given<Big>): string {
  if (value.origin !== "computed" || numerator === null || denominator === null) return spanText(value.span);
  return `${formatDecimal(value.value.round(4))} (${formatDecimal(numerator.value)}/${formatDecimal(denominator.value)})`;
}

/** Two counts of which the part is larger than the whole, where nothing above the whole is possible. */
function checkParts(indicator: Indicator, { numerator, denominator }: Observation): Diagnostic | null {
  if (numerator === null || denominator === null) return null;
  if (countsFault(indicator, numerator, denominator) !== "above-whole") return null;
  const args = {
    indicator: indicator.id.value,
    numerator: formatDecimal(numerator.value),
    denominator: formatDecimal(denominator.value),
  };
  return makeDiagnostic(partAboveWhole, numerator.span, args, finding(indicator, denominator.span, "whole"));
}

const decimals = /[.．](\d{1,30})/;

/** A value beside its two counts is the share that they make, but for the last digit written. */
function checkShare(indicator: Indicator, { value, numerator, denominator }: Observation): Diagnostic | null {
  if (value === null || value.origin === "computed" || numerator === null || denominator === null)
    return null;
  // Told already, and no share follows from such counts.
  if (countsFault(indicator, numerator, denominator) !== null) return null;
  const dimension = indicator.unit?.value.dimension;
  if (dimension !== "percent" && dimension !== "ratio") return null;
  const share = shareOf(indicator, numerator, denominator);
  if (share.kind !== "number") return null;
  const written = spanText(value.span);
  const lastDigit = new Big(`1e-${decimals.exec(written)?.[1]?.length ?? 0}`);
  const allowed = /[%％]/.test(written)
    ? (convert(lastDigit, findUnit("%"), indicator.unit?.value ?? null) ?? lastDigit)
    : lastDigit;
  if (share.value.value.minus(value.value).abs().lt(allowed)) return null;
  const args = {
    indicator: indicator.id.value,
    value: written,
    share: `${formatDecimal(share.value.value.round(4))}${dimension === "percent" ? (indicator.unit?.text ?? "") : ""}`,
    counts: `${formatDecimal(numerator.value)} ÷ ${formatDecimal(denominator.value)}`,
  };
  return makeDiagnostic(shareMismatch, value.span, args, finding(indicator, numerator.span, "counts"));
}

function finding(
  indicator: Indicator,
  span: Observation["span"] | null,
  kind: "bounds" | "first" | "counts" | "whole",
) {
  const notes = {
    bounds: { en: "the limits", zhHans: "取值范围" },
    counts: { en: "the counts", zhHans: "分子、分母" },
    whole: { en: "the denominator", zhHans: "分母" },
    first: { en: "first reported here", zhHans: "首次报送" },
  };
  return {
    subject: { kind: indicator.kind, id: indicator.id.value },
    inChinese: { indicator: indicator.name?.text ?? indicator.id.value },
    related: span === null ? [] : [{ span, note: notes[kind] }],
  };
}

/** Rows of one `at` in one series, in file order. */
function checkPeriods(indicator: Indicator, rows: readonly Observation[], findings: Diagnostic[]): void {
  const stated = rows.filter(({ value, word }) => value !== null || word !== null);
  const byPeriod = groupBy(stated, ({ at }) => `${at.value.start}..${at.value.end}`);
  for (const group of byPeriod.values()) {
    if (group.length < 2) continue;
    if (indicator.value.value === "flow") {
      checkAmounts(indicator, group, findings);
      // Revisions do not add up: each stands in place of all before it.
      for (const rows of groupBy(
        group.filter(({ state }) => state === "revised"),
        reporterKey,
      ).values())
        checkDuplicates(indicator, rows, findings);
    } else checkDuplicates(indicator, group, findings);
  }
  if (indicator.value.value === "flow" && byPeriod.size > 1) checkWholes(indicator, stated, findings);
}

/** An amount of a whole reporting period beside amounts dated within it: all of them are added up. */
function checkWholes(indicator: Indicator, rows: readonly Observation[], findings: Diagnostic[]): void {
  const open = rows.filter((row) => row.state === "final" && !isExplained(row));
  const wholes = open.filter((row) => !isOneDay(row) && isWholePeriod(indicator, row));
  if (wholes.length === 0) return;
  const sorted = [...wholes].sort((a, b) => a.at.value.start - b.at.value.start);
  for (const row of open) {
    const { start, end } = row.at.value;
    const whole = lastFrom(sorted, start);
    if (whole === undefined || whole.at.value.end < end || isSamePeriod(whole, row)) continue;
    const args = { indicator: indicator.id.value, at: spanText(row.at.span) };
    findings.push(makeDiagnostic(sameDayAmounts, row.span, args, finding(indicator, whole.span, "first")));
  }
}

/** The last of the rows, sorted by start, that begins no later than a day. */
function lastFrom(sorted: readonly Observation[], day: number): Observation | undefined {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.at.value.start ?? 0) <= day) low = middle + 1;
    else high = middle;
  }
  return sorted[low - 1];
}

function isSamePeriod(a: Observation, b: Observation): boolean {
  return a.at.value.start === b.at.value.start && a.at.value.end === b.at.value.end;
}

/**
 * Each row against the first earlier one that it neither replaces nor stands beside: a revision replaces what was
 * reported on another day, a final value a provisional one; values of different reporters stand side by side where the
 * plan declares how they combine.
 */
function checkDuplicates(indicator: Indicator, group: readonly Observation[], findings: Diagnostic[]): void {
  const firstOf = new Map<string, Observation>();
  const combines = reportersCombine(indicator);
  for (const row of group) {
    const kind = row.state === "revised" ? `revised ${row.reported?.value ?? ""}` : row.state;
    const [anyone, nobody, own] = [`${kind}\n*`, `${kind}\n-`, `${kind}\n${reporterKey(row)}`];
    const apart = combines && row.reporter !== null;
    const first = apart ? (firstOf.get(own) ?? firstOf.get(nobody)) : firstOf.get(anyone);
    for (const key of [anyone, own]) if (!firstOf.has(key)) firstOf.set(key, row);
    if (first === undefined) continue;
    const args = {
      indicator: indicator.id.value,
      at: spanText(row.at.span),
      value: shownValue(row),
      first: shownValue(first),
      ...reportersOf(first, row),
    };
    findings.push(
      makeDiagnostic(duplicateObservation, row.span, args, finding(indicator, first.span, "first")),
    );
  }
}

/** True when the plan says how values of several reporters become one, in a way that is open to such values. */
function reportersCombine({ aggregation, unit }: Indicator): boolean {
  const way = aggregation?.value ?? "none";
  return way !== "none" && (way !== "sum" || whyNeverSummed(unit?.value ?? null) === null);
}

function reporterKey({ reporter }: Observation): string {
  return reporter === null ? "-" : `by ${reporter.value}`;
}

/** Both reporters where they differ; a row without one speaks for all. */
function reportersOf(first: Observation, row: Observation) {
  const [before, here] = [first.reporter?.value ?? null, row.reporter?.value ?? null];
  const differ = before !== null && here !== null && before !== here;
  return { firstReporter: differ ? before : null, reporter: differ ? here : null };
}

function shownValue({ value, word }: Observation): string {
  return value === null ? (word?.value ?? "") : formatDecimal(value.value);
}

/** Amounts add up; two of one day without a word about it may be one row entered twice. */
function checkAmounts(indicator: Indicator, group: readonly Observation[], findings: Diagnostic[]): void {
  const [first, ...others] = group.filter(
    (row) => (isOneDay(row) || isWholePeriod(indicator, row)) && row.state === "final" && !isExplained(row),
  );
  for (const row of others) {
    const args = { indicator: indicator.id.value, at: spanText(row.at.span) };
    const extras = finding(indicator, first?.span ?? null, "first");
    findings.push(makeDiagnostic(sameDayAmounts, row.span, args, extras));
  }
}

/** The amount of a whole reporting period; amounts of a shorter time may be several. */
function isWholePeriod({ frequency }: Indicator, { at }: Observation): boolean {
  const stated = frequency[0]?.is.value;
  const times = stated === undefined ? null : perYear(stated);
  return times !== null && at.value.end - at.value.start + 1 >= (daysOfYear / times) * almostWhole;
}

const daysOfYear = 365;
/** February and the quarters are not of one length. */
const almostWhole = 0.9;

function isOneDay({ at }: Observation): boolean {
  return at.value.start === at.value.end;
}

function isExplained({ reporter, note }: Observation): boolean {
  return reporter !== null || note !== null;
}
