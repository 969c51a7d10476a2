/** Mechanisms, resources and steps that a sentence calls by name. Shared by rules of texts; not a rule. */
import type { Name } from "../plan/plan.ts";

/** Something with its name. */
export interface NamedThing<T> {
  readonly item: T;
  readonly name: string;
}

/** A name in a sentence. */
export interface NamedPlace<T> extends NamedThing<T> {
  readonly at: number;
  readonly end: number;
}

/** Most names that are looked for in each sentence. */
const mostNames = 300;

/** Items with a name that is long enough to be known again, longest first. Two of one name are neither. */
export function namedThings<T extends { readonly name: Name | null }>(
  items: readonly T[],
): readonly NamedThing<T>[] {
  const byName = new Map<string, T | null>();
  for (const item of items) {
    const name = item.name?.text.trim().toLowerCase() ?? "";
    if (name.length < (/[\u4e00-\u9fff]/.test(name) ? 2 : 6)) continue;
    byName.set(name, byName.has(name) ? null : item);
  }
  return [...byName]
    .flatMap(([name, item]) => (item === null ? [] : [{ item, name }]))
    .sort((a, b) => b.name.length - a.name.length)
    .slice(0, mostNames);
}

/** The first place of each name in a sentence; a name within a longer one is not meant. */
export function placesIn<T>(sentence: string, things: readonly NamedThing<T>[]): readonly NamedPlace<T>[] {
  const text = sentence.toLowerCase();
  const found: NamedPlace<T>[] = [];
  for (const thing of things) {
    const at = text.indexOf(thing.name);
    const end = at + thing.name.length;
    if (at < 0 || found.some((one) => one.at < end && at < one.end)) continue;
    found.push({ ...thing, at, end });
  }
  return found;
}
