/** Days as people read them. */
import type { Speaker } from "../language/speaker.ts";
import { dateParts } from "../plan/days.ts";
import type { Day } from "../plan/time.ts";

const months = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** 2026年6月30日, 30 June 2026. */
export function printDay(day: Day, speaker: Speaker): string {
  const { year, month, day: date } = dateParts(day);
  return speaker.chinese ? `${year}年${month}月${date}日` : `${date} ${months[month - 1] ?? ""} ${year}`;
}

/** 2026年6月30日, 30 Jun 2026: for tables. */
export function printShortDay(day: Day, speaker: Speaker): string {
  const { year, month, day: date } = dateParts(day);
  return speaker.chinese
    ? printDay(day, speaker)
    : `${date} ${(months[month - 1] ?? "").slice(0, 3)} ${year}`;
}

/** 2026年6月, Jun 2026: for axes. */
export function printMonth(day: Day, speaker: Speaker): string {
  const { year, month } = dateParts(day);
  return speaker.chinese ? `${year}年${month}月` : `${(months[month - 1] ?? "").slice(0, 3)} ${year}`;
}

/** 2026年, 2026. */
export function printYear(day: Day, speaker: Speaker): string {
  const { year } = dateParts(day);
  return speaker.chinese ? `${year}年` : String(year);
}
