/**
 * Names and as many shares in one order: 权重分别为30%、50%和20%, 分别占40分、30分、30分, 按7∶3的比例分担; and levels of several dates told so.
 * Shared by rules of texts; not a rule.
 */
import Big from "big.js";
import { divide, formatDecimal } from "../../plan/decimal.ts";
import { parseQuantity } from "../../plan/parse-quantity.ts";
import { behindLast } from "./clauses.ts";
import type { TextDate } from "./dates.ts";
import type { TextFigure } from "./figures.ts";

const sharesBehind =
  /(?:权重|比重|占比|分值)(?:依次|分别)(?:为|是|占|赋|计|给予)?\s?|(?:依次|分别|各)占(?:权重|比重)?\s?|按照?(?=\d{1,3}%?[、和])/u;
/** 三部分组成，其 */
const toWeights =
  /^(?:等?[二两三四五六七八九十]?个?(?:部分|方面|项|类|大类|指标|内容)*)?(?:组成|构成)?，?(?:其|各自|所占|各)?的?$/u;
const listed = /^(?:以?及|[、，和与\s])+$/u;
const furtherName = /[、和与及]$/u;
const ratio = /(?:按照?|以)\s?(\d{1,3}(?:\s?[:：∶比]\s?\d{1,3}){1,5})(?:的)?(?:比例|权重|比重|标准)?/u;
const toRatio = /^(?:两级财政|各级财政|财政|双方|三方|各方|资金|经费|共同|统一|，)*$/u;

/** The share of each name; empty where it is open which is whose. */
export function inTurn<T>(
  sentence: string,
  things: readonly T[],
  shares: readonly TextFigure[],
  nameOf: (thing: T) => string,
): ReadonlyMap<T, TextFigure> {
  const found = rowBehind(sentence, shares);
  if (found === null) return new Map();
  const { row, at } = found;
  const named = things
    .map((one) => ({
      one,
      at: sentence.lastIndexOf(nameOf(one), at - nameOf(one).length),
      length: nameOf(one).length,
    }))
    .filter((one) => one.at >= 0)
    .map(({ one, at: start, length }) => ({ one, at: start, end: start + length }));
  const isBeside = (words: string): boolean => found.joins.some((one) => one.test(words));
  return pairedInTurn(sentence, named, { row, at }, { listed, furtherName, isBeside });
}

/** A name in a sentence. */
export interface NamePlace<T> {
  readonly one: T;
  readonly at: number;
  readonly end: number;
}

/** How a language joins names, and names and shares. */
interface Joining {
  /** All that stands between two names of a row. */
  readonly listed: RegExp;
  /** At the end of what stands before the first name: a name before it is none of those sought. */
  readonly furtherName: RegExp;
  /** What stands between the last name and the shares says no more than that these are theirs. */
  readonly isBeside: (words: string) => boolean;
}

/** Each name with its share, where as many names as shares stand in two rows; empty where it is open which share is whose. */
export function pairedInTurn<T>(
  sentence: string,
  names: readonly NamePlace<T>[],
  { row, at }: { readonly row: readonly TextFigure[]; readonly at: number },
  { listed, furtherName, isBeside }: Joining,
): ReadonlyMap<T, TextFigure> {
  const named = names.toSorted((a, b) => a.at - b.at);
  const [first, last] = [named[0], named.at(-1)];
  if (first === undefined || last === undefined || row.length < 2 || row.length !== named.length)
    return new Map();
  const isRow = named.every((one, i) => {
    const before = named[i - 1];
    return before === undefined || listed.test(sentence.slice(before.end, one.at));
  });
  const isWhole = !furtherName.test(sentence.slice(0, first.at));
  if (!isRow || !isWhole || !isBeside(sentence.slice(last.end, Math.max(last.end, at)))) return new Map();
  return new Map(named.flatMap(({ one }, i) => (row[i] === undefined ? [] : [[one, row[i]] as const])));
}

interface Row {
  readonly row: readonly TextFigure[];
  /** Where it begins, with the words before it. */
  readonly at: number;
  readonly joins: readonly RegExp[];
}

function rowBehind(sentence: string, shares: readonly TextFigure[]): Row | null {
  const match = sharesBehind.exec(sentence);
  if (match === null) return rowOfRatio(sentence);
  let end = match.index + match[0].length;
  const row: TextFigure[] = [];
  for (const share of shares) {
    if (share.at < end) continue;
    if (share.at > end && !(row.length > 0 && listed.test(sentence.slice(end, share.at)))) break;
    row.push(share);
    end = share.end;
  }
  return { row, at: match.index, joins: [toWeights] };
}

/** 7∶3 is told as 70% and 30%, each with the place of the whole ratio. */
function rowOfRatio(sentence: string): Row | null {
  const match = ratio.exec(sentence);
  const shown = match?.[1] ?? "";
  if (match === null || shown === "") return null;
  const parts = shown.split(/\s?[:：∶比]\s?/u).map(Number);
  const sum = parts.reduce((total, one) => total + one, 0);
  if (sum === 0) return null;
  const at = match.index + match[0].indexOf(shown);
  const row = parts.flatMap((part): TextFigure[] => {
    const share = divide(new Big(part).times(100), new Big(sum)).round(4);
    const reading = parseQuantity(`${formatDecimal(share)}%`);
    return reading.ok ? [{ shown, at, end: at + shown.length, quantity: reading.quantity }] : [];
  });
  return { row, at: match.index, joins: [toRatio, toWeights] };
}

const eachInTurn = /依次|分别|\brespectively\b/iu;
const betweenNames = /[、和与及]|, (?:and )?| and /gu;
/** A name stands right beside the next, or the one before. */
const besideBehind = /^(?:[、和与及]|, (?:and )?| and )/u;
const besideBefore = /(?:[、和与及]|, (?:and )?| and )$/u;
const betweenLevels = /^(?:以[上下内])?(?:[、，和与及\s]+|以及|,? and |, )$/u;

/** A range has two ends of one level. */
const isRange = /\bbetween\s*$|在\s*$/iu;
/** Dates in a row before the names are no names. */
const signsOfDates = "0123456789年月底末";

/**
 * 响应率、解决率、满意率分别达到90%、85%、80%: the level of a name that stands in such a row, also where nothing but the two rows says that
 * they are told in turn. Null where it is open whose they are; undefined where the levels are not told in turn.
 */
function levelInTurn(
  sentence: string,
  { at, end }: { readonly at: number; readonly end: number },
  figures: readonly TextFigure[],
): TextFigure | null | undefined {
  const told = eachInTurn.exec(sentence);
  const first = figures.find((one) => one.at >= end);
  if (first === undefined || (told !== null && told.index < end && told[0] !== "respectively"))
    return undefined;
  if (told === null && isRange.test(sentence.slice(end, first.at))) return undefined;
  const row = [first];
  for (const one of figures) {
    const last = row.at(-1) ?? first;
    if (one.at <= last.at) continue;
    if (!betweenLevels.test(sentence.slice(last.end, one.at))) break;
    row.push(one);
  }
  const behind = countOf(betweenNames, sentence.slice(end, first.at));
  const lead = sentence.slice(0, at);
  const before = countOf(betweenNames, told === null ? behindLast(lead, signsOfDates) : lead);
  if (row.length < 2 || behind + before === 0) return undefined;
  if (told === null && !besideBehind.test(sentence.slice(end)) && !besideBefore.test(lead)) return null;
  // As many names as levels, counted from the last: before the first name a date or another clause may stand.
  return behind + before < row.length - 1 ? null : (row[row.length - 1 - behind] ?? null);
}

/** As `levelInTurn`; of several dates the names and their levels must all stand behind one, and before the next. */
export function rowLevel(
  sentence: string,
  mention: { readonly at: number; readonly end: number },
  all: readonly TextFigure[],
  dates: readonly TextDate[],
): TextFigure | null | undefined {
  if (dates.length < 2) return levelInTurn(sentence, mention, all);
  const start = Math.max(0, ...dates.map(({ end }) => (end <= mention.at ? end : 0)));
  const next = Math.min(sentence.length, ...dates.map(({ at }) => (at >= mention.at ? at : sentence.length)));
  if (start === 0) return undefined;
  const own = all.filter((one) => one.at >= start && one.end <= next);
  return levelInTurn(" ".repeat(start) + sentence.slice(start, next), mention, own);
}

function countOf(pattern: RegExp, words: string): number {
  return words.match(pattern)?.length ?? 0;
}

const joined = /^(?:[、和，与\s]*(?:年?年底|年末|底|末)?[、和与]|,? and |, )$/u;

/**
 * 2026年、2027年、2028年分别达到86%、89%、92%: the date of each figure of the row that begins with `first`; empty where they are told otherwise.
 */
export function datesInTurn(
  sentence: string,
  dates: readonly TextDate[],
  figures: readonly TextFigure[],
  first: TextFigure,
): ReadonlyMap<TextFigure, TextDate> {
  const row: TextFigure[] = [first];
  for (const one of figures) {
    const last = row.at(-1) ?? first;
    if (one.at <= last.at) continue;
    if (!joined.test(sentence.slice(last.end, one.at).replace(/^以[上下]/u, ""))) break;
    row.push(one);
  }
  const before: TextDate[] = [];
  for (const one of dates.filter(({ end }) => end <= first.at).reverse()) {
    const [next] = before;
    if (next !== undefined && !joined.test(sentence.slice(one.end, next.at))) break;
    before.unshift(one);
  }
  if (row.length !== before.length || row.length < 2) return new Map();
  return new Map(row.flatMap((one, i) => (before[i] === undefined ? [] : [[one, before[i]] as const])));
}
