/** Ticks of a time axis: firsts of months or years, at most as many as fit. */
import type { Speaker } from "../../language/speaker.ts";
import { dateParts, dayOf } from "../../plan/days.ts";
import type { Day } from "../../plan/time.ts";
import { printMonth, printYear } from "../dates.ts";

export interface TimeTick {
  readonly day: Day;
  readonly label: string;
}

/** Steps in months, finest first. */
const steps = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600];

/** Ticks between two days, both included; never more than `most`. May be empty when the span is shorter than a month. */
export function timeTicks(start: Day, end: Day, most: number, speaker: Speaker): readonly TimeTick[] {
  for (const step of steps) {
    const ticks = ticksOf(start, end, step, most, speaker);
    if (ticks !== null) return ticks;
  }
  return [];
}

function ticksOf(start: Day, end: Day, step: number, most: number, speaker: Speaker): TimeTick[] | null {
  const { year, month } = dateParts(start);
  const ticks: TimeTick[] = [];
  let index = Math.ceil((year * 12 + month - 1) / step) * step;
  for (let day = firstOfMonth(index); day !== null && day <= end; day = firstOfMonth(index)) {
    if (day >= start)
      ticks.push({ day, label: step >= 12 ? printYear(day, speaker) : printMonth(day, speaker) });
    if (ticks.length > most) return null;
    index += step;
  }
  return ticks;
}

/** First day of a month counted from year 0; null outside the calendar. */
function firstOfMonth(index: number): Day | null {
  return dayOf(Math.floor(index / 12), (index % 12) + 1, 1);
}
