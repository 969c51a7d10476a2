/** The rules of family `statement/`, in the order of the rule table. */
import type { Rule } from "../define-rule.ts";
import { statementBaselineDates } from "./baseline-dates.ts";
import { statementBudgetAboveMeans } from "./budget-above-means.ts";
import { statementConflict } from "./conflict.ts";
import { statementCountedPer } from "./counted-per.ts";
import { statementEvidenceDiffers } from "./evidence-differs.ts";
import { statementFactUnit } from "./fact-unit.ts";
import { statementFollowsWithoutPredecessor } from "./follows-without-predecessor.ts";
import { statementNameTwice } from "./name-twice.ts";
import { statementNearDefinitions } from "./near-definitions.ts";
import { statementNearDocuments } from "./near-documents.ts";
import { statementNearNames } from "./near-names.ts";
import { statementNegativeAmount } from "./negative-amount.ts";
import { statementResourceUnit } from "./resource-unit.ts";
import { statementRevisionMismatch } from "./revision-mismatch.ts";
import { statementSameAsConflict } from "./same-as-conflict.ts";
import { statementSameFigure } from "./same-figure.ts";
import { statementSameName } from "./same-name.ts";
import { statementSameWork } from "./same-work.ts";
import { statementTotalOrYearly } from "./total-or-yearly.ts";
import { statementTwoDenominators } from "./two-denominators.ts";
import { statementUnitMismatch } from "./unit-mismatch.ts";
import { statementWording } from "./wording.ts";

export const statementRules: readonly Rule[] = [
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
];
