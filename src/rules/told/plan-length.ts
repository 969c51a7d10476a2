/** The length that a text gives the whole plan: 全程36个月, 本方案为期三年, the plan runs for five years. Not a rule. */
import { numeralClass } from "../../plan/chinese-number.ts";
import { englishNumberWords } from "../../plan/english-number.ts";
import { wholeNumber } from "../../plan/whole-number.ts";

/** The words, and how many months they are. */
export interface ToldLength {
  readonly words: string;
  readonly months: number;
}

const chinese = new RegExp(
  `(?:本?方案|本?规划|本?计划|实施期限?|全程)[^，。；\\d]{0,6}?(?:为期|历时|共|为|周期)?((?:\\d{1,3}|[${numeralClass}]{1,3})(?:个月|年))(?!度|底|末|内|以|左右|期|行动|前|后)`,
  "u",
);
const chineseLength = new RegExp(`^(\\d{1,3}|[${numeralClass}]{1,3})(个月|年)$`, "u");
const english = new RegExp(
  `^(?: for| over| to)?(?: the)? ((?:a period of )?(?:the next )?(one|${englishNumberWords}|\\d{1,2}) (years?|months?))\\b(?! (?:of|old|after|before|later))`,
  "iu",
);

const spent = new RegExp(
  `(?:用|经过|通过|力争|争取)(([${numeralClass}]{1,2}|\\d{1,2})年)(?:的?时间|的?努力|的?建设)`,
  "u",
);

const over = new RegExp(
  `\\b(?:over|within|in) (?:the next |a period of )?((${englishNumberWords}) years),? (?:the|this|our) (?:plan|programme|project|strategy)\\b`,
  "iu",
);

/** The years that a text spends on its aims (用五年时间), which may be those of a part, but not more than those of the whole. */
export function toldYears(sentence: string): ToldLength | null {
  const [, words = "", figure = ""] = spent.exec(sentence) ?? over.exec(sentence) ?? [];
  const count = wholeNumber(figure);
  return words === "" || count === null || count === 0 ? null : { words, months: count * 12 };
}

/** A cheap sign that a text may give the length of the plan. */
export const tellsLength =
  /(?:方案|规划|计划|实施期|全程)[^，。；]{0,14}(?:个月|年)|年的?(?:时间|努力|建设)|\b(?:[Oo]ver|[Ww]ithin|[Ii]n) [a-z -]{3,30} years\b/u;

/** The length in a sentence; null where it gives none, or only a year of the calendar. */
export function toldLength(sentence: string): ToldLength | null {
  const [, words = ""] = chinese.exec(sentence) ?? [];
  if (words !== "") {
    const [, figure = "", unit = ""] = chineseLength.exec(words) ?? [];
    const count = wholeNumber(figure);
    return count === null || count === 0 ? null : { words, months: unit === "年" ? count * 12 : count };
  }
  return null;
}

/** The length behind the words that the plan runs (for four years); null where they give none. */
export function toldLengthBehind(words: string): ToldLength | null {
  const [, shown = "", figure = "", unit = ""] = english.exec(words) ?? [];
  const count = wholeNumber(figure) ?? 0;
  return shown === "" || !(count > 0)
    ? null
    : { words: shown, months: /^y/i.test(unit) ? count * 12 : count };
}
