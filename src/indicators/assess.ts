/** Asks the assessment method of a row, and turns its verdict into figures (ENGINE.md sections 3 and 6). */
import Big from "big.js";
import { type Derivation, type FigureMaker, numberInput } from "./figures.ts";
import { type Evidence, meetsWord } from "./judge-target.ts";
import { measuredSeries } from "./measure.ts";
import { findMethod } from "./methods/index.ts";
import {
  checkParameters,
  type DatedTarget,
  type Ground,
  type Method,
  type MethodInput,
  type ParameterReader,
  refused,
  type Verdict,
} from "./methods/method.ts";
import { byShareOfTarget } from "./methods/of-target.ts";
import { parameterReader } from "./methods/parameters.ts";
import { meetsGoal, type Position } from "./position.ts";
import { lastUpTo } from "./readings.ts";
import { hasLevel, type LevelTarget } from "./resolved-target.ts";
import type { Figure, FigureInput } from "./results.ts";
import { inputB, inputT, inputV, type PositionFigures, scheduleOf, whyNoValue } from "./row-figures.ts";
import type { MethodAnswer } from "./status.ts";

const zero = new Big(0);
const one = new Big(1);

/** The method's answer, or why there is none: it is not built, its parameters cannot be used, something it needs is missing. */
export function askMethod(position: Position, figures: PositionFigures): MethodAnswer {
  const { terms } = position.evidence;
  const method = findMethod(terms.computedBy.method);
  if (method === undefined) return { unavailable: "unknown-method", method: null };
  const parameters = parameterReader(terms.computedBy.parameters, terms);
  checkParameters(method, parameters);
  if (parameters.faults.length > 0) return { unavailable: "bad-parameter", method };
  return { verdict: verdictOf(method, position, figures, parameters), method };
}

function verdictOf(
  method: Method,
  position: Position,
  figures: PositionFigures,
  parameters: ParameterReader,
): Verdict {
  const { latest, goal } = position;
  const ground = { ...groundOf(position, figures), parameters };
  if (latest === null) return method.withoutValue?.(ground) ?? refused(whyNoValue(position));
  if (method.needs.includes("target") && goal === null) return refused("no-target");
  const input = { ...ground, ...valuesOf(position, figures), value: latest };
  if (method.needs.includes("baseline") && position.start === null) return byShareOfTarget(input);
  return method.assess(input);
}

function groundOf(position: Position, figures: PositionFigures): Omit<Ground, "parameters"> {
  const { evidence, goal, start, startOn, sign, isCap, holds, governing } = position;
  const { asOf, terms } = evidence;
  const word = evidence.words.at(-1)?.word ?? null;
  const wanted = governing.target;
  return {
    asOf,
    kind: terms.kind,
    sign,
    isCap,
    holds,
    unit: terms.unit,
    start,
    startOn,
    planStart: terms.planStart,
    target: goal === null ? null : datedTarget(goal, evidence),
    targets: position.targets.filter(hasLevel).map((target) => datedTarget(target, evidence)),
    reportWithinDays: terms.reportWithinDays,
    word,
    meetsWord: word === null || wanted === null || goal !== null ? null : meetsWord(wanted, word),
    schedule: scheduleOf(position),
    elapsed: figures.elapsed.value,
  };
}

type Values = Omit<MethodInput, keyof Ground | "value">;

function valuesOf({ goal, latest, series }: Position, figures: PositionFigures): Values {
  return {
    meetsTarget: goal !== null && latest !== null && meetsGoal(latest, goal),
    series,
    attained: figures.attained.value,
    ofTarget: figures.ofTarget.value,
    expected: figures.expected.value,
    pace: figures.pace.value,
  };
}

function datedTarget(target: LevelTarget, { readings, terms }: Evidence): DatedTarget {
  const { level, upper, relation, dueOn, from, role } = target;
  return {
    value: level,
    on: dueOn,
    upper,
    relation,
    from,
    role: role === "hold" || role === "total" ? role : "reach",
    doneBy: (day) => lastUpTo(measuredSeries(target, readings, terms), day),
  };
}

/** Figures that come from the method: ratio, scores, and its own projection or else the trend through the series. */
export interface MethodFigures {
  readonly ratio: Figure;
  readonly score: Figure;
  readonly weightedScore: Figure;
  readonly scheduleRatio: Figure;
  readonly projected: Figure;
  /** Points that the method decided by; null where it decides by its ratio. */
  readonly points: Figure | null;
}

/** Turns an answer into figures; a row that is not judged has none but the projection. */
export function methodFigures(
  position: Position,
  figures: PositionFigures,
  { answer, judged }: { readonly answer: MethodAnswer; readonly judged: boolean },
  make: FigureMaker,
): MethodFigures {
  const verdict = "verdict" in answer && judged ? answer.verdict : null;
  const reason = "unavailable" in answer ? answer.unavailable : (verdict?.reason ?? "not-judged");
  const ratio = verdict?.ratio ?? null;
  const score = verdict === null ? null : scoreOf(verdict);
  const weight = position.evidence.terms.weight;
  const scheduleRatio = verdict?.scheduleRatio ?? null;
  const derive = (formula: string) => ({ formula, inputs: inputsOf(formula, verdict, position, figures) });
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
    projected: projectedFigure(position, verdict, make, derive),
    points: pointsFigure(verdict, make, derive),
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

const namePattern = /[A-Za-z][A-Za-z0-9]*/g;

/** Everything that a formula names: inputs of the plan, figures, and numbers of the method's own. */
function inputsOf(
  formula: string,
  verdict: Verdict | null,
  position: Position,
  figures: PositionFigures,
): readonly FigureInput[] {
  const names = new Set(formula.match(namePattern) ?? []);
  return [...names].flatMap((name) => inputNamed(name, verdict, position, figures) ?? []);
}

function inputNamed(
  name: string,
  verdict: Verdict | null,
  position: Position,
  figures: PositionFigures,
): FigureInput | null {
  const named = verdict?.named;
  const own = named !== undefined && Object.hasOwn(named, name) ? named[name] : undefined;
  const written = position.evidence.terms.computedBy.parameters.get(name);
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

const trendName = "theil-sen";
/** Digits of an estimate that mean anything. */
const estimateDigits = 12;

/** How the projection was made; null when there is none. */
export function projectedBy(answer: MethodAnswer, projected: Figure): string | null {
  if (projected.value === null) return null;
  return ("verdict" in answer ? answer.verdict.projection?.by : undefined) ?? trendName;
}

function projectedFigure(
  position: Position,
  verdict: Verdict | null,
  make: FigureMaker,
  derive: (formula: string) => Derivation,
): Figure {
  const own = verdict?.projection;
  if (own !== undefined) return make.of(own.value, () => derive(own.formula), own.estimate);
  const { goal, latest, series } = position;
  if (goal === null || goal.role === "hold") return make.none(goal === null ? "no-level" : "hold");
  if (goal.dueOn === null) return make.none("no-date");
  if (latest === null) return make.none(whyNoValue(position));
  if (goal.dueOn <= latest.on) return make.none("past-due");
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
