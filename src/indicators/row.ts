/** One row of the results: an indicator of the plan, or of one entity. */

import { RowFigures, withReason } from "./all-figures.ts";
import { askMethod } from "./assess.ts";
import { behindPath } from "./behind-path.ts";
import { decisionOf, type Step } from "./decision.ts";
import type { FigureMaker } from "./figures.ts";
import { rangeFigures } from "./forecast.ts";
import type { HoldResult } from "./hold.ts";
import { type Evidence, judgeHeld, judgeTarget, toJudgedTarget } from "./judge-target.ts";
import { judgementOf } from "./judgement.ts";
import { type MethodFigures, methodFigures } from "./method-figures.ts";
import { gapsOf, type Reporters } from "./missing-periods.ts";
import { findPosition, meetsGoal, type Position } from "./position.ts";
import type { Reach } from "./reach.ts";
import type { LevelTarget, ResolvedTarget } from "./resolved-target.ts";
import { type Gap, type IndicatorRow, missingPeriods, partialRollUp, statuses } from "./results.ts";
import { isSummed } from "./roll-up.ts";
import { positionFigures } from "./row-figures.ts";
import {
  asBound,
  decideStatus,
  type Judgements,
  type StatusResult,
  whenStale,
  withoutVerdict,
} from "./status.ts";

/** What a row is made of besides its evidence. */
export interface RowInput {
  readonly evidence: Evidence;
  readonly targets: readonly ResolvedTarget[];
  /** The plan's sum that an entity's amounts are a part of; null for the plan itself and where nothing is summed up. */
  readonly whole: LevelTarget | null;
  readonly entity: string | null;
  readonly coverage: IndicatorRow["coverage"];
  /** Who reports the amounts of the plan's sum; none for an entity. */
  readonly reporters: Reporters;
  readonly slices: IndicatorRow["slices"];
  readonly make: FigureMaker;
}

/** Steps after which a method's ratio and score would say more than the status does. */
const unjudgedSteps: readonly Step[] = [
  "context",
  "contradicted",
  "unreadable",
  "unsettled",
  "no-target",
  "unknown-method",
  "partial-sum",
  "judgement",
];

/** Computes a row. */
export function makeRow(input: RowInput): IndicatorRow {
  const { evidence, targets, make } = input;
  const { indicator, assessment, unitText } = evidence.terms;
  const position = findPosition(targets, evidence, input.whole);
  const judgements: Judgements = new Map(targets.map((target) => [target, judgeTarget(target, evidence)]));
  const figures = positionFigures(position, make);
  const answer = askMethod(position, figures);
  const decided = decideStatus(position, judgements, answer);
  const computed = lacksParts(input) ? withoutVerdict(decided) : decided;
  const judgement = computed.step === "context" || input.entity !== null ? null : judgementOf(evidence);
  const result = judgement?.result ?? computed;
  const judged = !unjudgedSteps.includes(result.step);
  const scored = methodFigures(position, figures, { answer, judged }, make);
  const by = scored.projectedBy;
  const range = rangeFigures(position, scored.projected, by, make);
  const hold = holdOf(position, judgements);
  const dates = datesOf(position, scored);
  const gaps = gapsOf(position, input.reporters);
  return {
    indicator,
    entity: input.entity,
    method: assessment.method,
    status: result.status,
    computedStatus: judgement === null ? null : computed.status,
    methodStatus: judgement?.word ?? (judged && "verdict" in answer ? answer.verdict.methodStatus : null),
    isOutOfDate: whenStale(position) !== null,
    reason: result.reason,
    basis: basisOf(result, judged, gaps, input),
    unit: unitText,
    observedOn: dates.observedOn,
    firstObservedOn: dates.firstObservedOn,
    baselineOn: dates.baselineOn,
    baselineAssumed: isAssumed(position),
    targetOn: dates.targetOn,
    reachedOn: dates.reach?.on ?? null,
    reached: dates.reach?.level ?? null,
    firstMetOn: dates.firstMetOn,
    lostOn: dates.lostOn,
    contested: position.governing.contested,
    figures: new RowFigures(figures, scored, range),
    points: scored.points,
    scoreScale: scored.scoreScale,
    projectedBy: by,
    held: hold?.held ?? null,
    periods: hold?.periods ?? null,
    targets: [...judgements].map(([target, judgement]) =>
      toJudgedTarget(target, judgement, target === position.governing.target),
    ),
    decision: decisionOf(result.step),
    series: position.series,
    behind: () => behindPath(position),
    path: position.path?.points ?? [],
    word: evidence.words.at(-1)?.word ?? null,
    coverage: input.coverage,
    gaps,
    slices: input.slices,
  };
}

/** What the status rests on where it is not all that it should be: no baseline of the plan's own, not all entities or periods. */
function basisOf(
  result: StatusResult,
  judged: boolean,
  gaps: readonly Gap[],
  input: RowInput,
): string | null {
  if (result.basis !== null || !judged) return result.basis;
  if (input.evidence.terms.startsAtFirst) return "first-observation";
  if (statuses.indexOf(result.status) > statuses.indexOf("missed")) return null;
  if (isPartial(input)) return partialRollUp;
  return gaps.length > 0 ? missingPeriods : null;
}

/** A mean or a ratio of which some entities have no value: the others may hide them, but they do say something. */
function isPartial({ coverage, evidence: { terms } }: RowInput): boolean {
  if (coverage === null || coverage.counted >= coverage.of || coverage.counted === 0) return false;
  // The latest of all is one value; amounts without a rhythm are due on no day.
  return terms.aggregation !== "latest" && !isSummed(terms);
}

/** A sum over entities of which some have no value. Amounts without a rhythm are due on no day: none is missing. */
function lacksParts({ coverage, evidence: { terms } }: RowInput): boolean {
  if (coverage === null || coverage.counted === coverage.of || !isSummed(terms)) return false;
  return terms.kind !== "flow" || terms.frequency !== null;
}

/** The row of an indicator that has no value of its own, and why: its status is the worst of its entities. */
export function withStatusOf(row: IndicatorRow, result: StatusResult): IndicatorRow {
  const { status, reason } = result;
  const figures = withReason(row.figures, reason);
  return { ...row, status, reason, figures, decision: decisionOf(result.step) };
}

/** Measured from the plan's baseline, which is dated by rule and not by the plan. */
function isAssumed({ start, evidence }: Position): boolean {
  const { baseline } = evidence.terms;
  return start !== null && start === baseline && start.on !== null && baseline.period === null;
}

type Dates = Pick<IndicatorRow, "observedOn" | "firstObservedOn" | "baselineOn" | "targetOn"> & Reached;

function datesOf(position: Position, ahead: MethodFigures): Dates {
  const { latest, soFar, goal, start, governing, evidence } = position;
  const first = position.first ?? evidence.readings[0] ?? evidence.words[0];
  return {
    observedOn: (latest ?? soFar)?.on ?? evidence.words.at(-1)?.on ?? null,
    firstObservedOn: first?.on ?? null,
    baselineOn: start?.on ?? null,
    targetOn: governing.target?.dueOn ?? null,
    ...reachDates(position, goal, ahead),
  };
}

type Reached = Pick<IndicatorRow, "firstMetOn" | "lostOn"> & { readonly reach: Reach | null };

const neverReached: Reached = { reach: null, firstMetOn: null, lostOn: null };

/** A bound and a cap are not reached on a day; what is not met by the as-of date is reached after it, or not at all. */
function reachDates(position: Position, goal: Position["goal"], ahead: MethodFigures): Reached {
  const { latest } = position;
  if (goal === null || latest === null || position.holds || position.isCap) return neverReached;
  const isPartial = latest.isPartial === true;
  const series = isPartial ? position.series().slice(0, -1) : position.series();
  const first = series.findIndex((value) => meetsGoal(value, goal));
  const firstMetOn = series[first]?.on ?? null;
  if (isPartial || meetsGoal(latest, goal)) return { reach: null, firstMetOn, lostOn: null };
  const reach = ahead.reachOf(goal.level.toNumber());
  const lastMet = first < 0 ? -1 : series.findLastIndex((value) => meetsGoal(value, goal));
  return { reach, firstMetOn, lostOn: lastMet < 0 ? null : (series[lastMet + 1]?.on ?? null) };
}

/** Counts of the bound that governs, else of the first bound beside the goal. */
function holdOf(position: Position, judgements: Judgements): HoldResult | null {
  const { goal, holds, evidence } = position;
  if (holds && goal !== null && goal.role !== "hold") return judgeHeld(asBound(goal), evidence).hold;
  const held = [...judgements].filter(([target]) => target.role === "hold");
  const governing = held.find(([target]) => target === goal) ?? held[0];
  return governing?.[1].hold ?? null;
}
