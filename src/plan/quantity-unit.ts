/** What stands behind the figures of a quantity: unit, ratio, rate. */
import Big from "big.js";
import { divide } from "./decimal.ts";
import type { Unit } from "./quantity.ts";
import { takeRelation } from "./quantity-affixes.ts";
import type { Figures } from "./quantity-figures.ts";
import { type BodyFault, type BodyText, bodyFault, type Words } from "./quantity-reading.ts";
import { spanWord, timeSpanOf } from "./quantity-words.ts";
import { multipliers } from "./unit-table.ts";
import { findPlainUnit, findUnit } from "./units.ts";

/** Unit of the whole; `first`: unit of a range's lower end where it differs; `scale`: power of ten of a bare 万. */
export interface RestUnit {
  readonly ok: true;
  readonly unit: Unit | null;
  readonly first: Unit | null;
  readonly scale: number;
  /** The figure of a ratio or fraction, divided out; null for all others. */
  readonly quotient: Big | null;
}

/** Reads what stands behind the figures: a unit, a ratio, a rate; 余 and 多 soften. */
export function readRest(body: BodyText, figures: Figures, end: number, words: Words): RestUnit | BodyFault {
  const plainUnit = unitAlone(body, figures, end, words);
  if (plainUnit !== null) return plainUnit;
  let from = figures.rest;
  const surplus = /^(?:余|多|来)/.exec(body.plain.slice(from, end));
  if (surplus !== null) {
    words.soft ??= body.text.charAt(from);
    from += 1;
  }
  const infix = /^(.{0,8}?)(以上|以下|以内)的?(?=[\u3400-\u9fff])/.exec(body.plain.slice(from, end));
  const relation = infix?.[2] === undefined ? null : infix[2] === "以上" ? ">=" : "<=";
  if (relation !== null) {
    const fault = takeRelation(relation, from, end, words);
    if (fault !== null) return fault;
  }
  const plain = body.plain.slice(from, end);
  const spelling = (infix === null ? plain : (infix[1] ?? "") + plain.slice(infix[0].length)).trim();
  const written = infix === null ? body.text.slice(from, end).trim() : spelling;
  const share = figures.first?.share ?? figures.second?.share ?? null;
  if (spelling === "" && words.currency === null) return shareUnit(share, figures, words);
  if (share !== null) return rateOrFault({ body, from, end, words }, share, spelling);
  return (
    ratioUnit(figures, spelling) ??
    tenthsFault(figures, spelling) ??
    unitOf({ body, from, end, words }, figures, spelling, written)
  );
}

/** The commonest case: nothing or a known unit behind the figure, and no word that belongs to it. */
function unitAlone({ text }: BodyText, figures: Figures, end: number, words: Words): RestUnit | null {
  const { first, second, firstUnit, rest } = figures;
  if (words.per !== null || words.over !== null || words.currency !== null || firstUnit !== "") return null;
  if ((first !== null && first.share !== null) || (second !== null && second.share !== null)) return null;
  const spelling = text.slice(rest, end).trim();
  if (spelling === "") return found(null);
  const unit = findPlainUnit(spelling);
  return unit === undefined ? null : found(unit);
}

function shareUnit(share: string | null, figures: Figures, words: Words): RestUnit {
  const own = figures.first?.share ?? null;
  if (share !== null)
    return found(findUnit(figures.second?.share ?? share), own === null ? null : findUnit(own));
  if (figures.firstUnit !== "") return found(findUnit(figures.firstUnit));
  return found(words.over === null ? null : findUnit(`/${words.over}`));
}

function found(unit: Unit | null, first: Unit | null = null, scale = 0): RestUnit {
  return { ok: true, unit, first, scale, quotient: null };
}

interface RestPlace {
  readonly body: BodyText;
  readonly from: number;
  readonly end: number;
  readonly words: Words;
}

/** 百分之五/年: behind a share only a rhythm may follow. */
function rateOrFault(place: RestPlace, share: string, spelling: string): RestUnit | BodyFault {
  const span = spanBehind(spelling);
  if (span === null || span.numerator !== "") return bodyFault("unreadable", place.from, place.end);
  place.words.per = span.span;
  return found(findUnit(share));
}

const ratioRest = /^(?::|比) ?(\d[\d,]*(?:\.\d+)?)$/;
const fractionRest = /^\/ ?(\d{1,9})$/;

/** `1:350` → the figure is divided; `1/3` → a share in percent. */
function ratioUnit(figures: Figures, spelling: string): RestUnit | BodyFault | null {
  const match = ratioRest.exec(spelling) ?? fractionRest.exec(spelling);
  if (match === null || figures.first === null || figures.second !== null) return null;
  const below = new Big((match[1] ?? "").replaceAll(",", ""));
  const { value, next } = figures.first;
  if (below.eq(0)) return bodyFault("zero-denominator", next, next + spelling.length);
  const isShare = spelling.startsWith("/");
  const quotient = divide(isShare ? value.times(100) : value, below);
  return { ...found(isShare ? findUnit("%") : proportion), quotient };
}

const proportion: Unit = { key: "1:1", text: "1:1", dimension: "ratio", factor: new Big(1) };

/** 三成, 八成五: said in percent. */
function tenthsFault({ start, first, rest: behind }: Figures, spelling: string): BodyFault | null {
  const match = /^成([一二三四五六七八九半])?$/.exec(spelling);
  if (match === null || first === null) return null;
  const rest =
    match[1] === undefined ? 0 : match[1] === "半" ? 5 : "一二三四五六七八九".indexOf(match[1]) + 1;
  return bodyFault(
    "tenths",
    start,
    behind + match[0].length,
    `${first.value.times(10).plus(rest).toFixed()}%`,
  );
}

const spanForm =
  /^(.*?)\s*(?:\/|\bper\b|\ba\b|\bp\.|每|\beach\b|\bevery\b)\s*([a-z-]+\.?|半年|年度?|个?季度?|个?月|周|星期|天|日)$/;
const yearlyForm = /^(.*?)\s*\b(annually|yearly|per annum|p\.a\.)$/;

/** `pp/year`, `次每季度`: the unit and the span that it is counted over; null when there is no span. */
function spanBehind(spelling: string): { numerator: string; span: string } | null {
  const yearly = yearlyForm.exec(spelling);
  if (yearly !== null) return { numerator: yearly[1] ?? "", span: "year" };
  const match = spanForm.exec(spelling);
  const span = match === null ? null : timeSpanOf((match[2] ?? "").replace(/\.$/, ""));
  return span === null ? null : { numerator: match?.[1] ?? "", span };
}

function unitOf(place: RestPlace, figures: Figures, spelling: string, written: string): RestUnit | BodyFault {
  const { words } = place;
  const over = spanBehind(spelling);
  const span = over?.span ?? words.per;
  const own = over === null ? spelling : over.numerator;
  if (!isPlausible(spelling)) return bodyFault("unreadable", place.from, place.end, null);
  const full = words.currency === null ? own : withCurrency(own, words.currency);
  const scale = multipliers.find(([word]) => word === full);
  const signed = words.change !== null || figures.first?.signed === true || figures.second?.signed === true;
  const plainUnit =
    scale !== undefined || full === ""
      ? null
      : unitAsWritten(full, over === null && words.currency === null ? written : full);
  const isRate =
    span !== null && (signed || plainUnit === null || /^(?:percent|points)$/.test(plainUnit.dimension));
  words.per = isRate ? span : null;
  let unit = plainUnit;
  if (span !== null && !isRate) unit = findUnit(`${full}/${spanWord(span)}`);
  if (words.over !== null) unit = findUnit(`${full}/${words.over}`);
  if (scale !== undefined) noteScale(place);
  return found(unit, ownUnit(figures, spelling, unit), scale?.[1] ?? 0);
}

/** `¥3万/人`: the currency belongs behind the multiplier and before what it is counted over. */
function withCurrency(spelling: string, currency: string): string {
  const multiplier = multipliers.find(([word]) => spelling.startsWith(word))?.[0] ?? "";
  return `${multiplier}${currency}${spelling.slice(multiplier.length)}`;
}

/** The canonical unit of a spelling, with its text as the plan writes it. */
function unitAsWritten(spelling: string, written: string): Unit {
  const unit = findUnit(written);
  return unit.dimension.startsWith("text:") ? findUnit(spelling) : unit;
}

function noteScale({ words, from, end }: RestPlace): void {
  words.notes.push({ code: "scaled-bare", start: from, end, hint: null });
}

/** Unit of a range's lower end: its own (`3千-5万元` counts thousands of the same), else that of the whole. */
function ownUnit({ firstUnit }: Figures, spelling: string, unit: Unit | null): Unit | null {
  if (firstUnit === "" || unit === null) return null;
  const scale = multipliers.find(([word]) => word === firstUnit);
  if (scale === undefined) return findUnit(firstUnit);
  const base = multipliers.find(([word]) => spelling.startsWith(word));
  return findUnit(firstUnit + (base === undefined ? spelling : spelling.slice(base[0].length)));
}

const plausible = /^[a-z%‰‱°¥$€/(㎡\u00b5-\uffdc]/;
const implausible = /[。；;，,!?！？"“”@=<>≥≤]|\d{2}.*\d{2}.*\d{2}/;

/** A unit begins with a letter or sign, is short, and has figures only in a denominator or as a power. */
function isPlausible(spelling: string): boolean {
  if (spelling === "") return true;
  if (spelling.length > 40 || !plausible.test(spelling)) return false;
  const withoutGroups = spelling.replace(/(?<=\d),(?=\d{3})/g, "");
  if (implausible.test(withoutGroups)) return false;
  if (
    spelling.startsWith("%") &&
    spelling.length > 1 &&
    !/^%\s*(?:\/|per|a\b|每|p\.|annual|year)/.test(spelling)
  )
    return false;
  return (
    !/\d/.test(withoutGroups) ||
    /(?:\/|\bper\b|每) ?\d+ ?[a-z\u00b5-\uffdc ]*$/.test(withoutGroups) ||
    /[mk][23]/.test(withoutGroups)
  );
}
