/** Further rules, in the order of the rule table: schedules, counts in words, chains, numbering, texts, risks, owners. */
import { countInText } from "./count/in-text.ts";
import { countNamedBeside } from "./count/named-beside.ts";
import { countPartInText } from "./count/part-in-text.ts";
import { countSharesInText } from "./count/shares-in-text.ts";
import { countYearsInText } from "./count/years-in-text.ts";
import type { Rule } from "./define-rule.ts";
import { indicatorComplement } from "./indicator/complement.ts";
import { indicatorTwoCounts } from "./indicator/two-counts.ts";
import { mechanismActorId } from "./mechanism/actor-id.ts";
import { mechanismCountInText } from "./mechanism/count-in-text.ts";
import { mechanismLimitBeyondPlan } from "./mechanism/limit-beyond-plan.ts";
import { mechanismSameName } from "./mechanism/same-name.ts";
import { mechanismStreakTooLong } from "./mechanism/streak-too-long.ts";
import { narrativeBrokenOff } from "./narrative/broken-off.ts";
import { narrativeChangeConflict } from "./narrative/change-conflict.ts";
import { narrativeCountDiffers } from "./narrative/count-differs.ts";
import { narrativeDateConflict } from "./narrative/date-conflict.ts";
import { narrativeDeadCitation } from "./narrative/dead-citation.ts";
import { narrativeDefinitionConflict } from "./narrative/definition-conflict.ts";
import { narrativeDraftMark } from "./narrative/draft-mark.ts";
import { narrativeFigureConflict } from "./narrative/figure-conflict.ts";
import { narrativeNumbering } from "./narrative/numbering.ts";
import { narrativeOtherValue } from "./narrative/other-value.ts";
import { narrativeOwnDemand } from "./narrative/own-demand.ts";
import { narrativeOwnerConflict } from "./narrative/owner-conflict.ts";
import { narrativePhaseConflict } from "./narrative/phase-conflict.ts";
import { narrativeRepeatedTitle } from "./narrative/repeated-title.ts";
import { narrativeRhythmConflict } from "./narrative/rhythm-conflict.ts";
import { narrativeStandingFigure } from "./narrative/standing-figure.ts";
import { narrativeTermsConflict } from "./narrative/terms-conflict.ts";
import { narrativeThresholdConflict } from "./narrative/threshold-conflict.ts";
import { narrativeUnstatedFigure } from "./narrative/unstated-figure.ts";
import { narrativeWeightConflict } from "./narrative/weight-conflict.ts";
import { objectiveUnlinked } from "./objective/unlinked.ts";
import { provenanceOneFigureTwoThings } from "./provenance/one-figure-two-things.ts";
import { referenceUnused } from "./reference/unused.ts";
import { responsibilityBeyondLevel } from "./responsibility/beyond-level.ts";
import { responsibilityOddOwner } from "./responsibility/odd-owner.ts";
import { riskHalfRated } from "./risk/half-rated.ts";
import { riskWeakAnswer } from "./risk/weak-answer.ts";
import { targetHoldNotReached } from "./target/hold-not-reached.ts";
import { timeBeforeInText } from "./time/before-in-text.ts";
import { timeCycleTooLong } from "./time/cycle-too-long.ts";
import { timeDeadlineOutOfStep } from "./time/deadline-out-of-step.ts";
import { timeDocumentDates } from "./time/document-dates.ts";
import { timeEvaluatedBeforeDue } from "./time/evaluated-before-due.ts";
import { timeGateOutOfStep } from "./time/gate-out-of-step.ts";
import { timeUncheckedPhase } from "./time/unchecked-phase.ts";
import { timeUndatedStep } from "./time/undated-step.ts";
import { timeWordsAgainstDates } from "./time/words-against-dates.ts";

export const rulesC: readonly Rule[] = [
  referenceUnused,
  timeDeadlineOutOfStep,
  timeUndatedStep,
  timeGateOutOfStep,
  timeEvaluatedBeforeDue,
  timeCycleTooLong,
  timeWordsAgainstDates,
  timeDocumentDates,
  timeBeforeInText,
  timeUncheckedPhase,
  countInText,
  countNamedBeside,
  countSharesInText,
  countPartInText,
  countYearsInText,
  mechanismActorId,
  mechanismCountInText,
  narrativeNumbering,
  narrativeRepeatedTitle,
  narrativeDraftMark,
  narrativeBrokenOff,
  narrativeOwnDemand,
  narrativeFigureConflict,
  narrativeChangeConflict,
  narrativeRhythmConflict,
  narrativeStandingFigure,
  narrativeWeightConflict,
  narrativeOtherValue,
  narrativeTermsConflict,
  narrativeDefinitionConflict,
  narrativeThresholdConflict,
  narrativeDateConflict,
  narrativePhaseConflict,
  narrativeOwnerConflict,
  narrativeCountDiffers,
  narrativeDeadCitation,
  narrativeUnstatedFigure,
  mechanismSameName,
  mechanismStreakTooLong,
  mechanismLimitBeyondPlan,
  indicatorTwoCounts,
  indicatorComplement,
  provenanceOneFigureTwoThings,
  targetHoldNotReached,
  objectiveUnlinked,
  responsibilityOddOwner,
  responsibilityBeyondLevel,
  riskWeakAnswer,
  riskHalfRated,
];
