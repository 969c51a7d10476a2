/** The rules of family `objective/`, in the order of the rule table. */
import type { Rule } from "../define-rule.ts";
import { objectiveEmptyDimension } from "./empty-dimension.ts";
import { objectiveNoAction } from "./no-action.ts";
import { objectiveNoHeadline } from "./no-headline.ts";
import { objectiveNoIndicator } from "./no-indicator.ts";
import { objectiveOtherDimension } from "./other-dimension.ts";
import { objectiveProblemWithoutObjective } from "./problem-without-objective.ts";
import { objectiveResultWithoutGoal } from "./result-without-goal.ts";
import { objectiveUnlinked } from "./unlinked.ts";
import { objectiveUnmeasuredFigure } from "./unmeasured-figure.ts";

export const objectiveRules: readonly Rule[] = [
  objectiveUnlinked,
  objectiveOtherDimension,
  objectiveNoIndicator,
  objectiveNoHeadline,
  objectiveNoAction,
  objectiveProblemWithoutObjective,
  objectiveEmptyDimension,
  objectiveUnmeasuredFigure,
  objectiveResultWithoutGoal,
];
