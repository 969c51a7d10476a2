/** Second half of the rules, in the order of the rule table: targets, indicators, objectives, risks, and where the plan stands. */
import { dataBeforeBaseline } from "./data/before-baseline.ts";
import { dataEntitiesAgainstPlan } from "./data/entities-against-plan.ts";
import { dataNegativeCount } from "./data/negative-count.ts";
import { dataOtherKind } from "./data/other-kind.ts";
import { dataPartOfLarger } from "./data/part-of-larger.ts";
import { dataProgressTwice } from "./data/progress-twice.ts";
import { dataReportersApart } from "./data/reporters-apart.ts";
import { dataRunningTotalFalls } from "./data/running-total-falls.ts";
import { dataSeriesTime } from "./data/series-time.ts";
import { dataStateShare } from "./data/state-share.ts";
import { dataUnknownLine } from "./data/unknown-line.ts";
import type { Rule } from "./define-rule.ts";
import { indicatorBaselineObservation } from "./indicator/baseline-observation.ts";
import { indicatorBaselineUndated } from "./indicator/baseline-undated.ts";
import { indicatorBorrowedBaseline } from "./indicator/borrowed-baseline.ts";
import { indicatorDefinitionUnit } from "./indicator/definition-unit.ts";
import { indicatorEvidenceConflict } from "./indicator/evidence-conflict.ts";
import { indicatorEvidenceDoubt } from "./indicator/evidence-doubt.ts";
import { indicatorEvidenceImpossible } from "./indicator/evidence-impossible.ts";
import { indicatorEvidenceUnit } from "./indicator/evidence-unit.ts";
import { indicatorFormulaCircular } from "./indicator/formula-circular.ts";
import { indicatorFormulaDividesByZero } from "./indicator/formula-divides-by-zero.ts";
import { indicatorFormulaSyntax } from "./indicator/formula-syntax.ts";
import { indicatorFormulaTooLarge } from "./indicator/formula-too-large.ts";
import { indicatorFormulaType } from "./indicator/formula-type.ts";
import { indicatorFormulaUnits } from "./indicator/formula-units.ts";
import { indicatorFormulaUnknownName } from "./indicator/formula-unknown-name.ts";
import { indicatorLikeTargets } from "./indicator/like-targets.ts";
import { indicatorLowFrequency } from "./indicator/low-frequency.ts";
import { indicatorMethodParameter } from "./indicator/method-parameter.ts";
import { indicatorMissingBaseline } from "./indicator/missing-baseline.ts";
import { indicatorMissingFrequency } from "./indicator/missing-frequency.ts";
import { indicatorMissingOwner } from "./indicator/missing-owner.ts";
import { indicatorMissingSection } from "./indicator/missing-section.ts";
import { indicatorMissingSource } from "./indicator/missing-source.ts";
import { indicatorMissingUnit } from "./indicator/missing-unit.ts";
import { indicatorNoTarget } from "./indicator/no-target.ts";
import { indicatorNone } from "./indicator/none.ts";
import { indicatorPartOfLarger } from "./indicator/part-of-larger.ts";
import { indicatorPartOtherWhole } from "./indicator/part-other-whole.ts";
import { indicatorPartUnit } from "./indicator/part-unit.ts";
import { indicatorPartsSum } from "./indicator/parts-sum.ts";
import { indicatorSumOfShares } from "./indicator/sum-of-shares.ts";
import { indicatorUnusedPoints } from "./indicator/unused-points.ts";
import { objectiveEmptyDimension } from "./objective/empty-dimension.ts";
import { objectiveNoAction } from "./objective/no-action.ts";
import { objectiveNoHeadline } from "./objective/no-headline.ts";
import { objectiveNoIndicator } from "./objective/no-indicator.ts";
import { objectiveOtherDimension } from "./objective/other-dimension.ts";
import { objectiveProblemWithoutObjective } from "./objective/problem-without-objective.ts";
import { objectiveUnmeasuredFigure } from "./objective/unmeasured-figure.ts";
import { provenanceBaselineAge } from "./provenance/baseline-age.ts";
import { provenanceEvidenceOrigin } from "./provenance/evidence-origin.ts";
import { provenanceSourceTime } from "./provenance/source-time.ts";
import { provenanceTwoOrigins } from "./provenance/two-origins.ts";
import { provenanceUncitedSource } from "./provenance/uncited-source.ts";
import { provenanceUndatedSource } from "./provenance/undated-source.ts";
import { riskImpliedOnly } from "./risk/implied-only.ts";
import { riskNoAnswer } from "./risk/no-answer.ts";
import { riskNoOwner } from "./risk/no-owner.ts";
import { statusActionOverdue } from "./status/action-overdue.ts";
import { statusAtRisk } from "./status/at-risk.ts";
import { statusDeliverableOverdue } from "./status/deliverable-overdue.ts";
import { statusDemoData } from "./status/demo-data.ts";
import { statusFormulaDisagrees } from "./status/formula-disagrees.ts";
import { statusFormulaNotComputed } from "./status/formula-not-computed.ts";
import { statusFutureValue } from "./status/future-value.ts";
import { statusInterimMissed } from "./status/interim-missed.ts";
import { statusJudgementNotUsed } from "./status/judgement-not-used.ts";
import { statusMetEarly } from "./status/met-early.ts";
import { statusMilestoneOverdue } from "./status/milestone-overdue.ts";
import { statusMissed } from "./status/missed.ts";
import { statusMissingPeriod } from "./status/missing-period.ts";
import { statusMixedScales } from "./status/mixed-scales.ts";
import { statusNoData } from "./status/no-data.ts";
import { statusNotComputable } from "./status/not-computable.ts";
import { statusOffTrack } from "./status/off-track.ts";
import { statusPartialRollUp } from "./status/partial-roll-up.ts";
import { statusStale } from "./status/stale.ts";
import { statusWorsening } from "./status/worsening.ts";
import { targetAlreadyMet } from "./target/already-met.ts";
import { targetAsksNothing } from "./target/asks-nothing.ts";
import { targetBeforeBaseline } from "./target/before-baseline.ts";
import { targetConflict } from "./target/conflict.ts";
import { targetEachOrAverage } from "./target/each-or-average.ts";
import { targetFallsBack } from "./target/falls-back.ts";
import { targetGate } from "./target/gate.ts";
import { targetGradeScales } from "./target/grade-scales.ts";
import { targetGradeUnknown } from "./target/grade-unknown.ts";
import { targetGradeWithoutScale } from "./target/grade-without-scale.ts";
import { targetHoldAgainstReach } from "./target/hold-against-reach.ts";
import { targetInBackground } from "./target/in-background.ts";
import { targetInheritedDate } from "./target/inherited-date.ts";
import { targetMagnitude } from "./target/magnitude.ts";
import { targetMissingDate } from "./target/missing-date.ts";
import { targetNoBase } from "./target/no-base.ts";
import { targetNoShare } from "./target/no-share.ts";
import { targetOtherScope } from "./target/other-scope.ts";
import { targetOutOfBounds } from "./target/out-of-bounds.ts";
import { targetPace } from "./target/pace.ts";
import { targetPathBack } from "./target/path-back.ts";
import { targetPercentPoints } from "./target/percent-points.ts";
import { targetRateMismatch } from "./target/rate-mismatch.ts";
import { targetRelativeMismatch } from "./target/relative-mismatch.ts";
import { targetSameValueTwoDates } from "./target/same-value-two-dates.ts";
import { targetStrictOrNot } from "./target/strict-or-not.ts";
import { targetTotalMismatch } from "./target/total-mismatch.ts";
import { targetTotalOfLevel } from "./target/total-of-level.ts";
import { targetUnclearUnit } from "./target/unclear-unit.ts";
import { targetUnevenPace } from "./target/uneven-pace.ts";
import { targetUnitMismatch } from "./target/unit-mismatch.ts";
import { targetVague } from "./target/vague.ts";
import { targetVersusMismatch } from "./target/versus-mismatch.ts";
import { targetWeakening } from "./target/weakening.ts";
import { targetWrongDirection } from "./target/wrong-direction.ts";

export const rulesB: readonly Rule[] = [
  targetConflict,
  targetStrictOrNot,
  targetEachOrAverage,
  targetHoldAgainstReach,
  targetFallsBack,
  targetSameValueTwoDates,
  targetWeakening,
  targetAlreadyMet,
  targetAsksNothing,
  targetPace,
  targetUnevenPace,
  targetWrongDirection,
  targetPathBack,
  targetPercentPoints,
  targetInBackground,
  targetUnclearUnit,
  targetUnitMismatch,
  targetNoShare,
  targetRateMismatch,
  targetRelativeMismatch,
  targetTotalMismatch,
  targetOutOfBounds,
  targetMagnitude,
  targetMissingDate,
  targetInheritedDate,
  targetBeforeBaseline,
  targetNoBase,
  targetGradeUnknown,
  targetTotalOfLevel,
  objectiveOtherDimension,
  targetVersusMismatch,
  targetGradeScales,
  targetGradeWithoutScale,
  targetVague,
  targetGate,
  targetOtherScope,
  indicatorNone,
  indicatorMissingBaseline,
  indicatorBaselineUndated,
  indicatorBorrowedBaseline,
  indicatorBaselineObservation,
  indicatorEvidenceConflict,
  indicatorEvidenceImpossible,
  indicatorEvidenceDoubt,
  indicatorEvidenceUnit,
  indicatorMissingUnit,
  indicatorNoTarget,
  indicatorPartOfLarger,
  indicatorPartOtherWhole,
  indicatorPartUnit,
  indicatorPartsSum,
  indicatorDefinitionUnit,
  indicatorLikeTargets,
  indicatorLowFrequency,
  indicatorMissingOwner,
  indicatorMissingSource,
  indicatorMissingFrequency,
  indicatorMissingSection,
  indicatorMethodParameter,
  indicatorFormulaSyntax,
  indicatorFormulaTooLarge,
  indicatorFormulaUnknownName,
  indicatorFormulaType,
  indicatorFormulaUnits,
  indicatorFormulaDividesByZero,
  indicatorFormulaCircular,
  indicatorSumOfShares,
  indicatorUnusedPoints,
  provenanceSourceTime,
  provenanceUndatedSource,
  provenanceUncitedSource,
  provenanceBaselineAge,
  provenanceEvidenceOrigin,
  provenanceTwoOrigins,
  dataSeriesTime,
  dataStateShare,
  dataPartOfLarger,
  dataBeforeBaseline,
  dataEntitiesAgainstPlan,
  dataRunningTotalFalls,
  dataProgressTwice,
  dataOtherKind,
  dataUnknownLine,
  dataReportersApart,
  dataNegativeCount,
  objectiveNoIndicator,
  objectiveNoHeadline,
  objectiveNoAction,
  objectiveProblemWithoutObjective,
  objectiveEmptyDimension,
  objectiveUnmeasuredFigure,
  riskNoAnswer,
  riskImpliedOnly,
  riskNoOwner,
  statusMissed,
  statusWorsening,
  statusOffTrack,
  statusAtRisk,
  statusInterimMissed,
  statusStale,
  statusNoData,
  statusFutureValue,
  statusMetEarly,
  statusNotComputable,
  statusPartialRollUp,
  statusMissingPeriod,
  statusMixedScales,
  statusJudgementNotUsed,
  statusFormulaDisagrees,
  statusFormulaNotComputed,
  statusMilestoneOverdue,
  statusActionOverdue,
  statusDeliverableOverdue,
  statusDemoData,
];
