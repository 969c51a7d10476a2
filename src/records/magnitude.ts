/** Slips of the decimal point, and of 万 and 亿: values a power of ten away from all others of their series. */
import Big from "big.js";
import { type Diagnostic, makeDiagnostic } from "../diagnostics/diagnostic.ts";
import { formatDecimal } from "../plan/decimal.ts";
import type { Indicator } from "../plan/plan.ts";
import { magnitude } from "./codes.ts";
import type { Observation } from "./records.ts";

/** Fewest other values against which one can be judged. */
const fewestOthers = 4;
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
  if (values.length <= fewestOthers) return [];
  const sorted = values
    .map((value) => ({ value, size: value.value.toNumber() }))
    .sort((a, b) => a.size - b.size);
  const extremes = [
    { suspect: sorted[0], others: sorted.slice(1) },
    { suspect: sorted.at(-1), others: sorted.slice(0, -1) },
  ];
  return extremes.flatMap(({ suspect, others }) => {
    const sizes = others.map(({ size }) => size);
    const usual = medianOf(sizes);
    const factor = suspect === undefined ? undefined : slipFactor(suspect.size / usual);
    if (suspect === undefined || factor === undefined || !isSteady(sizes, usual)) return [];
    const args = {
      indicator: indicator.id.value,
      value: formatDecimal(suspect.value.value),
      usual: formatDecimal(new Big(usual)),
      factor: formatDecimal(new Big(factor)),
    };
    const subject = { kind: indicator.kind, id: indicator.id.value };
    return [makeDiagnostic(magnitude, suspect.value.span, args, { subject })];
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
