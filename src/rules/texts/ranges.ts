/** Times from one date to another: from April 2026 to March 2029, 2026年4月至2029年3月. Shared by rules; not a rule. */
import type { TextDate } from "./dates.ts";

/** Where a text says that something begins and ends. */
export interface TextRange {
  readonly shown: string;
  readonly at: number;
  readonly end: number;
  readonly from: TextDate;
  readonly to: TextDate;
}

const before =
  /\b(?:from|between|beginning in|starting in)(?: the)?(?: (?:start|beginning|end) of)? (?:\d{1,2} )?$/iu;
const joins =
  /^,? ?(?:to|until|till|and|through to|through|–|—|-|and (?:ending|finishing|closing|concluding) (?:in|by))(?: the)?(?: end of)? ?(?:\d{1,2} )?$/iu;

const joinsInChinese = /^(?:起|开始|启动|开工)?[，、]?(?:一?直|持续|延续)?(?:至|到|—{1,2}|–|－|-|~|～)$/u;

/** The ranges of a Chinese sentence, in order: 自2026年6月至2028年10月. */
export function rangesInChinese(sentence: string, dates: readonly TextDate[]): readonly TextRange[] {
  return dates.flatMap((from, i): TextRange[] => {
    const to = dates[i + 1];
    if (to === undefined || to.last < from.start) return [];
    if (!joinsInChinese.test(sentence.slice(from.end, to.at).trim())) return [];
    return [{ shown: sentence.slice(from.at, to.end), at: from.at, end: to.end, from, to }];
  });
}

/** All ranges of an English sentence, in order. */
export function rangesIn(sentence: string, dates: readonly TextDate[]): readonly TextRange[] {
  return dates.flatMap((from, i): TextRange[] => {
    const to = dates[i + 1];
    if (to === undefined || to.last < from.start || !joins.test(sentence.slice(from.end, to.at))) return [];
    if (!before.test(sentence.slice(Math.max(0, from.at - 40), from.at))) return [];
    return [{ shown: sentence.slice(from.at, to.end), at: from.at, end: to.end, from, to }];
  });
}
