/** The rules of family `reference/`, in the order of the rule table. */
import type { Rule } from "../define-rule.ts";
import { referenceCycle } from "./cycle.ts";
import { referenceDuplicateId } from "./duplicate-id.ts";
import { referenceOtherType } from "./other-type.ts";
import { referenceUnknown } from "./unknown.ts";
import { referenceUnknownSection } from "./unknown-section.ts";
import { referenceUnused } from "./unused.ts";

export const referenceRules: readonly Rule[] = [
  referenceUnknown,
  referenceOtherType,
  referenceUnknownSection,
  referenceDuplicateId,
  referenceCycle,
  referenceUnused,
];
