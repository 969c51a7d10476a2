/** What a level that a text tells is against what the plan states of the indicator. Shared by a rule; not a rule. */
import { isoDay } from "../plan/days.ts";
import type { Indicator, Plan, Section } from "../plan/plan.ts";
import type { Span } from "../text/source.ts";
import { levelOfChange } from "./measured-figures.ts";
import { inUnitOf, type Stated, statedBy } from "./stated-figures.ts";
import type { Figures } from "./target/levels.ts";
import { withTwins } from "./target/twins.ts";
import type { TextDate } from "./text-dates.ts";
import type { TextFigure } from "./text-figures.ts";
import type { ToldSentence } from "./told-sentences.ts";

/** Another value for that date, a value for no stated date, or one that is stated nowhere. */
export type LevelFault = "conflict" | "other-date" | "unclear";

/** Stated of the same quantity under another name (`same-as`): what disagrees there is told of the two. */
export function isOfTwin(figures: Figures, figure: TextFigure, plan: Plan): boolean {
  const { levels, ...rest } = withTwins(figures, plan);
  const others = levels.slice(figures.levels.length);
  return (
    others.length > 0 && statedBy({ ...rest, levels: others, baselines: [] }).some(agreeing(figures, figure))
  );
}

/** 由72小时缩短至24小时: from the baseline to another level than the only one that is due. */
export function wholeWay(
  { plain }: ToldSentence,
  figures: Figures,
  figure: TextFigure,
  from: TextFigure,
): Verdict | null {
  const stated = statedBy(figures);
  const [level, second] = stated.filter(({ isLevel }) => isLevel);
  const starts = stated.some((one) => !one.isLevel && agreeing(figures, from)(one));
  if (level === undefined || second !== undefined || !starts || stated.some(agreeing(figures, figure)))
    return null;
  if (inUnitOf(figure, figures.unit, figures.indicator) === null || isObserved(figures.indicator))
    return null;
  return standsNow.test(plain.slice(0, from.at)) ? null : verdict("conflict", [level], level, null);
}

/** What a figure of a text is against what its indicator states. */
export interface Verdict {
  readonly fault: LevelFault;
  readonly stated: string;
  readonly on: string | null;
  readonly span: Span;
  readonly section: Section["id"] | null;
  readonly date: TextDate | null;
  /** A target states the figure for another date. */
  readonly isTarget: boolean;
  /** Told as where the way to a level of the plan begins. */
  readonly isStart?: true;
}

/** The stated values that a figure of a text is told as. */
function agreeing(figures: Figures, figure: TextFigure): (one: Stated) => boolean {
  const value = inUnitOf(figure, figures.unit, figures.indicator);
  return (one) => {
    if (value === null) return false;
    if (figure.inWords === "more than half") return one.value.gt(value) || one.high?.gt(value) === true;
    if (figure.isRounded === true) return one.value.minus(value).abs().lt(1);
    return one.value.eq(value) || one.high?.eq(value) === true;
  };
}

/** Null where the plan states the figure, or nothing that it could contradict. */
export function judge(
  figures: Figures,
  figure: TextFigure,
  date: TextDate | null,
  to: TextFigure | undefined,
): Verdict | null {
  const stated = statedBy(figures);
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
    return verdict("unclear", stated, first, null);
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

/** 2022年为80%: where it stood before the plan, which states that figure for no other date. */
export function isPast(figure: TextFigure, figures: Figures, { date }: Verdict, { period }: Plan): boolean {
  const start = period?.start?.value ?? null;
  if (date === null || start === null || date.last >= start) return false;
  return !statedBy(figures).some(agreeing(figures, figure));
}

function isBeforeAll({ last }: TextDate, stated: readonly Stated[]): boolean {
  const days = stated.flatMap(({ day }) => day ?? []);
  return days.length > 0 && days.every((day) => last < day);
}

/** Cut by 20%, from 390 kg to 312 kg: the level to which a change leads, as exact as it is written. */
export function isLevelOfChange(figure: TextFigure, figures: Figures, plan: Plan): boolean {
  const said = inUnitOf(figure, figures.unit, figures.indicator);
  const places = /\.(\d+)/.exec(figure.shown)?.[1]?.length ?? 0;
  return (
    said !== null &&
    figures.indicator.targets.some((target) => {
      if (!ofChange.has(target.kind)) return false;
      return levelOfChange(target, figures, plan)?.round(places).eq(said.round(places)) === true;
    })
  );
}

const ofChange: ReadonlySet<string> = new Set(["change", "relative", "rate", "each", "compound"]);

function isObserved({ observations }: Indicator): boolean {
  return observations.length > 0;
}

function verdict(
  fault: LevelFault,
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

/** Told as it was or is, not as it shall be. */
export const standsNow: RegExp =
  /(?:已经?|实际|实现了|曾|现|目前|仅)[^，。；]{0,12}$|\b(?:was|were|stood|had|has|have|currently|already|now)\b[^.;]{0,24}$/iu;
