/** How an item is called in a message: by its name, else by its id. */
import type { Given } from "../plan/given.ts";
import type { Item, Name } from "../plan/plan.ts";

/** The item's name in the plan's own language; its id when it has none. */
export function nameOf({ id, name }: { readonly id: Given<string>; readonly name: Name | null }): string {
  return name?.text ?? id.value;
}

/** What an item of any kind is called: its name, the statement of an objective or problem, its title, else its id. */
export function wordsFor(item: Item): string {
  // Kinds that have no such key lack it.
  const { name, title, statement } = item as Item & {
    readonly name?: Name | null;
    readonly title?: Name | null;
    readonly statement?: Name | null;
  };
  return name?.text ?? statement?.text ?? title?.text ?? item.id.value;
}
