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
 * The values of one series that lie a power of ten from the median of the others, with nothing of the series near. Only
 * doubles are compared: this is an estimate with a wide band. Values of unlike sign and zeros give no verdict.
 */
export function findMagnitudeSlips(
  indicator: Indicator,
  rows: readonly Observation[],
): readonly Diagnostic[] {
  const values = rows.flatMap(({ value }) => (value === null ? [] : [value]));
  if (values.length <= fewestOthers) return [];
  const sorted = values.map(({ value }) => value.toNumber()).sort((a, b) => a - b);
  return values.flatMap((value) => {
    const usual = medianWithout(sorted, value.value.toNumber());
    const ratio = value.value.toNumber() / usual;
    const factor = powers.flatMap((p) => [p, 1 / p]).find((p) => Math.abs(ratio / p - 1) <= tolerance);
    if (factor === undefined || hasNeighbour(sorted, value.value.toNumber(), usual)) return [];
    const args = {
      indicator: indicator.id.value,
      value: formatDecimal(value.value),
      usual: formatDecimal(new Big(usual)),
      factor: formatDecimal(new Big(factor)),
    };
    const subject = { kind: indicator.kind, id: indicator.id.value };
    return [makeDiagnostic(magnitude, value.span, args, { subject })];
  });
}

/** Median of a sorted list without one of its values; NaN where it says nothing. */
function medianWithout(sorted: readonly number[], value: number): number {
  const at = sorted.indexOf(value);
  const other = (i: number): number => sorted[i < at ? i : i + 1] ?? Number.NaN;
  const count = sorted.length - 1;
  const half = count >> 1;
  return count % 2 === 1 ? other(half) : (other(half - 1) + other(half)) / 2;
}

/** True when another value of the series is off the usual level too: then it moves, and nothing has slipped. */
function hasNeighbour(sorted: readonly number[], value: number, usual: number): boolean {
  let own = 0;
  for (const other of sorted) {
    if (other === value && own++ === 0) continue;
    const ratio = other / usual;
    if (!(ratio < steadyFactor && ratio > 1 / steadyFactor)) return true;
  }
  return false;
}
