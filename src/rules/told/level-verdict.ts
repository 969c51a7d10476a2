/** What the plan states against a level that a text tells of an indicator. Shared by a rule; not a rule. */
import { isoDay } from "../../plan/days.ts";
import type { Indicator, Section } from "../../plan/plan.ts";
import type { Span } from "../../text/source.ts";
import type { Figures } from "../target/levels.ts";
import type { TextDate } from "../texts/dates.ts";
import type { TextFigure } from "../texts/figures.ts";
import type { ToldSentence } from "../texts/sentences.ts";
import { isSaidHere, isStandingBound, standsNow } from "./promised-levels.ts";
import { inUnitOf, type Stated } from "./stated-figures.ts";
import { asksTotals, isOfWholeTime, statedOrSummed } from "./summed-targets.ts";

/** `unclear`: no date is told, or the plan states other figures for no date at all; `other-date`: it states none for that date. */
export type Fault = "conflict" | "other-date" | "unclear";

/** Where a movement that is told leads, of its start; and where it starts, of its end. */
export interface Way {
  readonly to: TextFigure | undefined;
  readonly from: TextFigure | undefined;
}

/** What is stated otherwise. */
export interface Verdict {
  readonly fault: Fault;
  readonly stated: string;
  readonly on: string | null;
  readonly span: Span;
  readonly section: Section["id"] | null;
  readonly date: TextDate | null;
  /** A target states the figure for another date. */
  readonly isTarget: boolean;
  /** Told as where the way to a level of the plan begins. */
  readonly isStart?: true;
  /** Told as where a way from the baseline leads. */
  readonly isWay?: boolean;
}

/** The stated values that a figure of a text is told as. */
export function agreeing(figures: Figures, figure: TextFigure): (one: Stated) => boolean {
  const value = inUnitOf(figure, figures.unit, figures.indicator);
  return (one) => {
    if (value === null) return false;
    if (figure.inWords === "more than half") return one.value.gt(value) || one.high?.gt(value) === true;
    if (figure.isRounded === true) return one.value.minus(value).abs().lt(1);
    return one.value.eq(value) || one.high?.eq(value) === true;
  };
}

/** The verdict on a level that a text tells; null where the plan states it, or nothing of the kind. */
export function judge(
  figures: Figures,
  figure: TextFigure,
  date: TextDate | null,
  { to, from }: Way,
): Verdict | null {
  const stated = statedOrSummed(figures);
  if (inUnitOf(figure, figures.unit, figures.indicator) === null || stated.length === 0) return null;
  const agrees = agreeing(figures, figure);
  if (date === null) {
    const [first] = stated;
    if (first === undefined || stated.some(agrees) || isObserved(figures.indicator)) return null;
    const [base, second] = stated.filter(({ isLevel }) => !isLevel);
    const reached = to === undefined ? undefined : stated.find(agreeing(figures, to));
    // The way to a level of the plan begins where the plan does.
    if (base !== undefined && second === undefined && reached?.isLevel === true)
      return { ...verdict("unclear", [base], base, null), isStart: true };
    const isWay = from !== undefined && base !== undefined && agreeing(figures, from)(base);
    return { ...verdict("unclear", stated, first, null), isWay };
  }
  const then = stated.filter(({ day }) => day !== null && day >= date.start && day <= date.last);
  if (then.some(agrees)) return null;
  const [same] = then.filter(({ day }) => day === date.last || then.length === 1);
  if (same !== undefined) return verdict("conflict", [same], same, date);
  // Values reported since then are told in texts as well.
  const [first] = stated;
  if (
    first === undefined ||
    stated.some((one) => one.day === null && agrees(one)) ||
    isObserved(figures.indicator)
  )
    return null;
  // What the years before the baseline brought is told as history.
  if (isBeforeAll(date, stated) && !stated.some(agrees)) return null;
  const due = stated.find((one) => one.isLevel && one.day !== null && agrees(one));
  return { ...verdict("other-date", stated, due ?? first, date), isTarget: due !== undefined };
}

/** A figure without date, or from a date on, that the plan cannot mean for another: it contradicts what is stated. */
export function sharpened(
  found: Verdict | null,
  told: ToldSentence,
  figure: TextFigure,
  figures: Figures,
): Verdict | null {
  if (found === null || found.fault === "conflict" || found.isStart === true) return found;
  const isSure =
    isStandingBound(told, figure, found.date, figures) ||
    isWholeWay(found, told, figure, figures) ||
    (found.date === null && isOfWholeTime(told, figures)) ||
    (found.fault === "unclear" && isSaidHere(told, figure, figures));
  const levels = isSure ? statedOrSummed(figures).filter(({ isLevel }) => isLevel) : [];
  const here = levels.find(({ section }) => section?.value === told.section?.id.value) ?? levels[0];
  if (here === undefined) return found;
  // Of totals the widest is what is told of the whole.
  return asksTotals(figures)
    ? verdict("conflict", levels.slice(0, 1), levels[0] ?? here, found.date)
    : verdict("conflict", levels, here, found.date);
}

/** 由72小时缩短至24小时: from the baseline to another level than the only one that is due. */
function isWholeWay(
  { isWay, date }: Verdict,
  { plain }: ToldSentence,
  { at }: TextFigure,
  { levels }: Figures,
): boolean {
  return isWay === true && date === null && levels.length === 1 && !standsNow.test(plain.slice(0, at));
}

function isBeforeAll({ last }: TextDate, stated: readonly Stated[]): boolean {
  const days = stated.flatMap(({ day }) => day ?? []);
  return days.length > 0 && days.every((day) => last < day);
}

function isObserved({ observations }: Indicator): boolean {
  return observations.length > 0;
}

function verdict(
  fault: Fault,
  stated: readonly Stated[],
  { span, section, day }: Stated,
  date: TextDate | null,
): Verdict {
  const shown = [...new Set(stated.slice(0, 4).map((one) => one.shown))].join(", ");
  return {
    fault,
    stated: shown,
    on: fault === "conflict" && day !== null ? isoDay(day) : null,
    span,
    section,
    date,
    isTarget: false,
  };
}
