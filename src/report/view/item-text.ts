/** Names of items, as documents print them: never an id where the plan has a name. */
import type { Given } from "../../plan/given.ts";
import { walkParameters, wordsAt } from "../../plan/parameters.ts";
import type { Evidence, Item, Name } from "../../plan/plan.ts";
import { joinedWords } from "../joined-words.ts";
import { anchorOf } from "./anchors.ts";
import { nameText, type ViewContext } from "./context.ts";

/** What an item is called: its name, title or statement, the text of evidence or what it is about; its id where it has none. */
export function itemTitle(item: Item, context: ViewContext): string {
  const { speaker } = context;
  const named = item as Item &
    Partial<Record<"name" | "title" | "statement", Name | null>> &
    Partial<Record<"text", Given<string> | null>>;
  const words =
    item.kind === "evidence" ? (named.text?.value ?? evidenceTitle(item as Evidence, context)) : undefined;
  return nameText(named.name ?? named.title ?? named.statement ?? null, words ?? item.id.value, speaker);
}

/** The place of a case and the name of what it measures; undefined where it states neither. */
function evidenceTitle({ of, place }: Evidence, context: ViewContext): string | undefined {
  const title = of === null ? "" : titleOfId(of.value, context);
  const parts = [place?.value ?? "", title === of?.value ? "" : title].filter((part) => part !== "");
  if (parts.length === 0) return undefined;
  return context.speaker.chinese ? joinedWords(parts, context.speaker) : parts.join(": ");
}

/** What the item of an id is called; the id itself when the plan has no such item. */
export function titleOfId(id: string, context: ViewContext): string {
  const item = itemOfId(id, context);
  if (item !== undefined) return itemTitle(item, context);
  return entryTitle(id, context) ?? id;
}

/** What the entry of a mechanism with an id is called: its name, else its role; null where there is none or it has neither. */
function entryTitle(id: string, { compilation, speaker }: ViewContext): string | null {
  const holder = compilation.index.holderOf(id);
  let found: string | null = null;
  if (holder !== undefined)
    walkParameters(holder.parameters, (_, value) => {
      const entries = value.kind === "list" ? value.entries : [];
      const entry = entries.find((one) => wordsAt(one, "id").some((word) => word.value === id));
      const name = entry?.get("name");
      const role = entry === undefined ? undefined : wordsAt(entry, "role")[0]?.value;
      found ??= (name?.kind === "name" ? nameText(name.name, "", speaker) : role) ?? null;
    });
  return found;
}

/** The anchor of the item of an id; null when the plan has no such item. */
export function anchorOfId(id: string, context: ViewContext): string | null {
  const item = itemOfId(id, context);
  return item === undefined ? null : anchorOf(item.kind, id);
}

function itemOfId(id: string, { compilation }: ViewContext): Item | undefined {
  return compilation.index.items.find((one) => one.id.value === id);
}

/** Names of several items in one line; the mark for nothing when there are none. */
export function titlesOfIds(ids: readonly Given<string>[], context: ViewContext): string {
  const { labels } = context;
  return ids.length === 0
    ? labels.none
    : ids.map(({ value }) => titleOfId(value, context)).join(labels.listComma);
}
