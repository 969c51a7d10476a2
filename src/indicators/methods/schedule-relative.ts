/**
 * `schedule-relative`: how far, as a share of what should be done by now, is what has been attained behind?
 *
 * ratio = attained ÷ elapsed; of a sum that must stay below a cap elapsed ÷ attained. ≥ 1 green → on-track; ≥ 1 − `behind` (30 %) yellow → at-risk; below it red →
 * off-track. Not the points of `schedule-points`: 39 % done at half of the time is 11 points and 22 % behind.
 * Missing: without T or dates not computable; without a baseline the share of the target (`of-target`). Before any time
 * has elapsed there is no ratio: a value no worse than b is green.
 * Source: ENGINE.md section 6; METHODS.md section 5 (天津市投资监测, 2022). Departs: nothing.
 */
import Big from "big.js";
import type { Status } from "../statuses.ts";
import { type Method, type ParameterReader, refused } from "./method.ts";
import { againstSchedule } from "./schedule.ts";

const one = new Big(1);
const behindDefault = new Big("0.3");

export const scheduleRelative: Method = {
  name: "schedule-relative",
  needs: ["target", "baseline"],
  parameters: ["behind"],
  check: behindOf,
  assess(input) {
    const against = againstSchedule(input);
    if ("reason" in against) return refused(against.reason);
    const { ratio, formula, behind } = against;
    const [methodStatus, status] =
      ratio === null
        ? wordOf(behind.lte(0) ? one : new Big(0), one)
        : wordOf(ratio, one.minus(behindOf(input.parameters)));
    return { ratio, formula, methodStatus, status, reason: null, basis: null };
  },
};

function behindOf(parameters: ParameterReader): Big {
  const behind = parameters.share("behind", behindDefault);
  if (behind.lt(0) || behind.gt(one)) parameters.fault("behind", "outside-scale");
  return behind;
}

function wordOf(ratio: Big, yellowFrom: Big): readonly [word: string, status: Status] {
  if (ratio.gte(one)) return ["green", "on-track"];
  return ratio.gte(yellowFrom) ? ["yellow", "at-risk"] : ["red", "off-track"];
}
