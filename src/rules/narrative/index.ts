/** The rules of family `narrative/`, in the order of the rule table. */
import type { Rule } from "../define-rule.ts";
import { narrativeAmbiguous } from "./ambiguous.ts";
import { narrativeBrokenOff } from "./broken-off.ts";
import { narrativeChangeConflict } from "./change-conflict.ts";
import { narrativeCollectorConflict } from "./collector-conflict.ts";
import { narrativeCountDiffers } from "./count-differs.ts";
import { narrativeDateConflict } from "./date-conflict.ts";
import { narrativeDeadCitation } from "./dead-citation.ts";
import { narrativeDefinitionConflict } from "./definition-conflict.ts";
import { narrativeDraftMark } from "./draft-mark.ts";
import { narrativeEmptySection } from "./empty-section.ts";
import { narrativeFigureConflict } from "./figure-conflict.ts";
import { narrativeHeadConflict } from "./head-conflict.ts";
import { narrativeNotStatedHere } from "./not-stated-here.ts";
import { narrativeNumbering } from "./numbering.ts";
import { narrativeOtherValue } from "./other-value.ts";
import { narrativeOwnDemand } from "./own-demand.ts";
import { narrativeOwnerConflict } from "./owner-conflict.ts";
import { narrativePhaseConflict } from "./phase-conflict.ts";
import { narrativeRepeatedTitle } from "./repeated-title.ts";
import { narrativeRhythmConflict } from "./rhythm-conflict.ts";
import { narrativeStandingFigure } from "./standing-figure.ts";
import { narrativeTermsConflict } from "./terms-conflict.ts";
import { narrativeThresholdConflict } from "./threshold-conflict.ts";
import { narrativeUnknownPlaceholder } from "./unknown-placeholder.ts";
import { narrativeUnresolved } from "./unresolved.ts";
import { narrativeUnstatedFigure } from "./unstated-figure.ts";
import { narrativeWeightConflict } from "./weight-conflict.ts";

export const narrativeRules: readonly Rule[] = [
  narrativeEmptySection,
  narrativeUnknownPlaceholder,
  narrativeUnresolved,
  narrativeAmbiguous,
  narrativeNotStatedHere,
  narrativeNumbering,
  narrativeRepeatedTitle,
  narrativeDraftMark,
  narrativeBrokenOff,
  narrativeOwnDemand,
  narrativeFigureConflict,
  narrativeChangeConflict,
  narrativeRhythmConflict,
  narrativeStandingFigure,
  narrativeWeightConflict,
  narrativeOtherValue,
  narrativeTermsConflict,
  narrativeDefinitionConflict,
  narrativeThresholdConflict,
  narrativeDateConflict,
  narrativePhaseConflict,
  narrativeOwnerConflict,
  narrativeHeadConflict,
  narrativeCollectorConflict,
  narrativeCountDiffers,
  narrativeDeadCitation,
  narrativeUnstatedFigure,
];
