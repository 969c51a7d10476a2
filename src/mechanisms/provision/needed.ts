/** What a provision must state. */
import { type NeededPart, needed } from "../needed.ts";

export const provisionNeeded: readonly NeededPart[] = [
  needed("statement", "规定内容", "statement", "figures", "purpose"),
];
