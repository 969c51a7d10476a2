/** The rules of family `time/`, in the order of the rule table. */
import type { Rule } from "../define-rule.ts";
import { timeBeforeInText } from "./before-in-text.ts";
import { timeBeforeItsStart } from "./before-its-start.ts";
import { timeCycleTooLong } from "./cycle-too-long.ts";
import { timeDeadlineOutOfStep } from "./deadline-out-of-step.ts";
import { timeDocumentDates } from "./document-dates.ts";
import { timeEvaluatedBeforeDue } from "./evaluated-before-due.ts";
import { timeGateOutOfStep } from "./gate-out-of-step.ts";
import { timeMissingDate } from "./missing-date.ts";
import { timeOutsideParent } from "./outside-parent.ts";
import { timeOutsidePeriod } from "./outside-period.ts";
import { timeOutsidePhase } from "./outside-phase.ts";
import { timePhaseGap } from "./phase-gap.ts";
import { timePhaseName } from "./phase-name.ts";
import { timePhaseOverlap } from "./phase-overlap.ts";
import { timeProgrammeName } from "./programme-name.ts";
import { timeReversed } from "./reversed.ts";
import { timeTargetsEndEarly } from "./targets-end-early.ts";
import { timeUncheckedPhase } from "./unchecked-phase.ts";
import { timeUndatedStep } from "./undated-step.ts";
import { timeUnresolved } from "./unresolved.ts";
import { timeUnstatedEnd } from "./unstated-end.ts";
import { timeUnstatedStart } from "./unstated-start.ts";
import { timeUsedBeforeExists } from "./used-before-exists.ts";
import { timeWordsAgainstDates } from "./words-against-dates.ts";

export const timeRules: readonly Rule[] = [
  timeUnresolved,
  timeUnstatedStart,
  timeUnstatedEnd,
  timeReversed,
  timeBeforeItsStart,
  timeMissingDate,
  timeOutsidePeriod,
  timeOutsidePhase,
  timeOutsideParent,
  timePhaseGap,
  timePhaseOverlap,
  timeUsedBeforeExists,
  timeDeadlineOutOfStep,
  timeUndatedStep,
  timeGateOutOfStep,
  timeEvaluatedBeforeDue,
  timeCycleTooLong,
  timeWordsAgainstDates,
  timePhaseName,
  timeProgrammeName,
  timeDocumentDates,
  timeBeforeInText,
  timeUncheckedPhase,
  timeTargetsEndEarly,
];
