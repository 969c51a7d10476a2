/** Rhythms as recurrence rules of iCalendar (RFC 5545, 3.3.10). */
import { isoDay, periodContaining } from "../plan/days.ts";
import { periodOf } from "../plan/rhythm.ts";
import type { Day, Frequency, Rhythm } from "../plan/time.ts";

export interface Recurrence {
  /** The first day. */
  readonly first: Day;
  /** Value of RRULE. */
  readonly rule: string;
}

const plainRules: Readonly<Partial<Record<Frequency, string>>> = {
  daily: "FREQ=DAILY",
  weekly: "FREQ=WEEKLY",
  monthly: "FREQ=MONTHLY;BYMONTHDAY=-1",
  quarterly: "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=-1",
  "half-yearly": "FREQ=MONTHLY;INTERVAL=6;BYMONTHDAY=-1",
  yearly: "FREQ=YEARLY",
};

/**
 * The last days of the calendar periods of a rhythm, from the period that holds `from` to the last that ends by `until`; an
 * open end repeats for ever. Null where the rhythm sets no length, or no period ends in time.
 */
export function recurrenceOf(rhythm: Rhythm, from: Day, until: Day | null): Recurrence | null {
  const frequency = periodOf(rhythm);
  if (frequency === null) return null;
  const first = periodContaining(from, frequency).end;
  if (until !== null && first > until) return null;
  const end = until === null ? "" : `;UNTIL=${compactDay(until)}`;
  return { first, rule: `${plainRules[frequency] ?? everyRule(frequency)}${end}` };
}

function everyRule(frequency: Frequency): string {
  const [, count = "1", unit = ""] = frequency.split(" ");
  switch (unit) {
    case "days":
      return `FREQ=DAILY;INTERVAL=${count}`;
    case "weeks":
      return `FREQ=WEEKLY;INTERVAL=${count}`;
    case "months":
      return `FREQ=MONTHLY;INTERVAL=${count};BYMONTHDAY=-1`;
    default:
      return `FREQ=YEARLY;INTERVAL=${count}`; // a period of years ends on 31 December
  }
}

/** `20260630`, the form of a date in iCalendar. */
export function compactDay(day: Day): string {
  return isoDay(day).replaceAll("-", "");
}
