/**
 * The values of one name of a formula, period by period, for the plan or one entity. A period is the reporting period of the
 * derived indicator where it has a rhythm, else whatever the values themselves are dated at.
 */

import type { Moment } from "../expressions/evaluation.ts";
import { type Fraction, plus, times, whole } from "../expressions/fraction.ts";
import { measureOf } from "../expressions/measure.ts";
import { periodContaining } from "../plan/days.ts";
import type { Unit } from "../plan/quantity.ts";
import type { Day, Frequency } from "../plan/time.ts";
import type { Reading } from "./readings.ts";
import type { Terms } from "./terms.ts";

/** What was reported for one period. */
export interface PeriodValue extends Moment {
  /** In base units. */
  readonly value: Fraction;
  /** Days that amounts of a flow cover together; null for levels, totals and amounts of single days. */
  readonly covers: number | null;
  readonly readings: readonly Reading[];
}

export interface OperandSeries {
  /** By the last day of the period. */
  readonly byEnd: ReadonlyMap<Day, PeriodValue>;
  /** Oldest first. */
  readonly periods: readonly PeriodValue[];
}

/** A value in its unit as base units. */
export function inBase(value: Reading["value"], unit: Unit | null): Fraction {
  return unit === null ? whole(value) : times(whole(value), measureOf(unit).factor);
}

/** Groups readings (in order of time) by period: amounts of a flow add up, of levels and running totals the last counts. */
export function operandSeries(
  readings: readonly Reading[],
  kind: Terms["kind"],
  unit: Unit | null,
  frequency: Frequency | null,
): OperandSeries {
  const groups = new Map<Day, { start: Day; end: Day; readings: Reading[] }>();
  for (const reading of readings) {
    const { start, end } =
      frequency === null
        ? { start: reading.start, end: reading.on }
        : periodContaining(reading.on, frequency);
    const group = groups.get(end);
    if (group === undefined) groups.set(end, { start, end, readings: [reading] });
    else group.readings.push(reading);
  }
  const factor = unit === null ? null : measureOf(unit).factor;
  const byEnd = new Map<Day, PeriodValue>();
  for (const group of groups.values()) {
    const own = kind === "flow" ? sumOf(group.readings) : whole(lastOf(group.readings).value);
    const value = factor === null ? own : times(own, factor);
    const { start, end } = group;
    const covers = kind === "flow" ? daysOf(group.readings) : null;
    byEnd.set(end, { start, end, value, covers, readings: group.readings });
  }
  return { byEnd, periods: [...byEnd.values()].sort((a, b) => a.end - b.end) };
}

function lastOf(readings: readonly Reading[]): Reading {
  const last = readings.at(-1);
  if (last === undefined) throw new Error("a period without readings");
  return last;
}

function sumOf(readings: readonly Reading[]): Fraction {
  return readings.map((reading) => whole(reading.value)).reduce(plus);
}

/** Amounts of single days say nothing of the days between them. */
function daysOf(readings: readonly Reading[]): number | null {
  if (readings.every(({ start, on }) => start === on)) return null;
  return readings.reduce((days, { start, on }) => days + on - start + 1, 0);
}
