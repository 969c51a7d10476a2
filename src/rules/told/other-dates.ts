/**
 * When a date beside the name of a step is that of something else: of the work before it, of a part or a sequel of it, or of what is done with it.
 * Shared by a rule; not a rule.
 */
import { dateParts, isoDay } from "../../plan/days.ts";
import type { Plan } from "../../plan/plan.ts";
import { chinese } from "../../text/chinese.ts";
import { type TextDate, yearlessMonths } from "../texts/dates.ts";
import { isOfRest } from "../texts/of-rest.ts";
import type { Step } from "./dated-steps.ts";
import { workBefore } from "./steps.ts";

/** Every place that names the step goes on with the work before it. */
export function isOfWorkBefore(sentence: string, { name }: Step): boolean {
  const behind = sentence.toLowerCase().split(name).slice(1);
  return behind.length > 0 && behind.every((words) => workBefore.test(words));
}

/** 试点小区于2026年7月开工 names 试点小区开工 with the date between. */
export function withoutDate(sentence: string, { at, end }: TextDate): string {
  const head = sentence.slice(0, at).replace(/(?:于|在|将|将于|应于|拟于)$/u, "");
  return head + sentence.slice(end).replace(/^(?:底|末)?(?:之?前|以前|内|起)?/u, "");
}

/** 完成隐患建档后，2027年底前销号率达到90%: of what comes behind it. */
export function followsOn(sentence: string, { at }: TextDate, { name }: Step): boolean {
  const end = sentence.toLowerCase().indexOf(name) + name.length;
  return (
    end >= name.length &&
    end <= at &&
    /^[》”"]?(?:工作|任务)?(?:完成|建成|结束)?[之以]?后(?![续期])/u.test(sentence.slice(end))
  );
}

/** 桥梁检测2026年4月完成，危桥改造自5月起分批开工: the clause that names it has a month of its own. */
export function hasOwnMonth(sentence: string, { at, end }: TextDate, { name }: Step): boolean {
  const place = sentence.toLowerCase().indexOf(name);
  if (place < end || !/[，；]/u.test(sentence.slice(end, place))) return false;
  const clause = sentence.slice(place + name.length).split(/[，；]/u)[0] ?? "";
  return at < place && /(?<![\d年])(?:1[0-2]|[1-9])月/u.test(clause);
}

const laterMonth = /(?<![\d年])(1[0-2]|[1-9])月|(?<!年)([一二三四])季度|(?:，|；|、)(年[底末])/gu;

/** 2026年3月完成设计、5月内测、6月底前上线: of the steps to it the last, told without its year, is on the day. */
export function endsLater(sentence: string, from: number, { periods }: Step): boolean {
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
export function isCounted(sentence: string, { name }: Step): boolean {
  const tail = sentence.slice(sentence.toLowerCase().indexOf(name) + name.length);
  return /^(?:数量?|总数)?(?:累计|共|合计|达到?|完成|新增|不少于)*\s?\d{1,9}(?:\.\d)?(?!年|月|日)[\u4e00-\u9fff%]/u.test(
    tail,
  );
}

const laterPoint =
  /^起?，?每[年季月]|^[^，。；]{0,6}(?:施行|生效|转入|正式运行|修订|废止|失效)|^[^.;]{0,12}\b(?:takes? effect|in force|revised|renewed)\b/iu;
const laterPointBefore =
  /(?:正式运行|正式启用|全面启用|全面推广|转正|终验|修订|生效|施行)(?:时间|日期)?(?:[^。；\d]{0,30})$|\b(?:in force|takes? effect|revised|renewed|reprinted|reissued|republished|updated|translated|reviewed|evaluated|extended|upgraded|repaired|replaced|withdrawn) (?:again )?(?:from|on|in|by)(?: the)?(?: end of)? $/iu;

/** When what was issued takes effect or is revised is another day. */
export function isOfLater(sentence: string, { at, end }: TextDate): boolean {
  return (
    laterPoint.test(sentence.slice(end)) || laterPointBefore.test(sentence.slice(Math.max(0, at - 40), at))
  );
}

const past =
  /已于?|曾|以来|\b(?:began|started|was|were|had|since|ran|took|held|met|gave|made|cost|paid|stood|came|went|led|built|grew|fell|rose)\b/iu;

/** What went before the plan is told as past. */
export function isOfBefore(sentence: string, { last }: TextDate, { period }: Plan): boolean {
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
export function isOfPartOrUse(sentence: string, { name }: Step): boolean {
  if (chinese.test(name)) return false;
  const at = Math.max(0, sentence.toLowerCase().indexOf(name));
  const head = sentence.slice(0, at);
  if (trialBehind.test(sentence.slice(at + name.length))) return true;
  return partOfBefore.test(head) || useBefore.test(head) || isOfRest(head);
}

/** Delivered in March and switched on in May: the last of several days in a sentence is that of the step. */
export function isDoneBehind(
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
