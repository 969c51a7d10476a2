/** Earned value of an action or a fund as it stands in the JSON of `check`. */
import { type EarnedFigureName, earnedFigureNames } from "../indicators/earned-value.ts";
import type { EarnedValue } from "../indicators/earned-value-of-plan.ts";
import { isoDay } from "../plan/days.ts";
import { formatDecimal } from "../plan/decimal.ts";
import type { EarningJson } from "./json-shape.ts";

/** An entry of `actions` or `funds`; the reasons of what has no value stand together. */
export function earningJson({ holder, on, unit, figures }: EarnedValue): EarningJson {
  const printed = (name: EarnedFigureName): string | null => {
    const { value } = figures[name];
    return value === null ? null : formatDecimal(value);
  };
  const reasons = earnedFigureNames.flatMap((name) => {
    const { value, reason } = figures[name];
    return value !== null || reason === null ? [] : [[name, reason] as const];
  });
  return {
    id: holder.id.value,
    earnedValue: {
      on: on === null ? null : isoDay(on),
      unit: unit?.text ?? null,
      budget: printed("budget"),
      plannedShare: printed("plannedShare"),
      doneShare: printed("doneShare"),
      plannedValue: printed("plannedValue"),
      earnedValue: printed("earnedValue"),
      actualCost: printed("actualCost"),
      scheduleVariance: printed("scheduleVariance"),
      costVariance: printed("costVariance"),
      spi: printed("spi"),
      cpi: printed("cpi"),
      eac: printed("eac"),
      tcpi: printed("tcpi"),
      reasons: Object.fromEntries(reasons),
    },
  };
}
