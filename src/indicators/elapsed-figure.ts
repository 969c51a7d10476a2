/** How much of the time to the governing target has passed (ENGINE.md section 3). */
import Big from "big.js";
import { divide } from "../plan/decimal.ts";
import { dayInput, type FigureMaker } from "./figures.ts";
import type { Position } from "./position.ts";
import type { Figure } from "./results.ts";

/** Days from t0 to the governing target's date, and those of them that have passed; null where a date is missing. */
export function scheduleOf({
  goal,
  governing,
  startOn,
  evidence,
}: Position): { readonly passed: number; readonly whole: number } | null {
  const dueOn = (goal ?? governing.target)?.dueOn ?? null;
  if (dueOn === null || startOn === null || dueOn <= startOn) return null;
  const whole = dueOn - startOn;
  return { passed: Math.min(Math.max(evidence.asOf - startOn, 0), whole), whole };
}

/** The share of that time that has passed. */
export function elapsedFigure(position: Position, make: FigureMaker): Figure {
  const { goal, governing, start, startOn, evidence } = position;
  const dueOn = (goal ?? governing.target)?.dueOn ?? null;
  const schedule = scheduleOf(position);
  if (schedule === null || startOn === null || dueOn === null) return make.none("no-date");
  const { passed, whole } = schedule;
  return make.of(divide(new Big(passed), new Big(whole)), () => ({
    formula: "days(t0 → t) ÷ days(t0 → tT)",
    substituted: `${passed} ÷ ${whole}`,
    inputs: [
      dayInput("t0", startOn, start?.span ?? null),
      dayInput("t", evidence.asOf, null),
      dayInput("tT", dueOn, goal?.target.span ?? null),
    ],
  }));
}
