/**
 * Rolls the values of entities up to one series (ENGINE.md section 7). Percent rolls up as ratio of sums, never as a mean
 * of means unless the plan declares it, and is never summed; a partial roll-up names what is missing.
 */
import Big from "big.js";
import { periodContaining } from "../plan/days.ts";
import { divide } from "../plan/decimal.ts";
import { whyNeverSummed } from "../plan/summable.ts";
import type { Day } from "../plan/time.ts";
import { entryOf, type Reading } from "./readings.ts";
import type { IndicatorRow } from "./results.ts";
import { madeOf } from "./roll-up-parts.ts";
import { isPercent, quotientInUnit } from "./shares.ts";
import type { Terms } from "./terms.ts";

export interface RolledUp {
  /** Null when there is no way to combine the entities; `reason` says why. */
  readonly readings: readonly Reading[] | null;
  readonly coverage: NonNullable<IndicatorRow["coverage"]>;
  readonly reason: string | null;
}

export type ReadingsByEntity = ReadonlyMap<string, readonly Reading[]>;

/**
 * Standing totals that are added up for one indicator. Each day adds all entities anew; where thousands of them report on
 * days of their own over many years, the earliest days get no total.
 */
const mostStanding = 2_000_000;

/** Rolls up; `expected` are the entities whose values belong to the whole. */
export function rollUp(
  byEntity: ReadingsByEntity,
  expected: readonly string[],
  terms: Terms,
  trace: boolean,
): RolledUp {
  const wanted = new Set(expected);
  const members = new Map([...byEntity].filter(([entity]) => wanted.has(entity)));
  const way = wayOf(members, terms);
  const combine = typeof way === "string" ? null : way;
  const readings: Reading[] = [];
  // An entity's last running total stands until its next.
  const standing = new Map<string, Reading>();
  let known: ReadonlyMap<string, Reading> = standing;
  const isRunning = terms.kind === "running-total";
  const groups = groupByDay(members, terms);
  const first = isRunning ? groups.length - Math.ceil(mostStanding / Math.max(1, members.size)) : 0;
  for (const [i, group] of groups.entries()) {
    if (isRunning) for (const [entity, reading] of group.values) standing.set(entity, reading);
    known = isRunning ? standing : group.values;
    if (i < first) continue;
    const reading = combine === null ? null : combined(group, known, { combine, terms, trace });
    if (reading !== null) readings.push(reading);
  }
  const counts = (entity: string): boolean => {
    const value = known.get(entity);
    return value !== undefined && (combine === null || combine([value], terms) !== null);
  };
  const missing = expected.filter((entity) => !counts(entity));
  return {
    readings: combine === null ? null : readings,
    coverage: { counted: expected.length - missing.length, of: expected.length, missing },
    reason: typeof way === "string" ? way : null,
  };
}

/** The values of several reporters for one period as one; null where the plan declares no way to combine them. */
export function combineReporters(readings: readonly Reading[], terms: Terms): Reading | null {
  const way = wayOf(new Map([["", readings]]), terms);
  const last = readings.at(-1);
  const value = typeof way === "string" ? null : way(readings, terms);
  if (last === undefined || value === null) return null;
  const made = madeOf(new Map(readings.map((r, i) => [`v${i + 1}`, r])), wayName(readings, terms), terms);
  return {
    ...last,
    value,
    provisional: readings.some((r) => r.provisional),
    ...sumsOfParts(readings),
    ...made,
  };
}

/** Numerators and denominators stay together for a roll-up over entities. */
function sumsOfParts(readings: readonly Reading[]): Pick<Reading, "numerator" | "denominator"> {
  const whole = readings.every((r) => r.numerator !== null && r.denominator !== null);
  if (!whole) return { numerator: null, denominator: null };
  const sum = (part: "numerator" | "denominator"): Big => sumOf(readings.map((r) => r[part] ?? new Big(0)));
  return { numerator: sum("numerator"), denominator: sum("denominator") };
}

/** Combines the values of one period; null where they cannot be (no parts of a share, no weights). */
type Combine = (values: readonly Reading[], terms: Terms) => Big | null;

const sumOf = (values: readonly Big[]): Big => values.reduce((sum, value) => sum.plus(value), new Big(0));
const valuesOf = (readings: readonly Reading[]): readonly Big[] => readings.map((r) => r.value);

function ratioOfSums(readings: readonly Reading[], terms: Terms): Big | null {
  const numerators: Big[] = [];
  const denominators: Big[] = [];
  for (const { numerator, denominator } of readings) {
    if (numerator === null || denominator === null) continue;
    numerators.push(numerator);
    denominators.push(denominator);
  }
  return numerators.length === 0 ? null : quotientInUnit(sumOf(numerators), sumOf(denominators), terms.unit);
}

/** Mean with the denominators as weights. */
function weightedMean(readings: readonly Reading[]): Big | null {
  const weighted = readings.filter((r) => r.denominator !== null);
  const weights = sumOf(weighted.map((r) => r.denominator ?? new Big(0)));
  if (weights.eq(0)) return null;
  return divide(sumOf(weighted.map((r) => r.value.times(r.denominator ?? 0))), weights);
}

const ways: ReadonlyMap<string, Combine> = new Map<string, Combine>([
  ["sum", (readings) => sumOf(valuesOf(readings))],
  ["mean", (readings) => divide(sumOf(valuesOf(readings)), new Big(readings.length))],
  ["weighted", weightedMean],
  ["ratio-of-sums", ratioOfSums],
  ["latest", (readings) => [...readings].sort((a, b) => a.on - b.on).at(-1)?.value ?? null],
  ["min", (readings) => valuesOf(readings).reduce((least, v) => (v.lt(least) ? v : least))],
  ["max", (readings) => valuesOf(readings).reduce((most, v) => (v.gt(most) ? v : most))],
]);

/** The way to combine, or the reason why there is none. */
function wayOf(members: ReadingsByEntity, terms: Terms): Combine | string {
  const { aggregation } = terms;
  if (aggregation === null) {
    const all = [...members.values()].flat();
    const parts = all.length > 0 && all.every((r) => r.numerator !== null && r.denominator !== null);
    return isPercent(terms.unit) && parts ? ratioOfSums : "no-aggregation";
  }
  return (aggregation === "sum" ? whyNotSummed(terms) : null) ?? ways.get(aggregation) ?? "no-aggregation";
}

/** The way that the plan declares; shares with their parts are a ratio of sums by themselves. */
function wayName(readings: readonly Reading[], terms: Terms): string {
  const { aggregation } = terms;
  return aggregation ?? (readings.every((r) => r.numerator !== null) ? "ratio-of-sums" : "latest");
}

/** Why the values of an indicator are never added up; null where they may be. Source: ENGINE.md section 7. */
function whyNotSummed({ unit, indicator }: Terms): string | null {
  const graded = indicator.targets.some((target) => target.kind === "grade");
  return graded ? "index-not-summed" : whyNeverSummed(unit);
}

/** True when the whole is the sum of its entities. */
export function isSummed(terms: Terms): boolean {
  return terms.aggregation === "sum" && whyNotSummed(terms) === null;
}

interface Group {
  readonly start: Day;
  readonly on: Day;
  readonly values: ReadonlyMap<string, Reading>;
}

/**
 * Values of one reporting period (or of one day, without a rhythm) by entity, in order of time. Amounts of a flow add up
 * within it.
 */
function groupByDay(members: ReadingsByEntity, terms: Terms): readonly Group[] {
  const groups = new Map<Day, { start: Day; on: Day; values: Map<string, Reading> }>();
  for (const [entity, readings] of members) {
    for (const reading of readings) {
      const key = terms.frequency === null ? reading.on : periodContaining(reading.on, terms.frequency).end;
      const group = entryOf(groups, key, () => ({
        start: reading.start,
        on: reading.on,
        values: new Map<string, Reading>(),
      }));
      group.start = Math.min(group.start, reading.start);
      group.on = Math.max(group.on, reading.on);
      const before = terms.kind === "flow" ? group.values.get(entity) : undefined;
      group.values.set(entity, before === undefined ? reading : added(before, reading));
    }
  }
  return [...groups.values()].sort((a, b) => a.on - b.on);
}

function added(a: Reading, b: Reading): Reading {
  return { ...b, start: Math.min(a.start, b.start), value: a.value.plus(b.value) };
}

interface Combining {
  readonly combine: Combine;
  readonly terms: Terms;
  readonly trace: boolean;
}

function combined(
  group: Group,
  values: ReadonlyMap<string, Reading>,
  { combine, terms, trace }: Combining,
): Reading | null {
  const readings = [...values.values()];
  const [first] = readings;
  const value = first === undefined ? null : combine(readings, terms);
  if (first === undefined || value === null) return null;
  return {
    start: group.start,
    on: group.on,
    value,
    provisional: readings.some((r) => r.provisional),
    span: first.span,
    numerator: null,
    denominator: null,
    ...(trace ? madeOf(values, wayName(readings, terms), terms) : { parts: [] }),
  };
}
