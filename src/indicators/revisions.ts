/**
 * Undoes revisions that are dated after the as-of date: until then the value before the revision held (ENGINE.md, input).
 * Undone are targets (`indicators/ID/targets/WHEN`, WHEN as written in `by` or as its day, month or year), baseline and
 * weight (`indicators/ID/baseline`, `indicators/ID/weight`).
 */
import { isoDay } from "../plan/days.ts";
import type { Given } from "../plan/given.ts";
import { parseQuantity } from "../plan/parse-quantity.ts";
import type { Indicator, Revision, Target } from "../plan/plan.ts";
import type { Quantity } from "../plan/quantity.ts";
import type { Day } from "../plan/time.ts";
import { lastDay } from "./terms.ts";

/** The targets of an indicator as they stood on a day. */
export function targetsOn(
  indicator: Indicator,
  revisions: readonly Revision[],
  asOf: Day,
): readonly Target[] {
  const prefix = `indicators/${indicator.id.value}/targets/`;
  const later = laterRevisions(revisions, asOf, (what) => what.startsWith(prefix));
  if (later.length === 0) return indicator.targets;
  return later.reduce<readonly Target[]>((targets, revision) => {
    const when = revision.what?.value.slice(prefix.length) ?? "";
    return targets.map((target) => (isDue(target, when) ? undone(target, revision) : target));
  }, indicator.targets);
}

/** What a fact of an indicator was on a day, where a later revision has changed it; null where none has. */
export function formerFact(
  indicator: Indicator,
  fact: "baseline" | "weight",
  revisions: readonly Revision[],
  asOf: Day,
): Given<Quantity> | null {
  const path = `indicators/${indicator.id.value}/${fact}`;
  const from = laterRevisions(revisions, asOf, (what) => what === path).at(-1)?.from ?? null;
  const former = from === null ? null : parseQuantity(from.value);
  return from === null || former?.ok !== true
    ? null
    : { value: former.quantity, span: from.span, origin: "given" };
}

/** Revisions of a fact that are dated after a day, the last first. */
function laterRevisions(
  revisions: readonly Revision[],
  asOf: Day,
  isOf: (what: string) => boolean,
): readonly Revision[] {
  return revisions
    .filter((r) => r.what !== null && isOf(r.what.value) && (lastDay(r.date) ?? asOf) > asOf)
    .sort((a, b) => (lastDay(b.date) ?? 0) - (lastDay(a.date) ?? 0));
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
