/** What a training must state. */
import { type NeededPart, needed } from "../needed.ts";

export const trainingNeeded: readonly NeededPart[] = [
  needed("cohort", "培训对象", "cohort"),
  needed("hours", "学时", "hours"),
];
