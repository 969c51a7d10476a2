/** Counts of names on one end: 四化 beside 专业化、规范化、数字化. Shared by a rule; not a rule. */
import { wholeNumber } from "../../plan/whole-number.ts";
import { sentencesOf } from "../plan-words.ts";

/** A count with the names that stand in its sentence, or below it. */
export interface CountedNames {
  readonly words: string;
  /** What is pointed at, in the text. */
  readonly shown: string;
  readonly names: readonly string[];
  readonly at: number;
}

const counts = /(?<![\u4e00-\u9fff])([三四五六七八九])化(?![\u4e00-\u9fff]化)/gu;
const lists = /(?:[\u4e00-\u9fff]{2}|[绿美亮净硬序])化(?:[、和与及][\u4e00-\u9fff]{1,3}化){1,9}/gu;

/** Counts of a text that differ from the one list of such names in their sentence; one of the title from the first list of the text. */
export function othersOfOneEnd(text: string, title: string): readonly CountedNames[] {
  const [inTitle] = /[三四五六七八九]化/.test(title) ? [...title.matchAll(counts)] : [];
  if (inTitle !== undefined) {
    const [list] = [...text.matchAll(lists)];
    return list === undefined ? [] : fault(inTitle, list, text, { shown: list[0], at: list.index });
  }
  if (!/[三四五六七八九]化/.test(text)) return [];
  return sentencesOf(text).flatMap(({ text: sentence, at }): readonly CountedNames[] => {
    const [count, another] = [...sentence.matchAll(counts)];
    const [list, other] = [...sentence.matchAll(lists)];
    if (count === undefined || list === undefined || another !== undefined || other !== undefined) return [];
    return fault(count, list, sentence, { shown: count[0], at: at + count.index });
  });
}

function fault(
  count: RegExpMatchArray,
  list: RegExpMatchArray,
  text: string,
  place: Pick<CountedNames, "shown" | "at">,
): readonly CountedNames[] {
  const names = list[0].split(/[、和与及]/u);
  const isOpen = /^等/u.test(text.slice((list.index ?? 0) + list[0].length));
  const said = wholeNumber(count[1] ?? "");
  if (said === null || (isOpen ? names.length <= said : names.length === said)) return [];
  return [{ words: count[0], names, ...place }];
}
