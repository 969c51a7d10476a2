/** Mechanisms, resources and steps that a sentence calls by name. Shared by rules of texts; not a rule. */
import type { Name } from "../../plan/plan.ts";

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

/** Names by their last two letters, at which a sentence is looked up. */
export type NamesByEnd<T> = ReadonlyMap<string, readonly NamedThing<T>[]>;

/** Items with a name that is long enough to be known again. Two of one name are neither. */
export function namedThings<T extends { readonly name: Pick<Name, "text"> | null }>(
  items: readonly T[],
): NamesByEnd<T> {
  const byName = new Map<string, T | null>();
  for (const item of items) {
    const name = item.name?.text.trim().toLowerCase() ?? "";
    if (name.length < (/[\u4e00-\u9fff]/.test(name) ? 2 : 6) || name.length > longestName) continue;
    byName.set(name, byName.has(name) ? null : item);
  }
  const byEnd = new Map<string, NamedThing<T>[]>();
  for (const [name, item] of byName) {
    if (item === null) continue;
    const alike = byEnd.get(name.slice(-2));
    if (alike === undefined) byEnd.set(name.slice(-2), [{ item, name }]);
    else if (alike.length < mostAlike) alike.push({ item, name });
  }
  return byEnd;
}

const longestName = 100;
/** More names with one end are not looked for. */
const mostAlike = 100;

/** The places of names in a sentence, longest names first; a name within a longer one is not meant. */
export function placesIn<T>(sentence: string, things: NamesByEnd<T>): readonly NamedPlace<T>[] {
  const text = sentence.toLowerCase();
  const found: NamedPlace<T>[] = [];
  for (let end = 2; end <= text.length; end += 1) {
    for (const thing of things.get(text.slice(end - 2, end)) ?? []) {
      const at = end - thing.name.length;
      if (at >= 0 && found.length < mostAlike && text.startsWith(thing.name, at))
        found.push({ ...thing, at, end });
    }
  }
  found.sort((a, b) => b.end - b.at - (a.end - a.at));
  const taken: NamedPlace<T>[] = [];
  for (const one of found) if (!taken.some(({ at, end }) => at < one.end && one.at < end)) taken.push(one);
  return taken;
}
