/** Which revision of a plan gives the reason for a change. */
import { contradict } from "../plan/compare.ts";
import { isoDay } from "../plan/days.ts";
import type { Given } from "../plan/given.ts";
import { parseQuantity } from "../plan/parse-quantity.ts";
import { parseTime, resolveTime } from "../plan/parse-time.ts";
import type { Plan, Revision } from "../plan/plan.ts";
import type { Day, TimeExpression } from "../plan/time.ts";
import type { Draft, Sought, Value } from "./draft.ts";
import { plainKey } from "./parts.ts";

/** The revisions that the later plan has and the earlier one had not, with a reason: an old reason explains no new change. */
export function newRevisions(before: Plan, after: Plan): readonly Revision[] {
  const known = new Set(before.revisions.map(keyOf));
  return after.revisions.filter(
    (revision) => (revision.reason?.value.trim() ?? "") !== "" && !known.has(keyOf(revision)),
  );
}

function keyOf({ date, what, from, to, reason }: Revision): string {
  return [date?.value.text, what?.value, from?.value, to?.value, reason?.value]
    .map((text) => plainKey(text ?? ""))
    .join("\n");
}

/** The first of the revisions that names the change, and whose values, where it states any, are those of the change. */
export function coverOf({ sought }: Draft, revisions: readonly Revision[]): Revision | null {
  return (
    revisions.find(
      ({ what, from, to }) =>
        what !== null &&
        names(what.value.trim(), sought) &&
        agrees(from, sought.from) &&
        agrees(to, sought.to),
    ) ?? null
  );
}

function names(what: string, { paths, targets, dates, days }: Sought): boolean {
  if (paths.includes(what)) return true;
  const prefix = targets.find((path) => what.startsWith(path));
  if (prefix === undefined) return false;
  const when = what.slice(prefix.length).split("/", 1)[0] ?? "";
  return when !== "" && (dates.includes(when) || days.some((day) => isoDay(day).startsWith(when)));
}

/** A value that the revision does not state is not held against it; one that it states must be that of the change. */
function agrees(written: Given<string> | null, value: Value): boolean {
  if (written === null || written.value.trim() === "") return true;
  if (value.text !== null && plainKey(written.value) === plainKey(value.text)) return true;
  if (value.day !== null) return dayOf(written.value) === value.day;
  if (value.quantity === null) return value.text === null;
  const reading = parseQuantity(written.value);
  if (!reading.ok) return false;
  const difference = contradict(reading.quantity, value.quantity);
  return difference === null || difference === "strictness";
}

/** The last day of a date, or of the date behind a figure (`≥85% @ 2027-12`). */
function dayOf(text: string): Day | null {
  const time = parseTime(text);
  if (time.ok) return endOf(time.expression);
  const quantity = parseQuantity(text);
  const at = quantity.ok ? quantity.quantity.at : null;
  return at === null ? null : endOf(at);
}

const noCalendar = { start: null, end: null, phases: () => null };

function endOf(expression: TimeExpression): Day | null {
  return resolveTime(expression, noCalendar)?.end ?? null;
}
