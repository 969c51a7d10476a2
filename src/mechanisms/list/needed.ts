/** What a list must state. */
import type { Mechanism } from "../../plan/plan.ts";
import { statesAnywhere } from "../../rules/states-anywhere.ts";
import type { NeededPart } from "../needed.ts";

const listed = ["items", "announced"];

export const listNeeded: readonly NeededPart[] = [
  {
    words: { en: "items", zhHans: "清单事项" },
    // A figure that stands with a list says something of it, but lists nothing.
    isStated: (mechanism) => listed.some((key) => statesAnywhere(mechanism, key)) || isFilledLater(mechanism),
  },
];

/** A list that is drawn up while the plan runs has no items when the plan is written. */
function isFilledLater(mechanism: Mechanism): boolean {
  if (mechanism.needs.length > 0 || mechanism.during !== null) return true;
  return statesAnywhere(mechanism, "data-from");
}
