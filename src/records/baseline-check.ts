/** The value reported for the baseline's own date, against the baseline (DESIGN.md section 4: an unexplained difference). */
import { type Diagnostic, makeDiagnostic } from "../diagnostics/diagnostic.ts";
import { formatDecimal } from "../plan/decimal.ts";
import type { Statement } from "../plan/given.ts";
import type { Baseline, Indicator, Plan } from "../plan/plan.ts";
import { convert } from "../plan/units.ts";
import { spanText } from "../text/source.ts";
import { baselineMismatch } from "./codes.ts";
import type { Observation } from "./records.ts";

const halfUp = 1;
const fraction = /[.．](\d{1,30})/;

/**
 * Findings at the plan's own values of a baseline's date that round to something else than the baseline says. Entities
 * start from values of their own; a soft baseline (约) and a bound state no value; one of another place or a wider area
 * is no value of the plan's; a provisional value is not the last word.
 */
export function checkBaseline(
  indicator: Indicator,
  observations: readonly Observation[],
  plan: Plan,
): readonly Diagnostic[] {
  const [stated] = indicator.baseline;
  const baseline = stated?.is.value;
  const period = baseline === undefined ? null : periodOf(baseline);
  if (
    stated === undefined ||
    baseline === undefined ||
    period === null ||
    isBorrowed(stated, indicator, plan)
  )
    return [];
  const { quantity } = baseline;
  const unit = indicator.unit?.value ?? null;
  const level = convert(quantity.value, quantity.unit, unit ?? quantity.unit);
  const isExact = quantity.relation === null || quantity.relation === "=";
  if (!isExact || quantity.soft !== null || quantity.upper !== null || level === null) return [];
  const places = fraction.exec(quantity.text)?.[1]?.length ?? 0;
  return observations.flatMap((observation) => {
    const { value, at } = observation;
    if (value === null || !speaksForPlan(observation) || !isSameDate(at.value, period, indicator)) return [];
    const rounded = convert(value.value, unit, quantity.unit) ?? value.value;
    if (value.value.eq(level) || rounded.round(places, halfUp).eq(quantity.value)) return [];
    const args = {
      indicator: indicator.id.value,
      at: spanText(at.span),
      value: formatDecimal(value.value),
      baseline: formatDecimal(level),
    };
    const related = [{ span: stated.is.span, note: { en: "the baseline", zhHans: "基期值" } }];
    const subject = { kind: indicator.kind, id: indicator.id.value };
    return [makeDiagnostic(baselineMismatch, value.span, args, { subject, related })];
  });
}

function speaksForPlan({ entity, slices, state }: Observation): boolean {
  return entity === null && slices.size === 0 && state !== "provisional";
}

/** `indicator/borrowed-baseline` tells of it. */
function isBorrowed(stated: Statement<Baseline>, indicator: Indicator, { sources }: Plan): boolean {
  if (stated.place !== null || stated.scope !== null) return true;
  const cited = stated.source?.value ?? indicator.source?.value;
  const scope = sources.find(({ id }) => id.value === cited)?.scope?.value ?? "this-plan";
  return scope !== "this-plan";
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** A month or less: within it a level is that of its last day. */
const shortDays = 31;

/** The same period; of levels also two short ones that end on one day (2025-12 and 2025-12-31). */
function isSameDate(a: Span, b: Span, { value }: Indicator): boolean {
  if (a.end !== b.end) return false;
  if (a.start === b.start) return true;
  const isShort = (span: Span): boolean => span.end - span.start < shortDays;
  return value.value !== "flow" && isShort(a) && isShort(b);
}

function periodOf({ at }: Baseline): Span | null {
  const when = at?.value;
  if (when === undefined || when.state !== "dated" || when.period === null) return null;
  const { start, end } = when.period;
  return start === null || end === null ? null : { start, end };
}
