/** Which periods a part of a formula looks at: those of a time back (`for 3 months`), or all of the plan so far. */
import { addMonths, addYears } from "../plan/days.ts";
import type { Day } from "../plan/time.ts";
import type { Checked } from "./checker.ts";
import type { Evaluation, Moment } from "./evaluation.ts";
import { partsOf, type Span, type Tree } from "./tree.ts";

/** Names whose values a part reads. */
export function refsIn(tree: Tree, checked: Checked): readonly string[] {
  const refs = new Set<string>();
  const waiting: Tree[] = [tree];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const ref = checked.operands.get(next);
    if (ref !== undefined) refs.add(ref);
    waiting.push(...partsOf(next));
  }
  return [...refs];
}

/** The day before the first that a time back from a period's end covers. */
function dayBefore(end: Day, { count, unit }: Span): Day {
  if (unit === "years") return addYears(end, -count);
  if (unit === "months") return lastOfMonthKept(end, count);
  return end - count * (unit === "weeks" ? 7 : 1);
}

/** Three months back from 30 June is 31 March: the ends of months go with the ends of months. */
function lastOfMonthKept(end: Day, months: number): Day {
  return addMonths(end + 1, -months) - 1;
}

/**
 * Periods with values of a part that a time back covers, oldest first; all of the plan so far without one (`span` null).
 * `covered`: the values reach back as far as the time does.
 */
export function momentsOf(
  of: Tree,
  span: Span | null,
  moment: Moment,
  { checked, values, budget }: Evaluation,
): { readonly moments: readonly Moment[]; readonly covered: boolean } {
  const all = values.momentsUpTo(refsIn(of, checked), moment);
  // Looking for the periods costs time as well, though less than reckoning with them.
  budget.steps -= all.length >> 3;
  if (span === null) {
    const { start } = values;
    return { moments: start === null ? all : all.filter((m) => m.end >= start), covered: true };
  }
  if (span.unit === "periods") return { moments: all.slice(-span.count), covered: all.length >= span.count };
  const before = dayBefore(moment.end, span);
  const moments = all.filter((m) => m.end > before);
  const [first] = moments;
  return { moments, covered: first !== undefined && first.start <= before + 1 };
}
