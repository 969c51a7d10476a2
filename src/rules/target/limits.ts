/** What an indicator can be by its bounds or its unit, for the rules that hold figures against them. Not a rule. */
import Big from "big.js";
import type { Indicator } from "../../plan/plan.ts";
import type { Unit } from "../../plan/quantity.ts";
import { convert, isCount } from "../../plan/units.ts";
import type { BaselineLevel, Figures } from "./levels.ts";

/** A balance or a change may be below zero, also of people. */
const mayFall =
  /净|增减|增量|增加|增长|减少|变化|变动|差|缺口|平衡|流入|流出|迁入|迁出|迁移|\b(?:net|less|minus|against|change|balance|growth|difference|increase|decrease|gap|surplus|deficit)\b/i;

/** What may be below zero although it is counted in whole steps. */
const scales = /^(?:points?|scores?|ratings?|marks|degrees|levels?|units|percents?|decibels)$/i;

/** A unit of the plan's own that its name speaks of counts things: fridges in "Fridges delivered". */
function isNamedThing(unit: string, name: string): boolean {
  if (!/^[A-Za-z]{3,20}s$/.test(unit) || scales.test(unit)) return false;
  return name
    .toLowerCase()
    .split(/[^a-z]+/)
    .includes(unit.toLowerCase());
}

/** True for an indicator that counts people or things and is no balance. */
export function isPlainCount({ unit, name, definition }: Indicator): boolean {
  if (unit === null) return false;
  if (!isCount(unit.value.dimension) && !isNamedThing(unit.value.text, name?.text ?? "")) return false;
  return !mayFall.test(name?.text ?? "") && !mayFall.test(definition?.value ?? "");
}

/** What may lie on both sides of zero although it is measured as a length, a time or a weight. */
const mayBeBelow =
  /偏差|误差|偏离|提前|延误|晚点|滞后|水位|高程|海拔|沉降|排放|盈余|结余|\b(?:float|headroom|freeboard|stored|water table|groundwater|deviation|error|offset|early|delay|late(?:ness)?|level|elevation|subsidence|emissions?|drift|slack)\b/i;
const measured = new Set([
  "time",
  "months",
  "working-days",
  "class-hours",
  "lessons",
  "area",
  "length",
  "mass",
  "volume",
]);

/** So many per so many: people per bed, injuries per million hours. */
function isRateOfCounts({ dimension }: Unit): boolean {
  return dimension === "ratio" || dimension.startsWith("count/");
}

/** True for an indicator of how long, how far, how large or how heavy something is, that starts at none or above. */
function isPlainMeasure({ unit, name, definition, baseline }: Indicator): boolean {
  if (unit === null || !(measured.has(unit.value.dimension) || isRateOfCounts(unit.value))) return false;
  if (baseline.some(({ is }) => is.value.quantity.value.lt(0))) return false;
  return [name?.text ?? "", definition?.value ?? ""].every(
    (words) => !mayFall.test(words) && !mayBeBelow.test(words),
  );
}

/** What an indicator can be, in its own unit. */
export interface Limits {
  readonly low: Big;
  readonly high: Big | null;
}

const fromNone: Limits = { low: new Big(0), high: null };

/** The bounds in the indicator's unit, nothing below zero for what is counted or measured; null when there are none. */
export function limitsOf({ indicator, unit }: Figures): Limits | null {
  if (indicator.bounds === null)
    return isPlainCount(indicator) || isPlainMeasure(indicator) ? fromNone : null;
  const { value, upper, unit: own } = indicator.bounds.value;
  const low = convert(value, own, unit);
  const high = upper === null ? null : convert(upper, own, unit);
  return low === null ? null : { low, high };
}

/** True for a value outside the bounds; false where there are none. */
export function isBeyond(value: Big, limits: Limits | null): boolean {
  return limits !== null && (value.lt(limits.low) || (limits.high !== null && value.gt(limits.high)));
}

/** True when the baseline lies outside of what the indicator can be. */
export function isImpossibleBaseline({ value }: BaselineLevel, figures: Figures): boolean {
  return isBeyond(value, limitsOf(figures));
}
