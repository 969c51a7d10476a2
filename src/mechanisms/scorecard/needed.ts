/** What a scorecard must state. */
import { type NeededPart, needed, neededInEach } from "../needed.ts";

export const scorecardNeeded: readonly NeededPart[] = [
  needed("components", "考核内容", "components"),
  neededInEach("weight of every component", "各项内容的权重", "components", "weight"),
  needed("subjects", "考核对象", "subjects"),
];
