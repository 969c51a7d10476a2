/** The expected value: where the trajectory stands on the day of the current value (ENGINE.md section 3). */
import { formatDecimal } from "../plan/decimal.ts";
import type { Day } from "../plan/time.ts";
import { type Derivation, dayInput, type FigureMaker, numberInput } from "./figures.ts";
import type { Position } from "./position.ts";
import { whyNotBetween } from "./position-inputs.ts";
import { hasLevel } from "./resolved-target.ts";
import type { Figure, FigureInput, PathPoint } from "./results.ts";
import { hasUnusablePoints } from "./terms.ts";

/** Null without a trajectory, with the reason. */
export function expectedFigure(position: Position, make: FigureMaker): Figure {
  const { path, latest } = position;
  const reason = whyNotBetween(position);
  if (reason !== null || latest === null) return make.none(reason ?? "no-observation");
  const expected = path?.expectedOn(latest.on) ?? null;
  if (path === null || expected === null) return make.none(whyNoPath(position));
  return make.of(expected, () => deriveExpected(path.points, latest.on, position));
}

function whyNoPath({ goal, evidence }: Position): string {
  if (goal?.dueOn === null) return "no-date";
  return hasUnusablePoints(evidence.terms) ? "unit-mismatch" : "no-trajectory";
}

/** The two points of the trajectory around the day, and how the value between them is found. */
function deriveExpected(points: readonly PathPoint[], day: Day, position: Position): Derivation {
  const kind = position.evidence.terms.indicator.trajectory?.kind.value ?? "linear";
  const p1 = points.find((p) => p.on >= day) ?? points.at(-1);
  const p0 = points.findLast((p) => p.on < day) ?? points[0];
  if (p0 === undefined || p1 === undefined) return { formula: kind, inputs: [] };
  const bends = kind === "linear" || kind === "custom" || kind === "geometric";
  const after = pointInputs("1", p1, position);
  // Past its last point the trajectory keeps that point's value.
  if (bends && p1.on < day) return { formula: "p1", substituted: formatDecimal(p1.value), inputs: after };
  const inputs = [
    ...pointInputs("0", p0, position),
    ...after,
    dayInput("t", day, position.latest?.span ?? null),
  ];
  if (!bends) return { formula: kind, inputs };
  const [from, to] = [formatDecimal(p0.value), formatDecimal(p1.value)];
  const share = [day - p0.on, p1.on - p0.on].join(" ÷ ");
  return kind === "geometric"
    ? {
        formula: "p0 × (p1 ÷ p0)^(days(d0 → t) ÷ days(d0 → d1))",
        substituted: `${from} × (${to} ÷ ${from})^(${share})`,
        inputs,
      }
    : {
        formula: "p0 + (p1 − p0) × days(d0 → t) ÷ days(d0 → d1)",
        substituted: `${from} + (${to} − ${from}) × ${share}`,
        inputs,
      };
}

function pointInputs(number: "0" | "1", point: PathPoint, position: Position): readonly FigureInput[] {
  return [
    numberInput(`p${number}`, point.value, placeOfPoint(point, position)),
    dayInput(`d${number}`, point.on, null),
  ];
}

/** Where the level of a point is stated: as the baseline, or as a target for its day; null where it was computed. */
function placeOfPoint({ on, value }: PathPoint, { start, targets }: Position): FigureInput["span"] {
  if (start !== null && start.on === on && start.value.eq(value)) return start.span;
  const stated = targets.find((one) => hasLevel(one) && one.dueOn === on && one.level.eq(value));
  return stated?.target.stated.span ?? null;
}
