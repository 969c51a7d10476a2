/** What a alarm must state. */
import { type NeededPart, needed } from "../needed.ts";

export const alarmNeeded: readonly NeededPart[] = [
  needed("condition or threshold", "预警条件或阈值", "when", "at"),
  needed("whom it tells", "告知对象", "tell", "owner"),
];
