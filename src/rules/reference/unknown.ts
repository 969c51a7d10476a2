/**
 * A name must be the id of something in the plan.
 *
 * Looks at: every mention of an id but sections, which have a rule of their own, and phases named as a time.
 * Reports: the name; suggests the id of the item that is called so, or the nearest id. A name that joins several with
 * `、` or `，` is told as such, and so is the id of an item of another kind.
 * A name whose item stands in the plan but could not be read is not blamed again, nor one that is nearly an id that is none.
 * Source: FORMAT.md sections 1 and 5.
 */
import { makeSuggester } from "../../diagnostics/suggest.ts";
import type { Item, ItemKind, Name, Plan, Reference } from "../../plan/plan.ts";
import type { PlanIndex } from "../../plan/plan-index.ts";
import { late } from "../../text/late.ts";
import { isCitation, isNameOfTime } from "../citations.ts";
import { defineRule } from "../define-rule.ts";
import { wordsFor } from "../name-of.ts";
import { kindsInChinese, kindsInEnglish } from "../words.ts";

type Args = {
  readonly name: string;
  readonly kinds: string;
  /** What was probably meant: the nearest id, the id of the item with that name, or several names. */
  readonly meant: string | null;
  readonly by: "nearest" | "name" | "several" | null;
  /** What the nearest id is the id of; null where that has no name. */
  readonly meantName: string | null;
  /** Kind of the item that has the id but may not be named here. */
  readonly wrongKind: ItemKind | null;
};

const joiningMarks = /[、，；;]/u;
const insideList = /[[,]\s*["']?$/u;
const noId = /[\s()（）[\]【】、，:：/]/u;
const idSign = late(() => /[\p{L}\p{N}._-]/u);
const idKey = /\bid["']?\s{0,3}:\s{0,3}["']?$/u;

export const referenceUnknown = defineRule<Args>({
  code: "reference/unknown",
  severity: "error",
  text: {
    en: {
      title: "Unknown reference",
      message: (a) => `${missingInEnglish(a)}${hintInEnglish(a)}`,
      why: "What a plan points at has to be in the plan, or nobody can say who answers, what is measured or what must come first.",
      fix: "Correct the id, or add the item that it names.",
    },
    zhHans: {
      title: "引用对象不存在",
      message: (a) => `${missingInChinese(a)}${hintInChinese(a)}`,
      why: "方案引用的对象必须在方案中列明，否则责任、考核和先后关系无从落实。",
      fix: "更正编号，或补充所引用的对象。",
    },
  },
  check({ plan, index, report }) {
    const search = makeSearch(plan, index);
    for (const reference of plan.references) {
      if (isCitation(reference) || isNameOfTime(reference) || isKnown(reference, index)) continue;
      const { name } = reference;
      if (search.standsUnreadable(name.value)) continue;
      const [meant, by] = search.meantBy(reference);
      // What can be no id is told where it stands.
      if (by === "nearest" && meant !== null && noId.test(meant)) continue;
      const wrongKind = search.kindOf(name.value);
      const near = by === "nearest" && meant !== null ? index.findAny(reference.kinds, meant) : undefined;
      const words = near === undefined ? meant : wordsFor(near);
      const meantName = words === meant ? null : words;
      const args = { name: name.value, kinds: reference.kinds.join("|"), meant, by, meantName, wrongKind };
      report(name.span, args, { on: reference.from, suggestion: meant });
    }
  },
});

function missingInEnglish(a: Args): string {
  const kinds = kindsInEnglish(a.kinds);
  if (a.by === "several") return `"${a.name}" is one name here, and no ${kinds} has it`;
  return a.wrongKind === null
    ? `no ${kinds} has the id "${a.name}"`
    : `"${a.name}" is the id of another kind, ${kindsInEnglish(a.wrongKind)}; expected here: ${kinds}`;
}

function hintInEnglish(a: Args): string {
  if (a.meant === null) return "";
  if (a.by === "several") return `; if several are meant, write ${a.meant}`;
  return a.by === "name"
    ? `; "${a.meant}" has that name`
    : `; the nearest is "${a.meant}"${a.meantName === null ? "" : ` ("${a.meantName}")`}`;
}

function missingInChinese(a: Args): string {
  const kinds = kindsInChinese(a.kinds);
  if (a.by === "several") return `“${a.name}”在此被读作一个名称，方案中没有这一${kinds}`;
  return a.wrongKind === null
    ? `方案中没有编号为“${a.name}”的${kinds}`
    : `“${a.name}”是${kindsInChinese(a.wrongKind)}的编号，此处只能引用${kinds}`;
}

function hintInChinese(a: Args): string {
  if (a.meant === null) return "";
  if (a.by === "several") return `；如指多项，请写作“${a.meant}”`;
  return a.by === "name"
    ? `；以此为名称的，其编号是“${a.meant}”`
    : `，最接近的是“${a.meant}”${a.meantName === null ? "" : `（“${a.meantName}”）`}`;
}

/** Unknown names that are looked for in the text of the plan: beyond them something else is amiss. */
const mostLookedFor = 100;

interface Search {
  readonly standsUnreadable: (name: string) => boolean;
  readonly meantBy: (reference: Reference) => readonly [string | null, Args["by"]];
  /** Kind of the first item with this id. */
  readonly kindOf: (id: string) => ItemKind | null;
}

/** What unknown names are looked up in; made once, and only where there is one. */
function makeSearch(plan: Plan, index: PlanIndex): Search {
  let places: ItemPlaces | null = null;
  const found = (): ItemPlaces => {
    places ??= placesOf(index);
    return places;
  };
  const unreadable = new Map<string, boolean>();
  const suggesters = new Map<string, (word: string) => string | null>();
  return {
    kindOf: (id) => found().byId.get(id)?.[0]?.kind ?? null,
    standsUnreadable: (name) => {
      if (plan.unusable === 0) return false;
      const before = unreadable.get(name);
      if (before !== undefined || unreadable.size >= mostLookedFor) return before ?? false;
      const stands = standsUnreadable(plan, name, found().byId.get(name) ?? []);
      unreadable.set(name, stands);
      return stands;
    },
    meantBy: (reference) => {
      const { kinds, name } = reference;
      const named = found()
        .byName.get(name.value)
        ?.find((item) => kinds.includes(item.kind));
      if (named !== undefined) return [named.id.value, "name"];
      const several = splitNames(reference);
      if (several !== null) return [several, "several"];
      const key = kinds.join("|");
      const suggest = suggesters.get(key) ?? makeSuggester(() => kinds.flatMap((kind) => index.ids(kind)));
      suggesters.set(key, suggest);
      const near = suggest(name.value);
      return [near, near === null ? null : "nearest"];
    },
  };
}

interface ItemPlaces {
  readonly byId: ReadonlyMap<string, readonly Item[]>;
  /** People write the name of an office where its id belongs. */
  readonly byName: ReadonlyMap<string, readonly Item[]>;
}

function placesOf(index: PlanIndex): ItemPlaces {
  const byId = new Map<string, Item[]>();
  const byName = new Map<string, Item[]>();
  for (const item of index.items) {
    addTo(byId, item.id.value, item);
    for (const name of namesOf(item)) addTo(byName, name, item);
  }
  return { byId, byName };
}

function addTo(map: Map<string, Item[]>, key: string, item: Item): void {
  const items = map.get(key);
  if (items === undefined) map.set(key, [item]);
  else items.push(item);
}

function namesOf({ name }: Item & { readonly name?: Name | null }): ReadonlySet<string> {
  return new Set(name === undefined || name === null ? [] : [...name.byLanguage.values(), name.text]);
}

function isKnown(reference: Reference, index: PlanIndex): boolean {
  return index.findAny(reference.kinds, reference.name.value) !== undefined;
}

/** The names that one name joins, as the format writes several: a lead and those with it, or a list. */
function splitNames({ name, field }: Reference): string | null {
  const [first, ...others] = name.value.split(joiningMarks).map((part) => part.trim());
  if (first === undefined || others.length === 0) return null;
  const before = name.span.file.text.slice(Math.max(0, name.span.start - 8), name.span.start);
  if (insideList.test(before)) return [first, ...others].join(", ");
  return field === "owner"
    ? `{ lead: ${first}, with: [${others.join(", ")}] }`
    : `[${[first, ...others].join(", ")}]`;
}

/**
 * True when some item was left out of the plan and the source declares this id: the fault is told there. Ids of items that
 * could be read do not count.
 */
function standsUnreadable(plan: Plan, name: string, items: readonly Item[]): boolean {
  const { text } = plan.file;
  const readable = new Set(items.map(({ id }) => id.span.start));
  for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, at + 1)) {
    if (idSign().test(text.charAt(at + name.length)) || !idKey.test(text.slice(Math.max(0, at - 12), at)))
      continue;
    if (!readable.has(at) && !readable.has(at - 1)) return true;
  }
  return false;
}
