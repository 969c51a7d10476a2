/** What a points must state. */
import { type NeededPart, needed } from "../needed.ts";

export const pointsNeeded: readonly NeededPart[] = [
  needed("what earns points", "得分事项", "earn"),
  needed("points for each", "分值", "points"),
  needed("exchange", "兑换标准", "exchange"),
];
