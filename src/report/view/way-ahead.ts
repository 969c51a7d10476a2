/** What is still to go to the target, in a sentence. */
import type Big from "big.js";
import type { IndicatorRow } from "../../indicators/results.ts";
import { decimalsOfSize, isOfWholes, rowDecimals } from "../../indicators/row-decimals.ts";
import { meetsGoverning } from "../../indicators/status-note.ts";
import { printDay } from "../dates.ts";
import { differenceUnit, joinUnit, printNumber } from "../numbers.ts";
import type { ViewContext } from "./context.ts";
import { differenceNumber, unitText } from "./target-text.ts";

/** Statuses in which the way still to go is worth saying. */
const underway: ReadonlySet<string> = new Set([
  "ahead",
  "on-track",
  "at-risk",
  "off-track",
  "worsening",
  "stale",
]);

/** How much is still needed by the date; null where nothing is, or where that is not worth saying. */
export function wayAhead(row: IndicatorRow, context: ViewContext): string | null {
  const { speaker } = context;
  const { value } = row.figures.required;
  if (value === null || row.targetOn === null || row.targetOn <= context.asOf || !underway.has(row.status))
    return null;
  // A value that meets its target has no way to go, whatever an earlier miss does to the status.
  if (row.figures.attained.value?.gte(1) === true || row.figures.ofTarget.value?.gte(1) === true) return null;
  if (meetsGoverning(row)) return null;
  const left = wholeWay(row);
  const number =
    left === null
      ? printNumber(value.abs(), speaker, { decimals: yearlyDecimals(value, row) })
      : differenceNumber(left.abs(), row, context);
  const size = joinUnit(number, differenceUnit(unitText(row.indicator), speaker), speaker);
  const day = printDay(row.targetOn, speaker);
  const verb = changeVerb(value, unitText(row.indicator) ?? "");
  const pace = left === null ? { en: " a year", zhHans: "年均" } : { en: "", zhHans: "" };
  return speaker.say({
    en: `Still needed by ${day}: a ${value.lt(0) ? "fall" : "rise"} of ${size}${pace.en}.`,
    zhHans: `至${day}，${pace.zhHans}还需${verb}${size}。`,
  });
}

/** Days; over no more than a year nobody counts by the year. */
const year = 366;

/** All that is still to go where no more than a year is left: a yearly pace would be more than there is. Null where more is left. */
function wholeWay({ figures, observedOn, targetOn }: IndicatorRow): Big | null {
  if (observedOn === null || targetOn === null || targetOn - observedOn >= year) return null;
  const { target, value } = figures;
  return target.value === null || value.value === null ? null : target.value.minus(value.value);
}

/** As fine as the row is written, and as its own size asks for; of things without halves not finer than a tenth a year. */
function yearlyDecimals(value: Big, row: IndicatorRow): number {
  const { written, padded } = rowDecimals(row);
  const ofSize = decimalsOfSize(value);
  return Math.max(padded ? written : 0, isOfWholes(row) ? Math.min(ofSize, 1) : ofSize);
}

const levelUnit = /^$|[%‰]|指数|分$|^points?$/;
const timeUnit = /分钟|小时|天|日$|^(?:h|min|minutes?|hours?|days?)$/;

/** The verb of a change: levels rise and fall, what is counted grows in number, and times fall. */
function changeVerb(value: Big, unit: string): string {
  if (value.gte(0)) return levelUnit.test(unit) ? "提高" : "增加";
  return levelUnit.test(unit) || timeUnit.test(unit) ? "下降" : "减少";
}
