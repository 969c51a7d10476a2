/** The body of a quantity, everything but the time behind `@`: words before, figure or range, unit, words behind. */
import Big from "big.js";
import { formatDecimal } from "./decimal.ts";
import type { Relation, Unit } from "./quantity.ts";
import { readPrefixes, readSuffixes } from "./quantity-affixes.ts";
import { type Figures, readFigures } from "./quantity-figures.ts";
import { isWithinRange, type ReadNumber } from "./quantity-number.ts";
import { type BodyFault, type BodyText, bodyFault, type ReadBody, type Words } from "./quantity-reading.ts";
import { readRest } from "./quantity-unit.ts";
import { convert } from "./units.ts";

const dateShape = /^0*(?:19|20)\d\d(?:(?:[-/.]\d{1,2}){2}|[-/]\d{1,2}|年.*|-[qh]\d)$/;
const noFigureWords = /^(?:null|n\/a|na|nil|none|tbd|tbc|-+|—+|无|暂无|未知|待定|未报送)$/;

/** Reads the body of a literal; `start` < `end`. */
export function readBody(body: BodyText): ReadBody | BodyFault {
  const plain = body.plain.slice(body.start, body.end);
  if (noFigureWords.test(plain)) return bodyFault("null-word", body.start, body.end);
  const words: Words = {
    relation: null,
    weakRelation: null,
    soft: null,
    change: null,
    level: false,
    per: null,
    over: null,
    currency: null,
    notes: [],
  };
  const before = readPrefixes(body, words);
  if (typeof before !== "number") return before;
  if (dateShape.test(body.plain.slice(before, body.end)))
    return bodyFault("unreadable", body.start, body.end);
  const after = readSuffixes(body, before, words);
  if (typeof after !== "number") return after;
  const figures = readFigures(body, before, after);
  if (!figures.ok) return noFigure(body, before, words, figures);
  return finish(body, words, figures, after);
}

const shareWords: readonly (readonly [RegExp, string])[] = [
  [/^(?:过半数?|超过半数|超半数|超过一半|more than half)$/, ">50%"],
  [/^(?:半数以上|一半以上|不少于半数|at least half)$/, "≥50%"],
  [/^(?:半数|一半|half)$/, "50%"],
  [/^(?:全部|全覆盖|全面|全数|百分百|all)$/, "100%"],
];
const doubling = /翻了?([一两三四1-4]?)番|翻倍/;
const digits = "一二三四五六七八九";
const discount = new RegExp(`([${digits}])([${digits}])折`);

/** Why there is no figure, with the form that says the same in figures. */
function noFigure(body: BodyText, before: number, words: Words, fault: BodyFault): BodyFault {
  if (fault.fault.code !== "no-number") return fault;
  const whole = body.plain.slice(body.start, body.end);
  const named = doublingFault(body, whole) ?? discountFault(body, whole);
  if (named !== null) return named;
  const share = shareWords.find(([pattern]) => pattern.test(whole));
  if (share !== undefined) return bodyFault("share-word", body.start, body.end, share[1]);
  const rest = body.plain.slice(before, body.end);
  const bounds = rest === "" ? words.relation !== null : /^(?:以上|以下|以内)$/.test(rest);
  return bodyFault(bounds ? "no-value" : "no-number", body.start, body.end);
}

/** 翻两番: twice twice as much, which is an increase by three times. */
function doublingFault({ start }: BodyText, whole: string): BodyFault | null {
  const match = doubling.exec(whole);
  if (match === null) return null;
  const times = match[1] ?? "";
  const often = times === "" ? 1 : /\d/.test(times) ? Number(times) : "一两三四".indexOf(times) + 1;
  const at = start + match.index;
  return bodyFault("doubling", at, at + match[0].length, `增长${2 ** often - 1}倍`);
}

/** 八五折 is 85%. */
function discountFault({ start }: BodyText, whole: string): BodyFault | null {
  const match = discount.exec(whole);
  if (match === null) return null;
  const percent = [match[1], match[2]].map((digit) => digits.indexOf(digit ?? "") + 1).join("");
  const at = start + match.index;
  return bodyFault("tenths", at, at + match[0].length, `${percent}%`);
}

/** Puts figures, unit and words together. */
function finish(body: BodyText, words: Words, figures: Figures, end: number): ReadBody | BodyFault {
  const written = readRest(body, figures, end, words);
  if (!written.ok) return written;
  const { unit, scale } = written;
  const { first, second } = figures;
  if (words.change !== null && (first?.signed || second?.signed))
    return bodyFault("double-sign", body.start, end);
  const low =
    first === null ? null : (written.quotient ?? endValue(first, written.first ?? unit, unit, scale));
  const high = second === null ? null : endValue(second, unit, unit, scale);
  if ((first !== null && low === null) || (second !== null && high === null)) {
    return bodyFault("range-units", body.start, end);
  }
  if (figures.isRange && words.relation !== null) return bodyFault("relation-on-range", body.start, end);
  if (low !== null && high !== null && low.gt(high)) {
    return bodyFault("reversed-range", figures.start, figures.rest, reversedHint(figures, body.plain));
  }
  return assemble(body, words, figures, { low, high, unit, end });
}

/** The ends changed over, where what each counts stays with it: the unit behind the range is not part of the hint. */
function reversedHint({ first, second, firstUnit, rest }: Figures, plain: string): string | null {
  if (first === null || second === null || first.signed || second.signed) return null;
  if (!plain.startsWith(firstUnit, rest)) return null;
  const share = first.share ?? second.share ?? "";
  const [low, high] = [second, first].map(({ value }) => `${formatDecimal(value)}${share}`);
  return isLong(first.value) || isLong(second.value) ? null : `${low}${firstUnit}..${high}`;
}

/** A quotient (三分之二) is nothing to write down. */
function isLong(value: Big): boolean {
  return value.c.length > 20;
}

/** The value of one end in the unit of the whole; null when its own unit does not convert. */
function endValue(end: ReadNumber, own: Unit | null, unit: Unit | null, scale: number): Big | null {
  const value = scale === 0 ? end.value : end.value.times(`1e${scale}`);
  return convert(value, own, unit);
}

interface Ends {
  readonly low: Big | null;
  readonly high: Big | null;
  readonly unit: Unit | null;
  readonly end: number;
}

/** Years, and years in each span: 年, 年/年. */
const countsYears = /^年(?:\/|$)/;

function isLikeYear(figure: Big | null): boolean {
  return figure?.gte(1900) === true && figure.lt(2100);
}

function assemble(body: BodyText, words: Words, figures: Figures, ends: Ends): ReadBody | BodyFault {
  const { low, high, unit } = ends;
  // 2024至2026年 are dates; nobody counts so many years.
  if (unit !== null && countsYears.test(unit.key) && [low, high].some(isLikeYear))
    return bodyFault("unreadable", body.start, body.end);
  const open = figures.isRange && (low === null || high === null);
  const value = low ?? high ?? new Big(0);
  if (!isWithinRange(value) || (high !== null && !isWithinRange(high)))
    return bodyFault("exponent", body.start, ends.end);
  const stated = open
    ? low === null
      ? "<="
      : ">="
    : (words.relation ?? (figures.isRange ? null : words.weakRelation));
  const falls = words.change === -1;
  const upper = figures.isRange && !open ? high : null;
  return {
    ok: true,
    value: falls ? (upper ?? value).neg() : value,
    upper: falls && upper !== null ? value.neg() : upper,
    unit,
    relation: falls && stated !== null ? mirrored[stated] : stated,
    signed: words.change !== null || (figures.first ?? figures.second)?.signed === true,
    level: words.level,
    per: words.per,
    soft: words.soft,
    notes: words.notes,
  };
}

/** 下降30%以上 bounds the size of the fall; on the number line that is −30 or less. */
const mirrored: Readonly<Record<Relation, Relation>> = {
  ">=": "<=",
  "<=": ">=",
  ">": "<",
  "<": ">",
  "=": "=",
};
