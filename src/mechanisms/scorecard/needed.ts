/** What a scorecard must state. */
import { flagAt } from "../../plan/parameters.ts";
import { statesAnywhere } from "../../rules/states-anywhere.ts";
import { type NeededPart, needed, neededInEach } from "../needed.ts";

/** How often it is held and what its results mean: a share of somebody else's scheme takes both from there. */
const useKeys = ["cadence", "during", "bands"];

function useOf(en: string, zhHans: string): NeededPart {
  return {
    words: { en, zhHans },
    isStated: (mechanism) =>
      flagAt(mechanism.parameters, "complete") === false ||
      useKeys.some((key) => statesAnywhere(mechanism, key)),
  };
}

export const scorecardNeeded: readonly NeededPart[] = [
  needed("components", "考核内容", "components"),
  neededInEach("weight of every component", "各项内容的权重", "components", "weight"),
  needed("subjects", "考核对象", "subjects"),
  useOf("rhythm", "频次"),
  useOf("grades", "等次"),
];
