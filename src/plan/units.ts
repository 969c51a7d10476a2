/** Units of measurement: from a spelling to the canonical unit, and values from one unit to another. */

import Big from "big.js";
import { own } from "../text/own.ts";
import { toSimplified } from "./chinese-number.ts";
import { divide } from "./decimal.ts";
import { toHalfWidth } from "./half-width.ts";
import type { Unit } from "./quantity.ts";
import { classifiers, multipliers, unitTable } from "./unit-table.ts";

/** Longest text read as a unit; what is longer matches as text. */
const longestUnit = 60;

/** Spellings seen are kept up to this number; hostile plans must not fill the memory. */
const mostKept = 2000;

/** What a canonical unit is, without the spelling that led to it. */
type UnitKind = Omit<Unit, "text">;

/** A row of the table with its dimension; numbers are made of it only when it is used. */
interface KnownUnit {
  readonly key: string;
  readonly dimension: string;
  readonly factor: string;
}

const one = new Big(1);
let knownSpellings: ReadonlyMap<string, KnownUnit> | null = null;
const kept = new Map<string, Unit>();
const plainUnits = new Map<string, Unit>(); // no larger than the table
const percent: Unit = { key: "%", text: "%", dimension: "percent", factor: one };

/** Every known spelling; made at the first use, so that a plan without units does not pay for it. */
function spellings(): ReadonlyMap<string, KnownUnit> {
  if (knownSpellings !== null) return knownSpellings;
  const all = new Map<string, KnownUnit>();
  for (const [dimension, units] of unitTable) {
    for (const [key, factor, others] of units) {
      const unit = { key, dimension, factor };
      all.set(key, unit);
      for (const spelling of others.split(",")) all.set(spelling, unit);
    }
  }
  for (const classifier of classifiers) {
    if (!all.has(classifier)) all.set(classifier, { key: classifier, dimension: "count", factor: "1" });
  }
  knownSpellings = all;
  return all;
}

function kindOf(unit: KnownUnit): UnitKind {
  return { ...unit, factor: unit.factor === "1" ? one : new Big(unit.factor) };
}

/**
 * The unit of a spelling, in English or Chinese, half or full width. A known unit has a canonical key and a dimension in
 * which it converts; 万元, 万人, `million yuan` are multiples; `元/人·年`, `CNY/person/year`, `per 10,000 people` are
 * compounds in a canonical order. Anything else is a text unit: it equals only itself (plural and case aside).
 */
export function findUnit(text: string): Unit {
  const plain = findPlainUnit(text);
  if (plain !== undefined) return plain;
  const seen = kept.get(text);
  if (seen !== undefined) return seen;
  const unit: Unit = { ...unitKind(canonicalSpelling(text)), text: text.trim() };
  if (kept.size >= mostKept) kept.clear();
  kept.set(text, unit);
  return unit;
}

/** The unit of a spelling that stands in the table as it is; undefined for multiples, compounds and text. */
export function findPlainUnit(text: string): Unit | undefined {
  if (text === "%") return percent;
  const seen = plainUnits.get(text);
  if (seen !== undefined) return seen;
  const known = spellings().get(text);
  if (known === undefined) return undefined;
  const unit: Unit = { ...kindOf(known), text };
  plainUnits.set(text, unit);
  return unit;
}

function canonicalSpelling(text: string): string {
  const plain = toSimplified(toHalfWidth(text)).trim().replace(/\s+/g, " ");
  const inner = /^\((.*)\)$/.exec(plain);
  return inner?.[1] ?? plain;
}

function unitKind(spelling: string): UnitKind {
  if (spelling.length > longestUnit) return textUnit(spelling);
  return (
    knownUnit(spelling) ??
    compoundUnit(spelling) ??
    multipleUnit(spelling) ??
    countedNoun(spelling) ??
    textUnit(spelling)
  );
}

/** Single letters keep their case: `M` is not a metre. */
function knownUnit(spelling: string): UnitKind | null {
  const all = spellings();
  const exact = all.get(spelling);
  if (exact !== undefined || spelling.length < 2) return exact === undefined ? null : kindOf(exact);
  const folded = all.get(spelling.toLowerCase()) ?? all.get(spelling.replaceAll(" ", "").toLowerCase());
  return folded === undefined ? null : kindOf(folded);
}

/** 万人, 亿元, `million yuan`; 千 and 百 only before known units, for they begin other words. */
function multipleUnit(spelling: string): UnitKind | null {
  for (const [word, power, key] of multipliers) {
    if (!spelling.startsWith(word)) continue;
    const rest = spelling.slice(word.length).trim();
    if (rest === "") return null;
    const known = knownUnit(rest) ?? countedNoun(rest);
    if (known === null && power < 4) return null;
    const unit = known ?? textUnit(rest);
    if (unit.dimension === "percent" || unit.dimension === "points") return null;
    return { key: key + unit.key, dimension: unit.dimension, factor: unit.factor.times(`1e${power}`) };
  }
  return null;
}

const classifierWithNoun = new RegExp(`^([${classifiers}名位户])([\u3400-\u9fff]{1,12})$`);

/** `个社区`, `名社工`, `场活动`: what the measure word counts. 个 before a unit adds nothing (`个工作日`). */
function countedNoun(spelling: string): UnitKind | null {
  const match = classifierWithNoun.exec(spelling);
  if (match?.[1] === undefined || match[2] === undefined) return null;
  return (match[1] === "个" ? knownUnit(match[2]) : null) ?? knownUnit(match[1]);
}

function textUnit(spelling: string): UnitKind {
  const lower = spelling.toLowerCase();
  const key = /[a-z]{3,}s$/.test(lower) && !lower.endsWith("ss") ? singular(lower) : lower;
  return { key, dimension: `text:${key}`, factor: one };
}

function singular(plural: string): string {
  return plural.endsWith("ies") ? `${plural.slice(0, -3)}y` : plural.slice(0, -1);
}

/** `A/B`, `A per B`, `per B`, `人均A`; several denominators in one order. Null when it is no compound. */
function compoundUnit(spelling: string): UnitKind | null {
  const average = /^人均(.+)$/.exec(spelling);
  if (average?.[1] !== undefined) return compoundOf(average[1], ["人"]);
  const parts = spelling.split(/\s*\/\s*|\s*\bper\b\s*|\s*每(?!个?$)/i);
  if (parts.length < 2) return null;
  const [numerator = "", ...denominators] = parts;
  const tokens = denominators
    .flatMap((d) => d.split(/[·*×.、]|(?<=^人)(?=[年月次]$)|\s+a\s+/))
    .map((d) => d.trim());
  return tokens.length > 4 || tokens.some((t) => t === "") ? null : compoundOf(numerator.trim(), tokens);
}

interface Denominator {
  readonly key: string;
  readonly dimension: string;
  readonly factor: Big;
}

function compoundOf(numerator: string, tokens: readonly string[]): UnitKind {
  const top = numerator === "" ? genericCount() : unitKind(numerator);
  const below = tokens.map(denominatorOf).sort((a, b) => (a.key < b.key ? -1 : 1));
  const product = below.reduce((factor, d) => factor.times(d.factor), one);
  const factor = product.eq(1) ? top.factor : divide(top.factor, product);
  const topDimension = isCount(top.dimension) ? "count" : top.dimension;
  const [single] = below;
  const overPeople =
    single !== undefined && below.length === 1 && /^count(?::person)?$/.test(single.dimension);
  const dimension =
    topDimension === "count" && overPeople
      ? "ratio"
      : `${topDimension}/${below.map((d) => d.dimension).join("·")}`;
  const topKey = numerator === "" ? "" : top.key;
  return { key: `${topKey}/${below.map((d) => d.key).join("·")}`, dimension, factor };
}

function genericCount(): UnitKind {
  return { key: "个", dimension: "count", factor: one };
}

const countedDenominator = /^(?:a )?(\d{1,3}(?:[, ]\d{3})+|\d+)?\s*(.*)$/;

/**
 * What a unit is counted over. Multiples of people or things convert (per 100, 每万人); spans of time, areas and the like
 * stay as they are, because an amount per month is no twelfth of an amount per year.
 */
function denominatorOf(token: string): Denominator {
  const match = countedDenominator.exec(token);
  const figure = (match?.[1] ?? "").replace(/[, ]/g, "");
  const count = figure === "" || Number(figure) === 0 ? one : new Big(figure);
  const word = match?.[2] ?? "";
  const bare = multipliers.find(([name]) => name === word);
  const unit = word === "" ? genericCount() : bare === undefined ? unitKind(word) : scaledCount(bare[1]);
  if (isCount(unit.dimension)) {
    const factor = count.times(unit.factor);
    const noun = unit.dimension === "count" ? "" : (unit.dimension.split(":")[1] ?? "");
    return {
      key: `${factor.eq(1) ? "" : factor.toFixed()}${noun === "" ? "个" : (own(denominatorKeys, noun) ?? noun)}`,
      dimension: unit.dimension,
      factor,
    };
  }
  return { key: `${figure}${unit.key}`, dimension: `${figure}${unit.key}`, factor: one };
}

const denominatorKeys: Readonly<Record<string, string>> = {
  person: "人",
  household: "户",
  time: "次",
  visit: "人次",
};

function scaledCount(power: number): UnitKind {
  return { key: "个", dimension: "count", factor: new Big(`1e${power}`) };
}

/** `count` and its kinds (persons, households, times, visits). */
export function isCount(dimension: string): boolean {
  return dimension === "count" || dimension.startsWith("count:");
}

/**
 * Whether values in the two units can be compared. A missing unit goes with every unit (a bare number is in the
 * indicator's unit); a bare count (个, 项) goes with every kind of count, but persons are not households.
 */
export function sameDimension(a: Unit | null, b: Unit | null): boolean {
  if (a === null || b === null || a.dimension === b.dimension) return true;
  if (!isCount(a.dimension) || !isCount(b.dimension)) return false;
  return a.dimension === "count" || b.dimension === "count";
}

/** What measure words count; a word in two groups goes with both, one in none (个, 项, 条) with all. */
const countedThings = [
  "家所处座间幢栋套",
  "件起宗例部",
  "场期届轮",
  "份本册篇部",
  "台辆架艘套部",
  "株棵",
  "头只",
];

/** True for two measure words that never count one thing (场 and 件), which convert as bare counts do all the same. */
export function countUnlikeThings(a: Unit | null, b: Unit | null): boolean {
  if (a === null || b === null || a.key === b.key || a.dimension !== "count" || b.dimension !== "count")
    return false;
  const groupsOf = ({ key }: Unit): readonly string[] =>
    key.length === 1 ? countedThings.filter((group) => group.includes(key)) : [];
  const [ofA, ofB] = [groupsOf(a), groupsOf(b)];
  return ofA.length > 0 && ofB.length > 0 && !ofA.some((group) => ofB.includes(group));
}

/** The value in another unit, exact where the quotient ends within 30 digits; null when the units do not convert. */
export function convert(value: Big, from: Unit | null, to: Unit | null): Big | null {
  if (from === null || to === null) return value;
  if (!sameDimension(from, to)) return null;
  // Most factors are the very same decimal; comparing makes another first.
  if (from.factor === to.factor || from.factor.eq(to.factor)) return value;
  const base = value.times(from.factor);
  return to.factor.eq(1) ? base : divide(base, to.factor);
}
