/** Keys of mechanism type `matching` (供需对接): demand, supply, by what they are matched, how well. */
import { both, type Parts } from "../../schema/part.ts";
import { quantity, text } from "../parts.ts";

/** The type as people call it. */
export const words = both("matching", "供需对接");

/** Keys that only this type has. */
export const keys: Parts = {
  demand: text(
    both("Demand", "需求"),
    both("Records, list or group that asks", "提出需求的台账、清单或群体"),
  ),
  supply: text(
    both("Supply", "供给"),
    both("Records, list or group that offers", "提供资源的台账、清单或群体"),
  ),
  key: text(both("Matched by", "匹配依据")),
  rate: quantity(both("Rate", "对接率"), both("Share of demand that must be met", "须满足的需求比例")),
  within: quantity(both("Within", "对接时限")),
};
