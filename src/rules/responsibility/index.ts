/** The rules of family `responsibility/`, in the order of the rule table. */
import type { Rule } from "../define-rule.ts";
import { responsibilityBeyondLevel } from "./beyond-level.ts";
import { responsibilityOddOwner } from "./odd-owner.ts";
import { responsibilityUnowned } from "./unowned.ts";

export const responsibilityRules: readonly Rule[] = [
  responsibilityUnowned,
  responsibilityOddOwner,
  responsibilityBeyondLevel,
];
