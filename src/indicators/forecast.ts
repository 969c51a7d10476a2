/**
 * Where the trend leads on the target's day, and between which levels (ENGINE.md section 3; sources in `slopes.ts`). Estimates
 * in floating point; values are printed to 12 significant digits.
 */
import Big from "big.js";
import type { Day } from "../plan/time.ts";
import { type Derivation, dayInput, type FigureMaker, numberInput } from "./figures.ts";
import type { Position } from "./position.ts";
import { whyNoValue } from "./position-inputs.ts";
import { heightOn, type Line, type TrendRange } from "./projection.ts";
import type { Figure, FigureInput } from "./results.ts";

/** Digits of an estimate that mean anything. */
const estimateDigits = 12;

/** Name of the trend through the series, as `projectedBy` gives it. */
export const trendName = "theil-sen";

/** A level or a slope of an estimate. */
export function estimateOf(value: number): Big {
  return new Big(value.toPrecision(estimateDigits));
}

/** The value on the target's day if the trend goes on; without a value where there are too few for one, or no day after them. */
export function trendFigure(position: Position, make: FigureMaker): Figure {
  const { goal, latest } = position;
  if (goal === null || goal.role === "hold") return make.none(goal === null ? "no-level" : "hold");
  const { dueOn } = goal;
  if (dueOn === null) return make.none("no-date");
  if (latest === null) return make.none(whyNoValue(position));
  if (dueOn <= latest.on) return make.none("past-due");
  const line = position.trend();
  if (line === null) return make.none("too-few-values");
  const level = heightOn(line, dueOn);
  if (!Number.isFinite(level)) return make.none("out-of-range");
  const points = () => position.series().map((v) => numberInput(`v${v.on}`, v.value, v.span));
  return make.of(estimateOf(level), () => deriveHeight(line, dueOn, points()), true);
}

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
  const range = position.trend()?.range ?? null;
  if (range === null || !staysFinite(range, dueOn)) return none("too-few-for-range");
  const end = (line: Line): Figure =>
    make.of(
      estimateOf(heightOn(line, dueOn)),
      () =>
        deriveHeight(line, dueOn, [
          numberInput("pairs", new Big(range.pairs), null),
          numberInput("rank", new Big(range.rank), null),
        ]),
      true,
    );
  return { projectedLow: end(range.low), projectedHigh: end(range.high) };
}

function staysFinite({ low, high }: TrendRange, day: Day): boolean {
  return [low, high].every((line) => Number.isFinite(heightOn(line, day)));
}

/** The height of a line on a day, with what the line was found from. */
export function deriveHeight(line: Line, day: Day, from: readonly FigureInput[] = []): Derivation {
  return {
    formula: "anchor + daily × days",
    inputs: [
      numberInput("anchor", estimateOf(line.anchor), null),
      numberInput("daily", estimateOf(line.slope), null),
      numberInput("days", new Big(day - line.from), null),
      dayInput("origin", line.from, null),
      dayInput("day", day, null),
      ...from,
    ],
  };
}
