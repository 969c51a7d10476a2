/** Words for where an indicator stands. */

/** The one ordered scale, best first; the last four stand apart from it. */
export const statuses = [
  "achieved",
  "ahead",
  "on-track",
  "at-risk",
  "off-track",
  "worsening",
  "missed",
  "not-due",
  "no-data",
  "stale",
  "not-computable",
] as const;
export type Status = (typeof statuses)[number];

/** Where a target stands whose day is not the end of the indicator. */
export type InterimStatus = "met" | "missed" | "not-due" | "no-data";
