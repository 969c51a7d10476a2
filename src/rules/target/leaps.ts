/**
 * The one step of an indicator from a figure to the next that is about tenfold, or a hundred or a thousand times: growth of
 * that size does happen, and so does a zero too many. A step of almost exactly a power of ten is a likely slip, where
 * the plan bears out at most one of its two figures (`borne-out.ts`). Figures that `slips.ts` finds to be off are left to it.
 * Shared by a rule; not a rule.
 */

import Big from "big.js";
import { divide, isSurelyBelow } from "../../plan/decimal.ts";
import { orderedBy } from "../../plan/ordered-by.ts";
import type { Indicator, Plan } from "../../plan/plan.ts";
import type { Day } from "../../plan/time.ts";
import type { Records } from "../../records/records.ts";
import type { Span } from "../../text/source.ts";
import { areNear, isBorneOut } from "./borne-out.ts";
import { wholeObservations, withoutTime } from "./history.ts";
import { type Figures, figuresOf, isPercent, statedDay } from "./levels.ts";
import { slipsOf } from "./slips.ts";

interface Point {
  readonly value: Big;
  readonly span: Span;
  readonly shown: string;
  /** As printed, where the plan tells. */
  readonly wording: string | null;
  /** Days since a running total stood at none; null for all else. */
  readonly days: number | null;
  /** Where a target is stated; null for a baseline. */
  readonly section: string | null;
}

/** From one figure to the next. */
export interface Leap {
  readonly indicator: Indicator;
  readonly from: Point;
  readonly to: Point;
  /** How many times the one is the other, whole. */
  readonly times: string;
  readonly rises: boolean;
  /** Almost exactly a power of ten, and one of the two figures stands alone. */
  readonly isLikelySlip: boolean;
}

/** A slip of ×10 on top of growth up to two and a half times, or of a fall by a fifth. */
const narrowest = 8;
const widest = 25;
/** Small numbers do grow tenfold: from 3 places to 30. */
const smallest = 10;
/** From 5 in one section to 100 in another: far more than growth, and perhaps counted in another way. */
const [smallestElsewhere, leastElsewhere] = [5, 15];
const powers = [10, 100, 1000];
/** A step of fewer times is none of these, however it came about. */
const leastTimes = 7;
/** Moved by a power of ten, the figure would be within a usual step of the one before it. */
const [nearBelow, nearAbove] = ["0.8", "1.25"];

/** The leap of each indicator that has just one, in plan order. */
export function leapsOf(plan: Plan, records: Records): readonly Leap[] {
  const slips = new Set([...slipsOf(plan).values()].map(({ indicator }) => indicator));
  return figuresOf(plan).flatMap((figures) => {
    if (slips.has(figures.indicator)) return [];
    const points = pointsOf(figures, plan);
    const leaps = points.slice(1).flatMap((to, i) => {
      const from = points[i];
      return from === undefined ? [] : leapBetween(figures, from, to);
    });
    const [leap] = leaps;
    // Two in a row are growth.
    if (leap === undefined || leaps.length > 1) return [];
    const isLikelySlip =
      (leap.isLikelySlip || isBelied(leap, figures, records)) &&
      !isBorneOut(leap, points, figures, plan, records);
    return [{ ...leap, isLikelySlip }];
  });
}

/** What was reported keeps to the figure that follows, and the figure before it is a power of ten away from it. */
function isBelied({ from, to }: Leap, { indicator }: Figures, records: Records): boolean {
  const values = wholeObservations(records, indicator.id.value).flatMap(({ value }) =>
    value === null || value.value.lte(0) ? [] : [value.value],
  );
  const [first] = values;
  if (first === undefined || !values.every((value) => areNear(value, to.value))) return false;
  const [low, high] = first.gt(from.value) ? [from.value, first] : [first, from.value];
  return powers.some((power) => isNearlyOne(divide(divide(high, low), new Big(power))));
}

/** The day on which a running total stood at none: that of its baseline, without one the day before the plan; null where it began elsewhere. */
function emptyOn({ baselines: [base] }: Figures, { period }: Plan): Day | null {
  if (base !== undefined) return base.value.eq(0) ? base.on : null;
  const start = period?.start?.value ?? null;
  return start === null ? null : start - 1;
}

/** The baseline and the levels to reach of the plan's own place and scope, by date. A running total begins anywhere. */
function pointsOf(figures: Figures, plan: Plan): readonly Point[] {
  const { indicator, baselines, levels } = figures;
  const [base] = baselines;
  const empty = emptyOn(figures, plan);
  const isTotal = indicator.value.value === "running-total";
  const start =
    base === undefined || base.narrowed || base.borrowed || isTotal
      ? []
      : [
          {
            value: base.value,
            span: base.span,
            shown: withoutTime(base.quantity.text).trim(),
            wording: indicator.baseline.find(({ is }) => is.span === base.span)?.wording?.value ?? null,
            days: null,
            section: null,
          },
        ];
  const due = levels.flatMap(({ target, quantity, value }) => {
    const day =
      target.kind === "reach" && target.place === null && target.scope === null ? statedDay(target) : null;
    return day === null
      ? []
      : [
          {
            day,
            value,
            span: quantity.span,
            shown: quantity.value.text.trim(),
            wording: target.wording?.value ?? null,
            section: target.section?.value ?? null,
            days: isTotal && empty !== null ? day - empty : null,
          },
        ];
  });
  return [...start, ...orderedBy(due, ({ day }) => day)];
}

function leapBetween({ indicator, unit, direction }: Figures, from: Point, to: Point): readonly Leap[] {
  if (from.value.lte(0) || to.value.lte(0) || direction === "maintain") return [];
  const rises = to.value.gt(from.value);
  const [low, high] = rises ? [from.value, to.value] : [to.value, from.value];
  if (isSurelyBelow(high, low, leastTimes)) return [];
  const ratio = divide(high, low);
  const isShare = isPercent(unit);
  // Shares that begin low do rise tenfold; the same digits with the point elsewhere are rarely meant.
  const isNear = powers.some((power) =>
    isShare ? ratio.eq(power) : isNearlyOne(divide(ratio, new Big(power))),
  );
  const isTenfold = ratio.gte(narrowest) && ratio.lte(widest);
  const isQuick = low.gte(100) && quickens(from, to);
  const isElsewhere =
    from.section !== null &&
    to.section !== null &&
    from.section !== to.section &&
    low.gte(smallestElsewhere) &&
    ratio.gte(leastElsewhere);
  const isLeap = isShare ? isNear : isQuick || isElsewhere || (low.gte(smallest) && (isNear || isTenfold));
  const isAgainst = direction === "increase" ? !rises : rises;
  if (!isLeap || isAgainst) return [];
  const times = ratio.round(0, Big.roundHalfUp).toFixed();
  const isLikelySlip = isQuick || (isNear && (!isShare || (low.c.length > 1 && !high.eq(100))));
  return [{ indicator, from, to, times, rises, isLikelySlip }];
}

/** From none to 160 in a year and to 4800 in two and a half: the pace of a running total is off by almost exactly a power of ten. */
function quickens(from: Point, to: Point): boolean {
  if (from.days === null || to.days === null || from.days <= 0 || to.days <= from.days) return false;
  const pace = divide(to.value.times(from.days), from.value.times(to.days));
  return powers.some((power) => isNearlyOne(divide(pace, new Big(power))));
}

function isNearlyOne(part: Big): boolean {
  return part.gte(nearBelow) && part.lte(nearAbove);
}
