/** Stated numbers of times as numbers a year, to compare them with rhythms (`plan/rhythm.ts`). */

import type Big from "big.js";
import type { Quantity } from "../plan/quantity.ts";
import { yearParts } from "../plan/rhythm.ts";
import { own } from "../text/own.ts";

/** Spans of a number of times, in one year. */
const spansAYear: Readonly<Record<string, number>> = {
  ...yearParts,
  天: 365,
  d: 365,
  周: 52,
  月: 12,
  季度: 4,
  半年: 2,
  年: 1,
};

/** `2 per quarter`, 每季度2次: how often a year; null where no span is stated. */
export function countAYear({ value, unit, per }: Quantity): Big | null {
  const span = per ?? /\/([^/]+)$/.exec(unit?.key ?? "")?.[1] ?? "";
  const times = own(spansAYear, span);
  return times === undefined ? null : value.times(times);
}
