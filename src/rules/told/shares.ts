/** Several shares of one mechanism in a sentence: in turn, as a ratio, right behind their names, or of the stages of a pilot. Not a rule. */
import { divide, formatDecimal, sumOf } from "../../plan/decimal.ts";
import { entriesAt, labelOf, type ParameterMap, quantitiesAt, timesAt } from "../../plan/parameters.ts";
import type { Mechanism, Plan } from "../../plan/plan.ts";
import type { Quantity } from "../../plan/quantity.ts";
import { convert } from "../../plan/units.ts";
import { calendarOf, datesIn } from "../texts/dates.ts";
import { figuresIn, type TextFigure } from "../texts/figures.ts";
import { inTurn } from "../texts/in-turn.ts";
import { statedPeriod } from "../times-of.ts";
import type { OtherTerm } from "./other-terms.ts";

/** Parts of one mechanism that have shares: a fund's sources or lines, a training's modules, the roles of a norm. */
export interface Divided {
  readonly item: Mechanism;
  readonly parts: readonly { readonly entry: ParameterMap; readonly name: string }[];
}

/** The parts of a mechanism under each of its keys. */
export function dividedOf(item: Mechanism): readonly Divided[] {
  return ["sources", "lines", "modules", "composition"].flatMap((key) => {
    const parts = entriesAt(item.parameters, key)
      .slice(0, mostParts)
      .map((entry) => ({ entry, name: labelOf(entry)?.trim() ?? "" }))
      .filter(({ name }) => name.length > 1);
    return parts.length < 2 ? [] : [{ item, parts }];
  });
}

const mostParts = 30;

/** 区级财政与街道自筹按7∶3的比例分担, against the shares that are stated. */
export function sharesInTurn(sentence: string, divided: readonly Divided[]): readonly OtherTerm[] {
  const shares = figuresIn(sentence).filter(({ quantity }) => quantity.unit?.dimension === "percent");
  return divided.flatMap(({ item, parts }) => {
    const ofLevels = ratioOfLevels(sentence, { item, parts });
    if (ofLevels !== null) return [ofLevels];
    const said = parts.filter(({ name }) => sentence.includes(name));
    if (said.length < 2) return [];
    const row = inTurn(sentence, parts, shares, ({ name }) => name);
    const isNamed = sentence.includes(item.name?.text.trim() ?? "？");
    const known = said.filter(({ name }) => isNamed || name.length > 2);
    const told = row.size > 0 ? row : sharesBeside(sentence, known, shares);
    const isAll = told.size === parts.length && sumOf([...told.values()].map(shareIn)).eq(100);
    const byKind = !isNamed && ofOtherMoney.test(sentence.slice(0, sentence.indexOf(said[0]?.name ?? "")));
    const all = [...told].flatMap(([{ entry, name }, { quantity, shown, at }]): OtherTerm[] => {
      const stated = quantitiesAt(entry, "share").map(({ is }) => is);
      const [first] = stated;
      const ofAmount = first === undefined && isAll ? shareOfAmount(entry, item, shown) : null;
      if (ofAmount !== null && !ofAmount.share.eq(quantity.value)) {
        const { shown: amounts, span } = ofAmount;
        const term: OtherTerm = { item, kind: "share", label: name, said: shown, at, stated: amounts, span };
        return [byKind ? { ...term, byKind } : term];
      }
      if (first === undefined || stated.some(({ value }) => value.value.eq(quantity.value))) return [];
      if (isShareOfAmount(name, { quantity, shown }, divided)) return [];
      const { text } = first.value;
      return [{ item, kind: "share", label: name, said: shown, at, stated: text.trim(), span: first.span }];
    });
    // A ratio stands for all of them: it is told of the first.
    return all.filter((one, i) => all.findIndex(({ at }) => at === one.at) === i);
  });
}

/** 市级财政占30%, of 3.6亿元 in 12亿元: what the amounts of a mechanism with a part of that name come to. */
export function isShareOfAmount(
  label: string,
  { quantity, shown }: Pick<TextFigure, "quantity" | "shown">,
  divided: readonly Divided[],
): boolean {
  return divided.some(({ item, parts }) =>
    parts.some(
      ({ name, entry }) =>
        name === label && shareOfAmount(entry, item, shown)?.share.eq(quantity.value) === true,
    ),
  );
}

/** 平台建设经费由…承担: of money that may be another. */
const ofOtherMoney = /[\u4e00-\u9fff]{2}(?:经费|资金|补助|补贴)/u;

function shareIn({ quantity }: TextFigure): Quantity["value"] {
  return quantity.value;
}

/** 1800万元 of 3000万元 are 60%, as exact as the text writes it; null where either is not stated once. */
function shareOfAmount(entry: ParameterMap, { parameters }: Mechanism, said: string) {
  const [part, otherPart] = quantitiesAt(entry, "amount").map(({ is }) => is);
  const [whole, otherWhole] = quantitiesAt(parameters, "amount").map(({ is }) => is);
  if (part === undefined || whole === undefined || otherPart !== undefined || otherWhole !== undefined)
    return null;
  const value = convert(part.value.value, part.value.unit, whole.value.unit);
  if (value === null || whole.value.value.eq(0) || part.value.upper !== null || whole.value.upper !== null)
    return null;
  const share = divide(value.times(100), whole.value.value).round(/\.(\d+)/u.exec(said)?.[1]?.length ?? 0);
  const shown = `${part.value.text.trim()} / ${whole.value.text.trim()} = ${formatDecimal(share)}%`;
  return { share, shown, span: part.span };
}

const levelsWithRatio =
  /((?:中央|街道|[省市县区镇乡村])(?:[、和与](?:中央|街道|[省市县区镇乡村])){1,3})(?:[二两三四]级(?:财政)?|财政)(?:资金|共同|统一)?(?:按照?|以)\s?(\d{1,3}(?:\s?[:：∶比]\s?\d{1,3}){1,3})/u;
const plainMoney = /(?:建设|补助|补贴|专项){0,4}(?:资金|经费|补助|补贴|奖补)$/u;

/** 食堂改造由省、县两级财政按7∶3分担: each level is the source that begins with it, where the sentence names the fund. */
function ratioOfLevels(sentence: string, { item, parts }: Divided): OtherTerm | null {
  const match = /财政|[二两三四]级/u.test(sentence) ? levelsWithRatio.exec(sentence) : null;
  const name = item.name?.text.trim().replace(plainMoney, "") ?? "";
  if (match === null || name.length < 2 || !sentence.includes(name)) return null;
  const [, levels = "", shown = ""] = match;
  const sources = levels.split(/[、和与]/u).map((level) => parts.filter((one) => one.name.startsWith(level)));
  const numbers = shown.split(/\s?[:：∶比]\s?/u).map(Number);
  const sum = numbers.reduce((total, one) => total + one, 0);
  if (numbers.length !== sources.length || sum === 0 || sources.some((one) => one.length !== 1)) return null;
  for (const [i, source] of sources.flat().entries()) {
    const [first] = quantitiesAt(source.entry, "share").map(({ is }) => is);
    // 7 of 10 is 70%, held as 70 × 10 = 100 × 7.
    if (first === undefined || first.value.value.times(sum).eq(100 * (numbers[i] ?? 0))) continue;
    const at = match.index + match[0].lastIndexOf(shown);
    const stated = first.value.text.trim();
    return { item, kind: "share", label: source.name, said: shown, at, stated, span: first.span };
  }
  return null;
}

/** 市级补助30%、区级财政40%: each right behind its name, for two at least of one mechanism. */
function sharesBeside<T extends { readonly name: string }>(
  sentence: string,
  parts: readonly T[],
  shares: readonly TextFigure[],
): ReadonlyMap<T, TextFigure> {
  const told = parts.flatMap((part): readonly (readonly [T, TextFigure])[] => {
    const end = sentence.indexOf(part.name) + part.name.length;
    if (end < part.name.length) return [];
    const share = shares.find(({ at }) => at >= end);
    return share !== undefined &&
      /^(?:更新|建设|改造|购置|支出)?[（(]?(?:占|承担|负担|出资|分担|安排)?(?:比|比例)?$/u.test(
        sentence.slice(end, share.at),
      )
      ? [[part, share]]
      : [];
  });
  return new Map(told.length > 1 ? told : []);
}

/** 2026年9月底前完成30%、2027年底前完成85%, against the stages of those dates. */
export function ofStages(sentence: string, item: Mechanism, plan: Plan): readonly OtherTerm[] {
  const figures = figuresIn(sentence).filter(({ quantity }) => quantity.unit?.dimension === "percent");
  const dates = figures.length === 0 ? [] : datesIn(sentence, calendarOf(plan));
  return entriesAt(item.parameters, "stages").flatMap((stage): OtherTerm[] => {
    const share = quantitiesAt(stage, "share")[0]?.is;
    const day = timesAt(stage, "by")
      .map(({ is }) => statedPeriod(is)?.end ?? null)
      .find((one) => one !== null);
    if (share === undefined || day === undefined || day === null) return [];
    for (const date of dates.filter(({ start, last }) => start <= day && day <= last)) {
      const figure = figures.find(({ at }) => at >= date.end);
      const name = item.name?.text.trim() ?? "";
      const between = figure === undefined ? "，" : sentence.slice(date.end, figure.at).replace(name, "");
      if (figure === undefined || !stageBetween.test(between)) continue;
      if (figure.quantity.value.eq(share.value.value)) continue;
      const said = figure.shown.trim();
      return [
        {
          item,
          kind: "stage",
          label: null,
          said,
          at: figure.at,
          stated: share.value.text.trim(),
          span: share.span,
        },
      ];
    }
    return [];
  });
}

const stageBetween =
  /^(?:年?[底末])?(?:之?前|以前)?(?:全部|基本|累计|先行)*(?:完成|推开|覆盖|达到|实施|铺开|启动|建成|推进)?(?:改造|到|至|不少于|不低于)?$/u;
