/** Between which levels a value can lie at all: what the plan states, and what a count, a time or a share cannot leave. */
import type Big from "big.js";
import type { Localized } from "../../diagnostics/diagnostic.ts";
import type { IndicatorRow } from "../../indicators/results.ts";
import type { ViewContext } from "./context.ts";
import { levelText, targetLevelText } from "./target-text.ts";

export interface ValueBounds {
  readonly least: Big | null;
  readonly most: Big | null;
}

/** What cannot be passed: the indicator's own bounds, else zero where nothing is or is to be negative. */
export function valueBounds(row: IndicatorRow): ValueBounds {
  const stated = row.indicator.bounds?.value;
  if (stated !== undefined) {
    const { value, upper, relation } = stated;
    const isMost = upper === null && (relation === "<=" || relation === "<");
    return isMost ? { least: null, most: value } : { least: value, most: upper };
  }
  const levels = knownLevels(row);
  const [first] = levels;
  const isNeverNegative = first !== undefined && levels.every((level) => level.gte(0));
  return { least: isNeverNegative ? first.times(0) : null, most: null };
}

/** A level within the bounds; the very same where it lies within. */
export function cutToBounds(level: Big, { least, most }: ValueBounds): Big {
  if (least !== null && level.lt(least)) return least;
  return most !== null && level.gt(most) ? most : level;
}

/** Between which levels the trend leads; null where that is not known, or all of it lies beyond what can be. */
export function rangeOf(row: IndicatorRow): { readonly low: Big; readonly high: Big } | null {
  const [low, high] = [row.figures.projectedLow.value, row.figures.projectedHigh.value];
  if (low === null || high === null) return null;
  const bounds = valueBounds(row);
  const range = { low: cutToBounds(low, bounds), high: cutToBounds(high, bounds) };
  return range.low.eq(range.high) ? null : range;
}

/** The range in words: from, to, and at which bounds it is cut. Null as `rangeOf`. */
export function rangeWords(
  row: IndicatorRow,
  context: ViewContext,
): { readonly from: string; readonly to: string; readonly cut: string | null } | null {
  const range = rangeOf(row);
  if (range === null) return null;
  const { low, high } = range;
  const { speaker } = context;
  // A bound is nobody's measurement: it has no zeros behind it.
  const told = (end: Big, isCut: boolean): string =>
    isCut ? targetLevelText(end, row, context) : levelText(end, row, context);
  const [isLowCut, isHighCut] = [
    low !== row.figures.projectedLow.value,
    high !== row.figures.projectedHigh.value,
  ];
  const [from, to] = [told(low, isLowCut), told(high, isHighCut)];
  // As fine as it is printed, it is no range.
  if (from === to) return null;
  const cuts = [
    isLowCut ? speaker.say(boundWords(from).least) : null,
    isHighCut ? speaker.say(boundWords(to).most) : null,
  ].filter((cut) => cut !== null);
  return { from, to, cut: cuts.length === 0 ? null : cuts.join(speaker.chinese ? "，" : ", ") };
}

/** What bounds a calculated level that no value can have; null where it can. */
export function beyondBounds(level: Big, row: IndicatorRow, context: ViewContext): string | null {
  const bound = cutToBounds(level, valueBounds(row));
  if (bound === level) return null;
  const { least, most } = boundWords(targetLevelText(bound, row, context));
  return context.speaker.say(level.lt(bound) ? least : most);
}

function boundWords(bound: string): { readonly least: Localized; readonly most: Localized } {
  return {
    least: { en: `no value can lie below ${bound}`, zhHans: `取值不低于${bound}` },
    most: { en: `no value can lie above ${bound}`, zhHans: `取值不高于${bound}` },
  };
}

function knownLevels({ series, targets, figures }: IndicatorRow): readonly Big[] {
  const levels = [figures.baseline.value, ...targets.map(({ level }) => level)];
  return [...levels.filter((level) => level !== null), ...series().map(({ value }) => value)];
}
