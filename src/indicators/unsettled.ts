/**
 * Days whose values cannot be used, as they bear on what is above and on the status: a whole cannot be known while a part of it is
 * not, and the last value that is left is not judged in place of a newer one.
 */

import type { EntityTree } from "../plan/entity-tree.ts";
import type { Day } from "../plan/time.ts";
import { planLevel, type Reading } from "./readings.ts";
import type { RolledUp } from "./roll-up.ts";
import type { Unsettled } from "./standing-rows.ts";

/** By entity id; those of the plan itself stand under "". Oldest first. */
export type UnsettledByEntity = ReadonlyMap<string, readonly Unsettled[]>;

/** Shared by all rows that have none. */
export const noneUnsettled: readonly Unsettled[] = [];

/**
 * Adds to every entity above others, and to the plan where it is rolled up, what lies below it and is not covered by a value
 * of its own for that day or a later one.
 */
export function unsettledAbove(
  own: UnsettledByEntity,
  reported: ReadonlyMap<string, readonly Reading[]>,
  tree: EntityTree,
  isRolledUp: boolean,
): UnsettledByEntity {
  const all = new Map(own);
  for (const entity of tree.above) {
    const last = reported.get(entity)?.at(-1)?.on ?? Number.NEGATIVE_INFINITY;
    const below = (tree.below.get(entity) ?? []).flatMap((child) => all.get(child) ?? []);
    const open = below.filter(({ on }) => on > last);
    if (open.length > 0) all.set(entity, inOrder([...(all.get(entity) ?? []), ...open]));
  }
  if (!isRolledUp) return all;
  const tops = [...tree.roots, ...[...reported.keys()].filter((entity) => !tree.knows(entity))];
  return all.set(planLevel, inOrder(tops.flatMap((entity) => all.get(entity) ?? [])));
}

/** Adds the days whose sums over entities lack some: targets of those days are not judged by what was there. */
export function withPartialSums(
  unsettled: UnsettledByEntity,
  whole: RolledUp | null,
  byEntity: ReadonlyMap<string, RolledUp>,
): UnsettledByEntity {
  const rolled: (readonly [string, RolledUp])[] = [...byEntity];
  if (whole !== null) rolled.push([planLevel, whole]);
  const lacking = rolled.filter(([, { partialOn }]) => partialOn.length > 0);
  if (lacking.length === 0) return unsettled;
  const all = new Map(unsettled);
  for (const [entity, { partialOn }] of lacking) {
    const days = partialOn.map((on): Unsettled => ({ on, reason: "partial-sum" }));
    all.set(entity, inOrder([...(all.get(entity) ?? []), ...days]));
  }
  return all;
}

function inOrder(days: readonly Unsettled[]): readonly Unsettled[] {
  return [...days].sort((a, b) => a.on - b.on);
}

/** The last day that is not settled, where no value up to a day is newer; null where one is. */
export function openSince(
  unsettled: readonly Unsettled[],
  last: { readonly on: Day } | null,
  upTo: Day = Number.POSITIVE_INFINITY,
): Unsettled | null {
  const open = unsettled.findLast(({ on }) => on <= upTo) ?? null;
  return open !== null && (last === null || open.on >= last.on) ? open : null;
}
