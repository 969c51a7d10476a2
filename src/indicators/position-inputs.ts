/** What the figures of a position are computed from, as formulas call it, and why one of them is missing. */
import Big from "big.js";
import { numberInput } from "./figures.ts";
import type { Position } from "./position.ts";
import type { LevelTarget } from "./resolved-target.ts";
import type { FigureInput, SeenValue } from "./results.ts";

/** The inputs v, b and T, as they are called in every formula. */
export function inputV(value: SeenValue): FigureInput {
  return numberInput("v", value.value, value.span);
}

/** The baseline, or the 0 from which a sum starts. */
export function inputB(position: Position): FigureInput {
  return numberInput("b", position.start?.value ?? new Big(0), position.start?.span ?? null);
}

export function inputT(goal: LevelTarget): FigureInput {
  return numberInput("T", goal.level, goal.target.stated.span);
}

/** Why a figure between baseline and target has no value; null when it has one. */
export function whyNotBetween(position: Position): string | null {
  const { goal, latest, start, governing } = position;
  if (goal === null) return governing.reason ?? "no-level";
  if (goal.role === "hold") return "hold";
  if (goal.upper !== null) return "range";
  if (start === null) return "no-baseline";
  return latest === null ? whyNoValue(position) : null;
}

/** Why there is no value to judge. */
export function whyNoValue({ soFar, unsettled }: Position): string {
  if (unsettled !== null) return unsettled.reason;
  return soFar === null ? "no-observation" : "sum-so-far";
}
