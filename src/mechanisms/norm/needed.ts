/** What a norm must state. */
import { type NeededPart, needed } from "../needed.ts";

export const normNeeded: readonly NeededPart[] = [
  needed("rule", "标准", "rule", "composition"),
  needed("what it applies to", "适用对象", "over"),
];
