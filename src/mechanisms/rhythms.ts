/** Rhythms as numbers of times a year, to compare them with one another and with stated numbers. */
import type Big from "big.js";
import type { Quantity } from "../plan/quantity.ts";
import type { Frequency } from "../plan/time.ts";

const timesAYear: Readonly<Record<Frequency, number>> = {
  daily: 365,
  weekly: 52,
  monthly: 12,
  quarterly: 4,
  "half-yearly": 2,
  yearly: 1,
};

/** How often a year. */
export function perYear(frequency: Frequency): number {
  return timesAYear[frequency];
}

/** Spans of a number of times, in one year. */
const spansAYear: Readonly<Record<string, number>> = {
  day: 365,
  week: 52,
  month: 12,
  quarter: 4,
  "half-year": 2,
  year: 1,
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
  const times = spansAYear[span];
  return times === undefined ? null : value.times(times);
}

const words: Readonly<Record<Frequency, string>> = {
  daily: "每日",
  weekly: "每周",
  monthly: "每月",
  quarterly: "每季度",
  "half-yearly": "每半年",
  yearly: "每年",
};

/** A rhythm in Chinese. */
export function rhythmInChinese(frequency: Frequency): string {
  return words[frequency];
}
