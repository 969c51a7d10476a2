/**
 * Values of the plan that no text tells, beside figures and dates of English texts that the plan does not state: where a sentence speaks of
 * what states the one and says the other, one may stand for the other. Shared by a rule; not a rule.
 */
import type { Item, Plan } from "../../plan/plan.ts";
import type { Quantity } from "../../plan/quantity.ts";
import { isCount } from "../../plan/units.ts";
import type { Span } from "../../text/source.ts";
import { isOfOtherSource } from "../texts/of-other-sources.ts";
import type { ReadSentence, SaidDate } from "../texts/read-sentences.ts";
import type { SaidFigure } from "../texts/said-figures.ts";
import { isOfEntity } from "../texts/wider-place.ts";
import { stemsIn } from "../texts/word-stems.ts";
import type { HeldValue } from "./held-values.ts";
import { mayBeOf, namesIt, nearestTo, scoreOf, speaksNear } from "./value-nearness.ts";

/** What a sentence says otherwise than the plan, which no text tells. */
export interface OtherTold {
  readonly said: string;
  readonly at: number;
  readonly item: Item;
  readonly name: string;
  readonly stated: string;
  readonly span: Span;
}

/** Figures and dates of a sentence that may stand for a value that no text tells. */
export function untoldFigures(
  plan: Plan,
  sentences: readonly ReadSentence[],
  held: readonly HeldValue[],
): (sentence: ReadSentence) => readonly OtherTold[] {
  const reader = untoldReader(held, sentences);
  const start = plan.period?.start?.value ?? null;
  const told = (said: string, at: number, value: HeldValue | null): readonly OtherTold[] =>
    value === null
      ? []
      : [
          {
            said,
            at,
            item: value.item,
            name: value.label ?? value.name,
            stated: value.shown,
            span: value.span,
          },
        ];
  return (sentence) => [
    ...sentence.figures.flatMap((one) => {
      const head = sentence.text.slice(0, one.at);
      const isOfOthers = isOfOtherSource(head, plan) || isOfEntity(head, plan);
      return one.isFirm && !isOfOthers ? told(one.shown.trim(), one.at, reader.figure(sentence, one)) : [];
    }),
    ...sentence.dates.flatMap((one) =>
      start !== null && one.last < start ? [] : told(one.shown, one.at, reader.day(sentence, one)),
    ),
  ];
}

/** Each value is held against each sentence, which takes long where both are many: of plans with more pairs nothing is asked. */
const mostPairs = 200_000;

/** The texts of a plan tell most of the figures of what they name: only then does it say something that they leave one out. */
export function tellsItself(held: readonly HeldValue[], sentences: readonly ReadSentence[]): boolean {
  if (held.length * sentences.length > mostPairs) return false;
  const figures = held.filter(({ is, isMove }) => is.kind === "figure" && isMove === undefined);
  return (
    figures.length >= fewestFigures && areTold(figures, sentences, tellerOf(sentences), fewestFigures, 0.75)
  );
}

function areTold(
  held: readonly HeldValue[],
  sentences: readonly ReadSentence[],
  isTold: (value: HeldValue) => boolean,
  fewest: number,
  share: number,
): boolean {
  const spoken = held.filter((one) => sentences.some((sentence) => namesIt(sentence, one)));
  return spoken.length >= fewest && spoken.filter(isTold).length >= share * spoken.length;
}

function tellerOf(sentences: readonly ReadSentence[]): (value: HeldValue) => boolean {
  const told = new Map<HeldValue, boolean>();
  return (value) => {
    const known = told.get(value);
    if (known !== undefined) return known;
    const is = sentences.some((one) => speaksNear(one, value) && tells(one, value));
    told.set(value, is);
    return is;
  };
}

/** Finds the value for which a figure or date of a sentence may stand. */
interface UntoldReader {
  figure(sentence: ReadSentence, said: SaidFigure): HeldValue | null;
  day(sentence: ReadSentence, said: SaidDate): HeldValue | null;
}

/** Fewer values that a text speaks of are too few to know whether it tells them. */
const fewestFigures = 6;
const fewestDays = 3;

/** A reader of a plan's sentences, each value being looked for in all of them once. */
function untoldReader(held: readonly HeldValue[], sentences: readonly ReadSentence[]): UntoldReader {
  const figures = held.filter(({ is }) => is.kind === "figure");
  const days = held.filter(({ is }) => is.kind === "day");
  const isToldItself = tellerOf(sentences);
  /** What sets an alarm off may be told as the level of it. */
  const isTold = (value: HeldValue): boolean =>
    isToldItself(value) ||
    (value.isCondition === true && figures.some((one) => isSameAs(one, value) && isToldItself(one)));
  const find = (
    all: readonly HeldValue[],
    sentence: ReadSentence,
    at: number,
    isSame: (value: HeldValue) => boolean,
    isFit: (value: HeldValue) => boolean,
  ): HeldValue | null => {
    if (all.some((one) => mayBeOf(sentence, one) && isSame(one))) return null;
    const meant = all.flatMap((value) => {
      const score = isFit(value) ? scoreOf(sentence, value) : 0;
      return score > 0 && !isTold(value) ? [{ value, score }] : [];
    });
    const most = Math.max(0, ...meant.map(({ score }) => score));
    const best = meant.filter(({ score }) => score === most).map(({ value }) => value);
    return best.every(({ item }) => item === best[0]?.item)
      ? (best[0] ?? null)
      : nearestTo(sentence, at, best);
  };
  const tellsDays = areTold(days, sentences, isTold, fewestDays, 0.5);
  return {
    figure: (sentence, said) =>
      find(
        figures,
        sentence,
        said.at,
        (one) => one.is.kind === "figure" && isSameNumber(one.is.quantity, said.quantity),
        (one) =>
          said.isMove === (one.isMove === true) &&
          isOfKind(said, one, sentence.text) &&
          (said.isMove || isOfTime(said, one)),
      ),
    day: (sentence, said) =>
      !tellsDays
        ? null
        : find(
            days,
            sentence,
            said.at,
            (one) => one.is.kind === "day" && isOn(said, one.is.day),
            (one) => one.is.kind === "day" && (one.is.side === "point" || one.is.side === said.side),
          ),
  };
}

function isSameAs(one: HeldValue, other: HeldValue): boolean {
  return (
    one !== other &&
    one.item === other.item &&
    one.is.kind === "figure" &&
    other.is.kind === "figure" &&
    isSameNumber(one.is.quantity, other.is.quantity)
  );
}

function isOn({ start, last }: Pick<SaidDate, "start" | "last">, day: number): boolean {
  return start <= day && day <= last;
}

function tells({ dates, figures }: ReadSentence, { is }: HeldValue): boolean {
  if (is.kind === "day") return dates.some((one) => isOn(one, is.day));
  return figures.some(({ quantity }) => isSameNumber(is.quantity, quantity));
}

/** As a number, or in the base unit; a third is no exact share. */
function isSameNumber(stated: Quantity, said: Quantity): boolean {
  const [ofStated, ofSaid] = [stated.unit?.dimension ?? "", said.unit?.dimension ?? ""];
  const areApart = ofStated.split("/")[0] !== ofSaid && ofStated !== "" && ofSaid !== "";
  const isMeasured =
    /^(?:time|money|percent)/.test(ofSaid) && !/^(?:time|money|percent|marks|points)/.test(ofStated);
  if (isMeasured && !(ofSaid === "percent" && stated.value.lte(1))) return false;
  if (areApart && !(ofMarks.test(ofStated) && ofMarks.test(ofSaid)) && !/^(?:count|text)/.test(ofStated))
    return false;
  const isNear = said.unit?.dimension === "percent";
  const [other] = sizesOf(said);
  return sizesOf(stated).some(
    (own) =>
      other !== undefined &&
      (own.plain.eq(other.plain) ||
        own.inBase.abs().eq(other.inBase.abs()) ||
        (isNear && own.inBase.minus(other.inBase).abs().lt("0.5"))),
  );
}

interface Size {
  /** Without its sign. */
  readonly plain: Quantity["value"];
  readonly inBase: Quantity["value"];
}

const sizes = new WeakMap<Quantity, readonly Size[]>();

/** A quantity's value, and its upper one where it has two; worked out once, as each is held against many others. */
function sizesOf(quantity: Quantity): readonly Size[] {
  const known = sizes.get(quantity);
  if (known !== undefined) return known;
  const { value, upper, unit } = quantity;
  const made = (upper === null ? [value] : [value, upper]).map((one) => ({
    plain: one.abs(),
    inBase: unit === null ? one : one.times(unit.factor),
  }));
  sizes.set(quantity, made);
  return made;
}

/** Where weights are told as marks of a hundred. */
const byMarks = /\b(?:points|marks|weigh(?:t|s|ts|ted)?|count for|out of 100)\b/iu;
const ofMarks = /^(?:marks|points|percent)$/;

/** The figure is in the unit of the value; a bare one counts what the value counts. */
function isOfKind({ quantity: { unit }, noun }: SaidFigure, value: HeldValue, text: string): boolean {
  if (value.is.kind !== "figure") return false;
  const own = value.is.quantity.unit;
  if (unit !== null) {
    if (own === null) return ofMarks.test(unit.dimension) && unit.dimension !== "percent";
    const [dimension] = own.dimension.split("/");
    if (dimension === "time") return unit.key === own.key.split("/")[0];
    return unit.dimension === dimension;
  }
  if (own?.dimension === "percent" && noun?.length === 0) return value.label !== null && byMarks.test(text);
  const isCounted = own === null || isCount(own.dimension) || own.dimension.startsWith("text:");
  if (!isCounted || noun === null) return false;
  const words = [value.own, value.labelled, value.beside, new Set(stemsIn(own?.text ?? ""))];
  return noun.length === 0 || noun.some((stem) => words.some((all) => all.has(stem)));
}

/** A baseline is told as past or for its day, a target for its own; what a mechanism states holds at any time. */
function isOfTime({ date, isPast, mayBePast, quantity }: SaidFigure, { is }: HeldValue): boolean {
  if (is.kind !== "figure") return false;
  const isThen = date !== null && is.day !== null && isOn(date, is.day);
  if (is.isBase) return date === null ? mayBePast : isThen;
  const isOpen = is.day === null && quantity.unit?.dimension.startsWith("money") !== true;
  return !isPast && (date === null || isThen || isOpen);
}
