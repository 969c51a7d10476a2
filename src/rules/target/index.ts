/** The rules of family `target/`, in the order of the rule table. */
import type { Rule } from "../define-rule.ts";
import { targetAlreadyMet } from "./already-met.ts";
import { targetAsksNothing } from "./asks-nothing.ts";
import { targetBeforeBaseline } from "./before-baseline.ts";
import { targetConflict } from "./conflict.ts";
import { targetEachOrAverage } from "./each-or-average.ts";
import { targetFallsBack } from "./falls-back.ts";
import { targetGate } from "./gate.ts";
import { targetGradeScales } from "./grade-scales.ts";
import { targetGradeUnknown } from "./grade-unknown.ts";
import { targetGradeWithoutScale } from "./grade-without-scale.ts";
import { targetHoldAgainstReach } from "./hold-against-reach.ts";
import { targetHoldNotReached } from "./hold-not-reached.ts";
import { targetInBackground } from "./in-background.ts";
import { targetInheritedDate } from "./inherited-date.ts";
import { targetMagnitude } from "./magnitude.ts";
import { targetMissingDate } from "./missing-date.ts";
import { targetNoBase } from "./no-base.ts";
import { targetNoShare } from "./no-share.ts";
import { targetOtherScope } from "./other-scope.ts";
import { targetOutOfBounds } from "./out-of-bounds.ts";
import { targetPace } from "./pace.ts";
import { targetPathBack } from "./path-back.ts";
import { targetPercentPoints } from "./percent-points.ts";
import { targetRateMismatch } from "./rate-mismatch.ts";
import { targetRelativeMismatch } from "./relative-mismatch.ts";
import { targetSameValueTwoDates } from "./same-value-two-dates.ts";
import { targetStrictOrNot } from "./strict-or-not.ts";
import { targetTotalMismatch } from "./total-mismatch.ts";
import { targetTotalOfLevel } from "./total-of-level.ts";
import { targetUnclearUnit } from "./unclear-unit.ts";
import { targetUnevenPace } from "./uneven-pace.ts";
import { targetUnitMismatch } from "./unit-mismatch.ts";
import { targetVague } from "./vague.ts";
import { targetVersusMismatch } from "./versus-mismatch.ts";
import { targetWeakening } from "./weakening.ts";
import { targetWrongDirection } from "./wrong-direction.ts";

export const targetRules: readonly Rule[] = [
  targetHoldNotReached,
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
  targetVersusMismatch,
  targetGradeScales,
  targetGradeWithoutScale,
  targetVague,
  targetGate,
  targetOtherScope,
];
