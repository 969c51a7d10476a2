/**
 * `mid-term`: the four steps of a mid-term evaluation (中期评估): is the pace that of the time?
 *
 * ratio = attained; scheduleRatio = attained ÷ elapsed decides (of a sum that must stay below a cap elapsed ÷ attained).
 * v meets T: 提前实现 → achieved; scheduleRatio ≥ `fast` (1.05) 快于预期 → ahead; ≥ `slow` (0.80) 基本符合预期 → on-track;
 * below it 滞后 → off-track.
 * Missing: without T or dates not computable; without a baseline the share of the target (`of-target`); a bound to hold has
 * no way to go and gets no word. Before any time has elapsed there is no scheduleRatio: a value no worse than b is as expected.
 * Source: ENGINE.md section 6; METHODS.md section 5 (“十四五”规划中期评估, 2023).
 * Departs: the evaluation publishes its words and no limits; 1.05 and 0.80 are planwright's.
 */
import Big from "big.js";
import type { Status } from "../statuses.ts";
import { type Method, type ParameterReader, refused } from "./method.ts";
import { againstSchedule } from "./schedule.ts";

const fastDefault = new Big("1.05");
const slowDefault = new Big("0.8");

export const midTerm: Method = {
  name: "mid-term",
  needs: ["target", "baseline"],
  parameters: ["fast", "slow"],
  check: limitsOf,
  assess(input) {
    const against = againstSchedule(input);
    if ("reason" in against) return refused(against.reason);
    const { fast, slow } = limitsOf(input.parameters);
    const { ratio: scheduleRatio, formula: scheduleFormula, behind } = against;
    const pace = scheduleRatio ?? (behind.lte(0) ? slow : slow.minus(1));
    const early = input.meetsTarget && !input.isCap;
    const [methodStatus, status] = early ? (["提前实现", "achieved"] as const) : wordOf(pace, fast, slow);
    const said = { methodStatus, status, reason: null, basis: null };
    return { ratio: input.attained, formula: "attained", ...said, scheduleRatio, scheduleFormula };
  },
};

function limitsOf(parameters: ParameterReader): { readonly fast: Big; readonly slow: Big } {
  const fast = parameters.number("fast", fastDefault);
  const slow = parameters.number("slow", slowDefault);
  if (parameters.has("slow") && slow.gt(fast)) parameters.fault("slow", "out-of-order");
  return { fast, slow };
}

function wordOf(pace: Big, fast: Big, slow: Big): readonly [word: string, status: Status] {
  if (pace.gte(fast)) return ["快于预期", "ahead"];
  return pace.gte(slow) ? ["基本符合预期", "on-track"] : ["滞后", "off-track"];
}
