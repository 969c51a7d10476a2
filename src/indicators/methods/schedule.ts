/**
 * What has been attained against the share of the time that has elapsed (序时进度), for the methods that compare the two.
 * Both are kept as parts until one quotient is made, so that a difference of exactly ten points stays exactly ten.
 */
import Big from "big.js";
import { divide } from "../../plan/decimal.ts";
import type { MethodInput } from "./method.ts";

const hundred = new Big(100);
const zero = new Big(0);

export interface AgainstSchedule {
  /** Attained ÷ elapsed; of a sum that must stay below a cap the inverse. Null while no time has elapsed, or nothing of a cap is used. */
  readonly ratio: Big | null;
  readonly formula: string;
  /** Points by which what is attained lags behind the time; negative when it is ahead. */
  readonly behind: Big;
}

/** Attained against elapsed, or why it cannot be had. `basis` zero: v ÷ T (T ÷ v for a decrease) in place of attained. */
export function againstSchedule(
  input: MethodInput,
  basis: "baseline" | "zero" = "baseline",
): AgainstSchedule | { readonly reason: string } {
  const { schedule, isCap } = input;
  const share = basis === "zero" ? shareOfTarget(input) : shareOfWay(input);
  if ("reason" in share) return share;
  if (schedule === null) return { reason: "no-date" };
  const { done, whole } = share;
  const [passed, days] = [new Big(schedule.passed), new Big(schedule.whole)];
  const behind = divide(passed.times(whole).minus(done.times(days)).times(hundred), days.times(whole));
  const name = basis === "zero" ? "ofTarget" : "attained";
  const [top, bottom] = isCap
    ? [passed.times(whole), done.times(days)]
    : [done.times(days), passed.times(whole)];
  return {
    ratio: bottom.eq(zero) ? null : divide(top, bottom),
    formula: isCap ? `elapsed ÷ ${name}` : `${name} ÷ elapsed`,
    behind: isCap ? behind.neg() : behind,
  };
}

type Share = { readonly done: Big; readonly whole: Big } | { readonly reason: string };

/** (v − b) ÷ (T − b), undivided. */
function shareOfWay({ start, target, value, holds }: MethodInput): Share {
  const usable = levelOf(target, holds);
  if ("reason" in usable) return usable;
  if (start === null) return { reason: "no-baseline" };
  const whole = usable.level.minus(start.value);
  return whole.eq(zero)
    ? { reason: "target-equals-baseline" }
    : { done: value.value.minus(start.value), whole };
}

/** v ÷ T, or T ÷ v for a decrease, undivided; a cap is used up by v. */
function shareOfTarget({ target, value, sign, holds, isCap }: MethodInput): Share {
  const usable = levelOf(target, holds);
  if ("reason" in usable) return usable;
  const falls = sign < 0 && !isCap;
  const [done, whole] = falls ? [usable.level, value.value] : [value.value, usable.level];
  if (whole.eq(zero)) return { reason: falls ? "zero-value" : "zero-target" };
  return whole.lt(zero) || done.lt(zero) ? { reason: "not-positive" } : { done, whole };
}

function levelOf(
  target: MethodInput["target"],
  holds: boolean,
): { readonly level: Big } | { readonly reason: string } {
  if (holds) return { reason: "hold" };
  if (target === null) return { reason: "no-target" };
  return target.upper === null ? { level: target.value } : { reason: "range" };
}
