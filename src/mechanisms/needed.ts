/** What a mechanism of a type must state, so that somebody can carry it out; absence is told by `mechanism/incomplete`. */
import type { Localized } from "../diagnostics/diagnostic.ts";
import { entriesAt } from "../plan/parameters.ts";
import type { Mechanism, Plan } from "../plan/plan.ts";
import { statesAnywhere } from "../rules/states-anywhere.ts";

/** One part: its words, and whether a mechanism has it. */
export interface NeededPart {
  readonly words: Localized;
  isStated(mechanism: Mechanism, plan: Plan): boolean;
}

/** A part that stands under any of some keys, at the top or in any entry. */
export function needed(en: string, zhHans: string, ...keys: readonly string[]): NeededPart {
  return {
    words: { en, zhHans },
    isStated: (mechanism) => keys.some((key) => statesAnywhere(mechanism, key)),
  };
}

/** A part that every entry of a list must have; a mechanism without the list is told of the list alone. */
export function neededInEach(en: string, zhHans: string, list: string, key: string): NeededPart {
  return {
    words: { en, zhHans },
    isStated: ({ parameters }) => entriesAt(parameters, list).every((entry) => entry.get(key) !== undefined),
  };
}
