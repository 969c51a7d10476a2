/**
 * The level that a sentence tells of an indicator that it names: the figure behind the name, or before it, and its date. Shared
 * by rules on texts; not a rule.
 */
import { englishNumber, englishNumberWords } from "../../plan/english-number.ts";
import { parseQuantity } from "../../plan/parse-quantity.ts";
import { chinese } from "../../text/chinese.ts";
import type { Figures } from "../target/levels.ts";
import type { TextDate } from "../texts/dates.ts";
import { isMove, isSoft, type TextFigure } from "../texts/figures.ts";
import { datesInTurn, rowLevel } from "../texts/in-turn.ts";
import type { Mention } from "../texts/indicator-mentions.ts";
import { blot } from "../texts/sentences.ts";
import { dateOf, inUnitOf } from "./stated-figures.ts";

/** A figure of a sentence, with the date that it is told for; null for none. */
export interface LevelTold {
  readonly figure: TextFigure;
  readonly date: TextDate | null;
  /** Of where a movement starts, the level to which it leads. */
  readonly to?: TextFigure;
  /** Of where a movement leads, the level from which it starts. */
  readonly from?: TextFigure;
}

/**
 * False for most sentences with a figure, where it is part of a name (提升第1类服务): nothing in them can be a level of whatever
 * they name. A cheap look before it is asked which indicators they name. In English a count needs no unit.
 */
export function mayTellLevel(sentence: string, all: readonly TextFigure[]): boolean {
  return all.length > 0 || !chinese.test(sentence) || standingNumber.test(sentence);
}

/** The level that a sentence tells of a named indicator, or the two of a movement (由72.6%提高到90%). */
export function levelsTold(
  sentence: string,
  mention: Mention,
  all: readonly TextFigure[],
  dates: readonly TextDate[],
): readonly LevelTold[] {
  const isFit = (one: TextFigure): boolean =>
    !dates.some((d) => d.at < one.end && one.at < d.end) && isLevelOf(one, sentence, mention.figures);
  const within = all.find((one) => one.inWords === "all" && one.end === mention.end && one.at > mention.at);
  if (within !== undefined)
    return isFit(within) ? [{ figure: within, date: dateOf(within, dates, sentence) }] : [];
  const ofRow = rowLevel(sentence, mention, all, dates);
  if (ofRow !== undefined)
    return ofRow === null || !isFit(ofRow) ? [] : [{ figure: ofRow, date: dateOf(ofRow, dates, sentence) }];
  const [first, second] = all.filter((one) => one.at >= mention.end && one.at < mention.next && isFit(one));
  const inTurn =
    first === undefined ? new Map<TextFigure, TextDate>() : datesInTurn(sentence, dates, all, first);
  if (first === undefined || !(inTurn.has(first) || isOf(sentence, mention, first, dates))) {
    const front = figureBefore(sentence, mention, all);
    if (front === null || !isFit(front)) return [];
    const told = { figure: front, date: dateOf({ at: front.at, end: mention.end }, dates, sentence) };
    return [told, ...furtherLevels(sentence, told, dates)];
  }
  if (sentence.slice(mention.at, first.at).includes(blot)) return [];
  if (inTurn.has(first))
    return [...inTurn].map(([figure, date]) => ({ figure, date })).filter(({ figure }) => isFit(figure));
  // The date is that of the level reached, not of the one where it starts.
  if (!isStart(sentence, first)) {
    const told = { figure: first, date: dateOf(first, dates, sentence) };
    const isNext = second !== undefined && thenReaches.test(sentence.slice(first.end, second.at));
    const next = isNext ? [{ figure: second, date: dateOf(second, dates, sentence) }] : [];
    const sequel = chinese.test(sentence)
      ? chineseSequel(sentence, told, dates, all).filter(({ figure }) => isFit(figure))
      : [];
    return [told, ...furtherLevels(sentence, told, dates), ...next, ...sequel];
  }
  const own = dateOfStart(sentence, first, dates);
  if (second === undefined || sentence.slice(first.end, second.at).includes(blot))
    return [{ figure: first, date: own }];
  const others = dates.filter((one) => one !== own);
  const reached = { figure: second, date: dateOf(second, others, sentence), from: first };
  return [{ figure: first, date: own, to: second }, reached, ...furtherLevels(sentence, reached, others)];
}

/** From 104 in 2024 to 48: the year stands right behind where it starts. */
function dateOfStart(sentence: string, { end }: TextFigure, dates: readonly TextDate[]): TextDate | null {
  return (
    dates.find(
      (date) =>
        date.at > end && /^ ?(?:\(|(?:in|at|at the end of|by|for) )$/iu.test(sentence.slice(end, date.at)),
    ) ?? null
  );
}

/** Stands at 18% and should be 12% by December 2027. */
const thenReaches =
  /^(?: now| today| at present| currently| in (?:19|20)\d\d)?,?(?: and| but)? (?:should|will|must|shall|is to|are to|has to|have to) (?:then )?(?:be|reach|(?:fall|rise|drop|grow|go up|go down) to|stand at)(?: at least| at most| no more than)? $/iu;
const standsToday = /^ (?:now|today|at present|currently)/iu;
const further = new RegExp(
  `^(?:,? and(?: then)?|,? then|,)(?: to)? (\\d{1,3}(?:,\\d{3})+|\\d{1,9}(?:\\.\\d{1,4})?|${englishNumberWords})( ?%| per ?cent)? (?:by|in|at|until)(?: the)?(?: end of)? $`,
  "iu",
);

/** Two by June 2026 and five by December 2027: what is counted stands in the text only once. */
function furtherLevels(
  sentence: string,
  { figure, date }: LevelTold,
  dates: readonly TextDate[],
): readonly LevelTold[] {
  // Stands at 85 today and 200 by December 2027.
  const [now = ""] = date === null ? (standsToday.exec(sentence.slice(figure.end)) ?? []) : [];
  if ((date === null && now === "") || (date !== null && date.at < figure.end)) return [];
  const levels: LevelTold[] = [];
  let end = date === null ? figure.end + now.length : date.end;
  for (const next of dates) {
    if (next.at < end) continue;
    const [said, digits = "", share = ""] = further.exec(sentence.slice(end, next.at)) ?? [];
    const number = englishNumber(digits) ?? digits;
    // 60% by June and 85 by December: what one of them is said in holds for all.
    const isShare = share !== "" || figure.quantity.unit?.dimension === "percent";
    const reading = said === undefined ? null : parseQuantity(`${number}${isShare ? "%" : ""}`);
    if (said === undefined || !reading?.ok) return levels;
    const at = end + said.lastIndexOf(digits);
    const shown = `${digits}${share}`;
    levels.push({
      figure: { shown, at, end: at + shown.length, quantity: reading.quantity },
      date: next,
    });
    end = next.end;
  }
  return levels;
}

const sequelBefore = /^(?:以[上下内])?[，、](?:[到至])?$/u;
const sequelBehind =
  /^(?:年?底|末)?(?:之?前|以前)?(?:要|须|将|再|力争|累计|合计)*(?:达到?|提[高升][到至]|[升增][到至]|[降减]低?[到至]|为|控制在|不低于|不超过)?$/u;

/** 2026年优良路率达到89%，2027年达到90.5%: what is counted stands in the sentence only once. */
function chineseSequel(
  sentence: string,
  { figure, date }: LevelTold,
  dates: readonly TextDate[],
  all: readonly TextFigure[],
): readonly LevelTold[] {
  if (date === null || date.end > figure.at) return [];
  const levels: LevelTold[] = [];
  let end = figure.end;
  for (const next of dates) {
    if (next.at < end || !sequelBefore.test(sentence.slice(end, next.at))) continue;
    const reached = all.find((one) => one.at >= next.end);
    if (reached === undefined || !sequelBehind.test(sentence.slice(next.end, reached.at))) return levels;
    levels.push({ figure: reached, date: next });
    end = reached.end;
  }
  return levels;
}

const onTheWay =
  /\b(?:by way of|having (?:first )?reached|after reaching|passing|via|with (?:steps|milestones) of)( (?:about )?)(\d{1,3}(?:,\d{3})+|\d{1,9}(?:\.\d{1,4})?)( ?%| per ?cent)? (?:by|in|at|until)(?: the)?(?: end of)? $/iu;

/** By way of 1.3 in March 2027 and 1.0 in March 2028: steps to the level that an English sentence tells. */
export function stepsOnTheWay(sentence: string, dates: readonly TextDate[]): readonly LevelTold[] {
  for (const date of dates) {
    const [said, space = "", digits = "", share = ""] =
      onTheWay.exec(sentence.slice(Math.max(0, date.at - 80), date.at)) ?? [];
    const reading = said === undefined ? null : parseQuantity(`${digits}${share === "" ? "" : "%"}`);
    if (said === undefined || !reading?.ok) continue;
    const at = date.at - said.length + said.indexOf(space + digits) + space.length;
    const shown = `${digits}${share}`;
    const told = { figure: { shown, at, end: at + shown.length, quantity: reading.quantity }, date };
    return [told, ...furtherLevels(sentence, told, dates)];
  }
  return [];
}

/** Words that join a shortened name with its figure; anything else makes it part of another name. */
const joins =
  /^(?:总?数量?|个数)?(?:[将要应须需拟预计确保分别均已共力争稳定保持控制维减增提压缩降达升到至为是有在由从不低少高多于超过约仅只下了至\s]{0,12}|[ a-z]{0,40})$/u;

function isOf(
  sentence: string,
  { isShort, end }: Mention,
  { at }: TextFigure,
  dates: readonly TextDate[],
): boolean {
  if (!isShort) return true;
  // 覆盖率2027年6月底前达到85%: when it shall be reached may stand between.
  const date = dates.find((one) => one.at === end);
  const from = date === undefined ? end : date.end;
  const between = sentence.slice(from, at);
  return joins.test(date === undefined ? between : between.replace(/^(?:年?底|末)?(?:前|以前|之前)?/u, ""));
}

/** What stands before a number that says where something stands. */
const before = String.raw`(?:^|[，,、：:\s有达成为至到共于过少]|\b(?:there (?:are|is|were|will be)|ha(?:s|ve|d)|reach(?:es)?|to|with|than|least|most|only|of))\s?`;
const standing = new RegExp(`${before}$`, "iu");
/** A number behind such words, or one so long that no words need be seen before it. */
const standingNumber = new RegExp(String.raw`${before}\d|\d[\d.,]{7}`, "iu");
const numberBefore = new RegExp(
  `(\\d{1,3}(?:,\\d{3})+|\\d{1,9}(?:\\.\\d{1,4})?|\\b(?:${englishNumberWords}))( ?%| per ?cent)?(?: of (?:the |all )?)? ?$`,
  "i",
);
/** What joins a share in words with what it is of: half of the, nine in ten. */
const shareJoins = /^ (?:of (?:the |all |our )?)?$/iu;

/** A figure right before the name: 共有100个社区助餐点, at least 30 serious injuries, 95% of streets. */
function figureBefore(sentence: string, { at }: Mention, all: readonly TextFigure[]): TextFigure | null {
  const before = sentence.slice(Math.max(0, at - 30), at);
  const start = at - before.length;
  const beside = all.find(
    (one) =>
      one.end === at ||
      (one.end === at - 1 && sentence[at - 1] === "的") ||
      (/^[a-z]/iu.test(one.shown) && shareJoins.test(sentence.slice(one.end, at))),
  );
  if (beside !== undefined)
    return standing.test(sentence.slice(Math.max(0, beside.at - 20), beside.at)) ? beside : null;
  const match = numberBefore.exec(before);
  const [, digits = "", share = ""] = match ?? [];
  if (match === null || !standing.test(before.slice(0, match.index))) return null;
  const shown = `${digits}${share.trimEnd()}`;
  const reading = parseQuantity(`${englishNumber(digits) ?? digits}${share === "" ? "" : "%"}`);
  const place = start + match.index;
  return reading.ok ? { shown, at: place, end: place + shown.length, quantity: reading.quantity } : null;
}

const startBefore = /(?:由|从|自|在|\bfrom)\s?[^，。；,;\d]{0,8}$/iu;
const startBehind = /^(?:的?基础上|(?:\s?[^，。；,;\d]{0,10}(?:到|至|为|达)|[^.;]{0,20}\bto\b))/iu;

/** Where a movement begins: `由72.6%提高到…`, `在72.6%的基础上`, `from 72.6% to …`. */
function isStart(sentence: string, { at, end }: TextFigure): boolean {
  return (
    startBefore.test(sentence.slice(Math.max(0, at - 12), at)) &&
    startBehind.test(sentence.slice(end, end + 24))
  );
}

/** It is in the unit of the indicator, and says where it stands. */
function isLevelOf(figure: TextFigure, sentence: string, { unit, indicator }: Figures): boolean {
  if (
    figure.quantity.soft !== null ||
    figure.quantity.upper !== null ||
    isMove(sentence, figure) ||
    isSoft(sentence, figure)
  )
    return false;
  return inUnitOf(figure, unit, indicator) !== null;
}
