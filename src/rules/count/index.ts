/** The rules of family `count/`, in the order of the rule table. */
import type { Rule } from "../define-rule.ts";
import { countAnnounced } from "./announced.ts";
import { countDimensionWeightSum } from "./dimension-weight-sum.ts";
import { countInText } from "./in-text.ts";
import { countMissingWeight } from "./missing-weight.ts";
import { countNamedBeside } from "./named-beside.ts";
import { countNotCountable } from "./not-countable.ts";
import { countPartInText } from "./part-in-text.ts";
import { countPartWeight } from "./part-weight.ts";
import { countSharesInText } from "./shares-in-text.ts";
import { countWeightSum } from "./weight-sum.ts";
import { countYearsInText } from "./years-in-text.ts";

export const countRules: readonly Rule[] = [
  countAnnounced,
  countNotCountable,
  countWeightSum,
  countDimensionWeightSum,
  countPartWeight,
  countMissingWeight,
  countInText,
  countNamedBeside,
  countSharesInText,
  countPartInText,
  countYearsInText,
];
