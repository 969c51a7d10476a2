/** When a target is due, and whether another time asks for less. */
import type { Given } from "../plan/given.ts";
import type { Plan, Target } from "../plan/plan.ts";
import type { Day, When } from "../plan/time.ts";
import type { Strength } from "./interval.ts";

/** The days that a target covers; null where nothing says them. `unknown`: a time that leads to no day. */
export interface TargetDays {
  readonly from: Day | null;
  readonly due: Day | null;
  readonly unknown: boolean;
}

/** The days of a target; one without a date is due at the end of the plan, as the engine takes it. */
export function targetDays(target: Target, plan: Plan): TargetDays {
  const times = [target.by, target.over, target.from];
  const at = target.quantity?.value.at ?? null;
  const stated = lastDay(target.by) ?? lastDay(target.over) ?? (at?.kind === "calendar" ? at.end : null);
  return {
    from: firstDay(target.from) ?? firstDay(target.over) ?? plan.period?.start?.value ?? null,
    due: stated ?? plan.period?.end?.value ?? null,
    unknown: times.some((when) => when?.value.state === "unresolved"),
  };
}

/** The date of a target as written; null where it has none. */
export function writtenWhen(target: Target): string | null {
  const when = target.by ?? target.over ?? target.from;
  return when === null || when.value.state === "undated" ? null : when.value.text.trim();
}

/** The times of a target as written, together. */
export function writtenTimes({ by, over, from }: Target): string | null {
  const texts = [
    from === null ? null : `${from.value.text.trim()}..`,
    over?.value.text.trim() ?? null,
    by?.value.text.trim() ?? null,
  ].filter((text) => text !== null);
  return texts.length === 0 ? null : texts.join(" ");
}

/** Kinds that hold throughout their span: a longer one asks for more. Of the others a later end gives more time. */
const lasting: ReadonlySet<Target["kind"]> = new Set(["hold", "rate", "each", "versus", "trend"]);

/** How the days compare, and which way they moved. */
export interface Move {
  readonly strength: Strength;
  readonly way: "earlier" | "later" | "changed";
}

/** Null where both mean the same days. */
export function compareTimes(before: Target, after: Target, a: TargetDays, b: TargetDays): Move | null {
  if (a.unknown || b.unknown) {
    const same = a.unknown === b.unknown && writtenTimes(before) === writtenTimes(after);
    return same ? null : { strength: "unclear", way: "changed" };
  }
  const end = order(b.due, a.due, 1);
  const start = usesStart(before) || usesStart(after) ? order(b.from, a.from, -1) : 0;
  if (end === 0 && start === 0) return null;
  // A sum that may begin earlier has more time, a bound that begins earlier holds for longer.
  const stays = lasting.has(after.kind);
  const strengths = stays ? [end, -start] : [-end, start];
  const way = end !== 0 ? wayOf(end) : wayOf(start);
  const weaker = strengths.some((s) => s < 0);
  const stronger = strengths.some((s) => s > 0);
  return { strength: weaker ? "weaker" : stronger ? "stronger" : "unclear", way };
}

function usesStart(target: Target): boolean {
  return target.from !== null || target.over !== null;
}

function wayOf(order: number): "earlier" | "later" {
  return order > 0 ? "later" : "earlier";
}

/** 1 where a is later than b; an open side lies at the far end that `open` names. */
function order(a: Day | null, b: Day | null, open: 1 | -1): number {
  if (a === b) return 0;
  const far = open * Number.POSITIVE_INFINITY;
  return Math.sign((a ?? far) - (b ?? far));
}

function lastDay(when: Given<When> | null): Day | null {
  return when?.value.state === "dated" ? (when.value.period?.end ?? null) : null;
}

function firstDay(when: Given<When> | null): Day | null {
  return when?.value.state === "dated" ? (when.value.period?.start ?? null) : null;
}
