/** What a fund must state. */
import { type NeededPart, needed } from "../needed.ts";

export const fundNeeded: readonly NeededPart[] = [
  needed(
    "amount, share or rate",
    "金额、占比或标准",
    "amount",
    "share",
    "per-head",
    "award",
    "cap",
    "figures",
  ),
  needed("sources", "资金来源", "sources"),
];
