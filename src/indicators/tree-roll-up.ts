/**
 * Rolls values up over entities of any depth (ENGINE.md section 7): every entity above others gets the values of those
 * below it, and the plan those of all. What an entity above others reports itself stands in place of what lies below it for
 * the same period, so that nothing counts twice.
 */
import { periodContaining } from "../plan/days.ts";
import type { EntityTree } from "../plan/entity-tree.ts";
import type { Day } from "../plan/time.ts";
import { lastUpTo, type Reading } from "./readings.ts";
import { type Members, type RolledUp, rollUp } from "./roll-up.ts";
import type { Terms } from "./terms.ts";

export type ReadingsByEntity = ReadonlyMap<string, readonly Reading[]>;

export interface TreeRollUp {
  /** Roll-ups of the entities that stand above others with values. */
  readonly byEntity: ReadonlyMap<string, RolledUp>;
  /** Of the plan; found only where it is asked for, since a plan may report for itself. */
  whole(): RolledUp;
}

/**
 * Entities and readings that the roll-ups of one indicator may look at: each level takes in all that stands below it anew.
 * A hundred thousand entities with a million values on seven levels stay within it; chains of thousands of entities,
 * which would take hours, do not: there those above, and the plan, get no value.
 */
const mostLookedAt = 8_000_000;

/** Rolls up to every entity above others, and to the plan; `own` holds what each entity reports itself. */
export function rollUpTree(
  own: ReadingsByEntity,
  tree: EntityTree,
  terms: Terms,
  trace: boolean,
): TreeRollUp {
  const members = new Map<string, Members>();
  const membersOf = (entity: string): Members => members.get(entity) ?? alone(entity, own);
  const hasValues = (entity: string): boolean => membersOf(entity).length > 0;
  const costs = new Map<string, number>();
  const costOf = (entity: string): number => costs.get(entity) ?? 1 + (own.get(entity)?.length ?? 0);
  const byEntity = new Map<string, RolledUp>();
  let left = mostLookedAt;
  for (const entity of tree.above) {
    const children = tree.below.get(entity) ?? [];
    const mine = own.get(entity) ?? [];
    const cost = children.reduce((sum, child) => sum + costOf(child), 1 + mine.length);
    costs.set(entity, cost);
    left -= cost;
    if (left < 0) {
      byEntity.set(entity, tooMany);
      continue;
    }
    const below = children.flatMap(membersOf);
    const all: Members = mine.length === 0 ? below : [[entity, mine], ...uncovered(below, mine, terms)];
    members.set(entity, all);
    if (below.length === 0) continue;
    if (tree.circular.has(entity)) {
      byEntity.set(entity, circular);
      continue;
    }
    byEntity.set(entity, rollUp({ tops: [entity], members: all, tree, own, hasValues }, terms, trace));
  }
  const tops = [...tree.roots, ...[...own.keys()].filter((entity) => !tree.knows(entity))];
  const [only, ...others] = tops;
  const same = only === undefined || others.length > 0 ? undefined : byEntity.get(only);
  const whole = (): RolledUp => {
    if (left < 0) return tooMany;
    if (tree.circular.size > 0) return circular;
    return same ?? rollUp({ tops, members: tops.flatMap(membersOf), tree, own, hasValues }, terms, trace);
  };
  return { byEntity, whole };
}

const none = {
  readings: null,
  coverage: { counted: 0, of: 0, missing: [], own: [] },
  partialOn: [],
} as const;
const tooMany: RolledUp = { ...none, reason: "too-many-values" };
/** Entities that stand above one another in a circle would be counted as parts of themselves. */
const circular: RolledUp = { ...none, reason: "circular-entities" };

function alone(entity: string, own: ReadingsByEntity): Members {
  const readings = own.get(entity) ?? [];
  return readings.length === 0 ? [] : [[entity, readings]];
}

/**
 * What lies below an entity without what its own values speak for. Running totals are all kept: there the newer of the two
 * counts, which is settled day by day.
 */
function uncovered(below: Members, own: readonly Reading[], terms: Terms): Members {
  if (terms.kind === "running-total") return below;
  const isCovered = terms.kind === "flow" ? coveredSpans(own, terms) : coveredPeriods(own, terms);
  return below.flatMap(([entity, readings]): Members => {
    const left = readings.filter((reading) => !isCovered(reading));
    return left.length === 0 ? [] : [[entity, left]];
  });
}

function coveredPeriods(own: readonly Reading[], { frequency }: Terms): (reading: Reading) => boolean {
  const keyOf = (day: Day): Day => (frequency === null ? day : periodContaining(day, frequency).end);
  const keys = new Set(own.map((reading) => keyOf(reading.on)));
  return (reading) => keys.has(keyOf(reading.on));
}

/** Days of amounts; an amount that states a day only speaks for its reporting period. */
function coveredSpans(own: readonly Reading[], { frequency }: Terms): (reading: Reading) => boolean {
  const stated = own.map(({ start, on }) =>
    start === on && frequency !== null ? periodContaining(on, frequency) : { start, end: on },
  );
  // Joined where they meet, so that of each day only one can hold it.
  const spans: { on: Day; end: Day }[] = [];
  for (const { start, end } of stated.sort((a, b) => a.start - b.start)) {
    const before = spans.at(-1);
    if (before !== undefined && start <= before.end) before.end = Math.max(before.end, end);
    else spans.push({ on: start, end });
  }
  return ({ start, on }) => (lastUpTo(spans, on)?.end ?? Number.NEGATIVE_INFINITY) >= start;
}
