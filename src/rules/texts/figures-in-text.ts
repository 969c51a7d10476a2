/**
 * The figures that stand in a printed text, read as quantities with the words of bound around them (不低于85%, 24小时以内,
 * at least 40 hours). Only digits with a unit count; a year (2027年) is a date. Shared by rules; not a rule.
 */
import { toHalfWidth } from "../../plan/half-width.ts";
import { parseQuantity } from "../../plan/parse-quantity.ts";
import type { Quantity } from "../../plan/quantity.ts";

const number = String.raw`\d{1,3}(?:,\d{3}){1,4}|\d{1,12}(?:\.\d{1,6})?`;
const chineseUnits =
  "个?百分点|[%％‰]|个?小时|分钟|秒|个?工作日|个月|[天周]|年(?!代|度|底|末|初)|[万亿]?元|万?人次|[万亿]?[人名户家个项件次台套处张篇份]|平方米|平方公里|公里|学时|倍";
const englishUnits =
  "percentage points?|points?|pp|percent|%|working days?|hours?|minutes?|seconds?|days?|weeks?|months?|years?|people|households|m²|km";
const before =
  "不低于|不少于|不高于|不多于|不超过|低于|少于|高于|多于|超过|不足|不满|至少|最多|[≥≤><]=?|at least |at most |more than |less than |no more than |no less than |within |over |under |below |above |up to ";
const behind = "以上|以下|以内|及以上|及以下|内| or more| or less";
const figure = new RegExp(
  String.raw`(?<![\d.,第])(${before})?\s{0,2}(${number})\s{0,2}(?:(${chineseUnits})|(${englishUnits})(?![a-z]))(${behind})?`,
  "giu",
);

/** Longest text that is searched. */
const longestText = 20_000;
/** Most figures of one text. */
const mostFigures = 200;

/** All figures of a text, in its order. */
export function figuresInText(text: string): readonly Quantity[] {
  const found: Quantity[] = [];
  for (const match of toHalfWidth(text.slice(0, longestText)).matchAll(figure)) {
    const [whole, bound = "", digits = "", chinese, english, end = ""] = match;
    if (isYear(digits, chinese ?? "")) continue;
    const unit = chinese ?? english ?? "";
    const reading = readFirst([whole.trim(), `${bound}${digits}${unit}${end}`, `${digits}${unit}`]);
    if (reading !== null) found.push(reading);
    if (found.length === mostFigures) break;
  }
  return found;
}

function readFirst(forms: readonly string[]): Quantity | null {
  for (const form of forms) {
    const reading = parseQuantity(form);
    if (reading.ok) return reading.quantity;
  }
  return null;
}

function isYear(digits: string, unit: string): boolean {
  return unit === "年" && /^(?:19|20)\d\d$/.test(digits);
}

/** The calendar years that a text names: 2027年, 2027, but no part of a longer figure. */
export function yearsInText(text: string): readonly number[] {
  return [...text.slice(0, longestText).matchAll(/(?<![\d.,])((?:19|20)\d\d)(?=年|[^\d.,%\p{L}]|$)/gu)].map(
    ([, year = ""]) => Number(year),
  );
}
