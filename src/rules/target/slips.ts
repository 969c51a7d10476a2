/**
 * Figures that stand apart from their own series by a power of ten, as when a zero, a decimal point, 万 or 亿 slipped.
 *
 * With two other figures or more that lie close together, the odd one is a slip when moving it by ×10 … ×10⁸ puts it among
 * them; so is one that breaks the order of its two neighbours and keeps it when moved. Between a baseline and its targets, or between two figures alone, growth cannot be told from a slip, so only
 * ×1000 and more counts, or ×100 against the indicator's direction or between totals. Shared by the rules of this family; not a rule.
 */
import Big from "big.js";
import { divide, isSurelyBelow, isZero } from "../../plan/decimal.ts";
import type { Indicator, Plan } from "../../plan/plan.ts";
import type { Unit } from "../../plan/quantity.ts";
import { convert } from "../../plan/units.ts";
import type { Span } from "../../text/source.ts";
import { withoutTime } from "./history.ts";
import { type Figures, figuresOf, statedDay } from "./levels.ts";

/** One figure of an indicator's series. */
interface Point {
  readonly value: Big;
  readonly span: Span;
  readonly shown: string;
  readonly isBaseline: boolean;
}

export interface Slip {
  readonly indicator: Indicator;
  readonly point: Point;
  readonly others: readonly Point[];
  /** The factor by which the figure is off: 10, 100, 1000, 10000 or 100000000. */
  readonly factor: Factor;
  readonly tooLarge: boolean;
}

const factors = [10, 100, 1000, 10_000, 100_000_000] as const;
export type Factor = (typeof factors)[number];

const slipsOfPlan = new WeakMap<Plan, ReadonlyMap<Span, Slip>>();

/** The slips of a plan by the place of the figure, in plan order. */
export function slipsOf(plan: Plan): ReadonlyMap<Span, Slip> {
  const known = slipsOfPlan.get(plan);
  if (known !== undefined) return known;
  const slips = new Map<Span, Slip>();
  for (const figures of figuresOf(plan)) {
    const slip = findSlip(figures);
    if (slip !== null && !isToldByDirection(slip, figures)) slips.set(slip.point.span, slip);
  }
  slipsOfPlan.set(plan, slips);
  return slips;
}

function findSlip(figures: Figures): Slip | null {
  const points = pointsOf(figures);
  if (areClose(points)) return null;
  if (points.length === 2) return slipOfTwo(figures, points);
  const slips = points.flatMap((point) => {
    const slip = slipAmong(
      figures.indicator,
      point,
      points.filter((p) => p !== point),
    );
    return slip === null ? [] : [slip];
  });
  const [slip] = slips;
  return slips.length === 1 && slip !== undefined ? slip : slipOfOrder(figures, points);
}

/** A figure between two others that breaks their order, and keeps it when moved by a power of ten: 1.2, 30, 4.5. */
function slipOfOrder({ indicator, direction, levels }: Figures, points: readonly Point[]): Slip | null {
  if (direction !== "increase" && direction !== "decrease") return null;
  const days = new Map(levels.map((level) => [level.quantity.span, statedDay(level.target)] as const));
  const dated = points.filter(({ span, isBaseline }) => isBaseline || typeof days.get(span) === "number");
  const series = [...dated].sort((a, b) => (days.get(a.span) ?? 0) - (days.get(b.span) ?? 0));
  const found = series.slice(1, -1).flatMap((point, i): Slip[] => {
    const [before, after] = [series[i], series[i + 2]];
    if (before === undefined || after === undefined) return [];
    const [low, high] = direction === "increase" ? [before.value, after.value] : [after.value, before.value];
    const tooLarge = point.value.gt(high);
    if (!low.lt(high) || (!tooLarge && point.value.gte(low))) return [];
    const factor = factors.find((one) => {
      const moved = tooLarge ? divide(point.value, new Big(one)) : point.value.times(one);
      return moved.gte(low) && moved.lte(high);
    });
    return factor === undefined ? [] : [{ indicator, point, others: [before, after], factor, tooLarge }];
  });
  const [only] = found;
  return found.length === 1 && only !== undefined ? only : null;
}

/** True when no figure is even six times another: the least slip, by ×10, leaves more between them. */
function areClose(points: readonly Point[]): boolean {
  const [first, ...rest] = points.map((point) => point.value);
  if (first === undefined) return true;
  const low = rest.reduce((a, b) => (b.lt(a) ? b : a), first);
  const high = rest.reduce((a, b) => (b.gt(a) ? b : a), first);
  return isSurelyBelow(high, low, 6) || high.lt(low.times(6));
}

/** A level without relation on the wrong side of the baseline contradicts the direction: that is told, as an error. */
function isToldByDirection({ point, tooLarge }: Slip, { indicator, baselines, levels }: Figures): boolean {
  const level = levels.find((l) => l.quantity.span === point.span);
  const relation = level?.quantity.value.relation ?? null;
  const [base] = baselines;
  if (level?.target.kind !== "reach" || base === undefined || (relation !== null && relation !== "="))
    return false;
  const wrongWay = tooLarge ? "decrease" : "increase";
  return (
    indicator.direction?.value === wrongWay &&
    (tooLarge ? point.value.gt(base.value) : point.value.lt(base.value))
  );
}

/**
 * Positive figures of the plan's own place and scope; equal ones count once, for a repeated figure is one witness. Totals
 * of spans of one length are figures of one series too.
 */
function pointsOf({ baselines, levels, indicator, unit }: Figures): readonly Point[] {
  const own = levels.filter(
    ({ target }) =>
      target.kind !== "change" && target.every === null && target.place === null && target.scope === null,
  );
  const points = [
    ...baselines
      .filter(({ borrowed }) => !borrowed)
      .map(
        (b): Point => ({
          value: b.value,
          span: b.span,
          shown: withoutTime(b.quantity.text),
          isBaseline: true,
        }),
      ),
    ...own.map(
      (l): Point => ({
        value: l.value,
        span: l.quantity.span,
        shown: l.quantity.value.text,
        isBaseline: false,
      }),
    ),
    ...(levels.length === 0 ? totalsOf(indicator, unit) : []),
  ].filter((p) => p.value.s > 0 && !isZero(p.value) && isPossible(p.value, indicator));
  return points.filter((p, i) => points.findIndex((q) => q.value.eq(p.value)) === i);
}

/**
 * Totals of spans of one length, which may differ by leap days and the lengths of months; else totals of a year and more,
 * each by what it asks for a day: those of two and three years grow with the time.
 */
function totalsOf({ targets }: Indicator, unit: Unit | null): readonly Point[] {
  const totals = targets.flatMap((target) => {
    const span = target.over?.value.period ?? null;
    const isOwn = target.kind === "total" && target.place === null && target.scope === null;
    if (!isOwn || target.quantity === null || span === null || span.start === null || span.end === null)
      return [];
    const value = convert(target.quantity.value.value, target.quantity.value.unit, unit);
    if (value === null) return [];
    const { text } = target.quantity.value;
    const point: Point = { value, span: target.quantity.span, shown: text, isBaseline: false };
    return [{ point, days: span.end - span.start + 1 }];
  });
  const lengths = totals.map(({ days }) => days);
  if (Math.max(...lengths) - Math.min(...lengths) <= 3) return totals.map(({ point }) => point);
  if (totals.length < 3 || Math.min(...lengths) < shortestYear) return [];
  return totals.map(({ point, days }) => ({ ...point, value: divide(point.value, new Big(days)) }));
}

/** Within a year amounts hang on the season. */
const shortestYear = 360;

/** What lies beyond the bounds is told by another rule. */
function isPossible(value: Big, { bounds }: Indicator): boolean {
  const upper = bounds?.value.upper ?? null;
  return upper === null || value.lte(upper);
}

function slipAmong(indicator: Indicator, point: Point, others: readonly Point[]): Slip | null {
  const [first, ...rest] = others.map((o) => o.value);
  if (first === undefined) return null;
  const low = rest.reduce((a, b) => (b.lt(a) ? b : a), first);
  const high = rest.reduce((a, b) => (b.gt(a) ? b : a), first);
  if (high.gt(low.times("2.5"))) return null;
  const tooLarge = point.value.gt(high);
  const apart = tooLarge ? divide(point.value, high) : divide(low, point.value);
  for (const factor of factors) {
    const moved = tooLarge ? divide(point.value, new Big(factor)) : point.value.times(factor);
    if (point.isBaseline && factor < 1000) continue;
    if (apart.lt(factor * 0.6) || moved.lt(low.times("0.7")) || moved.gt(high.times("1.6"))) continue;
    return { indicator, point, others, factor, tooLarge };
  }
  return null;
}

function slipOfTwo(
  { indicator, direction, baselines, levels }: Figures,
  points: readonly Point[],
): Slip | null {
  const [first, second] = points;
  if (first === undefined || second === undefined) return null;
  const rises = second.value.gt(first.value);
  const ratio = rises ? divide(second.value, first.value) : divide(first.value, second.value);
  const againstDirection =
    baselines.length > 0 && ((direction === "increase" && !rises) || (direction === "decrease" && rises));
  // Two totals of spans of one length are work of one kind, which does not grow a hundredfold.
  const areTotals = baselines.length === 0 && levels.length === 0;
  const smallest = againstDirection || areTotals ? 100 : 1000;
  const factor = factors.find((f) => f >= smallest && ratio.gte(f / 2) && ratio.lte(f * 2));
  return factor === undefined ? null : { indicator, point: second, others: [first], factor, tooLarge: rises };
}
