/** The rules of family `risk/`, in the order of the rule table. */
import type { Rule } from "../define-rule.ts";
import { riskHalfRated } from "./half-rated.ts";
import { riskImpliedOnly } from "./implied-only.ts";
import { riskNoAnswer } from "./no-answer.ts";
import { riskNoOwner } from "./no-owner.ts";
import { riskWeakAnswer } from "./weak-answer.ts";

export const riskRules: readonly Rule[] = [
  riskWeakAnswer,
  riskHalfRated,
  riskNoAnswer,
  riskImpliedOnly,
  riskNoOwner,
];
