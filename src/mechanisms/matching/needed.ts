/** What a matching must state. */
import { type NeededPart, needed } from "../needed.ts";

export const matchingNeeded: readonly NeededPart[] = [
  needed("demand", "需求", "demand"),
  needed("supply", "供给", "supply"),
  needed("what it is matched by", "匹配依据", "key"),
];
