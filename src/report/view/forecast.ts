/** Where the trend leads, as far as it is worth telling. */
import type Big from "big.js";
import type { IndicatorRow } from "../../indicators/results.ts";
import type { Speaker } from "../../language/speaker.ts";
import type { PathChart } from "../charts/chart-data.ts";
import type { ViewContext } from "./context.ts";
import { levelText, targetLevelText } from "./target-text.ts";
import { cutToBounds, rangeOf, rangeWords, valueBounds } from "./value-bounds.ts";

/** The projection with its range in words. */
export type Forecast = NonNullable<PathChart["forecast"]> & { readonly rangeText: string | null };

/** A projection that lies further off than this many heights of all else would leave that a flat line. */
const mostHeights = 2;

/**
 * Where the trend leads by the target's day; null where the engine projects nothing, or so far away that nothing else
 * could be read. The range is cut at what values can be, as in the sentence that tells it.
 */
export function forecastOf(row: IndicatorRow, context: ViewContext): Forecast | null {
  const { targetOn } = row;
  const projected = row.figures.projected.value;
  const last = row.series().at(-1);
  if (projected === null || targetOn === null || last === undefined) return null;
  if (targetOn <= context.asOf || targetOn <= last.on || turnsNegative(projected, row)) return null;
  const value = cutToBounds(projected, valueBounds(row));
  if (!isNear([value], row)) return null;
  const range = rangeOf(row);
  const words = range !== null && isNear([range.low, range.high], row) ? rangeWords(row, context) : null;
  const { speaker } = context;
  return {
    on: targetOn,
    value: value.toNumber(),
    // A bound is nobody's measurement: it has no zeros behind it.
    label: value === projected ? levelText(value, row, context) : targetLevelText(value, row, context),
    range:
      range === null || words === null ? null : { low: range.low.toNumber(), high: range.high.toNumber() },
    rangeText: words === null ? null : rangeText(words, speaker),
  };
}

function rangeText(
  { from, to, cut }: NonNullable<ReturnType<typeof rangeWords>>,
  { chinese }: Speaker,
): string {
  if (chinese) return `${from}至${to}${cut === null ? "" : `，${cut}`}`;
  return `${from} to ${to}${cut === null ? "" : `; ${cut}`}`;
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

function isNear(values: readonly Big[], { series, path, targets }: IndicatorRow): boolean {
  const levels = targets.flatMap(({ level }) => (level === null ? [] : [level]));
  const shown = [...series(), ...path].map((point) => point.value).concat(levels);
  const numbers = shown.map((value) => value.toNumber());
  const low = numbers.reduce((a, b) => Math.min(a, b));
  const high = numbers.reduce((a, b) => Math.max(a, b));
  const room = mostHeights * (high - low || Math.abs(high) || 1);
  return values.every((value) => value.gte(low - room) && value.lte(high + room));
}
