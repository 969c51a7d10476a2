/**
 * Values by group (columns `dimension:NAME`: by sex, by age): how much of the whole they cover. They are shown beside the
 * headline and never make one; coverage 0.6 is partial, 1 complete, 1.5 an overlap (ENGINE.md section 7, METHODS.md 8.12).
 */
import Big from "big.js";
import { divide, isZero, sumOf } from "../plan/decimal.ts";
import { whyNeverSummed } from "../plan/summable.ts";
import type { Observation } from "../records/records.ts";
import { entryOf, type Reading, readingsOf } from "./readings.ts";
import type { Slicing } from "./results.ts";
import { joiningOf } from "./roll-up.ts";
import type { Terms } from "./terms.ts";

/**
 * The groupings of a row, in the order of their names. Each is of the last period for which the row has a value too, else
 * of its own last period. `headline` are the row's values, oldest first.
 */
export function slicingsOf(
  observations: readonly Observation[],
  headline: readonly Reading[],
  terms: Terms,
): readonly Slicing[] {
  const byNames = new Map<string, Observation[]>();
  for (const observation of observations) {
    const names = [...observation.slices.keys()].sort().join(" × ");
    entryOf<string, Observation[]>(byNames, names, () => []).push(observation);
  }
  return [...byNames]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([names, rows]) => slicing(names, rows, headline, terms) ?? []);
}

function slicing(
  names: string,
  rows: readonly Observation[],
  headline: readonly Reading[],
  terms: Terms,
): Slicing | null {
  const byGroup = new Map<string, Observation[]>();
  for (const row of rows) entryOf<string, Observation[]>(byGroup, groupName(row), () => []).push(row);
  const series = [...byGroup].map(([group, own]) => ({
    group,
    readings: readingsOf(own, terms.kind, terms.unit, joiningOf(terms)),
  }));
  const spoken = new Set(series.flatMap(({ readings }) => readings.map(periodOf)));
  const whole = headline.findLast((reading) => spoken.has(periodOf(reading))) ?? null;
  const last = series.flatMap(({ readings }) => readings.at(-1) ?? []).sort((a, b) => a.on - b.on);
  const period = whole ?? last.at(-1);
  if (period === undefined) return null;
  const parts = series.flatMap(({ group, readings }) => {
    const own = readings.filter((reading) => periodOf(reading) === periodOf(period));
    const part = own.at(-1);
    // Amounts of one period and group add up, as those of the whole do.
    const value = sumOf(own.map((reading) => reading.value));
    return part === undefined ? [] : [{ group, reading: part, value }];
  });
  const { coverage, reason } = coverageOf(parts, whole, headline, terms);
  return {
    names,
    on: period.on,
    coverage,
    kind: coverage === null ? null : kindOf(coverage),
    reason,
    parts: parts.map(({ group, value, reading }) => ({ group, value, span: reading.span })),
  };
}

/** Groups of several columns are one group: women under 30. */
function groupName({ slices }: Observation): string {
  return [...slices]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, group]) => group)
    .join(" × ");
}

function periodOf({ start, on }: Reading): string {
  return `${start}:${on}`;
}

interface Part {
  readonly reading: Reading;
  readonly value: Big;
}

/** Amounts and counts cover by their sum; shares, which have none, by the sum of their denominators. */
function coverageOf(
  parts: readonly Part[],
  whole: Reading | null,
  headline: readonly Reading[],
  terms: Terms,
): { readonly coverage: Big | null; readonly reason: string | null } {
  const none = (reason: string) => ({ coverage: null, reason });
  if (whole === null) return none("no-headline");
  const adds =
    whyNeverSummed(terms.unit) === null && parts.every(({ reading }) => reading.denominator === null);
  const bases = parts.flatMap(({ reading }) => reading.denominator ?? []);
  if (!adds && (whole.denominator === null || bases.length < parts.length)) return none("not-additive");
  const sameDays = headline.filter((reading) => periodOf(reading) === periodOf(whole));
  const total = adds ? sumOf(sameDays.map((reading) => reading.value)) : (whole.denominator ?? new Big(0));
  if (isZero(total)) return none("zero-value");
  const covered = adds ? sumOf(parts.map(({ value }) => value)) : sumOf(bases);
  return { coverage: divide(covered, total), reason: null };
}

/** What the rounding of reported parts may take from the whole or add to it. */
const rounding = new Big("0.005");

function kindOf(coverage: Big): NonNullable<Slicing["kind"]> {
  const over = coverage.minus(1);
  if (over.abs().lte(rounding)) return "complete";
  return over.lt(0) ? "partial" : "overlap";
}
