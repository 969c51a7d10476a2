/**
 * Periods inside the span of a sum for which nothing was reported: what is added up without them is not the whole, and is
 * never taken for nothing (ENGINE.md sections 4 and 7).
 */
import { type ClosedPeriod, periodsBetween } from "../plan/days.ts";
import type { EntityTree } from "../plan/entity-tree.ts";
import type { Day } from "../plan/time.ts";
import { findMethod } from "./methods/index.ts";
import type { Position } from "./position.ts";
import type { ObservationsByEntity, Reading } from "./readings.ts";
import { hasLevel } from "./resolved-target.ts";
import type { Gap } from "./results.ts";

/** What an amount speaks for, up to its last day. */
type Stretch = Pick<Reading, "start" | "on">;

/** Who reports amounts, in order of their last day: the plan itself (`null`), or an entity below which nobody does. */
export type Reporters = readonly (readonly [entity: string | null, amounts: readonly Stretch[]])[];

const none: readonly Gap[] = [];

/** First and last day of a sum that the status rests on. */
type Span = readonly [from: Day, to: Day];

/**
 * The gaps of those who report an indicator, from the begin of its sum up to the last period that anybody reports. Empty for
 * what is no sum of amounts, and without a rhythm, which would say that an amount is due.
 */
export function gapsOf(position: Position, reporters: Reporters): readonly Gap[] {
  const { kind, frequency } = position.evidence.terms;
  if (kind !== "flow" || frequency === null) return none;
  const spans = summedSpans(position);
  if (spans.length === 0) return none;
  // A period that begins before the span, or ends after the last amount, is nobody's to report whole.
  const [begin, last] = [Math.min(...spans.map(([from]) => from)), Math.max(...spans.map(([, to]) => to))];
  const asked = periodsBetween(begin, last, frequency).filter(({ start, end }) =>
    spans.some(([from, to]) => start >= from && end <= to),
  );
  return reporters.flatMap(([entity, readings]): readonly Gap[] => {
    const periods = unreported(asked, readings);
    return periods.length === 0 || periods.length === asked.length ? [] : [{ entity, periods }];
  });
}

/** The span of the sum up to its last amount, and of a method that judges due periods itself every total that is over. */
function summedSpans(position: Position): readonly Span[] {
  const { goal, latest, evidence } = position;
  const judged = findMethod(evidence.terms.computedBy.method)?.judgesPeriods === true;
  const over = judged ? completedSpans(position) : [];
  if (goal === null || goal.measure !== "sum" || goal.from === null || latest === null) return over;
  return [...over, [goal.from, latest.on]];
}

function completedSpans({ targets, evidence: { asOf, readings } }: Position): readonly Span[] {
  const last = readings.at(-1)?.on ?? Number.NEGATIVE_INFINITY;
  return targets.filter(hasLevel).flatMap(({ role, from, dueOn }): readonly Span[] => {
    const isOver = role === "total" && dueOn !== null && dueOn <= asOf;
    return isOver && from !== null ? [[from, Math.min(dueOn, last)]] : [];
  });
}

/** Periods that share no day with any of the readings, which stand in order of their last day. */
function unreported(asked: readonly ClosedPeriod[], readings: readonly Stretch[]): readonly ClosedPeriod[] {
  const missing: ClosedPeriod[] = [];
  let begins: readonly Day[] | null = null;
  let next = 0;
  for (const period of asked) {
    while ((readings[next]?.on ?? period.start) < period.start) next += 1;
    if ((readings[next]?.start ?? Number.POSITIVE_INFINITY) <= period.end) continue;
    // A later amount may be of a longer stretch that holds this period too.
    begins ??= earliestBegins(readings);
    if ((begins[next] ?? Number.POSITIVE_INFINITY) > period.end) missing.push(period);
  }
  return missing;
}

/** For each reading the earliest day that it or any after it speaks for. */
function earliestBegins(readings: readonly Stretch[]): readonly Day[] {
  const begins = readings.map(({ start }) => start);
  for (let i = begins.length - 2; i >= 0; i--)
    begins[i] = Math.min(begins[i] ?? 0, begins[i + 1] ?? Number.POSITIVE_INFINITY);
  return begins;
}

/**
 * Those whose own amounts make up the plan's series: of entities those without a roll-up, and with a row of their own. What
 * an entity above them states itself stands in place of theirs, and is none that they lack.
 */
export function reportersOf(
  observations: ObservationsByEntity,
  byEntity: ReadonlyMap<string, readonly Reading[]>,
  isRolledUp: (entity: string) => boolean,
  tree: EntityTree,
): Reporters {
  const stated = statedAbove(observations, tree);
  return [...byEntity]
    .filter(([entity]) => (observations.get(entity)?.length ?? 0) > 0 && !isRolledUp(entity))
    .map(([entity, readings]) => {
      const above = stated.get(entity);
      return [entity, above === undefined ? readings : [...readings, ...above].sort((a, b) => a.on - b.on)];
    });
}

/** By entity what those above it state themselves; found from the highest down. */
function statedAbove(
  observations: ObservationsByEntity,
  tree: EntityTree,
): ReadonlyMap<string, readonly Stretch[]> {
  const stated = new Map<string, readonly Stretch[]>();
  for (const entity of tree.above.toReversed()) {
    const own = (observations.get(entity) ?? []).flatMap(({ missing, at: { value } }) =>
      missing === null ? [{ start: value.start, on: value.end }] : [],
    );
    const all = [...(stated.get(entity) ?? []), ...own];
    if (all.length > 0) for (const child of tree.below.get(entity) ?? []) stated.set(child, all);
  }
  return stated;
}
