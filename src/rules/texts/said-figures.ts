/** All figures of an English sentence, with units or bare, each with the words behind it and its date. Shared by a rule; not a rule. */
import { englishNumber, englishNumberWords } from "../../plan/english-number.ts";
import { parseQuantity } from "../../plan/parse-quantity.ts";
import type { Quantity } from "../../plan/quantity.ts";
import { isCount } from "../../plan/units.ts";
import type { TextDate } from "./dates.ts";
import { englishSharesIn, figuresIn, isMove, isSoft, type TextFigure } from "./figures.ts";
import { contentStems } from "./subjects.ts";
import { wordFiguresIn } from "./term-figures.ts";

/** A figure; of a bare number the stems of the words behind it, empty where none is. */
export interface SaidFigure extends TextFigure {
  readonly noun: readonly string[] | null;
  readonly date: TextDate | null;
  /** Told as it was. */
  readonly isPast: boolean;
  /** It may be told as it was: some verb of the sentence is in the past. */
  readonly mayBePast: boolean;
  /** It is not soft. */
  readonly isFirm: boolean;
  readonly isMove: boolean;
}

const bare = new RegExp(
  `(?<![\\d.,/£$€-]|\\b(?:section|chapter|annex|table|figure|no\\.?|level|phase|stage|step|year) )\\b(\\d{1,3}(?:,\\d{3})+|\\d{1,7}(?:\\.\\d{1,3})?|${englishNumberWords})\\b(?![\\d/:-]|[.,]\\d| ?%|-[a-z]|(?:st|nd|rd|th)\\b)( (?:(?:consecutive|successive|full|whole|calendar|school) )?(?:points|minutes|weeks|months|quarters|years|hours|days|working days)\\b)?((?: [a-z'’-]+){0,3})`,
  "giu",
);
const ofTurn: ReadonlySet<string> = new Set([
  "consecutive",
  "successive",
  "full",
  "whole",
  "calendar",
  "school",
]);
const ends =
  /\b(?:mark|must|shall|should|may|can|would|loses?|gets?|by|in|of|at|on|to|for|or|and|from|per|until|before|after|when|with|if|as|over|is|are|was|were|will|have|has)\b/iu;
const past =
  /\b(?:was|were|had|stood|rose|fell|grew|counted|reached|covered|held|drew|made|put|began|started|spent|cost|took|came|paid|received|averaged|burned|met)\b/iu;

const anyPast = /\b(?:was|were|had|[a-z]{2,}ed)\b/iu;

/** What a sentence says in figures. */
export function saidFiguresIn(sentence: string, dates: readonly TextDate[]): readonly SaidFigure[] {
  const isApart = (from: readonly TextFigure[]) => (one: TextFigure) =>
    !from.some(({ at, end }) => at < one.end && one.at < end);
  const withUnits = figuresIn(sentence).filter(({ quantity }) => quantity.unit !== null);
  const inWords = [...wordFiguresIn(sentence), ...englishSharesIn(sentence), ...halvesIn(sentence)].filter(
    isApart(withUnits),
  );
  const known = [...withUnits, ...inWords];
  const plain = barely(sentence).filter(isApart([...known]));
  const all = [...known.map((one) => ({ ...one, noun: null })), ...plain]
    .filter(({ at, end }) => !dates.some((one) => at < one.end && one.at < end))
    .sort((a, b) => a.at - b.at);
  return all.map((one, i): SaidFigure => {
    const { quantity } = one;
    const isOpen = quantity.soft !== null || quantity.upper !== null || isSoft(sentence, one);
    const clause = sentence.slice(Math.max(0, one.at - 60), one.at);
    const isPast = past.test(clause.slice(lastPresent(clause)));
    return {
      ...one,
      date: dateOf(sentence, one, all[i - 1], all[i + 1], dates),
      isPast,
      mayBePast: isPast || anyPast.test(sentence),
      isFirm: !isOpen,
      isMove: isMove(sentence, one) || one.quantity.unit?.dimension === "points",
    };
  });
}

/** Half alone: counts for half, and is read as a share only to know what is told. */
function halvesIn(sentence: string): readonly TextFigure[] {
  return [...sentence.matchAll(/\b(?:half|a third|a quarter)(?=[,.;)]|$| (?:and|for|to)\b)/giu)].flatMap(
    ({ 0: shown, index: at }) => {
      const word = shown.toLowerCase();
      const reading = parseQuantity(word === "half" ? "50%" : word === "a third" ? "33.3%" : "25%");
      return reading.ok
        ? [{ shown, at, end: at + shown.length, quantity: { ...reading.quantity, soft: word } }]
        : [];
    },
  );
}

function barely(sentence: string): readonly (TextFigure & { readonly noun: readonly string[] | null })[] {
  return [...sentence.matchAll(bare)].flatMap(
    ({ 1: digits = "", 2: unit = "", 3: behind = "", index: at }) => {
      const number = `${englishNumber(digits) ?? digits}`;
      if (/^(?:19|20)\d\d$/.test(number)) return [];
      const reading = parseQuantity(
        `${number} ${unit
          .trim()
          .split(" ")
          .filter((one) => !ofTurn.has(one))
          .join(" ")}`.trim(),
      );
      if (!reading.ok) return [];
      const [next = ""] = /^ [a-z]+/iu.exec(behind) ?? [];
      const measured = parseQuantity(`${number}${next}`);
      // 11,800 tonnes: the unit stands behind; a word that is none is what is counted.
      if (unit === "" && measured.ok && isMeasure(measured.quantity.unit))
        return [
          {
            shown: digits + next,
            at,
            end: at + digits.length + next.length,
            quantity: measured.quantity,
            noun: null,
          },
        ];
      const shown = `${digits}${unit}`;
      const words = behind.split(ends)[0] ?? "";
      const noun = reading.quantity.unit === null ? contentStems(words) : null;
      return [{ shown, at, end: at + shown.length, quantity: reading.quantity, noun }];
    },
  );
}

const follows = /^(?: or [a-z]+)?,?(?: at [a-z-]+)? (?:(?:by|in|until|for|at)(?: the)?(?: end of)?|on) $/iu;

function isMeasure(unit: Quantity["unit"]): boolean {
  return (
    unit !== null &&
    unit.dimension !== "marks" &&
    !isCount(unit.dimension) &&
    !unit.dimension.startsWith("text:")
  );
}

/** Where the last word of present or future ends: is brought, are to reach. */
function lastPresent(clause: string): number {
  return [...clause.matchAll(/\b(?:is|are|will|shall|must|may|can|to)\b(?! be)/giu)].at(-1)?.index ?? 0;
}

/** The date that stands by a figure and by no other. */
function dateOf(
  sentence: string,
  { at, end }: TextFigure,
  before: TextFigure | undefined,
  behind: TextFigure | undefined,
  dates: readonly TextDate[],
): TextDate | null {
  const next = dates.find((one) => one.at >= end && (behind === undefined || one.end <= behind.at));
  if (next !== undefined && next.at - end < 40) return next;
  const last = dates.findLast((one) => one.end <= at && (before === undefined || one.at >= before.end));
  if (last === undefined || at - last.end > 60) return null;
  // A date that follows the figure before belongs to that.
  if (before !== undefined && follows.test(sentence.slice(before.end, last.at))) return null;
  return sentence.slice(last.end, at).includes(";") ? null : last;
}
