/** The unit that the values of an indicator are in. */
import type { Indicator } from "./plan.ts";
import type { Unit } from "./quantity.ts";

/** The stated unit, else that of the first figure: a plan that states none still compares like with like. Null for none. */
export function measuredUnit(indicator: Indicator): Unit | null {
  if (indicator.unit !== null) return indicator.unit.value;
  const stated = indicator.baseline.find((s) => s.is.value.quantity.unit !== null)?.is.value.quantity.unit;
  if (stated !== undefined && stated !== null) return stated;
  const levels = indicator.targets.filter(
    (t) => t.kind === "reach" || t.kind === "hold" || t.kind === "total",
  );
  return levels.find((t) => t.quantity?.value.unit != null)?.quantity?.value.unit ?? null;
}
