/**
 * A date in a text that names a step must agree with the step.
 *
 * Looks at: sentences of section texts with one date and the name of one milestone, deliverable, action or phase; of a deliverable
 * its due date, of an action or phase its period. Clauses that only say when a step begins or is finished (社区试点6月底前完成, the booking
 * pilot ends in June 2026) are held against that day, also where its name is shortened and where the year is left open (it goes live in May).
 * From one date to another (between April and December 2026 we build clinics; 2026年6月开工，2027年8月底前完工) it is held against the period of
 * an action, also of that which the first words of the paragraph name.
 * Reports: the date in the text; related: the stated date. An error where a clause gives the whole name and the day on which the step
 * begins or is finished, and no more; else a warning that asks, as the text may speak of a part or of a sequel.
 * Source: DESIGN.md section 4 (two values for one thing; what could be explained is asked).
 */
import { isoDay } from "../../plan/days.ts";
import type { PlanCalendar } from "../../plan/parse-time.ts";
import type { Name, Plan, Section } from "../../plan/plan.ts";
import type { Period } from "../../plan/time.ts";
import { chinese } from "../../text/chinese.ts";
import { defineRule } from "../define-rule.ts";
import { partSpan, type Sentence, sentencesOf } from "../plan-words.ts";
import { type Callings, callingsOf, placesCalled } from "../texts/callings.ts";
import { calendarOf, datesIn, type TextDate } from "../texts/dates.ts";
import { ofElsewhere } from "../texts/figures.ts";
import { type Topic, topicAt, topicsOf } from "../texts/topics.ts";
import { headedBy, toldByPronoun } from "../told/by-pronoun.ts";
import { type Step, stepsIn, stepsOf, yearsOf } from "../told/dated-steps.ts";
import {
  endsLater,
  followsOn,
  hasOwnMonth,
  isCounted,
  isDoneBehind,
  isOfBefore,
  isOfLater,
  isOfPartOrUse,
  isOfWorkBefore,
  withoutDate,
} from "../told/other-dates.ts";
import { stepsInRange } from "../told/ranges.ts";
import { spanTold, wrongIn } from "../told/spans.ts";
import { stepsTold, type ToldStep, workBefore } from "../told/steps.ts";
import { spanInChinese, spanInEnglish } from "../words.ts";

type Args = {
  readonly section: string;
  readonly id: string;
  readonly name: string;
  readonly said: string;
  readonly stated: string;
  /** Both are the one day on which the step begins or ends. */
  readonly isSure: boolean;
};

export const narrativeDateConflict = defineRule<Args>({
  code: "narrative/date-conflict",
  severity: "warning",
  named: ["id"],
  text: {
    en: {
      title: "Date in the text against the schedule",
      message: (a) =>
        `section ${a.section} says "${a.said}" of "${a.name}", but ${a.id} is set for ${spanInEnglish(a.stated)}${a.isSure ? "" : ": which holds?"}`,
      why: "Whoever reads the text works to another date than whoever reads the schedule.",
      fix: "Correct one of the dates, or say which part of it the text means.",
    },
    zhHans: {
      title: "正文时间与进度安排不符",
      message: (a) =>
        `章节“${a.section}”写“${a.name}”的时间为“${a.said}”，而“${a.id}”安排在 ${spanInChinese(a.stated)}${a.isSure ? "" : "，以哪一个为准不明"}`,
      why: "看正文的与看进度表的按不同时间推进。",
      fix: "更正其中一处；正文所指是其中一部分的，应写明。",
    },
  },
  check({ plan, report }) {
    if (plan.sections.every(({ text }) => text === null || !anyTime.test(text.text))) return;
    const steps = stepsOf(plan);
    if (steps.length === 0) return;
    const byItem = new Map(steps.map((step) => [step.item.id.value, step]));
    const reader: Reader = {
      plan,
      steps,
      calendar: calendarOf(plan),
      callings: callingsOf(steps.filter(({ item }) => item.kind !== "phase").map(namedAsPrinted)),
      years: yearsOf(plan),
    };
    for (const section of plan.sections) {
      const { text } = section;
      if (text === null || !anyTime.test(text.text)) continue;
      const topics = topicsOf(section, plan);
      for (const sentence of sentencesOf(text.text)) {
        if (!anyTime.test(sentence.text) || ofElsewhere.test(sentence.text)) continue;
        if (isSupposed.test(sentence.text)) continue;
        const topic = topicAt(topics, sentence.at, sentence.at + sentence.text.length);
        const isMeant = topic !== null && (chinese.test(text.text) || isFirstIn(topic, sentence, text.text));
        const step = isMeant ? byItem.get(topic.item.id.value) : undefined;
        const wrong = wrongDatesIn(sentence.text, reader, step ?? ofSequel(sentence, topic, byItem));
        for (const one of wrong.length > 0 ? wrong : wrongByPronoun(sentence, text.text, reader)) {
          const found = findingOf(section, one);
          if (found === null) continue;
          const [args, place] = found;
          report(partSpan(text.span, one.shown, sentence.at + one.at), args, place);
        }
      }
    }
  },
});

/** If it is late, it opens in April: what would be is no date of the plan. */
const isSupposed =
  /^\s*(?:If|Should|Were|Had|Unless|In case|Without)\b|^\s*(?:如果?|若|倘若|假如|一旦)(?!期)[^，。；]{1,30}，/u;
const anyTime =
  /\d|季度|半年|\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b/;

/** Recruitment runs from April to June, under the heading `Recruitment of nurses`: of all of it, where the sentence begins with its first word. */
function ofSequel({ text }: Sentence, topic: Topic | null, steps: ReadonlyMap<string, Step>): Step | null {
  const [, first = ""] =
    /^\s*(?:The )?([A-Za-z]{5,}) (?:runs|lasts|takes place|is carried out|extends) /u.exec(text) ?? [];
  const step = topic === null || first === "" ? undefined : steps.get(topic.item.id.value);
  return step?.name.startsWith(first.toLowerCase()) === true ? step : null;
}

/** It opens in October: of the step that heads the paragraph, or has that verb in its name. */
function wrongByPronoun(
  { text, at }: Sentence,
  whole: string,
  { steps, calendar, plan }: Reader,
): readonly WrongDate[] {
  if (chinese.test(text) || !/\b(?:it|they|which|and|It)\b/u.test(text)) return [];
  const dates = datesIn(text, calendar);
  const paragraph = dates.length === 0 ? "" : whole.slice(whole.lastIndexOf("\n", at) + 1, at);
  return toldByPronoun(text, dates, steps, headedBy(paragraph, steps))
    .filter(
      ({ step, date }) => !isOfBefore(text, date, plan) && !step.periods.some((one) => agree(date, one)),
    )
    .map(({ step, date }) => ({ step, shown: date.shown, at: date.at, isSure: false }));
}

/** Behind its heading an English paragraph tells of the work first, and of parts of it then. */
function isFirstIn({ from }: Topic, { at }: Sentence, text: string): boolean {
  return !/[a-z]/i.test(text.slice(from, at));
}

/** What is asked of each sentence. */
interface Reader {
  readonly plan: Plan;
  readonly steps: readonly Step[];
  readonly calendar: PlanCalendar;
  readonly callings: Callings<NamedStep>;
  readonly years: readonly number[];
}

/** A date of a text that is not that of its step. */
interface WrongDate extends Pick<TextDate, "shown" | "at"> {
  readonly step: Step;
  readonly isSure: boolean;
}

function findingOf(section: Section, { step, shown, isSure }: WrongDate) {
  const [when] = step.statements;
  if (when === undefined) return null;
  const args: Args = {
    section: section.id.value,
    id: step.item.id.value,
    name: step.shown,
    said: shown,
    stated: step.periods.map(print).join(", "),
    isSure,
  };
  const related = [{ span: when.span, note: { en: "the schedule", zhHans: "进度安排" } }];
  return [args, { on: section, related, severity: isSure ? "error" : "warning" }] as const;
}

/** `topic`: the action that the paragraph is about. */
function wrongDatesIn(sentence: string, reader: Reader, topic: Step | null): readonly WrongDate[] {
  const { callings, calendar, years } = reader;
  const dates = datesIn(sentence, calendar);
  const told = stepsTold(sentence, callings, dates, years);
  const wrong = told
    .filter((one) => !isAtPoint(one, one.item.step) && !endsLater(sentence, one.at, one.item.step))
    .filter((one) => !isDoneBehind(sentence, one.at, one.item.step, dates))
    .filter((one) => one.point !== "start" || !isDoneLater(one.item.step, dates))
    .map(({ item, shown, at, isSure }) => ({ step: item.step, shown, at, isSure }));
  if (wrong.length > 0 || (told.length > 0 && !chinese.test(sentence))) return wrong;
  const inRange = stepsInRange(sentence, dates, callings);
  if (inRange.length > 0)
    return inRange.flatMap(({ item: { step }, wrong, isSure }) => {
      const date = wrong(step.periods);
      return date === null ? [] : [{ step, shown: date.shown, at: date.at, isSure: isSure(step.periods) }];
    });
  const span = wrongSpanIn(sentence, reader, dates, topic);
  if (span !== null) return [span];
  // A month alone is that of a step only where the clause says that it begins or is finished then.
  const isBare = !/\d/.test(dates[0]?.shown ?? "") && !chinese.test(sentence);
  const other =
    dates.length === 1 && told.length === 0 && !isBare ? wrongDateIn(sentence, reader, dates) : null;
  return other === null ? [] : [other];
}

/** Begun in January and completed in March: a milestone is of the day on which it is done. */
function isDoneLater({ item, periods }: Step, dates: readonly TextDate[]): boolean {
  return item.kind !== "action" && dates.some((date) => periods.some((one) => agree(date, one)));
}

/** 南山引水工程由市水利局负责，2026年10月开工、2028年6月完工: of the one action that the sentence names before, or of that of its paragraph. */
function wrongSpanIn(
  sentence: string,
  { callings }: Reader,
  dates: readonly TextDate[],
  topic: Step | null,
): WrongDate | null {
  const [named, ...others] = placesCalled(sentence, callings);
  if (others.some(({ item }) => item !== named?.item) || (named !== undefined && !chinese.test(sentence)))
    return null;
  if (named !== undefined && workBefore.test(sentence.slice(named.end))) return null;
  const span = spanTold(named === undefined ? sentence : withoutName(sentence, named), dates);
  if (span === null) return null;
  const step = named === undefined ? topic : named.item.step;
  if (step?.item.kind !== "action") return null;
  // 自2026年3月起实施危桥改造，2028年9月底前完成: it may stand in the clause of the first date.
  if (
    named !== undefined &&
    named.at > span.first.at &&
    /[，；]/u.test(sentence.slice(span.first.end, named.at))
  )
    return null;
  const [period, second] = step.periods;
  const wrong =
    period === undefined || second !== undefined ? null : wrongIn(span, period, named !== undefined);
  const isSure = named?.isSure === true && span.from !== null;
  return wrong === null ? null : { step, shown: wrong.shown, at: wrong.at, isSure };
}

/** The name stands in the clause of a date and says no more of it. */
function withoutName(sentence: string, { at, end }: { readonly at: number; readonly end: number }): string {
  return sentence.slice(0, at) + "的".repeat(end - at) + sentence.slice(end);
}

/** The one date of a sentence that names one step. */
function wrongDateIn(
  sentence: string,
  { plan, steps }: Reader,
  [date]: readonly TextDate[],
): WrongDate | null {
  if (date === undefined || isOfLater(sentence, date) || isOfBefore(sentence, date, plan)) return null;
  const within = stepsIn(sentence, steps);
  const named = within.length > 0 ? within : stepsIn(withoutDate(sentence, date), steps);
  const [step] = named;
  if (step === undefined || named.length > 1 || isCounted(sentence, step)) return null;
  if (isOfWorkBefore(within.length > 0 ? sentence : withoutDate(sentence, date), step)) return null;
  if (isOfPartOrUse(sentence, step) || step.periods.some((one) => agree(date, one))) return null;
  if (followsOn(sentence, date, step)) return null;
  if (endsLater(sentence, date.end, step) || hasOwnMonth(sentence, date, step)) return null;
  return { step, shown: date.shown, at: date.at, isSure: false };
}

interface NamedStep {
  readonly step: Step;
  readonly name: Pick<Name, "text">;
}

function namedAsPrinted(step: Step): NamedStep {
  return { step, name: { text: step.name } };
}

/** The days that are told hold the day on which the step begins or ends; a step of one date has no other. */
function isAtPoint({ point, days }: ToldStep<unknown>, { item, periods }: Step): boolean {
  return periods.some(({ start, end }) => {
    if (item.kind !== "action" || point === "held") return days.some((one) => agree(one, { start, end }));
    const day = point === "start" ? start : end;
    return day === null || days.some((one) => one.start <= day && day <= one.last);
  });
}

/** The dates touch. */
function agree({ start, last }: Pick<TextDate, "start" | "last">, stated: Period): boolean {
  return (stated.start === null || stated.start <= last) && (stated.end === null || start <= stated.end);
}

function print({ start, end }: Period): string {
  const [from, to] = [start === null ? "" : isoDay(start), end === null ? "" : isoDay(end)];
  return from === to ? from : `${from}..${to}`;
}
