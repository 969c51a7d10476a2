/** Figures that a method gives a row, each with its derivation (ENGINE.md sections 3 and 6). */
import Big from "big.js";
import { type Derivation, type FigureMaker, numberInput } from "./figures.ts";
import { trendFigure, trendName } from "./forecast.ts";
import type { Source, Verdict } from "./methods/method.ts";
import type { Position } from "./position.ts";
import { inputB, inputT, inputV } from "./position-inputs.ts";
import { type Reach, reachOf } from "./reach.ts";
import type { Figure, FigureInput } from "./results.ts";
import type { PositionFigures } from "./row-figures.ts";
import type { MethodAnswer } from "./status.ts";

const zero = new Big(0);
const one = new Big(1);

/** Figures that come from the method: ratio, scores, and its own projection or else the trend through the series. */
export interface MethodFigures {
  readonly ratio: Figure;
  readonly score: Figure;
  readonly weightedScore: Figure;
  readonly scheduleRatio: Figure;
  readonly projected: Figure;
  /** How the projection was made; null when there is none. */
  readonly projectedBy: string | null;
  /** When that projection meets a level. */
  reachOf(level: number): Reach | null;
  /** Points that the method decided by; null where it decides by its ratio. */
  readonly points: Figure | null;
  readonly scoreScale: string | null;
}

/** The scale of clamp(ratio, 0, 1). */
const shareScale = "0..1";

/** Turns an answer into figures; a row that is not judged has none but the projection. */
export function methodFigures(
  position: Position,
  figures: PositionFigures,
  { answer, judged }: { readonly answer: MethodAnswer; readonly judged: boolean },
  make: FigureMaker,
): MethodFigures {
  const verdict = "verdict" in answer && judged ? answer.verdict : null;
  const reason = "unavailable" in answer ? answer.unavailable : whyNoRatio(verdict);
  const ratio = verdict?.ratio ?? null;
  const score = verdict === null ? null : scoreOf(verdict);
  const weight = position.evidence.terms.weight;
  const scheduleRatio = verdict?.scheduleRatio ?? null;
  const derive = (formula: string): Derivation =>
    derivationOf(formula, figures) ?? { formula, inputs: inputsOf(formula, verdict, position, figures) };
  const own = verdict?.projection ?? null;
  const projected =
    own === null ? trendFigure(position, make) : make.of(own.value, () => derive(own.formula), own.estimate);
  return {
    ratio: ratio === null ? make.none(reason) : make.of(ratio, () => derive(verdict?.formula ?? "")),
    score:
      score === null
        ? make.none(reason)
        : make.of(score, () => derive(verdict?.scoreFormula ?? "clamp(ratio, 0, 1)")),
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
        : make.of(scheduleRatio, () => derive(verdict?.scheduleFormula ?? "")),
    projected,
    projectedBy: projected.value === null ? null : (own?.by ?? trendName),
    reachOf: (level) =>
      reachOf(position, level, { own, make, deriveOwn: (formula, left) => withLeft(derive(formula), left) }),
    points: pointsFigure(verdict, make, derive),
    scoreScale: score === null ? null : (verdict?.scale ?? shareScale),
  };
}

/** Why a verdict has no ratio: it was not asked for one, it may not judge yet, or the method has none. */
function whyNoRatio(verdict: Verdict | null): string {
  if (verdict === null) return "not-judged";
  const isSilent = verdict.status === "not-due" || verdict.status === "no-data";
  return verdict.reason ?? (isSilent ? verdict.status : "not-of-this-method");
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

/** A ratio that is one of the figures came about as that figure did; null for any other formula. */
function derivationOf(formula: string, figures: PositionFigures): Derivation | null {
  if (formula !== "pace" && formula !== "attained" && formula !== "ofTarget") return null;
  return figures[formula];
}

const namePattern = /[A-Za-z][A-Za-z0-9]*/g;

/** Everything that a formula names: inputs of the plan, figures, and numbers of the method's own. */
function inputsOf(
  formula: string,
  verdict: Verdict | null,
  position: Position,
  figures: PositionFigures,
): readonly FigureInput[] {
  const names = new Set(formula.match(namePattern) ?? []);
  const sources = verdict?.sources;
  return [...names].flatMap((name) => {
    const named = inputNamed(name, verdict, position, figures);
    const from = sources !== undefined && Object.hasOwn(sources, name) ? (sources[name] ?? []) : [];
    return named === null ? from.map(sourceInput) : [named, ...from.map(sourceInput)];
  });
}

function sourceInput({ name, on, value, span }: Source): FigureInput {
  return numberInput(`${name}${on}`, value, span);
}

/** Numbers that a plan gives a method inside a parameter. */
const partOf: ReadonlyMap<string, string> = new Map([
  ["every", "steps"],
  ["minus", "steps"],
  ["share", "grades"],
]);

function inputNamed(
  name: string,
  verdict: Verdict | null,
  position: Position,
  figures: PositionFigures,
): FigureInput | null {
  const named = verdict?.named;
  const own = named !== undefined && Object.hasOwn(named, name) ? named[name] : undefined;
  const { parameters } = position.evidence.terms.computedBy;
  const written = parameters.get(name) ?? parameters.get(partOf.get(name) ?? name);
  if (own !== undefined) return numberInput(name, own, written?.span ?? null);
  const { latest, start, goal } = position;
  switch (name) {
    case "v":
      return latest === null ? null : inputV(latest);
    case "b":
      return start === null ? null : inputB(position);
    case "T":
      return goal === null ? null : inputT(goal);
    case "ratio":
      return verdict?.ratio == null ? null : numberInput(name, verdict.ratio, null);
    case "attained":
    case "elapsed":
    case "expected":
    case "pace":
    case "ofTarget": {
      const { value } = figures[name];
      return value === null ? null : numberInput(name, value, null);
    }
    default:
      return null;
  }
}

function pointsFigure(
  verdict: Verdict | null,
  make: FigureMaker,
  derive: (formula: string) => Derivation,
): Figure | null {
  const points = verdict?.points;
  return points === undefined ? null : make.of(points.value, () => derive(points.formula));
}

/** The derivation of a projection with the years to another day than the target's. */
function withLeft({ formula, inputs }: Derivation, left: Big): Derivation {
  return {
    formula,
    inputs: inputs.map((input) => (input.name === "left" ? numberInput("left", left, null) : input)),
  };
}
