/**
 * The one step of an indicator from a figure to the next that is about tenfold: growth of that size does
 * happen, and so does a zero too many. Figures that `slips.ts` finds to be off are left to it. Shared by a rule; not a rule.
 */
import Big from "big.js";
import { divide } from "../../plan/decimal.ts";
import type { Indicator, Plan } from "../../plan/plan.ts";
import type { Span } from "../../text/source.ts";
import { withoutTime } from "./history.ts";
import { type Figures, figuresOf, isPercent, statedDay } from "./levels.ts";
import { slipsOf } from "./slips.ts";

interface Point {
  readonly value: Big;
  readonly span: Span;
  readonly shown: string;
}

/** From one figure to the next. */
export interface Leap {
  readonly indicator: Indicator;
  readonly from: Point;
  readonly to: Point;
  /** How many times the one is the other, whole. */
  readonly times: string;
  readonly rises: boolean;
}

/** A slip of ×10 on top of growth up to two and a half times, or of a fall by a fifth. */
const narrowest = 8;
const widest = 25;
/** Small numbers do grow tenfold: from 3 places to 30. */
const smallest = 10;

/** The leap of each indicator that has just one, in plan order. */
export function leapsOf(plan: Plan): readonly Leap[] {
  const slips = new Set([...slipsOf(plan).values()].map(({ indicator }) => indicator));
  return figuresOf(plan).flatMap((figures) => {
    if (slips.has(figures.indicator)) return [];
    const points = pointsOf(figures);
    const leaps = points.slice(1).flatMap((to, i) => {
      const from = points[i];
      return from === undefined ? [] : leapBetween(figures, from, to);
    });
    // Two in a row are growth.
    return leaps.length === 1 ? leaps : [];
  });
}

/** The baseline and the levels to reach of the plan's own place and scope, by date. A running total begins anywhere. */
function pointsOf({ indicator, baselines, levels }: Figures): readonly Point[] {
  const [base] = baselines;
  const isTotal = indicator.value.value === "running-total";
  const start =
    base === undefined || base.narrowed || isTotal
      ? []
      : [{ value: base.value, span: base.span, shown: withoutTime(base.quantity.text).trim() }];
  const due = levels.flatMap(({ target, quantity, value }) => {
    const day =
      target.kind === "reach" && target.place === null && target.scope === null ? statedDay(target) : null;
    return day === null ? [] : [{ day, value, span: quantity.span, shown: quantity.value.text.trim() }];
  });
  return [...start, ...due.sort((a, b) => a.day - b.day)];
}

function leapBetween({ indicator, unit, direction }: Figures, from: Point, to: Point): readonly Leap[] {
  if (from.value.lte(0) || to.value.lte(0) || direction === "maintain") return [];
  const rises = to.value.gt(from.value);
  const [low, high] = rises ? [from.value, to.value] : [to.value, from.value];
  const ratio = divide(high, low);
  // Shares that begin low do rise tenfold; the same digits with the point elsewhere are rarely meant.
  const isOne = isPercent(unit)
    ? ratio.eq(10)
    : low.gte(smallest) && ratio.gte(narrowest) && ratio.lte(widest);
  const isAgainst = direction === "increase" ? !rises : rises;
  if (!isOne || isAgainst) return [];
  return [{ indicator, from, to, times: ratio.round(0, Big.roundHalfUp).toFixed(), rises }];
}
