/**
 * `cagr-ratio`: is the growth a year that has been seen as fast as the growth a year that the target asks for?
 *
 * ratio = d × growth(b → v) ÷ |growth(b → T)|, growth(b → x) = (x ÷ b)^(1 ÷ years) − 1, d = +1 where more is better, −1 where
 * less is, turned round where b is below zero, since growth is then that of a size. Without a target ratio =
 * d × growth(b → v), a share a year. Years are whole calendar years and the rest of a year in days (ENGINE.md section 2),
 * where the sources count whole years. Where a level has no baseline, the first observation at or after the plan's start is b
 * (basis `first-observation`); `window: N` measures from the first value of the last N years (basis `window`).
 * Words, bands and scores: `preset` (`open-sdg`, the default, or `eurostat`), in `cagr-presets.ts`.
 * Not computable, ratio and score null: b or T of zero (`zero-baseline`, `zero-target`), a change of sign (`sign-change`), T = b
 * (`target-equals-baseline`), a range or a bound (`range`, `hold`), no date (`no-date`), fewer than two days with a value
 * (`too-few-values`). Under `open-sdg` a latest value that meets the target is `target_achieved` nevertheless, score 5.
 * Departs from open-sdg/sdg-build, which puts 0.001 for a base or target of zero (halving 10 towards 0 is then "limited",
 * a zero that stays a zero a "deterioration"), and takes a direction that is not stated for a decrease: here the direction
 * follows from baseline and target or is missing (`no-direction`).
 * Sources: METHODS.md sections 1 and 2; open-sdg docs/progress-methodology.md; Eurostat, Sustainable development in the EU.
 */
import Big from "big.js";
import { yearsBetween } from "../../plan/days.ts";
import { divide } from "../../plan/decimal.ts";
import { type Computed, growthStart, type Point, wantedGrowth, yearlyGrowth } from "../growth.ts";
import { checkBands, judgeByPreset, judgeWithoutValue, type Measured } from "./cagr-presets.ts";
import type { DatedTarget, Method, MethodInput } from "./method.ts";

export const cagrRatio: Method = {
  name: "cagr-ratio",
  needs: [],
  firstObservationServes: true,
  parameters: ["preset", "limit", "bands", "growth-bands", "window"],
  check(parameters) {
    checkBands(parameters);
    if (parameters.optionalNumber("window")?.lte(0) === true) parameters.fault("window", "outside-scale");
  },
  assess(input) {
    return judgeByPreset(measure(input), input);
  },
  withoutValue: judgeWithoutValue,
};

function measure(input: MethodInput): Measured {
  const { target, value, sign, parameters } = input;
  const window = parameters.optionalNumber("window");
  const from = growthStart(input, value, window);
  if ("reason" in from) return without(from.reason);
  if (sign === 0 && !input.holds) return without("no-direction");
  const observed = yearlyGrowth(from, value);
  if ("reason" in observed) return without(observed.reason);
  const d = wantedGrowth(sign, from);
  const better = d < 0 ? observed.value.neg() : observed.value;
  const isWindow = window !== null;
  const years = { d: new Big(d), passed: yearsBetween(from.on, value.on) };
  const named = isWindow ? { ...years, b: from.value } : years;
  const found = { reason: null, basis: isWindow ? "window" : null, from };
  if (target === null) return { ...found, ratio: better, formula: growthFormula, named };
  const required = requiredGrowth(from, target, input.holds);
  if ("reason" in required) return without(required.reason);
  return {
    ...found,
    ratio: divide(better, required.value.abs()),
    formula: `${growthFormula} ÷ |(T ÷ b)^(1 ÷ span) − 1|`,
    named: { ...named, span: yearsBetween(from.on, target.on ?? from.on) },
  };
}

const growthFormula = "d × ((v ÷ b)^(1 ÷ passed) − 1)";

function without(reason: string): Measured {
  return { ratio: null, formula: "", named: {}, reason, basis: null, from: null };
}

/** Growth a year that leads from a point to the target on its day; never zero. */
function requiredGrowth(from: Point, target: DatedTarget, holds: boolean): Computed {
  if (target.upper !== null) return { reason: "range" };
  if (target.on === null || target.on <= from.on) return { reason: "no-date" };
  if (target.value.eq(from.value)) return { reason: "target-equals-baseline" };
  if (holds) return { reason: "hold" };
  if (target.value.eq(0)) return { reason: "zero-target" };
  return yearlyGrowth(from, { value: target.value, on: target.on });
}
