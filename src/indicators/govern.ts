/** Which target governs an indicator, and in which direction it pulls (ENGINE.md sections 1 and 4). */
import type { Relation } from "../plan/quantity.ts";
import type { Day } from "../plan/time.ts";
import {
  hasLevel,
  type LevelTarget,
  type ResolvedTarget,
  type Sign,
  type TargetRole,
} from "./resolved-target.ts";
import type { Terms } from "./terms.ts";

export interface Governing {
  /** Null when no target can govern; `reason` says why. */
  readonly target: ResolvedTarget | null;
  /** Other targets for the same date ask for other levels. */
  readonly contested: boolean;
  readonly reason: string | null;
}

/** The governing target: the last-dated reach, the strictest of a date; else hold, done, grade, total. */
export function governingTarget(targets: readonly ResolvedTarget[], terms: Terms, asOf: Day): Governing {
  const reaches = levelled(targets, "reach");
  if (reaches.length > 0) return lastDated(reaches, terms);
  const holds = levelled(targets, "hold");
  if (holds.length > 0) return lastDated(holds, terms);
  const worded = targets.filter((t) => t.role === "done" || t.role === "grade");
  const lastWorded = worded.reduce<ResolvedTarget | null>(
    (last, t) => (last === null || later(t, last) ? t : last),
    null,
  );
  if (lastWorded !== null) return { target: lastWorded, contested: false, reason: null };
  const totals = levelled(targets, "total");
  if (totals.length > 0) return lastDated(runningTotals(totals, asOf), terms);
  return { target: null, contested: false, reason: reasonForNone(targets) };
}

function levelled(targets: readonly ResolvedTarget[], role: TargetRole): readonly LevelTarget[] {
  return targets.filter(hasLevel).filter((t) => t.role === role);
}

function reasonForNone(targets: readonly ResolvedTarget[]): string {
  const unlevelled = targets.find((t) => t.role === "reach" || t.role === "hold" || t.role === "total");
  if (unlevelled !== undefined) return unlevelled.reason ?? "no-level";
  return targets.length === 0 ? "no-target" : "no-level";
}

function later(a: ResolvedTarget, b: ResolvedTarget): boolean {
  return (a.dueOn ?? Number.NEGATIVE_INFINITY) > (b.dueOn ?? Number.NEGATIVE_INFINITY);
}

/** Totals of year after year govern each in its own span: those that hold the day, where there are any. */
function runningTotals(totals: readonly LevelTarget[], asOf: Day): readonly LevelTarget[] {
  const running = totals.filter(
    (t) => t.from !== null && t.from <= asOf && t.dueOn !== null && asOf <= t.dueOn,
  );
  return running.length > 0 ? running : totals;
}

function lastDated(candidates: readonly LevelTarget[], terms: Terms): Governing {
  const last = candidates.reduce((found, t) => (later(t, found) ? t : found));
  const ofThatDate = candidates.filter((t) => t.dueOn === last.dueOn);
  return {
    target: strictest(ofThatDate, terms),
    contested: ofThatDate.some((t) => !sameDemand(t, last)),
    reason: null,
  };
}

function sameDemand(a: LevelTarget, b: LevelTarget): boolean {
  const uppers = a.upper === null ? b.upper === null : b.upper !== null && a.upper.eq(b.upper);
  return a.level.eq(b.level) && uppers && a.relation === b.relation;
}

/** The target that is hardest to meet: the highest where higher is better, the lowest where lower is better. */
export function strictest(targets: readonly LevelTarget[], terms: Terms): LevelTarget | null {
  return targets.reduce<LevelTarget | null>(
    (found, t) => (found === null ? t : stricter(found, t, terms)),
    null,
  );
}

/** The one of two that is harder to meet; the first where both are as hard. */
export function stricter(first: LevelTarget, other: LevelTarget, terms: Terms): LevelTarget {
  return isStricter(other, first, terms) ? other : first;
}

function isStricter(a: LevelTarget, b: LevelTarget, terms: Terms): boolean {
  const sign = pull(b, terms).sign;
  const order = a.level.cmp(b.level);
  if (order !== 0) return sign < 0 ? order < 0 : order > 0;
  return isStrict(a.relation) && !isStrict(b.relation);
}

function isStrict(relation: Relation): boolean {
  return relation === ">" || relation === "<" || relation === "=";
}

export interface Pull {
  readonly sign: Sign;
  /** The plan says two directions at once: nothing can be judged. */
  readonly contradicted: boolean;
}

/**
 * The direction that counts for a target. Stated, it must agree with the target's relation and, for a bare level, with
 * the side of the baseline that it lies on. Unstated, the target's relation tells, which for a bare level follows from the
 * way from the baseline; else that way itself.
 */
export function pull(target: LevelTarget, terms: Terms): Pull {
  const stated = target.target.quantity?.value.relation ?? null;
  const wanted = signOf(target.relation);
  const { way } = target;
  if (terms.direction === "increase" || terms.direction === "decrease") {
    const sign = terms.direction === "increase" ? 1 : -1;
    const against = stated !== null && wanted !== 0 && wanted !== sign;
    const wrongSide =
      stated === null && target.upper === null && !terms.ofEntity && way !== 0 && way !== sign;
    return { sign, contradicted: against || wrongSide };
  }
  return { sign: wanted !== 0 ? wanted : way, contradicted: false };
}

function signOf(relation: Relation): Sign {
  if (relation === "=") return 0;
  return relation === ">=" || relation === ">" ? 1 : -1;
}

/** The direction that the plan does not state: the way from the baseline to the last level, else that level's relation. */
export function leaning(targets: readonly ResolvedTarget[], terms: Terms): Sign {
  const reaches = levelled(targets, "reach");
  const candidates = reaches.length > 0 ? reaches : levelled(targets, "hold");
  if (candidates.length === 0) return 0;
  const last = lastDated(candidates, terms).target;
  if (last === null || !hasLevel(last) || last.upper !== null) return 0;
  const { sign } = pull(last, terms);
  const stateless = sign === 0 && last.relationUnknown && terms.kind === "level" && terms.baseline !== null;
  return stateless ? last.level.cmp(terms.baseline.value) : sign;
}
