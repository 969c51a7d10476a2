/**
 * `un-projection`: where will the value land on the target's date if its growth goes on?
 *
 * projected = v × (v ÷ b)^(left ÷ passed), left = years from v to tT, passed = years from b to v: what compound growth from b to
 * v leads to; projectedBy `cagr`. ratio = (projected − b) ÷ (T − b): ≥ 0.95 met_or_on_track, score 3; ≥ 0.10
 * fair_progress_acceleration_needed, score 2; below stagnation_or_regression, score 1 (`worsening` when below zero). Without a
 * target ratio = d × growth(b → v) a year against 2% and 0.5%; d = +1 where more is better, −1 where less is, turned round
 * where b is below zero. Each boundary belongs to the better band; `bands` and `growth-bands` replace them.
 * Exceptions, both met_or_on_track whatever the trend: the value meets T; in percent it is no further than one point from a
 * T of 0% or 100%.
 * After the target's date the last value up to it is judged. Where a level has no baseline, the first observation at or after the
 * plan's start serves (basis `first-observation`).
 * Not computable: b of zero (`zero-baseline`), a change of sign between b, v and T (`sign-change`), T = b
 * (`target-equals-baseline`), a range or a bound (`range`, `hold`), no date (`no-date`), fewer than two days with a value
 * (`too-few-values`). A T of zero is computable: nothing is divided by it.
 * Departs from the source: years are counted to the day (ENGINE.md section 2), not as whole years; growth rates are left to no
 * expert but judged as any value. What is done scores 3, what is not 1.
 * Sources: METHODS.md section 2; UN Sustainable Development Goals Progress Chart 2023, technical note.
 */
import Big from "big.js";
import { meets } from "../../plan/compare.ts";
import { yearsBetween } from "../../plan/days.ts";
import { divide, toDouble } from "../../plan/decimal.ts";
import type { Unit } from "../../plan/quantity.ts";
import type { Day } from "../../plan/time.ts";
import { continued, growthStart, type Point, wantedGrowth, yearlyGrowth } from "../growth.ts";
import { isPercent, shareOfOne } from "../shares.ts";
import { type DatedTarget, type Method, type MethodInput, refused, type Verdict } from "./method.ts";

export const unProjection: Method = {
  name: "un-projection",
  needs: [],
  firstObservationServes: true,
  parameters: ["bands", "growth-bands"],
  check(parameters) {
    parameters.numbers("bands", usualBands, bandKeys);
    parameters.numbers("growth-bands", usualGrowthBands, bandKeys);
  },
  assess(input) {
    return input.target === null ? byGrowth(input) : byProjection(input, input.target);
  },
  withoutValue({ meetsWord }) {
    const nothing = unjudged("no-observation");
    if (meetsWord === null) return nothing;
    return { ...nothing, ...(meetsWord ? onTrack : stagnation) };
  },
};

const bandKeys = ["high", "low"] as const;
const usualBands: readonly Big[] = ["0.95", "0.1"].map((text) => new Big(text));
const usualGrowthBands: readonly Big[] = ["0.02", "0.005"].map((text) => new Big(text));

type Outcome = Pick<Verdict, "methodStatus" | "status" | "score" | "scoreFormula" | "scale">;

const scale = "1..3";

const onTrack: Outcome = {
  methodStatus: "met_or_on_track",
  status: "on-track",
  score: new Big(3),
  scoreFormula: "3",
  scale,
};
const fair: Outcome = {
  methodStatus: "fair_progress_acceleration_needed",
  status: "at-risk",
  score: new Big(2),
  scoreFormula: "2",
  scale,
};
const stagnation: Outcome = {
  methodStatus: "stagnation_or_regression",
  status: "off-track",
  score: new Big(1),
  scoreFormula: "1",
  scale,
};

function outcomeOf(ratio: Big, bands: readonly Big[]): Outcome {
  return { ...bandOf(ratio, bands), scoreFormula: "band(ratio)" };
}

function bandOf(ratio: Big, [high, low]: readonly Big[]): Outcome {
  if (high !== undefined && ratio.gte(high)) return onTrack;
  if (low !== undefined && ratio.gte(low)) return fair;
  return ratio.lt(0) ? { ...stagnation, status: "worsening" } : stagnation;
}

function byGrowth(input: MethodInput): Verdict {
  const { value, sign, parameters } = input;
  const from = growthStart(input, value, null);
  if ("reason" in from) return unjudged(from.reason);
  if (sign === 0) return unjudged("no-direction");
  const growth = yearlyGrowth(from, value);
  if ("reason" in growth) return unjudged(growth.reason);
  const d = wantedGrowth(sign, from);
  const ratio = d < 0 ? growth.value.neg() : growth.value;
  const bands = parameters.numbers("growth-bands", usualGrowthBands, bandKeys);
  return {
    ratio,
    formula: "d × ((v ÷ b)^(1 ÷ passed) − 1)",
    named: { d: new Big(d), passed: yearsBetween(from.on, value.on) },
    reason: null,
    basis: null,
    ...outcomeOf(ratio, bands),
  };
}

function byProjection(input: MethodInput, target: DatedTarget): Verdict {
  const { on } = target;
  const judged = input.series.findLast((one) => on === null || one.on <= on) ?? input.value;
  const isMet =
    meets(judged.value, target.relation, target.value, target.upper) ||
    isNearlyWhole(judged.value, target, input.unit);
  const projected = project(input, judged, target);
  if ("reason" in projected)
    return isMet ? { ...unjudged(projected.reason), ...onTrack } : unjudged(projected.reason);
  const { ratio, value, named } = projected;
  const bands = input.parameters.numbers("bands", usualBands, bandKeys);
  return {
    ratio,
    formula: "(projected − b) ÷ (T − b)",
    named: { ...named, projected: value },
    reason: null,
    basis: null,
    projection: {
      value,
      by: "cagr",
      formula: "v × (v ÷ b)^(left ÷ passed)",
      estimate: true,
      valueOn: (day) => grownTo(day, projected.from, judged),
      leftOn: (day) => yearsBetween(judged.on, day).toNumber(),
    },
    ...(isMet ? onTrack : outcomeOf(ratio, bands)),
  };
}

type Projected =
  | {
      readonly from: Point;
      readonly value: Big;
      readonly ratio: Big;
      readonly named: Readonly<Record<string, Big>>;
    }
  | { readonly reason: string };

function project(input: MethodInput, judged: Point, target: DatedTarget): Projected {
  if (target.upper !== null) return { reason: "range" };
  const from = growthStart(input, judged, null);
  if ("reason" in from) return from;
  const { value: wanted, on } = target;
  if (on === null || on <= from.on) return { reason: "no-date" };
  if (wanted.eq(from.value)) return { reason: "target-equals-baseline" };
  if (input.holds) return { reason: "hold" };
  if (wanted.times(from.value).lt(0)) return { reason: "sign-change" };
  const projected = continued(from, judged, on);
  if ("reason" in projected) return projected;
  const { value } = projected;
  const years = { passed: yearsBetween(from.on, judged.on), left: yearsBetween(judged.on, on) };
  const named = judged.on === input.value.on ? years : { ...years, v: judged.value };
  return { from, value, ratio: divide(value.minus(from.value), wanted.minus(from.value)), named };
}

/** What growth from one point to another leads to on a later day, in floating point. */
function grownTo(day: Day, from: Point, to: Point): number {
  const passed = yearsBetween(from.on, to.on).toNumber();
  const left = yearsBetween(to.on, day).toNumber();
  return toDouble(to.value) * (toDouble(to.value) / toDouble(from.value)) ** (left / passed);
}

const hundredth = new Big("0.01");

/** In percent, a target of 0% or 100% that is no further than one point away. */
function isNearlyWhole(value: Big, target: DatedTarget, unit: Unit | null): boolean {
  if (!isPercent(unit) || target.upper !== null) return false;
  const share = shareOfOne(unit);
  const wanted = target.value.times(share);
  if (!wanted.eq(0) && !wanted.eq(1)) return false;
  return value.minus(target.value).times(share).abs().lte(hundredth);
}

function unjudged(reason: string): Verdict {
  return { ...refused(reason), score: null };
}
