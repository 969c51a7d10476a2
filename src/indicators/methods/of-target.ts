/**
 * The share of the target, where there is no baseline or no date to measure a way from (ENGINE.md section 4): v ÷ T, or
 * T ÷ v for a decrease, unclamped; ≥ 1 on track, ≥ 0.8 at risk, else off track; basis `of-target`. Shared by methods.
 */
import Big from "big.js";
import type { Status } from "../results.ts";
import { type MethodInput, refused, type Verdict } from "./method.ts";

const one = new Big(1);
const four5ths = new Big("0.8");

/** The verdict by the share of the target; `band` gives the status of a share where the bands are not the usual ones. */
export function byShareOfTarget(
  { ofTarget, target, value, holds }: MethodInput,
  band: (share: Big) => Status = usualBand,
): Verdict {
  if (holds) return refused("hold");
  if (ofTarget === null || target === null) return refused("no-level");
  // A share of a negative level or of a negative value says nothing: −5 is not half of −10 on the way up.
  if (target.value.lte(0) || value.value.lt(0)) return refused("not-positive");
  const status = band(ofTarget);
  return {
    ratio: ofTarget,
    formula: "ofTarget",
    methodStatus: null,
    status,
    reason: null,
    basis: "of-target",
  };
}

function usualBand(share: Big): Status {
  if (share.gte(one)) return "on-track";
  return share.gte(four5ths) ? "at-risk" : "off-track";
}
