/** The rules of family `provenance/`, in the order of the rule table. */
import type { Rule } from "../define-rule.ts";
import { provenanceBaselineAge } from "./baseline-age.ts";
import { provenanceEvidenceOrigin } from "./evidence-origin.ts";
import { provenanceOneFigureTwoThings } from "./one-figure-two-things.ts";
import { provenanceSourceTime } from "./source-time.ts";
import { provenanceTwoOrigins } from "./two-origins.ts";
import { provenanceUncitedSource } from "./uncited-source.ts";
import { provenanceUndatedSource } from "./undated-source.ts";

export const provenanceRules: readonly Rule[] = [
  provenanceOneFigureTwoThings,
  provenanceSourceTime,
  provenanceUndatedSource,
  provenanceUncitedSource,
  provenanceBaselineAge,
  provenanceEvidenceOrigin,
  provenanceTwoOrigins,
];
