/** The day that a date in another form means, for "did you mean". */
import { isoDay } from "../plan/days.ts";
import { parseTime, resolveTime } from "../plan/parse-time.ts";

/** Last day of a date or period as people write them (`2026/6/30`, `2026-06`, `2026年6月`) as ISO day; null for none. */
export function dayMeant(text: string): string | null {
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  const reading = parseTime(compact === null ? text : compact.slice(1).join("-"));
  if (!reading.ok) return reading.fault.hint;
  const calendar = { start: null, end: null, phases: () => null };
  const end = resolveTime(reading.expression, calendar)?.end ?? null;
  return end === null ? null : isoDay(end);
}
