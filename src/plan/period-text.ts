/** How a calendar period is written in plans and tables. */
import { type ClosedPeriod, isoDay } from "./days.ts";

/** A calendar period as it is written: a year, half, quarter or month by its name, all others by their last day. */
export function periodText({ start, end }: ClosedPeriod): string {
  const [from, to] = [isoDay(start), isoDay(end)];
  const year = from.slice(0, 4);
  const first = Number(from.slice(5, 7));
  const last = Number(to.slice(5, 7));
  const whole = from.endsWith("-01") && isoDay(end + 1).endsWith("-01") && to.startsWith(year);
  if (!whole) return to;
  if (last === first) return from.slice(0, 7);
  if (last - first === 11) return year;
  if (last - first === 5) return `${year}-H${last / 6}`;
  return last - first === 2 ? `${year}-Q${last / 3}` : to;
}
