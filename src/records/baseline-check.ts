/** The value reported for the baseline's own date, against the baseline (DESIGN.md section 4: two values for one date). */
import { type Diagnostic, makeDiagnostic } from "../diagnostics/diagnostic.ts";
import { formatDecimal } from "../plan/decimal.ts";
import type { Baseline, Indicator } from "../plan/plan.ts";
import { convert } from "../plan/units.ts";
import { spanText } from "../text/source.ts";
import { baselineMismatch } from "./codes.ts";
import type { Observation } from "./records.ts";

const halfUp = 1;
const fraction = /[.．](\d{1,30})/;

/**
 * Findings at the plan's own values of a baseline's date that round to something else than the baseline says. Entities
 * start from values of their own; amounts of a flow are compared for the same span only; a soft baseline (约) and a bound
 * state no value, and a provisional one is not the last word.
 */
export function checkBaseline(
  indicator: Indicator,
  observations: readonly Observation[],
): readonly Diagnostic[] {
  const [stated] = indicator.baseline;
  const baseline = stated?.is.value;
  const period = baseline === undefined ? null : periodOf(baseline);
  if (stated === undefined || baseline === undefined || period === null) return [];
  const { quantity } = baseline;
  const isExact = quantity.relation === null || quantity.relation === "=";
  const level = convert(quantity.value, quantity.unit, indicator.unit?.value ?? quantity.unit);
  if (!isExact || quantity.soft !== null || quantity.upper !== null || level === null) return [];
  const places = fraction.exec(quantity.text)?.[1]?.length ?? 0;
  const isFlow = indicator.value.value === "flow";
  return observations.flatMap((observation) => {
    const { entity, slices, state, value, at } = observation;
    if (entity !== null || slices.size > 0 || state === "provisional" || value === null) return [];
    const sameDate = at.value.end === period.end && (!isFlow || at.value.start === period.start);
    const rounded = convert(value.value, indicator.unit?.value ?? null, quantity.unit) ?? value.value;
    if (!sameDate || value.value.eq(level) || rounded.round(places, halfUp).eq(quantity.value)) return [];
    const args = {
      indicator: indicator.id.value,
      at: spanText(at.span),
      value: formatDecimal(value.value),
      baseline: formatDecimal(level),
    };
    const related = [{ span: stated.is.span, note: { en: "the baseline", zhHans: "基期值" } }];
    return [
      makeDiagnostic(baselineMismatch, value.span, args, {
        subject: { kind: indicator.kind, id: indicator.id.value },
        related,
      }),
    ];
  });
}

function periodOf({ at }: Baseline): { readonly start: number; readonly end: number } | null {
  const when = at?.value;
  if (when === undefined || when.state !== "dated" || when.period === null) return null;
  const { start, end } = when.period;
  return start === null || end === null ? null : { start, end };
}
