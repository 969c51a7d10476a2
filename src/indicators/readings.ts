/**
 * Which observations a day sees, and which value counts where several speak of one period (ENGINE.md sections 3 and 8).
 * Slices of a dimension never make a headline; what is dated or reported after the as-of date is unseen.
 */
import type Big from "big.js";
import type { Indicator } from "../plan/plan.ts";
import type { Unit } from "../plan/quantity.ts";
import type { Day } from "../plan/time.ts";
import type { Observation, Records } from "../records/records.ts";
import { type Joining, readPeriods } from "./reporters.ts";
import type { FigureInput, SeenValue } from "./results.ts";
import { quotientInUnit } from "./shares.ts";
import { settledRow, standingRows, type Unsettled } from "./standing-rows.ts";

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

/** Seen rows by indicator id and entity. */
export type ObservationsByIndicator = ReadonlyMap<string, ObservationsByEntity>;

/** What a day sees. */
export interface SeenRows {
  /** Rows of the whole; an entity whose values are all unseen has an empty list. */
  readonly whole: ObservationsByIndicator;
  /** Rows that name a group. */
  readonly slices: ObservationsByIndicator;
}

/** Sorts what a day sees: once, since there may be a million rows. */
export function seenObservations(records: Records, asOf: Day): SeenRows {
  const whole: RowsByIndicator = new Map();
  const slices: RowsByIndicator = new Map();
  // Rows of one entity mostly follow each other.
  let last: { readonly of: Observation; readonly rows: Observation[] } | null = null;
  for (const observation of records.observations) {
    const seen = isSeen(observation, asOf);
    if (observation.slices.size > 0) {
      if (seen) rowsFor(observation, slices).push(observation);
      continue;
    }
    if (!seen && observation.entity === null) continue;
    if (last?.of.indicator !== observation.indicator || last.of.entity !== observation.entity)
      last = { of: observation, rows: rowsFor(observation, whole) };
    if (seen) last.rows.push(observation);
  }
  return { whole, slices };
}

type RowsByIndicator = Map<string, Map<string, Observation[]>>;

function rowsFor({ indicator, entity }: Observation, all: RowsByIndicator): Observation[] {
  const byEntity = entryOf<string, Map<string, Observation[]>>(all, indicator, () => new Map());
  return entryOf<string, Observation[]>(byEntity, entity ?? planLevel, () => []);
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
 * reporters say of one period is combined as the plan declares. Values for one period that disagree (undeclared reporters too)
 * give none: `note` hears of the day.
 */
export function readingsOf(
  observations: readonly Observation[],
  kind: Indicator["value"]["value"],
  unit: Unit | null,
  joining: Joining,
  note: (unsettled: Unsettled) => void = () => {},
): readonly Reading[] {
  const readings: Reading[] = [];
  if (isPlainSeries(observations)) {
    for (const observation of observations) {
      const reading = toReading(observation, unit);
      if (reading !== null) readings.push(reading);
    }
    return readings;
  }
  if (kind === "flow") {
    // Not spread: a call takes no more arguments than fit its stack, and a period may have a million rows.
    for (const group of byPeriod(observations, true))
      for (const reading of amounts(group, unit, note)) readings.push(reading);
  } else {
    const readPeriod = readPeriods(joining, (row) => toReading(row, unit));
    for (const group of inOrder(byPeriod(observations, false))) {
      const reading = readPeriod(group);
      if (typeof reading === "string") note({ on: group[0]?.at.value.end ?? 0, reason: reading });
      else if (reading !== null) readings.push(reading);
    }
  }
  return readings.sort((a, b) => a.on - b.on || a.start - b.start);
}

/** In order of days, no two rows of one day, none missing: nothing has to be settled between them. True for most series. */
function isPlainSeries(observations: readonly Observation[]): boolean {
  let before = Number.NEGATIVE_INFINITY;
  for (const { at, missing, impossible } of observations) {
    if (missing !== null || impossible !== undefined || at.value.end <= before) return false;
    before = at.value.end;
  }
  return true;
}

function toReadings(observations: readonly Observation[], unit: Unit | null): readonly Reading[] {
  return observations.flatMap((observation) => toReading(observation, unit) ?? []);
}

/** Amounts of a flow add up; revisions that disagree, and amounts that cannot be, leave the period without. */
function amounts(group: readonly Observation[], unit: Unit | null, note: Note): readonly Reading[] {
  const standing = standingRows(group);
  const revised = standing.length > 1 && standing[0]?.state === "revised";
  const row = revised || standing.some(({ impossible }) => impossible === "value") ? settledRow(group) : null;
  if (typeof row === "string") return noted(note, { on: group[0]?.at.value.end ?? 0, reason: row });
  return toReadings(row === null ? standing : [row], unit);
}

type Note = (unsettled: Unsettled) => void;

function noted(note: Note, unsettled: Unsettled): readonly Reading[] {
  note(unsettled);
  return [];
}

/** Words in order of their day; words for one period that disagree are noted, and none of them is taken. */
export function wordsOf(observations: readonly Observation[], note: Note): readonly SeenWord[] {
  const words: SeenWord[] = [];
  for (const group of byPeriod(observations, false)) {
    const observation = settledRow(group);
    const { start, end } = group[0]?.at.value ?? { start: 0, end: 0 };
    if (typeof observation === "string") {
      note({ on: end, reason: observation });
      continue;
    }
    const word = observation.word?.value ?? doneByNumber(observation.value?.value);
    if (word !== null) words.push({ on: end, start, word, span: observation.span });
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

function inOrder(groups: Iterable<readonly Observation[]>): readonly (readonly Observation[])[] {
  const day = (group: readonly Observation[]): Day => group[0]?.at.value.end ?? 0;
  return [...groups].sort((a, b) => day(a) - day(b));
}

/** Shared: there may be a million readings. */
const noParts: readonly FigureInput[] = [];

function toReading(observation: Observation, unit: Unit | null): Reading | null {
  const countsUsable = observation.impossible === undefined;
  const numerator = countsUsable ? (observation.numerator?.value ?? null) : null;
  const denominator = countsUsable ? (observation.denominator?.value ?? null) : null;
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
