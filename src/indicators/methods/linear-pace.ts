/**
 * `linear-pace`: is the value where the trajectory wants it on its day?
 *
 * ratio = pace = (v − b) ÷ (expected − b), unclamped; for a sum that must stay below a cap, expected ÷ v.
 * Bands (the boundary belongs to the better one): ≥ `ahead` (none by default), ≥ `on-track` (1), ≥ `at-risk` (0.8), else
 * off-track. Where nothing is expected yet (expected = b) a value no worse than b is on track, without a ratio.
 * Without a baseline, or with a target that has no date: v ÷ T (T ÷ v for a decrease) against the same bands, basis
 * `of-target`.
 * Source: ENGINE.md sections 4 and 6.
 */
import Big from "big.js";
import { divide } from "../../plan/decimal.ts";
import type { Status } from "../results.ts";
import type { Method, MethodInput, ParameterReader, Verdict } from "./method.ts";

const onTrackDefault = new Big(1);
const atRiskDefault = new Big("0.8");

export const linearPace: Method = {
  name: "linear-pace",
  needs: ["target"],
  parameters: ["on-track", "at-risk", "ahead"],
  assess(input) {
    if (input.holds) return refused("hold");
    if (input.start === null) return byShareOfTarget(input);
    if (input.isCap) return byCap(input);
    if (input.target?.on === null) return byShareOfTarget(input);
    if (input.pace !== null) return judged(input.pace, "pace", input.parameters, null);
    if (input.expected === null) return refused("no-trajectory");
    const ahead = input.value.value.minus(input.start.value).times(input.sign).gte(0);
    return { ...refused("expected-equals-baseline"), status: ahead ? "on-track" : "worsening", reason: null };
  },
};

function byShareOfTarget({ ofTarget, target, value, parameters }: MethodInput): Verdict {
  if (ofTarget === null || target === null) return refused("no-level");
  // A share of a negative level or of a negative value says nothing: −5 is not half of −10 on the way up.
  if (target.value.lte(0) || value.value.lt(0)) return refused("not-positive");
  return judged(ofTarget, "ofTarget", parameters, "of-target");
}

function byCap({ expected, value, parameters }: MethodInput): Verdict {
  if (expected === null) return refused("no-trajectory");
  if (value.value.lte(0)) {
    return {
      ...judged(onTrackDefault, "expected ÷ v", parameters, null),
      ratio: null,
      score: onTrackDefault,
    };
  }
  return judged(divide(expected, value.value), "expected ÷ v", parameters, null);
}

function judged(ratio: Big, formula: string, parameters: ParameterReader, basis: string | null): Verdict {
  return { ratio, formula, methodStatus: null, status: band(ratio, parameters), reason: null, basis };
}

function refused(reason: string): Verdict {
  return { ratio: null, formula: "pace", methodStatus: null, status: null, reason, basis: null };
}

function band(ratio: Big, parameters: ParameterReader): Status {
  const ahead = parameters.optionalNumber("ahead");
  const onTrack = parameters.number("on-track", onTrackDefault);
  const atRisk = parameters.number("at-risk", atRiskDefault);
  if (ahead !== null && ratio.gte(ahead)) return "ahead";
  if (ratio.gte(onTrack)) return "on-track";
  return ratio.gte(atRisk) ? "at-risk" : "off-track";
}
