/** What a workflow must state. */
import { type NeededPart, needed, neededInEach } from "../needed.ts";

export const workflowNeeded: readonly NeededPart[] = [
  needed("states or levels", "办理环节或分级", "states", "levels"),
  neededInEach("time limit of every level", "各级的办理时限", "levels", "limit"),
];
