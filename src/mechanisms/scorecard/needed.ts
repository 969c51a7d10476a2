/** What a scorecard must state. */
import { entriesAt, flagAt } from "../../plan/parameters.ts";
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

/** Grades without a score or rank place nobody; one may be what is left by the others. */
const bounds: NeededPart = {
  words: { en: "score or rank of every grade", zhHans: "各等次的得分或名次" },
  isStated: ({ parameters }) => {
    const bands = entriesAt(parameters, "bands");
    const open = bands.filter((band) => band.get("score") === undefined && band.get("rank") === undefined);
    return bands.length < 2 || open.length < 2;
  },
};

export const scorecardNeeded: readonly NeededPart[] = [
  needed("components", "考核内容", "components"),
  neededInEach("weight of every component", "各项内容的权重", "components", "weight"),
  needed("subjects", "考核对象", "subjects"),
  useOf("rhythm", "频次"),
  useOf("grades", "等次"),
  bounds,
];
