/** Slips of the decimal point, and of 万 and 亿: values a power of ten away from all others of their series. */
import Big from "big.js";
import { type Diagnostic, makeDiagnostic } from "../diagnostics/diagnostic.ts";
import { formatDecimal, toDouble } from "../plan/decimal.ts";
import type { Indicator } from "../plan/plan.ts";
import type { Quantity } from "../plan/quantity.ts";
import { convert } from "../plan/units.ts";
import { magnitude } from "./codes.ts";
import type { Observation } from "./records.ts";

/** Fewest other values against which one can be judged by themselves; fewer need the plan's own figures beside them. */
const fewestOthers = 4;
/** Fewest values of a short series of levels that tells by itself, and how far its others may lie apart. */
const fewestSteady = 4;
const hardlyMoves = 1.5;
/** ×10, ×100, ×1000, and 万 (×10000), which is also the step from 万 to 亿; each also downwards. */
const powers = [10, 100, 1000, 10_000];
/** How near to the power of ten the ratio must be, as a share of it. */
const tolerance = 0.15;
/** Others within this factor of their median count as one level; a series that moves more gives no verdict. */
const steadyFactor = 3;

/**
 * The lowest and the highest value of one series, where it lies a power of ten from the median of the others and these
 * keep together. Only doubles are compared: this is an estimate with a wide band. Unlike signs and zeros give no verdict.
 */
export function findMagnitudeSlips(
  indicator: Indicator,
  rows: readonly Observation[],
): readonly Diagnostic[] {
  const values = rows.flatMap(({ value }) => (value === null ? [] : [value]));
  const isShort = values.length <= fewestOthers;
  if (isShort && (values.length < fewestSteady || indicator.value.value !== "level"))
    return againstPlan(indicator, rows);
  const sorted = values
    .map((value) => ({ value, size: toDouble(value.value) }))
    .sort((a, b) => a.size - b.size);
  const extremes = [
    { suspect: sorted[0], others: sorted.slice(1) },
    { suspect: sorted.at(-1), others: sorted.slice(0, -1) },
  ];
  const found = extremes.flatMap(({ suspect, others }) => {
    const sizes = others.map(({ size }) => size);
    const usual = medianOf(sizes);
    const factor = suspect === undefined ? undefined : slipFactor(suspect.size / usual);
    if (suspect === undefined || factor === undefined || !isSteady(sizes, usual)) return [];
    // A short series tells only where its other values hardly move.
    if (isShort && (sizes.at(-1) ?? 0) > (sizes[0] ?? 0) * hardlyMoves) return [];
    const args = {
      indicator: indicator.id.value,
      value: formatDecimal(suspect.value.value),
      usual: formatDecimal(new Big(usual)),
      factor: timesWritten(factor),
    };
    const subject = { kind: indicator.kind, id: indicator.id.value };
    const inChinese = { indicator: indicator.name?.text ?? indicator.id.value };
    return [makeDiagnostic(magnitude, suspect.value.span, args, { subject, inChinese })];
  });
  return isShort && found.length === 0 ? againstPlan(indicator, rows) : found;
}

/**
 * In a short series of the whole plan: values that lie apart from the baseline, the targets and the other values, where
 * these lie within four times of each other, and that a step of ×10 … ×10000 puts among them. The parts of a plan are smaller
 * than it, except in shares.
 */
function againstPlan(indicator: Indicator, rows: readonly Observation[]): readonly Diagnostic[] {
  const isShare = indicator.unit?.value.dimension === "percent";
  if (indicator.value.value === "flow") return againstTotals(indicator, rows);
  const stated = planLevels(indicator);
  const isHeld = stated.length < 2;
  const levels = isHeld ? [...stated, ...heldLevels(indicator)] : stated;
  if (levels.length < 2) return [];
  const worse = indicator.direction?.value === "decrease" ? 1 : -1;
  const all = rows.flatMap(({ value, entity, slices }) =>
    value !== null && (isShare || (entity === null && slices.size === 0)) ? [value] : [],
  );
  return all.flatMap((value) => {
    const size = toDouble(value.value);
    // The bounds below are these or wider ones.
    if (!isApart(size, levels)) return [];
    const others = [
      ...levels,
      ...all.filter((one) => one !== value).map((one) => toDouble(one.value)),
    ].filter((one) => one > 0 && !isApart(one, levels));
    const [low, high] = [Math.min(...others), Math.max(...others)];
    if (size <= 0 || high > low * widest) return [];
    // A value may well be far better than a bound that is always to be kept.
    if (isHeld && (size - high) * worse <= 0) return [];
    // A total starts from nothing.
    if (size < low && indicator.value.value === "running-total") return [];
    const factor = [...powers, ...powers.map((p) => 1 / p)].find(
      (p) => size / p >= low * 0.7 && size / p <= high * 1.5 && (p > 1 ? size > high * 5 : size < low / 5),
    );
    if (factor === undefined) return [];
    const args = {
      indicator: indicator.id.value,
      value: formatDecimal(value.value),
      usual: low === high ? formatDecimal(new Big(low)) : `${low}..${high}`,
      factor: timesWritten(factor),
    };
    const subject = { kind: indicator.kind, id: indicator.id.value };
    const inChinese = { indicator: indicator.name?.text ?? indicator.id.value };
    return [makeDiagnostic(magnitude, value.span, args, { subject, inChinese })];
  });
}

/**
 * In a short series of a flow: values that are by themselves several times the largest sum asked for over a span that holds
 * their period, judged by what falls to that period if the sum comes in evenly.
 */
function againstTotals(indicator: Indicator, rows: readonly Observation[]): readonly Diagnostic[] {
  const own = indicator.unit?.value ?? null;
  const totals = indicator.targets.flatMap(({ kind, quantity, over }) => {
    const { start = null, end = null } = over?.value.period ?? {};
    if (kind !== "total" || quantity === null || start === null || end === null) return [];
    const value = convert(quantity.value.value, quantity.value.unit, own);
    return value === null || value.lte(0) ? [] : [{ size: toDouble(value), start, end }];
  });
  const largest = totals.reduce((most, one) => (one.size > most ? one.size : most), 0);
  const beside = besideOthers(indicator, rows);
  if (beside.length > 0) return beside;
  return rows.flatMap(({ value, at }) => {
    if (value === null) return [];
    const { start, end } = at.value;
    const size = toDouble(value.value);
    const total = totals.find((one) => one.start <= start && one.end >= end);
    if (total === undefined || size <= largest * beyondTotal) return [];
    const usual = (total.size * (end - start + 1)) / (total.end - total.start + 1);
    const factor = 10 ** Math.round(Math.log10(size / usual));
    if (!powers.includes(factor)) return [];
    const shown = formatDecimal(new Big(usual.toPrecision(2)));
    const args = { indicator: indicator.id.value, value: formatDecimal(value.value), usual: shown };
    const subject = { kind: indicator.kind, id: indicator.id.value };
    const inChinese = { indicator: indicator.name?.text ?? indicator.id.value };
    return [
      makeDiagnostic(
        magnitude,
        value.span,
        { ...args, factor: timesWritten(factor) },
        { subject, inChinese },
      ),
    ];
  });
}

/**
 * Values of a flow that lie a power of ten from at least two others of equally long periods, which hardly move and are about what falls to
 * such a period of the yearly amount that the plan starts from.
 */
function besideOthers(indicator: Indicator, rows: readonly Observation[]): readonly Diagnostic[] {
  const year = planLevels(indicator)[0];
  if (year === undefined) return [];
  const plain = rows.flatMap(({ value, at, entity, slices }) =>
    value === null || entity !== null || slices.size > 0
      ? []
      : [{ value, size: toDouble(value.value), days: at.value.end - at.value.start + 1 }],
  );
  return plain.flatMap((one) => {
    const others = plain.filter((other) => other !== one && Math.abs(other.days - one.days) <= 3);
    const sizes = others.map(({ size }) => size).sort((a, b) => a - b);
    const [low = 0, high = 0] = [sizes[0], sizes.at(-1)];
    const share = (year * one.days) / daysOfYear;
    if (others.length < 2 || high > low * hardlyMoves || share < low / 2 || share > high * 2) return [];
    const usual = medianOf(sizes);
    const factor = slipFactor(one.size / usual);
    if (factor === undefined) return [];
    const args = {
      indicator: indicator.id.value,
      value: formatDecimal(one.value.value),
      usual: low === high ? formatDecimal(new Big(low)) : `${low}..${high}`,
      factor: timesWritten(factor),
    };
    const subject = { kind: indicator.kind, id: indicator.id.value };
    const inChinese = { indicator: indicator.name?.text ?? indicator.id.value };
    return [makeDiagnostic(magnitude, one.value.span, args, { subject, inChinese })];
  });
}

const daysOfYear = 365;

/** How many times the whole sum one period's value must be to be a slip rather than a good year. */
const beyondTotal = 5;

/** Levels of a plan that lie further apart than this give no verdict. */
const widest = 4;

/** Another value that is itself a power of ten off is no witness. */
function isApart(size: number, levels: readonly number[]): boolean {
  return size > Math.max(...levels) * 5 || size < Math.min(...levels) / 5;
}

/** The indicator's baselines and the levels that it shall reach, as plain numbers in its unit. */
function planLevels({ baseline, targets, unit }: Indicator): readonly number[] {
  const own = unit?.value ?? null;
  const level = (quantity: Quantity): readonly number[] => {
    const value = quantity.signed || quantity.level ? null : convert(quantity.value, quantity.unit, own);
    return value === null || value.lte(0) ? [] : [toDouble(value)];
  };
  return [
    ...baseline.flatMap(({ is }) => level(is.value.quantity)),
    ...targets.flatMap(({ kind, quantity, place, scope }) =>
      kind === "reach" && quantity !== null && place === null && scope === null ? level(quantity.value) : [],
    ),
  ];
}

/** The bounds that are to be kept all the time. */
function heldLevels({ targets, unit }: Indicator): readonly number[] {
  return targets.flatMap(({ kind, quantity, place, scope }) => {
    if (kind !== "hold" || quantity === null || place !== null || scope !== null) return [];
    const { value, unit: written, upper } = quantity.value;
    const bound = upper === null ? convert(value, written, unit?.value ?? null) : null;
    return bound === null || bound.lte(0) ? [] : [toDouble(bound)];
  });
}

function slipFactor(ratio: number): number | undefined {
  return powers.flatMap((p) => [p, 1 / p]).find((p) => Math.abs(ratio / p - 1) <= tolerance);
}

/** Median of a sorted list. */
function medianOf(sorted: readonly number[]): number {
  const half = sorted.length >> 1;
  const upper = sorted[half] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? Number.NaN) + upper) / 2;
}

/** True when all lie near the median; a series that moves by itself gives no verdict. */
function isSteady(sorted: readonly number[], usual: number): boolean {
  const [lowest, highest] = [sorted[0] ?? Number.NaN, sorted.at(-1) ?? Number.NaN];
  return lowest / usual > 1 / steadyFactor && highest / usual < steadyFactor;
}

/** A power of ten as messages write it: `10`, `1/10`. */
function timesWritten(factor: number): string {
  return factor < 1 ? `1/${Math.round(1 / factor)}` : `${Math.round(factor)}`;
}
