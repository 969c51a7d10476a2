/** What a list must state. */
import { type NeededPart, needed } from "../needed.ts";

export const listNeeded: readonly NeededPart[] = [
  needed("items", "清单事项", "items", "announced", "figures"),
];
