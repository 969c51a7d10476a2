/** Where the trend leads, as far as it is worth telling. */
import type Big from "big.js";
import type { IndicatorRow } from "../../indicators/results.ts";
import type { PathChart } from "../charts/chart-data.ts";
import type { ViewContext } from "./context.ts";
import { levelText, targetLevelText } from "./target-text.ts";

/** The projection with its range in words. */
export type Forecast = NonNullable<PathChart["forecast"]> & { readonly rangeText: string | null };

/** A projection that lies further off than this many heights of all else would leave that a flat line. */
const mostHeights = 2;

/**
 * Where the trend leads by the target's day; null where the engine projects nothing, or so far away that nothing else
 * could be read. The range only where both ends are possible values, as in the sentence that tells it.
 */
export function forecastOf(row: IndicatorRow, context: ViewContext): Forecast | null {
  const { targetOn } = row;
  const projected = row.figures.projected.value;
  const last = row.series().at(-1);
  if (projected === null || targetOn === null || last === undefined) return null;
  if (targetOn <= context.asOf || targetOn <= last.on || turnsNegative(projected, row)) return null;
  const value = withinBounds(projected, row);
  if (!isNear([value], row)) return null;
  const [low, high] = [row.figures.projectedLow.value, row.figures.projectedHigh.value];
  const isRange =
    low !== null &&
    high !== null &&
    !low.eq(high) &&
    !turnsNegative(low, row) &&
    withinBounds(low, row).eq(low) &&
    withinBounds(high, row).eq(high) &&
    isNear([low, high], row);
  const { speaker } = context;
  return {
    on: targetOn,
    value: value.toNumber(),
    // A bound is nobody's measurement: it has no zeros behind it.
    label: value.eq(projected) ? levelText(value, row, context) : targetLevelText(value, row, context),
    range: isRange ? { low: low.toNumber(), high: high.toNumber() } : null,
    rangeText: isRange
      ? speaker.say({
          en: `${levelText(low, row, context)} to ${levelText(high, row, context)}`,
          zhHans: `${levelText(low, row, context)}至${levelText(high, row, context)}`,
        })
      : null,
  };
}

/**
 * A straight line falls below zero where hours, people and shares cannot: a negative projection of what was never
 * negative, nor is to become so, says nothing.
 */
export function turnsNegative(
  projected: Big,
  { series, targets, figures, indicator }: IndicatorRow,
): boolean {
  if (projected.gte(0) || indicator.bounds?.value.value.lt(0) === true) return false;
  const levels = [figures.baseline.value, ...targets.map(({ level }) => level)].filter(
    (level) => level !== null,
  );
  return [...series().map(({ value }) => value), ...levels].every((value) => value.gte(0));
}

/** A straight line knows no 100%. */
function withinBounds(value: Big, { indicator }: IndicatorRow): Big {
  const bounds = indicator.bounds?.value;
  if (bounds === undefined) return value;
  if (value.lt(bounds.value)) return bounds.value;
  return bounds.upper !== null && value.gt(bounds.upper) ? bounds.upper : value;
}

function isNear(values: readonly Big[], { series, path, targets }: IndicatorRow): boolean {
  const levels = targets.flatMap(({ level }) => (level === null ? [] : [level]));
  const shown = [...series(), ...path].map((point) => point.value).concat(levels);
  const numbers = shown.map((value) => value.toNumber());
  const low = numbers.reduce((a, b) => Math.min(a, b));
  const high = numbers.reduce((a, b) => Math.max(a, b));
  const room = mostHeights * (high - low || Math.abs(high) || 1);
  return values.every((value) => value.gte(low - room) && value.lte(high + room));
}
