/**
 * How often a text says that something is held must be as often as is stated.
 *
 * Looks at: sentences of section texts and of what mechanisms say of themselves (`purpose`) with the name of a body, review
 * or other mechanism and a rhythm right behind it (领导小组每月召开一次会议, the board meets monthly), against its rhythm
 * (`meets`, `cadence`). The word of a kind (每季度考核一次, 每月调度) stands for the one mechanism of that kind, in the
 * section that it cites; elsewhere at the head of its clause (考核每季度一次).
 * Of an indicator: how often the text says that it is reported, measured or published (按季度报送, is reported every quarter), against its
 * `frequency` and how often it is collected.
 * Reports: the rhythm in the text; related: the stated one. An error where every stated rhythm is another; a warning where the
 * text only tells the kind, or how often a figure is published.
 * Source: DESIGN.md section 4 (two rhythms for one review).
 */
import type { Given } from "../../plan/given.ts";
import { rhythmsAt } from "../../plan/parameters.ts";
import type { Mechanism } from "../../plan/plan.ts";
import { perYear, rhythmInChinese, rhythmWords } from "../../plan/rhythm.ts";
import type { Rhythm } from "../../plan/time.ts";
import { chinese } from "../../text/chinese.ts";
import { bodiesCalled, type CalledByKind, calledByKind, standsIn } from "../called-by-kind.ts";
import { callingsOf, placesCalled } from "../callings.ts";
import { defineRule } from "../define-rule.ts";
import { anyEnglishRhythm, rhythmAdjectives, rhythmAdverbs, timesAYear } from "../english-rhythms.ts";
import { namedThings, placesIn } from "../named-things.ts";
import { partSpan } from "../plan-words.ts";
import { textInChinese, textInEnglish } from "../section-words.ts";
import { otherRhythmsIn } from "../told-rhythms.ts";
import { placeOf, sentencesTold, toldTexts } from "../told-sentences.ts";

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
    const byName = callingsOf(held.map((mechanism): CalledByKind => ({ mechanism, name: mechanism.name })));
    const kinds = calledByKind(plan.mechanisms).filter(({ mechanism }) => held.includes(mechanism));
    for (const text of toldTexts(plan)) {
      if (!anyRhythm.test(text.text)) continue;
      const { section, item, span: whole } = text;
      const byKind = namedThings(kinds);
      const isHere = ({ mechanism }: CalledByKind): boolean =>
        section !== null && standsIn(mechanism, section.id.value);
      for (const sentence of sentencesTold(text)) {
        if (!anyRhythm.test(sentence.text)) continue;
        const ofIndicators = otherRhythmsIn(sentence.text, plan);
        for (const { isSure, stated, at, ...rest } of ofIndicators) {
          const args = { ...placeOf(text), ...rest, stated: stated.value };
          const related = [{ span: stated.span, note: { en: "the stated rhythm", zhHans: "填写的频次" } }];
          const span = partSpan(whole, rest.said, sentence.at + at);
          report(span, args, { on: item, related, severity: isSure ? "error" : "warning" });
        }
        const named = placesCalled(sentence.text, byName);
        const isApart = (one: Place): boolean => !named.some(({ at, end }) => at < one.end && one.at < end);
        const byWord = placesIn(sentence.text, byKind).filter(
          // Elsewhere the word has to stand at the head of its clause: 考核每季度一次.
          (one) => isHere(one.item) || clauseHead.test(sentence.text.slice(0, one.at)),
        );
        const called = [...byWord, ...bodiesCalled(sentence.text, held)].filter(isApart);
        for (const { place, isByKind } of [
          ...named.map((one) => ({ place: one, isByKind: false })),
          ...called.map((one) => ({ place: one, isByKind: true })),
        ]) {
          const { mechanism } = place.item;
          const told = rhythmTold(sentence.text, place);
          const [first] = rhythmsOf(mechanism);
          if (told === null || first === undefined || !isOther(told.said, mechanism)) continue;
          if (ofIndicators.some(({ at }) => at === told.at)) continue;
          const args = {
            ...placeOf(text),
            id: mechanism.id.value,
            name: sentence.text.slice(place.at, place.end),
            said: told.said,
            stated: first.value,
          };
          const span = partSpan(whole, told.said, sentence.at + told.at);
          const related = [{ span: first.span, note: { en: "the stated rhythm", zhHans: "填写的频次" } }];
          const severity = isByKind ? "warning" : "error";
          report(span, args, { on: item, related, severity });
        }
      }
    }
  },
});

const anyRhythm = new RegExp(`[每按]半?(?:[日天周旬月季年]|两周|个月)|${anyEnglishRhythm.source}`, "iu");
const englishVerbs =
  "(?:(?:normally|usually|formally) )?(?:meets|convenes|gathers|assembles|comes together|sits|takes place|runs|happens|comes out|is (?:held|convened|done|run|made|repeated|conducted|carried out|undertaken|published|drawn up|updated|organised)|(?:will|shall|must|should|is to) (?:meet|convene|gather|come together|sit|take place|be (?:held|convened|done|made|repeated|conducted|carried out|undertaken|published|drawn up|updated)))";
/** At first, or in some weeks only; in term time is always. */
const notAlways =
  "(?! (?:in the first|at first|until|while|for the first|before|after|during (?!(?:the )?(?:school |academic )?(?:term|year)|the (?:plan|programme|project)))\\b)";
/** Nothing but a verb may stand between name and rhythm; behind it once, or what is held. */
const behind =
  /^(["”]?(?:会议?|工作)?(?:原则上|定期|按照|按|应|须|要|将)?)(每(?:半年|两周|[日天周旬月年]|季度?))(?!(?:召开|开展|举行)?(?:一次|1次)?(?:全体|扩大|总结|年度|专题|述职|务虚))(?=(?:召开|开展|进行|组织|举行)?(?:一次|1次|会议|例会|[，。；]|$)|(?:召开|开展|进行|组织|举行)(?!.{0,2}[两二三四五六2-9]))/u;
const englishBehind = new RegExp(`^( ${englishVerbs} )(${rhythmAdverbs})\\b${notAlways}`, "iu");
/** The board's monthly meetings; monthly meetings of the board. */
const meetingsBehind = new RegExp(`^((?:'s|’s)? )(${rhythmAdjectives}) (?:meetings?|sessions?)\\b`, "iu");
const meetingsBefore = new RegExp(
  `\\b(${rhythmAdjectives}) (?:meetings?|sessions?) of (?:the |our )?$`,
  "iu",
);
/** A group of the board, the chair of the board: somebody else meets. */
const ofName =
  /\b(?!meetings?\b|sessions?\b|sittings?\b)[a-z]+ (?:of|under|from|within|for|to|by|with|and) (?:the |our |its )?$/iu;
/** 每年召开两次会议, holds two meetings a year. */
const timesBehind =
  /^(?:原则上|定期|应|须)?(每(?:年|半年|季度|月)(?:召开|开展|组织|进行|举行)(?:会议)?[二两三四五六\d]{1,2}次(?!全体|扩大|专题))|^ (?:holds|has) ((?:two|three|four|six|twelve|\d{1,2}) meetings (?:a|per|each|every) (?:year|quarter|month))\b/iu;
/** 领导小组统筹全区工作，每月召开一次会议: who meets stands in the clause before. */
const laterClause =
  /^([^，。；]{0,30}，)(?:原则上|定期)?(每(?:半年|两周|[日天周旬月年]|季度?))(?:召开|举行)(?:一次|1次)?(?:会议|例会)(?=[，。；]|$)/u;
const englishLater = new RegExp(
  `^( [a-z ]{3,60} and|, (?:chaired|led|headed) by [a-z ]{3,60},)( (?:meets|convenes|sits) )(${rhythmAdverbs})(?![a-z])`,
  "iu",
);
/** The quarterly progress review. */
const wholeName =
  /^s?(?:$|[.,;]| (?:is|are|was|will|shall|looks?|meets?|checks?|of|on|in|by|and|to|with|at|for|tells?|covers?|compares?|judges?|shows?|sees?)\b)/u;
const adjectiveBefore = new RegExp(
  `(?:^|\\b(?:the|a|an|each|our|its|for|of|in|at|by|on|with|through|from|to|and|holds?|makes?|runs?|organis(?:es?|ing)|arranges?) )(${rhythmAdjectives}) $`,
  "iu",
);
const otherBody = /办公室|专班|下设|小组|委员会|\b(?:office|committee|group|team)\b/iu;
/** 每季度考核一次, 每月召开一次联席会议: the word of a kind is a verb as well. */
const before =
  /(每(?:半年|两周|[日天周旬月年]|季度?))(?:至少)?(?:对[^，。；、]{2,14})?(?:组织|集中)?(?:召开|开展|进行|举行)?(?:一次|1次)?(?:全面|集中|综合|专题)?$/u;
/** The word is used as a verb: once, or with what is looked at; 每月考核数据 is no 考核. */
const onceBehind = /^(?:一次|1次|会议|会|[，。；、]|$|各|全|本|所)/u;

const clauseHead = /(?:^|[，；：。])$/u;

interface Told {
  readonly said: string;
  readonly at: number;
}

interface Place {
  readonly at: number;
  readonly end: number;
}

function rhythmTold(sentence: string, place: Place): Told | null {
  return chinese.test(sentence) ? toldInChinese(sentence, place) : toldInEnglish(sentence, place);
}

function toldInEnglish(sentence: string, { at, end }: Place): Told | null {
  const head = sentence.slice(Math.max(0, at - 60), at);
  const tail = sentence.slice(end, end + 120);
  const meetings = meetingsBefore.exec(head);
  if (meetings !== null) return { said: meetings[1] ?? "", at: at - head.length + meetings.index };
  const isOther = ofName.test(head);
  const match = (isOther ? null : englishBehind.exec(tail)) ?? meetingsBehind.exec(tail);
  if (match !== null) return { said: match[2] ?? "", at: end + (match[1] ?? "").length };
  const often = isOther ? null : timesBehind.exec(tail);
  if (often !== null) return { said: often[2] ?? "", at: end + often[0].indexOf(often[2] ?? "") };
  const later = isOther ? null : englishLater.exec(tail);
  if (later !== null && !otherBody.test(later[1] ?? "")) {
    const [, clause = "", verb = "", said = ""] = later;
    return { said, at: end + clause.length + verb.length };
  }
  const adjective = adjectiveBefore.exec(head);
  if (adjective === null || !wholeName.test(sentence.slice(end, end + 20))) return null;
  const said = adjective[1] ?? "";
  return { said, at: at - adjective[0].length + adjective[0].lastIndexOf(said) };
}

function toldInChinese(sentence: string, { at, end }: Place): Told | null {
  const match = behind.exec(sentence.slice(end, end + 60));
  if (match !== null) return { said: match[2] ?? "", at: end + (match[1] ?? "").length };
  const often = timesBehind.exec(sentence.slice(end, end + 60));
  if (often !== null) return { said: often[1] ?? "", at: end + often[0].indexOf(often[1] ?? "") };
  const further = laterClause.exec(sentence.slice(end, end + 120));
  if (further !== null && !otherBody.test(further[1] ?? "")) {
    const words = further[2] ?? "";
    return { said: words, at: end + further[0].lastIndexOf(words) };
  }
  const start = Math.max(0, at - 30);
  const front = before.exec(sentence.slice(start, at));
  if (front === null || !onceBehind.test(sentence.slice(end, end + 8))) return null;
  return { said: front[1] ?? "", at: start + front.index };
}

/** A rhythm other than all that are stated. */
function isOther(said: string, mechanism: Mechanism): boolean {
  const times = timesAYear(said.replace(/(?:召开|开展|组织|进行|举行)(?:会议)?/u, ""));
  const stated = rhythmsOf(mechanism);
  if (times === null || stated.some(({ value }) => perYear(value) === times)) return false;
  return stated.some(({ value }) => perYear(value) !== null);
}

function rhythmsOf({ parameters, cadence }: Mechanism): readonly Given<Rhythm>[] {
  return [...rhythmsAt(parameters, "meets"), ...cadence].map(({ is }) => is);
}
