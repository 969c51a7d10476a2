/** Which values add up to nothing: shares of a whole, and numbers that only mark a place on a scale. */
import type { Unit } from "./quantity.ts";

const scaleWords = /^(?:index|score|grade|rating|rank)$|(?:指数|评分|得分|等级|星级|名次)$/;

/**
 * Why values in a unit are never added up (`percent-not-summed`, `index-not-summed`); null where they may be.
 * Source: ENGINE.md section 7 (percent, index and grade are never summed).
 */
export function whyNeverSummed(unit: Unit | null): string | null {
  if (unit === null) return null;
  if (unit.dimension === "percent") return "percent-not-summed";
  return unit.dimension === "marks" || scaleWords.test(unit.key) ? "index-not-summed" : null;
}
