/**
 * A date in a text that names a step must agree with the step.
 *
 * Looks at: sentences of section texts with one date and the name of one milestone, deliverable, action or phase; of a deliverable
 * its due date, of an action or phase its period. Clauses that only say when a step begins or is finished (社区试点6月底前完成, the booking
 * pilot ends in June 2026) are held against that day, also where its name is shortened and where the year is left open.
 * From one date to another (between April and December 2026 we build clinics; 2026年6月开工，2027年8月底前完工) it is held against the period of
 * an action, also of that which the first words of the paragraph name.
 * Reports: the date in the text; related: the stated date. An error where a clause gives the whole name and the day on which the step
 * begins or is finished, and no more; else a warning that asks, as the text may speak of a part or of a sequel.
 * Source: DESIGN.md section 4 (two values for one thing; what could be explained is asked).
 */
import { dateParts, isoDay } from "../../plan/days.ts";
import type { PlanCalendar } from "../../plan/parse-time.ts";
import type { Name, Plan, Section } from "../../plan/plan.ts";
import type { Period } from "../../plan/time.ts";
import { chinese } from "../../text/chinese.ts";
import { defineRule } from "../define-rule.ts";
import { partSpan, type Sentence, sentencesOf } from "../plan-words.ts";
import { type Callings, callingsOf, placesCalled } from "../texts/callings.ts";
import { calendarOf, datesIn, type TextDate, yearlessMonths } from "../texts/dates.ts";
import { ofElsewhere } from "../texts/figures.ts";
import { isOfRest } from "../texts/of-rest.ts";
import { type Topic, topicAt, topicsOf } from "../texts/topics.ts";
import { headedBy, toldByPronoun } from "../told/by-pronoun.ts";
import { type Step, stepsIn, stepsOf, yearsOf } from "../told/dated-steps.ts";
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

/** Delivered in March and switched on in May: the last of several days in a sentence is that of the step. */
function isDoneBehind(
  sentence: string,
  from: number,
  { periods }: Step,
  dates: readonly TextDate[],
): boolean {
  if (chinese.test(sentence)) return false;
  const months = yearlessMonths(sentence).filter(({ at }) => at > from);
  return periods.some(({ end }) => {
    if (end === null) return false;
    if (dates.some(({ at, start, last }) => at > from && start <= end && end <= last)) return true;
    return months.some(({ month }) => month === dateParts(end).month);
  });
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

/** Every place that names the step goes on with the work before it. */
function isOfWorkBefore(sentence: string, { name }: Step): boolean {
  const behind = sentence.toLowerCase().split(name).slice(1);
  return behind.length > 0 && behind.every((words) => workBefore.test(words));
}

/** 试点小区于2026年7月开工 names 试点小区开工 with the date between. */
function withoutDate(sentence: string, { at, end }: TextDate): string {
  const head = sentence.slice(0, at).replace(/(?:于|在|将|将于|应于|拟于)$/u, "");
  return head + sentence.slice(end).replace(/^(?:底|末)?(?:之?前|以前|内|起)?/u, "");
}

/** 完成隐患建档后，2027年底前销号率达到90%: of what comes behind it. */
function followsOn(sentence: string, { at }: TextDate, { name }: Step): boolean {
  const end = sentence.toLowerCase().indexOf(name) + name.length;
  return (
    end >= name.length &&
    end <= at &&
    /^[》”"]?(?:工作|任务)?(?:完成|建成|结束)?[之以]?后(?![续期])/u.test(sentence.slice(end))
  );
}

/** 桥梁检测2026年4月完成，危桥改造自5月起分批开工: the clause that names it has a month of its own. */
function hasOwnMonth(sentence: string, { at, end }: TextDate, { name }: Step): boolean {
  const place = sentence.toLowerCase().indexOf(name);
  if (place < end || !/[，；]/u.test(sentence.slice(end, place))) return false;
  const clause = sentence.slice(place + name.length).split(/[，；]/u)[0] ?? "";
  return at < place && /(?<![\d年])(?:1[0-2]|[1-9])月/u.test(clause);
}

const laterMonth = /(?<![\d年])(1[0-2]|[1-9])月|(?<!年)([一二三四])季度|(?:，|；|、)(年[底末])/gu;

/** 2026年3月完成设计、5月内测、6月底前上线: of the steps to it the last, told without its year, is on the day. */
function endsLater(sentence: string, from: number, { periods }: Step): boolean {
  return [...sentence.slice(from).matchAll(laterMonth)].some(({ index, 1: month, 2: quarter }) => {
    const year = [...sentence.slice(0, from + index).matchAll(/(?:19|20)\d\d(?=年)/gu)].at(-1)?.[0];
    const last = month ?? (quarter === undefined ? 12 : 3 * ("一二三四".indexOf(quarter) + 1));
    const first = quarter === undefined ? Number(last) : Number(last) - 2;
    return periods.some(({ end }) => {
      if (end === null || year === undefined) return false;
      const [due, dueMonth] = isoDay(end).split("-");
      return due === year && Number(dueMonth) >= first && Number(dueMonth) <= Number(last);
    });
  });
}

/** 加装电梯累计300部: how much of it is told, not the step. */
function isCounted(sentence: string, { name }: Step): boolean {
  const tail = sentence.slice(sentence.toLowerCase().indexOf(name) + name.length);
  return /^(?:数量?|总数)?(?:累计|共|合计|达到?|完成|新增|不少于)*\s?\d{1,9}(?:\.\d)?(?!年|月|日)[\u4e00-\u9fff%]/u.test(
    tail,
  );
}

const laterPoint =
  /^[^，。；]{0,6}(?:施行|生效|转入|正式运行|修订|废止|失效)|^[^.;]{0,12}\b(?:takes? effect|in force|revised|renewed)\b/iu;
const laterPointBefore =
  /(?:正式运行|正式启用|全面启用|全面推广|转正|终验|修订|生效|施行)(?:时间|日期)?(?:[^。；\d]{0,30})$|\b(?:in force|takes? effect|revised|renewed|reprinted|reissued|republished|updated|translated|reviewed|evaluated|extended|upgraded|repaired|replaced|withdrawn) (?:again )?(?:from|on|in|by)(?: the)?(?: end of)? $/iu;

/** When what was issued takes effect or is revised is another day. */
function isOfLater(sentence: string, { at, end }: TextDate): boolean {
  return (
    laterPoint.test(sentence.slice(end)) || laterPointBefore.test(sentence.slice(Math.max(0, at - 40), at))
  );
}

const past =
  /已于?|曾|以来|\b(?:began|started|was|were|had|since|ran|took|held|met|gave|made|cost|paid|stood|came|went|led|built|grew|fell|rose)\b/iu;

/** What went before the plan is told as past. */
function isOfBefore(sentence: string, { last }: TextDate, { period }: Plan): boolean {
  const start = period?.start?.value ?? null;
  return start !== null && last < start && past.test(sentence);
}

/** Its publication is its own date; a draft of it, the work on it and all else is not. */
const partOfBefore =
  /\b(?!(?:publication|delivery|completion|adoption|opening|approval|signing|award|issue|release|launch|end|start|and)\b)[a-z-]+ (?:of|on|in|for) (?:the |our )?$/iu;
const useBefore =
  /\b(?:last year['’]s|this year['’]s|next year['’]s|previous|former|old|earlier|existing|second|next) $|\b(?:has|have|had|having|use|uses|used|using|apply|applies|following|follow|follows|with|after|before|once|since|until|under|through|via|thanks to|based on|according to|in line with|as part of|because of|for|from|about|to) (?:the |our |this )?$/iu;

/** Tested, discussed, tendered: on the way to it. */
const trialBehind =
  /^ (?:is|are|was|were|will be|shall be|has been|is to be) (?:first |then |being )?(?:tested|tried|piloted|trialled|shown|presented|discussed|debated|designed|drafted|prepared|tendered|costed|announced|consulted|evaluated|reviewed|inspected|explained|demonstrated|visited|extended|improved|maintained|repaired)\b/iu;

/** A draft of it, or what is done with it: its own date is another. Of a Chinese sentence the words are looked at elsewhere. */
function isOfPartOrUse(sentence: string, { name }: Step): boolean {
  if (chinese.test(name)) return false;
  const at = Math.max(0, sentence.toLowerCase().indexOf(name));
  const head = sentence.slice(0, at);
  if (trialBehind.test(sentence.slice(at + name.length))) return true;
  return partOfBefore.test(head) || useBefore.test(head) || isOfRest(head);
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
