/** What a pilot must state. */
import { type NeededPart, needed } from "../needed.ts";

export const pilotNeeded: readonly NeededPart[] = [
  needed("stages", "推广步骤", "stages"),
  needed("share or number of the stages", "各步的占比或数量", "share", "count"),
  needed("date of the stages", "各步的时限", "by"),
];
