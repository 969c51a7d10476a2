/** What a link must state. */
import { type NeededPart, needed } from "../needed.ts";

export const linkNeeded: readonly NeededPart[] = [
  needed("who links", "联系方", "from-set"),
  needed("who is linked", "被联系方", "to-set"),
  needed("how many each", "对应数量", "per-from", "per-to"),
];
