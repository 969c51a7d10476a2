/** The row whose figures led to a status. Shared by the rules on the status of indicators; not a rule. */
import type { IndicatorResults, IndicatorRow } from "../../indicators/results.ts";

/** The row itself, or its worst entity where it has no value of its own. */
export function decidingRow(row: IndicatorRow, { rows }: IndicatorResults): IndicatorRow {
  if (row.decision.step !== "entities") return row;
  // One that stands above others and has their status says no more than the row itself.
  const equals = rows.filter(
    (one) =>
      one.entity !== null &&
      one.indicator === row.indicator &&
      one.status === row.status &&
      one.decision.step !== "entities",
  );
  return equals.reduce<IndicatorRow | null>((worst, one) => (isWorse(one, worst) ? one : worst), null) ?? row;
}

/** Of entities of the same status the one further behind. */
function isWorse(one: IndicatorRow, other: IndicatorRow | null): boolean {
  if (other === null) return true;
  for (const name of ["gap", "ofTarget"] as const) {
    const [a, b] = [one.figures[name].value, other.figures[name].value];
    if (a !== null && b !== null) return a.lt(b);
  }
  return false;
}
