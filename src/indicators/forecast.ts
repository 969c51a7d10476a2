/** The range of the projection: what the spread of the slopes leaves open (ENGINE.md section 3; sources in `slopes.ts`). */
import Big from "big.js";
import type { FigureMaker } from "./figures.ts";
import type { Position } from "./position.ts";
import type { Figure } from "./results.ts";

/** Digits of an estimate that mean anything. */
const estimateDigits = 12;

/** Name of the trend through the series, as `projectedBy` gives it. */
const trendName = "theil-sen";

export interface RangeFigures {
  readonly projectedLow: Figure;
  readonly projectedHigh: Figure;
}

/**
 * Between which levels the trend stands on the target's day, with 80 % probability. Only of the trend through the series
 * (a method's own projection has no such range), from five values on.
 */
export function rangeFigures(
  position: Position,
  projected: Figure,
  by: string | null,
  make: FigureMaker,
): RangeFigures {
  const none = (reason: string): RangeFigures => {
    const figure = make.none(reason);
    return { projectedLow: figure, projectedHigh: figure };
  };
  const dueOn = position.goal?.dueOn ?? null;
  if (projected.value === null || dueOn === null) return none(projected.reason ?? "no-date");
  if (by !== trendName) return none("not-of-this-method");
  const range = position.trend()?.rangeOn(dueOn) ?? null;
  if (range === null) return none("too-few-for-range");
  const end = (name: "low" | "high"): Figure =>
    make.of(
      new Big(range[name].toPrecision(estimateDigits)),
      () => ({ formula: `${trendName}, slope-${name} (80%)`, inputs: [] }),
      true,
    );
  return { projectedLow: end("low"), projectedHigh: end("high") };
}
