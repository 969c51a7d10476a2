/**
 * How often a text says that something is held must be as often as is stated.
 *
 * Looks at: sentences of section texts with the name of a body, review or other mechanism and a rhythm right behind it (领导小组每月召开一次会议,
 * the board meets monthly), against its rhythm (`meets`, `cadence`).
 * Reports: the rhythm in the text; related: the stated one. An error where every stated rhythm is another.
 * Source: DESIGN.md section 4 (two rhythms for one review).
 */
import type { Given } from "../../plan/given.ts";
import { rhythmsAt } from "../../plan/parameters.ts";
import { parseRhythm } from "../../plan/parse-rhythm.ts";
import type { Mechanism } from "../../plan/plan.ts";
import { perYear, rhythmInChinese, rhythmWords } from "../../plan/rhythm.ts";
import type { Rhythm } from "../../plan/time.ts";
import { defineRule } from "../define-rule.ts";
import { nameOf } from "../name-of.ts";
import { namedThings, placesIn } from "../named-things.ts";
import { partSpan, sentencesOf } from "../plan-words.ts";

type Args = {
  readonly section: string;
  readonly id: string;
  readonly name: string;
  readonly said: string;
  readonly stated: Rhythm;
};

export const narrativeRhythmConflict = defineRule<Args>({
  code: "narrative/rhythm-conflict",
  severity: "error",
  text: {
    en: {
      title: "Rhythm in the text against the stated rhythm",
      message: (a) =>
        `section ${a.section} says "${a.said}" of "${a.name}", but ${a.id} is ${rhythmWords(a.stated).en}`,
      why: "Whoever calls the meetings by the text holds another number of them than the plan counts.",
      fix: "Correct the text or the rhythm.",
    },
    zhHans: {
      title: "正文频次与填写不符",
      message: (a) =>
        `章节“${a.section}”写“${a.name}”为“${a.said}”，而填写的频次为${rhythmInChinese(a.stated)}`,
      why: "按正文组织与按填写的频次组织，次数不同。",
      fix: "更正正文或频次。",
    },
  },
  check({ plan, report }) {
    const held = plan.mechanisms.filter((one) => one.origin === "plan" && rhythmsOf(one).length > 0);
    if (held.length === 0) return;
    const things = namedThings(held);
    for (const section of plan.sections) {
      if (section.text === null || !anyRhythm.test(section.text.text)) continue;
      for (const sentence of sentencesOf(section.text.text)) {
        if (!anyRhythm.test(sentence.text)) continue;
        for (const { item, end } of placesIn(sentence.text, things)) {
          const match = behind.exec(sentence.text.slice(end, end + 60));
          const [joined, said] = [match?.[1] ?? match?.[3] ?? "", match?.[2] ?? match?.[4] ?? ""];
          const rhythm = said === "" ? null : parseRhythm(said);
          const times = rhythm === null ? null : perYear(rhythm);
          const stated = rhythmsOf(item);
          const [first] = stated;
          if (times === null || first === undefined || stated.some(({ value }) => perYear(value) === times))
            continue;
          if (perYear(first.value) === null) continue;
          const args = {
            section: section.id.value,
            id: item.id.value,
            name: nameOf(item),
            said,
            stated: first.value,
          };
          const span = partSpan(section.text.span, said, sentence.at + end + joined.length);
          const related = [{ span: first.span, note: { en: "the stated rhythm", zhHans: "填写的频次" } }];
          report(span, args, { on: section, related });
        }
      }
    }
  },
});

const anyRhythm =
  /每半?(?:[日天周旬月季年]|两周|个月)|\b(?:daily|weekly|monthly|quarterly|half-yearly|yearly|annually|every (?:day|week|month|quarter|year))\b/iu;
/** Nothing but a verb may stand between name and rhythm; behind it once, or what is held. */
const behind =
  /^(["”]?(?:原则上|定期|按照|按|应|须|要|将)?)(每(?:半年|两周|[日天周旬月年]|季度?))(?=(?:召开|开展|进行|组织|举行)?(?:一次|1次|会议|例会|[，。；]|$)|(?:召开|开展|进行|组织|举行)(?!.{0,2}[两二三四五六2-9]))|^( (?:meets|is held|takes place|is done|is carried out|runs|sits) )(daily|weekly|monthly|quarterly|half-yearly|yearly|annually|every (?:day|week|month|quarter|year))\b/iu;

function rhythmsOf({ parameters, cadence }: Mechanism): readonly Given<Rhythm>[] {
  return [...rhythmsAt(parameters, "meets"), ...cadence].map(({ is }) => is);
}
