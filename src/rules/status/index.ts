/** The rules of family `status/`, in the order of the rule table. */
import type { Rule } from "../define-rule.ts";
import { statusActionOverdue } from "./action-overdue.ts";
import { statusAtRisk } from "./at-risk.ts";
import { statusDeliverableOverdue } from "./deliverable-overdue.ts";
import { statusDemoData } from "./demo-data.ts";
import { statusFormulaDisagrees } from "./formula-disagrees.ts";
import { statusFormulaNotComputed } from "./formula-not-computed.ts";
import { statusFutureValue } from "./future-value.ts";
import { statusInterimMissed } from "./interim-missed.ts";
import { statusJudgementNotUsed } from "./judgement-not-used.ts";
import { statusMetEarly } from "./met-early.ts";
import { statusMilestoneOverdue } from "./milestone-overdue.ts";
import { statusMissed } from "./missed.ts";
import { statusMissingPeriod } from "./missing-period.ts";
import { statusMixedScales } from "./mixed-scales.ts";
import { statusNoData } from "./no-data.ts";
import { statusNotComputable } from "./not-computable.ts";
import { statusOffTrack } from "./off-track.ts";
import { statusPartialRollUp } from "./partial-roll-up.ts";
import { statusStale } from "./stale.ts";
import { statusWorsening } from "./worsening.ts";

export const statusRules: readonly Rule[] = [
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
