/**
 * A count in the words of a text equals what the mechanisms list.
 *
 * Looks at: section texts: counts of bodies and lists (设立五个工作组, 三张清单, three boards), held against the mechanisms of that kind and name in
 * the section or below it; counts of the items of a list beside its name (负面清单共8项, 8项负面清单); counts of what one mechanism lists (levels of an alarm, bands of a scorecard, steps of a workflow,
 * modules of a training, waves of a pilot, members of a body), where the sentence names it or it is the only one; and counts
 * of places (8个街道, five districts), held against the entities of that level. Without 等, each, 每 or `such as`.
 * Reports: the words; related: what is listed. An error where all are listed in this section or by the mechanism; a
 * note where only one or a part stands here, and for places, of which the plan may leave out some.
 * Source: DESIGN.md section 4 (an announced count that differs from what is listed).
 */
import { entriesAt, wordsAt } from "../../plan/parameters.ts";
import type { Item, Mechanism, Plan } from "../../plan/plan.ts";
import type { Span } from "../../text/source.ts";
import { announcedCounts } from "../announced-counts.ts";
import { callingsOf, placesCalled } from "../callings.ts";
import { makeIsWithin, sectionsOfItems } from "../citations.ts";
import { defineRule } from "../define-rule.ts";
import {
  anyMechanismCount,
  type MechanismCount,
  mechanismCountsIn,
  type Thing,
} from "../mechanism-counts.ts";
import { nameOf } from "../name-of.ts";
import { partSpan, type Sentence } from "../plan-words.ts";
import { textInChinese, textInEnglish } from "../section-words.ts";
import { type CalledList, calledLists, listCountsIn } from "../told-lists.ts";
import { placeOf, sentencesTold, type ToldText, toldTexts } from "../told-sentences.ts";

type Args = {
  readonly section: string | null;
  readonly of: string;
  readonly words: string;
  readonly listed: number;
  /** The mechanism that lists them; null where mechanisms or places are counted. */
  readonly id: string | null;
  readonly name: string | null;
  readonly places: boolean;
};

export const mechanismCountInText = defineRule<Args>({
  code: "mechanism/count-in-text",
  severity: "error",
  named: ["of"],
  text: {
    en: {
      title: "Count in the text differs from the mechanisms",
      message: (a) =>
        `"${a.words}" in ${a.section === null ? textInEnglish(a) : `the text of ${textInEnglish(a)}`}, but ${a.id === null ? "the plan" : a.id} lists ${a.listed}${a.places ? ": are the others outside the plan?" : ""}`,
      why: "A reader who counts finds one missing or one too many, and cannot tell which.",
      fix: "Correct the count, or what is listed; write 等 or `such as` where the list is open.",
    },
    zhHans: {
      title: "正文所述数量与工作机制不符",
      message: (a) =>
        `${textInChinese(a)}${a.section === null ? "" : "正文"}写作“${a.words}”，而${a.name === null ? "方案" : `“${a.name}”`}所列为 ${a.listed} 项${a.places ? "，其余是否不在实施范围须明确" : ""}`,
      why: "数量与所列内容对不上，无法判断是漏列还是多列。",
      fix: "更正数量或补列缺项；未列全的写明“等”。",
    },
  },
  check({ plan, report }) {
    const texts = toldTexts(plan).filter(({ text }) => anyMechanismCount.test(text));
    if (texts.length === 0) return;
    const cited = sectionsOfItems(plan);
    const isWithin = makeIsWithin(plan);
    const lists = calledLists(plan);
    for (const text of texts) {
      const { section } = text;
      const isHere = (item: Item): boolean =>
        section === null
          ? item === text.item
          : [...(cited.get(item) ?? [])].some((own) => isWithin(own, section.id.value));
      for (const sentence of sentencesTold(text)) {
        const ofLists = listCountsIn(sentence.text, lists);
        for (const { list, words, at } of ofLists) report(...listFinding(text, sentence, list, words, at));
        for (const count of mechanismCountsIn(sentence.text)) {
          if (
            ofLists.some(
              (one) => one.at < count.at + count.words.length && count.at < one.at + one.words.length,
            )
          )
            continue;
          const held = heldAgainst(count, sentence, plan, isHere);
          if (held === null || held.places.length === 0 || held.places.length === count.said) continue;
          const related = held.places
            .slice(0, 20)
            .map((span) => ({ span, note: { en: "counted", zhHans: "计入" } }));
          const args = {
            ...placeOf(text),
            words: count.words,
            listed: held.places.length,
            id: held.by?.id.value ?? null,
            name: held.by === null ? null : nameOf(held.by),
            places: count.thing === "places",
          };
          const span = partSpan(text.span, count.words, sentence.at + count.at);
          report(span, args, { on: text.item, related, severity: held.severity });
        }
      }
    }
  },
});

function listFinding(
  text: ToldText,
  sentence: Sentence,
  { mechanism, items, size }: CalledList,
  words: string,
  at: number,
) {
  const args: Args = {
    ...placeOf(text),
    words,
    listed: size,
    id: mechanism.id.value,
    name: nameOf(mechanism),
    places: false,
  };
  const related = items.slice(0, 20).map((span) => ({ span, note: { en: "counted", zhHans: "计入" } }));
  return [partSpan(text.span, words, sentence.at + at), args, { on: text.item, related }] as const;
}

interface Held {
  readonly places: readonly Span[];
  readonly by: Mechanism | null;
  readonly severity: "error" | "warning" | "info";
}

/** Which type lists a thing, and under which key. */
const listedBy: Readonly<Partial<Record<Thing, readonly Listed[]>>> = {
  levels: [["alarm", "levels"]],
  bands: [
    ["scorecard", "bands"],
    ["workflow", "levels"],
    ["alarm", "levels"],
  ],
  states: [["workflow", "states"]],
  modules: [["training", "modules"]],
  stages: [["pilot", "stages"]],
  members: [["body", "members"]],
  items: [["list", "items"]],
  parts: [["scorecard", "components"]],
  grades: [
    ["alarm", "levels"],
    ["workflow", "levels"],
  ],
};
type Listed = readonly [type: string, key: string];
/** Their words are said of many things: only the mechanism that the sentence calls is meant. */
const onlyNamed: ReadonlySet<Thing> = new Set(["items", "parts", "grades"]);

function heldAgainst(
  { thing, noun, said, at }: MechanismCount,
  { text }: Sentence,
  plan: Plan,
  isHere: (item: Item) => boolean,
): Held | null {
  const own = plan.mechanisms.filter(({ origin }) => origin === "plan");
  if (thing === "places") return placesOf(noun, plan);
  const listed = listedBy[thing];
  if (listed === undefined) {
    return ofKind(
      own.filter((one) => one.type.value === thing),
      noun,
      said,
      isHere,
    );
  }
  const alike = own.filter((one) => one.type.value === listed[0]?.[0]);
  const fitting = own.filter(({ type }) => listed.some(([kind]) => kind === type.value));
  const called = placesCalled(text, callingsOf(fitting));
  // Of several it counts the one that is named last before it.
  const last = called.findLast(({ end }) => end <= at);
  const named = last === undefined ? [...new Set(called.map(({ item }) => item))] : [last.item];
  const only = named.length > 0 || onlyNamed.has(thing) ? named : alike.filter(isHere);
  const [by] = only;
  if (by === undefined || only.length > 1) return null;
  const [, key = ""] = listed.find(([kind]) => kind === by.type.value) ?? [];
  const entries = entriesAt(by.parameters, key).map(({ span }) => span);
  const places = entries.length > 0 ? entries : wordsAt(by.parameters, key).map(({ span }) => span);
  // An open list may be longer than what it shows; one that only announces a count shows none.
  if (thing === "items" && (by.open || announces(by, said))) return null;
  // The leader may be counted among the members, or beside them.
  if (thing === "members" && places.length + 1 === said) return null;
  return { places, by, severity: named.length > 0 || alike.length === 1 ? "error" : "warning" };
}

function announces(mechanism: Mechanism, said: number): boolean {
  return announcedCounts(mechanism).some(({ count }) => count.value === said);
}

/** Bodies whose name holds the noun, or lists: each of the lists that a mechanism holds counts. */
function ofKind(
  alike: readonly Mechanism[],
  noun: string,
  said: number,
  isHere: (item: Item) => boolean,
): Held | null {
  const singular = noun.replace(/s$/, "");
  const isAny = noun === "bodies";
  const fitting = alike.filter(
    (one) => one.type.value === "list" || isAny || nameOf(one).toLowerCase().includes(singular),
  );
  const own = fitting.filter(isHere);
  // `Three bodies` are of the plan, wherever it is said.
  const here = isAny && own.length === 0 ? fitting : own;
  // A body may announce as its own what the text counts.
  if (noun !== "清单" && here.some((one) => announces(one, said))) return null;
  const places = here.flatMap(listsOf);
  const isAll = here.length === fitting.length;
  // It may count what other sections set up.
  if (!isAll && fitting.flatMap(listsOf).length === said) return null;
  return { places, by: null, severity: isAll && places.length > 1 ? "error" : "info" };
}

function listsOf({ id, parameters }: Mechanism): readonly Span[] {
  const parts = entriesAt(parameters, "lists").map(({ span }) => span);
  return parts.length > 0 ? parts : [id.span];
}

function placesOf(noun: string, { entities }: Plan): Held {
  const singular = noun.replace(/s$/, "");
  const places = entities
    .filter(
      ({ level, name }) => level?.value.toLowerCase() === singular || name?.text.endsWith(noun) === true,
    )
    .map(({ id }) => id.span);
  return { places, by: null, severity: "info" };
}
