/**
 * `anticipated` (Anticipated Progress Index): how much of the way will still be missing on the target's date?
 *
 * projected = the straight line of weighted least squares through baseline and observations, taken on tT; a point of the year
 * number n, counted from 1 with the first point's year, weighs n; projectedBy `weighted-linear`. ratio = gap =
 * d × (T − projected) ÷ |T − b|, floored at 0 and rounded to 9 places before the band, since the line is computed in floating
 * point (an estimate). ≤ 0.1 maintain, ≤ 1 accelerate, above reverse (`worsening`: further from the target than the
 * baseline was). Each boundary belongs to the better band; `bands` replaces them. score = 1 − gap, within 0 and 1: less gap is
 * better, so that the usual clamp(ratio, 0, 1) would praise the opposite.
 * Without a baseline the share of the target decides (basis `of-target`), without a word. After the target's date only what
 * was observed up to it counts.
 * Not computable: T = b (`target-equals-baseline`), a range or a bound (`range`, `hold`), a sum under a cap (`cap`), no
 * date (`no-date`), points of fewer than two days (`too-few-values`), figures beyond floating point (`out-of-range`).
 * Departs from the source in that the place of a point in time is exact to the day; several points of a year all have the
 * weight of that year.
 * Source: METHODS.md section 2; ESCAP progress assessment methodology; UNECE technical notes 2022 and 2023.
 */
import Big from "big.js";
import { dateParts, yearsBetween } from "../../plan/days.ts";
import { divide, toDouble } from "../../plan/decimal.ts";
import type { Day } from "../../plan/time.ts";
import type { Point } from "../growth.ts";
import {
  type DatedTarget,
  type Method,
  type MethodInput,
  type OwnProjection,
  refused,
  type Source,
  type Verdict,
} from "./method.ts";

export const anticipated: Method = {
  name: "anticipated",
  needs: ["target", "baseline"],
  parameters: ["bands"],
  check(parameters) {
    parameters.numbers("bands", usualBands, bandKeys);
  },
  assess(input) {
    const prediction = predict(input);
    if ("reason" in prediction) return { ...refused(prediction.reason), score: null };
    const { value, gap, line, sources, onDay } = prediction;
    const bands = input.parameters.numbers("bands", usualBands, bandKeys);
    return {
      ratio: gap,
      formula: "max(d × (T − projected) ÷ |T − b|, 0)",
      named: { d: new Big(input.sign), projected: value, ...line },
      sources: { mean: sources },
      reason: null,
      basis: null,
      projection: {
        value,
        by: "weighted-linear",
        formula: "b + mean + slope × left",
        estimate: true,
        ...onDay,
      },
      ...outcomeOf(gap, bands),
    };
  },
};

const bandKeys = ["low", "high"] as const;
const usualBands: readonly Big[] = ["0.1", "1"].map((text) => new Big(text));
const one = new Big(1);
const zero = new Big(0);

type Outcome = Pick<Verdict, "methodStatus" | "status" | "score" | "scoreFormula">;

function outcomeOf(gap: Big, [small, whole]: readonly Big[]): Outcome {
  const score = { score: gap.gt(one) ? zero : one.minus(gap), scoreFormula: "max(1 − ratio, 0)" };
  if (small !== undefined && gap.lte(small))
    return { methodStatus: "maintain", status: "on-track", ...score };
  if (whole !== undefined && gap.lte(whole))
    return { methodStatus: "accelerate", status: "at-risk", ...score };
  return { methodStatus: "reverse", status: "worsening", ...score };
}

type Line = Readonly<Record<"mean" | "slope" | "left", Big>>;
type Prediction =
  | {
      readonly value: Big;
      readonly gap: Big;
      readonly line: Line;
      readonly sources: readonly Source[];
      readonly onDay: Pick<OwnProjection, "valueOn" | "leftOn">;
    }
  | { readonly reason: string };

/** The value on the target's date and what is then missing of the way, as share of it. */
function predict({ target, start, series, sign, holds, isCap }: MethodInput): Prediction {
  if (target === null || start === null) return { reason: target === null ? "no-target" : "no-baseline" };
  const unfit = unfitness(target, start.value, { holds, isCap, sign });
  if (unfit !== null) return { reason: unfit };
  const { on } = target;
  if (on === null || start.on === null || on <= start.on) return { reason: "no-date" };
  const first = { value: start.value, on: start.on };
  const later = series.filter((point) => point.on > first.on && point.on <= on);
  const points = [first, ...later];
  if (points.length < 2) return { reason: "too-few-values" };
  const { rise, riseOn, leftOn, ...line } = lineThrough(points, first, on);
  if (!Number.isFinite(rise)) return { reason: "out-of-range" };
  const missing = target.value.minus(first.value.plus(rise)).times(sign);
  const gap = divide(missing, target.value.minus(first.value).abs()).round(gapPlaces, halfEven);
  return {
    value: estimate(first.value.plus(rise)),
    gap: gap.lt(0) ? zero : gap,
    line: estimates(line),
    sources: later.flatMap((point): Source[] => [
      { ...point, name: "v" },
      { on: point.on, value: new Big(weightOf(point, first)), span: null, name: "w" },
    ]),
    onDay: { valueOn: (day) => toDouble(first.value) + riseOn(day), leftOn },
  };
}

/** Why no way can be measured; null where it can. */
function unfitness(
  target: DatedTarget,
  base: Big,
  { holds, isCap, sign }: Pick<MethodInput, "holds" | "isCap" | "sign">,
): string | null {
  if (target.upper !== null) return "range";
  if (target.value.eq(base)) return "target-equals-baseline";
  if (holds || isCap) return holds ? "hold" : "cap";
  return sign === 0 ? "no-direction" : null;
}

/** Places to which a gap is rounded: the line is an estimate, a band is not. */
const gapPlaces = 9;
const halfEven = 2;
/** Digits of an estimate that mean anything. */
const estimateDigits = 12;

function estimate(value: Big): Big {
  return value.prec(estimateDigits, halfEven);
}

function estimates({ mean, slope, left }: Readonly<Record<keyof Line, number>>): Line {
  return { mean: estimate(new Big(mean)), slope: estimate(new Big(slope)), left: estimate(new Big(left)) };
}

/**
 * The line of weighted least squares: values less the first one, time in years since it. `rise` is the line on a day, `mean`
 * the weighted mean, `slope` the rise a year, `left` the years from the mean time to the day.
 */
function lineThrough(points: readonly Point[], first: Point, on: Day) {
  const weighed = points.map((point) => ({
    x: yearsBetween(first.on, point.on).toNumber(),
    y: point.value.minus(first.value).toNumber(),
    weight: weightOf(point, first),
  }));
  const all = sumOf(weighed, ({ weight }) => weight);
  const meanX = sumOf(weighed, ({ x, weight }) => weight * x) / all;
  const mean = sumOf(weighed, ({ y, weight }) => weight * y) / all;
  const together = sumOf(weighed, ({ x, y, weight }) => weight * (x - meanX) * y);
  const slope = together / sumOf(weighed, ({ x, weight }) => weight * (x - meanX) ** 2);
  const leftOn = (day: Day): number => yearsBetween(first.on, day).toNumber() - meanX;
  const riseOn = (day: Day): number => mean + slope * leftOn(day);
  return { rise: riseOn(on), riseOn, leftOn, mean, slope, left: leftOn(on) };
}

/** The number of a point's year, counted from 1 with the first point's. */
function weightOf(point: Point, first: Point): number {
  return dateParts(point.on).year - dateParts(first.on).year + 1;
}

function sumOf<T>(items: readonly T[], of: (item: T) => number): number {
  let sum = 0;
  for (const item of items) sum += of(item);
  return sum;
}
