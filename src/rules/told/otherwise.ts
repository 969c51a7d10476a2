/**
 * Levels that a sentence tells of an indicator in other words than its name: 95%的社区建有助餐点 of 社区助餐点覆盖率, 75% of pupils read at
 * grade level of `Pupils reading at grade level`. Only where the clause of the figure holds every word of the name or of the
 * numerator, and besides them nothing but words without meaning and words of the definition: what is said of a part
 * (95%的新建社区) or of something else (within two hours) is left out. Shared by rules on texts; not a rule.
 */
import { englishNumber, englishNumberWords } from "../../plan/english-number.ts";
import { parseQuantity } from "../../plan/parse-quantity.ts";
import type { Plan } from "../../plan/plan.ts";
import { chinese } from "../../text/chinese.ts";
import type { Figures } from "../target/levels.ts";
import { clauseAround } from "../texts/clauses.ts";
import type { TextDate } from "../texts/dates.ts";
import { isMove, isSoft, type TextFigure } from "../texts/figures.ts";
import { datesInTurn } from "../texts/in-turn.ts";
import { coresIn, coresOf } from "../texts/indicator-cores.ts";
import { blot } from "../texts/sentences.ts";
import type { LevelTold } from "./levels.ts";
import { dateOf, inUnitOf } from "./stated-figures.ts";

/** A level with the indicator that it is told of. */
export interface ToldOtherwise extends LevelTold {
  readonly figures: Figures;
}

/** Longer ones are no sentences. */
const longestSentence = 2000;

/** All levels that a sentence tells so; `taken` are figures that a name stands beside. */
export function levelsToldOtherwise(
  sentence: string,
  plan: Plan,
  all: readonly TextFigure[],
  dates: readonly TextDate[],
  taken: ReadonlySet<number>,
): readonly ToldOtherwise[] {
  if (sentence.length > longestSentence) return [];
  const cores = coresOf(plan);
  if (cores.size === 0) return [];
  const figures = chinese.test(sentence) ? all : [...all, ...countsIn(sentence, all)];
  return figures.flatMap((figure) => {
    if (taken.has(figure.at) || !isLevel(figure, sentence, dates)) return [];
    const clause = clauseOf(sentence, figure, dates, all);
    const meant = [...new Set(coresIn(clause.words, cores).map((core) => core.figures))].filter(
      ({ unit, indicator }) => inUnitOf(figure, unit, indicator) !== null,
    );
    const [only, other] = meant;
    if (only === undefined || other !== undefined) return [];
    const [inside, second] = clause.dates;
    const date =
      datesInTurn(sentence, dates, all, figure).get(figure) ??
      (inside !== undefined && second === undefined
        ? inside
        : dateOf({ at: clause.at, end: clause.end }, dates, sentence));
    return [{ figures: only, figure, date }];
  });
}

const count = new RegExp(
  `(?<![\\d.,-])(?:\\d{1,3}(?:,\\d{3})+|\\d{1,9}|\\b(?:${englishNumberWords}))(?= [a-z]{3})`,
  "gi",
);

/** Numbers before what they count, as in `we train 1,800 teachers`; a year is none. */
function countsIn(sentence: string, all: readonly TextFigure[]): readonly TextFigure[] {
  return [...sentence.matchAll(count)].flatMap(({ 0: shown, index: at }) => {
    const end = at + shown.length;
    const isYear =
      /^(?:19|20)\d\d$/.test(shown) &&
      /\b(?:in|by|of|until|since|from|to|[A-Z][a-z]{2,8}) $/.test(sentence.slice(0, at));
    const reading = parseQuantity(`${englishNumber(shown) ?? shown}`);
    return isYear || !reading.ok || all.some((one) => one.at < end && at < one.end)
      ? []
      : [{ shown, at, end, quantity: reading.quantity }];
  });
}

function isLevel(figure: TextFigure, sentence: string, dates: readonly TextDate[]): boolean {
  const { quantity, inWords, at, end } = figure;
  if (inWords !== undefined || quantity.soft !== null || quantity.upper !== null) return false;
  if (dates.some((one) => one.at < end && at < one.end)) return false;
  return !isMove(sentence, figure) && !isSoft(sentence, figure);
}

interface Clause {
  /** What it says besides the figure and its dates, which are blotted out. */
  readonly words: string;
  readonly dates: readonly TextDate[];
  readonly at: number;
  readonly end: number;
}

/** Acknowledged within 6 hours and closed within 10 days: each side of an "and" with a figure of its own says its own. */
function ownHalf(
  sentence: string,
  figure: TextFigure,
  all: readonly TextFigure[],
  [from, until]: readonly [number, number],
): [number, number] {
  let [at, end] = [from, until];
  for (const other of all) {
    if (other === figure || other.end <= from || other.at >= until) continue;
    const isBehind = other.at >= figure.end;
    const [left, right] = isBehind ? [figure.end, other.at] : [other.end, figure.at];
    const join = sentence.slice(left, right).indexOf(" and ");
    if (join < 0) continue;
    if (isBehind) end = Math.min(end, left + join);
    else at = Math.max(at, left + join + 5);
  }
  return [at, end];
}

const borders = /[，。；;：:、（）()!?！？\n]|[,.](?!\d)/g;

function clauseOf(
  sentence: string,
  figure: TextFigure,
  dates: readonly TextDate[],
  all: readonly TextFigure[],
): Clause {
  const clause = clauseAround(sentence, figure, borders);
  const [at, end] = chinese.test(sentence)
    ? [clause.from, clause.to]
    : ownHalf(sentence, figure, all, [clause.from, clause.to]);
  const inside = dates.filter((one) => one.at >= at && one.end <= end);
  let words = sentence;
  for (const one of [figure, ...inside])
    words = `${words.slice(0, one.at)}${blot.repeat(one.end - one.at)}${words.slice(one.end)}`;
  return { words: words.slice(at, end), dates: inside, at, end };
}
