/**
 * Turns every kind of target into a level in the indicator's unit where it can be one (FORMAT.md section 6, ENGINE.md
 * section 1). A level that cannot be computed is null with a reason; nothing is guessed.
 */

import Big from "big.js";
import { addYears, type ClosedPeriod, yearsBetween } from "../plan/days.ts";
import { divide } from "../plan/decimal.ts";
import { isMultipleOfBase, isOwnLevel, isShareOfBase } from "../plan/level-words.ts";
import type { Target } from "../plan/plan.ts";
import type { Quantity } from "../plan/quantity.ts";
import type { Day } from "../plan/time.ts";
import { own } from "../text/own.ts";
import { power } from "./power.ts";
import { isPercent, isPoints, plainShare, shareOfOne } from "./shares.ts";
import { closedPeriod, inUnit, type Terms, upperInUnit } from "./terms.ts";

/** The level of a target: a bound, or both ends of a range, and the steps that it asks for on the way. */
export interface Level {
  readonly level: Big | null;
  readonly upper: Big | null;
  readonly steps: readonly { readonly on: Day; readonly value: Big }[];
  /** The change from the baseline, for kinds that state one; its sign decides how a bare value compares. */
  readonly change: Big | null;
  readonly reason: string | null;
}

/** Value that the indicator had at a time, as observed; null when there is none. */
export type ValueAt = (period: ClosedPeriod) => Big | null;

const one = new Big(1);
const periodsPerYear: Readonly<Record<string, number>> = {
  year: 1,
  "half-year": 2,
  quarter: 4,
  month: 12,
  week: 52,
  day: 365,
};

/** The level of a target; `dueOn` is its due day, `valueAt` finds the base of `of: { at: … }`. */
export function levelOf(target: Target, terms: Terms, dueOn: Day | null, valueAt: ValueAt): Level {
  const quantity = target.quantity?.value;
  if (quantity === undefined) return missing("no-level");
  switch (target.kind) {
    case "reach":
    case "hold":
    case "total":
      return plainLevel(target, quantity, terms);
    case "change":
      return changed(quantity, terms);
    case "relative":
      return relativeLevel(target, quantity, terms, valueAt);
    case "compound":
      return terms.kind === "flow"
        ? compoundOfRates(quantity, terms)
        : relativeLevel(target, quantity, terms, valueAt);
    case "rate":
    case "each":
      return yearlyLevel(target, quantity, { terms, dueOn, valueAt });
    default:
      return missing("no-level");
  }
}

function missing(reason: string): Level {
  return { level: null, upper: null, steps: [], change: null, reason };
}

function reached(
  level: Big,
  change: Big | null = null,
  upper: Big | null = null,
  steps: Level["steps"] = [],
): Level {
  return { level, upper, steps, change, reason: null };
}

function plainLevel(target: Target, quantity: Quantity, terms: Terms): Level {
  if (target.kind === "total" && terms.kind === "level") return missing("total-of-level");
  if (target.kind === "reach" && isMultipleOfBase(quantity, terms.unit))
    return shareOf(terms.baseline?.value ?? null, quantity);
  const level = inUnit(quantity, terms.unit);
  return level === null ? missing("unit-mismatch") : reached(level, null, upperInUnit(quantity, terms.unit));
}

/** 增至1.2倍: the new level as a share of the one before. */
function shareOf(base: Big | null, quantity: Quantity): Level {
  if (base === null) return missing("no-baseline");
  if (base.eq(0)) return missing("zero-baseline");
  const one = shareOfOne(quantity.unit);
  const share = quantity.value.times(one);
  const upper = quantity.upper === null ? null : base.times(quantity.upper.times(one));
  return reached(base.times(share), share.minus(1).times(base.s), upper);
}

/** 提高到150 under a kind of change: the words make it a level, and the wrong kind is told by a rule. */
function ownLevel(quantity: Quantity, terms: Terms): Level {
  const level = inUnit(quantity, terms.unit);
  return level === null ? missing("unit-mismatch") : reached(level, null, upperInUnit(quantity, terms.unit));
}

function changed(quantity: Quantity, terms: Terms): Level {
  if (isShareOfBase(quantity, terms.unit)) return shareOf(terms.baseline?.value ?? null, quantity);
  if (isOwnLevel(quantity, terms.unit)) return ownLevel(quantity, terms);
  if (terms.baseline === null) return missing("no-baseline");
  const change = pointsInUnit(quantity, terms);
  if (change === null) return missing("unit-mismatch");
  const signed = towards(change, quantity, terms);
  return reached(terms.baseline.value.plus(signed), signed);
}

/** Points change a percent by as many percent; percent of a percent is ambiguous and is refused. */
function pointsInUnit(quantity: Quantity, terms: Terms): Big | null {
  const { unit } = quantity;
  if (unit === null || terms.unit === null) return quantity.value;
  if (isPoints(unit)) {
    return isPercent(terms.unit)
      ? divide(quantity.value.times(unit.factor), terms.unit.factor)
      : inUnit(quantity, terms.unit);
  }
  return isPercent(unit) ? null : inUnit(quantity, terms.unit);
}

/** An unsigned change of an indicator that is to fall is a fall. */
function towards(change: Big, quantity: Quantity, terms: Terms): Big {
  return !quantity.signed && terms.direction === "decrease" ? change.neg() : change;
}

function relativeLevel(target: Target, quantity: Quantity, terms: Terms, valueAt: ValueAt): Level {
  if (isShareOfBase(quantity, terms.unit)) return shareOf(baseOf(target, terms, valueAt), quantity);
  if (isOwnLevel(quantity, terms.unit)) return ownLevel(quantity, terms);
  const share = plainShare(quantity);
  if (share === null) return missing("unit-mismatch");
  const base = baseOf(target, terms, valueAt);
  if (base === null) return missing("no-baseline");
  // A share of nothing is nothing: the target would be met before it begins.
  if (base.eq(0)) return missing("zero-baseline");
  const signed = towards(share, quantity, terms);
  return reached(base.plus(base.abs().times(signed)), signed);
}

function baseOf(target: Target, terms: Terms, valueAt: ValueAt): Big | null {
  if (target.base === null) return terms.baseline?.value ?? null;
  if (target.base.quantity !== null) return inUnit(target.base.quantity.value, terms.unit);
  const period = closedPeriod(target.base.at?.value ?? null);
  if (period === null) return null;
  for (const { is } of terms.indicator.baseline) {
    if (closedPeriod(is.value.at?.value ?? null)?.end === period.end)
      return inUnit(is.value.quantity, terms.unit);
  }
  return valueAt(period);
}

/** Yearly rates are multiplied, not added: the level is the compound change itself, from 0. */
function compoundOfRates(quantity: Quantity, terms: Terms): Level {
  const level = inUnit(quantity, terms.unit);
  if (level === null) return missing("unit-mismatch");
  const signed = towards(level, quantity, terms);
  return reached(signed, signed);
}

interface YearlySetting {
  readonly terms: Terms;
  readonly dueOn: Day | null;
  readonly valueAt: ValueAt;
}

/** b + r × years for points and amounts, b × (1 + r)^years for percent. */
function yearlyLevel(target: Target, quantity: Quantity, { terms, dueOn, valueAt }: YearlySetting): Level {
  const { baseline } = terms;
  if (baseline === null) return missing("no-baseline");
  const over = closedPeriod(target.over?.value ?? null);
  const begin = over === null ? baseline.on : over.start - 1;
  if (begin === null || dueOn === null || dueOn <= begin) return missing("no-date");
  const growth = yearlyGrowth(quantity, terms);
  if (growth === null) return missing("unit-mismatch");
  const base = levelDueOn(begin, terms, valueAt) ?? baseline.value;
  const at = (day: Day): Big | null => grown(base, growth, yearsBetween(begin, day));
  const level = at(dueOn);
  if (level === null) return missing("no-level");
  return reached(level, growth.change, null, target.kind === "each" ? yearEnds(begin, dueOn, at) : []);
}

/** Kinds whose level does not hang on that of another target. */
const openingKinds: ReadonlySet<Target["kind"]> = new Set(["reach", "change", "relative", "compound"]);

/**
 * Where a rate begins later than the baseline (4% a year in 2026 to 2030), it goes on from the level that another target
 * asks for on the day before; null where none does.
 */
function levelDueOn(begin: Day, terms: Terms, valueAt: ValueAt): Big | null {
  if (terms.kind === "flow" || terms.baseline?.on === begin) return null;
  const opening = terms.indicator.targets.find(
    ({ kind, by, over }) =>
      openingKinds.has(kind) && closedPeriod((by ?? over)?.value ?? null)?.end === begin,
  );
  return opening === undefined ? null : levelOf(opening, terms, begin, valueAt).level;
}

interface Growth {
  readonly change: Big;
  readonly compounds: boolean;
  readonly timesPerYear: number;
}

function yearlyGrowth(quantity: Quantity, terms: Terms): Growth | null {
  const spread = amountPerTime(quantity, terms);
  if (spread !== null)
    return { ...spread, change: towards(spread.change, quantity, terms), compounds: false };
  const timesPerYear = own(periodsPerYear, quantity.per ?? "year") ?? 1;
  const share = plainShare(quantity);
  const compounds = share !== null && !isPercent(terms.unit);
  const change = compounds ? share : pointsInUnit(quantity, terms);
  return change === null ? null : { change: towards(change, quantity, terms), compounds, timesPerYear };
}

const unitTimes: readonly (readonly [suffix: string, timesPerYear: number])[] = [
  ["/年", 1],
  ["/半年", 2],
  ["/季度", 4],
  ["/月", 12],
];

/** `5万元/年` is read as one unit: the time is taken out of it again. Null for other units. */
function amountPerTime(quantity: Quantity, terms: Terms): Omit<Growth, "compounds"> | null {
  const { unit, value } = quantity;
  if (unit === null || terms.unit === null) return null;
  const { dimension, factor } = terms.unit;
  const time = unitTimes.find(([suffix]) => unit.dimension === dimension + suffix);
  return time === undefined
    ? null
    : { change: divide(value.times(unit.factor), factor), timesPerYear: time[1] };
}

function grown(base: Big, { change, compounds, timesPerYear }: Growth, years: Big): Big | null {
  const times = years.times(timesPerYear);
  if (!compounds) return base.plus(change.times(times));
  const factor = power(one.plus(change), times);
  return factor === null ? null : base.times(factor);
}

const mostYears = 100;

function yearEnds(begin: Day, dueOn: Day, at: (day: Day) => Big | null): Level["steps"] {
  const steps: { on: Day; value: Big }[] = [];
  for (let year = 1; year <= mostYears; year++) {
    const on = addYears(begin, year);
    if (on >= dueOn) break;
    const value = at(on);
    if (value !== null) steps.push({ on, value });
  }
  return steps;
}
