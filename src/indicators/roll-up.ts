/**
 * Rolls the values of entities up to one series (ENGINE.md section 7). Percent rolls up as ratio of sums, never as a mean
 * of means unless the plan declares it, and is never summed; a partial roll-up names what is missing.
 */
import Big from "big.js";
import { periodContaining } from "../plan/days.ts";
import { divide, sumOf } from "../plan/decimal.ts";
import type { EntityTree } from "../plan/entity-tree.ts";
import { whyNeverSummed } from "../plan/summable.ts";
import type { Day } from "../plan/time.ts";
import { entryOf, type Reading } from "./readings.ts";
import type { Joining } from "./reporters.ts";
import type { IndicatorRow } from "./results.ts";
import { coverageOf, wholeness } from "./roll-up-coverage.ts";
import { madeOf } from "./roll-up-parts.ts";
import { isPercent, quotientInUnit } from "./shares.ts";
import { standingTotals } from "./standing-totals.ts";
import type { Terms } from "./terms.ts";

export interface RolledUp {
  /** Null when there is no way to combine the entities; `reason` says why. */
  readonly readings: readonly Reading[] | null;
  readonly coverage: NonNullable<IndicatorRow["coverage"]>;
  readonly reason: string | null;
  /** Days before the latest whose sum lacks entities: none of `readings`, since a part of the whole is not the whole. */
  readonly partialOn: readonly Day[];
}

/** Entities with what they report, in the order of the plan. */
export type Members = readonly (readonly [entity: string, readings: readonly Reading[]])[];

/** What is rolled up: the highest entities of the whole, and whose values count. */
export interface RollUpScope {
  readonly tops: readonly string[];
  readonly members: Members;
  readonly tree: EntityTree;
  /** All that each entity reports itself. */
  readonly own: ReadonlyMap<string, readonly Reading[]>;
  /** True where an entity or one below it has a value. */
  hasValues(entity: string): boolean;
}

/**
 * Standing totals that are added up for one indicator. Each day adds all entities anew; where thousands of them report on
 * days of their own over many years, the earliest days get no total.
 */
const mostStanding = 2_000_000;

/** Rolls the values of a scope up to one series. */
export function rollUp(scope: RollUpScope, terms: Terms, trace: boolean): RolledUp {
  const { members } = scope;
  const way =
    unevenLevels(scope, terms) ??
    wayOf(
      members.map(([, readings]) => readings),
      terms,
    );
  const combine = typeof way === "string" ? null : way;
  const readings: Reading[] = [];
  const isRunning = terms.kind === "running-total";
  const standing = isRunning ? standingTotals(scope) : null;
  let known: Values = { entities: [], readings: [] };
  const groups = groupByPeriod(members, terms);
  // Amounts that an entity does not report for a period it may report for a longer one.
  const isWhole = terms.kind !== "flow" && isSummed(terms) ? wholeness(scope, groups.length) : () => true;
  const partialOn: Day[] = [];
  const first = isRunning ? groups.length - Math.ceil(mostStanding / Math.max(1, members.length)) : 0;
  for (const [i, group] of groups.entries()) {
    standing?.take(group);
    if (i < first) continue;
    known = standing === null ? group : standing.values();
    const reading = combine === null ? null : combined(group, known, { combine, terms, trace });
    if (reading === null) continue;
    if (isWhole(known.entities)) readings.push(reading);
    else if (i === groups.length - 1) readings.push({ ...reading, isPartial: true });
    else partialOn.push(reading.on);
  }
  // Shares that come without their counts cannot be weighed: neither is there a whole, nor has nobody reported.
  const lacksCounts = groups.length > 0 && readings.length === 0;
  const reason = typeof way === "string" ? way : lacksCounts ? "no-counts" : null;
  const needsCounts = reason === null && (combine === ratioOfSums || combine === weightedMean);
  const counts = known.readings.map((value) => !needsCounts || combine([value], terms) !== null);
  return {
    readings: reason === null ? readings : null,
    coverage: coverageOf(new Set(known.entities.filter((_, i) => counts[i])), scope),
    reason,
    partialOn,
  };
}

/**
 * A mean counts every value once: of communities and of whole districts side by side it would be a mean of nothing, also where
 * the plan names no community of such a district.
 */
function unevenLevels({ members, tree }: RollUpScope, { aggregation }: Terms): string | null {
  if (aggregation !== "mean") return null;
  const levels = new Set(members.map(([entity]) => tree.levelOf(entity)));
  return levels.size > 1 ? "mixed-levels" : null;
}

/** How what several reporters say of one period becomes one value. */
export function joiningOf(terms: Terms): Joining {
  return {
    combine: (readings) => combineReporters(readings, terms),
    isSum: isSummed(terms),
    isRunning: terms.kind === "running-total",
  };
}

/** The values of several reporters for one period as one; null where the plan declares no way to combine them. */
function combineReporters(readings: readonly Reading[], terms: Terms): Reading | null {
  const way = wayOf([readings], terms);
  const name = wayName(terms);
  const last = readings.at(-1);
  // The latest of one period is none; and what has no counts would drop out of a ratio unseen.
  const lacksCounts = readings.some(
    ({ numerator, denominator }) =>
      (name === "ratio-of-sums" && (numerator === null || denominator === null)) ||
      (name === "weighted" && denominator === null),
  );
  const value = typeof way === "string" || name === "latest" || lacksCounts ? null : way(readings, terms);
  if (last === undefined || value === null) return null;
  const made = madeOf({ entities: readings.map((_, i) => `v${i + 1}`), readings }, name, terms);
  return {
    ...last,
    value,
    provisional: readings.some((r) => r.provisional),
    ...sumsOfParts(readings),
    ...made,
  };
}

/** Sums of the counts, for a roll-up over entities: a mean by weight needs denominators only. Null where one has none. */
function sumsOfParts(readings: readonly Reading[]): Pick<Reading, "numerator" | "denominator"> {
  const sum = (part: "numerator" | "denominator"): Big | null => {
    const given = readings.flatMap((r) => r[part] ?? []);
    return given.length === readings.length ? sumOf(given) : null;
  };
  return { numerator: sum("numerator"), denominator: sum("denominator") };
}

/** Combines the values of one period; null where they cannot be (no parts of a share, no weights). */
type Combine = (values: readonly Reading[], terms: Terms) => Big | null;

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
function wayOf(series: readonly (readonly Reading[])[], terms: Terms): Combine | string {
  const { aggregation } = terms;
  if (aggregation === null) {
    const hasParts = (r: Reading): boolean => r.numerator !== null && r.denominator !== null;
    const parts = series.some((own) => own.length > 0) && series.every((own) => own.every(hasParts));
    return isPercent(terms.unit) && parts ? ratioOfSums : "no-aggregation";
  }
  return (aggregation === "sum" ? whyNotSummed(terms) : null) ?? ways.get(aggregation) ?? "no-aggregation";
}

/** The way that the plan declares; without one, only shares with their parts have any. */
function wayName({ aggregation }: Terms): string {
  return aggregation ?? "ratio-of-sums";
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

/** One value for each of some entities, in the order of the plan: two lists, since there may be a million. */
export interface Values {
  readonly entities: readonly string[];
  readonly readings: readonly Reading[];
}

/** Values of one reporting period. */
interface Group extends Values {
  readonly start: Day;
  readonly on: Day;
}

/**
 * Values of one reporting period (or of one day, without a rhythm) by entity, in order of time. Amounts of a flow add up
 * within it; of levels the last counts.
 */
function groupByPeriod(members: Members, terms: Terms): readonly Group[] {
  const { groups, groupOf } = periodGroups(terms);
  for (const [entity, own] of members) {
    for (const reading of own) {
      const group = groupOf(reading);
      if (reading.start < group.start) group.start = reading.start;
      if (reading.on > group.on) group.on = reading.on;
      const { entities, readings } = group;
      const last = readings.length - 1;
      const before = entities[last] === entity ? readings[last] : undefined;
      if (before === undefined) {
        entities.push(entity);
        readings.push(reading);
      } else readings[last] = terms.kind === "flow" ? added(before, reading) : reading;
    }
  }
  return groups.sort((a, b) => a.on - b.on);
}

interface OpenGroup extends Group {
  start: Day;
  on: Day;
  readonly entities: string[];
  readonly readings: Reading[];
}

/** Groups by the last day of their reporting period. Entities report on the same days: the group of each is found once. */
function periodGroups({ frequency }: Terms) {
  const groups: OpenGroup[] = [];
  const byEnd = new Map<Day, OpenGroup>();
  const byDay = new Map<Day, OpenGroup>();
  const groupOf = ({ start, on }: Reading): OpenGroup => {
    const known = byDay.get(on);
    if (known !== undefined) return known;
    const group = entryOf<Day, OpenGroup>(
      byEnd,
      frequency === null ? on : periodContaining(on, frequency).end,
      () => {
        const made = { start, on, entities: [], readings: [] };
        groups.push(made);
        return made;
      },
    );
    byDay.set(on, group);
    return group;
  };
  return { groups, groupOf };
}

/** Amounts of one entity in one period; the group knows when the period begins. */
function added(a: Reading, b: Reading): Reading {
  return { ...b, value: a.value.plus(b.value), provisional: a.provisional || b.provisional };
}

interface Combining {
  readonly combine: Combine;
  readonly terms: Terms;
  readonly trace: boolean;
}

function combined(group: Group, values: Values, { combine, terms, trace }: Combining): Reading | null {
  const { readings } = values;
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
    ...(trace ? madeOf(values, wayName(terms), terms) : { parts: [] }),
  };
}
