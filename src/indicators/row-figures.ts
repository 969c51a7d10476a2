/** The figures of one row (ENGINE.md section 3). Each is computed from the position alone; none rounds. */
import Big from "big.js";
import { yearsBetween } from "../plan/days.ts";
import { divide, formatDecimal } from "../plan/decimal.ts";
import { type EarlierFigures, earlierFigures } from "./earlier-figures.ts";
import { elapsedFigure } from "./elapsed-figure.ts";
import { expectedFigure } from "./expected-figure.ts";
import { type FigureMaker, numberInput } from "./figures.ts";
import { areFalls } from "./measure.ts";
import type { Position } from "./position.ts";
import { inputB, inputT, inputV, whyNotBetween, whyNoValue } from "./position-inputs.ts";
import type { Reading } from "./readings.ts";
import type { LevelTarget } from "./resolved-target.ts";
import type { Figure, FigureName } from "./results.ts";
import { isPercent } from "./shares.ts";

/** Figures that follow from position and time alone; the method adds ratio and scores. */
export type PositionFigures = Readonly<
  Record<
    Exclude<
      FigureName,
      "projected" | "projectedLow" | "projectedHigh" | "ratio" | "score" | "weightedScore" | "scheduleRatio"
    >,
    Figure
  >
>;

const hundred = new Big(100);

/** The figures of a position. Those that follow by division are computed when first asked for: a check asks for few of them. */
export function positionFigures(position: Position, make: FigureMaker): PositionFigures {
  return new FiguresOnDemand(position, make);
}

class FiguresOnDemand implements PositionFigures {
  readonly #position: Position;
  readonly #make: FigureMaker;
  readonly value: Figure;
  readonly baseline: Figure;
  readonly target: Figure;
  #attained: Figure | null = null;
  #ofTarget: Figure | null = null;
  #elapsed: Figure | null = null;
  #expected: Figure | null = null;
  #pace: Figure | null = null;
  #gap: Figure | null = null;
  #gapPoints: Figure | null = null;
  #required: Figure | null = null;
  #earlier: EarlierFigures | null = null;

  constructor(position: Position, make: FigureMaker) {
    this.#position = position;
    this.#make = make;
    this.value = valueFigure(position, make);
    this.baseline = baselineFigure(position, make);
    this.target = targetFigure(position, make);
  }

  get attained(): Figure {
    this.#attained ??= attainedFigure(this.#position, this.#make);
    return this.#attained;
  }

  get ofTarget(): Figure {
    this.#ofTarget ??= ofTargetFigure(this.#position, this.#make);
    return this.#ofTarget;
  }

  get elapsed(): Figure {
    this.#elapsed ??= elapsedFigure(this.#position, this.#make);
    return this.#elapsed;
  }

  get expected(): Figure {
    this.#expected ??= expectedFigure(this.#position, this.#make);
    return this.#expected;
  }

  get pace(): Figure {
    this.#pace ??= paceFigure(this.#position, this.expected, this.#make);
    return this.#pace;
  }

  get gap(): Figure {
    this.#gap ??= gapFigure(this.#position, this.expected, this.#make);
    return this.#gap;
  }

  get gapPoints(): Figure {
    this.#gapPoints ??= gapPointsFigure(this.#position, this.attained, this.expected, this.#make);
    return this.#gapPoints;
  }

  get required(): Figure {
    this.#required ??= requiredFigure(this.#position, this.#make);
    return this.#required;
  }

  get previous(): Figure {
    return this.#compared().previous;
  }

  get change(): Figure {
    return this.#compared().change;
  }

  get yearOnYear(): Figure {
    return this.#compared().yearOnYear;
  }

  #compared(): EarlierFigures {
    this.#earlier ??= earlierFigures(this.#position, this.#make);
    return this.#earlier;
  }
}

function valueFigure(position: Position, make: FigureMaker): Figure {
  const { measuredBy: goal } = position;
  const latest = position.latest ?? position.soFar;
  if (latest === null) return make.none(whyNoValue(position));
  return make.of(latest.value, () => {
    const { parts = [], made } = latest as Partial<Reading>;
    const adds = goal !== null && (goal.measure !== "value" || isSumOfPeriod(goal, position));
    if (goal === null || !adds) {
      return parts.length === 0
        ? { formula: "v", inputs: [inputV(latest)] }
        : { formula: "roll-up", ...made, inputs: parts };
    }
    const fromStart = goal.measure === "sum" || goal.measure === "compound" || position.latest === null;
    const begin = fromStart ? goal.from : latest.start;
    const amounts = position.evidence.readings.filter(
      (r) => r.on <= latest.on && r.start >= (begin ?? r.start),
    );
    const inputs = amounts.map((r) => numberInput(`v${r.on}`, r.value, r.span));
    if (goal.measure === "compound") return { ...deriveCompound(amounts, position), inputs };
    return { formula: "Σ v", substituted: amounts.map((r) => formatDecimal(r.value)).join(" + "), inputs };
  });
}

/** Rates with the signs that they were multiplied with: those without sign of an indicator that is to fall are falls. */
function deriveCompound(rates: readonly Reading[], { evidence: { terms } }: Position) {
  const falls = areFalls(rates, terms);
  const sign = isPercent(terms.unit) ? (terms.unitText ?? "%") : "%";
  const factors = rates.map(({ value }) => {
    const down = falls || value.lt(0);
    return `(1 ${down ? "−" : "+"} ${formatDecimal(value.abs())}${sign})`;
  });
  return {
    formula: falls ? "Π(1 − v) − 1" : "Π(1 + v) − 1",
    substituted: `${factors.join(" × ")} − 1`,
  };
}

/** A flow is held to its bound by the sums of periods. */
function isSumOfPeriod(goal: LevelTarget, { evidence }: Position): boolean {
  return goal.role === "hold" && evidence.terms.kind === "flow";
}

function baselineFigure({ start }: Position, make: FigureMaker): Figure {
  if (start === null) return make.none("no-baseline");
  return make.of(start.value, () => ({ formula: "b", inputs: [numberInput("b", start.value, start.span)] }));
}

function targetFigure({ goal, governing }: Position, make: FigureMaker): Figure {
  if (goal === null) return make.none(governing.reason ?? "no-level");
  return make.of(goal.level, () => ({ formula: "T", inputs: [inputT(goal)] }));
}

function attainedFigure(position: Position, make: FigureMaker): Figure {
  const reason = whyNotBetween(position);
  const { goal, latest, start } = position;
  if (reason !== null || goal === null || latest === null || start === null)
    return make.none(reason ?? "no-level");
  const way = goal.level.minus(start.value);
  if (way.eq(0)) return make.none("target-equals-baseline");
  const inputs = () => [inputV(latest), inputB(position), inputT(goal)];
  return make.of(divide(latest.value.minus(start.value), way), () => ({
    formula: "(v − b) ÷ (T − b)",
    inputs: inputs(),
  }));
}

function ofTargetFigure(position: Position, make: FigureMaker): Figure {
  const { goal, latest, sign, governing } = position;
  if (goal === null) return make.none(governing.reason ?? "no-level");
  if (goal.upper !== null) return make.none("range");
  if (latest === null) return make.none(whyNoValue(position));
  const inputs = () => [inputV(latest), inputT(goal)];
  if (sign < 0) {
    if (latest.value.eq(0)) return make.none("zero-value");
    return make.of(divide(goal.level, latest.value), () => ({ formula: "T ÷ v", inputs: inputs() }));
  }
  if (goal.level.eq(0)) return make.none("zero-target");
  return make.of(divide(latest.value, goal.level), () => ({ formula: "v ÷ T", inputs: inputs() }));
}

function paceFigure(position: Position, expected: Figure, make: FigureMaker): Figure {
  const { latest, start } = position;
  if (expected.value === null || latest === null || start === null)
    return make.none(expected.reason ?? "no-baseline");
  const due = expected.value;
  const way = due.minus(start.value);
  if (way.eq(0)) return make.none("expected-equals-baseline");
  return make.of(divide(latest.value.minus(start.value), way), () => ({
    formula: "(v − b) ÷ (expected − b)",
    inputs: [inputV(latest), inputB(position), numberInput("expected", due, null)],
  }));
}

function gapFigure({ latest, sign }: Position, expected: Figure, make: FigureMaker): Figure {
  if (expected.value === null || latest === null) return make.none(expected.reason ?? "no-observation");
  const due = expected.value;
  const gap = latest.value.minus(due);
  return make.of(sign < 0 ? gap.neg() : gap, () => ({
    formula: sign < 0 ? "expected − v" : "v − expected",
    inputs: [inputV(latest), numberInput("expected", due, null)],
  }));
}

/** (attained − expected share) × 100 in one quotient: (v − expected) × 100 ÷ (T − b), so that no digit is lost twice. */
function gapPointsFigure(position: Position, attained: Figure, expected: Figure, make: FigureMaker): Figure {
  const { goal, latest, start } = position;
  if (
    attained.value === null ||
    expected.value === null ||
    goal === null ||
    latest === null ||
    start === null
  ) {
    return make.none(attained.reason ?? expected.reason ?? "no-level");
  }
  const due = expected.value;
  const points = divide(latest.value.minus(due).times(hundred), goal.level.minus(start.value));
  return make.of(points, () => ({
    formula: "((v − b) ÷ (T − b) − (expected − b) ÷ (T − b)) × 100",
    inputs: [inputV(latest), inputB(position), inputT(goal), numberInput("expected", due, null)],
  }));
}

function requiredFigure(position: Position, make: FigureMaker): Figure {
  const { goal, latest, governing } = position;
  if (goal === null) return make.none(governing.reason ?? "no-level");
  if (goal.role === "hold" || goal.upper !== null) return make.none(goal.role === "hold" ? "hold" : "range");
  if (latest === null) return make.none(whyNoValue(position));
  const { dueOn } = goal;
  if (dueOn === null) return make.none("no-date");
  if (dueOn <= latest.on) return make.none("past-due");
  const years = yearsBetween(latest.on, dueOn);
  return make.of(divide(goal.level.minus(latest.value), years), () => ({
    formula: "(T − v) ÷ years",
    inputs: [inputV(latest), inputT(goal), numberInput("years", years, null)],
  }));
}
