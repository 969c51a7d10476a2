/**
 * When a clause says that a step begins or is finished, and nothing else: 社区试点2026年6月底前完成, the booking portal goes live by June 2026. Shared
 * by a rule; not a rule.
 */
import { dayOf, monthEnd } from "../../plan/days.ts";
import type { Day } from "../../plan/time.ts";
import { chinese } from "../../text/chinese.ts";
import { type Called, type Callings, placesCalled } from "../texts/callings.ts";
import { type TextDate, type YearlessMonth, yearlessMonths } from "../texts/dates.ts";
import { type Point, pointInEnglish, type SaidDate } from "./steps-english.ts";

/** A step with the date told of its beginning or end; the days of a month without year are those of each year. */
export interface ToldStep<T> {
  readonly item: T;
  /** Of what is held (开展岗前培训) it is open whether it begins, goes on or ends then. */
  readonly point: "start" | "end" | "held";
  readonly shown: string;
  readonly at: number;
  readonly days: readonly { readonly start: Day; readonly last: Day }[];
  /** The whole name, a year, and a verb that can be of no other day of the step. */
  readonly isSure: boolean;
}

/** All steps that a sentence dates so. */
export function stepsTold<T>(
  sentence: string,
  callings: Callings<T>,
  dates: readonly TextDate[],
  years: readonly number[],
): readonly ToldStep<T>[] {
  const said = [
    ...dates.map(
      ({ shown, at, end, start, last }): SaidDate => ({ shown, at, end, days: [{ start, last }] }),
    ),
    ...monthsIn(sentence, dates, years),
    ...partsOfYearsIn(sentence, dates, years),
  ];
  if (said.length === 0) return [];
  const called = placesCalled(sentence, callings);
  const clauses = chinese.test(sentence) ? clausesOf(sentence) : [];
  return called.flatMap((step): readonly ToldStep<T>[] => {
    if (workBefore.test(sentence.slice(step.end))) return [];
    const found = chinese.test(sentence)
      ? inChinese(sentence, step, said, called, clauses)
      : pointInEnglish(sentence, step, said);
    return found === null
      ? []
      : [
          {
            item: step.item,
            point: found.point,
            shown: found.date.shown,
            at: found.date.at,
            days: found.date.days,
            isSure: (found.isSure ?? !chinese.test(sentence)) && step.isSure && found.date.days.length === 1,
          },
        ];
  });
}

/** 完成管网普查方案编制, 管网改造2026年启动前期工作: of the work before the step by whose name it is called. */
export const workBefore: RegExp =
  /^[》”"]?(?:工程|项目|工作|任务)?的?(?:\d{4}年(?:\d{1,2}月)?(?:底|末)?前?)?(?:启动|开展|完成)?的?(?:(?:实施|工作|技术|初步|总体)?方案|(?:初步|施工图?)?设计|招标|招投标|前期|初稿|采购)/u;

const yearless =
  /(?<![\d年])(\d{1,2})月(底|末|上旬|中旬|下旬|\d{1,2}日)?(?=前|底|末|以前|之前|内|[，。]|[\u4e00-\u9fff])/gu;
const repeated = /每年|每月|次年|当年|翌年/u;

/** 6月底前, by June name no year: it may be that of any year of the plan. */
function monthsIn(
  sentence: string,
  dates: readonly TextDate[],
  years: readonly number[],
): readonly SaidDate[] {
  const months = chinese.test(sentence) ? chineseMonths(sentence) : yearlessMonths(sentence);
  return months.flatMap(({ shown, month, at, end }): SaidDate[] => {
    if (dates.some((one) => one.at < end && at < one.end)) return [];
    const days = years.flatMap((year) => {
      const start = dayOf(year, month, 1);
      return start === null ? [] : [{ start, last: monthEnd(start) }];
    });
    return days.length === 0 ? [] : [{ shown, at, end, days }];
  });
}

function chineseMonths(sentence: string): readonly YearlessMonth[] {
  if (!sentence.includes("月") || repeated.test(sentence)) return [];
  return [...sentence.matchAll(yearless)].map(({ 0: shown, 1: month = "", index: at }) => ({
    shown,
    at,
    end: at + shown.length,
    month: Number(month),
  }));
}

const partOfYear =
  /(?<![年每分按\d〇一二三四]|[一二三四五六七八九十]个)(上半年|下半年|第?([一二三四1-4])季度)(?!度|性|末?考核)/gu;

/** 二季度完成岗前培训, 上半年 …: of any year of the plan. */
function partsOfYearsIn(
  sentence: string,
  dates: readonly TextDate[],
  years: readonly number[],
): readonly SaidDate[] {
  if (!/半年|季度/u.test(sentence) || repeated.test(sentence)) return [];
  return [...sentence.matchAll(partOfYear)].flatMap(
    ({ 0: shown, 1: half = "", 2: quarter, index: at }): SaidDate[] => {
      const end = at + shown.length;
      if (dates.some((one) => one.at <= end && at <= one.end)) return [];
      const months = quarter === undefined ? 6 : 3;
      const part = quarter === undefined ? Number(half === "下半年") : quarterOf(quarter);
      const days = years.flatMap((year) => {
        const [start, last] = [dayOf(year, part * months + 1, 1), dayOf(year, (part + 1) * months, 1)];
        return start === null || last === null ? [] : [{ start, last: monthEnd(last) }];
      });
      return days.length === 0 ? [] : [{ shown, at, end, days }];
    },
  );
}

/** From 0. */
function quarterOf(digit: string): number {
  return Math.max("一二三四".indexOf(digit), "1234".indexOf(digit));
}

interface Clause {
  readonly at: number;
  readonly end: number;
}

function clausesOf(sentence: string): readonly Clause[] {
  const clauses: Clause[] = [];
  let at = 0;
  for (const { index } of sentence.matchAll(/[，：]/gu)) {
    clauses.push({ at, end: index });
    at = index + 1;
  }
  return [...clauses, { at, end: sentence.length }];
}

/** A step is finished. */
export const endVerb: RegExp =
  /(?:全[部面])?(?:建成|完成|完工|竣工|印发|出台|发布|上线|投入使用|投用|投入运行|交付|结束|开通|落成|收官|完结)(?:并?(?:投入使用|投运|投产|通水|投用|投入运行|运行|启用|开放|上线(?:运行)?))?/u;
/** What is put to use may have been finished before. */
const otherDay = /投入|投用|启用|开放|运行|交付|开工|起步|收官/u;

function isFinished(words: string): boolean {
  return /建成|完成|完工|竣工|印发/u.test(words) || !otherDay.test(words.replace("上线运行", ""));
}

/** A step begins. */
export const startVerb: RegExp =
  /启动|开始|开工|动工|起步|(?<=[自从].{0,12})起?(?:开展|实施)|起(?:分[批步期年]|逐[年步]|陆续|全面|正式|有序|稳步|滚动|组织|统筹)*(?:实施|开展|推进|推行)/u;
/** Words that say no more than when and that. */
export const emptyWords: RegExp =
  /^(?:[于在到至自从起前底内末后]|以前|之前|全部|全面|基本|正式|确保|力争|要|将|须|应|并|的|工作|任务|工程|项目|行动|建设|运行|实施|执行|编制|制定|修订|起草|开发|搭建|组织|推进|改造|使用|实现|顺利|如期|[此该这本]项|[“”"《》])*$/u;

/** Besides the step, the date and one verb the clause says nothing. */
function inChinese<T>(
  sentence: string,
  step: Called<T>,
  said: readonly SaidDate[],
  called: readonly Called<T>[],
  clauses: readonly Clause[],
): Point | null {
  const i = clauses.findIndex(({ at, end }) => at <= step.at && step.end <= end);
  const own = clauses[i];
  if (own === undefined) return null;
  const isIn = (clause: Clause) => (one: { readonly at: number; readonly end: number }) =>
    clause.at <= one.at && one.end <= clause.end;
  let dates = said.filter(isIn(own));
  const before = clauses[i - 1];
  const behind = clauses[i + 1];
  if (dates.length === 0 && behind !== undefined) {
    const later = inNextClause(sentence, step, own, behind, said.filter(isIn(behind)));
    if (later !== null && !called.some(isIn(behind))) return later;
  }
  // 2026年6月底前，智慧助餐平台上线: the clause before holds the date and nothing else.
  if (dates.length === 0 && before !== undefined) {
    dates = said.filter(isIn(before));
    const rest = dates.length === 1 ? without(sentence, before, dates) : "?";
    if (!emptyWords.test(rest)) return null;
  }
  const [date, second] = dates;
  if (date === undefined || second !== undefined) return null;
  if (called.some((one) => one !== step && isIn(own)(one))) return null;
  const rest = without(sentence, own, [step, ...said.filter(isIn(own))])
    .replace(whoseTask, "")
    .replace(hoursOf, "");
  for (const [point, verb] of [
    ["end", endVerb],
    ["start", startVerb],
  ] as const) {
    const [told] = verb.exec(rest) ?? [];
    if (told !== undefined && emptyWords.test(rest.replace(told, "")))
      return { point, date, isSure: isFinished(rest) };
  }
  // 2027年9月底前城南污水处理厂通水: the name of an event is its own verb.
  const name = sentence.slice(step.at, step.end);
  if (/^(?:底|末)?(?:之?前|以前|内)?$/u.test(rest) && namesEvent.test(name))
    return { point: "end", date, isSure: true };
  // 2028年上半年组织中期评估: when it is held may not be when it is finished.
  if (!/^(?:安排|计划|拟|将|定|于|在)*(?:组织|集中|开展|进行|举行|实施)+(?:[一1]次)?$/u.test(rest))
    return null;
  if (namesCheck.test(name)) return { point: "end", date, isSure: false };
  return namesHeld.test(name) ? { point: "held", date, isSure: false } : null;
}

/** How long a training lasts says nothing of when it is held. */
const hoursOf = /(?:每人|人均)?(?:不少于|不低于|至少)\d{1,3}(?:个?学时|课时|小时|天)$/u;
const namesEvent =
  /^(?:完成|印发|出台|召开|建成|启动|发布|上线|公布|公示)|(?:通水|通车|开工|竣工|投产|挂牌|签约|验收|封顶|揭牌|开园|开学|通电|通气|并网)$/u;
const namesCheck = /(?:评估|评审|评价|验收|普查|审计)$/u;
/** 第4个月开展岗前培训: what is held in days or weeks. */
const namesHeld = /(?:培训|演练|调研|摸底|排查|动员|测评|考试|招录|招聘|论证|评选|三查行动|大排查)$/u;
/** 由区卫生健康局负责起草: who makes it stands between. */
const byWhom =
  /^(?:由?[^，。；\d]{2,30}?)?(?:牵头|负责|统一|组织|会同|联合|具体)*(?:起草|编制|制定|建设|开发|搭建|研究|拟订|修订|承建|印制|牵头|负责)$/u;

/** 县应急管理局要在2026年4月底前印发《…》: who has to do it stands before. */
const whoseTask =
  /^由?[\u4e00-\u9fff]{2,14}?(?:[局委办部院会联处站厅]|中心|公司|政府|街道|总场)(?:牵头|负责)?(?=[要应须将于在])/u;

/** 印发各校参照使用 */
const forWhom = /(?:各[\u4e00-\u9fff]{1,6}?|全[区市县])(?:参照|遵照|贯彻|对照)?(?:使用|执行|实施|落实)$/u;

/** 操作规范由区卫生健康局起草，2026年9月底前印发: the name and who makes it in one clause, date and verb alone in the next. */
function inNextClause<T>(
  sentence: string,
  step: Called<T>,
  own: Clause,
  next: Clause,
  dates: readonly SaidDate[],
): Point | null {
  const [date, second] = dates;
  if (date === undefined || second !== undefined) return null;
  // 建设联控系统，2026年9月底前完成: its clause may say no more than what is done.
  const says = without(sentence, own, [step]).replace(/[《》“”]/gu, "");
  if (says !== "" && !/^(?:加快|推进|组织|实施|开展|建设|启动|抓好|完成)+$/u.test(says) && !byWhom.test(says))
    return null;
  const rest = without(sentence, next, [date]).replace(forWhom, "");
  const [verb] = endVerb.exec(rest) ?? [];
  if (verb === undefined || !emptyWords.test(rest.replace(verb, ""))) return null;
  return { point: "end", date, isSure: isFinished(rest) };
}

function without(
  sentence: string,
  { at, end }: Clause,
  places: readonly { readonly at: number; readonly end: number }[],
): string {
  let rest = "";
  for (let i = at; i < end; i += 1)
    if (!places.some((one) => one.at <= i && i < one.end)) rest += sentence[i] ?? "";
  return rest.trim();
}
