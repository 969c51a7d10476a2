/** First half of the rules, in the order of the rule table: references, times, statements, counts, texts, mechanisms, owners. */
import { countAnnounced } from "./count/announced.ts";
import { countDimensionWeightSum } from "./count/dimension-weight-sum.ts";
import { countMissingWeight } from "./count/missing-weight.ts";
import { countNotCountable } from "./count/not-countable.ts";
import { countPartWeight } from "./count/part-weight.ts";
import { countWeightSum } from "./count/weight-sum.ts";
import type { Rule } from "./define-rule.ts";
import { mechanismAnnounced } from "./mechanism/announced.ts";
import { mechanismCadenceConflict } from "./mechanism/cadence-conflict.ts";
import { mechanismDuplicateEntry } from "./mechanism/duplicate-entry.ts";
import { mechanismExpressionMeaning } from "./mechanism/expression-meaning.ts";
import { mechanismExpressionName } from "./mechanism/expression-name.ts";
import { mechanismExpressionUnreadable } from "./mechanism/expression-unreadable.ts";
import { mechanismIncomplete } from "./mechanism/incomplete.ts";
import { mechanismShareAboveWhole } from "./mechanism/share-above-whole.ts";
import { mechanismTwoLists } from "./mechanism/two-lists.ts";
import { mechanismTwoSchemes } from "./mechanism/two-schemes.ts";
import { mechanismWrongUnit } from "./mechanism/wrong-unit.ts";
import { narrativeAmbiguous } from "./narrative/ambiguous.ts";
import { narrativeEmptySection } from "./narrative/empty-section.ts";
import { narrativeNotStatedHere } from "./narrative/not-stated-here.ts";
import { narrativeUnknownPlaceholder } from "./narrative/unknown-placeholder.ts";
import { narrativeUnresolved } from "./narrative/unresolved.ts";
import { referenceCycle } from "./reference/cycle.ts";
import { referenceDuplicateId } from "./reference/duplicate-id.ts";
import { referenceOtherType } from "./reference/other-type.ts";
import { referenceUnknown } from "./reference/unknown.ts";
import { referenceUnknownSection } from "./reference/unknown-section.ts";
import { responsibilityUnowned } from "./responsibility/unowned.ts";
import { statementBaselineDates } from "./statement/baseline-dates.ts";
import { statementBudgetAboveMeans } from "./statement/budget-above-means.ts";
import { statementConflict } from "./statement/conflict.ts";
import { statementCountedPer } from "./statement/counted-per.ts";
import { statementEvidenceDiffers } from "./statement/evidence-differs.ts";
import { statementFactUnit } from "./statement/fact-unit.ts";
import { statementFollowsWithoutPredecessor } from "./statement/follows-without-predecessor.ts";
import { statementNameTwice } from "./statement/name-twice.ts";
import { statementNearDefinitions } from "./statement/near-definitions.ts";
import { statementNearDocuments } from "./statement/near-documents.ts";
import { statementNearNames } from "./statement/near-names.ts";
import { statementNegativeAmount } from "./statement/negative-amount.ts";
import { statementResourceUnit } from "./statement/resource-unit.ts";
import { statementRevisionMismatch } from "./statement/revision-mismatch.ts";
import { statementSameAsConflict } from "./statement/same-as-conflict.ts";
import { statementSameFigure } from "./statement/same-figure.ts";
import { statementSameName } from "./statement/same-name.ts";
import { statementSameWork } from "./statement/same-work.ts";
import { statementTotalOrYearly } from "./statement/total-or-yearly.ts";
import { statementTwoDenominators } from "./statement/two-denominators.ts";
import { statementUnitMismatch } from "./statement/unit-mismatch.ts";
import { statementWording } from "./statement/wording.ts";
import { timeBeforeItsStart } from "./time/before-its-start.ts";
import { timeMissingDate } from "./time/missing-date.ts";
import { timeOutsideParent } from "./time/outside-parent.ts";
import { timeOutsidePeriod } from "./time/outside-period.ts";
import { timeOutsidePhase } from "./time/outside-phase.ts";
import { timePhaseGap } from "./time/phase-gap.ts";
import { timePhaseOverlap } from "./time/phase-overlap.ts";
import { timeReversed } from "./time/reversed.ts";
import { timeUnresolved } from "./time/unresolved.ts";
import { timeUnstatedStart } from "./time/unstated-start.ts";
import { timeUsedBeforeExists } from "./time/used-before-exists.ts";

export const rulesA: readonly Rule[] = [
  referenceUnknown,
  referenceOtherType,
  referenceUnknownSection,
  referenceDuplicateId,
  referenceCycle,
  timeUnresolved,
  timeUnstatedStart,
  timeReversed,
  timeBeforeItsStart,
  timeMissingDate,
  timeOutsidePeriod,
  timeOutsidePhase,
  timeOutsideParent,
  timePhaseGap,
  timePhaseOverlap,
  timeUsedBeforeExists,
  statementConflict,
  statementUnitMismatch,
  statementNegativeAmount,
  statementResourceUnit,
  statementBudgetAboveMeans,
  statementFollowsWithoutPredecessor,
  statementSameAsConflict,
  statementCountedPer,
  statementRevisionMismatch,
  statementWording,
  statementSameWork,
  statementEvidenceDiffers,
  statementNearNames,
  statementNearDefinitions,
  statementTwoDenominators,
  statementNearDocuments,
  statementSameName,
  statementNameTwice,
  statementBaselineDates,
  statementFactUnit,
  statementSameFigure,
  statementTotalOrYearly,
  countAnnounced,
  countNotCountable,
  countWeightSum,
  countDimensionWeightSum,
  countPartWeight,
  countMissingWeight,
  narrativeEmptySection,
  narrativeUnknownPlaceholder,
  narrativeUnresolved,
  narrativeAmbiguous,
  narrativeNotStatedHere,
  mechanismAnnounced,
  mechanismDuplicateEntry,
  mechanismCadenceConflict,
  mechanismTwoLists,
  mechanismTwoSchemes,
  mechanismShareAboveWhole,
  mechanismWrongUnit,
  mechanismExpressionUnreadable,
  mechanismExpressionMeaning,
  mechanismExpressionName,
  mechanismIncomplete,
  responsibilityUnowned,
];
