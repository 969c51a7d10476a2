/**
 * `linear-pace`: is the value where the trajectory wants it on its day?
 *
 * ratio = pace = (v − b) ÷ (expected − b), unclamped; for a sum that must stay below a cap, expected ÷ v.
 * Bands (the boundary belongs to the better one): ≥ `ahead` (none by default), ≥ `on-track` (1), ≥ `at-risk` (0.8), else
 * off-track. Where nothing is expected yet (expected = b, or a point of the path that b meets already) a value no worse than b
 * is on track, without a ratio.
 * Without a baseline, or with a target that has no date: v ÷ T (T ÷ v for a decrease) against the same bands, basis
 * `of-target`.
 * Source: ENGINE.md sections 4 and 6.
 */
import Big from "big.js";
import { divide } from "../../plan/decimal.ts";
import type { Status } from "../results.ts";
import { type Method, type MethodInput, type ParameterReader, refused, type Verdict } from "./method.ts";
import { byShareOfTarget } from "./of-target.ts";

const onTrackDefault = new Big(1);
const atRiskDefault = new Big("0.8");

export const linearPace: Method = {
  name: "linear-pace",
  needs: ["target"],
  parameters: ["on-track", "at-risk", "ahead"],
  check(parameters) {
    const { ahead, onTrack, atRisk } = bandsOf(parameters);
    if (parameters.has("at-risk") && atRisk.gt(onTrack)) parameters.fault("at-risk", "out-of-order");
    if (ahead?.lt(onTrack) === true) parameters.fault("ahead", "out-of-order");
  },
  assess(input) {
    if (input.holds) return refused("hold");
    const undated = input.start === null || (!input.isCap && input.target?.on === null);
    return undated ? byShareOfTarget(input, (share) => band(share, input.parameters)) : byPace(input);
  },
};

/** The same bands on the same ratio, for methods that have no bands of their own. */
export function byPace(input: MethodInput): Verdict {
  if (input.isCap) return byCap(input);
  if (input.pace !== null && !isBehindStart(input)) return judged(input.pace, "pace", input.parameters);
  if (input.expected === null || input.start === null) return refused("no-trajectory");
  const ahead = input.value.value.minus(input.start.value).times(input.sign).gte(0);
  const status = ahead ? "on-track" : "worsening";
  return { ratio: null, formula: "", methodStatus: null, status, reason: null, basis: null };
}

/** What is expected lies behind the baseline: the pace would turn a value beyond both into one that falls behind. */
function isBehindStart({ expected, start, sign }: MethodInput): boolean {
  return expected !== null && start !== null && expected.minus(start.value).times(sign).lt(0);
}

function byCap({ expected, value, parameters }: MethodInput): Verdict {
  if (expected === null) return refused("no-trajectory");
  if (value.value.lte(0)) {
    const nothingUsed = judged(onTrackDefault, "", parameters);
    return { ...nothingUsed, ratio: null, score: onTrackDefault, scoreFormula: "1" };
  }
  return judged(divide(expected, value.value), "expected ÷ v", parameters);
}

function judged(ratio: Big, formula: string, parameters: ParameterReader): Verdict {
  return { ratio, formula, methodStatus: null, status: band(ratio, parameters), reason: null, basis: null };
}

function bandsOf(parameters: ParameterReader) {
  return {
    ahead: parameters.optionalNumber("ahead"),
    onTrack: parameters.number("on-track", onTrackDefault),
    atRisk: parameters.number("at-risk", atRiskDefault),
  };
}

function band(ratio: Big, parameters: ParameterReader): Status {
  const { ahead, onTrack, atRisk } = bandsOf(parameters);
  if (ahead !== null && ratio.gte(ahead)) return "ahead";
  if (ratio.gte(onTrack)) return "on-track";
  return ratio.gte(atRisk) ? "at-risk" : "off-track";
}
