/**
 * Undoes revisions that are dated after the as-of date: until then the value before the revision held (ENGINE.md, input).
 * Targets are undone (`indicators/ID/targets/WHEN`, WHEN as written in `by` or as its day, month or year).
 */
import { isoDay } from "../plan/days.ts";
import { parseQuantity } from "../plan/parse-quantity.ts";
import type { Indicator, Revision, Target } from "../plan/plan.ts";
import type { Day } from "../plan/time.ts";
import { lastDay } from "./terms.ts";

/** The targets of an indicator as they stood on a day. */
export function targetsOn(
  indicator: Indicator,
  revisions: readonly Revision[],
  asOf: Day,
): readonly Target[] {
  const prefix = `indicators/${indicator.id.value}/targets/`;
  const later = revisions
    .filter((r) => r.what?.value.startsWith(prefix) === true && (lastDay(r.date) ?? asOf) > asOf)
    .sort((a, b) => (lastDay(b.date) ?? 0) - (lastDay(a.date) ?? 0));
  if (later.length === 0) return indicator.targets;
  return later.reduce<readonly Target[]>((targets, revision) => {
    const when = revision.what?.value.slice(prefix.length) ?? "";
    return targets.map((target) => (isDue(target, when) ? undone(target, revision) : target));
  }, indicator.targets);
}

function isDue(target: Target, when: string): boolean {
  const due = target.by ?? target.over;
  if (due === null || when === "") return false;
  const day = lastDay(due);
  return due.value.text === when || (day !== null && isoDay(day).startsWith(when));
}

/** A target whose former value cannot be read stays as it is: the rules tell of it. */
function undone(target: Target, revision: Revision): Target {
  const former = revision.from === null ? null : parseQuantity(revision.from.value);
  if (revision.from === null || former?.ok !== true || target.quantity === null) return target;
  const { span } = revision.from;
  return { ...target, quantity: { value: former.quantity, span, origin: "given" }, stated: revision.from };
}
