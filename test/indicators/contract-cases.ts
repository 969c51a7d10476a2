/** Cases in which several rules of ENGINE.md meet, each worked out by hand from its words. */
import { dayText, figureOf, type OneIndicator, rowOf, targetStatuses } from "./evaluate-text.ts";

/** Day 913 of the 1826 from 2020-12-31 to 2025-12-31: half the time of the plan has passed. */
export const half = "2023-07-02";

/** A name with the rule, an indicator of a plan of 2021–2025 seen on `half` unless it says otherwise, and what is printed of it. */
export type Case = readonly [name: string, one: OneIndicator, expected: Readonly<Record<string, unknown>>];

const days: readonly string[] = ["observedOn", "baselineOn", "targetOn", "reachedOn", "firstMetOn", "lostOn"];

/** The figures, days and statuses of those names, as printed; `targets` are the targets' own statuses. */
export function found(one: OneIndicator, names: readonly string[]): Record<string, unknown> {
  const row = rowOf({ period: "2021..2025", asOf: half, ...one });
  const printed = (name: string): unknown => {
    if (name === "targets") return targetStatuses(row).join(" ");
    if (days.includes(name)) return dayText(row[name as "targetOn"]);
    return name in row.figures ? figureOf(row, name as "value") : row[name as "status"];
  };
  return Object.fromEntries(names.map((name) => [name, printed(name)]));
}

export const up = "unit: km, direction: increase, baseline: { is: 0, at: 2020-12-31 }";
export const down = "unit: km, direction: decrease, baseline: { is: 200, at: 2020-12-31 }";
/** A target to reach. */
export const reach = (level: string | number, by = "2025-12-31"): string => `{ reach: ${level}, by: ${by} }`;
/** The targets of an indicator. */
export const to = (...targets: readonly string[]): string => `targets: [${targets.join(", ")}]`;
/** One value on one day. */
export const on = (value: string | number, day = half): readonly string[] => [`${day} ${value}`];
