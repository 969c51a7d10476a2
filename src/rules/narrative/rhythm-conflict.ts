/**
 * How often a text says that something is held must be as often as is stated.
 *
 * Looks at: sentences of section texts and of what mechanisms say of themselves (`purpose`) with the name of a body, review
 * or other mechanism and a rhythm right behind it (领导小组每月召开一次会议, the board meets monthly), against its rhythm
 * (`meets`, `cadence`). The word of a kind (每季度考核一次, 每月调度) stands for the one mechanism of that kind, in the
 * section that it cites; elsewhere at the head of its clause (考核每季度一次).
 * A steering board that is told as new is the one body whose name ends so. A review is known by its verb as well (performance is reviewed every month, of `Performance review`).
 * Of an indicator: how often the text says that it is reported, measured or published (按季度报送, is reported every quarter), against its
 * `frequency` and how often it is collected.
 * Reports: the rhythm in the text; related: the stated one. An error where every stated rhythm is another; a warning where the
 * text only tells the kind or the verb, or how often a figure is published.
 * Source: DESIGN.md section 4 (two rhythms for one review).
 */
import type { Given } from "../../plan/given.ts";
import { rhythmsAt } from "../../plan/parameters.ts";
import type { Mechanism, Plan } from "../../plan/plan.ts";
import { perYear, rhythmInChinese, rhythmWords } from "../../plan/rhythm.ts";
import type { Rhythm } from "../../plan/time.ts";
import { chinese } from "../../text/chinese.ts";
import { defineRule } from "../define-rule.ts";
import { nameOf } from "../name-of.ts";
import { partSpan } from "../plan-words.ts";
import { textInChinese, textInEnglish } from "../section-words.ts";
import { bodiesCalled, type CalledByKind, calledByKind, standsIn } from "../texts/called-by-kind.ts";
import { type Callings, callingsOf, placesCalled } from "../texts/callings.ts";
import { chineseRhythm } from "../texts/chinese-rhythms.ts";
import { anyEnglishRhythm } from "../texts/english-rhythms.ts";
import { type NamedPlace, type NamesByEnd, namedThings, placesIn } from "../texts/named-things.ts";
import { isOfOthers } from "../texts/of-others.ts";
import { placeOf, sentencesTold, type ToldText, toldTexts } from "../texts/sentences.ts";
import { timesAYear } from "../texts/times.ts";
import { isLeast, isOfOtherBody, isOfSpecialTime, isWorkOf, workTold } from "../told/meetings.ts";
import { reviewTold } from "../told/reviews.ts";
import { type OtherRhythm, otherRhythmsIn } from "../told/rhythms.ts";
import { rhythmTold, rhythmWithin } from "../told/rhythms-beside.ts";

type Args = {
  readonly section: string | null;
  readonly of: string;
  readonly id: string;
  readonly name: string;
  readonly said: string;
  readonly stated: Rhythm;
};

export const narrativeRhythmConflict = defineRule<Args>({
  code: "narrative/rhythm-conflict",
  severity: "error",
  named: ["of"],
  text: {
    en: {
      title: "Rhythm in the text against the stated rhythm",
      message: (a) =>
        `${textInEnglish(a)} says "${a.said}" of "${a.name}", but ${a.id} is ${rhythmWords(a.stated).en}`,
      why: "Whoever calls the meetings by the text holds another number of them than the plan counts.",
      fix: "Correct the text or the rhythm.",
    },
    zhHans: {
      title: "正文频次与填写不符",
      message: (a) =>
        `${textInChinese(a)}写“${a.name}”为“${a.said}”，而填写的频次为${rhythmInChinese(a.stated)}`,
      why: "按正文组织与按填写的频次组织，次数不同。",
      fix: "更正正文或频次。",
    },
  },
  check({ plan, report }) {
    const held = plan.mechanisms.filter((one) => one.origin === "plan" && rhythmsOf(one).length > 0);
    const isAny = held.length > 0 || plan.indicators.some(({ frequency }) => frequency.length > 0);
    if (!isAny) return;
    const kinds = calledByKind(plan.mechanisms).filter(({ mechanism }) => held.includes(mechanism));
    const reader: Reader = {
      plan,
      held,
      byName: callingsOf(held.map((mechanism): CalledByKind => ({ mechanism, name: mechanism.name }))),
      byKind: namedThings(kinds),
    };
    for (const text of toldTexts(plan)) {
      if (!anyRhythm.test(text.text)) continue;
      let before = "";
      for (const sentence of sentencesTold(text)) {
        const told = { ...text, before };
        before = sentence.text;
        if (!anyRhythm.test(sentence.text)) continue;
        for (const { said, at, stated, isSure, id, name } of othersIn(sentence.text, told, reader)) {
          if (isOfOthers(sentence.text, at, plan) || isOfSpecialTime(sentence.text.slice(0, at))) continue;
          const args: Args = { ...placeOf(text), id, name, said, stated: stated.value };
          const related = [{ span: stated.span, note: { en: "the stated rhythm", zhHans: "填写的频次" } }];
          const severity = isSure ? "error" : "warning";
          report(partSpan(text.span, said, sentence.at + at), args, { on: text.item, related, severity });
        }
      }
    }
  },
});

/** What is asked of each sentence. */
interface Reader {
  readonly plan: Plan;
  /** Mechanisms that have a rhythm. */
  readonly held: readonly Mechanism[];
  readonly byName: Callings<CalledByKind>;
  readonly byKind: NamesByEnd<CalledByKind>;
}

/** A text, with the sentence before the one that is read. */
interface ReadText extends ToldText {
  readonly before: string;
}

/** All rhythms of a sentence that are other than stated. */
function othersIn(sentence: string, text: ReadText, reader: Reader): readonly OtherRhythm[] {
  const ofIndicators = otherRhythmsIn(sentence, reader.plan);
  const places = placesHere(sentence, text, reader);
  const ofMechanisms = places
    .flatMap((one) => otherOf(sentence, one, text, reader.plan) ?? [])
    .filter((one) => !ofIndicators.some(({ at }) => at === one.at));
  const within = chinese.test(sentence) ? withinNames(sentence, reader.held, places) : [];
  const review = chinese.test(sentence) ? null : reviewTold(sentence, reader.held);
  const [first] = review === null ? [] : rhythmsOf(review.mechanism);
  const isKnown = review === null || [...ofIndicators, ...ofMechanisms].some(({ at }) => at === review.at);
  if (isKnown || first === undefined || !isOther(review.said, review.mechanism))
    return [...ofIndicators, ...ofMechanisms, ...within];
  const { mechanism, name, said, at } = review;
  const told = { id: mechanism.id.value, name, said, at, stated: first, isSure: false };
  return [...ofIndicators, ...ofMechanisms, told];
}

/** 在岗干部每季度轮训一次, of 在岗干部轮训. */
function withinNames(
  sentence: string,
  held: readonly Mechanism[],
  places: readonly HeldPlace[],
): readonly OtherRhythm[] {
  return held.flatMap((mechanism): OtherRhythm[] => {
    if (places.some(({ item, isByKind }) => item.mechanism === mechanism && !isByKind)) return [];
    const told = rhythmWithin(sentence, mechanism);
    const [first] = rhythmsOf(mechanism);
    if (told === null || first === undefined || !isOther(told.said, mechanism)) return [];
    return [{ id: mechanism.id.value, name: nameOf(mechanism), ...told, stated: first, isSure: true }];
  });
}

interface HeldPlace extends Pick<NamedPlace<CalledByKind>, "item" | "at" | "end"> {
  readonly isByKind: boolean;
}

/** Where a sentence names a mechanism with a rhythm, or says the word of its kind. */
function placesHere(
  sentence: string,
  { section, before }: ReadText,
  { held, byName, byKind }: Reader,
): readonly HeldPlace[] {
  const isHere = ({ mechanism }: CalledByKind): boolean =>
    section !== null && standsIn(mechanism, section.id.value);
  const [it = ""] = itMeets.exec(sentence) ?? [];
  if (it !== "") {
    const [first] = [...placesCalled(before, byName), ...bodiesCalled(before, held)];
    const isSubject = first !== undefined && subjectBefore.test(before.slice(0, first.at));
    return isSubject ? [{ item: first.item, at: it.length - 2, end: it.length, isByKind: false }] : [];
  }
  const named = placesCalled(sentence, byName);
  const byWord = (ofEach.test(sentence) ? [] : placesIn(sentence, byKind)).filter(
    // Elsewhere the word has to stand at the head of its clause: 考核每季度一次.
    (one) =>
      (isHere(one.item) && !isOtherBody(one.item, sentence.slice(0, one.at))) ||
      clauseHead.test(sentence.slice(0, one.at)),
  );
  const called = [...byWord, ...bodiesCalled(sentence, held)].filter(
    (one) => !named.some(({ at, end }) => at < one.end && one.at < end),
  );
  return [
    ...named.map((one) => ({ ...one, isByKind: false })),
    ...called.map((one) => ({ ...one, isByKind: !isNamedBefore(sentence, one) })),
  ];
}

/** 成立工作专班，专班每月召开会议: the body that the sentence has named in full. */
function isNamedBefore(
  sentence: string,
  { item: { mechanism }, at }: Pick<HeldPlace, "item" | "at">,
): boolean {
  const name = mechanism.name?.text.trim() ?? "";
  const lead = sentence.slice(0, at);
  return mechanism.type.value === "body" && name !== "" && lead.includes(name) && bareBefore.test(lead);
}

/** 街道专班, 拆违专班 are others; 县专班, 成立专班 and 召开一次专班会议 are not. */
const bareBefore = /(?:^|[^\u4e00-\u9fff]|[该本此由])$/u;
const ownBefore = /[区县市级立建设和与及次开]$/u;
/** 各街道成立专班，专班每月召开会议 */
const ofEach = /各[^，。；]{1,10}(?:成立|组建|设立|建立)[^，。；]{0,6}(?:专班|小组|委员会|指挥部)/u;

function isOtherBody({ mechanism }: CalledByKind, lead: string): boolean {
  return mechanism.type.value === "body" && !bareBefore.test(lead) && !ownBefore.test(lead);
}

/** It meets monthly: of the body with which the sentence before begins. */
const itMeets = /^\s*It(?= (?:meets|convenes|gathers|sits|comes together|is held|takes place)\b)/u;
const subjectBefore = /^\s*(?:the |a |our )?$/iu;

/** The rhythm that is told at a place; null where it is the stated one, or of something else. */
function otherOf(sentence: string, place: HeldPlace, { item }: ToldText, plan: Plan): OtherRhythm | null {
  const { mechanism } = place.item;
  if (partOfYear.test(sentence.slice(0, place.at))) return null;
  const told = rhythmTold(sentence, place, mechanism) ?? workTold(sentence, place, mechanism);
  const [first] = rhythmsOf(mechanism);
  if (told === null || first === undefined || !isOther(told.said, mechanism)) return null;
  if (isOfOthers(sentence, Math.max(place.at, told.at), plan)) return null;
  // 重点库点每周调度，市局每月召开调度会: of two reviews of one kind.
  if (place.isByKind && tellsStated(sentence, mechanism)) return null;
  if (place.isByKind && isOfOtherBody(sentence.slice(0, place.at), mechanism, plan)) return null;
  if (isWorkOf(mechanism, told, sentence, plan)) return null;
  // In its own words the board is the body itself.
  const isNamed = !place.isByKind || item === mechanism;
  return {
    id: mechanism.id.value,
    name: itMeets.test(sentence) ? nameOf(mechanism) : sentence.slice(place.at, place.end),
    said: told.said,
    at: told.at,
    stated: first,
    isSure: isNamed && told.isWork !== true && !isLeast(sentence, told, first.value),
  };
}

/** Outside the fire season it meets less often: the stated rhythm is that of the rest of the year. */
const partOfYear =
  /^\s*(?:if|whenever|should|in case|outside|except (?:in|during)|between|(?:in|during|over) (?:the )?(?:(?:school )?holidays|recess|spring|summer|autumn|winter|off-season|(?:low|dry|rainy|wet|fire|flood|flu|winter|summer) (?:season|months)))\b[^.;]*$/iu;

const anyRhythm = new RegExp(
  `(?:^|[^上下个])(?:周|月度?|季度?|半年度?)(?:调度|评估|考核|通报|督查|研判|例会|测评|评议|审计)|[每按](?:半|[两二三四五六2-6]个?)?[日天周旬月季年]|${anyEnglishRhythm.source}`,
  "iu",
);
const clauseHead = /(?:^|[，；：。])$/u;

/** Somewhere the sentence tells the stated rhythm as well. */
function tellsStated(sentence: string, mechanism: Mechanism): boolean {
  const stated = rhythmsOf(mechanism).map(({ value }) => perYear(value));
  return [...sentence.matchAll(chineseRhythms)].some(([said]) => {
    const times = timesAYear(said);
    return times !== null && stated.includes(times);
  });
}

const chineseRhythms = new RegExp(chineseRhythm, "gu");

/** A rhythm other than all that are stated. */
function isOther(said: string, mechanism: Mechanism): boolean {
  const times = timesAYear(said);
  const stated = rhythmsOf(mechanism);
  if (times === null || stated.some(({ value }) => perYear(value) === times)) return false;
  return stated.some(({ value }) => perYear(value) !== null);
}

function rhythmsOf({ parameters, cadence }: Mechanism): readonly Given<Rhythm>[] {
  return [...rhythmsAt(parameters, "meets"), ...cadence].map(({ is }) => is);
}
