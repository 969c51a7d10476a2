import { scheduleOf } from "./elapsed-figure.ts";
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
import { gradesOf, parameterReader } from "./methods/parameters.ts";
import { meetsGoal, type Position } from "./position.ts";
import { whyNoValue } from "./position-inputs.ts";
import { lastUpTo } from "./readings.ts";
import { hasLevel, type LevelTarget } from "./resolved-target.ts";
import type { PositionFigures } from "./row-figures.ts";
import type { MethodAnswer } from "./status.ts";

/** The method's answer, or why there is none: it is not built, its parameters cannot be used, something it needs is missing. */
export function askMethod(position: Position, figures: PositionFigures): MethodAnswer {
  const { terms } = position.evidence;
  const method = findMethod(terms.computedBy.method);
  if (method === undefined) return { unavailable: "unknown-method", method: null };
  const parameters = parameterReader(terms.computedBy.parameters, {
    unit: terms.unit,
    planStart: terms.planStart,
    direction: terms.direction,
    grades: gradesOf(terms.indicator),
  });
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
    series: series(),
    attained: figures.attained.value,
    ofTarget: figures.ofTarget.value,
    expected: figures.expected.value,
    pace: figures.pace.value,
  };
}

function datedTarget(target: LevelTarget, { readings, terms }: Evidence): DatedTarget {
  const { level, upper, relation, dueOn, from, role } = target;
  return {
    span: target.target.stated.span,
    value: level,
    on: dueOn,
    upper,
    relation,
    from,
    role: role === "hold" || role === "total" ? role : "reach",
    doneBy: (day) => lastUpTo(measuredSeries(target, readings, terms), day),
  };
}
