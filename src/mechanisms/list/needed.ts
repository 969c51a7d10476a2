/** What a list must state. */
import { type NeededPart, needed } from "../needed.ts";

export const listNeeded: readonly NeededPart[] = [
  // A figure that stands with a list says something of it, but lists nothing.
  needed("items", "清单事项", "items", "announced"),
];
