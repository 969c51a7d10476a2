/** Moves in running text: 提高20个百分点, falls by a number, is halved, and 由45%提高到85%. Shared by rules; not a rule. */
import Big from "big.js";
import { parseQuantity } from "../../plan/parse-quantity.ts";
import type { Quantity } from "../../plan/quantity.ts";
import { percentOfFraction } from "./english-fractions.ts";

/** The size of a move with its place. */
export interface TextMove {
  readonly shown: string;
  readonly at: number;
  readonly end: number;
  readonly size: Quantity;
  /** 1 for a rise, -1 for a fall; 0 where the words leave it open. */
  readonly way: number;
  /** The size is a least one (至少, 以上, at least). */
  readonly isLeast: boolean;
}

/** Where something moves from and to, with the place of both. */
export interface TextSpan {
  readonly shown: string;
  readonly at: number;
  readonly end: number;
  readonly from: Quantity;
  readonly to: Quantity;
}

const number = String.raw`\d{1,12}(?:,\d{3}){0,4}(?:\.\d{1,4})?`;
const units =
  "个?百分点|percentage points?|points?\\b|pp\\b|[%％]|per ?cent\\b|个?工作日|小时|分钟|天|个月|万元|亿元|元|万人次|人次|万人|人|名|户|家|所|个|件|场|次|项|处|座|公里|平方米|hours?\\b|days?\\b|people\\b";
const rise = "提高|提升|增长|增加|上升|扩大|新增|净增";
const fall = "下降|降低|减少|压减|压缩|缩短|回落";
const rises = new RegExp(rise, "u");
const chineseMove = new RegExp(
  `(${rise}|${fall})(?:了)?(至少|不少于|不低于|超过)?\\s?(${number}\\s?(?:${units}))(以上)?(?!左右|上下|[^，。；、]{0,3}[到至])`,
  "gu",
);
const englishMove = new RegExp(
  `\\b(?:(rise|rose|risen|grow|increas|rais|improv|(?<!\\b(?:mak(?:e|es|ing)|made|tak(?:e|es|ing)|took|add|adds|set|sets) )up\\b|gain)|(fall|fell|cut|reduc|decreas|drop|lower|shorten|declin|down\\b))[a-z]*(?:(?:\\s[^.;,\\d]{0,50}?)?(?:\\sby|\\sof|(?<=\\b(?:up|down)))|(?=\\s${number}\\s?(?:percentage )?points?\\b))\\s(at least |more than )?(${number}\\s?(?:${units})?)(?!\\s?(?:or so|to\\b|of\\b|[/%％]|per ?cent)|[\\d.,]\\d)`,
  "giu",
);
/** From 60% to 85%, or by 25 points. */
const appositive = new RegExp(
  `, (?:or|that is|which is|which makes|i\\.e\\.,?|an? (?:rise|fall|gain|increase|drop|cut) of)(?: by)? (${number}\\s?(?:${units}))`,
  "giu",
);
const foldMove =
  /(翻一番|翻番|\bdoubl(?:e|es|ed|ing)\b)|(减半|\bhalv(?:e|es|ed|ing)\b)|(\btr[ie][pb]l(?:e|es|ed|ing)\b)/giu;
/** Fall by a third, are cut by half. */
const partMove =
  /\b(?:(rise|rose|grow|grew|increas|rais|improv|gain)|(fall|fell|cut|reduc|decreas|drop|lower|shorten|declin))[a-z]*(?: [^.;,\d]{0,50}?)? by (half|(?:a|one) third|two thirds|(?:a|one) quarter|three quarters|(?:a|one) fifth|(?:a|one) tenth)\b(?! (?:of|as|again|to|more))/giu;
/** 40% fewer in 2030 than in 2025, a third less than in 2025. */
const comparedMove = new RegExp(
  `\\b(${number} ?(?:%|per ?cent)|half|(?:a|one) third|two thirds|(?:a|one) quarter|(?:a|one) fifth) (?:(more|higher|larger|greater)|fewer|less|lower|smaller|shorter)\\b[^.;,]{0,40}? than(?: (?:it|they|there) (?:was|were))? (?:in|at|on|now|today)\\b`,
  "giu",
);
/** A fraction in words as the percent that is meant by it: a third is 33%. */
function sizeOf(words: string): string {
  const percent = percentOfFraction(words, 0);
  return percent === null ? words : `${percent}%`;
}

/** Looks that are cheap before expressions that are dear to make. */
const latinLetter = /[a-z]/i;
const anyMove = new RegExp(
  `${rise}|${fall}|翻|减半|\\b(?:by|of|up|down|points?|than)\\b|halv|doubl|tr[ie][pb]l`,
  "iu",
);
const rates = /年均|每年|逐年|年增|同比|环比|\b(?:a|per|each|every) year\b|annual|yearly/iu;

const objectMove = new RegExp(
  `(?:新增|净增|增加|新建|增设|新设)([\\u4e00-\\u9fff]{3,16}?)(至少|不少于|不低于|超过)?\\s?(${number}\\s?(?:${units}|[张部台套间]))(以上)?(?!左右|上下)`,
  "gu",
);

/** A move with what is moved between verb and size: 新增家庭养老床位1000张. */
export interface ObjectMove extends TextMove {
  readonly object: string;
}

/** All such moves of a sentence but those of a rate. */
export function objectMovesIn(text: string): readonly ObjectMove[] {
  if (!/新增|净增|增加|新建|增设|新设/u.test(text) || rates.test(text)) return [];
  return [...text.matchAll(objectMove)].flatMap(
    ({ index: at, 0: shown, 1: object = "", 2: least, 3: size = "", 4: above }) => {
      const reading = parseQuantity(size);
      if (!reading.ok) return [];
      const isLeast = least !== undefined || above !== undefined;
      return [{ shown, at, end: at + shown.length, size: reading.quantity, way: 1, isLeast, object }];
    },
  );
}

/** Starting up until the end of 2026: a number alone that reads as a year is one. */
const isYear = /^(?:19|20)\d\d$/u;

/** All moves of a sentence but those of a rate (每年提高, a year); at most 50. */
export function movesIn(text: string): readonly TextMove[] {
  if (!anyMove.test(text) || rates.test(text)) return [];
  const moves: TextMove[] = [];
  const add = (at: number, shown: string, size: string, way: number, isLeast: boolean): void => {
    const reading = parseQuantity(size.replace(/per ?cent$/i, "%"));
    if (reading.ok && !isYear.test(size) && moves.length < 50)
      moves.push({ shown, at, end: at + shown.length, size: reading.quantity, way, isLeast });
  };
  for (const { index, 0: shown, 1: word = "", 2: least, 3: size = "", 4: above } of text.matchAll(
    chineseMove,
  ))
    add(index, shown, size, rises.test(word) ? 1 : -1, least !== undefined || above !== undefined);
  for (const { index, 0: shown, 1: up, 3: least, 4: size = "" } of latinLetter.test(text)
    ? text.matchAll(englishMove)
    : [])
    add(index, shown.trimEnd(), size.trim(), up === undefined ? -1 : 1, least !== undefined);
  for (const { index, 0: shown, 1: size = "" } of text.includes(", ") ? text.matchAll(appositive) : [])
    if (!moves.some(({ at, end }) => at < index + shown.length && index < end))
      add(index, shown.trimEnd(), size.trim(), 0, false);
  for (const { index, 0: shown, 1: up, 3: size = "" } of /\bby (?:half|a|one|two|three)\b/iu.test(text)
    ? text.matchAll(partMove)
    : [])
    add(index, shown, sizeOf(size), up === undefined ? -1 : 1, false);
  for (const { index, 0: shown, 1: size = "", 2: up } of / than /u.test(text)
    ? text.matchAll(comparedMove)
    : [])
    add(index, shown, sizeOf(size), up === undefined ? -1 : 1, false);
  for (const { index, 0: shown, 1: twice, 2: half } of text.matchAll(foldMove)) {
    const size = half !== undefined ? "50%" : twice !== undefined ? "100%" : "200%";
    add(index, shown, size, half === undefined ? 1 : -1, false);
  }
  return moves.filter((one) => one.size.soft === null && one.size.upper === null && one.size.value.gt(0));
}

const spanUnits =
  "[%％]|个?工作日|小时|分钟|天|万元|亿元|元|人次|万人|人|名|户|家|所|个|件|项|处|座|hours?|days?|people";
const chineseSpan = new RegExp(
  `[由从自](?:[^，。；,;\\d]{0,12})?(${number}\\s?(?:${spanUnits}))[^，。；,;\\d]{0,10}[到至为](?:[^，。；,;\\d]{0,4})?(${number}\\s?(?:${spanUnits}))`,
  "gu",
);
const englishSpan = new RegExp(
  `\\bfrom (${number}\\s?(?:%|per ?cent|${spanUnits})?)(?: [a-z][^.;,\\d]{0,30})? to (${number}\\s?(?:%|per ?cent|${spanUnits})?)`,
  "giu",
);

/** All spans from one figure to another of one kind; at most 20. */
export function spansIn(text: string): readonly TextSpan[] {
  const found: TextSpan[] = [];
  for (const pattern of [chineseSpan, englishSpan]) {
    for (const { index, 0: shown, 1: from = "", 2: to = "" } of text.matchAll(pattern)) {
      const [a, b] = [from, to].map((one) => parseQuantity(one.trim().replace(/per ?cent$/i, "%")));
      // From 2019 to 2025 is a time.
      if (isYear.test(from.trim()) && isYear.test(to.trim())) continue;
      if (found.length >= 20 || !a?.ok || !b?.ok || a.quantity.unit?.key !== b.quantity.unit?.key) continue;
      found.push({ shown, at: index, end: index + shown.length, from: a.quantity, to: b.quantity });
    }
  }
  return found;
}

/** How a move compares with the way from one value to another. */
export interface MoveVerdict {
  readonly agrees: boolean;
  /** The figure is right in points, but written as a percent. */
  readonly meansPoints: boolean;
  /** What the two values give, in points for shares. */
  readonly points: Big;
  /** The same in percent of the value before; null where that is zero. */
  readonly percent: Big | null;
}

/** Holds a move against two values of one unit; null where the move is in another unit. */
export function holdMove(
  { size, way, isLeast }: TextMove,
  from: Big,
  to: Big,
  unit: { readonly isShare: boolean; convert(size: Quantity): Big | null },
): MoveVerdict | null {
  const points = to.minus(from);
  const percent = from.eq(0) ? null : points.div(from).times(100).round(2);
  const { dimension = "" } = size.unit ?? {};
  const fits = (actual: Big | null, said: Big): boolean => {
    if (actual === null) return false;
    const own = way === 0 ? actual.abs() : actual.times(way);
    return isLeast ? own.gte(said) : own.minus(said).abs().lte(slackOf(size));
  };
  // A share rises by points, marks are another thing's unit.
  if (dimension === "points" || (dimension === "marks" && unit.isShare)) {
    if (!unit.isShare) return null;
    return { agrees: fits(points, inBase(size)), meansPoints: false, points, percent };
  }
  if (dimension === "percent") {
    const agrees = fits(percent, inBase(size));
    return { agrees, meansPoints: !agrees && unit.isShare && fits(points, inBase(size)), points, percent };
  }
  const said = unit.isShare ? null : unit.convert(size);
  return said === null ? null : { agrees: fits(points, said), meansPoints: false, points, percent };
}

function inBase({ value, unit }: Quantity): Big {
  return value.times(unit?.factor ?? 1);
}

/** Half of the last digit that is written: 33% is right for a third. */
function slackOf({ value, unit }: Quantity): Big {
  const places = Math.max(0, value.c.length - value.e - 1);
  const half = new Big("0.5").div(new Big(10).pow(places));
  return unit?.dimension === "percent" ? half : new Big(0);
}
