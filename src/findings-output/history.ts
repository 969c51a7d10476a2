/** The history of a compiled plan, and its JSON. */
import type { Compilation } from "../compile.ts";
import { historyOf, type IndicatorHistory } from "../indicators/history.ts";
import { isoDay } from "../plan/days.ts";
import { formatDecimal } from "../plan/decimal.ts";
import type { Day } from "../plan/time.ts";
import type { HistoryJson } from "./json-shape.ts";

/** Empty for a plan that could not be read. */
export function historyOfCompilation(
  { plan, index, records, asOf }: Compilation,
  entity: string | null,
): readonly IndicatorHistory[] {
  if (plan === null || index === null || records === null) return [];
  return historyOf({ plan, index, records, asOf }, entity);
}

/** One history as it stands in the JSON. */
export function historyJson(history: IndicatorHistory): HistoryJson {
  const { indicator, entity, points, omitted, firstMetOn, lostOn, met, longestOffTrack: longest } = history;
  return {
    id: indicator.id.value,
    entity,
    points: points.map(({ on, status, value }) => ({
      on: isoDay(on),
      status,
      value: value === null ? null : formatDecimal(value),
    })),
    omitted,
    firstMetOn: dayOrNull(firstMetOn),
    lostOn: dayOrNull(lostOn),
    met: met.map((spell) => ({ from: isoDay(spell.from), lostOn: dayOrNull(spell.lostOn) })),
    longestOffTrack:
      longest === null ? null : { from: isoDay(longest.from), to: isoDay(longest.to), days: longest.days },
  };
}

function dayOrNull(day: Day | null): string | null {
  return day === null ? null : isoDay(day);
}
