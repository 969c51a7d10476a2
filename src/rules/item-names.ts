/** Names of items in place of their ids, for messages in Chinese. */
import type { MessageArgs } from "../diagnostics/diagnostic.ts";
import type { Evidence, Item } from "../plan/plan.ts";
import type { PlanIndex } from "../plan/plan-index.ts";
import { beginningOf, wordsFor } from "./name-of.ts";

export interface ItemNames {
  /** The arguments of these keys that are ids of items, each as the item's name; `on` is the item that the finding is about. */
  of(keys: readonly string[], args: MessageArgs, on: Item | null): MessageArgs;
}

/** Names by id; the items are gathered at the first question. */
export function itemNames(index: PlanIndex): ItemNames {
  let items: ReadonlyMap<string, readonly Item[]> | null = null;
  const nameOf = (key: string, id: string, args: MessageArgs, on: Item | null): string => {
    items ??= byId(index);
    // A section's number is what any figure may be.
    if (on !== null && on.id.value === id && (on.kind !== "section" || key === "id"))
      return calledBy(on, items);
    const own = items.get(id) ?? [];
    const kinds = [key, args.kind, on?.kind];
    const found = kinds
      .map((kind) => own.find((item) => item.kind === kind))
      .find((item) => item !== undefined);
    const item = found ?? own[0];
    return item === undefined ? id : calledBy(item, items);
  };
  return {
    of: (keys, args, on) =>
      Object.fromEntries(
        keys.flatMap((key) => {
          const id = args[key];
          return typeof id === "string" ? [[key, nameOf(key, id, args, on)]] : [];
        }),
      ),
  };
}

/** Evidence without a name is called by its words, else by what it is about: it may tell something else of that. */
function calledBy(item: Item, items: ReadonlyMap<string, readonly Item[]>): string {
  const { of, text } = item as Item & Partial<Pick<Evidence, "of" | "text">>;
  const own = wordsFor(item);
  if (item.kind !== "evidence" || own !== item.id.value) return own;
  if (text) return beginningOf(text.value) ?? own;
  const [about] = of ? (items.get(of.value) ?? []) : [];
  return about === undefined ? own : wordsFor(about);
}

/** Sections are cited by their numbers, which anything may be. */
function byId({ items }: PlanIndex): ReadonlyMap<string, readonly Item[]> {
  const map = new Map<string, Item[]>();
  for (const item of items) {
    if (item.kind === "section") continue;
    const known = map.get(item.id.value);
    if (known === undefined) map.set(item.id.value, [item]);
    else known.push(item);
  }
  return map;
}
