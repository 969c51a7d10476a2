/** What an indicator can be by its bounds, for the rules that hold figures against them. Not a rule. */
import type Big from "big.js";
import { convert } from "../../plan/units.ts";
import type { Figures } from "./levels.ts";

/** What an indicator can be, in its own unit. */
export interface Limits {
  readonly low: Big;
  readonly high: Big | null;
}

/** The bounds in the indicator's unit; null when there are none. */
export function limitsOf({ indicator, unit }: Figures): Limits | null {
  if (indicator.bounds === null) return null;
  const { value, upper, unit: own } = indicator.bounds.value;
  const low = convert(value, own, unit);
  const high = upper === null ? null : convert(upper, own, unit);
  return low === null ? null : { low, high };
}

/** True for a value outside the bounds; false where there are none. */
export function isBeyond(value: Big, limits: Limits | null): boolean {
  return limits !== null && (value.lt(limits.low) || (limits.high !== null && value.gt(limits.high)));
}
