/**
 * A count in the words of a text equals what the mechanisms list.
 *
 * Looks at: section texts: counts of bodies and lists (设立五个工作组, 三张清单, three boards), held against the mechanisms of that kind and name in
 * the section or below it; counts of the items of a list beside its name (负面清单共8项, 8项负面清单), and of
 * what a mechanism announces without a list (手册明确25条条款), and those in its own name (三级问责); counts of what one mechanism lists (levels of an alarm, bands of a scorecard, steps of a workflow,
 * modules of a training, waves of a pilot, members of a body, offices that answer for the items of a list: 责任清单涉及5个部门), where the sentence names it or it is the only one; and counts
 * of places (8个街道, five districts), held against the entities of that level. Without 等, each, 每 or `such as`.
 * Reports: the words; related: what is listed. An error where all are listed in this section or by the mechanism; a
 * note where only one or a part stands here, and for places, of which the plan may leave out some.
 * Source: DESIGN.md section 4 (an announced count that differs from what is listed).
 */
import type { Item, Mechanism } from "../../plan/plan.ts";
import { makeIsWithin, sectionsOfItems } from "../citations.ts";
import { defineRule } from "../define-rule.ts";
import { nameOf } from "../name-of.ts";
import { type NamedCount, otherThanItsName } from "../named-counts.ts";
import { partSpan, type Sentence } from "../plan-words.ts";
import { textInChinese, textInEnglish } from "../section-words.ts";
import { tellsOfBefore } from "../texts/not-of-plan.ts";
import { placeOf, sentencesTold, type ToldText, toldTexts } from "../texts/sentences.ts";
import { isOfOtherLevel } from "../texts/wider-place.ts";
import { announcing, type OtherCount, otherCountsIn } from "../told/announced.ts";
import { heldAgainst } from "../told/counted-things.ts";
import { type CalledList, calledLists, listCountsIn } from "../told/lists.ts";
import { anyMechanismCount, mechanismCountsIn } from "../told/mechanism-counts.ts";

type Args = {
  readonly section: string | null;
  readonly of: string;
  readonly words: string;
  readonly listed: number;
  /** The mechanism that lists them; null where mechanisms or places are counted. */
  readonly id: string | null;
  readonly name: string | null;
  readonly places: boolean;
  /** The mechanism lists none, and announces this many. */
  readonly isAnnounced: boolean;
  /** The mechanism's own name tells the count. */
  readonly inName: boolean;
};

export const mechanismCountInText = defineRule<Args>({
  code: "mechanism/count-in-text",
  severity: "error",
  named: ["of"],
  text: {
    en: {
      title: "Count in the text differs from the mechanisms",
      message: (a) =>
        `"${a.words}" in ${a.inName ? `the name of ${a.id}` : a.section === null ? textInEnglish(a) : `the text of ${textInEnglish(a)}`}, but ${a.id === null ? "the plan" : a.id} ${a.isAnnounced ? "announces" : "lists"} ${a.listed}${a.places ? ": are the others outside the plan?" : ""}`,
      why: "A reader who counts finds one missing or one too many, and cannot tell which.",
      fix: "Correct the count, or what is listed; write 等 or `such as` where the list is open.",
    },
    zhHans: {
      title: "正文所述数量与工作机制不符",
      message: (a) =>
        `${a.inName ? `“${a.name}”的名称` : `${textInChinese(a)}${a.section === null ? "" : "正文"}`}写作“${a.words}”，而${a.name === null ? "方案" : `“${a.name}”`}${a.isAnnounced ? `所述为 ${a.listed}` : `所列为 ${a.listed} 项`}${a.places ? "，其余是否不在实施范围须明确" : ""}`,
      why: "数量与所列内容对不上，无法判断是漏列还是多列。",
      fix: "更正数量或补列缺项；未列全的写明“等”。",
    },
  },
  check({ plan, report }) {
    for (const mechanism of plan.mechanisms) {
      const found = otherThanItsName(mechanism);
      if (found === null || mechanism.name === null) continue;
      report(mechanism.name.span, ...nameFinding(mechanism, found));
    }
    const texts = toldTexts(plan).filter(({ text }) => anyMechanismCount.test(text));
    if (texts.length === 0) return;
    const cited = sectionsOfItems(plan);
    const isWithin = makeIsWithin(plan);
    const lists = calledLists(plan);
    const callings = announcing(plan);
    for (const text of texts) {
      const { section } = text;
      const isHere = (item: Item): boolean =>
        section === null
          ? item === text.item
          : [...(cited.get(item) ?? [])].some((own) => isWithin(own, section.id.value));
      for (const sentence of sentencesTold(text)) {
        if (tellsOfBefore(sentence.text, plan)) continue;
        const announced = callings === null ? [] : otherCountsIn(sentence.text, callings);
        const ofLists = listCountsIn(sentence.text, lists).filter(
          ({ list }) =>
            !announced.some(({ mechanism }) => mechanism === list.mechanism) &&
            !isOfOtherLevel(headOf(sentence.text, list), plan),
        );
        for (const { list, words, at } of ofLists) report(...listFinding(text, sentence, list, words, at));
        for (const one of announced) report(...announcedFinding(text, sentence, one));
        for (const count of mechanismCountsIn(sentence.text)) {
          if (
            [...ofLists, ...announced].some(
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
            isAnnounced: false,
            inName: false,
          };
          const span = partSpan(text.span, count.words, sentence.at + count.at);
          report(span, args, { on: text.item, related, severity: held.severity });
        }
      }
    }
  },
});

/** What stands before the name of a list: 市级培训课程清单 is none of the district's. */
function headOf(sentence: string, { forms }: CalledList): string {
  const form = forms.find((one) => sentence.includes(one)) ?? "";
  return form === "" ? "" : sentence.slice(0, sentence.indexOf(form));
}

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
    isAnnounced: false,
    inName: false,
  };
  const related = items.slice(0, 20).map((span) => ({ span, note: { en: "counted", zhHans: "计入" } }));
  return [partSpan(text.span, words, sentence.at + at), args, { on: text.item, related }] as const;
}

function nameFinding(mechanism: Mechanism, { words, places, isSure }: NamedCount) {
  const args: Args = {
    section: null,
    of: mechanism.id.value,
    words,
    listed: places.length,
    id: mechanism.id.value,
    name: nameOf(mechanism),
    places: false,
    isAnnounced: false,
    inName: true,
  };
  const related = places.slice(0, 20).map((span) => ({ span, note: { en: "counted", zhHans: "计入" } }));
  return [args, { on: mechanism, related, severity: isSure ? "error" : "warning" }] as const;
}

function announcedFinding(
  text: ToldText,
  sentence: Sentence,
  { mechanism, words, at, announced: { count } }: OtherCount,
) {
  const args: Args = {
    ...placeOf(text),
    words,
    listed: count.value,
    id: mechanism.id.value,
    name: nameOf(mechanism),
    places: false,
    isAnnounced: true,
    inName: false,
  };
  const related = [{ span: count.span, note: { en: "announced here", zhHans: "此处写明" } }];
  return [partSpan(text.span, words, sentence.at + at), args, { on: text.item, related }] as const;
}
