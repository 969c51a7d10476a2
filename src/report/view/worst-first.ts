/** The order in which a reader has to see statuses. */
import type { Status } from "../../indicators/results.ts";

/** Worst first; what cannot be judged stands before what is on course, so that it is not overlooked. */
export const worstFirst: readonly Status[] = [
  "missed",
  "worsening",
  "off-track",
  "at-risk",
  "no-data",
  "stale",
  "not-computable",
  "on-track",
  "ahead",
  "achieved",
  "not-due",
];

/** Statuses that call for somebody to act: behind, or a value that is owed. */
export const urgent: readonly Status[] = ["missed", "worsening", "off-track", "at-risk", "no-data", "stale"];
