/** What a body must state. */
import { type NeededPart, needed } from "../needed.ts";

export const bodyNeeded: readonly NeededPart[] = [
  needed("lead", "牵头或负责人", "lead", "owner"),
  needed("members", "成员", "members"),
  needed("rhythm of meetings", "会议频次", "meets", "cadence"),
];
