/**
 * How the status of every indicator went: the engine asked again for each past reporting date (ends of its reporting
 * periods, else days of its observations), and for the as-of date. What was reported later is unseen on each, so that a
 * later report changes no earlier status.
 */
import { meets } from "../plan/compare.ts";
import { nextPeriod, periodContaining } from "../plan/days.ts";
import type { Indicator } from "../plan/plan.ts";
import { periodAsked } from "../plan/rhythm.ts";
import type { Day, Frequency } from "../plan/time.ts";
import { type EngineInput, evaluateSome } from "./engine.ts";
import { entryOf } from "./readings.ts";
import type { IndicatorRow, Status } from "./results.ts";

/** Where an indicator stood on one day. */
export interface HistoryPoint {
  readonly on: Day;
  readonly status: Status;
  readonly value: IndicatorRow["figures"]["value"]["value"];
}

/** A stretch of days, both ends included. */
export interface Stretch {
  readonly from: Day;
  readonly to: Day;
  readonly days: number;
}

/** From the first value that met the target to the first that did not any more; null where the latest value still does. */
export interface MetSpell {
  readonly from: Day;
  readonly lostOn: Day | null;
}

export interface IndicatorHistory {
  readonly indicator: Indicator;
  readonly entity: string | null;
  /** Oldest first; the last is the as-of date. */
  readonly points: readonly HistoryPoint[];
  /** Reporting dates before the first point that were left out. */
  readonly omitted: number;
  /** As on the as-of date: day of the first value that met the target; of the last that lost it, also where it was met again. */
  readonly firstMetOn: Day | null;
  readonly lostOn: Day | null;
  /** The times in which the target was met, oldest first; empty for bounds and caps, which are not met on a day. */
  readonly met: readonly MetSpell[];
  /** The longest time in which it was off track, worsening or missed, up to the day before it was seen otherwise; the first of equals. */
  readonly longestOffTrack: Stretch | null;
}

/** Most dates of one indicator: twenty years of months. */
const mostDates = 240;
/** Most points of a plan; where it has thousands of indicators, each has fewer dates. */
const mostPoints = 100_000;

interface Known {
  readonly points: HistoryPoint[];
  /** The row of the last day so far. */
  row: IndicatorRow;
}

/** The history of all indicators that are judged, in plan order; with `entity` also that of the entity's rows. */
export function historyOf(input: EngineInput, entity: string | null = null): readonly IndicatorHistory[] {
  const { plan, asOf } = input;
  const judged = plan.indicators.filter((indicator) => indicator.role?.value !== "context");
  const datesOf = reportingDates(input);
  const most = Math.min(mostDates, Math.ceil(mostPoints / Math.max(1, judged.length)));
  const byDay = new Map<Day, Indicator[]>();
  const omitted = new Map<Indicator, number>();
  for (const indicator of judged) {
    const all = datesOf(indicator);
    const dates = all.slice(-most);
    omitted.set(indicator, all.length - dates.length);
    for (const day of new Set([...dates, asOf]))
      entryOf<Day, Indicator[]>(byDay, day, () => []).push(indicator);
  }
  const known = new Map<string, Known>();
  for (const [day, indicators] of [...byDay].sort(([a], [b]) => a - b)) {
    for (const row of evaluateSome({ ...input, asOf: day, trace: false }, indicators, entity)) {
      const own = entryOf<string, Known>(known, keyOf(row.indicator, row.entity), () => ({
        points: [],
        row,
      }));
      own.row = row;
      own.points.push({ on: day, status: row.status, value: row.figures.value.value });
    }
  }
  const entities = entity === null ? [null] : [null, entity];
  return judged.flatMap((indicator) =>
    entities.flatMap((one) => {
      const own = known.get(keyOf(indicator, one));
      return own === undefined ? [] : [historyOfKnown(own, omitted.get(indicator) ?? 0)];
    }),
  );
}

function keyOf(indicator: Indicator, entity: string | null): string {
  return `${indicator.id.value}\n${entity ?? ""}`;
}

function historyOfKnown({ points, row }: Known, omitted: number): IndicatorHistory {
  const { indicator, entity, firstMetOn } = row;
  const met = firstMetOn === null ? [] : metSpells(row);
  const lostOn = met.findLast((spell) => spell.lostOn !== null)?.lostOn ?? null;
  return {
    indicator,
    entity,
    points,
    omitted,
    firstMetOn,
    lostOn,
    met,
    longestOffTrack: longestOffTrack(points),
  };
}

/** Every time in which the governing target was met, by the values as they stand on the last day. */
function metSpells({ series, targets }: IndicatorRow): readonly MetSpell[] {
  const goal = targets.find(({ governing }) => governing);
  if (goal === undefined || goal.level === null) return [];
  const { level, upper, relation } = goal;
  const spells: MetSpell[] = [];
  let from: Day | null = null;
  for (const { on, value, isPartial } of series()) {
    if (isPartial) continue;
    const isMet = meets(value, relation, level, upper);
    if (isMet) from ??= on;
    else if (from !== null) {
      spells.push({ from, lostOn: on });
      from = null;
    }
  }
  if (from !== null) spells.push({ from, lostOn: null });
  return spells;
}

/** Days on which an indicator has values, as far as they are dated by the as-of date. */
function observedDays({ records, asOf }: EngineInput): ReadonlyMap<string, readonly Day[]> {
  const days = new Map<string, Set<Day>>();
  for (const { indicator, at, missing } of records.observations) {
    if (missing !== null || at.value.end > asOf) continue;
    entryOf<string, Set<Day>>(days, indicator, () => new Set()).add(at.value.end);
  }
  return new Map([...days].map(([indicator, own]) => [indicator, [...own].sort((a, b) => a - b)]));
}

/** Dates further back are not looked for: a plan that begins in the year 1 has no reports of then. */
const mostDaysBack = 36_525;

/** Past reporting dates from the plan's start on, oldest first; those of one rhythm are found once. */
function reportingDates(input: EngineInput): (indicator: Indicator) => readonly Day[] {
  const { plan, asOf } = input;
  const observed = observedDays(input);
  const start = plan.period?.start?.value ?? null;
  const byRhythm = new Map<string, readonly Day[]>();
  return (indicator) => {
    const days = observed.get(indicator.id.value) ?? [];
    const rhythm = periodAsked(indicator.frequency[0]?.is ?? null);
    const begin = Math.max(start ?? days[0] ?? asOf, asOf - mostDaysBack);
    return rhythm === null
      ? days.filter((day) => day >= begin)
      : entryOf(byRhythm, `${rhythm} ${begin}`, () => periodEnds(begin, asOf, rhythm));
  };
}

function periodEnds(begin: Day, asOf: Day, rhythm: Frequency): readonly Day[] {
  const ends: Day[] = [];
  let period = periodContaining(begin, rhythm);
  for (; period.end <= asOf; period = nextPeriod(period, rhythm)) ends.push(period.end);
  return ends;
}

const behind: ReadonlySet<Status> = new Set<Status>(["off-track", "worsening", "missed"]);

/** Each status lasts until the next point; the last day is that of the last point. */
function longestOffTrack(points: readonly HistoryPoint[]): Stretch | null {
  let longest: Stretch | null = null;
  let from: Day | null = null;
  for (const [i, { on, status }] of points.entries()) {
    const next = points[i + 1];
    if (!behind.has(status)) from = null;
    else from ??= on;
    if (from === null) continue;
    const to = next === undefined ? on : next.on - 1;
    const days = to - from + 1;
    if (longest === null || days > longest.days) longest = { from, to, days };
  }
  return longest;
}
