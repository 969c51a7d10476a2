/** Asks the assessment method of a row, and turns its verdict into figures (ENGINE.md sections 3 and 6). */
import Big from "big.js";
import { type FigureMaker, numberInput } from "./figures.ts";
import { findMethod } from "./methods/index.ts";
import type { DatedTarget, MethodInput, Verdict } from "./methods/method.ts";
import { parameterReader } from "./methods/parameters.ts";
import { meetsGoal, type Position } from "./position.ts";
import { hasLevel, type LevelTarget } from "./resolved-target.ts";
import type { Figure } from "./results.ts";
import type { PositionFigures } from "./row-figures.ts";
import type { MethodAnswer } from "./status.ts";

const zero = new Big(0);
const one = new Big(1);

/** The method's answer, or why there is none: it is not built, its parameters cannot be read, something it needs is missing. */
export function askMethod(position: Position, figures: PositionFigures): MethodAnswer {
  const { assessment } = position.evidence.terms;
  const method = findMethod(assessment.method);
  if (method === undefined) return { unavailable: "unknown-method" };
  const { latest, goal } = position;
  if (latest === null) return { verdict: silent("no-observation") };
  if (method.needs.includes("target") && goal === null) return { verdict: silent("no-target") };
  if (method.needs.includes("baseline") && position.start === null) return { verdict: silent("no-baseline") };
  const parameters = parameterReader(assessment);
  const verdict = method.assess({ value: latest, parameters, ...inputOf(position, figures) });
  return parameters.unreadable.length > 0 ? { unavailable: "bad-parameter" } : { verdict };
}

function silent(reason: string): Verdict {
  return { ratio: null, formula: "", methodStatus: null, status: null, reason, basis: null };
}

function inputOf(position: Position, figures: PositionFigures): Omit<MethodInput, "value" | "parameters"> {
  const { evidence, goal, latest, start, startOn, sign, isCap, holds, series } = position;
  return {
    asOf: evidence.asOf,
    sign,
    isCap,
    holds,
    unit: evidence.terms.unit,
    start,
    startOn,
    planStart: evidence.terms.planStart,
    target: goal === null ? null : datedTarget(goal),
    targets: position.targets.filter(hasLevel).map(datedTarget),
    meetsTarget: goal !== null && latest !== null && meetsGoal(latest, goal),
    series,
    attained: figures.attained.value,
    ofTarget: figures.ofTarget.value,
    elapsed: figures.elapsed.value,
    expected: figures.expected.value,
    pace: figures.pace.value,
  };
}

function datedTarget({ level, upper, relation, dueOn, from }: LevelTarget): DatedTarget {
  return { value: level, on: dueOn, upper, relation, from };
}

/** Figures that come from the method: ratio, scores, and its own projection or else the trend through the series. */
export interface MethodFigures {
  readonly ratio: Figure;
  readonly score: Figure;
  readonly weightedScore: Figure;
  readonly scheduleRatio: Figure;
  readonly projected: Figure;
}

/** Turns an answer into figures; a row that is not judged has none but the projection. */
export function methodFigures(
  position: Position,
  answer: MethodAnswer,
  judged: boolean,
  make: FigureMaker,
): MethodFigures {
  const verdict = "verdict" in answer && judged ? answer.verdict : null;
  const reason = "unavailable" in answer ? answer.unavailable : (verdict?.reason ?? "not-judged");
  const ratio = verdict?.ratio ?? null;
  const score = verdict === null ? null : scoreOf(verdict);
  const weight = position.evidence.terms.weight;
  const scheduleRatio = verdict?.scheduleRatio ?? null;
  return {
    ratio:
      ratio === null
        ? make.none(reason)
        : make.of(ratio, () => ({
            formula: verdict?.formula ?? "",
            inputs: [numberInput(verdict?.formula ?? "", ratio, null)],
          })),
    score: score === null ? make.none(reason) : make.of(score, () => deriveScore(verdict)),
    weightedScore:
      score === null || weight === null
        ? make.none(score === null ? reason : "no-weight")
        : make.of(weight.times(score), () => ({
            formula: "weight × score",
            inputs: [weightInput(position, weight), numberInput("score", score, null)],
          })),
    scheduleRatio:
      scheduleRatio === null
        ? make.none("not-of-this-method")
        : make.of(scheduleRatio, () => ({ formula: "attained ÷ elapsed", inputs: [] })),
    projected: projectedFigure(position, verdict, make),
  };
}

function weightInput({ evidence }: Position, weight: Big) {
  return numberInput("weight", weight, evidence.terms.indicator.weight[0]?.span ?? null);
}

function scoreOf({ score, ratio }: Verdict): Big | null {
  if (score !== undefined) return score;
  if (ratio === null) return null;
  if (ratio.lt(zero)) return zero;
  return ratio.gt(one) ? one : ratio;
}

function deriveScore(verdict: Verdict | null) {
  const ratio = verdict?.ratio ?? null;
  return { formula: "clamp(ratio, 0, 1)", inputs: ratio === null ? [] : [numberInput("ratio", ratio, null)] };
}

const trendName = "theil-sen";
/** Digits of an estimate that mean anything. */
const estimateDigits = 12;

/** How the projection was made; null when there is none. */
export function projectedBy(answer: MethodAnswer, projected: Figure): string | null {
  if (projected.value === null) return null;
  return ("verdict" in answer ? answer.verdict.projection?.by : undefined) ?? trendName;
}

function projectedFigure(position: Position, verdict: Verdict | null, make: FigureMaker): Figure {
  const own = verdict?.projection;
  if (own !== undefined) return make.of(own.value, () => ({ formula: own.by, inputs: [] }), own.estimate);
  const { goal, latest, series } = position;
  if (goal === null || goal.role === "hold") return make.none(goal === null ? "no-level" : "hold");
  if (goal.dueOn === null) return make.none("no-date");
  if (latest === null || goal.dueOn <= latest.on)
    return make.none(latest === null ? "no-observation" : "past-due");
  const line = position.trend();
  if (line === null) return make.none("too-few-values");
  const value = new Big(line.valueOn(goal.dueOn).toPrecision(estimateDigits));
  return make.of(
    value,
    () => ({
      formula: trendName,
      substituted: `${series.length} × (day, value)`,
      inputs: series.map((v) => numberInput(`v${v.on}`, v.value, v.span)),
    }),
    true,
  );
}
