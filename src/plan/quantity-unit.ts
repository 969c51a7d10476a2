/** What stands behind the figures of a quantity: unit, ratio, rate. */
import type { Unit } from "./quantity.ts";
import { takeRelation } from "./quantity-affixes.ts";
import type { Figures } from "./quantity-figures.ts";
import { andHalf, found, type RestUnit, ratioUnit, tenthsFault } from "./quantity-fraction.ts";
import { type BodyFault, type BodyText, bodyFault, type Words } from "./quantity-reading.ts";
import { spanWord, suffixAt, timeSpanOf } from "./quantity-words.ts";
import { multipliers } from "./unit-table.ts";
import { findPlainUnit, findUnit } from "./units.ts";

/** Reads what stands behind the figures: a unit, a ratio, a rate; 余 and 多 soften. */
export function readRest(body: BodyText, figures: Figures, end: number, words: Words): RestUnit | BodyFault {
  const plainUnit = unitAlone(body, figures, end, words);
  if (plainUnit !== null) return plainUnit;
  const { firstUnit } = figures;
  // 5人以上至8人: a bound at one end of a range.
  if (firstUnit.endsWith("内") || suffixAt(firstUnit, 0, firstUnit.length) !== null)
    return bodyFault("relation-on-range", figures.start, end);
  if (!isPlausible(firstUnit)) return bodyFault("unreadable", figures.start, end);
  let from = figures.rest;
  // 3万余人: the multiplier stays with the unit.
  const surplus = /^([十百千万亿]{0,2})[余多来]/.exec(body.plain.slice(from, end));
  const before = surplus?.[1] ?? "";
  if (surplus !== null) {
    words.soft ??= body.text.charAt(from + before.length);
    from += before.length + 1;
  }
  const infix = /^(.{0,8}?)(以上|以下|以内)的?(?=[\u3400-\u9fff])/.exec(body.plain.slice(from, end));
  const relation = infix?.[2] === undefined ? null : infix[2] === "以上" ? ">=" : "<=";
  if (relation !== null) {
    const fault = takeRelation(relation, from, end, words);
    if (fault !== null) return fault;
  }
  const plain = body.plain.slice(from, end);
  const own = infix === null ? plain : (infix[1] ?? "") + plain.slice(infix[0].length);
  const spelling = before + own.trim();
  const written = infix === null && before === "" ? body.text.slice(from, end).trim() : spelling;
  const share = figures.first?.share ?? figures.second?.share ?? null;
  const tenths = tenthsFault(figures, spelling);
  if (tenths !== null) return tenths;
  if (spelling === "" && words.currency === null) return shareUnit(share, figures, words);
  if (share !== null) return rateOrFault({ body, from, end, words }, share, spelling);
  return (
    ratioOrFault(body, figures, spelling, words) ??
    andHalf(body, figures, spelling) ??
    unitOf({ body, from, end, words }, figures, spelling, written)
  );
}

/** A ratio has no sign and is no change: 下降1:350 says nothing that can be counted. */
function ratioOrFault(
  body: BodyText,
  figures: Figures,
  spelling: string,
  words: Words,
): RestUnit | BodyFault | null {
  const ratio = ratioUnit(figures, spelling);
  const isChange = words.change !== null || figures.first?.signed === true;
  return ratio?.ok && isChange ? bodyFault("unreadable", body.start, body.end) : ratio;
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
  const behind = spanBehind(spelling);
  const span = behind?.span ?? words.per;
  const own = behind === null ? spelling : behind.numerator;
  if (!isPlausible(spelling)) return bodyFault("unreadable", place.from, place.end, null);
  const full = words.currency === null ? own : withCurrency(own, words.currency);
  const scale = multipliers.find(([word]) => word === full);
  const signed = words.change !== null || figures.first?.signed === true || figures.second?.signed === true;
  const plainUnit =
    scale !== undefined || full === ""
      ? null
      : unitAsWritten(full, behind === null && words.currency === null ? written : full);
  const isRate =
    span !== null && (signed || plainUnit === null || /^(?:percent|points)$/.test(plainUnit.dimension));
  words.per = isRate ? span : null;
  const over = [words.over, span === null || isRate ? null : spanWord(span)].filter((one) => one !== null);
  const unit = over.length === 0 ? plainUnit : findUnit(`${full}/${over.join("·")}`);
  if (scale !== undefined) noteScale(place);
  return found(unit, ownUnit(figures, spelling, unit), scale?.[1] ?? 0);
}

/** Behind a sign of money a letter is a multiplier: £25m is no length. */
const shortMultipliers: Readonly<Record<string, string>> = {
  k: "thousand ",
  m: "million ",
  mn: "million ",
  bn: "billion ",
};
const shortMultiplier = /^(?:k|mn?|bn)(?=$|[\s/])/;

/** `¥3万/人`: the currency belongs behind the multiplier and before what it is counted over. */
function withCurrency(written: string, currency: string): string {
  const spelling = written.replace(shortMultiplier, (one) => shortMultipliers[one] ?? one);
  const multiplier = multipliers.find(([word]) => spelling.startsWith(word))?.[0] ?? "";
  // 人民币500万元 names the currency twice.
  const [unit = ""] = spelling.slice(multiplier.length).trim().split(/[/每]/, 1);
  if (findUnit(unit).dimension.startsWith("money")) return spelling;
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

const plausible = /^(?:-fold|[a-z%‰‱°¥$€/(㎡\u00b5-\uffdc])/;
const implausible = /\.\.|分之|以[上下内]|[至到~—][\d一二两三四五六七八九十百]|[。；;，,!?！？"“”@=<>≥≤]/;

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
  const withoutPowers = withoutGroups.replace(/(?<=[mk])[23](?!\d)/g, "");
  return (
    !/\d/.test(withoutPowers) ||
    /^\D*(?:[/·]|\bper\b|每) ?\d{1,9} ?(?:[a-z\u00b5-\uffdc /·]|(?<=[a-z])-(?=[a-z]))*$/.test(withoutPowers)
  );
}
