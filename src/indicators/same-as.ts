/**
 * One quantity under two names (`same-as`): an indicator without values or baseline of its own is judged by those of an indicator
 * that it is the same as, in either direction of the declaration and over others between them. Both keep their places.
 * Source: FORMAT.md section 5 (`same-as`: all rules for one quantity apply).
 */
import type { Indicator, Plan } from "../plan/plan.ts";
import type { Observation } from "../records/records.ts";
import { entryOf, type ObservationsByEntity } from "./readings.ts";
import { convertValue, type Terms, termsOf } from "./terms.ts";

/** An indicator that has values and may lend them. */
export interface Lender {
  readonly indicator: Indicator;
  readonly observations: ObservationsByEntity;
}

/** What an indicator may borrow from: the one that it names itself first, others in plan order. None for most. */
export interface SameQuantity {
  readonly lenders: readonly Lender[];
  /** All that name the quantity, with values or without; itself left out. */
  readonly twins: readonly Indicator[];
}

export type SameQuantityOf = (indicator: Indicator) => SameQuantity;

const nobody: SameQuantity = { lenders: [], twins: [] };

/** Finds who may lend to whom, from the observations that are seen. */
export function findSameQuantities(
  plan: Plan,
  seen: ReadonlyMap<string, ObservationsByEntity>,
): SameQuantityOf {
  const groups = new Map<
    string,
    { readonly lenders: readonly Lender[]; readonly all: readonly Indicator[] }
  >();
  for (const group of sameQuantities(plan)) {
    const lending = group.flatMap((indicator): Lender[] => {
      const observations = seen.get(indicator.id.value);
      return observations !== undefined && hasValues(observations) ? [{ indicator, observations }] : [];
    });
    for (const { id } of group) groups.set(id.value, { lenders: lending, all: group });
  }
  return (indicator) => {
    const group = groups.get(indicator.id.value);
    if (group === undefined) return nobody;
    const named = indicator.sameAs?.value;
    return {
      lenders: firstThat(group.lenders, (one) => one.indicator.id.value === named),
      twins: firstThat(
        group.all.filter((one) => one !== indicator),
        ({ id }) => id.value === named,
      ),
    };
  };
}

/** Those that are meant before the others, each in its order. */
function firstThat<T>(all: readonly T[], isMeant: (one: T) => boolean): readonly T[] {
  return [...all.filter(isMeant), ...all.filter((one) => !isMeant(one))];
}

/**
 * The terms with the baseline of the first indicator of the same quantity that has one, for an indicator that states none: where
 * the quantity started is one fact. Its place is where it is stated. `termsOfTwin` reads the terms of one.
 */
export function withSharedBaseline(
  own: Terms,
  twins: readonly Indicator[],
  termsOfTwin: (twin: Indicator) => Terms,
): Terms {
  if (own.indicator.baseline.length > 0) return own;
  for (const twin of twins) {
    const { baseline, unit, kind } = termsOfTwin(twin);
    const value = baseline === null ? null : convertValue(baseline.value, unit, own.unit);
    if (baseline === null || value === null || (own.kind === "flow") !== (kind === "flow")) continue;
    return { ...own, baseline: { ...baseline, value } };
  }
  return own;
}

/** True when anything but missing values was reported. */
export function hasValues(observations: ObservationsByEntity): boolean {
  return [...observations.values()].some((rows) => rows.some((row) => row.missing === null));
}

/** Indicators that name one quantity, group by group in plan order; those that stand alone are left out. */
function sameQuantities({ indicators }: Plan): readonly (readonly Indicator[])[] {
  const neighbours = new Map<string, string[]>();
  for (const { id, sameAs } of indicators) {
    if (sameAs === null || sameAs.value === id.value) continue;
    entryOf<string, string[]>(neighbours, id.value, () => []).push(sameAs.value);
    entryOf<string, string[]>(neighbours, sameAs.value, () => []).push(id.value);
  }
  if (neighbours.size === 0) return [];
  const groupOf = new Map<string, Indicator[]>();
  for (const start of neighbours.keys()) {
    if (!groupOf.has(start)) reach(start, neighbours, groupOf);
  }
  for (const indicator of indicators) groupOf.get(indicator.id.value)?.push(indicator);
  return [...new Set(groupOf.values())];
}

/** Puts all that can be reached into one group; what was reached is not walked again, so that circles end. */
function reach(
  start: string,
  neighbours: ReadonlyMap<string, readonly string[]>,
  groupOf: Map<string, Indicator[]>,
): void {
  const group: Indicator[] = [];
  const waiting = [start];
  groupOf.set(start, group);
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    for (const next of neighbours.get(id) ?? []) {
      if (groupOf.has(next)) continue;
      groupOf.set(next, group);
      waiting.push(next);
    }
  }
}

/** What an indicator is judged by that has borrowed its values. */
export interface Borrowed {
  readonly terms: Terms;
  readonly observations: ObservationsByEntity;
}

/** Borrows from the first lender whose values can stand for those of the indicator; null when there is none. */
export function borrow(terms: Terms, lenders: readonly Lender[], plan: Plan): Borrowed | null {
  for (const { indicator, observations } of lenders) {
    const lent = termsOf(indicator, plan, { baseline: null, weight: null });
    const own = completed(terms, lent);
    if ((own.kind === "flow") !== (lent.kind === "flow")) continue;
    const converted = inUnitOf(own, lent, observations);
    if (converted !== null) return { terms: own, observations: converted };
  }
  return null;
}

/** How the values are reported and combined, which the plan may state once for both names. */
function completed(own: Terms, lent: Terms): Terms {
  const { indicator } = own;
  const kindStated = indicator.value.origin === "given" || own.kind !== "level";
  return {
    ...own,
    unit: own.unit ?? lent.unit,
    unitText: own.unitText ?? lent.unitText,
    kind: kindStated ? own.kind : lent.kind,
    aggregation: own.aggregation ?? lent.aggregation,
    frequency: own.frequency ?? lent.frequency,
    reportWithinDays: indicator.reportWithinDays === null ? lent.reportWithinDays : own.reportWithinDays,
  };
}

/** The lender's observations in the borrower's unit; null when the units do not convert. */
function inUnitOf(own: Terms, lent: Terms, observations: ObservationsByEntity): ObservationsByEntity | null {
  if (own.unit === null || lent.unit === null || own.unit.key === lent.unit.key) return observations;
  const converted = new Map<string, Observation[]>();
  for (const [entity, rows] of observations) {
    const inUnit: Observation[] = [];
    for (const row of rows) {
      const value = row.value === null ? null : convertValue(row.value.value, lent.unit, own.unit);
      if (row.value !== null && value === null) return null;
      inUnit.push(row.value === null || value === null ? row : { ...row, value: { ...row.value, value } });
    }
    converted.set(entity, inUnit);
  }
  return converted;
}
