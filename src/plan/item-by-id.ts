/** Items of one list by their id. */
import type { Given } from "./given.ts";

interface WithId {
  readonly id: Given<string>;
}

const known = new WeakMap<readonly WithId[], ReadonlyMap<string, WithId>>();

/** The first item of a list that has the id. The list is gone through once, however often it is asked. */
export function itemById<T extends WithId>(items: readonly T[], id: string | undefined): T | undefined {
  if (id === undefined) return undefined;
  // What was stored for a list holds items of that very list.
  const byId = (known.get(items) as ReadonlyMap<string, T> | undefined) ?? firstById(items);
  known.set(items, byId);
  return byId.get(id);
}

function firstById<T extends WithId>(items: readonly T[]): ReadonlyMap<string, T> {
  const byId = new Map<string, T>();
  for (const item of items) if (!byId.has(item.id.value)) byId.set(item.id.value, item);
  return byId;
}
