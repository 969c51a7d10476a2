/**
 * Several reporters of one thing (ENGINE.md section 8): what they say of one period is combined as the plan declares. Who has
 * reported together once is one of several from then on: his last running total stands until his next, and a sum that lacks
 * him is no sum.
 */
import type { Day } from "../plan/time.ts";
import type { Observation } from "../records/records.ts";
import type { Reading } from "./readings.ts";
import { settledRow, type Unsettled } from "./standing-rows.ts";

/** How the values of several reporters become one. */
export interface Joining {
  /** Null where the plan declares no way. */
  combine(readings: readonly Reading[]): Reading | null;
  readonly isSum: boolean;
  /** Totals to date, of which the last stands. */
  readonly isRunning: boolean;
}

/** The value of a period; why it has none; null where it has none without a fault. */
type PeriodReading = Reading | Unsettled["reason"] | null;

/** Reads the periods of a level or a running total, oldest first. */
export function readPeriods(
  joining: Joining,
  read: (row: Observation) => Reading | null,
): (group: readonly Observation[]) => PeriodReading {
  /** The last value of each who reports with others; empty until two have. */
  let standing = new Map<string, Reading>();
  return (group) => {
    const voices = byReporter(group);
    const rows = [...voices].map(([reporter, own]) => [reporter, settledRow(own)] as const);
    const readings = new Map<string, Reading>();
    for (const [reporter, row] of rows) {
      if (typeof row === "string") return row;
      const reading = read(row);
      if (reading !== null) readings.set(reporter, reading);
    }
    const speaksForAll =
      readings.size === 1 && ![...readings.keys()].some((reporter) => standing.has(reporter));
    if (readings.size === 0) return null;
    if (speaksForAll) {
      standing = new Map();
      return [...readings.values()][0] ?? null;
    }
    const isMissing = [...standing.keys()].some((reporter) => !readings.has(reporter));
    const together = new Map([...standing, ...readings]);
    const on = group[0]?.at.value.end ?? 0;
    const combined = joining.combine(carried([...(joining.isRunning ? together : readings).values()], on));
    if (combined !== null) {
      standing = together;
      return isMissing && joining.isSum && !joining.isRunning ? "missing-reporter" : combined;
    }
    const one = settledRow(rows.flatMap(([, row]) => (typeof row === "string" ? [] : [row])));
    return typeof one === "string" ? one : read(one);
  };
}

/** Of one day, in which the newest one stands last. */
function carried(readings: readonly Reading[], on: Day): readonly Reading[] {
  return readings.toSorted((a, b) => Number(a.on === on) - Number(b.on === on));
}

/** The rows of each reporter; a row without a reporter speaks for all, so that all rows are then of one voice. */
function byReporter(group: readonly Observation[]): ReadonlyMap<string, readonly Observation[]> {
  const rows = new Map<string, Observation[]>();
  const isOne = group.some((o) => o.reporter === null);
  for (const observation of group) {
    const reporter = isOne ? "" : (observation.reporter?.value ?? "");
    const own = rows.get(reporter);
    if (own === undefined) rows.set(reporter, [observation]);
    else own.push(observation);
  }
  return rows;
}
