/** What a yearly change leads to: where it begins, over how many years, to what level. Shared by rules; not a rule. */
import Big from "big.js";
import { addMonths, yearsBetween } from "../../plan/days.ts";
import type { Plan, Target } from "../../plan/plan.ts";
import type { Quantity, Relation } from "../../plan/quantity.ts";
import type { Day } from "../../plan/time.ts";
import type { Span } from "../../text/source.ts";
import { type BaselineLevel, changeInUnit, type Figures, isPercent, statedDay, towards } from "./levels.ts";
import { type Expected, shareOf, slack } from "./precision.ts";

/** Where a yearly change begins. */
export interface Start {
  readonly value: Big;
  readonly on: Day;
  readonly span: Span;
  readonly narrowed: boolean;
  /** The start is a bound: what follows from it is one too. */
  readonly bound: Relation | null;
}

/** What follows from a rate; `step` is the yearly change where changes add up. */
export interface Followed extends Expected {
  readonly step: Big | null;
}

/** The level on the day before the span; without a span, the baseline. */
export function startOf(target: Target, { baselines, levels }: Figures): Start | null {
  const opening = target.over?.value.period?.start ?? null;
  if (target.over !== null && opening === null) return null;
  const base = baselines.find((b) => b.on !== null && (opening === null || b.on === opening - 1));
  if (base !== undefined && base.on !== null) return startAtBase(base, base.on);
  if (opening === null) return null;
  const level = levels.find((l) => l.target.kind === "reach" && statedDay(l.target) === opening - 1);
  if (level !== undefined) {
    return { value: level.value, on: opening - 1, span: level.quantity.span, narrowed: false, bound: null };
  }
  const undated = baselines.find((b) => b.on === null);
  return undated === undefined ? null : startAtBase(undated, opening - 1);
}

/** The latest baseline of the year before the span, where nothing tells the level at its beginning: what came between is not stated. */
export function startBefore(target: Target, { baselines }: Figures): Start | null {
  const opening = target.over?.value.period?.start ?? null;
  if (opening === null) return null;
  const last = baselines
    .filter(({ on }) => on !== null && on < opening - 1 && on >= addMonths(opening, -12))
    .toSorted((a, b) => (b.on ?? 0) - (a.on ?? 0))[0];
  return last === undefined ? null : startAtBase(last, opening - 1);
}

function startAtBase({ value, span, quantity, narrowed }: BaselineLevel, on: Day): Start {
  const bound = quantity.relation === "=" ? null : quantity.relation;
  return { value, on, span, narrowed, bound };
}

/** Most years that are compounded; a longer span is no plan. */
const mostYears = 60;

/** The years between two days where they are whole and not too many. */
export function wholeYears(from: Day, to: Day): number | null {
  const years = Number(yearsBetween(from, to).toString());
  return Number.isInteger(years) && years > 0 && years <= mostYears ? years : null;
}

/** The years between two days where amounts may add up over a part of one: whole quarters. */
export function partYears(from: Day, to: Day): number | null {
  const quarters = Math.round(Number(yearsBetween(from, to).toString()) * 4);
  const apart = Math.abs(Number(yearsBetween(from, to).toString()) - quarters / 4);
  return quarters > 4 && quarters <= 4 * mostYears && apart < quarterSlack ? quarters / 4 : null;
}

/** Quarters are not of one length; a share of a year. */
const quarterSlack = 0.02;

/** What a rate leads to after years (whole ones, where percentages multiply): points and amounts add up, percentages multiply. */
export function expectedAfter(
  years: number,
  start: Start,
  stated: Quantity,
  figures: Figures,
): Followed | null {
  const { unit, direction } = figures;
  const rate = { ...stated, value: towards(stated.value, stated, direction) };
  const relation = oneSide(rate.value.lt(0) ? null : rate.relation, start.bound);
  if (relation === undefined) return null;
  if (!isPercent(rate.unit)) {
    const step = changeInUnit(rate, unit);
    const half = changeInUnit({ ...rate, value: slack(rate) }, unit);
    if (step === null || half === null) return null;
    return { value: start.value.plus(step.times(years)), slack: half.times(years), relation, step };
  }
  const one = new Big(1);
  const share = shareOf(rate);
  const half = shareOf({ ...rate, value: slack(rate) });
  if (isPercent(unit) || share === null || half === null || !Number.isInteger(years)) return null;
  const value = start.value.times(one.plus(share).pow(years));
  const upper = start.value.times(one.plus(share).plus(half).pow(years));
  return { value, slack: upper.minus(value).abs(), relation, step: null };
}

/**
 * Where a `rate` or `each` leads by the end of its span, or of the plan where it states none; null where that cannot be
 * told, where the rate only caps the change, or where a level is stated that it must lead to.
 */
export function levelAfterRate(target: Target, figures: Figures, plan: Plan): Followed | null {
  const rate = target.quantity?.value ?? null;
  if (rate === null || (target.kind !== "rate" && target.kind !== "each")) return null;
  if (rate.relation?.startsWith("<") === true) return null;
  const yearly = inAYear(rate);
  if (yearly === null || rate.upper !== null || rate.soft !== null) return null;
  if (figures.levels.some((level) => level.target.kind === "reach")) return null;
  const start = startOf(target, figures);
  const end = target.over === null ? (plan.period?.end?.value ?? null) : statedDay(target);
  if (start === null || start.bound !== null || start.narrowed || end === null) return null;
  const years = wholeYears(start.on, end);
  return years === null ? null : expectedAfter(years, start, yearly, figures);
}

const timesAYear: ReadonlyMap<string | null, number> = new Map([
  [null, 1],
  ["year", 1],
  ["half-year", 2],
  ["quarter", 4],
  ["month", 12],
]);

/** Points and amounts a month add up to twelve times as much in a year; percentages only by the year. */
function inAYear(rate: Quantity): Quantity | null {
  const times = timesAYear.get(rate.per);
  if (times === undefined || (times > 1 && isPercent(rate.unit))) return null;
  return times === 1 ? rate : { ...rate, value: rate.value.times(times) };
}

/** The bound that follows from two; a floor and a cap together bound nothing (undefined). */
function oneSide(a: Relation | null, b: Relation | null): Relation | null | undefined {
  if (a === null || a === "=") return b;
  if (b === null) return a;
  return a.startsWith(">") === b.startsWith(">") ? a : undefined;
}
