/** What a review must state. */
import { type NeededPart, needed } from "../needed.ts";

export const reviewNeeded: readonly NeededPart[] = [
  needed("kind", "方式", "kind"),
  needed("rhythm", "频次", "cadence", "at-least", "during"),
  needed("what is reviewed", "评估对象", "of", "aspects"),
];
