/**
 * Which observations a day sees, and which value counts where several speak of one period (ENGINE.md sections 3 and 8).
 * Slices of a dimension never make a headline; what is dated or reported after the as-of date is unseen.
 */
import type Big from "big.js";
import type { Indicator } from "../plan/plan.ts";
import type { Unit } from "../plan/quantity.ts";
import type { Day } from "../plan/time.ts";
import type { Observation, Records } from "../records/records.ts";
import type { FigureInput, SeenValue } from "./results.ts";
import { quotientInUnit } from "./shares.ts";

/** An observation as the engine uses it: a value in the indicator's unit, dated at its period's last day. */
export interface Reading extends SeenValue {
  readonly numerator: Big | null;
  readonly denominator: Big | null;
  /** Values that a rolled-up reading was made of; empty for one that was observed. */
  readonly parts: readonly FigureInput[];
  /** How the parts make the value, with names and with numbers; set where there are parts. */
  readonly made?: { readonly formula: string; readonly substituted: string };
}

/** A grade or a state (`true`, `false`), for targets of kind `grade` and `done`. */
export interface SeenWord {
  readonly on: Day;
  readonly start: Day;
  readonly word: string;
  readonly span: SeenValue["span"];
}

/** Seen observations of one indicator by entity id; those of the plan itself stand under "". */
export type ObservationsByEntity = ReadonlyMap<string, readonly Observation[]>;

/** Key of the plan's own observations. */
export const planLevel = "";

/** All seen observations, by indicator id and entity; an entity whose values are all unseen has an empty list. */
export function seenObservations(records: Records, asOf: Day): ReadonlyMap<string, ObservationsByEntity> {
  const byIndicator = new Map<string, Map<string, Observation[]>>();
  // Rows of one entity mostly follow each other.
  let last: { readonly of: Observation; readonly rows: Observation[] } | null = null;
  for (const observation of records.observations) {
    const seen = isSeen(observation, asOf);
    if (observation.slices.size > 0 || (!seen && observation.entity === null)) continue;
    if (last?.of.indicator !== observation.indicator || last.of.entity !== observation.entity) {
      const byEntity: Map<string, Observation[]> = entryOf(
        byIndicator,
        observation.indicator,
        () => new Map(),
      );
      const rows: Observation[] = entryOf<string, Observation[]>(
        byEntity,
        observation.entity ?? planLevel,
        () => [],
      );
      last = { of: observation, rows };
    }
    if (seen) last.rows.push(observation);
  }
  return byIndicator;
}

/** The entry of a map, made at its first use. */
export function entryOf<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

/** True for a row that is neither dated nor reported after a day. */
export function isSeen(observation: Observation, asOf: Day): boolean {
  const { end } = observation.at.value;
  return end <= asOf && (observation.reported?.value ?? end) <= asOf;
}

/**
 * Values in order of their day, one per period for levels and running totals; amounts of a flow all count. What several
 * reporters say of one period is combined as the plan declares; undeclared, the last row that stands counts.
 */
export function readingsOf(
  observations: readonly Observation[],
  kind: Indicator["value"]["value"],
  unit: Unit | null,
  combine: (readings: readonly Reading[]) => Reading | null,
): readonly Reading[] {
  const readings: Reading[] = [];
  if (isPlainSeries(observations)) {
    for (const observation of observations) {
      const reading = toReading(observation, unit);
      if (reading !== null) readings.push(reading);
    }
    return readings;
  }
  for (const group of byPeriod(observations, kind === "flow")) {
    const own = kind === "flow" ? toReadings(standingRows(group), unit) : oneValue(group, unit, combine);
    // Not spread: a call takes no more arguments than fit its stack, and a period may have a million rows.
    for (const reading of own) readings.push(reading);
  }
  return readings.sort((a, b) => a.on - b.on || a.start - b.start);
}

/** In order of days, no two rows of one day, none missing: nothing has to be settled between them. True for most series. */
function isPlainSeries(observations: readonly Observation[]): boolean {
  let before = Number.NEGATIVE_INFINITY;
  for (const { at, missing } of observations) {
    if (missing !== null || at.value.end <= before) return false;
    before = at.value.end;
  }
  return true;
}

function toReadings(observations: readonly Observation[], unit: Unit | null): readonly Reading[] {
  return observations.flatMap((observation) => toReading(observation, unit) ?? []);
}

function oneValue(
  group: readonly Observation[],
  unit: Unit | null,
  combine: (readings: readonly Reading[]) => Reading | null,
): readonly Reading[] {
  const readings = toReadings(lastOfReporters(group), unit);
  if (readings.length < 2) return readings;
  const combined = combine(readings);
  return combined === null ? toReadings(standingRows(group), unit).slice(-1) : [combined];
}

/** The row of each reporter that stands; a row without a reporter speaks for all. */
function lastOfReporters(group: readonly Observation[]): readonly Observation[] {
  if (group.length === 1) return group;
  if (group.some((o) => o.reporter === null)) return standingRows(group).slice(-1);
  const byReporter = new Map<string, Observation[]>();
  for (const observation of group)
    entryOf<string, Observation[]>(byReporter, observation.reporter?.value ?? "", () => []).push(observation);
  return [...byReporter.values()].flatMap((rows) => standingRows(rows).slice(-1));
}

/** Words in order of their day, the last word of a period winning. */
export function wordsOf(observations: readonly Observation[]): readonly SeenWord[] {
  const words: SeenWord[] = [];
  for (const group of byPeriod(observations, false)) {
    const observation = standingRows(group).at(-1);
    const word = observation?.word?.value ?? doneByNumber(observation?.value?.value);
    if (observation === undefined || word === null) continue;
    const { start, end } = observation.at.value;
    words.push({ on: end, start, word, span: observation.span });
  }
  return words.sort((a, b) => a.on - b.on || a.start - b.start);
}

/** 1 and 0 say done and not done where a state is wanted. */
function doneByNumber(value: Big | undefined): string | null {
  if (value === undefined) return null;
  if (value.eq(1)) return "true";
  return value.eq(0) ? "false" : null;
}

/** Rows of the same `at`; amounts of different reporters are different amounts. */
function byPeriod(observations: readonly Observation[], apart: boolean): Iterable<readonly Observation[]> {
  const groups = new Map<string, Observation[]>();
  for (const observation of observations) {
    if (observation.missing !== null && observation.state !== "revised") continue;
    const { start, end } = observation.at.value;
    const key = apart ? `${start}:${end}:${observation.reporter?.value ?? ""}` : `${start}:${end}`;
    entryOf<string, Observation[]>(groups, key, () => []).push(observation);
  }
  return groups.values();
}

const rank = { provisional: 0, final: 1, revised: 2 } as const;

/**
 * The rows of one period that still stand: a final value replaces provisional ones, a revised one all before it. Of
 * several revisions only the one reported last; in order of reporting, else of the file.
 */
function standingRows(group: readonly Observation[]): readonly Observation[] {
  if (group.length === 1) return group;
  const best = group.reduce<number>((most, o) => Math.max(most, rank[o.state]), 0);
  const standing = group.filter((o) => rank[o.state] === best).sort((a, b) => reportedOn(a) - reportedOn(b));
  return best === rank.revised ? standing.slice(-1) : standing;
}

function reportedOn(observation: Observation): Day {
  return observation.reported?.value ?? observation.at.value.end;
}

/** Shared: there may be a million readings. */
const noParts: readonly FigureInput[] = [];

function toReading(observation: Observation, unit: Unit | null): Reading | null {
  const numerator = observation.numerator?.value ?? null;
  const denominator = observation.denominator?.value ?? null;
  const value = observation.value?.value ?? quotientInUnit(numerator, denominator, unit);
  if (value === null) return null;
  const { start, end } = observation.at.value;
  return {
    on: end,
    start,
    value,
    provisional: observation.state === "provisional",
    span: observation.value?.span ?? observation.span,
    numerator,
    denominator,
    parts: noParts,
  };
}

/** The last of a list in order of days that is dated on or before a day. */
export function lastUpTo<T extends { readonly on: Day }>(values: readonly T[], day: Day): T | null {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle]?.on ?? day) <= day) low = middle + 1;
    else high = middle;
  }
  return values[low - 1] ?? null;
}
