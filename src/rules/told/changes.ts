/**
 * Where a text tells a move that is not the way from the one value to the other: beside a span in the same sentence, else behind the name of
 * an indicator. Shared by a rule; not a rule.
 */
import Big from "big.js";
import type { Plan } from "../../plan/plan.ts";
import type { Quantity } from "../../plan/quantity.ts";
import { nameOf } from "../name-of.ts";
import { type Figures, isPercent } from "../target/levels.ts";
import { calendarOf, datesIn, isWholeYear, type TextDate } from "../texts/dates.ts";
import { figuresIn, ofElsewhere } from "../texts/figures.ts";
import { type Mention, mentionsIn, wholeMentionsIn } from "../texts/indicator-mentions.ts";
import { movesIn, objectMovesIn, spansIn, type TextMove, type TextSpan } from "../texts/moves.ts";
import { isOfOtherSource } from "../texts/of-other-sources.ts";
import { type OtherWay, ofSpan, otherWay, scaleOf } from "./other-way.ts";
import { isOfOneStep, otherRelative } from "./relative-changes.ts";
import { dateOf, type Stated, statedBy } from "./stated-figures.ts";

/** A move, and what the plan or the sentence itself states instead. */
export interface ToldChange extends OtherWay {
  readonly move: TextMove;
}

/** All changes that a sentence tells otherwise, in its order. */
export function changesTold(sentence: string, plan: Plan): readonly ToldChange[] {
  const moves = [...movesIn(sentence), ...objectMovesIn(sentence)];
  if (moves.length === 0 || ofElsewhere.test(sentence)) return [];
  const spans = spansIn(sentence);
  const dates = datesIn(sentence, calendarOf(plan));
  const mentions = wholeMentionsIn(sentence, plan);
  return moves.flatMap((move): readonly ToldChange[] => {
    const span = spanBeside(sentence, move, spans);
    const object = "object" in move ? `${move.object}` : null;
    if (object !== null && dates.some((one) => isOneYear(sentence, move, one))) return [];
    const found =
      span === null
        ? ofIndicator(sentence, move, object === null ? mentions : ofObject(object, plan), dates)
        : ofSpan(move, span, figuresIn(sentence.slice(span.end)));
    if (found === null || isOfOtherSource(sentence.slice(0, move.at), plan)) return [];
    return [{ ...found, move }];
  });
}

/** The span that a move sums up: right before or behind it, with no other figure between. */
function spanBeside(sentence: string, move: TextMove, spans: readonly TextSpan[]): TextSpan | null {
  return (
    spans.find((one) => {
      const between =
        one.end <= move.at ? sentence.slice(one.end, move.at) : sentence.slice(move.end, one.at);
      return !(one.at < move.end && move.at < one.end) && between.length <= 16 && !/\d/.test(between);
    }) ?? null
  );
}

const plainWords =
  /(?:19|20)\d\d年?|年均|每年|[一二三四五六七八九十两\d]年|累计|共计?|再|[比较同与][^，。；]{0,8}$|同比|环比|年?[底末]前?|以?前|力争|确保|预计|实现|其中|分别|平均|进一步|大幅|总体|[将要须应可能到在由各的度年]/gu;

/** 办结率提升至80%，群众投诉率下降50%: behind a comma the words before the move are of something else. */
function isOfOther(between: string): boolean {
  const comma = Math.max(between.lastIndexOf("，"), between.lastIndexOf("；"), between.lastIndexOf("、"));
  return comma >= 0 && /[\u4e00-\u9fff]{2}/u.test(between.slice(comma + 1).replace(plainWords, ""));
}

const comparedBefore =
  /(?:(?<![占之配])比|较|相比|与|同|在|\bfrom|\bagainst|\bcompared (?:with|to)|\bon|\bthan|\bover|\bsince|\bbetween)(?:\s(?:in|at|the end of))?\s?$/iu;

function ofIndicator(
  sentence: string,
  move: TextMove,
  mentions: readonly Mention[],
  dates: readonly TextDate[],
): OtherWay | null {
  const mention = mentions.findLast((one) => one.end <= move.end && move.at < one.next);
  if (mention === undefined || (mention.isShort && move.at - mention.end > 30)) return null;
  const { figures } = mention;
  if (statesChange(figures, move.size) || isOfOther(sentence.slice(mention.end, move.at))) return null;
  const isBase = ({ at, end }: TextDate): boolean =>
    comparedBefore.test(sentence.slice(Math.max(0, at - 16), at)) ||
    /^年?(?:基数|基础)/u.test(sentence.slice(end));
  const base = dates.find(isBase) ?? null;
  const due = dateOf(
    { at: move.at, end: move.end },
    dates.filter((one) => !isBase(one)),
    sentence,
  );
  const stated = statedBy(figures).filter(({ high }) => high === null);
  const bases = base === null ? baselinesOf(figures, stated) : stated.filter((one) => isWithin(one, base));
  const levels = stated.filter(({ isLevel, day }) => isLevel && (due === null || isWithin({ day }, due)));
  const unit = scaleOf(figures.unit, isPercent(figures.unit));
  if (levels.length === 0) {
    const others = dates.filter((one) => !isBase(one));
    return ofRelative(sentence, move, figures, { due, base, others });
  }
  const isOfWhole = inAll.test(sentence.slice(Math.max(0, move.at - 8), move.at));
  return otherWay(move, { stated, bases, levels, due, isOfWhole }, unit);
}

/** Against the relative changes that an indicator without levels is asked. */
function ofRelative(
  sentence: string,
  move: TextMove,
  figures: Figures,
  {
    due,
    base,
    others,
  }: {
    readonly due: TextDate | null;
    readonly base: TextDate | null;
    readonly others: readonly TextDate[];
  },
): OtherWay | null {
  const [only = null, second] = others;
  // Of two dates without one that is due, the change is that between them.
  if ((due === null && second !== undefined) || isOfOneStep(sentence, move, base)) return null;
  const by = due ?? only;
  const other = otherRelative(move, figures, by, base);
  return other === null ? null : { ...other, ...withoutValues, fault: by === null ? "unclear" : "conflict" };
}

/** What is stated as a relative change has no two values. */
const withoutValues = {
  verdict: { agrees: false, meansPoints: false, points: new Big(0), percent: null },
  from: "",
  to: "",
  unit: "",
};

/** 其中2027年底达到90%，三年共提高13个百分点: the way to the end, whatever date stands before it. */
const inAll = /(?:共|累计|总计|合计)(?:要|将|须|应)?$/u;

/** 2027年新增床位400张 is of that year, not of the way to it. */
function isOneYear(sentence: string, { at }: TextMove, date: TextDate): boolean {
  const isYear = isWholeYear(date) && date.end <= at;
  return (
    isYear && !/[到至]$/u.test(sentence.slice(0, date.at)) && !sentence.slice(date.end, at).includes("累计")
  );
}

/** The indicator that counts the whole object, standing for itself; a count of what is new is another. */
function ofObject(object: string, plan: Plan): readonly Mention[] {
  return mentionsIn(object, plan)
    .filter(({ at, end, figures: { indicator } }) => {
      return (
        at === 0 &&
        end === object.length &&
        indicator.value.value !== "flow" &&
        !/新增|净增/u.test(nameOf(indicator))
      );
    })
    .map((one) => ({ ...one, at: 0, end: 0, next: Number.POSITIVE_INFINITY }));
}

function baselinesOf({ baselines }: Figures, stated: readonly Stated[]): readonly Stated[] {
  const spans = new Set(baselines.map(({ span }) => span));
  return stated.filter(({ span }) => spans.has(span));
}

function isWithin({ day }: Pick<Stated, "day">, { start, last }: TextDate): boolean {
  return day !== null && day >= start && day <= last;
}

/** The change is itself what the plan asks. */
function statesChange({ indicator }: Figures, size: Quantity): boolean {
  return indicator.targets.some(({ kind, quantity }) => {
    if (kind === "reach" || kind === "hold" || quantity === null) return false;
    return quantity.value.value.abs().eq(size.value);
  });
}
