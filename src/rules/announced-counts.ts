/** What a mechanism announces beside what it lists. Shared by the rules of counts; not a rule. */
import { mechanismTypes } from "../mechanisms/mechanism-types.ts";
import type { Given } from "../plan/given.ts";
import { countsAt, entriesAt, flagAt, mapAt, type ParameterMap, wordsAt } from "../plan/parameters.ts";
import type { Announcement, Mechanism } from "../plan/plan.ts";

/** One announced count. */
export interface AnnouncedCount {
  /** What is counted, where it is named. */
  readonly of: Given<string> | null;
  readonly count: Given<number>;
  /** How many are listed; null where that cannot be counted, 0 where nothing is listed. */
  readonly listed: number | null;
  /** How many each partial list holds, where their sum is what is listed. */
  readonly parts?: readonly number[];
  /** The list names some and leaves the rest open (`open: true`, 等). */
  readonly open: boolean;
}

type Held = Omit<AnnouncedCount, "open">;

/** All counts that a mechanism announces, also those of open lists (`open: true`, 等). */
export function announcedCounts(mechanism: Mechanism): readonly AnnouncedCount[] {
  const { parameters, announced, open } = mechanism;
  const own = announced.map((one) => ({ ...heldOf(mechanism, one), open }));
  const lists = entriesAt(parameters, "lists").flatMap((list) =>
    countsAt(list, "announced").map((one) => ({
      ...ofPart(list, one, entriesAt(list, "items")),
      open: flagAt(list, "open") === true,
    })),
  );
  const components = entriesAt(parameters, "components").flatMap((component) => {
    const items = mapAt(component, "items");
    if (items === null) return [];
    const listed = wordsAt(items, "list").length;
    return countsAt(items, "announced").map(({ count }) => ({
      of: idOf(component),
      count,
      listed,
      open: false,
    }));
  });
  return [...own, ...lists, ...components];
}

function idOf(entry: ParameterMap): Given<string> | null {
  return wordsAt(entry, "id")[0] ?? null;
}

function isBare({ of }: Announcement): boolean {
  return of.origin === "assumed" || of.value === "items";
}

function ofPart(list: ParameterMap, one: Announcement, items: readonly ParameterMap[]): Held {
  if (isBare(one)) return { of: idOf(list), count: one.count, listed: items.length };
  return { of: one.of, count: one.count, listed: countByName(one.of.value, items) };
}

/** What a count is held against: the list of its type, the list that it names, or the categories of the items. */
function heldOf({ parameters, type }: Mechanism, one: Announcement): Held {
  const { of, count } = one;
  const items = [
    ...entriesAt(parameters, "items"),
    ...entriesAt(parameters, "lists").flatMap((list) => entriesAt(list, "items")),
  ];
  const isOfItems = of.value === "items" && of.origin !== "assumed";
  const parts = isBare(one) && parameters.get("items") === undefined ? sizesOfLists(parameters) : [];
  // `announced: 2` may count the lists themselves.
  if (parts.some((size) => size > 0) && (isOfItems || count.value !== parts.length)) {
    const sum = parts.reduce((all, size) => all + size, 0);
    return { of: null, count, listed: parts.includes(0) ? null : sum, parts };
  }
  if (isOfItems && items.length > 0) return { of: null, count, listed: items.length };
  if (isBare(one)) {
    const counted = mechanismTypes.get(type.value)?.counted ?? [];
    const key = counted.find((name) => parameters.get(name) !== undefined);
    return { of: null, count, listed: key === undefined ? 0 : lengthOf(parameters, key) };
  }
  const part = entriesAt(parameters, "lists").find((list) => idOf(list)?.value === of.value);
  if (part !== undefined) return { of, count, listed: entriesAt(part, "items").length };
  if (parameters.get(of.value) !== undefined) return { of, count, listed: lengthOf(parameters, of.value) };
  return { of, count, listed: countByName(of.value, items) };
}

/** What each partial list announces, else lists; 0 for one that leaves it open. */
function sizesOfLists(parameters: ParameterMap): readonly number[] {
  return entriesAt(parameters, "lists").map((list) => {
    const [announced] = countsAt(list, "announced").filter(isBare);
    return announced?.count.value ?? entriesAt(list, "items").length;
  });
}

const categoryNames: ReadonlySet<string> = new Set(["categories", "kinds", "类别", "大类", "类"]);

/** Categories where every item has one; other things cannot be counted in a list of items. */
function countByName(of: string, items: readonly ParameterMap[]): number | null {
  if (items.length === 0) return 0;
  if (!categoryNames.has(of)) return null;
  const categories = items.map((item) => wordsAt(item, "category").map(({ value }) => value.trim()));
  return categories.every((words) => words.length > 0) ? new Set(categories.flat()).size : null;
}

function lengthOf(parameters: ParameterMap, key: string): number {
  const value = parameters.get(key);
  if (value?.kind === "list") return value.entries.length;
  // Words that are told twice are one list.
  return value?.kind === "text" ? (value.statements[0]?.is.value.length ?? 0) : 0;
}
