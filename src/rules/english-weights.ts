/** Weights in the words of an English text: bare numbers, halves, and rows of shares told in turn. Shared by a rule; not a rule. */
import { parseQuantity } from "../plan/parse-quantity.ts";
import { englishSharesIn, type TextFigure } from "./text-figures.ts";

const number = String.raw`\d{1,3}(?:\.\d{1,2})?`;
const bare = new RegExp(
  `(?<![\\d.,£$€])${number}(?=(?:,(?!\\d)|;|:|/|\\)|\\.(?!\\d)|$| (?:and|points|marks|for|per|to)\\b))`,
  "gu",
);

/** Shares that a sentence on weights tells as bare numbers (access 40, quality 35) or in words (half). */
export function plainSharesIn(sentence: string, known: readonly TextFigure[]): readonly TextFigure[] {
  const numbers = [...sentence.matchAll(bare)].flatMap(({ 0: shown, index: at }): TextFigure[] => {
    const reading = parseQuantity(`${shown}%`);
    return reading.ok && Number(shown) <= 100
      ? [{ shown, at, end: at + shown.length, quantity: reading.quantity }]
      : [];
  });
  const isApart = (one: TextFigure): boolean => !known.some(({ at, end }) => at < one.end && one.at < end);
  return [...numbers, ...englishSharesIn(sentence)].filter(isApart);
}

const between = /^(?: ?%| per ?cent)?(?:,| and|, and|:|\/| to) ?$/iu;
const verb =
  /^ (?:each )?(?:weigh|weights|count(?: for)?|carry|account for|make up|contribute|have|are|get|receive|stand|with|at|is|in|a|weight(?:s|ed|ing)?|of|for|by|the|ratio|score|proportion|respectively|[,:(]| )+$/iu;

/** The first run of two or more shares that stand one behind the other: 40, 30 and 30 per cent. */
export function rowOfShares(sentence: string, shares: readonly TextFigure[]): readonly TextFigure[] {
  const sorted = [...shares].sort((a, b) => a.at - b.at);
  let row: TextFigure[] = [];
  for (const share of sorted) {
    const last = row.at(-1);
    if (last === undefined || between.test(sentence.slice(last.end, share.at))) row.push(share);
    else if (row.length > 1) return row;
    else row = [share];
  }
  return row.length > 1 ? row : [];
}

/** Whether only words of weighing stand between the last name and the row. */
export function leadsToRow(words: string): boolean {
  return verb.test(words);
}
