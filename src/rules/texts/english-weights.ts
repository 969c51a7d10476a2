/** Weights in the words of an English text: bare numbers, halves, and rows of shares told in turn. Shared by a rule; not a rule. */
import { parseQuantity } from "../../plan/parse-quantity.ts";
import { englishSharesIn, type TextFigure } from "./figures.ts";
import { pairedInTurn } from "./in-turn.ts";

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
/** Words of weighing, of which nothing else may stand between the last name and the row. */
const ofWeighing: ReadonlySet<string> = new Set(
  "each weigh weighs weights weight weighted weighting count for carry account make up contribute have are get receive stand with at is in a of by the ratio score proportion respectively".split(
    " ",
  ),
);

function onlyWeighs(words: string): boolean {
  return (
    !/[^a-z ,:(]/i.test(words) &&
    (words.toLowerCase().match(/[a-z]+/g) ?? []).every((one) => ofWeighing.has(one))
  );
}

const listed = /^(?:,| and|, and) (?:the )?$/u;
const furtherName = /(?:, | and )(?:the )?$/u;

/** Access, quality and staff weigh 40, 30 and 30: as many names as shares, in one order; empty where it is open which is whose. */
export function rowInEnglish<T extends { readonly names: readonly string[] }>(
  sentence: string,
  weighed: readonly T[],
  shares: readonly TextFigure[],
): ReadonlyMap<T, TextFigure> {
  const row = rowOfShares(sentence, shares);
  const [first] = row;
  if (first === undefined) return new Map();
  const named = weighed.flatMap((one) => {
    const place = placeBefore(sentence, one.names, first.at);
    return place === null ? [] : [{ one, ...place }];
  });
  return pairedInTurn(sentence, named, { row, at: first.at }, { listed, furtherName, isBeside: onlyWeighs });
}

/** The last place of one of the names before an offset. */
function placeBefore(
  sentence: string,
  names: readonly string[],
  until: number,
): { readonly at: number; readonly end: number } | null {
  const text = sentence.toLowerCase();
  for (const name of names) {
    const at = text.lastIndexOf(name.toLowerCase(), until - name.length);
    if (at >= 0 && !/[a-z]/.test(text.charAt(at - 1))) return { at, end: at + name.length };
  }
  return null;
}

/** The first run of two or more shares that stand one behind the other: 40, 30 and 30 per cent. */
function rowOfShares(sentence: string, shares: readonly TextFigure[]): readonly TextFigure[] {
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
