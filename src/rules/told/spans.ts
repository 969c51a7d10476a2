/**
 * When a sentence says that work begins and when it is finished, without naming the work: 2026年6月开工，2027年8月底前全部完工; between June
 * 2026 and December 2028. Shared by a rule; not a rule.
 */
import type { Period } from "../../plan/time.ts";
import { chinese } from "../../text/chinese.ts";
import type { TextDate } from "../texts/dates.ts";
import { rangesIn, rangesInChinese } from "../texts/ranges.ts";
import { emptyWords, endVerb, startVerb } from "./steps.ts";

/** One of the two dates is null where the sentence tells only when work begins, or when all of it is finished. */
export interface ToldSpan {
  readonly from: TextDate | null;
  readonly to: TextDate | null;
  /** The first that is told. */
  readonly first: TextDate;
}

/** First ones, parts and what goes before the work have dates of their own. */
const ofPart =
  /首批|第[一二三]批|先行|试点|一期|部分|其余|剩余|招标|设计|方案|前期|用地|环评|立项|\b(?:pilot|first|tender|design|of which|some|remaining|rest)\b/iu;

/** The time that a sentence tells of the work that it speaks of; null for none, or for more than one. */
export function spanTold(sentence: string, dates: readonly TextDate[]): ToldSpan | null {
  // 2027年10月底前全面完成，其中2026年完成800个: behind that word parts are told.
  const [words = ""] = sentence.split(/，其中/u);
  const own = dates.filter(({ end }) => end <= words.length);
  if (own.length === 0 || own.length > 2) return null;
  const last = Math.max(...own.map(({ end }) => end));
  if (ofPart.test(words.slice(0, last + behindDate))) return null;
  return chinese.test(words) ? inChinese(words, own) : inEnglish(words, own);
}

/** What stands further behind the last date is of something else. */
const behindDate = 4;
const borders = /[，、：]/gu;

function inChinese(sentence: string, dates: readonly TextDate[]): ToldSpan | null {
  let [from, to, isAll, at]: [TextDate | null, TextDate | null, boolean, number] = [null, null, false, 0];
  const ends = [...sentence.matchAll(borders)].map(({ index }) => index);
  const [range] = rangesInChinese(sentence, dates);
  if (range !== undefined) {
    const start = ends.findLast((end) => end < range.at) ?? -1;
    const end = ends.find((one) => one >= range.end) ?? sentence.length;
    const rest = sentence.slice(start + 1, range.at) + sentence.slice(range.end, end);
    return tillWords.test(rest.trim()) ? { from: range.from, to: range.to, first: range.from } : null;
  }
  for (const end of [...ends, sentence.length]) {
    const date = dates.find((one) => at <= one.at && one.end <= end);
    if (date !== undefined) {
      const rest = (sentence.slice(at, date.at) + sentence.slice(date.end, end)).trim();
      const isStart = tellsOnly(rest, startVerb);
      if (isStart) from = date;
      else if (tellsOnly(rest, endVerb)) [to, isAll] = [date, /全[部面]/u.test(rest)];
      else if (until.test(rest)) to = date;
    }
    at = end + 1;
  }
  if (to !== null && (from !== null || (isAll && dates.length === 1))) return { from, to, first: from ?? to };
  return from !== null && dates.length === 1 ? { from, to: null, first: from } : null;
}

/** 工期为…至…, 从…到…持续推进: the clause of a range says no more than that. */
const tillWords =
  /^(?:[自从于在起为的]|工期|期限|时限|周期|时间|实施期|建设期|安排|持续|分[批步期年]|逐[年步]|有序|稳步|组织|统筹|推进|实施|开展|建设|进行|完成|全部|全面|工作|任务|项目|工程)*$/u;
const until = /^(?:一?直|持续|延续|实施)(?:至|到)(?:底|末|止|结束|为止)*$/u;

/** The words say no more than that. */
function tellsOnly(words: string, verb: RegExp): boolean {
  const [told] = verb.exec(words) ?? [];
  return told !== undefined && emptyWords.test(words.replace(told, ""));
}

function inEnglish(sentence: string, dates: readonly TextDate[]): ToldSpan | null {
  const [range, other] = rangesIn(sentence, dates);
  return range === undefined || other !== undefined
    ? null
    : { from: range.from, to: range.to, first: range.from };
}

/** The date that the stated time does not have; null where it agrees, or where it may be that of a part. */
export function wrongIn({ from, to }: ToldSpan, { start, end }: Period, isNamed: boolean): TextDate | null {
  const begins = from === null || holds(from, start);
  if (to === null) return begins ? null : from;
  const finishes = holds(to, end);
  if (begins && finishes) return null;
  const isBeyond = (end !== null && to.start > end) || (from !== null && start !== null && from.last < start);
  // Of what is not named both days may be those of a part, unless one of them is that of the whole.
  if (!isNamed && !isBeyond && !finishes && (from === null || !begins)) return null;
  return begins ? to : from;
}

function holds({ start, last }: TextDate, day: number | null): boolean {
  return day === null || (start <= day && day <= last);
}
