/** Which targets of one quantity contradict each other, and how surely. Shared with `target/conflict`; not a rule. */
import type { Force } from "../../plan/given.ts";
import type { Day } from "../../plan/time.ts";
import { type Claim, isDeclaredStep } from "./claims.ts";
import { areDisjoint, disagree, isWeaker, sameBounds } from "./levels.ts";

/** `reading`: under one reading of a date only. `within`: the one value lies within the other bound, so both can hold. */
export type Sureness = "yes" | "reading" | "within" | "perhaps";

/** A statement that contradicts earlier ones, and later ones that contradict the same. */
export interface Clash {
  readonly claim: Claim;
  readonly sure: Sureness;
  readonly against: readonly Claim[];
  readonly further: Claim[];
}

/** What contradicts in a series, in the order of the plan. */
export function clashesOf(series: readonly Claim[]): readonly Clash[] {
  const clashes: Clash[] = [];
  const certain = new Map<Claim, Clash>();
  for (const [i, claim] of series.entries()) {
    const earlier = series.slice(0, i);
    if (earlier.some((e) => isSameStatement(e, claim))) continue;
    const sure = surest(earlier, claim);
    if (sure === null) continue;
    const against = earlier.filter((e) => contradict(e, claim) === sure);
    const [first] = against;
    const known = sure === "yes" && first !== undefined ? certain.get(first) : undefined;
    if (known === undefined) {
      const clash = { claim, sure, against, further: [] };
      clashes.push(clash);
      if (sure === "yes" && first !== undefined) certain.set(first, clash);
    } else known.further.push(claim);
  }
  return clashes;
}

function surest(against: readonly Claim[], claim: Claim): Sureness | null {
  const found = against.map((e) => contradict(e, claim));
  return (["yes", "reading", "within", "perhaps"] as const).find((sure) => found.includes(sure)) ?? null;
}

function contradict(a: Claim, b: Claim): Sureness | null {
  if (isDeclaredStep(a.target, b.target) || isAspiration(a, b)) return null;
  const read = judge(a, b);
  const other = judgeOtherwise(a, b);
  if (other === undefined || isClash(read) === isClash(other)) return read;
  return "reading";
}

/** The judgement under the other readings of the dates; undefined where no date has another. */
function judgeOtherwise(a: Claim, b: Claim): ReturnType<typeof judge> | undefined {
  const [dayA, dayB] = [otherDay(a), otherDay(b)];
  if (dayA === null && dayB === null) return undefined;
  // Two dates in doubt stand for one habit of writing: both are read in the same way.
  return judge(readAs(a, dayA), readAs(b, dayB));
}

/** The other reading of a date; bounds and spans have none that would matter here. */
export function otherDay({ kind, target }: Claim): Day | null {
  if (kind === "bound" || kind === "span") return null;
  return (target.by ?? target.over)?.value.alternative?.end ?? null;
}

function readAs(claim: Claim, day: Day | null): Claim {
  return day === null ? claim : { ...claim, day, dated: true };
}

/** How two statements of one series stand to each other by the dates as they are read; null where they agree. */
export function judge(a: Claim, b: Claim): "yes" | "within" | "perhaps" | null {
  if (a.dated === b.dated) {
    if (a.day !== b.day || !disagree(a, b)) return null;
    return liesWithin(a, b) || liesWithin(b, a) ? "within" : "yes";
  }
  if (a.kind === "span") return null;
  const [undated, dated] = a.dated ? [b, a] : [a, b];
  const apart = undated.day === dated.day ? disagree(a, b) : isWeaker(undated, dated, undated.direction);
  return apart ? "perhaps" : null;
}

/** The two cannot both be meant. */
export function isClash(judgement: ReturnType<typeof judge>): boolean {
  return judgement === "yes" || judgement === "within";
}

/** A single value (=3) that keeps a bound (≤5). */
function liesWithin(single: Claim, bound: Claim): boolean {
  if (!single.exact || bound.exact || single.floor === null) return false;
  const { floor, ceiling } = bound;
  return (floor === null || single.floor.gte(floor)) && (ceiling === null || single.floor.lte(ceiling));
}

const aspirations: ReadonlySet<Force | null> = new Set<Force>(["strive", "expected", "recommend"]);

/** 确保85%、力争90%: what is striven for may be more than what is ensured, never less. */
function isAspiration(a: Claim, b: Claim): boolean {
  const [wished, owed] = aspirations.has(a.target.force) ? [a, b] : [b, a];
  if (!aspirations.has(wished.target.force) || aspirations.has(owed.target.force)) return false;
  return !isWeaker(wished, owed, owed.direction) && !areDisjoint(wished, owed);
}

/** The same value for the same date was told before; what contradicts it is told there. */
function isSameStatement(a: Claim, b: Claim): boolean {
  return a.day === b.day && a.dated === b.dated && sameBounds(a, b);
}
